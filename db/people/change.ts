/** Changing a person, by whatever door: a new 소속 ends the former one and begins the next. */
import type { Values } from '../kernel/field.ts';
import type { Tx } from '../kernel/write.ts';
import type { ChangeMeaning } from '../organisations/past.ts';
import { keepAffiliation, keepPosition, type Employment } from './affiliation.ts';
import { person } from './fields.ts';

type Cells = Partial<Values<typeof person.fields>>;

const employmentOf = (tx: Tx, id: string): Employment | undefined => tx.read.get<Employment>('SELECT organisation, department, position FROM person WHERE id = ?', [id]);

/**
 * @param was the values its author saw
 * @param meaning the day the new 소속 begins (today when not said), or that the former one was a slip of the pen
 * @throws Refusal `not-found`, `invalid`, `conflict`
 */
export const changePerson = (tx: Tx, id: string, patch: Cells, was?: Cells, meaning?: ChangeMeaning): void => {
  const before = employmentOf(tx, id);
  tx.change(person, id, patch, was);
  const after = employmentOf(tx, id);
  if (!before || !after) return;
  if (before.organisation !== after.organisation) keepAffiliation(tx, id, before, after, meaning);
  else if (before.department !== after.department || before.position !== after.position) keepPosition(tx, id, after);
};

/** A person or organisation typed by name where one was looked for, made in the same step as what needed it. */
import { z } from 'zod';
import { parsePhone } from '../korean/phone.ts';
import type { Tx } from '../kernel/write.ts';
import { organisation } from '../organisations/fields.ts';
import { person } from '../people/fields.ts';
import { guessKind } from './pasted.ts';

export const newOrganisation = z.object({ name: z.string().trim().min(1, '기관 이름을 입력해 주세요.').max(200), kind: z.string().nullish() });
export const newPerson = z.object({
  name: z.string().trim().min(1, '성명을 입력해 주세요.').max(60), position: z.string().max(60).nullish(), phone: z.string().max(40).nullish(),
});

/** The given organisation, or a new one of that name; null when there is neither. */
export const organisationFor = (tx: Tx, given: string | null | undefined, fresh: z.infer<typeof newOrganisation> | null | undefined): string | null =>
  given ?? (fresh ? tx.create(organisation, { name: fresh.name, kind: fresh.kind ?? guessKind(fresh.name) }) : null);

/** The given person, or a new one of the organisation; null when there is neither. */
export const personFor = (tx: Tx, given: string | null | undefined, fresh: z.infer<typeof newPerson> | null | undefined, body: string | null): string | null => {
  if (given) return given;
  if (!fresh) return null;
  const digits = parsePhone(fresh.phone ?? '') ?? (fresh.phone?.trim() || null);
  return tx.create(person, { name: fresh.name, organisation: body, position: fresh.position ?? null, ...(digits?.startsWith('01') ? { mobile: digits } : { phone: digits }) });
};

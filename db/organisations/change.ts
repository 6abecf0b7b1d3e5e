/** Making and changing an organisation, by whatever door: what goes along with its own cells is settled here. */
import type { Cell, Values } from '../kernel/field.ts';
import type { Tx } from '../kernel/write.ts';
import { businessNumberFault } from '../korean/identifiers.ts';
import { splitIndustryCode } from '../reference/industries.ts';
import { organisation } from './fields.ts';
import { keepPast, type ChangeMeaning } from './past.ts';
import { importedReason } from './rules.ts';

type Cells = Partial<Values<typeof organisation.fields>>;

/** `외 3 종` behind a code goes to the text of the industry, where lists print it (domain.md §14.5). */
export const withIndustry = <C extends { industry_code?: Cell; industry_name?: Cell }>(cells: C, nameBefore: string | null = null): C => {
  if (typeof cells.industry_code !== 'string') return cells;
  const { code, rest } = splitIndustryCode(cells.industry_code);
  const name = String(cells.industry_name ?? nameBefore ?? '');
  return { ...cells, industry_code: code, ...(rest === '' || name.includes(rest) ? {} : { industry_name: `${name} ${rest}`.trim() }) };
};

/** A number of a file whose sum fails is kept with a reason that says where it comes from; `check` keeps warning of it. */
export const withImportedNumber = (values: Cells): Cells =>
  (typeof values.business_no === 'string' && businessNumberFault(values.business_no) === 'sum' ? { business_no_reason: importedReason, ...values } : values);

/** @returns the id. @throws Refusal `invalid` */
export const createOrganisation = (tx: Tx, values: Cells): string => tx.create(organisation, withIndustry(values));

/**
 * Changes an organisation. A former name or address is kept (`past.ts`), a new number needs a reason of its own, a new state the
 * day it began (today when nothing else is said).
 * @param was the values its author saw
 * @throws Refusal `not-found`, `invalid`, `conflict`
 */
export const changeOrganisation = (tx: Tx, id: string, patch: Cells, was?: Cells, meaning?: ChangeMeaning): void => {
  const before = tx.read.get<{ [Name in keyof Cells]: Cells[Name] | null }>('SELECT * FROM organisation WHERE id = ?', [id]);
  const cells: Cells = { ...withIndustry(patch, before?.industry_name ?? null) };
  if ('business_no' in patch && !('business_no_reason' in patch) && (before?.business_no_reason ?? null) !== null) cells.business_no_reason = null;
  if ('corporate_no' in patch && !('corporate_no_reason' in patch) && (before?.corporate_no_reason ?? null) !== null) cells.corporate_no_reason = null;
  if ('status' in patch && !('status_on' in patch) && (before?.status ?? 'active') !== (patch.status ?? 'active')) cells.status_on = tx.today;
  tx.change(organisation, id, cells, was);
  const after = tx.read.get<{ name: string | null; address: string | null }>('SELECT name, address FROM organisation WHERE id = ?', [id]);
  for (const what of ['name', 'address'] as const) {
    const former = before?.[what] ?? null;
    const now = after?.[what] ?? null;
    if (former !== null && former !== now) keepPast(tx, id, what, former, now, meaning);
  }
};

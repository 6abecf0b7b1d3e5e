/** Records that are part of another one, without a cell of their own: what is changed in a part is told of the whole. */
import type { AnyRecord } from '../kernel/field.ts';
import { firmYear } from '../organisations/fields.ts';
import type { RecordTable } from '../reports/table-types.ts';
import { surveyScore } from '../surveys/fields.ts';

export type Part = {
  type: AnyRecord;
  /** Column that holds the id of the whole. */
  link: string;
  /** SQL of what a part is called beside the others, with its alias `t`. */
  name: string;
  /** Fields that move a number. */
  fields: readonly string[];
};

const known: Readonly<Partial<Record<RecordTable, readonly Part[]>>> = {
  survey_response: [{ type: surveyScore, link: 'response', name: '(SELECT i.name FROM survey_item i WHERE i.id = t.item)', fields: ['score'] }],
  organisation: [{ type: firmYear, link: 'organisation', name: "t.year || '년'", fields: ['employees', 'sales', 'exports_usd', 'rnd_cost'] }],
};

/** Parts of a record type that a report reads: figures of a year are part of a firm only where they are counted. */
export const partsOf = (table: RecordTable, read: readonly string[]): readonly Part[] => (known[table] ?? []).filter(({ type }) => read.includes(type.table));

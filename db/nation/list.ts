/** The list of national figures: what a number of the nation was taken from. */
import { listQuery, type ListSpec } from '../kernel/list.ts';
import type { ListColumn } from '../kernel/list-filter.ts';
import { nationalIndicator } from './fields.ts';

export const nationListSpec: ListSpec = {
  name: 'national-figures',
  table: 'national_indicator',
  columns: {
    ...Object.fromEntries(Object.keys(nationalIndicator.fields).map((name): [string, ListColumn] => [name, { sql: `t.${name}`, dependsOn: [`national_indicator.${name}`] }])),
    value: { sql: 'CAST(t.value AS REAL)', show: 't.value', dependsOn: ['national_indicator.value'] },
  },
  quick: ['source', 'unit'],
  sort: [{ column: 'year', descending: true }, { column: 'measure', descending: false }],
};

export const nationList = listQuery(nationListSpec);

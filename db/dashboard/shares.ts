/** A set of tasks cut once: a row for each part with its number and its share, and the total. */
import type { Indicator, Slice } from '../reports/indicator.ts';
import type { Layout } from '../reports/layout.ts';
import type { Measurer } from '../reports/measure.ts';
import type { ReportParams, ReportRow } from '../reports/table-types.ts';
import { taskParameters } from '../reports/task-rules.ts';

export type Part = { key: string; label: string; slice: Slice };

export const sharesLayout = ({ indicator, head, parts, params, measure, notes }: { indicator: Indicator; head: string; parts: readonly Part[]; params: ReportParams; measure?: Measurer; notes: readonly string[] }): Layout => {
  const all: Part = { key: 'all', label: '계', slice: {} };
  return {
    unit: '단위: 건, %', heads: [head], columns: [{ key: 'tasks', group: '', label: '건수' }, { key: 'share', group: '', label: '비율(%)' }],
    rows: [...parts.map(({ key, label }): ReportRow => ({ key, labels: [label], level: 1, kind: 'detail' })), { key: all.key, labels: [all.label], level: 0, kind: 'total' }],
    parameters: taskParameters(params),
    cell: (row, column) => {
      const part = [...parts, all].find((one) => one.key === row);
      if (!part) return null;
      return column === 'tasks' ? { show: 'value', indicator, slice: part.slice } : { show: 'percent', indicator, slice: part.slice, whole: {} };
    },
    footnotes: () => notes.map((note) => (note.startsWith('※') ? note : `※ ${note}`)),
    alive: [indicator],
    ...(measure ? { measure } : {}),
  };
};

/** A page of 100 rows with its links at several depths of the long lists, through `handle`, against a raw SELECT of the same rows by row number. */
import type { ListSpec } from '../../db/kernel/list.ts';
import { unpacked, type PackedBlock } from '../../db/kernel/block.ts';
import type { ListBlock, Sort } from '../../db/kernel/list-types.ts';
import { joinsFor } from '../../db/kernel/lists/plan.ts';
import { sessionListSpec } from '../../db/sessions/list.ts';
import { taskListSpec } from '../../db/tasks/list.ts';
import { openDesk, type Desk } from './desk.ts';
import { figure, median, percentile, timeOf, timesInPairs, type Figure } from './measure.ts';

const depths = [0, 0.1, 0.5, 0.9, 0.9999] as const;

type Question = { list: string; spec: ListSpec; sort: Sort[]; filter: Record<string, unknown>; name: string };

const questions: readonly Question[] = [
  { list: 'tasks', spec: taskListSpec, sort: [{ column: 'found_on', descending: true }], filter: {}, name: 'tasks as they open' },
  { list: 'tasks', spec: taskListSpec, sort: [{ column: 'total_cost', descending: true }], filter: {}, name: 'tasks by total cost' },
  { list: 'tasks', spec: taskListSpec, sort: [{ column: 'lead_org_name', descending: false }], filter: { status: { op: 'in', values: ['completed', 'in-progress'] } }, name: 'tasks by firm, of two states' },
  { list: 'sessions', spec: sessionListSpec, sort: [{ column: 'visit_on', descending: true }], filter: {}, name: 'sessions as they open' },
  { list: 'sessions', spec: sessionListSpec, sort: [{ column: 'minutes', descending: true }], filter: { visit_on: { op: 'range', from: '2021-01-01', to: '2023-12-31' } }, name: 'sessions of three years by length' },
];

/** A page as `handle` answers it. */
const pageOf = (desk: Desk, { list, sort, filter }: Question, start: number): Promise<string> => desk.text(`${list}.list`, { start, end: start + 100, sort, filter, quick: null, selection: null });

const blockOf = async (desk: Desk, { list, sort, filter }: Question, start: number, end: number): Promise<ListBlock> => {
  const answer = await desk.get(`${list}.list`, { start, end, sort, filter, quick: null, selection: null }) as { result: { data: PackedBlock } };
  return unpacked(answer.result.data);
};

const totalOf = async (desk: Desk, question: Question): Promise<number> => {
  for (;;) {
    const { total } = await blockOf(desk, question, 0, 0);
    if (total !== null) return total;
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
};

/** What a block shows, for rows known by their numbers: the same columns and links, nothing else. */
const rawSql = ({ spec }: Question): string => {
  const columns = Object.entries(spec.columns);
  return `SELECT t.id AS id, ${columns.map(([name, column]) => `${column.show ?? column.sql} AS "${name}"`).join(', ')}
    FROM json_each(?) j JOIN ${spec.table} t ON t.n = j.value ${joinsFor(spec, columns.map(([, column]) => ({ joins: column.joins ?? [] })))} ORDER BY j.key`;
};

const measureQuestion = async (desk: Desk, question: Question, rounds: number): Promise<Figure[]> => {
  let total = 0;
  const first = await timeOf(() => pageOf(desk, question, 0));
  const counted = await timeOf(async () => { total = await totalOf(desk, question); });
  const select = desk.raw.prepare<[string], Record<string, unknown>>(rawSql(question));
  const numberOf = desk.raw.prepare<[string], { n: number }>(`SELECT n FROM ${question.spec.table} WHERE id = ?`);
  const [ours, theirs]: [number[], number[]] = [[], []];
  const figures: Figure[] = [];
  for (const depth of depths) {
    const start = Math.max(0, Math.min(total - 100, Math.floor(total * depth)));
    // Another block every round: nothing is kept between two of them but the order.
    const at = (round: number): number => Math.max(0, Math.min(total - 100, start + ((round * 37) % 50) * 100));
    const numbers = new Map<number, string>();
    for (let round = -Math.ceil(rounds / 10); round < rounds; round += 1) numbers.set(round, JSON.stringify((await blockOf(desk, question, at(round), at(round) + 100)).rows.map(({ id }) => numberOf.get(id)?.n)));
    const times = await timesInPairs(rounds, (round) => pageOf(desk, question, at(round)), (round) => JSON.stringify(select.all(numbers.get(round) ?? '[]')));
    ours.push(...times.ours);
    theirs.push(...times.theirs);
    figures.push(figure(`${question.name}: page at ${Math.round(depth * 100)} %`, median(times.ours), median(times.theirs), `handle (JSON, thread) / raw SELECT of the same 100 rows, of ${total.toLocaleString('en-US')}`, { mostRatio: 1.5 }));
  }
  const page = median(theirs);
  return [
    ...figures,
    figure(`${question.name}: any depth, p95`, percentile(ours, 0.95), percentile(theirs, 0.95), 'the same, p95 of both', { most: 50 }),
    figure(`${question.name}: first page asked for the first time`, first, page, `nothing is kept yet / one raw page; the exact count came ${counted.toFixed(0)} ms later`, { unsteady: true }),
  ];
};

export const measureLists = async (dataDir: string, rounds = 40): Promise<Figure[]> => {
  const desk = openDesk(dataDir);
  try {
    const figures: Figure[] = [];
    for (const question of questions) figures.push(...await measureQuestion(desk, question, rounds));
    return figures;
  } finally {
    await desk.close();
  }
};

import { miniCluster } from '../clusters/fields.ts';
import type { Cell, Values } from '../kernel/field.ts';
import { foldName } from '../korean/names.ts';
import { withParticle } from '../korean/particle.ts';
import { parseDate } from '../korean/parse-date.ts';
import { declaredColumns } from './declared-columns.ts';
import { leftOut, type Importer, type JudgedRow } from './importer.ts';
import type { Reading } from './target.ts';

/** A founding date, or the year a list was made for: the first of January then, and said so. */
function readFounded(text: string): Reading {
  const year = /^(\d{4})\s*년?$/.exec(text)?.[1];
  if (year !== undefined) return { value: `${year}-01-01`, remark: `창립일을 알 수 없어 ${year}년 1월 1일로 넣습니다.` };
  const date = parseDate(text);
  return date === null ? { problem: `${withParticle(`‘${text}’`, '은/는')} 날짜나 연도가 아닙니다.` } : { value: date };
}

const asText = (text: string): Reading => ({ value: text });

type StoredCluster = { id: string; values: Record<string, Cell>; madeBy: number | null };
const keyOf = (values: Readonly<Record<string, Cell>>): string => `${foldName(String(values.hub ?? ''))} ${foldName(String(values.name ?? ''))}`;

/** Mini-clusters: one name in one hub complex is one mini-cluster, whatever year a list is of. */
export const clusterImporter: Importer = {
  target: {
    kind: 'mini_cluster',
    ko: '미니클러스터',
    columns: [
      ...declaredColumns(miniCluster.fields, ['name', 'hub', 'founded_on'], { founded_on: readFounded }),
      { key: 'note.composition', ko: '구성', headers: ['구성(보도)', '구성', '회원구성'], read: asText },
      { key: 'note.source', ko: '출처', headers: ['출처', '자료출처'], read: asText },
    ],
  },
  table: miniCluster.table,
  prepare: (reader, _rows, options) => {
    const stored = new Map<string, StoredCluster>();
    const columns = Object.keys(miniCluster.fields).join(', ');
    for (const { id, ...values } of reader.all<Record<string, Cell> & { id: string }>(`SELECT id, ${columns} FROM mini_cluster WHERE _del = 0 ORDER BY n DESC`)) {
      stored.set(keyOf(values), { id, values, madeBy: null });
    }
    return Promise.resolve(({ row, read }, decision): JudgedRow => {
      const values = clusterValues(read.values);
      const name = String(values.name ?? '');
      if (decision?.as === 'skip') return leftOut(row, 'refuse', name, ['건너뛰기로 정한 행입니다.']);
      const known = decision?.as === 'new' ? undefined : stored.get(keyOf(values));
      if (known) return join(row, name, known, values, options.policy);
      stored.set(keyOf(values), { id: `row:${row}`, values: { ...values }, madeBy: row });
      const whole = { kind: 'general', ...values } as Partial<Values<typeof miniCluster.fields>>;
      return { row, kind: 'create', name, reasons: [], candidates: [], write: (tx, made) => made.set(`row:${row}`, tx.create(miniCluster, whole)) };
    });
  },
};

/** The columns of the record; composition and source of a press list go into the memo. */
function clusterValues(cells: Readonly<Record<string, Cell>>): Record<string, Cell> {
  const { 'note.composition': composition = null, 'note.source': source = null, ...values } = cells;
  const memo = [composition === null ? '' : `구성(보도): ${String(composition)}`, source === null ? '' : `출처: ${String(source)}`].filter((line) => line !== '').join('\n');
  const own = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  return memo === '' ? own : { ...own, memo };
}

function join(row: number, name: string, known: StoredCluster, values: Readonly<Record<string, Cell>>, policy: string): JudgedRow {
  const patch: Record<string, Cell> = {};
  const kept: string[] = [];
  const fields: Readonly<Record<string, { readonly ko: string }>> = miniCluster.fields;
  for (const [column, value] of Object.entries(values)) {
    const now = known.values[column] ?? null;
    if (now === value || column === 'name' || column === 'hub') continue;
    if (now === null || policy === 'overwrite') patch[column] = value;
    else if (column !== 'memo') kept.push(`${fields[column]?.ko ?? column} ${String(now)} (파일: ${String(value)})`);
  }
  Object.assign(known.values, patch);
  const reasons = [
    ...(known.madeBy === null ? [] : [`이 파일 ${known.madeBy}행과 같은 미니클러스터입니다.`]),
    ...(kept.length === 0 ? [] : [`저장된 값과 달라 그대로 두었습니다: ${kept.join(', ')}`]),
  ];
  if (Object.keys(patch).length === 0) return { row, kind: 'unchanged', name, reasons, candidates: [], write: null };
  return {
    row, kind: 'match', name, reasons, candidates: [],
    write: (tx, made) => {
      const id = made.get(known.id) ?? known.id;
      made.set(known.id, id);
      tx.change(miniCluster, id, patch as Partial<Values<typeof miniCluster.fields>>);
    },
  };
}

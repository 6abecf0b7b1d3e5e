import type { Cell, Values } from '../kernel/field.ts';
import { canonicalOf } from '../identity/same-sql.ts';
import { firmNameKey, foldName } from '../korean/names.ts';
import { withParticle } from '../korean/particle.ts';
import type { Reader } from '../kernel/reader.ts';
import { changePerson } from '../people/change.ts';
import { person } from '../people/fields.ts';
import { declaredColumns } from './declared-columns.ts';
import { leftOut, type Importer, type JudgedRow, type Policy } from './importer.ts';
import { readPhone } from './read-cell.ts';

type Row = Record<string, Cell>;
type StoredPerson = { id: string; values: Row; madeBy: number | null };

/** People by name; the organisation is found by its name and must be there before. */
export const personImporter: Importer = {
  target: {
    kind: 'person',
    ko: '사람',
    columns: declaredColumns(person.fields, ['name'], { organisation: (text) => ({ value: text }), mobile: readPhone, phone: readPhone }),
  },
  table: person.table,
  prepare: async (reader, rows, options, pace) => {
    const organisations = await organisationsByKey(reader, new Set(rows.map(({ read }) => firmNameKey(String(read.values.organisation ?? '')))), pace);
    const people = storedPeople(reader, new Set(rows.map(({ read }) => foldName(String(read.values.name ?? '')))));
    return ({ row, read }, decision) => {
      const name = String(read.values.name ?? '');
      if (decision?.as === 'skip') return leftOut(row, 'refuse', name, ['건너뛰기로 정한 행입니다.']);
      const values: Row = Object.fromEntries(Object.entries(read.values).filter(([, value]) => value !== null));
      if (typeof values.organisation === 'string') {
        const found = organisations.get(firmNameKey(values.organisation)) ?? [];
        if (found.length !== 1) {
          return leftOut(row, 'refuse', name, [found.length === 0
            ? `소속 ${withParticle(`‘${values.organisation}’`, '을/를')} 찾을 수 없습니다. 기업·기관을 먼저 가져오거나 등록하세요.`
            : `이름이 ‘${values.organisation}’인 기관이 ${found.length}곳입니다. 이 사람은 직접 등록하세요.`]);
        }
        values.organisation = found[0] ?? null;
      }
      const namesakes = people.get(foldName(name)) ?? [];
      const decided = decision?.as === 'same' ? namesakes.filter((one) => one.id === decision.id) : decision?.as === 'new' ? [] : namesakes.filter((one) => isSamePerson(one.values, values));
      const [known, other] = decided;
      if (known && other) {
        return leftOut(row, 'ask', name, [`같은 사람일 수 있는 기록이 ${decided.length}건 있습니다.`], decided.map((one) => ({ id: one.id, name, note: String(one.values.position ?? '') })));
      }
      if (known) return join(row, name, known, values, options.policy);
      people.set(foldName(name), [...namesakes, { id: `row:${row}`, values: { ...values }, madeBy: row }]);
      const reasons = namesakes.length > 0 ? ['이름이 같은 다른 사람이 있습니다.'] : [];
      return { row, kind: 'create', name, reasons, candidates: [], write: (tx, made) => made.set(`row:${row}`, tx.create(person, values as Partial<Values<typeof person.fields>>)) };
    };
  },
};

/** One name with one mobile, one address for mail, or one organisation is one person; without any of them there is nothing to tell by. */
function isSamePerson(stored: Readonly<Row>, values: Readonly<Row>): boolean {
  const shares = (column: string): boolean => (values[column] ?? null) !== null && stored[column] === values[column];
  if (shares('mobile') || shares('email') || shares('organisation')) return true;
  return ['mobile', 'email', 'organisation'].every((column) => (values[column] ?? null) === null);
}

/** Bodies by the key of their names. */
export async function organisationsByKey(reader: Reader, keys: ReadonlySet<string>, pace: (done: number, total: number) => Promise<void>): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (let last = 0; ; ) {
    const page = reader.all<{ n: number; id: string; name: string | null }>(`SELECT t.n, ${canonicalOf('t.id')} AS id, t.name FROM organisation t WHERE t.n > ? AND t._del = 0 ORDER BY t.n LIMIT 2000`, [last]);
    for (const { n, id, name } of page) {
      last = n;
      const key = firmNameKey(name ?? '');
      if (keys.has(key)) found.set(key, [...new Set([...(found.get(key) ?? []), id])]);
    }
    await pace(1, 1);
    if (page.length === 0) return found;
  }
}

function storedPeople(reader: Reader, keys: ReadonlySet<string>): Map<string, StoredPerson[]> {
  const found = new Map<string, StoredPerson[]>();
  const columns = Object.keys(person.fields).map((name) => (name === 'organisation' ? `${canonicalOf('organisation')} AS organisation` : name)).join(', ');
  for (const { id, ...values } of reader.all<Row & { id: string }>(`SELECT id, ${columns} FROM person WHERE _del = 0 AND name_key IN (SELECT value FROM json_each(?)) ORDER BY n`, [JSON.stringify([...keys])])) {
    const key = foldName(String(values.name ?? ''));
    found.set(key, [...(found.get(key) ?? []), { id, values, madeBy: null }]);
  }
  return found;
}

/** Personal values that differ are named without being shown. */
function join(row: number, name: string, known: StoredPerson, values: Readonly<Row>, policy: Policy): JudgedRow {
  const patch: Row = {};
  const kept: string[] = [];
  const fields: Readonly<Record<string, { readonly ko: string }>> = person.fields;
  for (const [column, value] of Object.entries(values)) {
    const now = known.values[column] ?? null;
    if (now === value || column === 'name') continue;
    if (now === null || policy === 'overwrite') patch[column] = value;
    else kept.push(fields[column]?.ko ?? column);
  }
  Object.assign(known.values, patch);
  const reasons = [
    ...(known.madeBy === null ? [] : [`이 파일 ${known.madeBy}행과 같은 사람입니다.`]),
    ...(kept.length === 0 ? [] : [`저장된 값과 달라 그대로 두었습니다: ${kept.join(', ')}`]),
  ];
  if (Object.keys(patch).length === 0) return { row, kind: 'unchanged', name, reasons, candidates: [], write: null };
  return {
    row, kind: 'match', name, reasons, candidates: [],
    write: (tx, made) => {
      const id = made.get(known.id) ?? known.id;
      made.set(known.id, id);
      changePerson(tx, id, patch as Partial<Values<typeof person.fields>>);
    },
  };
}

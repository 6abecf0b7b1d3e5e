/** Joining, leaving and correcting memberships and offices: intervals of one member (or one person and office) in a cluster never overlap. */
import { Refusal } from '../errors.ts';
import type { AnyRecord, Values } from '../kernel/field.ts';
import { relationId } from '../kernel/id.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { memberKinds } from '../reference/choices/cluster.ts';
import { membership, officer } from './fields.ts';

export type Membership = Values<typeof membership['fields']>;
export type Officer = Values<typeof officer['fields']>;

/** Later than every date that is written. */
const never = '9999-12-31';

const dateText = (from: string, to: string | null): string => `${from} ~ ${to ?? '현재'}`;

/** An organisation's kind as a member kind; bodies without one of their own (지자체, 협회…) count as 지원기관, as printed member counts have only the four. */
export const memberKindOf = (organisationKind: string | null): string =>
  organisationKind === null ? 'expert' : memberKinds.find(({ code }) => code === organisationKind)?.code ?? 'support-body';

/** The membership kind a person or organisation gets unless another one is chosen. */
export const defaultKind = (read: Reader, person: string | null, organisation: string | null): string => {
  const body = organisation ?? read.value<string>('SELECT organisation FROM person WHERE id = ?', [person]) ?? null;
  return memberKindOf(body === null ? null : read.value<string>('SELECT kind FROM organisation WHERE id = ?', [body]) ?? null);
};

type Interval = { id: string; from_on: string; to_on: string | null };

const overlapping = (intervals: readonly Interval[], from: string, to: string | null): Interval | undefined =>
  intervals.find((one) => one.from_on <= (to ?? never) && from <= (one.to_on ?? never));

const memberships = (read: Reader, values: Membership, except: string): Interval[] =>
  read.all<Interval>(
    `SELECT id, joined_on AS from_on, left_on AS to_on FROM membership WHERE cluster = ? AND _del = 0 AND id <> ?
     AND ${values.person === null ? 'person IS NULL AND organisation = ?' : 'person = ?'} ORDER BY joined_on`,
    [values.cluster, except, values.person ?? values.organisation]);

/** @throws Refusal `conflict` when the member already is one for some of those days */
export const refuseOverlap = (read: Reader, values: Membership, except = ''): void => {
  const other = overlapping(memberships(read, values, except), values.joined_on, values.left_on);
  if (!other) return;
  const [table, id] = values.person === null ? ['organisation', values.organisation] : ['person', values.person];
  const name = read.value<string>(`SELECT name FROM ${table} WHERE id = ?`, [id]) ?? '이 회원';
  throw new Refusal('conflict', `${name}: 이미 회원인 기간(${dateText(other.from_on, other.to_on)})과 겹칩니다. 앞 기간을 먼저 끝내거나 가입일을 고쳐 주세요.`,
    [{ field: 'joined_on', value: values.joined_on, message: `회원 기간 ${dateText(other.from_on, other.to_on)}과 겹칩니다.` }]);
};

/** @throws Refusal `conflict` when the person already holds the office for some of those days, or anybody else the chair: a mini-cluster has one 회장 at a time */
export const refuseOfficerOverlap = (read: Reader, values: Officer, except = ''): void => {
  const terms = read.all<Interval>('SELECT id, from_on, to_on FROM officer WHERE cluster = ? AND person = ? AND role = ? AND _del = 0 AND id <> ?', [values.cluster, values.person, values.role, except]);
  const other = overlapping(terms, values.from_on, values.to_on);
  if (values.role === 'chair') refuseSecondChair(read, values, except);
  if (other) throw new Refusal('conflict', `같은 직책의 임기(${dateText(other.from_on, other.to_on)})와 겹칩니다. 임기를 고쳐 주세요.`,
    [{ field: 'from_on', value: values.from_on, message: `임기 ${dateText(other.from_on, other.to_on)}와 겹칩니다.` }]);
};

const refuseSecondChair = (read: Reader, values: Officer, except: string): void => {
  const chairs = read.all<Interval & { name: string | null }>(
    `SELECT f.id, f.from_on, f.to_on, p.name FROM officer f LEFT JOIN person p ON p.id = f.person WHERE f.cluster = ? AND f.role = 'chair' AND f.person <> ? AND f._del = 0 AND f.id <> ? ORDER BY f.from_on`,
    [values.cluster, values.person, except]);
  const other = overlapping(chairs, values.from_on, values.to_on);
  if (!other) return;
  const name = chairs.find((one) => one.id === other.id)?.name ?? '다른 사람';
  throw new Refusal('conflict', `${name} 회장의 임기(${dateText(other.from_on, other.to_on)})와 겹칩니다. 앞 임기의 끝을 먼저 입력해 주세요.`,
    [{ field: 'from_on', value: values.from_on, message: `${name} 회장의 임기와 겹칩니다.` }]);
};

/** @throws Refusal `invalid` when a membership would outlive its mini-cluster */
export const refuseBeyondEnd = (read: Reader, values: Membership): void => {
  const end = read.value<string | null>('SELECT dissolved_on FROM mini_cluster WHERE id = ?', [values.cluster]) ?? null;
  if (end === null || (values.left_on !== null && values.left_on <= end)) return;
  throw new Refusal('invalid', `미니클러스터가 ${end}에 해산했습니다. 그날까지의 탈퇴일을 입력해 주세요.`, [{ field: 'left_on', value: values.left_on, message: `해산일(${end})까지 회원일 수 있습니다.` }]);
};

/** Whole values of a stored row with a patch over them. @throws Refusal `not-found` */
export const withPatch = <V extends object>(read: Reader, type: AnyRecord, id: string, patch: Partial<V>): V => {
  const row = read.get<Record<string, unknown>>(`SELECT * FROM ${type.table} WHERE id = ? AND _del = 0`, [id]);
  if (!row) throw new Refusal('not-found', `${type.ko}: 기록이 없습니다. 삭제되었거나 아직 도착하지 않았습니다.`);
  // The table's columns are the declared fields, and the door wrote them.
  return { ...Object.fromEntries(Object.keys(type.fields).map((name) => [name, row[name] ?? null])), ...patch } as V;
};

/**
 * The id of a relation, or a new one when that row is alive with other values: its start day may have been
 * corrected, and making the relation again must not write over it.
 */
const freeId = (tx: Tx, type: AnyRecord, id: string): string | undefined =>
  tx.read.value<number>(`SELECT 1 FROM ${type.table} WHERE id = ? AND _del = 0`, [id]) === 1 ? undefined : id;

export type NewMember = { cluster: string; person?: string | null | undefined; organisation?: string | null | undefined; kind?: string | null | undefined; joined_on: string; left_on?: string | null | undefined; memo?: string | null | undefined };

/**
 * Makes a membership; the organisation of a person is taken from the person unless given, the kind from the organisation.
 * @throws Refusal `conflict` on overlapping days, `invalid` as the declaration says
 */
export const joinCluster = (tx: Tx, member: NewMember): string => {
  const person = member.person ?? null;
  const organisation = member.organisation ?? tx.read.value<string>('SELECT organisation FROM person WHERE id = ?', [person]) ?? null;
  const values: Membership = {
    cluster: member.cluster, person, organisation, kind: member.kind ?? defaultKind(tx.read, person, organisation),
    joined_on: member.joined_on, left_on: member.left_on ?? null, memo: member.memo ?? null,
  };
  const founded = tx.read.get<{ dissolved_on: string | null }>('SELECT dissolved_on FROM mini_cluster WHERE id = ? AND _del = 0', [values.cluster]);
  if (!founded) throw new Refusal('not-found', '미니클러스터를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  if (founded.dissolved_on !== null && values.joined_on > founded.dissolved_on) {
    throw new Refusal('invalid', `가입일(${values.joined_on})이 해산일(${founded.dissolved_on})보다 늦습니다. 가입일을 고쳐 주세요.`, [{ field: 'joined_on', value: values.joined_on, message: `해산일(${founded.dissolved_on})까지 가입할 수 있습니다.` }]);
  }
  // Of a mini-cluster that has ended nobody stays a member.
  values.left_on ??= founded.dissolved_on;
  refuseBeyondEnd(tx.read, values);
  if (person !== null || organisation !== null) refuseOverlap(tx.read, values);
  return tx.create(membership, values, freeId(tx, membership, relationId('membership', values.cluster, person, organisation, values.joined_on)));
};

/** Puts a person into an office from a day on. @throws Refusal `conflict`, `invalid` */
export const takeOffice = (tx: Tx, values: Officer): string => {
  refuseOfficerOverlap(tx.read, values);
  return tx.create(officer, values, freeId(tx, officer, relationId('officer', values.cluster, values.person, values.role, values.from_on)));
};

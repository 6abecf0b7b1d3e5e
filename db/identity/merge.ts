/** Several records of one body become one: by hand, in one step that can be undone at any time. */
import { Refusal } from '../errors.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Cell, Values } from '../kernel/field.ts';
import { relationId } from '../kernel/id.ts';
import { labelsOf } from '../kernel/label.ts';
import { lastAction } from '../kernel/undo.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Store } from '../kernel/store.ts';
import { write, type Tx } from '../kernel/write.ts';
import { businessNumberFault } from '../korean/identifiers.ts';
import { nameParts } from '../korean/names.ts';
import { withParticle } from '../korean/particle.ts';
import { organisation, organisationPast, site } from '../organisations/fields.ts';
import { addressKey } from '../reference/address.ts';
import { joinDoubles, joinedTables } from './doubles.ts';
import { distinctPair } from './fields.ts';
import { relink } from './link-fields.ts';
import { recordsOfBody } from './same-sql.ts';

export type OrganisationCells = Partial<Values<typeof organisation.fields>>;

type Body = Readonly<Record<string, Cell>> & { readonly id: string };

const textOf = (value: Cell | undefined): string => (typeof value === 'string' ? value : '');

/** Every record of the bodies named, the one that will stand for them first. @throws Refusal `invalid`, `not-found` */
export const bodiesToMerge = (read: Reader, ids: readonly string[]): Body[] => {
  const all = [...new Set(ids.flatMap((id) => recordsOfBody(read, id)))].sort();
  const bodies = all.flatMap((id) => read.get<Body>('SELECT * FROM organisation WHERE id = ? AND _del = 0', [id]) ?? []);
  if (bodies.length < all.length) throw new Refusal('not-found', '합치려는 기록이 없거나 삭제되었습니다. 목록을 새로 고친 뒤 다시 시도하세요.');
  if (bodies.length < 2) throw new Refusal('invalid', '합칠 기록을 둘 이상 고르세요.', [{ field: 'ids', value: ids.length, message: '둘 이상이어야 합니다.' }]);
  return bodies;
};

/** Never carried over unasked: what tells one record from another. */
const ownFields = new Set(['merged_into', 'name', 'kind']);

/** What the canonical record holds afterwards: the chosen values, and where it is empty and nothing was chosen what the others hold. */
export const mergedValues = (bodies: readonly Body[], chosen: OrganisationCells): OrganisationCells => {
  const [canonical, ...others] = bodies;
  const values: Record<string, Cell> = {};
  for (const field of Object.keys(organisation.fields)) {
    if (field in chosen || ownFields.has(field) || (canonical?.[field] ?? null) !== null) continue;
    const from = others.find((one) => (one[field] ?? null) !== null);
    if (from) values[field] = from[field] ?? null;
  }
  // A number whose sum fails stands only with the reason beside it.
  const number = textOf(chosen.business_no ?? values['business_no']);
  const reason = chosen.business_no_reason ?? values['business_no_reason'] ?? canonical?.['business_no_reason'] ?? null;
  if (number !== '' && reason === null && businessNumberFault(number) === 'sum' && !('business_no' in chosen)) delete values['business_no'];
  // The columns are the declared fields, which is what this type names.
  return { ...(values as OrganisationCells), ...chosen };
};

const keepNames = (tx: Tx, bodies: readonly Body[], now: string): void => {
  const [canonical] = bodies;
  if (!canonical) return;
  const known = new Set([now, ...tx.read.column<string>("SELECT value FROM organisation_past WHERE organisation = ? AND what = 'name' AND _del = 0", [canonical.id])]);
  for (const body of bodies) {
    const name = textOf(body['name']);
    if (name === '' || known.has(name)) continue;
    known.add(name);
    // Nobody knows until when: found by it, never printed as the name of a day.
    tx.create(organisationPast, { organisation: canonical.id, what: 'name', value: name, until_on: null });
  }
};

/** Addresses that are not the body's own any more are places of it. */
const keepPlaces = (tx: Tx, bodies: readonly Body[], address: string): void => {
  const [canonical] = bodies;
  if (!canonical) return;
  const known = new Set([addressKey(address), ...tx.read.column<string | null>('SELECT address FROM site WHERE organisation = ? AND _del = 0', [canonical.id]).map((one) => addressKey(one ?? ''))]);
  for (const body of bodies) {
    const key = addressKey(textOf(body['address']));
    if (key === '' || known.has(key)) continue;
    known.add(key);
    const { suffix } = nameParts(textOf(body['name']));
    const column = (name: string): string | null => textOf(body[name]) || null;
    tx.create(site, {
      organisation: canonical.id, name: suffix || `${textOf(body['district'])} 사업장`.trim(), address: column('address'), complex: column('complex'),
      province: column('province'), district: column('district'), employees: typeof body['employees'] === 'number' ? body['employees'] : null, products: column('products'),
    });
  }
};

/**
 * Joins records of one body inside a transaction. The smallest id stands for all; what points to the others points to it, what is then there
 * twice is joined, their names are found as former names, their addresses become sites, and they stay as records merged into it.
 * @param chosen values for the canonical record, where they differ
 * @returns the id of the canonical record. @throws Refusal `invalid`, `not-found`
 */
export const mergeBodies = (tx: Tx, ids: readonly string[], chosen: OrganisationCells): string => {
  const bodies = bodiesToMerge(tx.read, ids);
  const [canonical, ...others] = bodies;
  if (!canonical) throw new Error('no body to merge into');
  const otherIds = others.map((one) => one.id);
  const values = mergedValues(bodies, chosen);
  const fresh = bodies.filter((one) => one === canonical || one['merged_into'] === null);
  joinDoubles(tx, otherIds, canonical.id);
  relink(tx, organisation.table, otherIds, canonical.id, joinedTables);
  tx.change(organisation, canonical.id, { ...values, merged_into: null });
  keepNames(tx, fresh, values.name ?? textOf(canonical['name']));
  keepPlaces(tx, fresh, textOf('address' in values ? values.address : canonical['address']));
  for (const id of otherIds) tx.change(organisation, id, { merged_into: canonical.id });
  return canonical.id;
};

const namesOf = (read: Reader, ids: readonly string[]): string[] => labelsOf(read, organisation.table, ids).map((one) => one.label);

/** `merge` as one step. @returns the canonical record and the action, which the page offers to take back */
export const merge = (store: Store, actor: Actor, ids: readonly string[], chosen: OrganisationCells): { id: string; action: number } => {
  const bodies = bodiesToMerge(store.read, ids);
  const [into = '', from = ''] = namesOf(store.read, bodies.map((one) => one.id));
  const more = bodies.length > 2 ? ` 외 ${bodies.length - 2}건` : '';
  const id = write(store, actor, `기업 합치기: ${chosen.name ?? into} ← ${from}${more}`, (tx) => mergeBodies(tx, ids, chosen));
  return { id, action: lastAction(store) };
};

/** Takes a record out of the body it was merged into; what has moved stays where it is. @throws Refusal `invalid` */
export const split = (store: Store, actor: Actor, id: string): void => {
  const [name = ''] = namesOf(store.read, [id]);
  write(store, actor, `합친 기록 나누기: ${name}`, (tx) => {
    if (tx.read.value<string | null>('SELECT merged_into FROM organisation WHERE id = ?', [id]) === null) throw new Refusal('invalid', `${withParticle(name, '은/는')} 합쳐진 기록이 아닙니다.`);
    tx.change(organisation, id, { merged_into: null });
  });
};

/** 다른 곳: the pair is not asked about again. One step. @throws Refusal `invalid` when they are one body */
export const distinguish = (store: Store, actor: Actor, pair: readonly [string, string], reason: string | null): { action: number } => {
  const [one, other] = pair.toSorted() as [string, string];
  if (recordsOfBody(store.read, one).includes(other)) throw new Refusal('invalid', '이미 한 곳으로 보는 두 기록입니다. 먼저 합친 것을 되돌리거나 사업자등록번호를 고치세요.');
  const [name = '', otherName = ''] = namesOf(store.read, [one, other]);
  write(store, actor, `다른 곳으로 확인: ${name} · ${otherName}`, (tx) => { tx.create(distinctPair, { one, other, reason }, relationId('distinct_pair', one, other)); });
  return { action: lastAction(store) };
};

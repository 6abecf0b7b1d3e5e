/** Whether two bodies are at one place. */
import { addressKey, deriveRegion } from '../reference/address.ts';
import type { Description, Reason } from './body-types.ts';

export type PlaceRelation = 'same' | 'near' | 'elsewhere' | 'unknown';

export type Place = Readonly<{ key: string; sido: string; sigungu: string; isRoad: boolean }>;

/** Where a body is: its own address and those of its sites. */
export const placesOf = (body: Description): Place[] => {
  const addresses = [body.address, ...(body.sites ?? []).map((site) => site.address)].filter((address): address is string => typeof address === 'string' && address.trim() !== '');
  return addresses.map((address) => {
    const { sido, sigungu } = deriveRegion(address, body.province ?? '', body.district ?? '');
    return { key: addressKey(address), sido, sigungu, isRoad: /(?:로|길)\s*\d/u.test(address) };
  });
};

const hasNumber = (place: Place): boolean => /\d/.test(place.key);

const relationOf = (one: Place, other: Place): PlaceRelation => {
  if (one.key === '' || other.key === '') return 'unknown';
  if (one.key === other.key) return hasNumber(one) ? 'same' : 'near';
  const differs = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;
  if (differs(one.sido, other.sido) || differs(one.sigungu, other.sigungu)) return 'elsewhere';
  const [short, long] = one.key.length <= other.key.length ? [one.key, other.key] : [other.key, one.key];
  if (/\d$/.test(short) ? long.startsWith(short) && !/^\d|^-\d/.test(long.slice(short.length)) : long.startsWith(short)) return /\d/.test(short) ? 'same' : 'near';
  // The province may be left out of one of them.
  if (/\d/.test(short) && short.length >= 8 && long.endsWith(short)) return 'same';
  // A road address and a lot address of one place cannot be told from two places.
  return one.isRoad === other.isRoad || one.sigungu === '' || other.sigungu === '' ? 'elsewhere' : 'near';
};

const order: readonly PlaceRelation[] = ['same', 'near', 'elsewhere', 'unknown'];

const said: Readonly<Record<PlaceRelation, Reason | null>> = {
  same: { ko: '주소가 같습니다', points: 30 },
  near: { ko: '같은 시군구에 있습니다', points: 5 },
  elsewhere: { ko: '주소가 다릅니다', points: -10 },
  unknown: null,
};

/** The nearest of all pairs of places of the two bodies, their sites among them. */
export const comparePlaces = (one: readonly Place[], other: readonly Place[]): { relation: PlaceRelation; reasons: Reason[] } => {
  const relations = new Set(one.flatMap((place) => other.map((there) => relationOf(place, there))));
  const relation = order.find((each) => relations.has(each)) ?? 'unknown';
  const reason = said[relation];
  return { relation, reasons: reason ? [reason] : [] };
};

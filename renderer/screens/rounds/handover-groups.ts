/** How what is handed over stands on the page: firm by firm, then the rest one by one. */
import type { HandoverItem, HandoverKind } from '../../../db/rounds/api.ts';

export const kindWords: Readonly<Record<HandoverKind, string>> = {
  task: '과제', action: '후속 조치', visit: '잡힌 방문', promise: '약속한 방문', chair: '회의 주재', recorder: '회의 기록', series: '정기 회의', manager: '미니클러스터',
};

/** What goes to one successor together. */
export type Group = { key: string; name: string; firm: string | null; items: readonly HandoverItem[] };

export const groupsOf = (items: readonly HandoverItem[]): Group[] => {
  const firms = [...Map.groupBy(items.filter(({ firm }) => firm !== null), ({ firm }) => firm?.id ?? '')].map(([id, of]): Group => ({ key: id, name: of[0]?.firm?.name ?? '', firm: id, items: of }));
  const rest = items.filter(({ firm }) => firm === null).map((item): Group => ({ key: item.key, name: item.what, firm: null, items: [item] }));
  return [...firms.toSorted((a, b) => a.name.localeCompare(b.name, 'ko')), ...rest];
};

/** Who a group goes to: a person, `''` = as most, `stay` = nobody. */
export type Chosen = Readonly<Record<string, string>>;

export const successorOf = (group: Group, most: string | null, chosen: Chosen): string | null => {
  const own = chosen[group.key] ?? '';
  if (own === 'stay') return null;
  return own === '' ? most : own;
};

/** `과제 3, 후속 조치 2`. */
export const countWords = (items: readonly HandoverItem[]): string =>
  [...Map.groupBy(items, ({ kind }) => kind)].map(([kind, of]) => `${kindWords[kind]} ${of.length}`).join(', ');

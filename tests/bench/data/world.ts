/** Ten years of days, what happens on each, and what the filler remembers meanwhile. */
import type { Actor } from '../../../db/kernel/actor.ts';
import type { Bulk, BulkRow } from '../../../db/kernel/bulk.ts';
import type { Chance } from './chance.ts';
import type { Scale } from './scales.ts';

export const firstDay = Date.UTC(2016, 10, 28);
const dayMs = 86_400_000;
/** 2016-11-28 to 2026-11-27. */
export const days = 3652;

/** What is done on one day, in this order; a row is touched once in each. */
export const parts = ['기업 등록', '이름·주소 변경', '미니클러스터', '회의', '상담 등록', '상담 확정', '애로과제', '교부와 집행', '후속 조치', '만족도와 전국 지표', '정정', '삭제', '복구'] as const;
export type Part = (typeof parts)[number];

export type Firm = { readonly id: string; name: string; readonly hub: number; employees: number | null; readonly contact: string; readonly contactName: string; readonly cluster: number; task: string | null; row: BulkRow | null };
export type Member = { readonly person: string; readonly organisation: string; readonly kind: string };
export type Cluster = { readonly id: string; readonly name: string; readonly hub: number; readonly members: Member[] };
export type Coordinator = { readonly id: string; readonly actor: Actor };

export type World = {
  readonly bulk: Bulk;
  readonly chance: Chance;
  readonly scale: Scale;
  readonly firms: Firm[];
  readonly bodies: { id: string; kind: string; person: string }[];
  readonly clusters: Cluster[];
  /** By hub. */
  readonly coordinators: Coordinator[][];
  readonly authors: Actor[];
  /** Index of the running day, and as `YYYY-MM-DD`. */
  readonly today: number;
  readonly date: string;
  readonly dateOf: (day: number) => string;
  /** A new id of this moment. */
  id(): string;
  /** Has something done on a day from now on; one at a week-end waits for Monday. @returns the day */
  on(day: number, part: Part, act: () => void): number;
  /** How many of `total` fall to this day: none at a week-end, a little more every year. */
  share(total: number): number;
  run(label: string): void;
};

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');
const growth = 1.25;

/** The first day is a Monday. */
const isWeekend = (day: number): boolean => day % 7 > 4;

export const createWorld = (bulk: Bulk, chance: Chance, scale: Scale, eachDay: (world: World) => void): World => {
  const queue = new Map<number, Map<Part, (() => void)[]>>();
  const [firms, bodies, clusters, coordinators, authors]: [World['firms'], World['bodies'], World['clusters'], World['coordinators'], World['authors']] = [[], [], [], [], []];
  let today = 0;
  let serial = 0;
  let weekday = 0;
  let running = -1;
  const weekdays = Math.round((days * 5) / 7);
  const dates: string[] = [];
  const dateOf = (day: number): string => (dates[day] ??= new Date(firstDay + day * dayMs).toISOString().slice(0, 10));
  const upTo = (total: number, count: number): number => Math.floor(total * Math.min(1, count / weekdays) ** growth);

  return {
    bulk, chance, scale, firms, bodies, clusters, coordinators, authors, dateOf,
    get today() { return today; },
    get date() { return dateOf(today); },
    id: () => {
      serial += 1;
      // Nine in the morning, a few milliseconds on with every 4,096 ids; a UUIDv7 as newId makes it, from seeded chance.
      const ms = firstDay + today * dayMs + 32_400_000 + (serial >> 12) % 30_000_000;
      const [a, b] = [Math.floor(chance.next() * 0x40000000), Math.floor(chance.next() * 0x100000000)];
      const time = hex(ms, 12);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(serial & 0xfff, 3)}-${hex(0x8000 | (a & 0x3fff), 4)}-${hex(a >>> 14, 4)}${hex(b, 8)}`;
    },
    on: (day, part, act) => {
      // What the day has already been through waits for the next.
      let when = Math.max(day, parts.indexOf(part) <= running ? today + 1 : today);
      while (isWeekend(when)) when += 1;
      if (when >= days) return when;
      const acts = queue.get(when) ?? new Map<Part, (() => void)[]>();
      queue.set(when, acts);
      const list = acts.get(part);
      if (list) list.push(act);
      else acts.set(part, [act]);
      return when;
    },
    share: (total) => (isWeekend(today) ? 0 : upTo(total, weekday) - upTo(total, weekday - 1)),
    run(label) {
      for (today = 0; today < days; today += 1) {
        if (!isWeekend(today)) weekday += 1;
        eachDay(this);
        parts.forEach((part, at) => {
          running = at;
          const acts = queue.get(today)?.get(part);
          if (!acts) return;
          bulk.action(authors[today % Math.max(1, authors.length)] ?? { number: 0, name: label }, part, firstDay + today * dayMs + 32_400_000 + at * 1_800_000, () => { for (const act of acts) act(); });
        });
        running = -1;
        queue.delete(today);
      }
    },
  };
};

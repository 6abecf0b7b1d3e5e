/** The lines of the open box, in their order: what the arrows walk over. */
import type { Group, Hit } from '../../db/search/api.ts';
import { kindNames, type KindName } from '../../db/search/choices.ts';
import { choseong, isChoseongQuery } from '../../db/korean/names.ts';
import type { RecentRecord } from './recent.ts';

export type Command = { id: string; label: string; note?: string; run: () => void };
export type CommandGroup = { title: string; commands: readonly Command[] };

export type Entry =
  | { kind: 'hit'; key: string; hit: Hit; group: Group }
  | { kind: 'more'; key: string; group: Group }
  | { kind: 'command'; key: string; command: Command }
  | { kind: 'text'; key: string; text: string }
  | { kind: 'record'; key: string; record: RecentRecord };

export type Block = { key: string; title: string; total: string | null; of: KindName | null; entries: readonly Entry[] };

export const koOf = (kind: KindName): string => kindNames.find((one) => one.name === kind)?.ko ?? kind;

const pathOf: Readonly<Record<string, string>> = {
  organisation: '/organisations', person: '/people', task: '/tasks', session: '/sessions', mini_cluster: '/clusters', meeting: '/meetings', committee: '/evaluations',
};

/** Where a result opens; a to-do that belongs to nothing is on the first screen. */
export const addressOf = ({ open }: Hit): string => {
  const path = pathOf[open.table];
  return path === undefined ? '/today' : `${path}/${open.id}`;
};

const meets = (label: string, text: string): boolean =>
  label.toLowerCase().includes(text.toLowerCase()) || (isChoseongQuery(text) && choseong(label).includes(text.replace(/\s/g, '')));

const totalOf = ({ total, isExact }: Group): string => `${total.toLocaleString('ko-KR')}건${isExact ? '' : ' 이상'}`;

/** With a text: what was found, before or after the commands that meet it; without one: what was used lately, and all commands. */
export const blocksOf = (text: string, groups: readonly Group[] | null, commands: readonly CommandGroup[], recent: { texts: readonly string[]; records: readonly RecentRecord[] }): Block[] => {
  const wanted = text.trim();
  const blockOf = ({ title, commands: all }: CommandGroup): Block =>
    ({ key: title, title, total: null, of: null, entries: all.map((command): Entry => ({ kind: 'command', key: `command ${command.id}`, command })) });
  if (wanted === '') {
    return [
      { key: 'records', title: '최근에 연 기록', total: null, of: null, entries: recent.records.map((record): Entry => ({ kind: 'record', key: `record ${record.path}`, record })) },
      { key: 'texts', title: '최근에 찾은 말', total: null, of: null, entries: recent.texts.map((one): Entry => ({ kind: 'text', key: `text ${one}`, text: one })) },
      ...commands.map(blockOf),
    ].filter((block) => block.entries.length > 0);
  }
  const met = commands.map((group) => ({ ...group, commands: group.commands.filter((command) => meets(command.label, wanted)) })).filter((group) => group.commands.length > 0);
  const isAsked = met.some((group) => group.commands.some((command) => command.label === wanted));
  const found = (groups ?? []).map((group): Block => ({
    key: group.kind, title: koOf(group.kind), total: totalOf(group), of: group.kind,
    entries: [
      ...group.hits.map((hit): Entry => ({ kind: 'hit', key: `${hit.kind} ${hit.id}`, hit, group })),
      ...(group.next ? [{ kind: 'more', key: `more ${group.kind}`, group } as const] : []),
    ],
  }));
  // A screen called by its full name is what was meant.
  return isAsked ? [...met.map(blockOf), ...found] : [...found, ...met.map(blockOf)];
};

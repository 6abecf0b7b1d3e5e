/** Votes of a resolution: no more than the people who were there and the proxies they held. */
import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import { isValidProxy, type PresenceRow } from './presence.ts';

export type Voters = {
  /** Named people who came. */
  present: number;
  proxies: number;
  /** 명부 없는 인원 of an old paper record. */
  headcount: number;
  /** The most votes there can be. */
  most: number;
};

export const votersOf = (read: Reader, meeting: string): Voters => {
  const rows = read.all<PresenceRow>('SELECT person, organisation, is_present, is_member, is_proxy, proxy_to FROM attendance WHERE meeting = ? AND _del = 0', [meeting]);
  const headcount = read.value<number | null>('SELECT headcount_only FROM meeting WHERE id = ?', [meeting]) ?? 0;
  const present = rows.filter((row) => row.is_present === 1).length;
  const proxies = rows.filter((row) => isValidProxy(row, rows)).length;
  return { present, proxies, headcount, most: present + proxies + headcount };
};

const voteFields = ['votes_for', 'votes_against', 'votes_abstained'] as const;

type Item = { meeting: string; kind: string; votes_for: number | null; votes_against: number | null; votes_abstained: number | null };

/**
 * After the votes of an item were changed.
 * @param changed the vote fields that were typed
 * @throws Refusal `invalid` naming the field that was typed when there are more votes than voters
 */
export const refuseTooManyVotes = (read: Reader, id: string, changed: readonly string[]): void => {
  const field = voteFields.findLast((name) => changed.includes(name));
  if (field === undefined) return;
  const item = read.get<Item>('SELECT meeting, kind, votes_for, votes_against, votes_abstained FROM agenda_item WHERE id = ?', [id]);
  if (!item) return;
  const cast = voteFields.reduce((sum, name) => sum + (item[name] ?? 0), 0);
  if (cast === 0) return;
  const voters = votersOf(read, item.meeting);
  if (cast <= voters.most) return;
  const there = [`참석 ${voters.present}명`, voters.proxies > 0 ? `위임 ${voters.proxies}명` : '', voters.headcount > 0 ? `명부 없는 인원 ${voters.headcount}명` : ''].filter(Boolean).join(' + ');
  const message = `표(${cast}표)가 투표할 수 있는 사람(${there} = ${voters.most}명)보다 많습니다. 출석을 먼저 표시하거나 표를 고쳐 주세요.`;
  throw new Refusal('invalid', message, [{ field, value: item[field], message }]);
};

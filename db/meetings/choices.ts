/** What page and database work out alike about a meeting. No Node import. */

export type Standing = 'planned' | 'held' | 'cancelled';

/** Whether a meeting is to come, was held or fell out: as its status says, and without one by its last day. `today` is `YYYY-MM-DD`. */
export const standingOf = (meeting: { status: string | null; start_on: string | null; end_on: string | null }, today: string): Standing => {
  if (meeting.status === 'planned' || meeting.status === 'held' || meeting.status === 'cancelled') return meeting.status;
  return (meeting.end_on ?? meeting.start_on ?? today) < today ? 'held' : 'planned';
};

/** How many of `total` members make a quorum: the given percentage rounded up, else more than half; null without members. */
export const quorumOf = (total: number, percent: number | null): number | null =>
  total === 0 ? null : percent === null ? Math.floor(total / 2) + 1 : Math.ceil((total * percent) / 100);

export type Votes = { votes_for: number | null; votes_against: number | null; votes_abstained: number | null };

export type VoteResult = {
  isPassed: boolean;
  /** Votes given, abstentions among them. */
  cast: number;
  /** Votes for that were needed: more than half of those given. */
  needed: number;
};

/** What a vote came to: carried by more than half of the votes given, where abstentions count as given; null before anybody voted. */
export const voteResult = (item: Votes): VoteResult | null => {
  const cast = (item.votes_for ?? 0) + (item.votes_against ?? 0) + (item.votes_abstained ?? 0);
  if (cast === 0) return null;
  const needed = Math.floor(cast / 2) + 1;
  return { isPassed: (item.votes_for ?? 0) >= needed, cast, needed };
};

/** A vote in words: `가결 (찬성 12 · 반대 3 · 기권 1)`. */
export const voteWords = (item: Votes): string => {
  const result = voteResult(item);
  return result === null ? '' : `${result.isPassed ? '가결' : '부결'} (찬성 ${item.votes_for ?? 0} · 반대 ${item.votes_against ?? 0} · 기권 ${item.votes_abstained ?? 0})`;
};

/** An item nobody has said anything final about. */
export const isOpenItem = (item: { status: string | null }): boolean => item.status === null || item.status === 'open';

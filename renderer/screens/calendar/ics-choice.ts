/** What somebody has decided about the events of a file, before they are taken in. */
import type { IcsProposal } from '../../../db/calendar/api.ts';

export type Chosen = 'meeting' | 'session' | 'move' | 'nothing';
export type Decision = { as: Chosen; cluster: { id: string; name: string } | null; organisation: { id: string; name: string } | null };

/** Live already: it can only be brought to the hours of the file. */
export const isKnown = ({ known }: IcsProposal): boolean => known !== null && !known.isDeleted;

export const optionsFor = (event: IcsProposal): { value: Chosen; label: string }[] => (isKnown(event)
  ? [{ value: 'nothing', label: '그대로 두기' }, ...(event.known?.isMoved ? [{ value: 'move' as const, label: '파일의 때로 옮기기' }] : [])]
  : [{ value: 'nothing', label: '넣지 않음' }, { value: 'meeting', label: '회의' }, ...(event.on === event.until ? [{ value: 'session' as const, label: '상담' }] : [])]);

export const firstDecision = ({ as, cluster, organisation }: IcsProposal): Decision => ({ as, cluster, organisation });

/** What is still to be said about a chosen event; null when nothing is. */
export const lackOf = ({ as, cluster, organisation }: Decision): string | null =>
  (as === 'meeting' && cluster === null ? '미니클러스터를 골라 주세요.' : as === 'session' && organisation === null ? '기업을 골라 주세요.' : null);

/** Every event nobody has decided about yet, and that can be, becomes a meeting of one mini-cluster; chosen meetings without one get it. */
export const withCluster = (events: readonly IcsProposal[], decisions: readonly Decision[], cluster: { id: string; name: string }): Decision[] =>
  decisions.map((one, index) => { const event = events[index]; return event && !isKnown(event) && !event.isCancelled && one.cluster === null && (one.as === 'meeting' || one.as === 'nothing') ? { ...one, as: 'meeting', cluster } : one; });

export const counted = (decisions: readonly Decision[]): Record<Chosen, number> => {
  const counts = { meeting: 0, session: 0, move: 0, nothing: 0 };
  for (const { as } of decisions) counts[as] += 1;
  return counts;
};

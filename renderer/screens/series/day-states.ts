/** How the days of a series are marked. */
import type { SeriesDay } from '../../../db/series/api.ts';
import type { BadgeTone } from '../../parts/layout/StatusBadge.tsx';

export const dayStates: Record<SeriesDay['state'], { word: string; tone: BadgeTone }> = {
  offered: { word: '예정', tone: 'waiting' }, moved: { word: '옮김', tone: 'active' }, cancelled: { word: '쉼', tone: 'stopped' }, missed: { word: '안 열림', tone: 'late' },
  made: { word: '회의 있음', tone: 'active' }, held: { word: '개최', tone: 'done' }, 'called-off': { word: '회의 취소', tone: 'stopped' },
};

/** A day nothing was made of yet: it can be moved, left out, made into a meeting. */
export const isFree = (day: SeriesDay): boolean => day.meeting === null && day.state !== 'cancelled';
/** Whether there is an exception to take back. */
export const isExcepted = (day: SeriesDay): boolean => day.meeting === null && (day.state === 'cancelled' || day.on !== day.day);

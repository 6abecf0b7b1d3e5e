/** How a series is said in plain words, for the form and the list: `매월 둘째 수요일 14:00~16:00`. */
import { weekdayOf, weekOf, type SeriesRule } from './days.ts';

export { addDays, ruleDays } from './days.ts';
export type { SeriesRule } from './days.ts';

const weekdays = ['일요일', '월요일', '화요일', '수요일', '목요일', '금요일', '토요일'];
const weeks = ['', '첫째', '둘째', '셋째', '넷째', '마지막'];

/** `수요일`. */
export const weekdayName = (day: string): string => weekdays[weekdayOf(day)] ?? '';

const often = (every: number, each: string, unit: string): string => (every === 1 ? each : `${every}${unit}마다`);

/** The rule without its hours: `매월 둘째 수요일`, `2주마다 월요일`, `매월 31일(없는 달은 말일)`. */
export const ruleWords = (rule: SeriesRule): string => {
  const every = Math.max(1, rule.every ?? 1);
  const date = Number(rule.start_on.slice(8, 10));
  switch (rule.frequency) {
    case 'weekly': return `${often(every, '매주', '주')} ${weekdayName(rule.start_on)}`;
    case 'yearly': return `${often(every, '매년', '년')} ${Number(rule.start_on.slice(5, 7))}월 ${date}일`;
    case 'monthly-last': return `${often(every, '매월', '개월')} 마지막 ${weekdayName(rule.start_on)}`;
    case 'monthly-weekday': return `${often(every, '매월', '개월')} ${weeks[weekOf(rule.start_on)] ?? ''} ${weekdayName(rule.start_on)}`;
    default: return `${often(every, '매월', '개월')} ${date}일${date > 28 ? '(없는 달은 말일)' : ''}`;
  }
};

export type SeriesHours = Readonly<{ start_at: string | null; end_at: string | null; days: number | null }>;

/** With its hours and length: `매월 둘째 수요일 14:00~16:00 · 2일`. */
export const seriesWords = (series: SeriesRule & SeriesHours): string =>
  [ruleWords(series), series.start_at === null ? '' : series.end_at === null ? series.start_at : `${series.start_at}~${series.end_at}`, (series.days ?? 1) > 1 ? `· ${series.days}일` : ''].filter(Boolean).join(' ');

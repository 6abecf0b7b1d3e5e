/** Short words for narrow places. */
import { dDay, daysTo } from '../../days.ts';

/** `1.2억`, `3,400만`, `8,000원`: a sum at a glance; the exact one stands in the record. */
export const shortWon = (won: number): string => {
  if (won >= 100_000_000) return `${(Math.round(won / 10_000_000) / 10).toLocaleString('ko-KR')}억`;
  if (won >= 10_000) return `${Math.round(won / 10_000).toLocaleString('ko-KR')}만`;
  return `${won.toLocaleString('ko-KR')}원`;
};

/** `D-12`, `지남 D+3`: what is late is said in a word, too; `day` leaves the word to a sign beside it. */
export const dueWord = (date: string): { text: string; day: string; isLate: boolean } => {
  const days = daysTo(date);
  return { text: days < 0 ? `지남 ${dDay(days)}` : dDay(days), day: dDay(days), isLate: days < 0 };
};

export const count = (tasks: number): string => tasks.toLocaleString('ko-KR');

/** How near a day is: said in words and numbers, late ones in the colour of late things, too. */
import { dDay, daysTo } from '../../days.ts';

export const Due = ({ on, today }: { on: string | null; today: string }) => {
  if (on === null) return <span className="cd-soft">기한 없음</span>;
  const days = daysTo(on, today);
  return <span className={days < 0 ? 'cd-late' : days <= 3 ? 'cd-soon' : undefined}>{days < 0 ? `지남 ${dDay(days)}` : days === 0 ? '오늘' : dDay(days)}</span>;
};

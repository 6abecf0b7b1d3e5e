/** Spans of days the box can be narrowed to. */
const dayOf = (date: Date): string => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

const yearsBack = (today: Date, years: number): string => dayOf(new Date(today.getFullYear() - years, today.getMonth(), today.getDate()));

export const periods = [
  { code: 'month', ko: '최근 한 달' }, { code: 'this-year', ko: '올해' }, { code: 'last-year', ko: '지난해' }, { code: 'three-years', ko: '최근 3년' }, { code: 'five-years', ko: '최근 5년' },
] as const;

export type Period = (typeof periods)[number]['code'];

export const daysOf = (period: Period | null, today: Date): { from: string | null; until: string | null } => {
  const year = today.getFullYear();
  switch (period) {
    case 'month': return { from: dayOf(new Date(year, today.getMonth() - 1, today.getDate())), until: null };
    case 'this-year': return { from: `${year}-01-01`, until: `${year}-12-31` };
    case 'last-year': return { from: `${year - 1}-01-01`, until: `${year - 1}-12-31` };
    case 'three-years': return { from: yearsBack(today, 3), until: null };
    case 'five-years': return { from: yearsBack(today, 5), until: null };
    default: return { from: null, until: null };
  }
};

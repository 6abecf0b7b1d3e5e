/** Growth of a figure, in percent; of a mean over several years says so when pointed at. */
import type { Figures } from '../../../db/organisations/api.ts';

type Growth = NonNullable<Figures['whole']['sales']>;

const written = (percent: number): string => `${percent > 0 ? '+' : percent < 0 ? '△' : ''}${Math.abs(percent).toLocaleString('ko-KR', { maximumFractionDigits: 1 })}%`;

export const GrowthMark = ({ growth }: { growth: Growth | null }) => (growth === null ? null : (
  <span className={growth.percent < 0 ? 'cd-growth-down' : undefined} title={growth.years > 1 ? `${growth.years}년 동안 연평균` : '전년 대비'}>{written(growth.percent)}</span>
));

/** Who is who: two records that look alike and are not the same body. */
import { link, record, text } from '../kernel/field.ts';

/** 서로 다른 곳: somebody looked at the pair and said so. Id by the pair, the smaller id first. */
export const distinctPair = record('distinct_pair', { ko: '다른 곳 확인', en: 'Known to differ' }, {
  one: link({ ko: '기관', en: 'One', required: true, to: 'organisation' }),
  other: link({ ko: '다른 기관', en: 'Other', required: true, to: 'organisation' }),
  reason: text({ ko: '사유', en: 'Reason', max: 500 }),
});

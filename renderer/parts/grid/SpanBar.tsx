/** Which half million of a very long list is shown, and the way to the next. */
import { ActionIcon } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { mostShown, type Span } from './use-span.ts';

const number = (value: number): string => value.toLocaleString('ko-KR');

export const SpanBar = ({ span, total }: { span: Span; total: number }) => {
  const end = Math.min(total, span.start + mostShown);
  return (
    <div className="cd-grid-span" role="group" aria-label="긴 목록의 구간">
      <ActionIcon variant="default" aria-label="앞 구간" disabled={span.start === 0} onClick={() => span.show(Math.max(0, span.start - mostShown))}><ChevronLeft size={15} aria-hidden /></ActionIcon>
      <span className="cd-number cd-small">{number(span.start + 1)}–{number(end)}번째</span>
      <ActionIcon variant="default" aria-label="다음 구간" disabled={end >= total} onClick={() => span.show(span.start + mostShown)}><ChevronRight size={15} aria-hidden /></ActionIcon>
      <span className="cd-soft cd-small">50만 건씩 보여 줍니다. 조건이나 연도로 좁히면 한 번에 보입니다.</span>
    </div>
  );
};

/** The points of a chart for the keyboard: one button that stands where the focus is, with its number in words beside it. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CellKey } from '../../../db/reports/api.ts';
import type { Point } from './draw-types.ts';
import { pointAfter, type Box } from './walk.ts';

export type ChartPointsProps = {
  title: string;
  points: readonly Point[];
  boxes: readonly Box[];
  width: number;
  /** Cell that was opened last: the focus returns to it. */
  startAt?: CellKey | undefined;
  onOpen: (cell: CellKey) => void;
};

export const ChartPoints = ({ title, points, boxes, width, startAt, onOpen }: ChartPointsProps) => {
  const [wanted, setAt] = useState(() => Math.max(0, points.findIndex((point) => point.cell === startAt)));
  const at = Math.min(wanted, points.length - 1);
  const [point, box] = [points[at], boxes[at]];
  const button = useRef<HTMLButtonElement>(null);
  const takesFocus = useRef(startAt !== undefined);
  useEffect(() => {
    if (takesFocus.current) button.current?.focus({ preventScroll: false });
    takesFocus.current = false;
  }, [at]);
  if (!point || !box) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const next = pointAfter(event.code, at, boxes);
    if (next === null) return;
    event.preventDefault();
    takesFocus.current = next !== at;
    setAt(next);
  };
  return (
    <div className="cd-points" role="group" aria-label={`${title}: ${points.length}곳을 화살표로 옮겨 다니고 Enter로 기록을 엽니다.`} onKeyDown={onKeyDown}>
      {/* A new button for each point, so that a screen reader says where the focus went. */}
      <button key={at} ref={button} type="button" className="cd-point" style={box} aria-label={`${point.spoken}, 기록 보기`} onClick={() => onOpen(point.cell)} />
      <span className="cd-point-word" aria-hidden data-side={box.left > width / 2 ? 'left' : 'right'} style={box.left > width / 2 ? { right: width - box.left - box.width, top: box.top - 24 } : { left: box.left, top: box.top - 24 }}>{point.spoken}</span>
    </div>
  );
};

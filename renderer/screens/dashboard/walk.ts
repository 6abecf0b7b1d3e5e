/** Going from point to point of a chart by the arrows. */
import type { Chart } from './echarts.ts';
import type { Point } from './draw-types.ts';

/** Pixels inside the chart. */
export type Box = { left: number; top: number; width: number; height: number };

/** The ring of the focus is never smaller: WCAG 2.2, 2.5.8. */
const smallest = 24;

const numbers = (value: unknown): readonly [number, number] => (Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number' ? [value[0], value[1]] : [0, 0]);

export const boxOf = (chart: Chart, { grid, from, to, grow, shift = [0, 0] }: Point): Box => {
  const [start, end] = [from, to].map((at) => numbers(chart.convertToPixel({ gridIndex: grid }, [...at])));
  if (!start || !end) return { left: 0, top: 0, width: smallest, height: smallest };
  const [width, height] = [0, 1].map((axis) => Math.max(smallest, Math.abs((end[axis] ?? 0) - (start[axis] ?? 0)) + 2 * (grow[axis] ?? 0)));
  const [x, y] = [0, 1].map((axis) => ((start[axis] ?? 0) + (end[axis] ?? 0)) / 2 + (shift[axis] ?? 0));
  return { left: (x ?? 0) - (width ?? 0) / 2, top: (y ?? 0) - (height ?? 0) / 2, width: width ?? smallest, height: height ?? smallest };
};

const middle = (box: Box): readonly [number, number] => [box.left + box.width / 2, box.top + box.height / 2];

/** The nearest above or below: what lies aside counts double. */
const nearest = (boxes: readonly Box[], at: number, way: 1 | -1): number => {
  const [x, y] = middle(boxes[at] ?? { left: 0, top: 0, width: 0, height: 0 });
  let best = { index: at, far: Number.POSITIVE_INFINITY };
  for (const [index, box] of boxes.entries()) {
    const [otherX, otherY] = middle(box);
    const ahead = (otherY - y) * way;
    const far = ahead + 2 * Math.abs(otherX - x);
    if (ahead > 4 && far < best.far) best = { index, far };
  }
  return best.index;
};

/** Where a key leads; null when it leads nowhere. Left and right reach every point in reading order. */
export const pointAfter = (code: string, at: number, boxes: readonly Box[]): number | null => {
  const last = boxes.length - 1;
  switch (code) {
    case 'ArrowRight': return Math.min(at + 1, last);
    case 'ArrowLeft': return Math.max(at - 1, 0);
    case 'ArrowDown': return nearest(boxes, at, 1);
    case 'ArrowUp': return nearest(boxes, at, -1);
    case 'Home': return 0;
    case 'End': return last;
    default: return null;
  }
};

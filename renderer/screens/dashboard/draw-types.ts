/** What a card draws from its table: the chart's option, the points one can walk to, and the sentence that says it in words. */
import type { CellKey, ReportTable } from '../../../db/reports/api.ts';
import type { Palette } from './palette.ts';

/** A place in the chart, in the units of the axes of `grid`; the ring around it is `grow` pixels larger and moved by `shift` pixels. */
export type Point = {
  cell: CellKey;
  /** `수행중 12건` */
  spoken: string;
  grid: number;
  from: readonly [number, number];
  to: readonly [number, number];
  grow: readonly [number, number];
  shift?: readonly [number, number];
};

export type Drawing = {
  option: Readonly<Record<string, unknown>>;
  /** In reading order. */
  points: readonly Point[];
  /** The main numbers as a sentence: shown under the title, read for the picture. */
  sentence: string;
};

export type Canvas = {
  width: number;
  height: number;
  palette: Palette;
  /** Letters are so many times their usual size. */
  scale: number;
  /** Whether parts are hatched besides their colour. */
  decals: boolean;
};

export type Draw = (table: ReportTable, canvas: Canvas) => Drawing;

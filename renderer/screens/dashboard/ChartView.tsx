/** A drawing on the screen. The library is fetched when the first of them is drawn; what is drawn follows size, letters and colours. */
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { CellKey, ReportTable } from '../../../db/reports/api.ts';
import { useLetterSize } from '../../parts/letter-size.ts';
import { ChartPoints } from './ChartPoints.tsx';
import type { Draw, Drawing } from './draw-types.ts';
import type { Chart } from './echarts.ts';
import { paletteAt } from './palette.ts';
import { boxOf, type Box } from './walk.ts';

export type ChartViewProps = { draw: Draw; table: ReportTable; startAt?: CellKey | undefined; onOpen: (cell: CellKey) => void; onFailure: (error: unknown) => void };

type Drawn = { drawing: Drawing; boxes: readonly Box[]; width: number };

/** Letters are so many times their usual size. */
const lettersAt = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

export const ChartView = ({ draw, table, startAt, onOpen, onFailure }: ChartViewProps) => {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [isReady, setReady] = useState(false);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const scheme = useComputedColorScheme('light');
  const letters = useLetterSize();
  const latest = useRef({ onOpen, onFailure });
  useEffect(() => { latest.current = { onOpen, onFailure }; });

  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    let isGone = false;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    void import('./echarts.ts').then(({ chartIn }) => {
      if (isGone) return;
      const made = chartIn(element);
      made.on('click', ({ data }) => {
        const cell: unknown = typeof data === 'object' && data !== null && 'cell' in data ? data.cell : null;
        if (typeof cell === 'string') latest.current.onOpen(cell);
      });
      chart.current = made;
      setReady(true);
    }).catch((error: unknown) => latest.current.onFailure(error));
    return () => {
      isGone = true;
      observer.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const [element, made] = [host.current, chart.current];
    if (!isReady || !element || !made || size.width === 0) return;
    const drawing = draw(table, { ...size, palette: paletteAt(element), scale: lettersAt(), decals: true });
    made.resize({ ...size });
    made.setOption({ ...drawing.option, aria: { enabled: false, decal: { show: true } } }, true);
    setDrawn({ drawing, boxes: drawing.points.map((point) => boxOf(made, point)), width: size.width });
  }, [draw, table, size, isReady, scheme, letters]);

  return (
    <div className="cd-chart">
      <div ref={host} className="cd-chart-host" role="img" aria-label={`${table.title}: ${drawn?.drawing.sentence ?? '그리는 중입니다.'}`} />
      {drawn ? <ChartPoints title={table.title} points={drawn.drawing.points} boxes={drawn.boxes} width={drawn.width} startAt={startAt} onOpen={onOpen} /> : <div className="cd-chart-wait" aria-hidden />}
    </div>
  );
};

/** What every drawing begins with: no movement, our letters, hatching. */
import type { Canvas } from './draw-types.ts';

export const small = ({ scale }: Canvas): number => Math.round(12 * scale);

export const letters = (canvas: Canvas, colour = canvas.palette.text): Record<string, unknown> => ({ fontFamily: canvas.palette.font, fontSize: small(canvas), color: colour });

const hatches = [
  { symbol: 'none' },
  { symbol: 'line', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  { symbol: 'circle', dashArrayX: [[4, 4], [0, 4, 4, 0]], dashArrayY: [4, 0], symbolSize: 0.6 },
];

/** The hatching of a series, over its colour. */
export const hatch = (index: number, { decals, palette }: Canvas): Record<string, unknown> => {
  const decal = hatches[index % hatches.length];
  return decals && decal && index > 0 ? { decal: { ...decal, color: palette.surface } } : {};
};

export const base = (canvas: Canvas): Record<string, unknown> => ({
  animation: false,
  textStyle: letters(canvas),
  tooltip: {
    trigger: 'item', confine: true, transitionDuration: 0, backgroundColor: canvas.palette.surface, borderColor: canvas.palette.line, padding: [4, 8],
    textStyle: letters(canvas), formatter: ({ data }: { data?: { spoken?: string } }) => (data?.spoken ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  },
});

/** An axis of numbers without letters: the numbers stand at the bars. */
export const silentAxis = { type: 'value', axisLabel: { show: false }, axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };

export const nameAxis = (canvas: Canvas, names: readonly string[], width?: number): Record<string, unknown> => ({
  type: 'category', data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: canvas.palette.line } },
  axisLabel: { ...letters(canvas), interval: 0, ...(width === undefined ? {} : { width, overflow: 'truncate' }) },
});

/** Names of the series in the upper right, beside a field of their colour. */
export const legend = (canvas: Canvas, entries: readonly { name: string; colour: string }[]): Record<string, unknown>[] => {
  const step = 88 * canvas.scale;
  return entries.flatMap(({ name, colour }, at) => {
    const right = (entries.length - 1 - at) * step;
    return [
      { type: 'rect', right: right + step - 18 * canvas.scale, top: 4, shape: { width: 12 * canvas.scale, height: 12 * canvas.scale }, style: { fill: colour, stroke: canvas.palette.line, lineWidth: 0.5 }, silent: true },
      { type: 'text', left: canvas.width - right - step + 22 * canvas.scale, top: 4, style: { text: name, fill: canvas.palette.text, font: `${small(canvas)}px ${canvas.palette.font}` }, silent: true },
    ];
  });
};

/**
 * Hatching for paper. What the library hatches with is an SVG pattern, and a pattern becomes a bitmap in a PDF (measured: two of 450 by
 * 225 dots for each bar), so on paper every hatched bar gets its lines one by one. Bars are rectangles, so cutting a line is arithmetic.
 */

type Field = { left: number; top: number; right: number; bottom: number };

/** The rectangle of a path that only moves straight: `M1 2l3 0l0 4l-3 0Z`. Null for any other path. */
export const fieldOf = (path: string): Field | null => {
  if (/[^MLlHhVvZz\d\s.,eE+-]/.test(path)) return null;
  let [x, y] = [0, 0];
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const [, command = '', given = ''] of path.matchAll(/([MLlHhVvZz])([^MLlHhVvZz]*)/g)) {
    const numbers = [...given.matchAll(/[+-]?(?:\d*\.)?\d+(?:e[+-]?\d+)?/gi)].map(([text]) => Number(text));
    if (command === 'M' || command === 'L') [x, y] = [numbers[0] ?? x, numbers[1] ?? y];
    else if (command === 'l') [x, y] = [x + (numbers[0] ?? 0), y + (numbers[1] ?? 0)];
    else if (command === 'H' || command === 'h') x = (command === 'h' ? x : 0) + (numbers[0] ?? 0);
    else if (command === 'V' || command === 'v') y = (command === 'v' ? y : 0) + (numbers[0] ?? 0);
    xs.push(x);
    ys.push(y);
  }
  return xs.length === 0 ? null : { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
};

/** Pixels between two lines. */
const apart = 5;
const short = (value: number): string => String(Math.round(value * 100) / 100);

/** Lines that rise to the right, cut at the edges of the field; `falls` = to the other side. */
export const slantedLines = ({ left, top, right, bottom }: Field, falls: boolean): string => {
  const height = bottom - top;
  const lines: string[] = [];
  for (let foot = left - height + apart; foot < right; foot += apart) {
    const [from, to] = [Math.max(left, foot), Math.min(right, foot + height)];
    if (to - from < 0.5) continue;
    const [start, end] = [from - foot, to - foot];
    lines.push(falls ? `M${short(from)} ${short(top + start)}L${short(to)} ${short(top + end)}` : `M${short(from)} ${short(bottom - start)}L${short(to)} ${short(bottom - end)}`);
  }
  return lines.join('');
};

const svgSpace = 'http://www.w3.org/2000/svg';

/** Puts lines in the place of patterns. The second pattern of a drawing gets lines both ways. */
export const hatched = (svg: string, colour: string): string => {
  const page = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const kinds = [...page.querySelectorAll('pattern')].map((pattern) => ({ id: pattern.id, isCrossed: !(pattern.getAttribute('patternTransform') ?? '').includes('rotate') }));
  for (const { id, isCrossed } of kinds) {
    for (const element of page.querySelectorAll(`[fill="url(#${id})"]`)) {
      const field = fieldOf(element.getAttribute('d') ?? '');
      const lines = page.createElementNS(svgSpace, 'path');
      lines.setAttribute('d', field ? `${slantedLines(field, false)}${isCrossed ? slantedLines(field, true) : ''}` : '');
      lines.setAttribute('stroke', colour);
      lines.setAttribute('stroke-width', '1');
      lines.setAttribute('fill', 'none');
      element.replaceWith(lines);
    }
  }
  for (const pattern of page.querySelectorAll('pattern')) pattern.remove();
  return new XMLSerializer().serializeToString(page.documentElement);
};

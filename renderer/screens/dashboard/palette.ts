/** The colours of a chart, from the tokens that hold where it stands: the page's scheme, or paper. */

export type Palette = { text: string; soft: string; line: string; surface: string; series: readonly string[]; late: string; ramp: readonly string[]; font: string };

export const paletteAt = (element: Element): Palette => {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--cd-${name}`).trim();
  return {
    text: token('text'), soft: token('text-soft'), line: token('line'), surface: token('surface'), // Double quotes would end the attribute the library writes the font into.
    font: token('font').replaceAll('"', "'"), late: token('chart-late'),
    series: [1, 2, 3, 4].map((step) => token(`chart-${step}`)), ramp: [0, 1, 2, 3, 4].map((step) => token(`ramp-${step}`)),
  };
};

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Black or white, whichever is the easier to read on a colour `#rrggbb`. */
export const inkOn = (colour: string): string => {
  const lightness = 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  return lightness > 0.179 ? '#000000' : '#ffffff';
};

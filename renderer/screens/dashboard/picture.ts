/** A card as a picture of its own: SVG text for paper and files, PNG for the clipboard. Always as on paper, whatever the screen shows. */
import type { ReportTable } from '../../../db/reports/api.ts';
import { ask } from '../../api.ts';
import regular from '../../../assets/fonts/Pretendard-Regular.woff2?url';
import bold from '../../../assets/fonts/Pretendard-Bold.woff2?url';
import type { Canvas, Draw } from './draw-types.ts';
import { hatched } from './hatching.ts';
import { paletteAt, type Palette } from './palette.ts';

export type PictureSize = { width: number; height: number };

const paperPalette = (): Palette => {
  const sheet = document.createElement('div');
  sheet.className = 'cd-paper';
  document.body.append(sheet);
  const palette = paletteAt(sheet);
  sheet.remove();
  return palette;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The chart alone, without the library's rules for a pointer that paper does not have. */
export const chartSvg = async (draw: Draw, table: ReportTable, { width, height }: PictureSize): Promise<string> => {
  const { chartOf } = await import('./echarts.ts');
  const canvas: Canvas = { width, height, palette: paperPalette(), scale: 1, decals: true };
  const chart = chartOf(width, height);
  chart.setOption({ ...draw(table, canvas).option, aria: { enabled: false, decal: { show: true } } });
  const svg = chart.renderToSVGString({ useViewBox: true });
  chart.dispose();
  return hatched(svg.replace(/<style[\s\S]*?<\/style>/g, '').replaceAll(/ class="[^"]*"/g, '').replaceAll('pointer-events="visible"', ''), canvas.palette.surface);
};

/** What a card says of itself without a picture. */
export const sentenceOf = (draw: Draw, table: ReportTable): string => {
  const palette: Palette = { text: '', soft: '', line: '', surface: '', series: [], late: '#000000', ramp: ['#000000', '#000000', '#000000', '#000000', '#000000'], font: '' };
  return draw(table, { width: 600, height: 300, palette: { ...palette, series: palette.ramp }, scale: 1, decals: false }).sentence;
};

const pictureSize: PictureSize = { width: 760, height: 380 };
const head = 64;
const foot = 30;

/** Chart with its title, its main numbers, its unit and its day: a picture that can stand alone in a document. */
export const pictureSvg = async (draw: Draw, table: ReportTable, period: string): Promise<string> => {
  const { width, height } = pictureSize;
  const inner = (await chartSvg(draw, table, pictureSize)).replace(/^<svg [^>]*>/, `<svg x="0" y="${head}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`);
  const text = (x: number, y: number, size: number, words: string, more = ''): string => `<text x="${x}" y="${y}" font-family="Pretendard, sans-serif" font-size="${size}" fill="#1e2124"${more}>${escaped(words)}</text>`;
  const whole = height + head + foot;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}"><rect width="100%" height="100%" fill="#ffffff"/>${
    text(16, 28, 18, table.title, ' font-weight="700"')}${text(width - 16, 28, 12, `(${table.unit})`, ' text-anchor="end"')}${text(16, 50, 12, sentenceOf(draw, table))}${inner}${text(16, whole - 10, 11, `${period} · ${table.asOf} · 클러스터데스크`)}</svg>`;
};

const dataUrl = async (address: string): Promise<string> => {
  const body = await (await ask(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new Error(`${address} could not be read`));
    reader.readAsDataURL(body);
  });
};

let fonts: Promise<string> | undefined;
/** A picture knows no font of the page, so it carries its own. */
const fontRules = (): Promise<string> => (fonts ??= Promise.all([[400, regular] as const, [700, bold] as const].map(async ([weight, address]) =>
  `@font-face{font-family:Pretendard;font-weight:${weight};src:url(${await dataUrl(address)})}`)).then((rules) => `<style>${rules.join('')}</style>`));

const sharp = 2;

/** The picture as PNG, twice as fine as the screen. */
export const picturePng = async (draw: Draw, table: ReportTable, period: string): Promise<Blob> => {
  const [svg, rules] = await Promise.all([pictureSvg(draw, table, period), fontRules()]);
  const address = URL.createObjectURL(new Blob([svg.replace('>', `>${rules}`)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth * sharp, image.naturalHeight * sharp];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => { canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))), 'image/png'); });
  } finally {
    URL.revokeObjectURL(address);
  }
};

/** True when the clipboard took it. */
export const copyPicture = async (draw: Draw, table: ReportTable, period: string): Promise<boolean> => {
  const item = new ClipboardItem({ 'image/png': picturePng(draw, table, period) });
  return navigator.clipboard.write([item]).then(() => true, () => false);
};

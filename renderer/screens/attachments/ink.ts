/** Ink: strokes as they were drawn, in parts of the board's width, so that they look the same on every board. */

/** `p` is the pressure, 0 to 1; a mouse and a finger have none and say 0.5. */
export type InkPoint = { x: number; y: number; p: number };
export type Stroke = readonly InkPoint[];

/** Height of the board by its width. */
export const boardShape = 5 / 14;

/** Width of the line by pressure, in parts of the board's width: about 2 px of 560 for a mouse. */
const lineWidth = ({ p }: InkPoint): number => 0.0018 + 0.0036 * p;

const middle = (a: InkPoint, b: InkPoint): InkPoint => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, p: (a.p + b.p) / 2 });

/** Draws strokes on a board `width` wide: curves through the middles of the points, so that a quick hand leaves no corners. */
export const drawInk = (on: CanvasRenderingContext2D, strokes: readonly Stroke[], width: number): void => {
  on.lineCap = 'round';
  on.lineJoin = 'round';
  on.strokeStyle = '#101418';
  on.fillStyle = '#101418';
  for (const stroke of strokes) {
    const [first] = stroke;
    if (!first) continue;
    if (stroke.length === 1) {
      on.beginPath();
      on.arc(first.x * width, first.y * width, lineWidth(first) * width, 0, 2 * Math.PI);
      on.fill();
      continue;
    }
    let from = first;
    stroke.slice(1).forEach((point, at) => {
      const last = stroke[at] ?? first;
      const to = middle(last, point);
      on.beginPath();
      on.lineWidth = lineWidth(to) * width;
      on.moveTo(from.x * width, from.y * width);
      on.quadraticCurveTo(last.x * width, last.y * width, to.x * width, to.y * width);
      on.stroke();
      from = to;
    });
  }
};

/** Width of the picture that is kept, in pixels. */
const keptWidth = 1120;

/** The signature as a PNG, black on white, the name under it where one was typed. */
export const inkPicture = (strokes: readonly Stroke[], name: string): Promise<Blob> => {
  const canvas = document.createElement('canvas');
  const height = keptWidth * boardShape;
  canvas.width = keptWidth;
  canvas.height = height + (name === '' ? 0 : 70);
  const on = canvas.getContext('2d');
  if (!on) throw new Error('the browser draws nothing');
  on.fillStyle = '#ffffff';
  on.fillRect(0, 0, canvas.width, canvas.height);
  drawInk(on, strokes, keptWidth);
  if (name !== '') {
    on.font = '36px Pretendard, sans-serif';
    on.textAlign = 'right';
    on.fillText(name, keptWidth - 40, height + 36, keptWidth - 80);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((png) => { if (png) resolve(png); else reject(new Error('the browser made no picture')); }, 'image/png');
  });
};

/** Text with what was looked for marked in it. */
import type { Mark } from '../../db/search/api.ts';

export const Marked = ({ text, marks }: { text: string; marks: readonly Mark[] }) => {
  if (marks.length === 0) return text;
  const pieces: { from: number; text: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const [from, until] of marks) {
    if (from > at) pieces.push({ from: at, text: text.slice(at, from), isMarked: false });
    pieces.push({ from, text: text.slice(from, until), isMarked: true });
    at = until;
  }
  if (at < text.length) pieces.push({ from: at, text: text.slice(at), isMarked: false });
  return pieces.map((piece) => (piece.isMarked ? <mark key={piece.from}>{piece.text}</mark> : <span key={piece.from}>{piece.text}</span>));
};

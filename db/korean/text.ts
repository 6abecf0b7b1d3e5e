/** Text as it is stored, whatever machine it was typed on. */

/** How much of the outer and inner white space `normaliseText` takes away. */
export type TextForm = 'line' | 'block' | 'verbatim';

/** Text that no rule below changes, but for its ends: most cells of most files. */
const PLAIN = /^[ -~가-힣]*$/;

/**
 * Text as it is stored: NFC (macOS hands over decomposed Hangul), well-formed UTF-16, no U+0000, no-break spaces as spaces.
 * `line` (default) is for one-line fields: line breaks and tabs become a space, ends trimmed.
 * `block` is for long text: line breaks become LF, trailing spaces of each line and the outer blank lines go.
 * `verbatim` touches no white space except line breaks (LF).
 */
export function normaliseText(text: string, form: TextForm = 'line'): string {
  if (PLAIN.test(text)) return form === 'verbatim' ? text : form === 'block' ? text.trimEnd() : text.trim();
  const safe = text
    .toWellFormed()
    .replaceAll('\u0000', '')
    .replaceAll('\uFEFF', '')
    .normalize('NFC')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replace(/\r\n?/g, '\n');
  if (form === 'verbatim') return safe;
  if (form === 'block') return safe.replace(/[ \t]+$/gm, '').replace(/^\n+|\s+$/g, '');
  return safe.replace(/[\n\t\v\f\u2028\u2029]+/g, ' ').trim();
}

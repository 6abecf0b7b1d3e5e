/** The minutes as paper needs them: the overview stands in the table above, unless somebody has changed it in the text. */

/** Lines up to the second heading (□). */
const overviewOf = (text: string): string => {
  const lines = text.split('\n');
  const next = lines.findIndex((line, index) => index > 0 && line.startsWith('□'));
  return (next < 0 ? lines : lines.slice(0, next)).join('\n');
};

/** What is printed below the table: the written minutes, without an overview that says what the table says. */
export const printedMinutes = (written: string, draft: string): string => {
  const text = written.trim() === '' ? draft : written;
  const overview = overviewOf(draft);
  return text.startsWith(`${overview}\n`) ? text.slice(overview.length + 1) : text === overview ? '' : text;
};

/** The note under tables whose rounded parts do not add up to the printed total. */

type Printed = { parts: readonly number[]; whole: number };

/** `※ 단수처리…` when one of the sums differs by at least one printed step (0.1); else nothing. */
export const roundingNote = (sums: readonly Printed[]): string[] =>
  sums.some(({ parts, whole }) => Math.abs(parts.reduce((sum, part) => sum + part, 0) - whole) > 0.05) ? ['※ 단수처리로 합계가 맞지 않을 수 있습니다.'] : [];

/** Checks over several fields that many record types share. */
import type { Problem } from '../errors.ts';
import type { Cell } from './field.ts';

/** The later date may equal the earlier one but not precede it; either may be missing. */
export const noEarlierThan = <L extends string, E extends string>(later: L, laterKo: string, earlier: E, earlierKo: string) =>
  (values: Readonly<Record<L | E, Cell>>): Problem | null => {
    const [end, start] = [values[later], values[earlier]];
    if (end === null || end === undefined || start === null || start === undefined || end >= start) return null;
    return { field: later, value: end, message: `${laterKo}(${end})이 ${earlierKo}(${start})보다 빠릅니다. 날짜를 확인해 주세요.` };
  };

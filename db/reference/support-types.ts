/** Support types (지원유형) by program year: assets/reference/support-types.json, domain.md §5. */
import file from '../../assets/reference/support-types.json' with { type: 'json' };
import { freeze } from './freeze.ts';
import { referenceShapes } from './shapes.ts';

/** Every support type in every period; one code may occur several times, never twice in one year. */
export const supportTypes = freeze(referenceShapes['support-types'].parse(file).rows);

/**
 * The support types open in a program year, given as the calendar year in which it starts (2012, not 8).
 * A cap, share or condition that no source prints is null: it must not be checked.
 */
export const supportTypesIn = (year: number): (typeof supportTypes)[number][] =>
  supportTypes.filter((type) => type.validFrom <= year && (type.validTo === null || year <= type.validTo));

/** One support type as it stood in a program year, or null when it was not open then. */
export const supportTypeIn = (code: string, year: number): (typeof supportTypes)[number] | null =>
  supportTypesIn(year).find((type) => type.code === code) ?? null;

/**
 * The label of a support type: as it was called in `year`, else as it was last called, else the code itself.
 */
export const supportTypeLabel = (code: string, year: number | null = null): string =>
  (year === null ? null : supportTypeIn(code, year)?.ko) ?? supportTypes.findLast((type) => type.code === code)?.ko ?? code;

/** Program years (차년도) and phases: assets/reference/program-years.json, domain.md §2 and §16. */
import file from '../../assets/reference/program-years.json' with { type: 'json' };
import { freeze } from './freeze.ts';
import { referenceShapes } from './shapes.ts';

/** Program years 2005 (1차) to 2030 (26차), oldest first. */
export const programYears = freeze(referenceShapes['program-years'].parse(file).rows);

/** The program year that runs on a day (`YYYY-MM-DD`): 1 April to 31 March. Null outside 2005–2030. */
export const programYearOf = (date: string): (typeof programYears)[number] | null =>
  programYears.find((row) => row.startOn <= date && date <= row.endOn) ?? null;

/** Number of a program year (차년도): 2008 = 4, 2012 = 8, so n = year − 2004. */
export const programNumberOf = (year: number): number => year - 2004;

/** Calendar year in which program year `number` starts. */
export const yearOfProgramNumber = (number: number): number => number + 2004;

/** Phase code of a program year; null where no source names one (from 2017, before 2005). */
export const phaseOf = (year: number): (typeof programYears)[number]['phase'] =>
  programYears.find((row) => row.year === year)?.phase ?? null;

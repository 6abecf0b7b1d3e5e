/** Economic regions (광역경제권), complexes (단지) and provinces (시도): domain.md §11, §14.9. */
import complexFile from '../../assets/reference/complexes.json' with { type: 'json' };
import regionFile from '../../assets/reference/economic-regions.json' with { type: 'json' };
import { freeze } from './freeze.ts';
import { referenceShapes } from './shapes.ts';

/** The 5+2 regions in the order in which reports print them. */
export const economicRegions = freeze(referenceShapes['economic-regions'].parse(regionFile).rows);

/** Complexes known by name; the code is this program's own. */
export const complexes = freeze(referenceShapes.complexes.parse(complexFile).rows);

type Region = (typeof economicRegions)[number];
type ComplexRow = (typeof complexes)[number];

// '명지·녹산', '명지ㆍ녹산', '명지녹산국가산업단지' are one place in real files. The dots go first: NFKC turns ㆍ (U+318D) into a vowel.
const bare = (name: string): string =>
  name.replace(/[·ㆍ・]/g, '').normalize('NFKC').replace(/[\s.,()-]/g, '').replace(/(국가|일반|지방|도시첨단|스마트그린)*(산업)?(단지|산단)$/, '');

/** The complex a written name means, or null when it is unknown. Hints for an import, never a key: names repeat. */
export const complexByName = (name: string): ComplexRow | null => {
  const wanted = bare(name);
  return complexes.find((complex) => [complex.ko, ...complex.aliases].some((known) => bare(known) === wanted)) ?? null;
};

/** A complex by its code or by a written name, or null: records hold what people typed or a file carried. */
export const complexOf = (codeOrName: string): ComplexRow | null => complexes.find((complex) => complex.code === codeOrName) ?? complexByName(codeOrName);

/** The region a complex belongs to on a day (`YYYY-MM-DD`): null before the regions existed or for an unknown complex. */
export const regionOf = (codeOrName: string, date: string): Region | null => {
  const code = complexOf(codeOrName)?.region;
  return economicRegions.find((region) => region.code === code && region.validFrom <= date && (region.validTo === null || date <= region.validTo)) ?? null;
};

/** What a complex was on a day (pilot, expansion, hub or linked), or null when it took no part that is known. */
export const roleOf = (codeOrName: string, date: string): ComplexRow['roles'][number]['role'] | null =>
  complexOf(codeOrName)?.roles.find((period) => period.from <= date && (period.to === null || date <= period.to))?.role ?? null;

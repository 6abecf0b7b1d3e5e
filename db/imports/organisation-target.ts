import type { Cell } from '../kernel/field.ts';
import { foldName, splitSiteSuffix } from '../korean/names.ts';
import { withIndustry } from '../organisations/change.ts';
import { organisation, site } from '../organisations/fields.ts';
import { deriveRegion } from '../reference/address.ts';
import { declaredColumns } from './declared-columns.ts';
import type { ImportOptions } from './importer.ts';
import type { FirmDraft } from './judge-firm.ts';
import { readArea, readBusinessNumber, readCorporateNumber, readerOfField, readFactoryNumber, readIndustryCode, readName, readPhone } from './read-cell.ts';
import type { ReadRow } from './read-row.ts';
import type { ImportTarget, TargetColumn } from './target.ts';

/** Fields whose cells are read by a rule of their own. */
const READERS: Readonly<Record<string, TargetColumn['read']>> = {
  name: readName(organisation.fields.name),
  business_no: readBusinessNumber,
  corporate_no: readCorporateNumber,
  phone: readPhone,
  fax: readPhone,
  industry_code: readIndustryCode,
  land_area: readArea,
  building_area: readArea,
};

const countReader = readerOfField(organisation.fields.employees);
/** 남자, 여자 and 외국인 columns of the registry, added up when there is no total (domain.md §22). */
const parts: readonly TargetColumn[] = [
  { key: 'part.men', ko: '남자 종업원', headers: ['남자종업원', '종업원남자', '종업원(남)', '종업원남', '남자', '남'] },
  { key: 'part.women', ko: '여자 종업원', headers: ['여자종업원', '종업원여자', '종업원(여)', '종업원여', '여자', '여'] },
  { key: 'part.foreign_men', ko: '외국인 남자 종업원', headers: ['외국인남자종업원', '외국인남자', '외국인(남)', '종업원외국인', '외국인'] },
  { key: 'part.foreign_women', ko: '외국인 여자 종업원', headers: ['외국인여자종업원', '외국인여자', '외국인(여)'] },
].map((part) => ({ ...part, addsTo: 'employees', read: countReader }));

/** Firms, each row one factory or office of a firm. */
export const organisationTarget: ImportTarget = {
  kind: 'organisation',
  ko: '기업·기관',
  columns: [
    ...declaredColumns(organisation.fields, ['name'], READERS),
    ...parts,
    { key: 'site.factory_no', ko: site.fields.factory_no.ko, headers: site.fields.factory_no.headers ?? [], read: readFactoryNumber },
  ],
};

/** Legal forms by how names carry them; the first that fits is taken. */
const LEGAL_FORMS: readonly (readonly [RegExp, string])[] = [
  [/유한책임회사/, 'limited-liability'],
  [/주식회사|[([]주[)\]]/, 'stock-company'],
  [/유한회사|[([]유[)\]]/, 'limited-company'],
  [/합자회사|합명회사|[([]합[)\]]/, 'partnership'],
  [/사단법인|[([]사[)\]]/, 'association'],
  [/재단법인|[([]재[)\]]/, 'foundation'],
  [/협동조합|조합법인/, 'cooperative'],
];

/** The legal form a name states, or null. */
export function legalFormIn(name: string): string | null {
  const plain = name.normalize('NFKC');
  return LEGAL_FORMS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

const textOf = (value: Cell | undefined): string => (typeof value === 'string' ? value : '');

/** A read row as the judge takes it: region worked out, legal form and KSIC revision added, the site's columns apart. Null when it has no usable name. */
export function firmDraft(row: number, read: ReadRow, options: Pick<ImportOptions, 'kind' | 'ksicRevision'>): FirmDraft | null {
  const name = textOf(read.values.name);
  if (foldName(splitSiteSuffix(name).base) === '') return null;
  const values: Record<string, Cell> = {};
  const siteValues: Record<string, Cell> = {};
  for (const [key, value] of Object.entries(read.values)) {
    if (key === 'name' || value === null) continue;
    if (key.startsWith('site.')) siteValues[key.slice('site.'.length)] = value;
    else values[key] = value;
  }
  const region = deriveRegion(textOf(values.address), textOf(values.province), textOf(values.district));
  if (region.sido !== '') values.province = region.sido;
  if (region.sigungu !== '') values.district = region.sigungu;
  if (values.industry_code !== undefined && values.industry_revision === undefined) values.industry_revision = options.ksicRevision;
  Object.assign(values, withIndustry(values));
  const legalForm = legalFormIn(name);
  if (legalForm !== null) values.legal_form = legalForm;
  return { row, name, values, site: siteValues, onlyNew: { kind: options.kind, status: 'active' } };
}

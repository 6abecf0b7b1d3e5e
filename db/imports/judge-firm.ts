import type { Cell } from '../kernel/field.ts';
import { compareBodies, type Description, type Likeness } from '../identity/score.ts';
import { firmNameKey, splitSiteSuffix } from '../korean/names.ts';
import { organisation } from '../organisations/fields.ts';
import { addressKey } from '../reference/address.ts';
import type { Decision, Policy, VerdictKind } from './importer.ts';
import { knownFirm, type FirmIndex, type KnownFirm, type KnownPlace } from './firm-index.ts';

type Values = Record<string, Cell>;

/** A row that could be read: what it says of the firm, and of the site it stands for. */
export type FirmDraft = Readonly<{
  /** Row number as a spreadsheet shows it. */
  row: number;
  /** Name as written in the file, with the site's name on it if it has one. */
  name: string;
  /** Columns of `organisation`, without `name`. */
  values: Readonly<Values>;
  /** Columns of `site` the file has: factory number. */
  site: Readonly<Values>;
  /** Columns only a new firm is given: 구분, 상태. */
  onlyNew?: Readonly<Values>;
}>;

export type Verdict = Readonly<{
  row: number;
  kind: VerdictKind;
  reasons: readonly string[];
  /** The firm concerned; `row:N` when row N of this file makes it. */
  firm: string | null;
  /** Columns to write to the firm. */
  values: Readonly<Values>;
  /** A site to make (`id` null) or to fill, with its columns; null when the row concerns the firm alone. */
  site: Readonly<{ id: string | null; values: Readonly<Values> }> | null;
  /** Firms it may be, for `ask`. */
  candidates: readonly Readonly<{ id: string; name: string; address: string | null }>[];
}>;

/** What a row about another site may still add to the firm itself; the rest of it describes the site. */
const FIRM_WIDE = new Set(['business_no', 'corporate_no', 'representative', 'founded_on', 'homepage', 'legal_form']);
/** Columns a row shares between firm and site. */
const SITE_COLUMNS = ['complex', 'province', 'district', 'address', 'employees', 'products'];

const empty = (value: Cell | undefined): boolean => value === null || value === undefined || value === '';

/**
 * Decides what a row is, by domain.md §14.10: the business number over the name; the same folded name at the same address is the same
 * firm; at another address, another site of it, unless the comparison of `identity/score.ts` needs a person: a name that repeats, no legal
 * form, a name that is only nearly the same. Those are asked, never merged. The index learns from every row, so rows of one file are compared with each other too.
 */
export function judgeFirm(draft: FirmDraft, index: FirmIndex, policy: Policy = 'fill', decision?: Decision): Verdict {
  if (decision?.as === 'skip') return verdict(draft, 'refuse', ['건너뛰기로 정한 행입니다.']);
  if (decision?.as === 'new') return createFirm(draft, index, ['새 기업으로 정한 행입니다.']);
  if (decision?.as === 'same') {
    const chosen = index.get(decision.id);
    if (!chosen) return verdict(draft, 'refuse', ['고른 기업이 더는 없습니다. 다시 골라 주세요.']);
    return joinFirm(draft, chosen, index, policy, ['같은 기업으로 정한 행입니다.']);
  }
  const number = draft.values.business_no;
  if (typeof number === 'string') {
    const owners = index.numbered(number);
    if (owners.length > 1) return ask(draft, owners, `사업자등록번호가 같은 기업이 ${owners.length}곳 있습니다.`);
    const [owner] = owners;
    if (owner) {
      const isRenamed = !index.named(draft.name).includes(owner);
      return joinFirm(draft, owner, index, policy, isRenamed ? [`이름은 다르지만 사업자등록번호가 같습니다: ${owner.name}`] : []);
    }
  }
  return judgeByName(draft, index, policy);
}

function judgeByName(draft: FirmDraft, index: FirmIndex, policy: Policy): Verdict {
  const number = draft.values.business_no;
  const sameName = index.named(draft.name);
  const possible = typeof number === 'string' ? sameName.filter((firm) => firm.businessNumber === null) : sameName;
  if (possible.length === 0) {
    const near = nearlyNamed(draft, index, sameName);
    if (near.length > 0) return ask(draft, near.map(({ firm }) => firm), `${near[0]?.firm.name ?? ''}: ${explained(near[0]?.likeness)}. 같은 기업인지 사람이 확인해야 합니다.`);
    return createFirm(draft, index, sameName.length > 0 ? ['이름은 같지만 사업자등록번호가 다른 기업이 있습니다.'] : []);
  }
  const here = addressOf(draft);
  const atSamePlace = here === '' ? [] : possible.filter((firm) => firm.places.some((place) => place.key === here));
  const [only] = atSamePlace.length === 1 ? atSamePlace : possible;
  if (!only || (possible.length > 1 && atSamePlace.length !== 1)) {
    return ask(draft, possible, `같은 이름의 기업이 ${possible.length}곳 있습니다. 어느 기업인지 사람이 확인해야 합니다.`);
  }
  const likeness = compareBodies(describedRow(draft), describedFirm(only));
  // A former name somebody wrote down is known to be the firm's.
  if (likeness.verdict === 'ask' && likeness.names !== 'former' && !saysNothingNew(draft, only)) return ask(draft, possible, `${explained(likeness)}. 같은 기업인지 사람이 확인해야 합니다.`);
  return joinFirm(draft, only, index, policy, []);
}

const textOf = (value: Cell | undefined): string | null => (typeof value === 'string' ? value : null);

const contactsOf = (values: Readonly<Values>): Omit<Description, 'name'> => ({
  business_no: textOf(values.business_no), corporate_no: textOf(values.corporate_no), address: textOf(values.address), province: textOf(values.province),
  district: textOf(values.district), phone: textOf(values.phone), representative: textOf(values.representative),
});

const describedRow = (draft: FirmDraft): Description => ({ name: draft.name, ...contactsOf(draft.values) });

const describedFirm = (firm: KnownFirm): Description => ({
  name: firm.name, ...contactsOf(firm.values), pastNames: firm.formerNames,
  sites: firm.places.map((place) => ({ name: place.name, address: textOf(place.values.address) })),
});

const explained = (likeness: Likeness | undefined): string => (likeness?.reasons ?? []).map((reason) => reason.ko).join(', ');

/** Firms of a name that is nearly this one and that share more than it: a slip of the pen, or the name in other letters. Likeliest first. */
function nearlyNamed(draft: FirmDraft, index: FirmIndex, sameName: readonly KnownFirm[]): { firm: KnownFirm; likeness: Likeness }[] {
  const written = describedRow(draft);
  return index.beside(draft.name, addressOf(draft), draft.values.phone)
    .filter((firm) => !sameName.includes(firm))
    .map((firm) => ({ firm, likeness: compareBodies(written, describedFirm(firm)) }))
    .filter(({ likeness }) => likeness.verdict !== 'different' && likeness.names !== 'none')
    .sort((a, b) => b.likeness.score - a.likeness.score);
}

/** A row that would write nothing needs no question. */
const saysNothingNew = (draft: FirmDraft, firm: KnownFirm): boolean =>
  splitSiteSuffix(draft.name).suffix === '' && Object.values(draft.site).every(empty) && Object.entries(draft.values).every(([column, value]) => empty(value) || firm.values[column] === value);

function addressOf(draft: FirmDraft): string {
  return typeof draft.values.address === 'string' ? addressKey(draft.values.address) : '';
}

function verdict(draft: FirmDraft, kind: VerdictKind, reasons: readonly string[]): Verdict {
  return { row: draft.row, kind, reasons, firm: null, values: {}, site: null, candidates: [] };
}

function ask(draft: FirmDraft, firms: readonly KnownFirm[], reason: string): Verdict {
  const candidates = firms.map(({ id, name, address, madeBy }) => ({ id, name: madeBy === null ? name : `${name} (이 파일 ${madeBy}행)`, address }));
  return { ...verdict(draft, 'ask', [reason]), candidates };
}

function createFirm(draft: FirmDraft, index: FirmIndex, reasons: readonly string[]): Verdict {
  const { base, suffix } = splitSiteSuffix(draft.name);
  const id = `row:${draft.row}`;
  const values: Values = { ...draft.onlyNew, ...draft.values, name: base };
  const firm = knownFirm(id, { ...values }, draft.row);
  const needsSite = suffix !== '' || Object.values(draft.site).some((value) => !empty(value));
  const site = needsSite ? { id: null, values: siteValues(draft, suffix) } : null;
  if (site) firm.places.push({ id: `${id}:site`, name: suffix, key: addressOf(draft), values: site.values });
  index.add(firm);
  return { row: draft.row, kind: 'create', reasons, firm: id, values, site, candidates: [] };
}

function siteValues(draft: FirmDraft, suffix: string): Values {
  const shared = SITE_COLUMNS.map((column) => [column, draft.values[column] ?? null] as const);
  const district = typeof draft.values.district === 'string' ? draft.values.district.split(' ')[0] : '';
  const name = suffix !== '' ? suffix : `${district ?? ''} 공장`.trim();
  return Object.fromEntries([['name', name] as const, ...shared, ...Object.entries(draft.site)].filter(([, value]) => !empty(value)));
}

/** The place of a firm a row speaks of: by address, else by the name of the site; undefined = a new one. */
function placeOf(draft: FirmDraft, firm: KnownFirm, suffix: string): KnownPlace | undefined {
  const here = addressOf(draft);
  const named = (place: KnownPlace): boolean => suffix !== '' && place.name.replace(/\s/g, '') === suffix.replace(/\s/g, '');
  if (here === '') return suffix === '' ? ownPlace(firm) : firm.places.find(named);
  const there = firm.places.filter((place) => place.key === here);
  return there.find(named) ?? there.find((place) => place.id === null) ?? there[0] ?? firm.places.find((place) => named(place) && place.key === '');
}

/** The firm's own address; it has none until a row gives it one. */
function ownPlace(firm: KnownFirm): KnownPlace | undefined {
  return firm.places.find((place) => place.id === null);
}

function joinFirm(draft: FirmDraft, firm: KnownFirm, index: FirmIndex, policy: Policy, given: readonly string[]): Verdict {
  const { suffix } = splitSiteSuffix(draft.name);
  const place = placeOf(draft, firm, suffix);
  const speaksOfPlace = addressOf(draft) !== '' || suffix !== '';
  const own = ownPlace(firm);
  const isNewSite = speaksOfPlace && place === undefined && (own !== undefined || suffix !== '');
  const isFirmItself = !isNewSite && (place === undefined || place.id === null || place.key === own?.key);
  const reasons = [...given];
  if (firmNameKey(firm.name) !== firmNameKey(draft.name) && firm.formerNames.some((name) => firmNameKey(name) === firmNameKey(draft.name))) reasons.push(`예전 이름이 같은 기업입니다. 지금 이름: ${firm.name}`);
  if (firm.madeBy !== null) reasons.push(`이 파일 ${firm.madeBy}행과 같은 기업입니다.`);
  const differing: string[] = [];
  const values = changes(draft.values, firm.values, policy, differing, (column) => isFirmItself || FIRM_WIDE.has(column));
  let site: Verdict['site'] = null;
  if (isNewSite) {
    site = { id: null, values: siteValues(draft, suffix) };
    firm.places.push({ id: `row:${draft.row}:site`, name: String(site.values.name ?? ''), key: addressOf(draft), values: { ...site.values } });
    reasons.push(`같은 기업의 다른 사업장으로 넣습니다: ${String(site.values.name ?? '')}`);
  } else if (place && place.id !== null) {
    const wanted = siteValues(draft, suffix);
    if (suffix === '') delete wanted.name;
    const filled = changes(wanted, place.values, policy, differing, () => true);
    if (Object.keys(filled).length > 0) site = { id: place.id, values: filled };
    Object.assign(place.values, filled);
  }
  Object.assign(firm.values, values);
  if (typeof values.address === 'string') takeAddress(firm, values.address);
  if (typeof values.business_no === 'string') index.giveNumber(firm, values.business_no);
  if (differing.length > 0) reasons.push(`저장된 값과 달라 그대로 두었습니다: ${[...new Set(differing)].join(', ')}`);
  const isChanged = site !== null || Object.keys(values).length > 0;
  return { row: draft.row, kind: isChanged ? 'match' : 'unchanged', reasons, firm: firm.id, values, site, candidates: [] };
}

function takeAddress(firm: KnownFirm, address: string): void {
  firm.address = address;
  const own = ownPlace(firm);
  if (own) own.key = addressKey(address);
  else firm.places.unshift({ id: null, name: '', key: addressKey(address), values: firm.values });
}

/** The columns to write so that the stored values learn from the row; a differing value is written only when the file wins. */
function changes(from: Readonly<Values>, stored: Readonly<Values>, policy: Policy, differing: string[], concerns: (column: string) => boolean): Values {
  const wanted: Values = {};
  for (const [column, value] of Object.entries(from)) {
    if (empty(value) || !concerns(column)) continue;
    const now = stored[column];
    if (now === value) continue;
    if (empty(now) || policy === 'overwrite') wanted[column] = value;
    else differing.push(`${labelOf(column)} ${String(now)} (파일: ${String(value)})`);
  }
  return wanted;
}

function labelOf(column: string): string {
  const fields: Readonly<Record<string, { readonly ko: string }>> = organisation.fields;
  return fields[column]?.ko ?? column;
}

/** What two written names of bodies say about each other. */
import { firmNameKey, foldName, hasLegalForm, nameParts } from '../korean/names.ts';
import { nearnessOf } from '../korean/name-sound.ts';
import { isRepeatingName } from '../korean/repeating-names.ts';
import type { Description, Reason } from './body-types.ts';

export type NameLikeness = Readonly<{
  relation: 'equal' | 'sound' | 'former' | 'spelling' | 'slip' | 'none';
  /** One of the names is that of a branch (지점, 지사), and the other is not the same branch. */
  branch: boolean;
  /** One of the names is that of another site (공장). */
  otherSite: boolean;
  /** Many bodies carry this name. */
  repeats: boolean;
  /** How many of the two say a legal form. */
  forms: number;
  /** They say different legal forms: (주)한빛 and (유)한빛 are two legal persons. */
  formsDiffer: boolean;
  reasons: Reason[];
}>;

const BRANCH = /(?:지점|지사|영업소|사업소|출장소|지부|지역본부|분원|사무소|본부|센터)$/u;
const HEAD = /^(?:본사|본점)$/u;

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/유한책임회사/u, '유한책임회사'], [/주식회사|株式會社|\((?:주|주식|株)\)|\[주\]|^주\)|\(주$/u, '주식회사'], [/유한회사|\((?:유|유한|有)\)|\[유\]/u, '유한회사'], [/합자회사|\(합자?\)/u, '합자회사'],
  [/합명회사|\(합명\)/u, '합명회사'], [/사단법인|\(사\)/u, '사단법인'], [/재단법인|\(재\)/u, '재단법인'],
];

const formIn = (name: string): string | null => {
  const plain = name.normalize('NFKC').replace(/\s+/g, '');
  return FORMS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
};

/** From this many records on a name says little by itself; with a legal form in both names a firm may have been typed in several times. */
const manyNamesakes = (forms: number): number => (forms === 2 ? 5 : 3);

const siteKey = (suffix: string): string => (HEAD.test(suffix) ? '' : suffix.normalize('NFKC').replace(/\s/g, '').replace(/^제(?=\d)/, ''));

/** A written name, taken apart once. */
export type ReadName = Readonly<{
  base: string; also: readonly string[]; former: readonly string[]; suffix: string;
  key: string; hasForm: boolean; form: string | null;
  /** Many bodies carry it, whoever they are. */
  isCommon: boolean;
}>;

export const readName = (body: Description): ReadName => {
  const written = body.name ?? '';
  const { base, also, former, suffix } = nameParts(written);
  return { base, also, former: [...former, ...(body.pastNames ?? [])], suffix: siteKey(suffix), key: foldName(base), hasForm: hasLegalForm(written), form: formIn(base), isCommon: isRepeatingName(written) };
};

const relationOf = (one: ReadName, other: ReadName): NameLikeness['relation'] => {
  if (one.key === '' || other.key === '') return 'none';
  if (one.key === other.key) return 'equal';
  const nearness = nearnessOf(one.base, other.base);
  if (nearness === 'sound') return 'sound';
  const aliases = (own: ReadName, to: ReadName): boolean => own.also.some((name) => [to.base, ...to.also].some((known) => nearnessOf(name, known) === 'sound'));
  if (aliases(one, other) || aliases(other, one)) return 'sound';
  const once = (own: ReadName, to: ReadName): boolean => own.former.some((name) => firmNameKey(name) === to.key || to.former.some((past) => firmNameKey(past) === firmNameKey(name)));
  if (once(one, other) || once(other, one)) return 'former';
  return nearness === 'spelling' || nearness === 'slip' ? nearness : 'none';
};

const said: Readonly<Record<NameLikeness['relation'], Reason>> = {
  equal: { ko: '이름이 같습니다(법인격·띄어쓰기·지점명은 빼고 봅니다)', points: 55 },
  sound: { ko: '이름이 소리 나는 대로 같습니다', points: 50 },
  former: { ko: '예전 이름이 같습니다', points: 45 },
  spelling: { ko: '이름이 표기만 조금 다릅니다', points: 35 },
  slip: { ko: '이름이 한 글자 다릅니다', points: 30 },
  none: { ko: '이름이 다릅니다', points: 0 },
};

/** @param namesakes how many records carry the name, when both carry it */
export const compareNames = (one: ReadName, other: ReadName, namesakes: number): NameLikeness => {
  const names = [one, other] as const;
  const relation = relationOf(one, other);
  const forms = names.filter(({ hasForm }) => hasForm).length;
  const legal = [one.form, other.form] as const;
  const formsDiffer = legal[0] !== null && legal[1] !== null && legal[0] !== legal[1];
  const differs = one.suffix !== other.suffix;
  const branch = differs && names.some(({ suffix }) => BRANCH.test(suffix));
  const otherSite = differs && !branch;
  const isOften = namesakes >= manyNamesakes(forms);
  const repeats = isOften || one.isCommon || other.isCommon;
  const isAlike = relation !== 'none';
  return {
    relation, branch, otherSite, repeats, forms, formsDiffer,
    reasons: [
      said[relation],
      ...(isAlike && forms === 2 && !formsDiffer ? [{ ko: '법인격 표기가 같습니다', points: 5 }] : []),
      ...(isAlike && formsDiffer ? [{ ko: `법인격이 다릅니다: ${legal[0] ?? ''}·${legal[1] ?? ''}`, points: -25 }] : []),
      ...(isAlike && repeats ? [{ ko: isOften ? `같은 이름이 ${namesakes}건 있어 이름만으로는 알 수 없습니다` : '흔한 이름이라 이름만으로는 알 수 없습니다', points: -20 }] : []),
      ...(isAlike && branch ? [{ ko: `지점 이름이 다릅니다: ${names.map(({ suffix }) => suffix || '본점').join('·')}`, points: 0 }] : []),
      ...(isAlike && otherSite ? [{ ko: `사업장 이름이 다릅니다: ${names.map(({ suffix }) => suffix || '본사').join('·')}`, points: 0 }] : []),
    ],
  };
};

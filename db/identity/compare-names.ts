/** What two written names of bodies say about each other. */
import { firmNameKey, foldName, hasLegalForm, nameParts } from '../korean/names.ts';
import { nearnessOf } from '../korean/name-sound.ts';
import { isRepeatingName } from '../korean/repeating-names.ts';
import type { Description, Reason } from './score.ts';

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

const siteKey = (suffix: string): string => (HEAD.test(suffix) ? '' : suffix.normalize('NFKC').replace(/\s/g, '').replace(/^제(?=\d)/, ''));

const namesOf = (body: Description): { base: string; also: string[]; former: string[]; suffix: string } => {
  const { base, also, former, suffix } = nameParts(body.name ?? '');
  return { base, also, former: [...former, ...(body.pastNames ?? [])], suffix: siteKey(suffix) };
};

const relationOf = (one: ReturnType<typeof namesOf>, other: ReturnType<typeof namesOf>): NameLikeness['relation'] => {
  const [key, otherKey] = [foldName(one.base), foldName(other.base)];
  if (key === '' || otherKey === '') return 'none';
  if (key === otherKey) return 'equal';
  const nearness = nearnessOf(one.base, other.base);
  if (nearness === 'sound') return 'sound';
  const aliases = (own: typeof one, to: typeof one): boolean => own.also.some((name) => [to.base, ...to.also].some((known) => nearnessOf(name, known) === 'sound'));
  if (aliases(one, other) || aliases(other, one)) return 'sound';
  const once = (own: typeof one, to: typeof one): boolean => own.former.some((name) => firmNameKey(name) === foldName(to.base) || to.former.some((past) => firmNameKey(past) === firmNameKey(name)));
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

export const compareNames = (one: Description, other: Description, namesakes: number): NameLikeness => {
  const names = [namesOf(one), namesOf(other)] as const;
  const relation = relationOf(...names);
  const written = [one.name ?? '', other.name ?? ''] as const;
  const forms = written.filter(hasLegalForm).length;
  const legal = [formIn(names[0].base), formIn(names[1].base)] as const;
  const formsDiffer = legal[0] !== null && legal[1] !== null && legal[0] !== legal[1];
  const differs = names[0].suffix !== names[1].suffix;
  const branch = differs && names.some(({ suffix }) => BRANCH.test(suffix));
  const otherSite = differs && !branch;
  const repeats = written.some((name) => isRepeatingName(name, namesakes));
  const isAlike = relation !== 'none';
  return {
    relation, branch, otherSite, repeats, forms, formsDiffer,
    reasons: [
      said[relation],
      ...(isAlike && forms === 2 && !formsDiffer ? [{ ko: '법인격 표기가 같습니다', points: 5 }] : []),
      ...(isAlike && formsDiffer ? [{ ko: `법인격이 다릅니다: ${legal[0] ?? ''}·${legal[1] ?? ''}`, points: -25 }] : []),
      ...(isAlike && repeats ? [{ ko: namesakes >= 3 ? `같은 이름이 ${namesakes}건 있어 이름만으로는 알 수 없습니다` : '흔한 이름이라 이름만으로는 알 수 없습니다', points: -20 }] : []),
      ...(isAlike && branch ? [{ ko: `지점 이름이 다릅니다: ${names.map(({ suffix }) => suffix || '본점').join('·')}`, points: 0 }] : []),
      ...(isAlike && otherSite ? [{ ko: `사업장 이름이 다릅니다: ${names.map(({ suffix }) => suffix || '본사').join('·')}`, points: 0 }] : []),
    ],
  };
};

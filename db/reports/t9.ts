/** T9 만족도: each survey on its own scale, by item, support type, province and respondent (domain.md §13, §16); small groups are hidden. */
import type { Reader } from '../kernel/reader.ts';
import { byName, noSupportType, supportNames } from '../program/support-names.ts';
import { provinces } from '../reference/provinces.ts';
import { respondentKinds, scaleName } from '../surveys/choices.ts';
import { fewest, fewText } from '../surveys/few.ts';
import { hiddenGroups, mustHideSum } from './few-answers.ts';
import type { CellSpec, Layout, Report } from './layout.ts';
import {
  answeredSurveys, anySheet, hundredScore, meanScore, positiveShare, satisfactionParameters, sheetsAnswered, sheetsBehind,
  type Answers, type AskedSurvey, type GroupOf, type SheetGroup,
} from './satisfaction.ts';
import type { ReportColumn, ReportParams, ReportRow } from './table-types.ts';
import { numberText, roundedTo } from './units.ts';

const columns: readonly ReportColumn[] = [
  { key: 'sheets', group: '', label: '응답(건)' }, { key: 'mean', group: '점수', label: '평균' }, { key: 'scale', group: '점수', label: '척도' },
  { key: 'hundred', group: '점수', label: '100점 환산' }, { key: 'positive', group: '', label: '긍정 응답률(%)' },
];

/** What a row adds up; `scale` is null where several scales meet, and then only 100 points are told. */
type Line = ReportRow & { group: GroupOf; answers: Answers; hundred: number | null; scale: AskedSurvey | null; isHidden: boolean };

const nothing: Answers = { sheets: 0, scores: 0, points: 0, positive: 0 };
const added = (groups: readonly Answers[]): Answers =>
  groups.reduce<Answers>((sum, one) => ({ sheets: sum.sheets + one.sheets, scores: sum.scores + one.scores, points: sum.points + one.points, positive: sum.positive + one.positive }), nothing);

/** Sum of the 100-point scores; hundredths of points in whole numbers until the one division. */
const hundredSum = ({ scores, points }: Answers, { lowest, highest }: AskedSurvey): number => (points - scores * lowest * 100) / (highest - lowest);
const hundredMean = (answers: Answers, scale: AskedSurvey): number | null => (answers.scores === 0 ? null : hundredSum(answers, scale) / answers.scores);

type Part = { key: string; label: string; group: GroupOf; answers: Answers };

type Naming = { type: (code: string) => string; province: (code: string) => string; respondent: (code: string) => string };
const none = { province: '(시도 미상)', respondent: '(응답자 미상)' } as const;

const partsBy = (groups: readonly SheetGroup[], by: 'type' | 'province' | 'respondent', survey: string, nameOf: (code: string) => string): Part[] =>
  [...Map.groupBy(groups, (one) => one[by])].map(([code, own]) => ({ key: `${by}:${code}`, label: nameOf(code), group: { survey, [by]: code }, answers: added(own), code }))
    .filter((part) => part.answers.scores > 0).sort((one, other) => byName(one.code && one.label, other.code && other.label) || byName(one.code, other.code));

const surveyTitle = ({ year, name }: AskedSurvey): string => (name.includes(String(year)) ? name : `${year}년 ${name}`);

/** The rows of one survey: the whole, then each way to divide it. Each way adds up to the whole, so each hides its own. */
const linesOfSurvey = (survey: AskedSurvey, groups: readonly SheetGroup[], items: readonly Part[], naming: Naming): Line[] => {
  const title = surveyTitle(survey);
  const whole = added(groups);
  const isHidden = whole.sheets < fewest;
  const line = (part: Part, kind: ReportRow['kind'], level: number, labels: string[], hidden: boolean): Line => ({
    key: `${survey.id}|${part.key}`, labels, level, kind, group: part.group, answers: part.answers, hundred: hundredMean(part.answers, survey), scale: survey, isHidden: hidden,
  });
  const total = line({ key: 'all', label: '', group: { survey: survey.id }, answers: whole }, 'subtotal', 1, [title, '계', ''], isHidden);
  if (isHidden) return [total];
  const ways = [
    ['문항', items], ['지원유형', partsBy(groups, 'type', survey.id, naming.type)], ['시도', partsBy(groups, 'province', survey.id, naming.province)], ['응답자', partsBy(groups, 'respondent', survey.id, naming.respondent)],
  ] as const;
  return [total, ...ways.flatMap(([word, parts]) => {
    const hidden = hiddenGroups(parts.map(({ key, answers }) => ({ key, answers: answers.sheets })));
    return parts.map((part) => line(part, 'detail', 2, [title, word, part.label], hidden.has(part.key)));
  })];
};

/** All surveys together, in 100 points; hidden where a small survey could be told from it. */
const lineOfAll = (surveys: readonly { survey: AskedSurvey; whole: Answers }[]): Line[] => {
  const answered = surveys.filter(({ whole }) => whole.scores > 0);
  const [first] = answered;
  if (answered.length < 2 || !first) return [];
  const answers = added(answered.map(({ whole }) => whole));
  const isOneScale = answered.every(({ survey }) => survey.lowest === first.survey.lowest && survey.highest === first.survey.highest);
  const isHidden = answers.sheets < fewest || mustHideSum(answered.map(({ survey, whole }) => ({ key: survey.id, answers: whole.sheets })));
  return [{
    key: 'all', labels: ['모든 조사', '계', isOneScale ? '' : '100점 환산'], level: 0, kind: 'total', group: {}, answers, isHidden,
    hundred: answered.reduce((sum, { survey, whole }) => sum + hundredSum(whole, survey), 0) / answers.scores, scale: isOneScale ? first.survey : null,
  }];
};

const text = (words: string): CellSpec => ({ show: 'given', value: null, text: words, opens: null });

const cellIn = (lines: ReadonlyMap<string, Line>, opens: (group: GroupOf) => readonly string[]) => (row: string, column: string): CellSpec | null => {
  const line = lines.get(row);
  if (!line) return null;
  if (column === 'scale') return text(line.scale ? scaleName(line.scale.lowest, line.scale.highest) : '여러 척도');
  const { answers, scale } = line;
  if (answers.scores === 0) return text('-');
  // What is hidden beside a small group has its five answers; it says only that it is not shown.
  if (line.isHidden) return text(column === 'sheets' && answers.sheets < fewest ? fewText : '비공개');
  const number = (value: number, digits: number): CellSpec => ({ show: 'given', value: roundedTo(value, digits), text: digits === 0 ? numberText(value, 0) : roundedTo(value, digits).toFixed(digits), digits, opens: { table: 'survey_response', ids: () => opens(line.group) } });
  if (column === 'sheets') return number(answers.sheets, 0);
  if (column === 'mean') return scale ? number(answers.points / (100 * answers.scores), scale.highest > 10 ? 1 : 2) : text('척도가 다름');
  if (column === 'hundred') return line.hundred === null ? text('-') : number(line.hundred, 1);
  return number((answers.positive * 100) / answers.scores, 1);
};

const layout = (read: Reader, params: ReportParams): Layout => {
  const surveys = answeredSurveys(read, params);
  const supportName = supportNames(read);
  const naming: Naming = {
    type: (code) => supportName(code) || noSupportType, province: (code) => (code === '' ? none.province : (provinces.find((one) => one.code === code)?.ko ?? code)),
    respondent: (code) => (code === '' ? none.respondent : (respondentKinds.find((one) => one.code === code)?.ko ?? code)),
  };
  const lines = [
    ...surveys.flatMap(({ survey, groups, items }) => {
      const parts = items.map((one): Part => ({ key: `item:${one.item}`, label: one.name === null ? '(문항 미도착)' : `${one.order_no ?? ''}. ${one.name}`, group: { survey: survey.id, item: one.item }, answers: one }));
      return linesOfSurvey(survey, groups, parts, naming);
    }),
    ...lineOfAll(surveys.map(({ survey, groups }) => ({ survey, whole: added(groups) }))),
  ];
  const byKey = new Map(lines.map((line) => [line.key, line]));
  const odd = surveys.flatMap(({ groups }) => groups).reduce((sum, one) => sum + one.odd, 0);
  const scales = new Set(lines.flatMap(({ scale }) => (scale ? [`${scale.lowest}~${scale.highest}`] : [])));
  return {
    unit: '단위: 건, 점, %',
    heads: ['조사', '구분', '항목'],
    columns: [...columns],
    rows: lines.map(({ key, labels, level, kind }) => ({ key, labels, level, kind })),
    parameters: satisfactionParameters(params),
    cell: cellIn(byKey, (group) => sheetsBehind(read, params, group)),
    footnotes: () => [
      `※ ${meanScore.rule}`, `※ ${hundredScore.rule}`, `※ ${positiveShare.rule}`, `※ ${sheetsAnswered.rule}`,
      ...(scales.size > 1 ? ['※ 척도가 다른 조사는 서로 평균하지 않고 행을 나누어 보입니다. 모든 조사의 계는 점수마다 100점으로 환산한 뒤 평균한 값입니다.'] : []),
      ...(lines.some(({ isHidden }) => isHidden) ? [`※ 응답이 ${fewest}건보다 적은 구분은 ‘${fewText}’으로 감추며 기록도 열지 않습니다. 계에서 빼서 알아낼 수 없도록 그다음으로 적은 구분이나 계도 ‘비공개’로 함께 감춥니다.`] : []),
      ...(odd > 0 ? [`※ 조사의 척도와 다른 척도로 적힌 점수 ${odd.toLocaleString('en-US')}건은 평균에 넣지 않았습니다. 조사를 열어 확인해 주세요.`] : []),
      '※ 시도는 기업의 지금 소재지이며, 지사·코디네이터·미니클러스터로 좁히면 응답에 이어진 애로과제로 가립니다.',
    ],
    alive: [anySheet],
  };
};

export const t9: Report = {
  code: 't9', title: '만족도',
  answers: '지원을 받은 기업이 무엇에 얼마나 만족합니까?',
  needs: '만족도 조사를 등록하고 응답을 5건 이상 입력하면 점수가 나타납니다.',
  uses: ['asOf', 'fromYear', 'toYear', 'scope'], indicators: [sheetsAnswered, meanScore, hundredScore, positiveShare],
  tables: ['survey', 'survey_item', 'survey_response', 'survey_score', 'organisation', 'task'],
  layout,
};

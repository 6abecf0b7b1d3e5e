/** What can become of a row, in the order of the tabs. */
import type { Preview, Verdict } from './import-state.ts';

export const verdicts: readonly Readonly<{ kind: Verdict; word: string; says: string }>[] = [
  { kind: 'create', word: '새로 만듦', says: '새 기록으로 들어갈 행입니다.' },
  { kind: 'unchanged', word: '기존과 같음', says: '이미 있는 기록과 같아 바뀌는 것이 없는 행입니다.' },
  { kind: 'match', word: '보탬', says: '이미 있는 기록에 값을 보태는 행입니다.' },
  { kind: 'refuse', word: '거절', says: '가져오지 않는 행과 그 까닭입니다. 가져온 뒤에 CSV로 내려받아 고쳐서 다시 가져올 수 있습니다.' },
  { kind: 'ask', word: '확인 필요', says: '같은 곳인지 사람이 정해야 하는 행입니다. 정하지 않은 행은 가져오지 않고 거절된 행과 함께 내려받을 수 있습니다.' },
];

/** The verdict shown when nobody chose one: the first that has rows. */
export const firstVerdict = (counts: Preview['counts']): Verdict => verdicts.find(({ kind }) => counts[kind] > 0)?.kind ?? 'create';

export const wordOf = (kind: Verdict): string => verdicts.find((one) => one.kind === kind)?.word ?? kind;

export const countOf = (count: number): string => `${count.toLocaleString('ko-KR')}건`;

/** How an office writes its task numbers: text with places in braces. Numbers are text, never parsed (domain.md §6). */

/** Places of a pattern. `{일련4}` is the running number with at least so many digits; it stands exactly once. */
export const numberPlaces = ['차년도', '차년도2', '연도', '연도2', '거점', '유형', '일련3', '일련4', '일련5', '일련6'] as const;
export type NumberPlace = (typeof numberPlaces)[number];

/** What domain.md §6 suggests; no printed pattern of the agency is known. */
export const suggestedPattern = '{차년도2}-{거점}-{유형}-{일련4}';

const place = /\{([^{}]*)\}/g;
const isPlace = (word: string): word is NumberPlace => numberPlaces.some((one) => one === word);

/** Longest number a task can have, of which the places may take so much. */
const longest = 30;
const widthOf = (word: string): number => (word.startsWith('일련') ? Math.max(Number(word.slice(2)), 6) : word.startsWith('연도') ? 4 : 3);

/** Why a pattern cannot stand, or null. */
export const patternFault = (pattern: string): string | null => {
  const words = [...pattern.matchAll(place)].map((match) => match[1] ?? '');
  const unknown = words.find((word) => !isPlace(word));
  if (unknown !== undefined) return `{${unknown}}은(는) 쓸 수 없는 자리입니다. ${numberPlaces.map((one) => `{${one}}`).join(' ')} 가운데에서 고르세요.`;
  const plain = pattern.replace(place, '');
  if (/[{}]/.test(plain)) return '중괄호의 짝이 맞지 않습니다. 자리는 {일련4}처럼 적어 주세요.';
  if (words.filter((word) => word.startsWith('일련')).length !== 1) return '일련번호 자리를 하나만 넣어 주세요. 예: {일련4}';
  return plain.length + words.reduce((sum, word) => sum + widthOf(word), 0) > longest ? '번호가 30자를 넘을 수 있습니다. 글자를 줄여 주세요.' : null;
};

/** What stands in each place but the running number. */
export type NumberWords = Readonly<Record<Exclude<NumberPlace, '일련3' | '일련4' | '일련5' | '일련6'>, string>>;

/** A pattern with its words filled in: what stands before and after the running number, and its fewest digits. */
export const fillPattern = (pattern: string, words: NumberWords): { before: string; after: string; digits: number } => {
  const filled = pattern.replace(place, (whole, word: string) => (word in words ? words[word as keyof NumberWords] : whole));
  const match = /\{일련(\d)\}/.exec(filled);
  if (!match) throw new RangeError(`a task number pattern without a running number: ${pattern}`);
  return { before: filled.slice(0, match.index), after: filled.slice(match.index + match[0].length), digits: Number(match[1]) };
};

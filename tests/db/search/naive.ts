/**
 * The search without an index, written apart from it: plain loops over every row and every letter. Slow, and right.
 * It shares two declared things with what it checks: how a firm's name is folded (db/korean) and the list of synonyms.
 */
import { dropLegalForm, foldName } from '../../../db/korean/names.ts';
import type { Reader } from '../../../db/kernel/reader.ts';
import type { KindName } from '../../../db/search/choices.ts';
import { synonyms } from '../../../db/search/synonyms.ts';

type Row = Record<string, string | number | null> & { id: string; n: number };
type Words = string[];
type Naive = { n: number; own: string[]; links: string[]; numbers: string[]; texts: string[] };

const rows = (read: Reader, table: string): Row[] => read.all<Row>(`SELECT * FROM ${table}`);
const present = (values: readonly (string | number | null | undefined)[]): string[] => values.filter((value): value is string => typeof value === 'string' && value !== '');

const organisations = (read: Reader): Naive[] => {
  const all = rows(read, 'organisation').filter((row) => row['_del'] === 0);
  const canonical = new Map(read.all<{ id: string; canonical: string }>('SELECT id, canonical FROM organisation_same').map((one) => [one.id, one.canonical]));
  const bodyOf = (id: string): string => canonical.get(id) ?? id;
  const past = rows(read, 'organisation_past').filter((row) => row['_del'] === 0 && row['what'] === 'name');
  return all.filter((row) => bodyOf(row.id) === row.id).map((row) => {
    const others = all.filter((other) => other.id !== row.id && bodyOf(other.id) === row.id);
    const former = past.filter((one) => typeof one['organisation'] === 'string' && bodyOf(one['organisation']) === row.id);
    return {
      n: row.n, links: [], own: present([row['name'], ...others.map((other) => other['name']), ...former.map((one) => one['value'])]),
      numbers: present([row['business_no'], row['corporate_no'], row['phone'], ...others.map((other) => other['business_no'])]),
      texts: present([row['representative'], row['products'], row['industry_name'], row['address'], row['memo']]),
    };
  });
};

/** Every document of a kind, gathered row by row. */
const documents = (read: Reader, kind: KindName): Naive[] => {
  if (kind === 'organisation') return organisations(read);
  const nameOf = (table: string, id: string | number | null | undefined): string | null => {
    const found = rows(read, table).find((row) => row.id === id);
    return found ? (found['name'] as string | null) : null;
  };
  const make: Record<Exclude<KindName, 'organisation'>, (row: Row) => Omit<Naive, 'n'>> = {
    person: (row) => ({ own: present([row['name']]), links: present([nameOf('organisation', row['organisation'])]), numbers: present([row['mobile'], row['phone']]), texts: present([row['position'], row['department'], row['email'], row['memo']]) }),
    task: (row) => ({ own: present([row['title']]), links: present([nameOf('organisation', row['lead_org']), nameOf('person', row['coordinator'])]), numbers: present([row['task_no'], row['agreement_no'], row['rnd_no']]), texts: present([row['need_text'], row['plan_goal'], row['memo']]) }),
    session: (row) => ({ own: [], links: present([nameOf('organisation', row['organisation']), nameOf('person', row['coordinator'])]), numbers: present([row['session_no']]), texts: present([row['place'], row['summary'], row['advice'], row['memo']]) }),
    meeting: (row) => ({ own: present([row['title']]), links: [], numbers: [], texts: present([row['place'], row['minutes'], row['memo']]) }),
    agenda_item: (row) => ({ own: present([row['title']]), links: [], numbers: [], texts: present([row['discussion'], row['decision']]) }),
    attachment: (row) => ({ own: present([row['name']]), links: [], numbers: [], texts: present([row['note']]) }),
    mini_cluster: (row) => ({ own: present([row['name'], ...rows(read, 'cluster_past').filter((one) => one['_del'] === 0 && one['cluster'] === row.id).map((one) => one['name'])]), links: [], numbers: present([row['code']]), texts: present([row['industry'], row['memo']]) }),
    action_item: (row) => ({ own: present([row['what']]), links: present([nameOf('organisation', row['organisation']), nameOf('person', row['owner'])]), numbers: [], texts: present([row['note']]) }),
    committee: (row) => ({ own: present([row['name']]), links: [], numbers: [], texts: present([row['place'], row['office'], row['memo']]) }),
  };
  return rows(read, kind).filter((row) => row['_del'] === 0).map((row) => ({ n: row.n, ...make[kind](row) }));
};

const wordsIn = (text: string): Words => {
  let even = text.normalize('NFC');
  for (const mark of ['㈜', '㈔', '(주)', '(유)', '(사)', '(재)', '(합)', '(자)', '（주）']) even = even.split(mark).join(' ');
  const words: Words = [];
  let word = '';
  for (const letter of even.normalize('NFKC').toLowerCase()) {
    if (/\p{L}|\p{N}/u.test(letter)) word += letter;
    else if (word !== '') { words.push(word); word = ''; }
  }
  return word === '' ? words : [...words, word];
};

const isConsonant = (letter: string): boolean => letter >= 'ㄱ' && letter <= 'ㅎ';
const apart = (letter: string): string => letter.normalize('NFD');

/** Whether a letter as typed stands for a letter as written. */
const meets = (typed: string, written: string, isLastTyped: boolean): boolean => {
  if (typed === written) return true;
  const parts = apart(written);
  // What NFKC makes of a single consonant is the one that begins a syllable.
  if (isConsonant(typed)) return parts.charAt(0) === typed.normalize('NFKC');
  return isLastTyped && apart(typed).length === 2 && typed >= '가' && typed <= '힣' && written >= '가' && written <= '힣' && parts.startsWith(apart(typed));
};

const standsAt = (typed: string, written: string, at: number, isLastWord: boolean): boolean => {
  const letters = Array.from(typed);
  const there = Array.from(written);
  if (at + letters.length > there.length) return false;
  return letters.every((letter, index) => meets(letter, there[at + index] ?? '', isLastWord && index === letters.length - 1));
};

const standsIn = (typed: string, written: string, isLastWord: boolean): boolean => {
  for (let at = 0; at < written.length; at += 1) if (standsAt(typed, written, at, isLastWord)) return true;
  return false;
};

const legal = ['주식회사', '유한회사', '합자회사', '합명회사', '유한책임회사'];
const wordsOfName = (name: string): Words => {
  const words = wordsIn(name);
  const bare = words.filter((word) => !legal.includes(word));
  return bare.length > 0 ? bare : words;
};

const holds = ({ own, links, numbers, texts }: Naive, typed: string, isLastWord: boolean): boolean => {
  const keys = [...own, ...links].map(foldName);
  const nameWords = [...own, ...links].flatMap(wordsOfName);
  const isInitials = Array.from(typed).some(isConsonant);
  const { length } = Array.from(typed);
  if (length === 1) {
    const openings = isInitials ? [...nameWords, ...keys] : [...nameWords, ...keys, ...numbers.flatMap(wordsIn), ...texts.flatMap(wordsIn)];
    return openings.some((word) => standsAt(typed, word, 0, isLastWord));
  }
  if (keys.some((key) => standsIn(typed, key, isLastWord))) return true;
  if (isInitials) return false;
  if (numbers.some((number) => standsIn(typed, wordsIn(number).join(''), isLastWord))) return true;
  return texts.some((text) => (length === 2 ? wordsIn(text).some((word) => standsIn(typed, word, isLastWord)) : standsIn(typed, wordsIn(text).join(''), isLastWord)));
};

const joined: Record<string, string> = { ㄳ: 'ㄱㅅ', ㄵ: 'ㄴㅈ', ㄶ: 'ㄴㅎ', ㄺ: 'ㄹㄱ', ㄻ: 'ㄹㅁ', ㄼ: 'ㄹㅂ', ㄽ: 'ㄹㅅ', ㄾ: 'ㄹㅌ', ㄿ: 'ㄹㅍ', ㅀ: 'ㄹㅎ', ㅄ: 'ㅂㅅ' };

const folded = (word: string): string => {
  if (!Array.from(word).some(isConsonant)) return wordsIn(word).join('');
  return Array.from(word).map((letter) => (isConsonant(letter) ? (joined[letter] ?? letter) : wordsIn(letter).join(''))).join('');
};

/** A word and what it is also called. */
const spellings = (word: string): string[] => {
  if (Array.from(word).some(isConsonant)) return [word];
  let best = { at: -1, member: '', group: [] as string[] };
  for (const group of synonyms) {
    const members = group.map((member) => wordsIn(member).join(''));
    for (const member of members) {
      const at = word.startsWith(member) ? 0 : word.endsWith(member) ? word.length - member.length : -1;
      const neighbours = at < 0 ? '' : word.charAt(at - 1) + word.charAt(at + member.length);
      if (at < 0 || member.length <= best.member.length || (/^[a-z0-9]/.test(member) && /[a-z0-9]/.test(neighbours))) continue;
      best = { at, member, group: members };
    }
  }
  if (best.at < 0) return [word];
  return [word, ...best.group.filter((member) => member !== best.member).map((member) => word.slice(0, best.at) + member + word.slice(best.at + best.member.length))];
};

/** Row numbers of every record of a kind that holds the words of a query, ascending; null for a query without words. */
export const naiveMatches = (read: Reader, kind: KindName, text: string): number[] | null => {
  const typed = text.normalize('NFC').trim().split(/\s+/);
  const bare = typed.map((word) => (word === '주식회사' || word === '유한회사' ? '' : Array.from(word).some(isConsonant) ? word : dropLegalForm(word)));
  const words = (bare.some((word) => folded(word) !== '') ? bare : typed).map(folded).filter((word) => word !== '');
  if (words.length === 0) return null;
  return documents(read, kind).filter((document) => words.every((word, at) => spellings(word).some((one) => holds(document, one, at === words.length - 1)))).map((document) => document.n).toSorted((a, b) => a - b);
};

/** How near two written names are: the same sounds in other letters, one slip of a finger, or nothing of the kind. */
import { dropLegalForm } from './names.ts';

/** Latin letters as Koreans read them aloud: SPG is 에스피지, 태동ENG is 태동이엔지. */
const LETTERS: Readonly<Record<string, string>> = {
  a: '에이', b: '비', c: '시', d: '디', e: '이', f: '에프', g: '지', h: '에이치', i: '아이', j: '제이', k: '케이', l: '엘', m: '엠',
  n: '엔', o: '오', p: '피', q: '큐', r: '알', s: '에스', t: '티', u: '유', v: '브이', w: '더블유', x: '엑스', y: '와이', z: '제트',
};

/** English words that firms write in either script. */
const WORDS: readonly (readonly [string, string])[] = [
  ['engineering', '엔지니어링'], ['technology', '테크놀로지'], ['electronics', '일렉트로닉스'], ['solutions', '솔루션'], ['solution', '솔루션'],
  ['systems', '시스템'], ['system', '시스템'], ['chemical', '케미칼'], ['plastic', '플라스틱'], ['industries', '인더스트리'], ['industry', '인더스트리'],
  ['energy', '에너지'], ['global', '글로벌'], ['motors', '모터스'], ['motor', '모터'], ['metal', '메탈'], ['steel', '스틸'], ['korea', '코리아'], ['tech', '테크'], ['hi', '하이'],
];

/** Loan words that have more than one spelling, brought to one. Longest first where one holds another. */
const LOANS: readonly (readonly [RegExp, string])[] = [
  [/테크?[놀널][로러리]지/g, '테크놀로지'], [/시스탬|씨스템|씨스탬/g, '시스템'], [/케[미이]컬|캐미[칼컬]|케미칼/g, '케미칼'], [/컴[파패]니|콤[파퍼]니/g, '컴퍼니'],
  [/프라스틱|플라스[팃틱]/g, '플라스틱'], [/쏠루션|솔류션/g, '솔루션'], [/엘렉트/g, '일렉트'], [/엔지니어[링닝]|엔지니링/g, '엔지니어링'],
  [/모타/g, '모터'], [/밧데리|배터리/g, '배터리'], [/써비스/g, '서비스'], [/콘트롤/g, '컨트롤'], [/디지탈/g, '디지털'], [/코포레이[션숀]|코퍼레이[션숀]/g, '코퍼레이션'],
  [/인더스트리[즈스]?/g, '인더스트리'], [/휠타|필타/g, '필터'], [/화스[너나]/g, '파스너'], [/메타[르]/g, '메탈'], [/오토메이[션숀]/g, '오토메이션'], [/에네[르]?지/g, '에너지'],
  [/[텍텤택]$/g, '테크'], [/파우다/g, '파우더'], [/센타/g, '센터'], [/메카트로[닉]스?/g, '메카트로닉스'], [/앤드/g, '앤'],
];

/** Syllables of which a loan word of the list has at least one; most names have none. */
const MAY_BE_LOAN = /[테텍텤택탬템컬칼컴콤프플쏠솔렉엔모밧배써콘디코인휠필화메멧오에파센카앤]/;

/** Letters as they sound, without legal form, spaces and marks: `LG화학(주)` and `엘지화학` are one. */
export const soundOf = (name: string): string => {
  const bare = dropLegalForm(name).replace(/&|\+| and /g, '앤');
  const spoken = bare.replace(/[a-z]+/g, (run) => {
    let rest = run;
    for (const [word, korean] of WORDS) rest = rest.replace(word, korean);
    return rest.replace(/[a-z]/g, (letter) => LETTERS[letter] ?? letter);
  });
  return spoken.replace(/[^\p{L}\p{N}]/gu, '').replace(/씨/g, '시').replace(/쥐/g, '지').replace(/에치/g, '에이치').replace(/더블류/g, '더블유');
};

/** As `soundOf`, with loan words in one spelling and vowels that sound alike (ㅐ/ㅔ, ㅚ/ㅙ/ㅞ) as one: as jamo. */
export const spellingKeyOf = (name: string): string => {
  let sound = soundOf(name);
  if (MAY_BE_LOAN.test(sound)) for (const [spellings, one] of LOANS) sound = sound.replace(spellings, one);
  return sound.normalize('NFD').replace(/\u1162/g, '\u1166').replace(/\u1164/g, '\u1168').replace(/[\u116A\u116B]/g, '\u1170');
};

/** True when at most one letter is put in, left out, changed, or swapped with its neighbour. */
export const isOneSlip = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const shortRest = short.slice(same + 1);
  if (short.length < long.length) return short.slice(same) === long.slice(same + 1);
  if (shortRest === long.slice(same + 1)) return true;
  return short[same] === long[same + 1] && short[same + 1] === long[same] && short.slice(same + 2) === long.slice(same + 2);
};

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** From this many jamo on one slip is worth a question: four syllables of two or three jamo each. */
const LONG_JAMO = 9;
/** From this many syllables on a whole syllable may be the slip: 한빛정밀 and 한빛정공 are two firms. */
const LONG_SYLLABLES = 6;

export type Nearness = 'equal' | 'sound' | 'spelling' | 'slip' | 'none';

/**
 * How two names without their sites meet: `sound` = the same read aloud, `spelling` = the same but for the spelling of a loan word or a
 * vowel that sounds alike, `slip` = one letter off in a long name. Numbers in a name are never a slip.
 */
export const nearnessOf = (one: string, other: string): Nearness => {
  const sounds = [soundOf(one), soundOf(other)] as const;
  if (sounds[0] === '' || sounds[1] === '') return 'none';
  if (sounds[0] === sounds[1]) return 'sound';
  if (digitsOf(sounds[0]) !== digitsOf(sounds[1])) return 'none';
  const loose = [spellingKeyOf(one), spellingKeyOf(other)] as const;
  if (loose[0] === loose[1]) return 'spelling';
  const jamo = [sounds[0].normalize('NFD'), sounds[1].normalize('NFD')] as const;
  if (Math.min(jamo[0].length, jamo[1].length) >= LONG_JAMO && isOneSlip(...jamo)) return 'slip';
  return Math.min(sounds[0].length, sounds[1].length) >= LONG_SYLLABLES && sounds[0].length === sounds[1].length && isOneSlip(...sounds) ? 'slip' : 'none';
};

/** Names of files as they can stand on every disk. */
import { isResidentNumber, maskResidentNumbers } from '../korean/resident-number.ts';
import { Refusal } from '../errors.ts';

/** Longest name, in characters: with a folder before it, Windows takes 255. */
const longest = 150;
/** Names that are devices on Windows. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Control characters, and the marks that turn the direction of writing (`gpj.exe` shown as `exe.jpg`). */
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const shortened = (name: string): string => {
  const letters = Array.from(name);
  if (letters.length <= longest) return name;
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return `${letters.slice(0, longest - Array.from(ending).length).join('')}${ending}`;
};

/** The name in NFC, without folders and without what a disk refuses; `첨부` when nothing is left. */
export const tidyName = (given: string): string => {
  const last = given.normalize('NFC').replace(unseen, '').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[<>:"|?*]/g, '_').replace(/\s+/g, ' ').trim().replace(/[. ]+$/, '');
  const name = shortened(plain);
  if (name === '') return '첨부';
  return device.test(name) ? `_${name}` : name;
};

/** @throws Refusal `invalid` when the name holds what looks like a resident number: no name may (개인정보 보호법 §24-2) */
export const checkedName = (given: string): string => {
  const name = tidyName(given);
  if (!isResidentNumber(name)) return name;
  const message = '파일 이름에 주민등록번호로 보이는 값이 있습니다. 이름을 바꾸어 다시 올려 주세요.';
  throw new Refusal('invalid', message, [{ field: 'name', value: maskResidentNumbers(name), message }]);
};

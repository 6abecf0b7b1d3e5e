import { formatBusinessNumber, businessNumberFault, corporateNumberFault, factoryNumberFault, parseBusinessNumber, parseCorporateNumber, parseFactoryNumber } from '../korean/identifiers.ts';
import type { Field } from '../kernel/field.ts';
import { industryCodeFault, splitIndustryCode } from '../reference/industries.ts';
import { withParticle } from '../korean/particle.ts';
import { normaliseText } from '../korean/text.ts';
import { parseDate } from '../korean/parse-date.ts';
import { parseDecimal, parseInteger } from '../korean/parse-number.ts';
import { parseTime } from '../korean/parse-time.ts';
import { parseWon, type WonUnit } from '../korean/parse-won.ts';
import { parsePhone } from '../korean/phone.ts';
import type { Reading } from './target.ts';

type Read = (text: string, unit: WonUnit | null) => Reading;

const cannot = (text: string, what: string): Reading => ({ problem: `${withParticle(`‘${text}’`, '을/를')} ${withParticle(what, '으로/로')} 읽을 수 없습니다.` });
const orProblem = (value: string | number | null, text: string, what: string): Reading => (value === null ? cannot(text, what) : { value });

/** How a cell is read as a field, from the field's own declaration. */
export function readerOfField(field: Field): Read {
  switch (field.kind) {
    case 'int':
      return (text) => {
        const value = parseInteger(text);
        if (value !== null && field.min === undefined && value < 0) return cannot(text, '0 이상의 수');
        return orProblem(value, text, '수');
      };
    case 'won':
      return (text, unit) => orProblem(parseWon(text, unit ?? '원'), text, '금액');
    case 'decimal':
      return (text) => {
        const value = parseDecimal(text);
        return value === null ? cannot(text, '수') : { value: String(value) };
      };
    case 'date':
      return (text) => orProblem(parseDate(text), text, '날짜');
    case 'time':
      return (text) => orProblem(parseTime(text), text, '시각');
    case 'flag':
      return (text) => (/^(?:y|yes|예|유|o|○|1|true)$/i.test(text) ? { value: 1 } : /^(?:n|no|아니오|무|x|×|0|false)$/i.test(text) ? { value: 0 } : cannot(text, '예·아니오'));
    case 'choice':
      return (text) => orProblem(codeOf(field, text), text, field.ko);
    case 'choices':
      return (text) => {
        const codes = text.split(/[,;/·]/).map((part) => codeOf(field, part));
        return codes.includes(null) ? cannot(text, field.ko) : { value: codes.join(',') };
      };
    case 'link':
      return (text) => cannot(text, '연결');
    case 'long':
      return (text) => ({ value: text });
    case 'text':
      return (text) => readText(text, field);
  }
}

function codeOf(field: Field, text: string): string | null {
  const wanted = normaliseText(text).replace(/\s/g, '');
  return field.choices?.find((choice) => choice.ko.replace(/\s/g, '') === wanted || choice.code === wanted)?.code ?? null;
}

function readText(text: string, field: Field): Reading {
  const line = normaliseText(text);
  const most = field.max ?? 200;
  return line.length > most ? { problem: `${most}자까지 쓸 수 있습니다. 지금 ${line.length}자입니다.` } : { value: line };
}

/** A name of a firm: lists indent with full-width spaces, ▷ and numbers of their own. */
export function readName(field: Field): Read {
  return (text) => readText(text.replace(/^[\s\u3000▷▶▸◦○●■□\-·]+/, ''), field);
}

/** An area: 0 means that nobody measured it. */
export function readArea(text: string): Reading {
  const value = parseDecimal(text.replace(/\s*(?:㎡|m²|m2|제곱미터)$/, ''));
  if (value === null || value < 0) return cannot(text, '면적');
  return { value: value === 0 ? null : String(value) };
}

/** 사업자등록번호: a failed check digit only warns (domain.md §14.1). */
export function readBusinessNumber(text: string): Reading {
  const fault = businessNumberFault(text);
  const digits = parseBusinessNumber(text);
  if (digits === null || fault === 'length') return { problem: `‘${text}’: 사업자등록번호는 숫자 10자리입니다.` };
  if (fault === 'zero') return { problem: '000-00-00000은 사업자등록번호가 아닙니다.' };
  return fault === 'sum' ? { value: digits, remark: `${formatBusinessNumber(digits)}의 검증 번호가 맞지 않습니다. 등록증과 대조해 주세요.` } : { value: digits };
}

/** 법인등록번호: numbers since 2025 may carry no check digit, so a failed one only warns. */
export function readCorporateNumber(text: string): Reading {
  const fault = corporateNumberFault(text);
  const digits = parseCorporateNumber(text);
  if (digits === null || fault === 'length' || fault === 'zero') return { problem: `‘${text}’: 법인등록번호는 숫자 13자리입니다.` };
  return fault === 'sum' ? { value: digits, remark: '법인등록번호의 검증 번호가 맞지 않습니다.' } : { value: digits };
}

/** 공장관리번호: one a spreadsheet has rounded is left out and said so, because it is shared by a whole city. */
export function readFactoryNumber(text: string): Reading {
  const fault = factoryNumberFault(text);
  if (fault === null) return { value: parseFactoryNumber(text) };
  if (fault === 'length') return { value: normaliseText(text), remark: '공장관리번호가 15자리가 아닙니다.' };
  return { value: null, remark: `엑셀이 망가뜨린 공장관리번호(${text})라서 넣지 않습니다. 원본에서 이 열을 텍스트로 바꾸어 다시 저장해 주세요.` };
}

/** A KSIC code with what lists write behind it (외 3 종); one that no revision has is left out and said so. */
export function readIndustryCode(text: string): Reading {
  const line = normaliseText(text);
  const fault = industryCodeFault(splitIndustryCode(line).code);
  return fault === null ? { value: line.slice(0, 200) } : { value: null, remark: `‘${text}’: 넣지 않습니다. ${fault}` };
}

/** A telephone number as digits; of several the first, with a remark. Text that is none is left out and said so. */
export function readPhone(text: string): Reading {
  const whole = parsePhone(text);
  if (whole !== null) return { value: whole };
  const first = text.split(/[,;/\n]|~\d{1,4}|\(내선/)[0] ?? '';
  const number = parsePhone(first);
  if (number !== null) return { value: number, remark: `‘${text}’에서 ${first.trim()}만 넣습니다.` };
  return { value: null, remark: `‘${text}’: 전화번호로 읽을 수 없어 비워 둡니다.` };
}

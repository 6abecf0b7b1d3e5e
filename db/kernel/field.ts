/**
 * Fields are declared once. From one declaration come validation, form label, grid column, import
 * mapping, export header, masking, history label and merge rule. No Node import: the page uses it too.
 */
import { z } from 'zod';
import type { Problem } from '../errors.ts';
import type { Choice } from './choice.ts';
import { isResidentNumber, maskResidentNumbers } from '../korean/resident-number.ts';

/** What a column can hold: the operation log knows nothing else. */
export type Cell = string | number | null;

export type FieldKind =
  | 'text' | 'long' | 'int' | 'won' | 'decimal' | 'date' | 'time' | 'flag' | 'choice' | 'choices' | 'link';

/**
 * How concurrent edits of two devices meet: `register` = last by clock, the loser is listed;
 * `workflow` = the longest chain of transitions wins; `first` = the first write stays.
 */
export type MergeRule = 'register' | 'workflow' | 'first';

export type FieldOptions = {
  ko: string;
  en: string;
  required?: boolean;
  unit?: string;
  help?: string;
  /** Personal data: masked by default in exports, scrubbed on destruction. */
  personal?: boolean;
  merge?: MergeRule;
  /** Found by the search box. */
  search?: boolean;
  /** Column headers under which real files carry this field. */
  headers?: readonly string[];
  /** Longest text accepted, in characters. */
  max?: number;
  min?: number;
  /** Brings written text to the form in which it is stored: `124-81-00998` → `1248100998`. Text it does not know stays as it is. */
  tidy?: (text: string) => string;
  /** What is stored, as people write it. */
  show?: (stored: string) => string;
  /** Why a text cannot stand in this field (a Korean sentence), beyond its length; null when it can. */
  refuse?: (text: string) => string | null;
  /** Allowed codes of a `choice` or `choices` field. */
  choices?: readonly Choice[];
  /** Record type a `link` points to. */
  to?: string;
};

export type Field<T extends Cell = Cell> = Readonly<FieldOptions & {
  kind: FieldKind;
  merge: MergeRule;
  required: boolean;
  schema: z.ZodType<T>;
}>;

type Optional<T extends Cell, O extends FieldOptions> = O extends { required: true } ? T : T | null;

const declare = <T extends Cell, O extends FieldOptions>(kind: FieldKind, schema: z.ZodType<T>, options: O): Field<Optional<T, O>> => {
  const required = options.required === true;
  // The conditional type cannot be followed through a value; both branches are produced right here.
  const whole = (required ? schema : schema.nullable()) as z.ZodType<Optional<T, O>>;
  return { ...options, kind, required, merge: options.merge ?? 'register', schema: whole };
};

const isRealDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
};

/** One line of text, NFC, at most `max` (200) characters. */
export const text = <const O extends FieldOptions>(options: O): Field<Optional<string, O>> =>
  declare('text', z.string().min(1, '내용을 입력해 주세요.').max(options.max ?? 200, `${options.max ?? 200}자까지 쓸 수 있습니다.`).regex(/^[^\n\r]*$/, '한 줄로 써 주세요.'), options);

/** Text of several lines, at most `max` (20,000) characters. */
export const long = <const O extends FieldOptions>(options: O): Field<Optional<string, O>> =>
  declare('long', z.string().min(1, '내용을 입력해 주세요.').max(options.max ?? 20_000, `${options.max ?? 20_000}자까지 쓸 수 있습니다.`), options);

/** Whole number between `min` (0) and `max`. */
export const int = <const O extends FieldOptions>(options: O): Field<Optional<number, O>> =>
  declare('int', z.number('숫자로 입력해 주세요.').int('정수로 입력해 주세요.').min(options.min ?? 0, `${options.min ?? 0} 이상이어야 합니다.`).max(options.max ?? Number.MAX_SAFE_INTEGER, `${options.max ?? Number.MAX_SAFE_INTEGER} 이하여야 합니다.`), options);

/** Money in whole won, never negative. */
export const won = <const O extends FieldOptions>(options: O): Field<Optional<number, O>> =>
  declare('won', z.number('금액을 숫자로 입력해 주세요.').int('원 단위 정수로 입력해 주세요.').min(0, '0원 이상이어야 합니다.').max(Number.MAX_SAFE_INTEGER), { unit: '원', ...options });

/** A decimal number kept as text, so that it travels without loss. */
export const decimal = <const O extends FieldOptions>(options: O): Field<Optional<string, O>> =>
  declare('decimal', z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/, '숫자로 입력해 주세요.'), options);

/** Calendar date `YYYY-MM-DD`. */
export const date = <const O extends FieldOptions>(options: O): Field<Optional<string, O>> =>
  declare('date', z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '날짜를 2026-11-22처럼 입력해 주세요.').refine(isRealDate, '달력에 없는 날짜입니다.'), options);

/** Time of day `HH:MM`. */
export const time = <const O extends FieldOptions>(options: O): Field<Optional<string, O>> =>
  declare('time', z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '시각을 14:30처럼 입력해 주세요.'), options);

/** Yes or no, stored as 1 or 0. */
export const flag = <const O extends FieldOptions>(options: O): Field<Optional<number, O>> =>
  declare('flag', z.number().int().min(0).max(1), options);

/** One code out of `choices`. */
export const choice = <const O extends FieldOptions & { choices: readonly Choice[] }>(options: O): Field<Optional<string, O>> =>
  declare('choice', z.string().refine((code) => options.choices.some((one) => one.code === code), '목록에 있는 값을 골라 주세요.'), options);

/** Several codes out of `choices`, joined by commas. */
export const choices = <const O extends FieldOptions & { choices: readonly Choice[] }>(options: O): Field<Optional<string, O>> =>
  declare('choices', z.string().refine((codes) => codes.split(',').every((code) => options.choices.some((one) => one.code === code)), '목록에 있는 값을 골라 주세요.'), options);

/** The id of another record. The other end may not have arrived yet, so nothing enforces it. */
export const link = <const O extends FieldOptions & { to: string }>(options: O): Field<Optional<string, O>> =>
  declare('link', z.string().min(1), options);

export type Fields = Readonly<Record<string, Field>>;

/** Values of a whole record, by its declaration. */
export type Values<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** Values as they may stand in a table, where operations from elsewhere can still be missing. */
export type Arrived<F extends Fields> = { [K in keyof F]: Values<F>[K] | null };

/** A check over several fields of one record; null when all is well. */
export type Rule<F extends Fields> = (values: Values<F>) => Problem | null;

export type RecordType<F extends Fields = Fields> = Readonly<{
  /** Table name, singular snake_case, the `tbl` of the operation log. */
  table: string;
  ko: string;
  en: string;
  fields: F;
  /** Checks over several fields, run by the page and by the door. */
  rules: readonly Rule<F>[];
  /** Local columns computed from the fields (search keys); not part of the log. A row may have arrived in part. */
  derived: Readonly<Record<string, (values: Arrived<F>) => Cell>>;
}>;

/** Declares a record type. */
export const record = <F extends Fields>(
  table: string,
  labels: { ko: string; en: string },
  fields: F,
  more: { rules?: readonly Rule<F>[]; derived?: Readonly<Record<string, (values: Arrived<F>) => Cell>> } = {},
): RecordType<F> => ({ table, ...labels, fields, rules: more.rules ?? [], derived: more.derived ?? {} });

/** A record type whose exact fields do not matter to the caller. */
// `rules` and `derived` take the values as argument, which makes RecordType invariant in F.
export type AnyRecord = Omit<RecordType, 'rules' | 'derived'> & {
  readonly rules: readonly ((values: never) => Problem | null)[];
  readonly derived: Readonly<Record<string, (values: never) => Cell>>;
};

// The law (개인정보 보호법 §24-2) lets nobody keep these numbers for this purpose, so no text of any record may hold one.
const residentNumber = '주민등록번호로 보이는 값은 저장하지 않습니다. 번호를 지우고 다시 저장해 주세요.';

/** Why written text is refused: a resident number, or what the field itself says. */
const refusedText = (field: Field, text: string): string | null => {
  if (field.kind !== 'text' && field.kind !== 'long') return null;
  return isResidentNumber(text) ? residentNumber : (field.refuse?.(text) ?? null);
};

const missing = (field: Field): string => `${field.ko}: 필수 항목입니다. 값을 입력해 주세요.`;

/** What is wrong with one value, or null. */
export const problemOf = (name: string, field: Field, value: unknown): Problem | null => {
  if (value === null || value === undefined || value === '') {
    return field.required ? { field: name, value: null, message: missing(field) } : null;
  }
  const result = field.schema.safeParse(value);
  if (result.success && typeof value === 'string') {
    const refused = refusedText(field, value);
    if (refused !== null) return { field: name, value: maskResidentNumbers(value), message: `${field.ko}: ${refused}` };
  }
  if (result.success) return null;
  return { field: name, value, message: `${field.ko}: ${result.error.issues[0]?.message ?? '값이 맞지 않습니다.'}` };
};

/** What is wrong with a whole record: each field, then (if all fields hold) the rules across fields. */
export const problemsOf = (type: AnyRecord, values: Readonly<Record<string, unknown>>): Problem[] => {
  const problems = Object.entries(type.fields).flatMap(([name, field]) => problemOf(name, field, values[name]) ?? []);
  for (const name of Object.keys(values)) {
    if (!(name in type.fields)) problems.push({ field: name, value: values[name], message: `${type.ko}에 없는 항목입니다: ${name}` });
  }
  if (problems.length > 0) return problems;
  // Every field has just been checked against the declaration the rules were typed by.
  return type.rules.flatMap((rule) => rule(values as never) ?? []);
};

/** The Korean label of a code, or the code itself when it is from a newer version. */
export const labelOf = (field: Pick<Field, 'choices'>, code: Cell): string =>
  code === null ? '' : String(code).split(',').map((one) => field.choices?.find((entry) => entry.code === one)?.ko ?? one).join(', ');

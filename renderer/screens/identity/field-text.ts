/** Fields of two records as they are shown side by side. */
import { labelOf, type Cell, type Field } from '../../../db/kernel/field.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { shownComplex } from '../organisations/ComplexInput.tsx';

export type ComparedField = { name: string; ko: string; values: Cell[]; differs: boolean };

const fields: Readonly<Record<string, Field>> = organisation.fields;
/** What is no value of the body itself. */
const aside = new Set(['merged_into', 'succeeded_by']);

/** A stored value as people write it; '' for none. */
export const fieldText = (name: string, value: Cell): string => {
  const field = fields[name];
  if (value === null || !field) return '';
  if (name === 'complex') return shownComplex(value) ?? '';
  if (field.choices) return labelOf(field, value);
  if (typeof value === 'number') return name.endsWith('_year') || name === 'industry_revision' ? String(value) : `${value.toLocaleString('ko-KR')}${field.unit ?? ''}`;
  return field.show?.(value) ?? value;
};

/** Fields that any of the records has, those that differ first. */
export const comparedFields = (bodies: readonly { values: Readonly<Record<string, Cell>> }[]): ComparedField[] => {
  const rows = Object.entries(fields).filter(([name]) => !aside.has(name)).flatMap(([name, field]) => {
    const values = bodies.map((body) => body.values[name] ?? null);
    return values.every((value) => value === null) ? [] : [{ name, ko: field.ko, values, differs: new Set(values).size > 1 }];
  });
  return [...rows.filter((row) => row.differs), ...rows.filter((row) => !row.differs)];
};

/** The record whose value is proposed: the first that has one. */
export const proposed = (row: ComparedField): number => Math.max(0, row.values.findIndex((value) => value !== null));

/** A text cut where it begins and ends to differ from another: same, different, same. */
export const differingPart = (text: string, other: string): readonly [string, string, string] => {
  const [own, their] = [Array.from(text), Array.from(other)];
  let start = 0;
  while (start < own.length && start < their.length && own[start] === their[start]) start += 1;
  let end = 0;
  while (end < own.length - start && end < their.length - start && own[own.length - 1 - end] === their[their.length - 1 - end]) end += 1;
  return [own.slice(0, start).join(''), own.slice(start, own.length - end).join(''), own.slice(own.length - end).join('')];
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../db/errors.ts';
import { complexes } from '../../../db/reference/complexes.ts';
import { provinces } from '../../../db/reference/provinces.ts';
import { referenceShapes } from '../../../db/reference/shapes.ts';

const textOf = (name: string): string => readFileSync(join(import.meta.dirname, '../../../assets/reference', `${name}.json`), 'utf8');
const failure = (run: () => unknown): unknown => {
  try { run(); } catch (error) { return error; }
  return null;
};

describe('the reference files', () => {
  it.each(Object.entries(referenceShapes))('%s is whole and names its sources', (name, shape) => {
    const file = shape.parse(JSON.parse(textOf(name)));
    expect(file.rows.length).toBeGreaterThan(5);
    expect(file.source.length).toBeGreaterThan(0);
  });

  it('are what the program carries', () => {
    expect(complexes).toEqual(referenceShapes.complexes.parse(JSON.parse(textOf('complexes'))).rows);
  });

  it('cannot be changed by a caller', () => {
    expect(Object.isFrozen(provinces)).toBe(true);
    expect(Reflect.set(provinces[0]?.names[0] ?? {}, 'name', '바뀐 이름')).toBe(false);
  });

  it('fail as a bug, not as a refusal, when one holds a value nobody knows', () => {
    const wrong = failure(() => referenceShapes.complexes.parse(JSON.parse(textOf('complexes').replace('"role":"pilot"', '"role":"unheard-of"'))));
    expect(String(wrong)).toContain('role');
    expect(wrong).toBeInstanceOf(Error);
    expect(wrong).not.toBeInstanceOf(Refusal);
  });
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { complexes } from '../../../db/reference/complexes.ts';
import { loadReference, referenceNames } from '../../../db/reference/load.ts';
import { Refusal } from '../../../db/errors.ts';

const assets = join(import.meta.dirname, '../../../assets');
let copy = '';
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'reference-'));
  cpSync(join(assets, 'reference'), join(copy, 'reference'), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

const failure = (run: () => unknown): unknown => {
  try { run(); } catch (error) { return error; }
  return null;
};

describe('loading reference data from a folder', () => {
  it.each(referenceNames)('%s is whole and names its sources', (name) => {
    const file = loadReference(assets, name);
    expect(file.rows.length).toBeGreaterThan(5);
    expect(file.source.length).toBeGreaterThan(0);
  });

  it('gives what the bundle carries', () => {
    expect(loadReference(assets, 'complexes').rows).toEqual(complexes);
  });

  it('cannot be changed by a caller', () => {
    const rows = loadReference(assets, 'provinces').rows;
    expect(Object.isFrozen(rows)).toBe(true);
    expect(Reflect.set(rows[0]?.names[0] ?? {}, 'name', '바뀐 이름')).toBe(false);
  });

  it('fails as a bug, not as a refusal, when a file is damaged or missing', () => {
    const path = join(copy, 'reference/complexes.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"role":"pilot"', '"role":"unheard-of"'));
    const wrongValue = failure(() => loadReference(copy, 'complexes'));
    expect(String(wrongValue)).toContain('role');
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20));
    const cut = failure(() => loadReference(copy, 'complexes'));
    rmSync(path);
    const gone = failure(() => loadReference(copy, 'complexes'));
    for (const error of [wrongValue, cut, gone]) {
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(Refusal);
    }
  });
});

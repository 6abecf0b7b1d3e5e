import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { migrations } from '../../db/kernel/migrations/index.ts';

test('every migration has one file and one test of the same name, in ascending order', () => {
  const versions = migrations.map((step) => step.version);
  expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
  const files = readdirSync(new URL('../../db/kernel/migrations/', import.meta.url)).filter((name) => /^\d{4}-/.test(name));
  expect(files).toHaveLength(migrations.length);
  for (const file of files) expect(existsSync(new URL(`./${file.replace('.ts', '.test.ts')}`, import.meta.url)), file).toBe(true);
});

import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { migrations } from '../../db/kernel/migrations/index.ts';

test('every migration has one file and one test of the same name, numbered without a gap', () => {
  expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1));
  const files = readdirSync(new URL('../../db/kernel/migrations/', import.meta.url)).filter((name) => /^\d{4}-/.test(name));
  expect(files).toHaveLength(migrations.length);
  for (const file of files) expect(existsSync(new URL(`./${file.replace('.ts', '.test.ts')}`, import.meta.url)), file).toBe(true);
});

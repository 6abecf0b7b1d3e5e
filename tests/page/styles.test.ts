import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Classes that a file gives rules to on their own, at the start of a line. */
const declared = (file: string): string[] =>
  [...new Set([...readFileSync(join(root, file), 'utf8').matchAll(/^\.(cd-[\w-]+) ?[{,]/gm)].map((one) => one[1] ?? ''))];

// The styles of a screen arrive when it is first visited and stay: a class of two files would look as the way there decides.
test('each class belongs to one style file', () => {
  const files = globSync('renderer/**/*.css', { cwd: root });
  const owners = Map.groupBy(files.flatMap((file) => declared(file).map((name) => ({ name, file }))), (one) => one.name);
  const shared = [...owners].filter(([, of]) => of.length > 1).map(([name, of]) => `${name}: ${of.map((one) => one.file).join(', ')}`);
  expect(shared).toEqual([]);
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from './support/house-rules.ts';
import { readSources, toSource, type Source } from './support/sources.ts';

const root = join(import.meta.dirname, '..');
const sources = readSources(root, ['db', 'electron', 'renderer', 'scripts', 'tests']);

/** For each rule a small house that breaks it: a rule that cannot fail holds nothing. */
const breaking: Record<string, [path: string, text: string][]> = {
  'the page takes types from db, and values only from plain declarations': [['renderer/a.ts', "import { write } from '../db/kernel/write.ts';"]],
  'what the page takes values from has no Node in it': [['db/tasks/fields.ts', "import { readFileSync } from 'node:fs';"]],
  'the shells take only the application thread': [['electron/a.ts', "import { open } from '../db/kernel/open.ts';"]],
  'only main.ts and native.ts import electron': [['electron/carry.ts', "import type { App } from 'electron';"]],
  'db knows no window': [['db/tasks/api.ts', "import { useState } from 'react';"]],
  'only the worker and tests import the handle': [['db/tasks/api.ts', "import { createHandle } from '../handle.ts';"]],
  'the kernel knows no noun': [['db/kernel/write.ts', "import { fields } from '../tasks/fields.ts';"]],
  'how Korean is written depends on nothing': [['db/korean/names.ts', "import { readerOf } from '../kernel/reader.ts';"]],
  'only api.ts of the page talks to the application': [['renderer/screens/tasks/TaskList.tsx', "import { createTRPCClient } from '@trpc/client';"]],
  'no cycles': [
    ['db/a.ts', "import { b } from './b.ts';"],
    ['db/b.ts', "export * from './a.ts';"],
  ],
  'median file at most 100 lines, 95th percentile at most 300, none over 500': [['db/long.ts', '//\n'.repeat(501)]],
  'folders at most three deep': [['renderer/screens/tasks/deep/a.ts', '']],
  'names say what is inside': [['db/kernel/utils.ts', '']],
};

describe('the house', () => {
  for (const rule of rules) {
    it(rule.name, () => expect(rule.broken(sources)).toEqual([]));
    it(`${rule.name}: can fail`, () => {
      const house: Source[] = (breaking[rule.name] ?? []).map(([path, text]) => toSource(path, text));
      expect(house.length).toBeGreaterThan(0);
      expect(rule.broken(house).length).toBeGreaterThan(0);
    });
  }
});

describe('the reader of imports', () => {
  const imports = (text: string): unknown => toSource('db/tasks/api.ts', text).imports;

  it('sees every form', () => {
    expect(imports("import a, { b } from 'x';")).toEqual([{ to: 'x', typeOnly: false }]);
    expect(imports("import {\n  a,\n  type B,\n} from '../kernel/write.ts';")).toEqual([{ to: 'db/kernel/write.ts', typeOnly: false }]);
    expect(imports("import './side.ts';")).toEqual([{ to: 'db/tasks/side.ts', typeOnly: false }]);
    expect(imports("export * from './fields.ts';")).toEqual([{ to: 'db/tasks/fields.ts', typeOnly: false }]);
    expect(imports("const a = await import('y');")).toEqual([{ to: 'y', typeOnly: false }]);
    expect(imports("new URL('../worker.ts', import.meta.url)")).toEqual([{ to: 'db/worker.ts', typeOnly: false }]);
  });
  it('tells types from values', () => {
    expect(imports("import type { A } from 'x';")).toEqual([{ to: 'x', typeOnly: true }]);
    expect(imports("import { type A, type B } from 'x';")).toEqual([{ to: 'x', typeOnly: true }]);
    expect(imports("export type { A } from 'x';")).toEqual([{ to: 'x', typeOnly: true }]);
    expect(imports("import { type A, b } from 'x';")).toEqual([{ to: 'x', typeOnly: false }]);
  });
  it('does not read prose', () => {
    expect(imports("// import { a } from 'x';\n/* import 'y' */\nconst url = 'https://example.com/from';")).toEqual([]);
  });
});

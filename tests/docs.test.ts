import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusalCodes } from '../db/errors.ts';
import { records } from '../db/records.ts';
import { docRules, type Docs } from './support/doc-rules.ts';

const root = join(import.meta.dirname, '..');

/** Installed, built, or kept by git itself. */
const notOurs = /^(node_modules|dist|test-results|playwright-report|shots|data|\.git)$/;
const isText = /\.(ts|tsx|mjs|css|html|md|json|yml|svg)$|^\.(npmrc|gitignore)$|^run$/;

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return folder === root && notOurs.test(entry.name) ? [] : [path, ...walk(path)];
  });

const known = { refusalCodes, tables: records.map(({ table }) => table) };

const readDocs = (): Docs => {
  const found = walk(root).map((path) => relative(root, path).split(sep).join('/'));
  const read = found.filter((path) => isText.test(path.split('/').at(-1) ?? '') && found.every((other) => !other.startsWith(`${path}/`)));
  return { ...known, paths: new Set(found), texts: new Map(read.map((path) => [path, readFileSync(join(root, path), 'utf8')])) };
};

/** A small house of these files. */
const house = (files: Record<string, string>): Docs => {
  const paths = Object.keys(files);
  return { refusalCodes: ['invalid', 'locked'], tables: ['task'], texts: new Map(Object.entries(files)), paths: new Set([...paths, ...paths.map((path) => dirname(path))]) };
};

const launcher = "const tasks = {\n  start: 'a.mjs',\n  'check-lock': 'b.mjs',\n};";
const npm = JSON.stringify({ scripts: { start: '' } });
const commands = { 'package.json': npm, 'scripts/run.mjs': launcher };
const routes = {
  'db/handle.ts': "if (path.startsWith('/api/')) a(); if (path === '/events') b();",
  'db/reports/api.ts': "serveFiles('report', make);",
  'electron/native.ts': "if (path === '/shell/print-pdf') c();",
};
const place = "{ path: '/tasks', word: '과제', icon: A, screen: 'tasks' },";
const named = (...words: string[]): string => words.map((word) => `\`${word}\``).join(' ');

/** For each rule a house that keeps it, and houses that break it with what must be said: a rule that cannot fail holds nothing. */
const cases: Record<string, { well: Record<string, string>; broken: [files: Record<string, string>, says: string][] }> = {
  'every folder with code has a README or is named in that of its parent': {
    well: { 'db/README.md': named('tasks/'), 'db/tasks/api.ts': '', 'db/kernel/store.ts': '', 'db/kernel/README.md': '' },
    broken: [
      [{ 'db/README.md': 'tasks', 'db/tasks/api.ts': '' }, 'db/tasks'],
      [{ 'tests/README.md': named('db/'), 'tests/db/tasks/a.test.ts': '' }, 'tests/db/tasks'],
    ],
  },
  'every command is named in a README, and every command named exists': {
    well: { ...commands, 'README.md': 'npm start, node scripts/run.mjs check-lock' },
    broken: [
      [{ ...commands, 'README.md': 'run.mjs check-lock' }, 'npm script start'],
      [{ ...commands, 'README.md': 'npm start' }, 'run.mjs check-lock is'],
      [{ ...commands, 'README.md': 'npm start, run.mjs check-lock, npm run bench' }, 'npm run bench'],
      [{ ...commands, 'README.md': 'npm start, run.mjs check-lock, run.mjs bench' }, 'run.mjs bench'],
      [{ 'README.md': '' }, 'no commands'],
    ],
  },
  'every route is named in a README': {
    well: { ...routes, 'db/README.md': named('/api/<noun>', '/events', '/files/report/<code>', '/shell/print-pdf') },
    broken: [
      [{ ...routes, 'db/README.md': named('/api', '/files/report', '/shell/print-pdf') }, '/events'],
      [{ ...routes, 'db/README.md': named('/api', '/events', '/files/<kind>', '/shell/print-pdf') }, '/files/report'],
      [{ ...routes, 'db/README.md': named('/api', '/events', '/files/report', '/shell') }, '/shell/print-pdf'],
      [{ 'db/README.md': '' }, 'no routes'],
    ],
  },
  'every refusal code is named in db/README.md': {
    well: { 'db/README.md': named('invalid', 'locked') },
    broken: [[{ 'db/README.md': `${named('invalid')} locked` }, 'locked'], [{ 'README.md': named('invalid', 'locked') }, 'invalid']],
  },
  'every record table is named in db/README.md': { well: { 'db/README.md': named('task') }, broken: [[{ 'db/README.md': named('tasks') }, 'task']] },
  'every file of db/kernel is named in its README': {
    well: { 'db/kernel/README.md': named('store.ts'), 'db/kernel/store.ts': '', 'db/kernel/migrations/0001-log.ts': '' },
    broken: [[{ 'db/kernel/README.md': named('store.ts'), 'db/kernel/store.ts': '', 'db/kernel/fold.ts': '' }, 'fold.ts']],
  },
  'every screen with an address stands in the table of screens': {
    well: { 'renderer/places.ts': place, 'renderer/screens/README.md': '| `tasks/` | `/tasks` | 과제 |' },
    broken: [[{ 'renderer/places.ts': place, 'renderer/screens/README.md': '| `tasks/` | `/task` | 과제 |' }, '/tasks']],
  },
  'every file and folder a README names exists': {
    well: { 'db/README.md': named('api.ts', 'db/tasks/api.ts', 'tasks/api.ts', 'db/tasks', 'api.<x>.ts', '**/*.ts', 'dist/page/index.html'), 'db/tasks/api.ts': '' },
    broken: [
      [{ 'db/README.md': named('write.ts'), 'db/tasks/api.ts': '' }, 'write.ts'],
      [{ 'db/README.md': named('db/firms/'), 'db/tasks/api.ts': '' }, 'db/firms/'],
      [{ 'db/README.md': named('page.ts'), 'tests/page.ts': '' }, 'page.ts'],
    ],
  },
  'every relative link leads somewhere': {
    well: { 'db/README.md': '[a](../electron/README.md#b) [c](https://example.com/d) [e](#f)', 'electron/README.md': '' },
    broken: [[{ 'db/README.md': '[a](electron/README.md)', 'electron/README.md': '' }, 'electron/README.md']],
  },
  'nothing names a machine, a registry, or who wrote it': {
    well: { 'a.ts': "read('/tmp/x'); // written by the door; the network, https://example.com/work/a", 'b.ts': "import './../network/work.ts';" },
    broken: [
      [{ 'a.ts': `// see ${['', 'work', 'shared'].join('/')}` }, 'a folder of one machine'],
      [{ 'README.md': ['', 'tmp', 'brief', 'x.md'].join('/') }, 'a folder of one machine'],
      [{ 'README.md': ['', 'home', 'kim', 'x.md'].join('/') }, 'a folder of one machine'],
      [{ 'package-lock.json': ['https://registry', 'npmjs', 'org/zod'].join('.') }, 'registry'],
      [{ 'a.ts': `/** ${['Written', 'by'].join(' ')} Kim */`.toLowerCase().replace('kim', 'Kim') }, 'who wrote it'],
      [{ 'a.ts': ['Co', 'authored', 'by: x'].join('-').toLowerCase() }, 'who wrote it'],
      [{ 'README.md': ['made with Chat', 'GPT'].join('') }, 'a tool'],
    ],
  },
};

describe('the documents', () => {
  const docs = readDocs();
  for (const rule of docRules) {
    it(rule.name, () => expect(rule.broken(docs)).toEqual([]));
    it(`${rule.name}: can fail, and can hold`, () => {
      const given = cases[rule.name];
      expect(rule.broken(house(given?.well ?? {}))).toEqual([]);
      expect(given?.broken.length).toBeGreaterThan(0);
      for (const [files, says] of given?.broken ?? []) expect(rule.broken(house(files)).join('\n')).toContain(says);
    });
  }
});

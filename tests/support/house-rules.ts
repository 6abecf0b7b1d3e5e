import type { Import, Source } from './sources.ts';

/** One rule of the house: says what is wrong, one sentence each; nothing when all is well. */
export interface Rule {
  name: string;
  broken(sources: Source[]): string[];
}

const room = (path: string): string => path.split('/')[0] ?? '';
const isTest = (path: string): boolean => room(path) === 'tests';

/**
 * Files of `db` that a page may take values from, no Node in them: the fields, declared once; the parsers, so that a date typed in
 * a form is read as an imported one is; how a block of a list is unpacked; the codes of Refusals.
 */
const PLAIN = /^db\/(errors\.ts|kernel\/(field|choice|rules|block)\.ts|korean\/[a-z-]+\.ts|reference\/[a-z-]+\.ts|reference\/choices\/[a-z-]+\.ts|.*\/(fields|choices)\.ts)$/;
/** Files of `db` whose types a page may name. */
const TYPED = /^db\/(api\.ts|.*\/api\.ts|.*-types\.ts|kernel\/[a-z-]+\.ts|.*\/(result|shape|view)\.ts)$/;
const NODE = /^node:|^(fs|path|os|crypto|child_process|worker_threads)$/;

/** A rule about single imports: `refuses` answers why `from` may not import this, or undefined. */
function eachImport(name: string, refuses: (from: string, imported: Import, plain: (path: string) => boolean) => string | undefined): Rule {
  return {
    name,
    broken: (sources) => {
      const plain = plainFiles(sources);
      return sources.flatMap(({ path, imports }) =>
        imports.flatMap((imported) => {
          const why = refuses(path, imported, plain);
          return why === undefined ? [] : [`${path} imports ${imported.to}: ${why}`];
        }),
      );
    },
  };
}

/** Of `db`: the files a page may take values from, which are those named by PLAIN and what they themselves import. */
function plainFiles(sources: Source[]): (path: string) => boolean {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { to, typeOnly } of byPath.get(path)?.imports ?? []) if (!typeOnly && to.startsWith('db/')) visit(to);
  };
  for (const { path } of sources) if (PLAIN.test(path)) visit(path);
  return (path) => reached.has(path);
}

export const rules: Rule[] = [
  eachImport('the page takes types from db, and values only from plain declarations', (from, { to, typeOnly }, plain) => {
    if (room(from) !== 'renderer') return undefined;
    if (NODE.test(to) || to === 'electron' || to === 'better-sqlite3') return 'there is no such thing in a browser';
    if (room(to) === 'electron' || room(to) === 'tests') return 'a page imports renderer and db only';
    if (room(to) !== 'db') return undefined;
    if (plain(to) || (typeOnly && TYPED.test(to))) return undefined;
    return typeOnly ? 'its types are not part of the API' : 'a value of the database';
  }),
  {
    name: 'what the page takes values from has no Node in it',
    broken: (sources) => {
      const plain = plainFiles(sources);
      const bad = sources.filter(({ path }) => plain(path));
      return bad.flatMap(({ path, imports }) => imports.filter(({ to, typeOnly }) => !typeOnly && (NODE.test(to) || to === 'better-sqlite3')).map(({ to }) => `${path} imports ${to}, and the page takes values from it`));
    },
  },
  eachImport('the shells take only the application thread', (from, { to, typeOnly }) => {
    if (room(from) !== 'electron' || (room(to) !== 'db' && room(to) !== 'renderer' && room(to) !== 'tests')) return undefined;
    if (to === 'db/worker.ts' || (typeOnly && to === 'db/serve-port.ts')) return undefined;
    return 'a shell only carries Requests';
  }),
  eachImport('only main.ts and native.ts import electron', (from, { to }) =>
    to !== 'electron' || from === 'electron/main.ts' || from === 'electron/native.ts' ? undefined : 'in plain Node that import starts a download',
  ),
  eachImport('db knows no window', (from, { to }) => {
    if (room(from) !== 'db') return undefined;
    if (['electron', 'renderer', 'tests'].includes(room(to))) return 'the application runs in any Node thread';
    return /^(react|react-dom|@mantine|ag-grid|@tanstack|lucide|wouter)/.test(to) ? 'the application draws nothing' : undefined;
  }),
  eachImport('only the worker and tests import the handle', (from, { to }) =>
    to !== 'db/handle.ts' || from === 'db/worker.ts' || isTest(from) ? undefined : 'the application is started in one place',
  ),
  eachImport('the kernel knows no noun', (from, { to, typeOnly }) => {
    if (!from.startsWith('db/kernel/') || room(to) !== 'db' || to.startsWith('db/kernel/') || to.startsWith('db/korean/') || to === 'db/errors.ts' || typeOnly) return undefined;
    return 'nouns import the kernel, not the other way';
  }),
  eachImport('how Korean is written depends on nothing', (from, { to }) =>
    !from.startsWith('db/korean/') || to.startsWith('db/korean/') ? undefined : 'pure functions over text, for page and database alike',
  ),
  eachImport('only api.ts of the page talks to the application', (from, { to }) =>
    room(from) === 'renderer' && from !== 'renderer/api.ts' && to === '@trpc/client' ? 'the typed client is renderer/api.ts' : undefined,
  ),
  { name: 'no cycles', broken: cycles },
  {
    name: 'median file at most 100 lines, 95th percentile at most 300, none over 500',
    broken: (sources) => {
      const lengths = sources.map(({ lines }) => lines).sort((a, b) => a - b);
      const at = (share: number): number => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
      return [
        ...sources.filter(({ lines }) => lines > 500).map(({ path, lines }) => `${path} has ${lines} lines`),
        ...(at(0.5) > 100 ? [`the median file has ${at(0.5)} lines`] : []),
        ...(at(0.95) > 300 ? [`the 95th percentile is ${at(0.95)} lines`] : []),
      ];
    },
  },
  {
    name: 'folders at most three deep',
    broken: (sources) => sources.filter(({ path }) => path.split('/').length - 1 > 3).map(({ path }) => `${path} lies too deep`),
  },
  {
    name: 'names say what is inside',
    broken: (sources) =>
      sources.flatMap(({ path }) => {
        const file = path.split('/').at(-1) ?? '';
        const stem = file.replace(/(\.(test|spec|config|d))?\.(ts|tsx|mjs)$/, '');
        const wrongCase = file.endsWith('.tsx') ? !/^([A-Z][A-Za-z0-9]*|[a-z0-9-]+)$/.test(stem) : !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem);
        const empty = path.split(/[/.]/).some((part) => /^(utils?|helpers?|common|managers?|services?|misc)$/.test(part));
        return [...(wrongCase ? [`${path} is not kebab-case`] : []), ...(empty ? [`${path} has a name that says nothing`] : [])];
      }),
  },
];

/** Value imports only: a type does not exist when the program runs. */
function cycles(sources: Source[]): string[] {
  const next = new Map(sources.map(({ path, imports }) => [path, imports.filter(({ typeOnly }) => !typeOnly).map(({ to }) => to)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) return void found.push([...trail.slice(at), path].join(' → '));
    if (done.has(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return found;
}

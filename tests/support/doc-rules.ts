import { dirname, join } from 'node:path/posix';

/** What the rules of tests/docs.test.ts look at: the text of every source and README by its path, and every path there is, folders too. */
export interface Docs {
  texts: ReadonlyMap<string, string>;
  paths: ReadonlySet<string>;
  /** Codes and tables as the application declares them. */
  refusalCodes: readonly string[];
  tables: readonly string[];
}

/** One rule of the documents: says what is wrong, one sentence each; nothing when all is well. */
export interface DocRule {
  name: string;
  broken(docs: Docs): string[];
}

const isReadme = (path: string): boolean => path === 'README.md' || path.endsWith('/README.md');
const readmesOf = ({ texts }: Docs): [path: string, text: string][] => [...texts].filter(([path]) => isReadme(path));
const textOf = ({ texts }: Docs, path: string): string => texts.get(path) ?? '';
const isCode = (path: string): boolean => /\.(ts|tsx|mjs|css)$/.test(path);
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** What stands between backticks, blocks of code left out. */
const quoted = (text: string): string[] => found(text.replace(/^```[\s\S]*?^```/gm, ''), /`([^`\n]+)`/g);

/** Rooms in which every folder that holds code says what it is for. */
const ROOMS = /^(db|electron|renderer|scripts|tests)(\/|$)/;

const codeFolders = ({ texts }: Docs): string[] => [...new Set([...texts.keys()].filter((path) => isCode(path) && ROOMS.test(path)).map((path) => dirname(path)))].sort();

/** A folder without a README of its own is named, in backticks, in that of its parent. */
const undescribed = (docs: Docs): string[] =>
  codeFolders(docs).filter((folder) => {
    if (docs.texts.has(`${folder}/README.md`)) return false;
    const name = folder.split('/').at(-1) ?? '';
    return !quoted(textOf(docs, `${dirname(folder)}/README.md`)).some((word) => word.replace(/\/$/, '') === name);
  });

/** Names of npm scripts, and names scripts/run.mjs answers to. */
const commandsOf = (docs: Docs): { npm: string[]; launcher: string[] } => {
  const parsed = JSON.parse(textOf(docs, 'package.json') || '{}') as { scripts?: Record<string, string> };
  const tasks = /const tasks = \{([\s\S]*?)\n\};/.exec(textOf(docs, 'scripts/run.mjs'))?.[1] ?? '';
  return { npm: Object.keys(parsed.scripts ?? {}), launcher: found(tasks, /^\s*'?([a-z-]+)'?:/gm) };
};

/** Commands as READMEs name them. */
const namedCommands = (docs: Docs): { npm: Set<string>; launcher: Set<string> } => {
  const all = readmesOf(docs).map(([, text]) => text).join('\n');
  return { npm: new Set([...found(all, /\bnpm run ([a-z][a-z:-]*)/g), ...found(all, /\bnpm (start|test)\b/g)]), launcher: new Set(found(all, /\brun\.mjs ([a-z][a-z-]*)/g)) };
};

/** Addresses the application and the shells answer to, as a README writes them. */
const routesOf = (docs: Docs): string[] => {
  const code = (room: string): string => [...docs.texts].filter(([path]) => path.startsWith(room) && isCode(path)).map(([, text]) => text).join('\n');
  const own = found(textOf(docs, 'db/handle.ts'), /'(\/[a-z]+)\/?'/g);
  const files = found(code('db/'), /\bserveFiles\('([a-z-]+)'/g).map((kind) => `/files/${kind}`);
  return [...new Set([...own, ...files, ...found(code('electron/'), /'(\/shell(?:\/[a-z-]+)?)\/?'/g)])];
};

const FILE = /^[\w.@/-]+\.(ts|tsx|mjs|js|json|css|html|md|csv|svg|woff2|yml)$/;
const FOLDER = /^(db|electron|renderer|scripts|tests|assets)(\/[\w.-]+)*\/?$/;
/** Made by a build or an installation. */
const MADE = /^(dist|node_modules|test-results|shots)\//;

/** A file may be named from the README's folder, from the root, or by the end of its path below that folder. */
const isThere = ({ paths }: Docs, folder: string, name: string): boolean => {
  if (paths.has(name) || paths.has(join(folder, name))) return true;
  const below = folder === '.' ? '' : `${folder}/`;
  return [...paths].some((path) => path.startsWith(below) && path.endsWith(`/${name}`));
};

const missingPaths = (docs: Docs): string[] =>
  readmesOf(docs).flatMap(([path, text]) =>
    quoted(text).flatMap((word) => {
      const name = word.replace(/^\.\//, '').replace(/(?<=.)\/$/, '');
      if (MADE.test(name) || (!FILE.test(name) && !FOLDER.test(name))) return [];
      return isThere(docs, dirname(path), name) ? [] : [`${path} names ${word}, which is not there`];
    }),
  );

const deadLinks = (docs: Docs): string[] =>
  readmesOf(docs).flatMap(([path, text]) =>
    found(text, /\]\(([^)\s]+)\)/g).flatMap((link) => {
      const target = link.replace(/#.*$/, '');
      if (target === '' || /^[a-z]+:/.test(target)) return [];
      return docs.paths.has(join(dirname(path), target).replace(/\/$/, '')) ? [] : [`${path} links to ${link}, which is not there`];
    }),
  );

/** What no file may name. One letter of each stands in brackets, so that this list does not find itself. */
const FOREIGN: [what: string, pattern: RegExp][] = [
  ['a folder of one machine', /(?<![\w./*}-])\/(?:[w]ork|[h]ome\/\w+|[U]sers\/\w+|tmp\/[b]rief)(?:\/|\b(?![-\w]))|\b[A-Z]:\\\\?[U]sers\\/],
  ['the host of a package registry', /\b(?:[r]egistry\.[a-z0-9-]+\.[a-z]+|[\w.-]*(?:[n]pmmirror|[v]erdaccio|[a]rtifactory|[j]frog|[n]exus)[\w-]*\.[a-z]+|[p]ypi\.org|proxy\.[g]olang\.org)\b/i],
  ['who wrote it', /\b[c]o-authored-by\b|@[a]uthor\b|\b(?:[w]ritten|[g]enerated|[a]uthored) (?:by|with) (?:[A-Z@]|an? (?:AI|[l]anguage model|[a]ssistant)\b)/],
  ['a tool that wrote it', /\b(?:[c]laude|[a]nthropic|[c]hatgpt|[c]opilot|[c]odex|[g]emini|[o]penai|[l]anguage model|AI[ -][g]enerated)\b/i],
];

export const docRules: DocRule[] = [
  {
    name: 'every folder with code has a README or is named in that of its parent',
    broken: (docs) => undescribed(docs).map((folder) => `${folder} is described nowhere`),
  },
  {
    name: 'every command is named in a README, and every command named exists',
    broken: (docs) => {
      const [real, named] = [commandsOf(docs), namedCommands(docs)];
      if (real.npm.length === 0 || real.launcher.length === 0) return ['no commands were found: this check must learn where they are'];
      return [
        ...real.npm.filter((name) => !named.npm.has(name)).map((name) => `npm script ${name} is named in no README`),
        ...real.launcher.filter((name) => !named.launcher.has(name) && !(real.npm.includes(name) && named.npm.has(name))).map((name) => `run.mjs ${name} is named in no README`),
        ...[...named.npm].filter((name) => !real.npm.includes(name)).map((name) => `a README names npm run ${name}, which does not exist`),
        ...[...named.launcher].filter((name) => !real.launcher.includes(name)).map((name) => `a README names run.mjs ${name}, which does not exist`),
      ];
    },
  },
  {
    name: 'every route is named in a README',
    broken: (docs) => {
      const routes = routesOf(docs);
      if (routes.length === 0) return ['no routes were found: this check must learn where they are'];
      const words = readmesOf(docs).flatMap(([, text]) => quoted(text));
      return routes.filter((route) => !words.some((word) => word === route || word.startsWith(`${route}/`))).map((route) => `${route} is named in no README`);
    },
  },
  {
    name: 'every refusal code is named in db/README.md',
    broken: (docs) => {
      const words = new Set(quoted(textOf(docs, 'db/README.md')));
      return docs.refusalCodes.filter((code) => !words.has(code)).map((code) => `refusal code ${code} is not explained`);
    },
  },
  {
    name: 'every record table is named in db/README.md',
    broken: (docs) => {
      const words = new Set(quoted(textOf(docs, 'db/README.md')));
      return docs.tables.filter((table) => !words.has(table)).map((table) => `table ${table} belongs to no folder in the map`);
    },
  },
  {
    name: 'every file of db/kernel is named in its README',
    broken: (docs) => {
      const words = new Set(quoted(textOf(docs, 'db/kernel/README.md')));
      return [...docs.texts.keys()].flatMap((path) => found(path, /^db\/kernel\/([^/]+\.ts)$/g)).filter((file) => !words.has(file)).map((file) => `db/kernel/${file} is not in the README`);
    },
  },
  {
    name: 'every screen with an address stands in the table of screens',
    broken: (docs) => {
      const rows = textOf(docs, 'renderer/screens/README.md').split('\n');
      return [...textOf(docs, 'renderer/places.ts').matchAll(/path: '(\/[a-z]+)', word: .*screen: '([a-z]+)'/g)]
        .filter(([, address, folder]) => !rows.some((row) => row.startsWith(`| \`${folder ?? ''}/\` | \`${address ?? ''}\` |`)))
        .map(([, address]) => `${address ?? ''} is not in renderer/screens/README.md`);
    },
  },
  { name: 'every file and folder a README names exists', broken: missingPaths },
  { name: 'every relative link leads somewhere', broken: deadLinks },
  {
    name: 'nothing names a machine, a registry, or who wrote it',
    broken: ({ texts }) =>
      [...texts].flatMap(([path, text]) =>
        FOREIGN.flatMap(([what, pattern]) => {
          const match = pattern.exec(text);
          return match ? [`${path} names ${what}: ${match[0]}`] : [];
        }),
      ),
  },
];

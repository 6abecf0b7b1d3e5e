// Bundles the desktop shell and the application threads into dist/shell: Electron does not run .ts itself.
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { dist, root } from './process.mjs';
import { newest } from './page.mjs';

const out = join(dist, 'shell');
const entries = {
  main: join(root, 'electron/main.ts'),
  worker: join(root, 'db/worker.ts'),
  reader: join(root, 'db/reader.ts'),
  // The application that the shell contract is proven with; a package leaves it out (electron-builder.yml).
  'stand-in': join(root, 'tests/shell/stand-in.ts'),
};

/** Bundles only when electron/, db/ or the lock is newer than the last bundle. Throws when the bundler fails. */
export async function bundleShellIfStale() {
  const made = join(out, 'main.js');
  const built = existsSync(made) ? statSync(made).mtimeMs : 0;
  if (['electron', 'db', 'package-lock.json'].every((path) => newest(join(root, path)) <= built)) return;
  await bundleShell();
}

/** Bundles to dist/shell: main.js, worker.js and every file that a `new URL('./x.ts', import.meta.url)` names. */
export async function bundleShell() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [placed()],
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: entries,
        // `electron` exists only inside Electron; the driver brings its own binary.
        external: [/^node:/, 'electron', 'better-sqlite3'],
        output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'part-[name]-[hash].js' },
      },
    },
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  });
}

/**
 * In a bundle every file lies in dist/shell, so a path written relative to its source file is rewritten: a .ts file becomes an
 * entry of its own beside the others, any other file keeps its place in the project (dist/shell is as deep as db/kernel).
 */
function placed() {
  return {
    name: 'placed',
    transform(code, id) {
      if (!id.startsWith(root) || id.includes('node_modules')) return null;
      const rewritten = code
        .replace(/new URL\(\s*(['"])(\.[^'"]*)\1,\s*import\.meta\.url\s*\)/g, (_, __, path) => {
          const target = resolve(dirname(id), path);
          if (!target.endsWith('.ts')) return `new URL(${JSON.stringify(fromShell(target))}, import.meta.url)`;
          const fileName = `${basename(target, '.ts')}.js`;
          if (!Object.values(entries).includes(target)) this.emitFile({ type: 'chunk', id: target, fileName });
          return `new URL(${JSON.stringify(`./${fileName}`)}, import.meta.url)`;
        })
        .replace(/import\.meta\.dirname/g, `(import.meta.dirname + ${JSON.stringify(`/${fromShell(dirname(id))}`)})`);
      return rewritten === code ? null : { code: rewritten, map: null };
    },
  };
}

const fromShell = (path) => `../../${relative(root, path).split(sep).join('/')}`;

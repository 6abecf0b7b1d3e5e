// Builds the page (renderer/ → dist/page) when a source is newer than the last build.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { dist, root, runPackage } from './process.mjs';

const page = join(dist, 'page');
const stamp = join(page, '.built');
const sources = ['renderer', 'db', 'assets/fonts', 'assets/icons', 'vite.config.ts', 'package-lock.json'];

/** Builds only when needed. Throws a sentence when the build fails; the previous page then stays. */
export async function buildPageIfStale() {
  const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  if (sources.every((path) => newest(join(root, path)) <= built)) return;
  await buildPage();
}

/** Builds beside the old page and swaps, so that a running program never serves half of one. */
export async function buildPage() {
  const began = new Date();
  const fresh = join(dist, `page-${process.pid}`);
  const old = join(dist, `page-old-${process.pid}`);
  mkdirSync(dist, { recursive: true });
  const code = await runPackage('vite/bin/vite.js', ['build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'], { NODE_ENV: 'production' });
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error('화면을 만들지 못했습니다. 위의 오류를 확인하세요. (vite build failed)');
  }
  writeFileSync(join(fresh, '.built'), '');
  // A source saved while the build ran must count as newer.
  utimesSync(join(fresh, '.built'), began, began);
  if (existsSync(page)) renameSync(page, old);
  renameSync(fresh, page);
  rmSync(old, { recursive: true, force: true });
}

/** Time of the newest file or folder below `path`, ms; a folder's own time changes when something in it is deleted. */
export function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

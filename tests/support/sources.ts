import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';

/** One import or export-from of a source file. `to` is a path in the project for a relative one, else the name of a package. */
export interface Import {
  to: string;
  typeOnly: boolean;
}

/** A source file of a room: its path in the project with forward slashes, its length, what it imports. */
export interface Source {
  path: string;
  lines: number;
  imports: Import[];
}

const CODE = /\.(ts|tsx|mjs)$/;

/** Every source file below the named folders of `root`. */
export function readSources(root: string, rooms: string[]): Source[] {
  return rooms.flatMap((room) => walk(join(root, room)).map((file) => toSource(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8'))));
}

/** A source from its text, as the rules see it. */
export function toSource(path: string, text: string): Source {
  const lines = text.endsWith('\n') ? text.split('\n').length - 1 : text.split('\n').length;
  return { path, lines, imports: importsOf(path, text) };
}

/**
 * What a file imports: static, side-effect, re-export, `import()` and `new URL('./x.ts', import.meta.url)`. Comments are blanked
 * first and a static import must begin a statement, so that prose about an import is not one.
 */
function importsOf(path: string, text: string): Import[] {
  const code = withoutComments(text);
  const found: Import[] = [];
  const add = (name: string | undefined, typeOnly: boolean): void => {
    if (name === undefined) return;
    const to = name.startsWith('.') ? normalize(join(dirname(path), name)).split(sep).join('/') : name;
    found.push({ to: to.replace(/\?.*$/, ''), typeOnly });
  };
  for (const [, clause, name] of code.matchAll(/(?:^|[;}\n])\s*(?:import|export)\s+([^'"`;=]*?)\bfrom\s*['"]([^'"]+)['"]/g)) add(name, isTypeOnly(clause ?? ''));
  for (const [, name] of code.matchAll(/(?:^|[;}\n])\s*import\s*['"]([^'"]+)['"]/g)) add(name, false);
  for (const [, name] of code.matchAll(/\bimport\s*\(\s*['"]([^'"]+)['"]/g)) add(name, false);
  for (const [, name] of code.matchAll(/\bnew\s+URL\s*\(\s*['"](\.[^'"]+\.ts)['"]\s*,\s*import\.meta\.url/g)) add(name, false);
  return found;
}

/** `type X`, `type { … }`, or braces in which every name carries `type`. */
function isTypeOnly(clause: string): boolean {
  const trimmed = clause.trim();
  if (/^type\b(?!\s*(,|from\b))/.test(trimmed)) return true;
  const names = /^\{([^}]*)\}$/.exec(trimmed)?.[1]?.split(',').map((name) => name.trim()).filter(Boolean) ?? [];
  return names.length > 0 && names.every((name) => name.startsWith('type '));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|[\s;{}()])\/\/[^\n]*/g, (_, before: string | undefined) => before ?? '');
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return CODE.test(entry.name) ? [path] : [];
  });
}

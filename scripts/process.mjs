import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';

/** The folder of the project. */
export const root = join(import.meta.dirname, '..');

/** The folder of built things; nothing in it is kept in git. */
export const dist = join(root, 'dist');

/**
 * Runs a program in the project folder with this terminal, and resolves to its exit code.
 * Ctrl+C reaches the child by itself (same process group); a TERM sent to us is passed on.
 */
export function runHere(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: 'inherit',
      windowsHide: true,
      env: { ...process.env, ...env, ...firstOnPath(dirname(program)) },
    });
    const pass = (signal) => () => child.kill(signal);
    const onTerm = pass('SIGTERM');
    const onInt = () => undefined;
    process.on('SIGTERM', onTerm);
    process.on('SIGINT', onInt);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', onTerm);
      process.off('SIGINT', onInt);
      resolve(code ?? (signal === null ? 1 : 128));
    });
  });
}

/** Runs a package's own script under this Node: `bin('vite/bin/vite.js')` without npx, so nothing is looked up on PATH. */
export function runPackage(file, args, env = {}) {
  return runHere(process.execPath, [join(root, 'node_modules', file), ...args], env);
}

function firstOnPath(folder) {
  if (folder === '.' || folder === '') return {};
  const key = Object.keys(process.env).find((name) => name.toLowerCase() === 'path') ?? 'PATH';
  return { [key]: `${folder}${delimiter}${process.env[key] ?? ''}` };
}

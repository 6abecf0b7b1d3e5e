/** `npm run bench:check`: `npm run bench -- --check`. */
import { argv } from 'node:process';

argv.push('--check');
await import('./run.ts');

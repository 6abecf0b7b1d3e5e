/** Loaded before everything else into each thread of the program (`--import`): writes how late a timer of two milliseconds comes, so that a stall of any thread can be seen from outside. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, threadId, workerData } from 'node:worker_threads';

const folder = process.env['CLUSTERDESK_BENCH_LOOPS'];
const everyMs = 2;
const flushMs = 500;

const nameOf = (given: unknown): string => (isMainThread ? 'shell' : typeof given === 'object' && given !== null && 'dataDir' in given ? 'application' : 'reader');

if (folder !== undefined) {
  const path = join(folder, `${nameOf(workerData)}-${threadId}.txt`);
  let lines: string[] = [];
  let last = performance.now();
  let flushed = last;
  const look = (): void => {
    const now = performance.now();
    lines.push(`${Math.round(performance.timeOrigin + now)} ${Math.max(0, now - last - everyMs).toFixed(2)}`);
    last = now;
    if (now - flushed > flushMs) {
      flushed = now;
      appendFileSync(path, `${lines.join('\n')}\n`);
      lines = [];
      // Writing is no stall of the program.
      last = performance.now();
    }
    setTimeout(look, everyMs).unref();
  };
  setTimeout(look, everyMs).unref();
}

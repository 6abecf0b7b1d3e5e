/** Entry of the application thread: opens the data folder and serves Requests from the port. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { startApplication } from './application.ts';
import { fillWithSample } from './demo/fill.ts';
import { Refusal } from './errors.ts';
import { createHandle } from './handle.ts';
import { handleRefusedStart } from './refused-start.ts';
import { serve } from './serve-port.ts';

type Given = { dataDir: string; pageDir: string; assetsDir?: string; demo: boolean };

const { dataDir, pageDir, demo, assetsDir = join(import.meta.dirname, '..', 'assets') } = workerData as Given;
if (!parentPort) throw new Error('db/worker.ts runs in a thread');

const port = parentPort;
const start = (): void => {
  const app = startApplication({
    dataDir, isDemo: demo,
    // Beside this file, with the same ending: .ts when run from source, .js in a bundle.
    readerEntry: new URL(import.meta.url.endsWith('.ts') ? './reader.ts' : './reader.js', import.meta.url),
  });
  if (demo) fillWithSample(app, assetsDir);
  serve(port, createHandle(app, pageDir), () => app.close());
};

try {
  start();
} catch (error) {
  // In use, damaged, from the future: the person reads why. Anything else is a bug, and the shell says so.
  if (!(error instanceof Refusal)) throw error;
  console.error(`the data folder was not opened (${error.code}): ${error.message}`);
  serve(port, handleRefusedStart(error));
}

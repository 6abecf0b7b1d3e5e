/** Entry of the application thread: opens the data folder and serves Requests from the port. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { startApplication } from './application.ts';
import { fillWithSample } from './demo/fill.ts';
import { createHandle } from './handle.ts';
import { serve } from './serve-port.ts';

type Given = { dataDir: string; pageDir: string; assetsDir?: string; demo: boolean };

const { dataDir, pageDir, demo, assetsDir = join(import.meta.dirname, '..', 'assets') } = workerData as Given;
if (!parentPort) throw new Error('db/worker.ts runs in a thread');

const app = startApplication({
  dataDir, isDemo: demo,
  // Beside this file, with the same ending: .ts when run from source, .js in a bundle.
  readerEntry: new URL(import.meta.url.endsWith('.ts') ? './reader.ts' : './reader.js', import.meta.url),
});
if (demo) fillWithSample(app, assetsDir);
serve(parentPort, createHandle(app, pageDir), () => app.close());

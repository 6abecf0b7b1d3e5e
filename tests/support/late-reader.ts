/**
 * A reader thread that reads its program with its first query. The application starts two threads at once, and most tests ask none of
 * them anything: each would read every query of the application for nothing, a quarter of a second of a processor.
 */
import { parentPort } from 'node:worker_threads';

const load = async (first: unknown): Promise<void> => {
  // It listens itself from here on. One query at a time is given to a thread, so none can have come meanwhile.
  await import('../../db/reader.ts');
  parentPort?.emit('message', first);
};

parentPort?.once('message', (first: unknown) => void load(first));

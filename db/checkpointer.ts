/** Entry of the thread that copies the write-ahead log into the database: one checkpoint per message, which waits for nobody. */
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

const { path } = workerData as { path: string };
const db = new Sqlite(path, { fileMustExist: true });

parentPort?.on('message', () => {
  db.pragma('wal_checkpoint(PASSIVE)');
  parentPort?.postMessage('done');
});

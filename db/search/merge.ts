/**
 * Segments of the index put together in short turns. Left to itself FTS5 does it inside a write: sixteen small segments beside the large
 * one that a rebuild leaves were merged with it at once, and the application stood for a second (60,000 sessions) or for many (600,000).
 */
import type { Store } from '../kernel/store.ts';
import { run } from '../kernel/row.ts';

/** So many segments of a level are worth merging; a query looks into each. */
const segmentsOfALevel = 16;
/**
 * A write never merges a whole level (`crisismerge` at its most: FTS5 has room for 2000 segments). Where writes follow each other too
 * fast for turns, it merges some pages for every page it adds (`automerge`), so that the segments stay few.
 */
const settings = { automerge: 2 * segmentsOfALevel, crisismerge: 1999, usermerge: segmentsOfALevel } as const;
/** Pages merged by one statement: a few milliseconds (measured). */
const pagesATime = 4;

const tell = (store: Store, command: string, value: number): void => run(store, 'INSERT INTO search_text (search_text, rank) VALUES (?, CAST(? AS INTEGER))', [command, value]);

/** Tells the index to leave most merging to the turns; it remembers. */
export const keepWritesShort = (store: Store): void => {
  for (const [name, value] of Object.entries(settings)) {
    if (store.read.value<number>('SELECT v FROM search_text_config WHERE k = ?', [name]) !== value) tell(store, name, value);
  }
};

/** Merges for one turn. @returns whether something is left to merge */
export const mergeSome = (store: Store, mostMs: number): boolean => {
  // While long work holds the door its transaction is not ours to write in.
  if (store.db.inTransaction) return true;
  const started = performance.now();
  const changes = (): number => store.read.value<number>('SELECT total_changes()') ?? 0;
  for (;;) {
    const before = changes();
    store.db.transaction(() => tell(store, 'merge', pagesATime)).immediate();
    // The statement itself counts as one: less than two means that there was nothing to do (SQLite's description of the command).
    if (changes() - before < 2) return false;
    if (performance.now() - started > mostMs) return true;
  }
};

/** 상용구: one's own and the shared ones. */
import type { Reader } from '../kernel/reader.ts';

export type PhraseLine = { id: string; title: string; body: string; use: string; is_shared: number | null; isOwn: number };

/** By use, then by name; one's own and those of everybody. */
export const phrasesOf = (read: Reader, by: number, use: string | null = null): PhraseLine[] =>
  read.all(
    `SELECT id, title, body, use, is_shared, owner IS :by AS isOwn FROM phrase WHERE _del = 0 AND (owner IS :by OR is_shared = 1) AND (:use IS NULL OR use = :use)
     ORDER BY use, title LIMIT 500`, { by, use });

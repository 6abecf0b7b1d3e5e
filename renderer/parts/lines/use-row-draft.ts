/** What is typed into a row of boxes that save themselves: kept until it is stored, and kept when it was refused. */
import { useEffect, useRef, useState } from 'react';
import { problemOf, type AnyRecord, type Cell } from '../../../db/kernel/field.ts';

export type RowValues = Readonly<Record<string, Cell>>;

export type RowDraft = {
  value: (name: string) => Cell;
  change: (name: string, value: Cell) => void;
  /** Why the text of a box cannot be stored as it stands. */
  problem: (name: string) => string | null;
  failure: unknown;
  /** Forgets what was not stored. */
  revert: () => void;
};

/** @param save gets the changed fields and what their author saw; it throws to refuse */
export const useRowDraft = (type: AnyRecord, stored: RowValues, save: (patch: RowValues, was: RowValues) => Promise<unknown>): RowDraft => {
  const [typed, showTyped] = useState<RowValues>({});
  // Two boxes may be left before the row is drawn again.
  const latest = useRef<RowValues>(typed);
  const [failure, setFailure] = useState<unknown>(null);
  const setTyped = (next: RowValues): void => { latest.current = next; showTyped(next); };
  const storedText = JSON.stringify(stored);
  useEffect(() => {
    setTyped(Object.fromEntries(Object.entries(latest.current).filter(([name, value]) => value !== (stored[name] ?? null))));
    // Only new stored values count, not a new object with the same ones.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [storedText]);

  const problem = (name: string, value: Cell | undefined): string | null => {
    const field = type.fields[name];
    return field === undefined || value === undefined ? null : (problemOf(name, field, value)?.message ?? null);
  };
  const change = (name: string, value: Cell): void => {
    const next = { ...latest.current, [name]: value };
    setTyped(next);
    const changed = Object.entries(next).filter(([one, now]) => now !== (stored[one] ?? null));
    setFailure(null);
    if (changed.length === 0) return setTyped({});
    if (changed.some(([one, now]) => problem(one, now) !== null)) return;
    save(Object.fromEntries(changed), Object.fromEntries(changed.map(([one]) => [one, stored[one] ?? null]))).catch(setFailure);
  };
  return {
    value: (name) => (name in typed ? (typed[name] ?? null) : (stored[name] ?? null)),
    change, failure,
    problem: (name) => problem(name, typed[name]),
    revert: () => { setTyped({}); setFailure(null); },
  };
};

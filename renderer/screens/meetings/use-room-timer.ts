/** The clock of each agenda item in the room: kept on this device, so that a reload or a crash neither stops nor loses it. */
import { useCallback, useEffect, useState } from 'react';
import { usePreference } from '../../parts/preferences.tsx';

type Kept = {
  /** The item on the screen. */
  item: string | null;
  /** Milliseconds already counted, by item. */
  spent: Record<string, number>;
  /** Since when the item on the screen runs (wall clock, ms); null while it stands still. */
  since: number | null;
};

const fresh: Kept = { item: null, spent: {}, since: null };
const isKept = (value: unknown): value is Kept => typeof value === 'object' && value !== null && 'spent' in value && 'item' in value && 'since' in value;

const settled = (kept: Kept, at: number): Record<string, number> =>
  kept.item === null || kept.since === null ? kept.spent : { ...kept.spent, [kept.item]: (kept.spent[kept.item] ?? 0) + Math.max(0, at - kept.since) };

export type RoomTimer = {
  item: string | null;
  isRunning: boolean;
  /** Milliseconds an item has taken so far. */
  spentOn: (item: string) => number;
  /** Shows an item; its clock runs on if a clock was running. */
  show: (item: string) => void;
  /** Starts or stops the clock of the item on the screen. */
  toggle: () => void;
};

export const useRoomTimer = (meeting: string): RoomTimer => {
  const [kept, keep] = usePreference<Kept>(`room:${meeting}`, fresh, isKept);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (kept.since === null) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [kept.since]);
  const show = useCallback((item: string) => {
    const at = Date.now();
    keep({ item, spent: settled(kept, at), since: kept.since === null ? null : at });
  }, [keep, kept]);
  const toggle = useCallback(() => {
    const at = Date.now();
    keep({ item: kept.item, spent: settled(kept, at), since: kept.since === null ? at : null });
  }, [keep, kept]);
  return { item: kept.item, isRunning: kept.since !== null, spentOn: (item) => (item === kept.item ? settled(kept, now)[item] : kept.spent[item]) ?? 0, show, toggle };
};

/** `4:05`, `1:02:09`. */
export const clockWords = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  const two = (part: number): string => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0(?=\d:)/, '');
};

function clock(hour: number, minute: number): string | null {
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const SPOKEN = /^(오전|오후|아침|저녁|밤|새벽|am|pm)?\s*(\d{1,2})\s*(?::|시|\.)?\s*(?:(\d{1,2})\s*분?|(반))?\s*(am|pm)?$/i;
const AFTERNOON = /^(?:오후|저녁|밤|pm)$/i;
const MORNING = /^(?:오전|아침|새벽|am)$/i;

/**
 * A time of day as people type it, as `HH:MM`, or null: 930, 0930, 9:30, 9, 14시 30분, 2시 반, 오후 2시, 2pm, 정오, 자정.
 * An hour past 12 after 오후 is taken as it stands (오후 14시 = 14:00).
 */
export function parseTime(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '정오') return '12:00';
  if (plain === '자정') return '00:00';
  if (/^\d{3,4}$/.test(plain)) return clock(Number(plain.slice(0, -2)), Number(plain.slice(-2)));
  const seconds = /^(\d{1,2}):(\d{2}):\d{2}$/.exec(plain);
  if (seconds) return clock(Number(seconds[1]), Number(seconds[2]));
  const spoken = SPOKEN.exec(plain);
  if (!spoken) return null;
  const half = spoken[1] ?? spoken[5] ?? '';
  const hour = Number(spoken[2]);
  const minute = spoken[4] === undefined ? Number(spoken[3] ?? 0) : 30;
  if (AFTERNOON.test(half) && hour < 12) return clock(hour + 12, minute);
  if (MORNING.test(half) && hour === 12) return clock(0, minute);
  if (MORNING.test(half) && hour > 12) return null;
  return clock(hour, minute);
}

/** Minutes between two times of one day; null when the end is not after the start. */
export function minutesBetween(start: string, end: string): number | null {
  const minutes = toMinutes(end) - toMinutes(start);
  return minutes > 0 ? minutes : null;
}

function toMinutes(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

/** Hours of other zones in Korean time. Zones by their IANA name, or by the names Windows gives them. */
import { zoneName } from './ics-write.ts';

/** Names of Outlook for the zones a Korean office meets most; a file usually defines its zones itself. */
const windowsZones: Readonly<Record<string, string>> = {
  'Korea Standard Time': 'Asia/Seoul', 'Tokyo Standard Time': 'Asia/Tokyo', 'China Standard Time': 'Asia/Shanghai', 'Taipei Standard Time': 'Asia/Taipei', 'Singapore Standard Time': 'Asia/Singapore',
  'SE Asia Standard Time': 'Asia/Bangkok', 'India Standard Time': 'Asia/Kolkata', 'GMT Standard Time': 'Europe/London', 'W. Europe Standard Time': 'Europe/Berlin', 'Romance Standard Time': 'Europe/Paris',
  'Eastern Standard Time': 'America/New_York', 'Central Standard Time': 'America/Chicago', 'Pacific Standard Time': 'America/Los_Angeles', UTC: 'Etc/UTC',
};

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** Null where nobody knows the zone. */
const formatOf = (zone: string): Intl.DateTimeFormat | null => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat('sv-SE', { timeZone: windowsZones[zone] ?? zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
  } catch {
    // RangeError: no such zone.
  }
  formats.set(zone, made);
  return made;
};

export const isKnownZone = (zone: string): boolean => formatOf(zone) !== null;

/** What a clock on the wall of the zone shows, as if it were UTC. */
const wallMs = (ms: number, zone: string): number => Date.parse(`${(formatOf(zone) ?? formatOf(zoneName))?.format(ms).replace(' ', 'T')}Z`);

/** The moment at which a clock of the zone shows this time (`YYYY-MM-DDTHH:MM:SS`). Of an hour that summer time skips: the hour after. */
export const momentOf = (wall: string, zone: string): number => {
  const asUtc = Date.parse(`${wall}Z`);
  const first = asUtc - (wallMs(asUtc, zone) - asUtc);
  return asUtc - (wallMs(first, zone) - first);
};

/** A moment as day and hour in Korea. */
export const inKorea = (ms: number): { on: string; at: string } => {
  const text = new Date(wallMs(Math.floor(ms / 60_000) * 60_000, zoneName)).toISOString();
  return { on: text.slice(0, 10), at: text.slice(11, 16) };
};

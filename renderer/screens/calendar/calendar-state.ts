/** What the calendar remembers of a person: the view, whose entries, kinds that are hidden. */
import { calendarKinds, calendarScopes, type CalendarKind, type CalendarScope } from '../../../db/calendar/choices.ts';
import { usePreference } from '../../parts/preferences.tsx';
import { isWay, type Way } from './days.ts';

export type Whose = { whose: CalendarScope; cluster: { id: string; name: string } | null };

const isWhose = (value: unknown): value is Whose => typeof value === 'object' && value !== null && 'whose' in value && calendarScopes.some((one) => one.code === value.whose)
  && 'cluster' in value && (value.cluster === null || (typeof value.cluster === 'object' && 'id' in value.cluster && typeof value.cluster.id === 'string' && 'name' in value.cluster));
const isKinds = (value: unknown): value is CalendarKind[] => Array.isArray(value) && value.every((one) => calendarKinds.some(({ code }) => code === one));

export const useCalendarState = () => {
  const [way, setWay] = usePreference<Way>('calendar.view', 'month', isWay);
  const [whose, setWhose] = usePreference<Whose>('calendar.whose', { whose: 'mine', cluster: null }, isWhose);
  const [hidden, setHidden] = usePreference<CalendarKind[]>('calendar.hidden', [], isKinds);
  const toggle = (kind: CalendarKind): void => setHidden(hidden.includes(kind) ? hidden.filter((one) => one !== kind) : [...hidden, kind]);
  return { way, setWay, whose, setWhose, hidden, setHidden, toggle };
};

export type CalendarState = ReturnType<typeof useCalendarState>;

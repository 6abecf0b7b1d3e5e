/** People and links of a session that is not saved yet, as cells of its draft. */
import type { Present } from '../../capture/People.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';

export type Linked = { id: string; label: string };
export type Beside = { attendees: readonly Present[]; companions: readonly Present[]; tasks: readonly Linked[]; meetings: readonly Linked[]; what: string; due: string | null };

export const noBeside: Beside = { attendees: [], companions: [], tasks: [], meetings: [], what: '', due: null };

const lists = ['attendees', 'companions', 'tasks', 'meetings'] as const;

/** Null where there is nothing to keep. */
export const besideCells = (beside: Beside): FormValues => ({
  ...Object.fromEntries(lists.map((name) => [name, beside[name].length === 0 ? null : JSON.stringify(beside[name])])),
  what: beside.what === '' ? null : beside.what, due: beside.due,
});

const isNamed = (value: unknown, name: 'name' | 'label'): boolean => typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && name in value;
const readList = <One>(cell: unknown, name: 'name' | 'label'): One[] => {
  if (typeof cell !== 'string') return [];
  const read: unknown = JSON.parse(cell);
  // Written by besideCells alone; a draft of another version may still hold something else.
  return Array.isArray(read) ? (read.filter((one) => isNamed(one, name)) as One[]) : [];
};

export const readBeside = (cells: FormValues): Beside => ({
  attendees: readList<Present>(cells['attendees'], 'name'), companions: readList<Present>(cells['companions'], 'name'),
  tasks: readList<Linked>(cells['tasks'], 'label'), meetings: readList<Linked>(cells['meetings'], 'label'),
  what: typeof cells['what'] === 'string' ? cells['what'] : '', due: typeof cells['due'] === 'string' ? cells['due'] : null,
});

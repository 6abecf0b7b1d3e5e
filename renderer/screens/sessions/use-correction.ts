/** A correction (정정) in the making: why, and who was there after all. */
import { useState } from 'react';
import type { Present } from '../../capture/People.tsx';
import { api } from '../../api.ts';
import type { FormValues } from '../../parts/form/form-context.ts';

type Side = 'firm' | 'agency';
type Making = { reason: string; join: readonly (Present & { side: Side })[]; leave: readonly string[] };

export const useCorrection = (id: string, firm: string | null) => {
  const [making, setMaking] = useState<Making | null>(null);
  const change = (next: (before: Making) => Partial<Making>) => setMaking((before) => (before ? { ...before, ...next(before) } : before));
  return {
    making,
    begin: () => setMaking({ reason: '', join: [], leave: [] }),
    end: () => setMaking(null),
    setReason: (reason: string) => change(() => ({ reason })),
    /** People of a side as they will be. */
    people: (side: Side, there: readonly Present[]): readonly Present[] =>
      (making ? [...there.filter((one) => !making.leave.includes(one.id)), ...making.join.filter((one) => one.side === side)] : there),
    add: async (side: Side, person: Present) => {
      const known = person.isNew ? { ...person, id: (await api.people.createNamed.mutate({ name: person.name, organisation: side === 'firm' ? firm : null })).id, isNew: false } : person;
      change((before) => ({ join: [...before.join.filter((one) => one.id !== known.id), { ...known, side }], leave: before.leave.filter((one) => one !== known.id) }));
    },
    remove: (person: Present) => change((before) => ({
      join: before.join.filter((one) => one.id !== person.id), leave: before.join.some((one) => one.id === person.id) ? before.leave : [...before.leave, person.id],
    })),
    save: async (patch: FormValues) => {
      await api.sessions.correct.mutate({ id, patch, reason: making?.reason ?? '', join: (making?.join ?? []).map(({ id: person, side }) => ({ id: person, side })), leave: [...(making?.leave ?? [])] });
      setMaking(null);
    },
  };
};

/** Which tasks a view of the work looks at: words, whose, which office, which program year. */
import { useMemo, useState } from 'react';
import type { Filter } from '../../../db/kernel/list-types.ts';
import type { Scope } from '../../../db/work/api.ts';
import { usePreference } from '../../parts/preferences.tsx';

/** `coordinator`: a person's id, `@me`, `@nobody`, or null for all. */
export type ChosenScope = { coordinator: string | null; office: string | null; year: number | null };

const isChosen = (value: unknown): value is ChosenScope => typeof value === 'object' && value !== null && 'coordinator' in value && 'office' in value && 'year' in value;
const everything: ChosenScope = { coordinator: null, office: null, year: null };

const filterOf = ({ coordinator, office, year }: ChosenScope, me: string | null): Record<string, Filter> => ({
  ...(coordinator === null || (coordinator === '@me' && me === null) ? {} : { coordinator: coordinator === '@nobody' ? { op: 'empty' } : { op: 'equals', value: coordinator === '@me' ? me : coordinator } }),
  ...(office === null ? {} : { office: { op: 'equals', value: office } }),
  ...(year === null ? {} : { program_year: { op: 'equals', value: year } }),
});

export type ScopeState = {
  chosen: ChosenScope;
  choose: (change: Partial<ChosenScope>) => void;
  words: string;
  setWords: (text: string) => void;
  /** What is asked for; the same object as long as nothing changes. */
  scope: Scope;
  isNarrowed: boolean;
  clear: () => void;
};

/** Remembered but for the words. `words` are asked for as given: the caller waits for a pause in typing. */
export const useScope = (me: string | null): ScopeState => {
  const [chosen, setChosen] = usePreference<ChosenScope>('work.scope', everything, isChosen);
  const [words, setWords] = useState('');
  const quick = words.trim() === '' ? null : words.trim();
  const key = JSON.stringify([chosen, me]);
  // The key stands for both.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const filter = useMemo(() => filterOf(chosen, me), [key]);
  const scope = useMemo<Scope>(() => ({ quick, filter }), [quick, filter]);
  return {
    chosen, words, setWords, scope, isNarrowed: quick !== null || Object.keys(filter).length > 0,
    choose: (change) => setChosen({ ...chosen, ...change }),
    clear: () => { setWords(''); setChosen(everything); },
  };
};

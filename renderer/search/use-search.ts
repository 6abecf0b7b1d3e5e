/**
 * Asks while typing. A newer text ends the question before it; what was found stays on the screen until the new answer is there.
 * Kinds whose first results need more looking are gone on with, and totals that are not known yet are counted, one kind after the other.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../api.ts';
import type { Group } from '../../db/search/api.ts';
import type { KindName } from '../../db/search/choices.ts';

export type SearchFilters = { kinds: readonly KindName[]; from: string | null; until: string | null; office: string | null };

export type Found = { text: string; groups: readonly Group[]; waiting: number; isWhole: boolean };

/** Results of a kind before “더 보기”. */
export const firstResults = 6;
const moreResults = 20;
/** Between two keys of one syllable: half-made ones are asked for, a burst is not. */
const pauseMs = 30;
/** Rounds of looking on for a kind that has not filled its first lines, and of counting. */
const mostRounds = 40;

const given = ({ kinds, from, until, office }: SearchFilters) => ({
  ...(kinds.length > 0 ? { kinds: [...kinds] } : {}), ...(from ? { from } : {}), ...(until ? { until } : {}), ...(office ? { office } : {}),
});

const lookOn = async (text: string, filters: SearchFilters, group: Group, wanted: number, signal: AbortSignal): Promise<Group> => {
  let grown = group;
  for (let round = 0; round < mostRounds && grown.next && grown.hits.length < wanted; round += 1) {
    const answer = await api.search.find.query({ ...given(filters), text, kinds: [group.kind], limit: Math.min(50, wanted - grown.hits.length), next: grown.next }, { signal });
    const [more] = answer.groups;
    const hits = [...grown.hits, ...(more?.hits ?? [])];
    grown = { ...grown, hits, next: more?.next ?? null, ...(more?.next ? {} : { total: hits.length, isExact: true }) };
  }
  return grown;
};

const count = async (text: string, filters: SearchFilters, group: Group, signal: AbortSignal, onCount: (total: number, isExact: boolean) => void): Promise<void> => {
  let next: { below: number; counted: number } | undefined;
  for (let round = 0; round < mostRounds; round += 1) {
    const { kinds: _, ...narrowed } = given(filters);
    const answer = await api.search.total.query({ ...narrowed, text, kind: group.kind, next }, { signal });
    onCount(Math.max(answer.total, group.hits.length), answer.next === null);
    if (answer.next === null) return;
    next = answer.next;
  }
};

export const useSearch = (text: string, filters: SearchFilters) => {
  const [found, setFound] = useState<Found | null>(null);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const signal = useRef<AbortSignal | null>(null);
  const wanted = text.trim();
  const key = JSON.stringify(filters);

  const put = useCallback((kind: KindName, change: (group: Group) => Group) =>
    setFound((now) => (now ? { ...now, groups: now.groups.map((group) => (group.kind === kind ? change(group) : group)).filter((group) => group.hits.length > 0 || group.next !== null) } : now)), []);

  useEffect(() => {
    if (wanted === '') {
      setFound(null);
      setState('idle');
      return undefined;
    }
    const controller = new AbortController();
    signal.current = controller.signal;
    const asked = JSON.parse(key) as SearchFilters;
    const run = async () => {
      setState('busy');
      const answer = await api.search.find.query({ ...given(asked), text: wanted, limit: firstResults }, { signal: controller.signal });
      if (controller.signal.aborted) return;
      setFound({ text: wanted, groups: answer.groups, waiting: answer.waiting, isWhole: answer.isWhole });
      setState('idle');
      for (const group of answer.groups) {
        const grown = group.hits.length < firstResults && group.next ? await lookOn(wanted, asked, group, firstResults, controller.signal) : group;
        if (controller.signal.aborted) return;
        if (grown !== group) put(group.kind, () => grown);
        if (!grown.isExact && grown.next) await count(wanted, asked, grown, controller.signal, (total, isExact) => { if (!controller.signal.aborted) put(group.kind, (now) => ({ ...now, total, isExact })); });
      }
    };
    const timer = setTimeout(() => { run().catch(() => { if (!controller.signal.aborted) setState('failed'); }); }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key, put, wanted]);

  const more = useCallback(async (group: Group) => {
    const current = signal.current;
    if (!current) return;
    const grown = await lookOn(wanted, JSON.parse(key) as SearchFilters, group, group.hits.length + moreResults, current);
    if (!current.aborted) put(group.kind, (now) => ({ ...grown, ...(grown.next ? { total: now.total, isExact: now.isExact } : {}) }));
  }, [key, put, wanted]);

  return { found, state, more };
};

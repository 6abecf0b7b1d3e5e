/** What was looked for and opened lately, for the empty box. */
import { useCallback } from 'react';
import { usePreference } from '../parts/preferences.tsx';

export type RecentRecord = { path: string; label: string; kind: string };

const kept = 8;

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
const isRecord = (value: unknown): value is RecentRecord =>
  typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string' && 'label' in value && typeof value.label === 'string' && 'kind' in value && typeof value.kind === 'string';
const isRecords = (value: unknown): value is RecentRecord[] =>
  Array.isArray(value) && value.every(isRecord);

export const useRecent = () => {
  const [texts, setTexts] = usePreference<string[]>('search.texts', [], isTexts);
  const [records, setRecords] = usePreference<RecentRecord[]>('search.records', [], isRecords);
  const keep = useCallback((text: string, record: RecentRecord | null) => {
    const wanted = text.trim();
    if (wanted !== '') setTexts([wanted, ...texts.filter((one) => one !== wanted)].slice(0, kept));
    if (record) setRecords([record, ...records.filter((one) => one.path !== record.path)].slice(0, kept));
  }, [records, setRecords, setTexts, texts]);
  return { texts, records, keep };
};

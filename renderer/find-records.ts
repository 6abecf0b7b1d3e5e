/** What Ctrl+K finds among the records: a few of each kind, by name, number or initial consonants. */
import { api } from './api.ts';
import type { CommandGroup } from './parts/keys/CommandSearch.tsx';

const limit = 6;

type Found = { id: string; label: string; note?: string | null };

const group = (title: string, path: string, found: readonly Found[], go: (path: string) => void): CommandGroup => ({
  title,
  commands: found.map((one) => ({ id: `${path}/${one.id}`, label: one.label, ...(one.note ? { note: one.note } : {}), run: () => go(`${path}/${one.id}`) })),
});

/** Records for a text; a kind that cannot answer is left out rather than hiding the others. */
export const findRecords = async (text: string, go: (path: string) => void): Promise<CommandGroup[]> => {
  const asked = [
    { title: '기업·기관', path: '/organisations', found: api.organisations.find.query({ text, limit }) },
    { title: '사람', path: '/people', found: api.people.find.query({ text, limit }) },
    { title: '애로과제', path: '/tasks', found: api.tasks.find.query({ text, limit }) },
    { title: '상담', path: '/sessions', found: api.sessions.find.query({ text, limit }) },
    { title: '미니클러스터', path: '/clusters', found: api.clusters.find.query({ text, limit }) },
    { title: '회의', path: '/meetings', found: api.meetings.find.query({ text, limit }) },
  ];
  const answers = await Promise.allSettled(asked.map((one) => one.found));
  if (answers.every((answer) => answer.status === 'rejected')) throw new Error('no kind of record answered');
  return asked.flatMap((one, index) => {
    const answer = answers[index];
    return answer?.status === 'fulfilled' && answer.value.length > 0 ? [group(one.title, one.path, answer.value, go)] : [];
  });
};

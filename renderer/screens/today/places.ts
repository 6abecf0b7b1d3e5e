/** Where a record of a table is opened. */
const paths: Readonly<Record<string, string>> = {
  organisation: '/organisations', person: '/people', task: '/tasks', session: '/sessions', meeting: '/meetings', mini_cluster: '/clusters', cluster: '/clusters',
};

export const placeOf = (table: string, id: string): string => `${paths[table] ?? '/today'}/${id}`;

/** Where an unfinished form is taken up again; drafts are kept under `<record type>:<id or new>`. Null when only the quick capture knows it. */
export const placeOfDraft = (key: string): string | null => {
  const [table = '', id = ''] = key.split(':');
  return table in paths && id !== '' ? placeOf(table, id) : null;
};

/** What kind of record it is, in a word. */
export const kindWord: Readonly<Record<string, string>> = { organisation: '기업·기관', person: '사람', task: '애로과제', session: '상담', meeting: '회의', mini_cluster: '미니클러스터' };

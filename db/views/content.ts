/** Reading and checking the content of a view: a broken one would break its list each time it is opened. */
import { z } from 'zod';
import { clusterListSpec } from '../clusters/list.ts';
import { Refusal, type Problem } from '../errors.ts';
import { committeeListSpec } from '../evaluations/list.ts';
import type { Cell } from '../kernel/field.ts';
import { filterInput, sortInput } from '../kernel/list-input.ts';
import type { ListSpec } from '../kernel/list.ts';
import type { Filter } from '../kernel/list-types.ts';
import { meetingListSpec } from '../meetings/list.ts';
import { organisationListSpec } from '../organisations/list.ts';
import { personListSpec } from '../people/list.ts';
import { sessionListSpec } from '../sessions/list.ts';
import { taskListSpec } from '../tasks/list.ts';
import { isRelative } from './relative.ts';
import type { ViewContent } from './view-types.ts';

/** The lists that have views, by screen. */
const lists: Readonly<Record<string, ListSpec>> = {
  tasks: taskListSpec, organisations: organisationListSpec, people: personListSpec, sessions: sessionListSpec, meetings: meetingListSpec, clusters: clusterListSpec, evaluations: committeeListSpec,
};

const columnName = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, '열 이름이 아닙니다.');

/** The shape of a view's content. */
export const contentInput: z.ZodType<ViewContent> = z.strictObject({
  filters: z.record(columnName, filterInput),
  sort: sortInput,
  columns: z.array(z.strictObject({ column: columnName, width: z.number().int().min(20).max(4000).nullable(), hidden: z.boolean() })).max(200).nullable(),
  quick: z.string().max(200).nullable(),
});

const valuesIn = (filter: Filter): readonly Cell[] => {
  switch (filter.op) {
    case 'equals': return [filter.value];
    case 'in': return filter.values;
    case 'range': return [filter.from, filter.to];
    default: return [];
  }
};

/** What of a well-formed content the list of this screen cannot do. */
export const problemsOfContent = (screen: string, content: ViewContent): Problem[] => {
  const list = lists[screen];
  const named = [...Object.keys(content.filters), ...content.sort.map((one) => one.column)];
  const unknown = list ? named.filter((name) => !(name in list.columns)) : [];
  const strange = Object.entries(content.filters).filter(([, filter]) => valuesIn(filter).some((value) => typeof value === 'string' && value.startsWith('@') && !isRelative(value)));
  return [
    ...unknown.map((name) => ({ field: 'content', value: name, message: `이 목록에 없는 열입니다: ${name}` })),
    ...strange.map(([name]) => ({ field: 'content', value: name, message: `조건의 값을 알 수 없습니다: ${name}` })),
  ];
};

/** The content as it is stored. @throws Refusal `invalid` */
export const writeContent = (screen: string, content: ViewContent): string => {
  const problems = problemsOfContent(screen, content);
  if (problems.length > 0) throw new Refusal('invalid', `보기를 저장하지 못했습니다. ${problems[0]?.message ?? ''}`, problems);
  return JSON.stringify(content);
};

/** Stored content, or null when it cannot be used here: it may come from a newer version. */
export const readContent = (screen: string, stored: string | null): ViewContent | null => {
  try {
    const read = contentInput.safeParse(JSON.parse(stored ?? ''));
    return read.success && problemsOfContent(screen, read.data).length === 0 ? read.data : null;
  } catch {
    // Not JSON at all.
    return null;
  }
};

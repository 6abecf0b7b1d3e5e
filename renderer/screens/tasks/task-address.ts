/** Addresses of the parts of a task: `/tasks/<id>?tab=<part>&field=<name>`. */
import type { Where } from '../../../db/tasks/choices.ts';

export const taskTabs = ['fields', 'bodies', 'funds', 'evaluation', 'outcomes', 'links', 'actions', 'history'] as const;
export type TaskTab = (typeof taskTabs)[number];

const tabOf: Readonly<Record<Where, TaskTab>> = {
  field: 'fields', participants: 'bodies', funds: 'funds', evaluation: 'evaluation', 'mid-check': 'outcomes', outputs: 'outcomes', performance: 'outcomes', sessions: 'links',
};

/** Where something missing is filled. */
export const fieldAddress = (id: string, where: Where, field: string): string => `/tasks/${id}?tab=${tabOf[where]}&field=${encodeURIComponent(field)}`;

export const tabIn = (search: string): TaskTab => taskTabs.find((tab) => tab === new URLSearchParams(search).get('tab')) ?? 'fields';

/** The address with another tab, what the list is narrowed to kept. */
export const withTab = (path: string, search: string, tab: string): string => {
  const next = new URLSearchParams(search);
  next.set('tab', tab);
  next.delete('field');
  return `${path}?${next.toString()}`;
};

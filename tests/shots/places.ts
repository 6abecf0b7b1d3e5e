import type { Page } from '@playwright/test';
import { askList } from '../support/ask.ts';
import type { Launched } from '../support/launch.ts';

/** A picture: where it is taken, and what is done there first. `width` stands in for the office sizes. */
export type Place = {
  name: string;
  path: string;
  before?: (page: Page) => Promise<void>;
  /** The page is opened anew, for what it reads only when it starts. */
  anew?: boolean;
  width?: number;
};

const header = 'x-clusterdesk-token';

/** Asks the application past the page. Throws with its words when it refuses. */
export const ask = async <T>(shell: Launched, procedure: string, input: unknown): Promise<T> => {
  const answer = await fetch(`${shell.origin}/api/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers: { [header]: shell.token } });
  return read<T>(procedure, answer);
};

/** Tells the application something past the page. */
export const tell = async <T>(shell: Launched, procedure: string, input: unknown): Promise<T> => {
  const answer = await fetch(`${shell.origin}/api/${procedure}`, { method: 'POST', headers: { 'content-type': 'application/json', [header]: shell.token }, body: JSON.stringify(input) });
  return read<T>(procedure, answer);
};

const read = async <T>(procedure: string, answer: Response): Promise<T> => {
  if (!answer.ok) throw new Error(`${procedure}: ${await answer.text()}`);
  const body = (await answer.json()) as { result: { data: T } };
  return body.result.data;
};

/** The last of the first rows of a list: one that is filled in. */
export const someId = async (shell: Launched, noun: string): Promise<string> => {
  const rows = await askList<{ id: string }>(shell, `${noun}.list`, { start: 0, end: 3, sort: [], filter: {}, quick: null, selection: null });
  return rows.at(-1)?.id ?? '';
};

/** Goes to an address inside the page, as a link would. */
export const visit = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
};

const nouns = ['organisations', 'people', 'tasks', 'sessions', 'clusters', 'meetings'];

/** Every screen over the sample: lists, an open record of each, new forms, reports, quick capture. */
export const screens = async (shell: Launched): Promise<Place[]> => {
  const records = await Promise.all(nouns.map(async (noun) => ({ name: `${noun}-record`, path: `/${noun}/${await someId(shell, noun)}` })));
  return [
    { name: 'today', path: '/today' }, ...nouns.map((noun) => ({ name: noun, path: `/${noun}` })), ...records,
    ...nouns.filter((noun) => noun !== 'people').map((noun) => ({ name: `${noun}-new`, path: `/${noun}/new` })),
    { name: 'dashboard', path: '/dashboard' }, ...['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't7m', 't7s', 't8', 't9', 't10', 't11', 't12'].map((code) => ({ name: `reports-${code}`, path: `/reports/${code}` })),
    { name: 'tasks-board', path: '/tasks?view=board' }, { name: 'tasks-timeline', path: '/tasks?view=timeline' }, { name: 'tasks-workload', path: '/tasks?view=workload' }, { name: 'tasks-list', path: '/tasks?view=list' },
    { name: 'rounds', path: '/rounds' }, { name: 'rounds-activity', path: '/rounds/activity' }, { name: 'rounds-handover', path: '/rounds/handover' },
    { name: 'surveys', path: '/surveys' }, { name: 'surveys-record', path: `/surveys/${await someId(shell, 'surveys')}` }, { name: 'surveys-new', path: '/surveys/new' }, { name: 'surveys-responses', path: '/surveys/responses' }, { name: 'nation', path: '/nation' }, { name: 'nation-figures', path: '/nation/figures' },
    { name: 'series', path: '/series' }, { name: 'series-new', path: '/series/new' },
    { name: 'calendar', path: '/calendar?day=2026-11-18' },
    { name: 'quality', path: '/quality' }, { name: 'evaluations', path: '/evaluations' }, { name: 'evaluations-new', path: '/evaluations/new' }, { name: 'identity', path: '/identity' }, { name: 'import', path: '/import' }, { name: 'settings', path: '/settings' }, { name: 'settings-rules', path: '/settings/rules' },
    { name: 'capture', path: '/today', before: (page) => page.keyboard.press('Alt+KeyN') },
  ];
};

/** What a new user sees on each screen. */
export const emptyScreens: Place[] = ['today', ...nouns, 'reports', 'surveys', 'nation', 'import'].map((noun) => ({ name: `empty-${noun}`, path: `/${noun}` }));

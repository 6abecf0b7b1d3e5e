/** What this device keeps for its user, as the parts want it: preferences, drafts, undo. */
import { api } from './api.ts';
import type { Drafts } from './parts/form/drafts.tsx';
import type { FormValues } from './parts/form/form-context.ts';
import type { UndoAnswer, UndoHow, UndoSource } from './parts/history/UndoProvider.tsx';
import { createPreferences, type Preferences } from './parts/preferences.tsx';
import { refusalOf } from './refusal.ts';

/** A preference that is still being dragged (a column width) is written when it has rested this long, in ms. */
const preferenceDelay = 400;

/** All preferences of the user; later changes are written in the background. */
export const loadPreferences = async (): Promise<Preferences> => {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  return createPreferences(await api.device.preferences.query(), (key, value) => {
    clearTimeout(waiting.get(key));
    // A lost preference costs a column width; it must never stand in the way of work.
    waiting.set(key, setTimeout(() => { api.device.setPreference.mutate({ key, value }).catch(() => undefined); }, preferenceDelay));
  });
};

const isCell = (value: unknown): value is string | number | null => value === null || typeof value === 'string' || typeof value === 'number';

const readBody = (body: string): FormValues | null => {
  const parsed: unknown = JSON.parse(body);
  if (typeof parsed !== 'object' || parsed === null) return null;
  return Object.fromEntries(Object.entries(parsed).flatMap(([name, value]) => (isCell(value) ? [[name, value]] : [])));
};

export const drafts: Drafts = {
  get: async (key) => {
    const draft = await api.device.draft.query({ key });
    return draft ? readBody(draft.body) : null;
  },
  put: async (key, values, label) => { await api.device.putDraft.mutate({ key, label, body: JSON.stringify(values) }); },
  drop: async (key) => { await api.device.dropDraft.mutate({ key }); },
};

const chosen = (action: string | undefined): { action?: number } => (action === undefined ? {} : { action: Number(action) });

const answered = async (direction: 'undo' | 'redo', action: string | undefined, ask: () => Promise<{ label: string | null; action: number | null }>): Promise<UndoAnswer> => {
  try {
    const { label, action: made } = await ask();
    return label === null ? { kind: 'nothing' } : { kind: 'done', label, ...(made === null ? {} : { action: String(made) }) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal?.code !== 'conflict') throw error;
    return { kind: 'conflict', message: refusal.message, ...(await api.device.obstacles.query({ ...chosen(action), direction })) };
  }
};

/** Redoing a named action is undoing its undo, so both directions take an action's number. */
export const undoSource: UndoSource = {
  undo: (how: UndoHow, action) => answered('undo', action, () => api.device.undo.mutate({ ...chosen(action), insistence: how })),
  redo: (how: UndoHow, action) => answered('redo', action, () => (action === undefined ? api.device.redo.mutate({ insistence: how }) : api.device.undo.mutate({ ...chosen(action), insistence: how }))),
};

/** Follow-ups as sessions, meetings and tasks write them. */
import { Refusal } from '../errors.ts';
import type { Values } from '../kernel/field.ts';
import type { Tx } from '../kernel/write.ts';
import { actionItem } from './fields.ts';

export type ActionValues = Values<typeof actionItem.fields>;

/**
 * Adds a follow-up, open unless said otherwise. The firm is taken from the session or task it hangs on, when not given.
 * @throws Refusal `invalid`
 */
export const createAction = (tx: Tx, values: Partial<ActionValues>): string => {
  const organisation = values.organisation
    ?? (values.session ? tx.read.value<string>('SELECT organisation FROM session WHERE id = ?', [values.session]) : undefined)
    ?? (values.task ? tx.read.value<string>('SELECT lead_org FROM task WHERE id = ?', [values.task]) : undefined) ?? null;
  const since = values.session ? tx.read.value<string>('SELECT visit_on FROM session WHERE id = ?', [values.session]) : undefined;
  if (since !== undefined && values.due_on && values.due_on < since) {
    const message = `기한: 상담일(${since})보다 빠릅니다. 그날이나 그 뒤로 정해 주세요.`;
    throw new Refusal('invalid', message, [{ field: 'due_on', value: values.due_on, message }]);
  }
  return tx.create(actionItem, { status: 'open', ...values, organisation });
};

/** Marks a follow-up as done on a day. */
export const closeAction = (tx: Tx, id: string, on: string): void => tx.change(actionItem, id, { status: 'done', done_on: on });

/** Opens it again; the day it was done is forgotten. */
export const reopenAction = (tx: Tx, id: string): void => tx.change(actionItem, id, { status: 'open', done_on: null });

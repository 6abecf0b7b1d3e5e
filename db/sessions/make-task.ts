/** 과제화: a session becomes a task, and both keep the link. */
import { Refusal } from '../errors.ts';
import type { Tx } from '../kernel/write.ts';
import { createTask, type TaskValues } from '../tasks/create.ts';
import { session } from './fields.ts';

type Source = {
  organisation: string; name: string | null; coordinator: string | null; cluster: string | null; site: string | null;
  visit_on: string; summary: string | null; fields: string | null; result: string | null;
};

const longestTitle = 80;

/** The first line of the need, as a title to start from. */
const titleOf = ({ summary, name }: Source): string => {
  const line = summary?.split('\n').find((one) => one.trim() !== '')?.trim().replace(/^[-·□○*•]\s*/, '') ?? '';
  if (line === '') return `${name ?? '기업'} 애로과제`;
  return line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line;
};

/**
 * Makes a task from a session: firm, site, mini-cluster, coordinator, day, fields and need are taken over unless given
 * in `values`; the session's result becomes 과제화.
 * @returns id of the task
 * @throws Refusal `not-found`, `invalid`
 */
export const makeTask = (tx: Tx, sessionId: string, values: Partial<TaskValues> = {}): string => {
  const source = tx.read.get<Source>(
    `SELECT s.organisation, o.name, s.coordinator, s.cluster, s.site, s.visit_on, s.summary, s.fields, s.result
     FROM session s LEFT JOIN organisation o ON o.id = s.organisation WHERE s.id = ? AND s._del = 0`, [sessionId]);
  if (!source) throw new Refusal('not-found', '상담을 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.', [{ field: '', value: sessionId, message: sessionId }]);
  const [field = null, ...others] = source.fields?.split(',') ?? [];
  const id = createTask(tx, {
    title: titleOf(source), lead_org: source.organisation, coordinator: source.coordinator, site: source.site, need_text: source.summary, found_on: source.visit_on,
    field, other_fields: others.length > 0 ? others.join(',') : null, ...(source.cluster === null ? {} : { cluster: source.cluster }), ...values,
  }, { session: sessionId });
  if (source.result !== 'became-task') tx.change(session, sessionId, { result: 'became-task' });
  return id;
};

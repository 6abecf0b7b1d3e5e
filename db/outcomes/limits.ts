/** When a mid-check can have been, and when the R&D that followed. */
import { Refusal } from '../errors.ts';
import type { Tx } from '../kernel/write.ts';
import { endOf } from './ended.ts';

const refuse = (field: string, value: unknown, message: string): never => {
  throw new Refusal('invalid', message, [{ field, value, message }]);
};

/**
 * A mid-check lies between the start of the work and its end.
 * @throws Refusal `invalid` with field `on_date`; `start_on` when the task has no start
 */
export const refuseMidCheckOutside = ({ read }: Tx, id: string): void => {
  const row = read.get<{ task: string; on_date: string; start_on: string | null }>('SELECT m.task, m.on_date, t.start_on FROM mid_check m JOIN task t ON t.id = m.task WHERE m.id = ?', [id]);
  if (!row) return;
  if (row.start_on === null) return refuse('start_on', null, '수행 시작일이 없는 과제입니다. 개요에서 수행 시작을 먼저 입력해 주세요.');
  if (row.on_date < row.start_on) refuse('on_date', row.on_date, `점검일(${row.on_date})이 수행 시작(${row.start_on})보다 빠릅니다. 점검한 날을 확인해 주세요.`);
  const end = endOf(read, row.task);
  if (end && row.on_date > end.on) refuse('on_date', row.on_date, `점검일(${row.on_date})이 ${end.how === 'stopped' ? '중단일' : '완료일'}(${end.on})보다 늦습니다. 끝난 과제는 중간점검을 하지 않습니다.`);
};

/**
 * R&D that follows begins in the year the task ended or later; while it goes on, the year it is to end.
 * @throws Refusal `invalid` with field `year`
 */
export const refuseFollowOnBefore = ({ read }: Tx, id: string): void => {
  const row = read.get<{ task: string; year: number; end_on: string | null }>('SELECT f.task, f.year, t.end_on FROM follow_on f JOIN task t ON t.id = f.task WHERE f.id = ?', [id]);
  const end = row ? (endOf(read, row.task)?.on ?? row.end_on) : null;
  if (row && end && row.year < Number(end.slice(0, 4))) refuse('year', row.year, `후속 R&D 연도(${row.year})가 과제가 끝난 해(${end.slice(0, 4)})보다 빠릅니다. 과제 뒤에 시작한 사업만 적어 주세요.`);
};

/** What became of the difficulties taken in (T12): by field, by office and by month, each from sums that are kept by month. */
import { idOf } from '../facts/fact-sql.ts';
import { settledStandings } from './handling-rules.ts';
import { keptAs, type Indicator, type Kept } from './indicator.ts';
import { taskFactScopes } from './scope-sql.ts';
import { lastMonth, wholeMonths } from './session-sets.ts';
import { yearDimension } from './task-rules.ts';

/** What a block of rows is divided by: months and years are told from the sums by field. */
export type Cut = 'field' | 'office';

const declared = { version: 1, source: '이 프로그램의 T12 정의', table: 'task', id: idOf('task', 'h'), from: 'handling_fact h JOIN task_fact f ON f.n = h.n', where: 'h.intake_on BETWEEN :first AND :last', scopes: taskFactScopes('f') } as const;

const divided = (row: string, cut: Cut): Indicator['dimensions'] => (cut === 'office' ? { office: `${row}.office`, standing: `${row}.standing` }
  : { field: `${row}.field`, month: `${row}.month`, year: yearDimension(`(${row}.month || '-01')`), standing: `${row}.standing` });

const keptBy = (cut: Cut, amount: string): Omit<Kept, 'of'> => ({
  from: `(SELECT month, ${cut}, standing, tasks, handled, days, due, in_time FROM handling_${cut}_month WHERE ${wholeMonths}
    UNION ALL SELECT t.month, t.${cut}, t.standing, count(*), count(t.days), coalesce(sum(t.days), 0), sum(t.is_due), sum(t.is_in_time) FROM handling_fact t WHERE ${lastMonth('t.intake_on')} GROUP BY 1, 2, 3) q`,
  where: 'q.tasks > 0', measure: { sum: amount }, dimensions: divided('q', cut), scopes: {},
});

const settledList = settledStandings.map((code) => `'${code}'`).join(', ');
const handlingRule = '처리일은 접수일부터 완료일·현장해결일·연계일(적지 않았으면 상태를 바꾼 날)까지의 날수이며, 그날을 모르거나 접수일보다 앞선 과제는 평균과 중앙값에 넣지 않습니다.';
const deadlineRule = '기한 내 비율은 수행 종료일이 적힌 완료 과제 가운데 그날까지 결과를 보고한(보고일이 없으면 완료한) 과제의 비율입니다. 수행 종료일이 없는 과제는 넣지 않습니다.';

export type HandlingSets = Readonly<Record<'takenIn' | 'settled' | 'handled' | 'handlingDays' | 'dueTasks' | 'onTime', Indicator>>;

const setsBy = (cut: Cut): HandlingSets => {
  const set = { ...declared, dimensions: divided('h', cut) };
  const code = (name: string): string => (cut === 'field' ? name : `${name}-by-${cut}`);
  return {
    takenIn: keptAs({
      ...set, code: code('taken-in'), ko: '접수', unit: '건', measure: 'count', formula: '접수일(없으면 발굴일)이 기간에 든 과제의 수',
      rule: '접수는 접수일(접수를 거치지 않은 과제는 발굴일)로 셉니다. 현장에서 바로 해결한 과제도 접수에 들어갑니다.',
    }, keptBy(cut, 'q.tasks')),
    settled: keptAs({
      ...set, code: code('settled'), ko: '처리', unit: '건', measure: 'count', when: `h.standing IN (${settledList})`, formula: '접수한 과제 가운데 완료·현장해결·타기관 연계한 과제의 수',
      rule: '처리율은 접수한 과제 가운데 완료·현장해결·타기관 연계한 과제의 비율입니다.',
    }, keptBy(cut, `CASE WHEN q.standing IN (${settledList}) THEN q.tasks ELSE 0 END`)),
    handled: keptAs({ ...set, code: code('handled'), ko: '처리일을 아는 과제', unit: '건', measure: 'count', when: 'h.days IS NOT NULL', formula: '처리한 과제 가운데 처리한 날을 알고 그날이 접수일보다 앞서지 않는 과제의 수', rule: handlingRule }, keptBy(cut, 'q.handled')),
    handlingDays: keptAs({ ...set, code: code('handling-days'), ko: '처리일', unit: '일', measure: { sum: 'h.days' }, when: 'h.days IS NOT NULL', formula: '처리일의 합', rule: handlingRule }, keptBy(cut, 'q.days')),
    dueTasks: keptAs({ ...set, code: code('due-tasks'), ko: '기한이 있는 완료 과제', unit: '건', measure: 'count', when: 'h.is_due = 1', formula: '수행 종료일이 적힌 완료 과제의 수', rule: deadlineRule }, keptBy(cut, 'q.due')),
    onTime: keptAs({ ...set, code: code('on-time'), ko: '기한 내 완료', unit: '건', measure: 'count', when: 'h.is_in_time = 1', formula: '수행 종료일까지 결과를 보고한(보고일이 없으면 완료한) 과제의 수', rule: deadlineRule }, keptBy(cut, 'q.in_time')),
  };
};

export const byField = setsBy('field');
export const byOffice = setsBy('office');

/** How many tasks took how many days, by one dimension: what a median is read from, in the order of an index. */
const daysBy = (dimension: 'field' | 'office' | 'month'): Indicator => {
  const dimensions = { [dimension]: `h.${dimension}`, days: 'h.days' };
  return keptAs({
    ...declared, code: dimension === 'field' ? 'median-days' : `median-days-by-${dimension}`, ko: '중앙 처리일', unit: '일', measure: 'count', where: `${declared.where} AND h.days IS NOT NULL`,
    formula: '처리일을 작은 것부터 늘어놓았을 때 가운데 값(짝수 개이면 가운데 두 값의 평균)', rule: handlingRule, dimensions,
  }, { from: 'handling_fact h', where: 'h.days IS NOT NULL AND +h.intake_on BETWEEN :first AND :last', measure: { sum: '1' }, dimensions, scopes: {} });
};
export const daysByField = daysBy('field');
export const daysByOffice = daysBy('office');
export const daysByMonth = daysBy('month');

export const handlingIndicators: readonly Indicator[] = [...Object.values(byField), daysByField, ...Object.values(byOffice), daysByOffice, daysByMonth];

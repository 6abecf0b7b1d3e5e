/** T5 과제 관리대장: domain.md §13. Its rows are a list (`register-list.ts`); the table is the line of totals under it. */
import type { Indicator } from './indicator.ts';
import type { Layout, Report } from './layout.ts';
import { localByType, nationalByType, privateByType, tasksByType, totalByType } from './t4.ts';
import type { ReportParams } from './table-types.ts';
import { holdRule, statusRule, supportedRule, taskParameters } from './task-rules.ts';

/** The same sums as in T4, to the won: the register prints every task to the won. */
const inWon = (indicator: Indicator): Indicator => ({ ...indicator, code: indicator.code.replace('type-', 'register-'), source: '이 프로그램의 T5 정의', unit: indicator.unit === '백만원' ? '원' : indicator.unit });
const registered = inWon(tasksByType);
export const registerSums: readonly Indicator[] = [nationalByType, localByType, privateByType, totalByType].map(inWon);
const indicators = [registered, ...registerSums];

const layout = (params: ReportParams): Layout => ({
  unit: '단위: 건, 원', heads: ['구분'], parameters: taskParameters(params),
  columns: indicators.map(({ code, ko }) => ({ key: code, group: '', label: ko })),
  rows: [{ key: 'all', labels: ['합계'], level: 0, kind: 'total' }],
  cell: (_row, column) => {
    const indicator = indicators.find((one) => one.code === column);
    return indicator ? { show: 'value', indicator, slice: {} } : null;
  },
  footnotes: () => [`※ ${supportedRule}`, `※ ${holdRule}`, '※ 만료 D-일은 기준일부터 수행 종료일까지의 날수이며, 끝난 과제와 수행 종료일이 없는 과제는 비워 둡니다.', `※ ${statusRule}`],
  alive: [registered],
});

export const t5: Report = {
  code: 't5', title: '과제 관리대장',
  answers: '지원한 과제를 한 건씩, 누가 얼마로 언제까지 합니까?',
  needs: '애로과제에 결정일을 적고 상태를 선정 또는 그다음 단계로 바꾸면 줄이 나타납니다.',
  uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope'], indicators, layout: (_read, params) => layout(params),
};

/** A record with every kind of field, and a thousand of them served as the application would. */
import { choice, choices, date, decimal, flag, int, link, long, record, text, time, won, type Cell } from '../../../db/kernel/field.ts';
import type { PackedBlock } from '../../../db/kernel/block.ts';
import type { Filter, ListRequest, ListRow } from '../../../db/kernel/list-types.ts';

const states = [
  { code: 'received', ko: '접수', en: 'Received' }, { code: 'assigned', ko: '배정', en: 'Assigned' }, { code: 'running', ko: '진행', en: 'Running' },
  { code: 'held', ko: '보류', en: 'Held' }, { code: 'done', ko: '완료', en: 'Done' },
];
const areas = [{ code: 'tech', ko: '기술 개발', en: 'Technology' }, { code: 'money', ko: '자금', en: 'Money' }, { code: 'people', ko: '인력 양성', en: 'People' }];

export const sample = record('sample', { ko: '애로과제', en: 'Task' }, {
  number: text({ ko: '과제번호', en: 'Number', required: true }),
  title: text({ ko: '과제명', en: 'Title', required: true }),
  firm: link({ ko: '기업', en: 'Firm', to: 'organisation' }),
  state: choice({ ko: '상태', en: 'State', required: true, choices: states }),
  areas: choices({ ko: '분야', en: 'Areas', choices: areas }),
  received_on: date({ ko: '접수일', en: 'Received on', required: true, help: '1122, 오늘, +3처럼 써도 됩니다.' }),
  visit_at: time({ ko: '방문 시각', en: 'Visit' }),
  budget: won({ ko: '지원금', en: 'Budget' }),
  people: int({ ko: '참여 인원', en: 'People', unit: '명' }),
  rate: decimal({ ko: '비율', en: 'Rate', unit: '%' }),
  is_urgent: flag({ ko: '긴급', en: 'Urgent' }),
  note: long({ ko: '내용', en: 'Note' }),
});

const firms = ['한빛정밀', '대성금형', '㈜미래테크', '서진산업', '동아전자', '우진기계'];
export const firmOptions = firms.map((label, index) => ({ id: `firm-${index}`, label, note: `경기 안산시 · ${index + 3}명` }));

const pad = (value: number): string => String(value).padStart(2, '0');
export const rows: ListRow[] = Array.from({ length: 1000 }, (_, index) => ({
  id: `row-${index}`,
  number: `2026-${String(index + 1).padStart(4, '0')}`,
  title: `${firms[index % 6]} ${['사출 금형 수명 연장', '용접 불량률 개선', '스마트공장 구축 상담', '해외 인증 취득 지원'][index % 4]} ${index + 1}`,
  firm: `firm-${index % 6}`,
  state: states[index % 5]?.code ?? null,
  areas: index % 3 === 0 ? 'tech,money' : 'people',
  received_on: `2026-${pad((index % 12) + 1)}-${pad((index % 28) + 1)}`,
  visit_at: `${pad(9 + (index % 9))}:30`,
  budget: index % 7 === 0 ? null : index * 1_250_000,
  people: index % 40,
  rate: `${index % 100}.5`,
  is_urgent: index % 2,
  note: '도면을 받아 검토하고 다음 주에 다시 방문하기로 했습니다.',
}));

const passes = (value: Cell, filter: Filter): boolean => {
  switch (filter.op) {
    case 'contains': return String(value ?? '').includes(filter.value);
    case 'equals': return value === filter.value;
    case 'in': return filter.values.includes(value);
    case 'range': return value !== null && (filter.from === null || value >= filter.from) && (filter.to === null || value <= filter.to);
    case 'empty': return value === null;
    case 'filled': return value !== null;
  }
};

export const load = async (request: ListRequest): Promise<PackedBlock> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  const found = rows.filter((row) => Object.entries(request.filter).every(([name, filter]) => passes(row[name] ?? null, filter)) && (!request.quick || Object.values(row).join(' ').includes(request.quick)));
  const [sort] = request.sort;
  const sorted = sort ? found.toSorted((a, b) => String(a[sort.column] ?? '').localeCompare(String(b[sort.column] ?? ''), 'ko', { numeric: true }) * (sort.descending ? -1 : 1)) : found;
  const columns = Object.keys(rows[0] ?? {});
  return { columns, cells: sorted.slice(request.start, request.end).map((row) => columns.map((column) => row[column] ?? null)), total: found.length };
};

/** Views every screen has without anybody saving them. Their dates are relative, so they are right every day. */
import type { Filter, Sort } from '../../../db/kernel/list-types.ts';
import type { viewScreens } from '../../../db/views/choices.ts';
import type { ViewContent } from '../../../db/views/view-types.ts';
import { openStates, runningStates } from '../../../db/work/choices.ts';

export type ViewScreen = (typeof viewScreens)[number]['code'];

/** `key` is what is remembered; it never changes. */
export type BuiltInView = { key: string; name: string; content: ViewContent };

const view = (key: string, name: string, filters: Record<string, Filter> = {}, sort: Sort[] = []): BuiltInView => ({ key, name, content: { filters, sort, columns: null, quick: null } });
const by = (column: string, descending = false): Sort[] => [{ column, descending }];
const all = view('all', '전체');
const between = (from: string | null, to: string | null): Filter => ({ op: 'range', from, to });
const open: Filter = { op: 'in', values: [...openStates] };
const mine: Filter = { op: 'equals', value: '@me' };
const thisMonth = between('@month-first', '@month-last');

export const builtInViews: Readonly<Record<ViewScreen, readonly BuiltInView[]>> = {
  tasks: [
    all,
    view('mine', '내 과제', { coordinator: mine, status: open }),
    view('running', '수행 중', { status: { op: 'in', values: [...runningStates] } }, by('end_on')),
    view('due-month', '이번 달 기한', { status: open, end_on: thisMonth }, by('end_on')),
    view('review', '심의 대기', { status: { op: 'in', values: ['under-review'] } }),
    view('late', '지난 기한', { status: open, end_on: between(null, '@today-1') }, by('end_on')),
    view('held', '보류 중', { status: { op: 'in', values: ['on-hold'] } }),
    view('follow-up', '사후관리', { status: { op: 'in', values: ['follow-up'] } }),
    view('nobody', '담당 없음', { coordinator: { op: 'empty' }, status: open }),
  ],
  sessions: [
    all,
    view('mine', '내 상담', { coordinator: mine }),
    view('month', '이번 달 상담', { visit_on: thisMonth }),
    view('draft', '작성 중', { status: { op: 'in', values: ['draft', 'returned'] } }),
    view('to-submit', '제출 대기', { coordinator: mine, status: { op: 'in', values: ['draft', 'returned'] }, visit_on: between(null, '@today') }, by('visit_on')),
    view('returned', '반려된 것', { status: { op: 'in', values: ['returned'] } }),
    view('unconfirmed', '확정 전', { status: { op: 'in', values: ['submitted'] } }, by('visit_on')),
    view('next', '다음 방문 예정', { next_visit_on: between('@today', null) }, by('next_visit_on')),
  ],
  meetings: [
    all,
    view('ahead', '앞으로 열릴 회의', { start_on: between('@today', null) }, by('start_on')),
    view('month', '이번 달 회의', { start_on: thisMonth }),
    view('year', '올해 회의', { start_on: between('@year-first', '@year-last') }),
  ],
  clusters: [all, view('running', '운영 중', { dissolved_on: { op: 'empty' } })],
  organisations: [
    all,
    view('unmet', '상담한 적 없는 곳', { last_visit: { op: 'empty' } }),
    view('long-ago', '반년 넘게 상담하지 않은 곳', { last_visit: between(null, '@today-183') }, by('last_visit')),
    view('unchecked', '확인하지 않은 사업자등록번호', { business_no_reason: { op: 'equals', value: '가져온 값' } }),
    view('gone', '휴업·폐업·이전·합병', { status: { op: 'in', values: ['suspended', 'closed', 'moved', 'merged'] } }),
  ],
  people: [
    all,
    view('coordinators', '코디네이터', { roles: { op: 'in', values: ['coordinator'] } }),
    view('experts', '전문가', { roles: { op: 'in', values: ['expert'] } }),
    view('no-consent', '동의 없음', { consent: { op: 'in', values: ['none'] } }),
    view('consent-over', '보유 기한 지남', { consent: { op: 'in', values: ['expired'] } }, by('retention_until')),
  ],
  evaluations: [
    all,
    view('ahead', '앞으로 열릴 평가회의', { held_on: between('@today', null) }, by('held_on')),
    view('year', '올해 평가회의', { held_on: between('@year-first', '@year-last') }),
  ],
};

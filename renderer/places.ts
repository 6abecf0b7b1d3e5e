/** The places of the rail, in its order; the first nine answer to Ctrl/Alt+1…9. */
import { Building2, CalendarCheck, CalendarDays, CalendarSync, ClipboardList, CopyCheck, FileCheck2, FileInput, Gavel, Handshake, Landmark, LayoutDashboard, MessagesSquare, Network, Route, SearchCheck, Settings, Smile, Table2, Users, Wallet, type LucideIcon } from 'lucide-react';

/** `screen` is the folder under screens/ whose Screen.tsx draws the place. */
export type Place = { path: string; word: string; icon: LucideIcon; screen: string };

export const places = [
  { path: '/today', word: '오늘', icon: CalendarCheck, screen: 'today' },
  { path: '/quality', word: '자료 점검', icon: SearchCheck, screen: 'quality' },
  { path: '/organisations', word: '기업·기관', icon: Building2, screen: 'organisations' },
  { path: '/people', word: '사람', icon: Users, screen: 'people' },
  { path: '/tasks', word: '애로과제', icon: ClipboardList, screen: 'tasks' },
  { path: '/sessions', word: '상담', icon: MessagesSquare, screen: 'sessions' },
  { path: '/clusters', word: '미니클러스터', icon: Network, screen: 'clusters' },
  { path: '/meetings', word: '회의', icon: Handshake, screen: 'meetings' },
  { path: '/calendar', word: '일정', icon: CalendarDays, screen: 'calendar' },
  { path: '/evaluations', word: '평가', icon: Gavel, screen: 'evaluations' },
  { path: '/rounds', word: '방문 계획', icon: Route, screen: 'rounds' },
  { path: '/funds', word: '예산·집행', icon: Wallet, screen: 'funds' },
  { path: '/dashboard', word: '현황판', icon: LayoutDashboard, screen: 'dashboard' },
  { path: '/reports', word: '보고', icon: Table2, screen: 'reports' },
  { path: '/import', word: '가져오기', icon: FileInput, screen: 'import' },
  { path: '/settings', word: '설정', icon: Settings, screen: 'settings' },
] as const satisfies readonly Place[];

/** Places without a word in the rail: reached from another place, and by Ctrl+K. `under` is the place that is lit meanwhile. */
export const sidePlaces = [
  { path: '/identity', word: '중복 확인', icon: CopyCheck, screen: 'identity', under: '/organisations' },
  { path: '/series', word: '정기 회의', icon: CalendarSync, screen: 'series', under: '/meetings' },
  { path: '/surveys', word: '만족도 조사', icon: Smile, screen: 'surveys', under: '/reports' },
  { path: '/frozen', word: '제출본', icon: FileCheck2, screen: 'frozen', under: '/reports' },
  { path: '/nation', word: '전국 지표', icon: Landmark, screen: 'nation', under: '/reports' },
] as const satisfies readonly (Place & { under: string })[];

/** What every screens/<noun>/Screen.tsx exports as `Screen` receives. */
export type ScreenProps = {
  /** Path of the place: `/tasks`. */
  place: string;
  /** What follows it: the id of the open record, or null. */
  id: string | null;
};

/** What quick add offers, the first being Alt+N: a kind of the quick capture, or a place whose Quick.tsx is shown over the screen (without one, its empty form). */
export const quickAdds: readonly ({ label: string } & ({ capture: 'session' | 'task' | 'action' } | { path: string; screen: string }))[] = [
  { label: '상담 기록', capture: 'session' },
  { label: '애로과제 등록', capture: 'task' },
  { label: '할 일', capture: 'action' },
  { label: '회의 등록', path: '/meetings', screen: 'meetings' },
  { label: '기업 등록', path: '/organisations', screen: 'organisations' },
];

/** What a screens/<noun>/Quick.tsx exports as `Quick` receives. */
export type QuickProps = { onClose: () => void };

/** Sends what was captured: one command, one undo step. */
import { api } from '../api.ts';
import { asAttendee } from './People.tsx';
import { firmOf, spanOf, type CaptureDraft } from './draft.ts';

/** Something the window itself can say before it asks the application. */
export type CaptureProblem = { field: string; message: string };

export type Saved = { kind: CaptureDraft['kind']; id: string; action: number; path: string; sentence: string };

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const dateOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export const problemsIn = (draft: CaptureDraft): CaptureProblem[] => {
  const problems: CaptureProblem[] = [];
  if (draft.kind !== 'action' && draft.firm === null) problems.push({ field: 'firm', message: '기업을 골라 주세요. 두 글자나 초성으로 찾고, 없으면 이름을 적어 새로 만듭니다.' });
  if (draft.kind === 'session' && !spanOf(draft).isRead) problems.push({ field: 'span', message: '길이를 1.5h, 90분, 15:30, 14:00-15:30처럼 적어 주세요.' });
  if (draft.kind === 'task' && draft.title.trim() === '') problems.push({ field: 'title', message: '과제명을 적어 주세요.' });
  if (draft.kind === 'task' && (draft.field ?? '') === '') problems.push({ field: 'field', message: '주 분야를 골라 주세요.' });
  if (draft.kind === 'action' && draft.what.trim() === '') problems.push({ field: 'what', message: '할 일을 적어 주세요.' });
  return problems;
};

const saveSession = async (draft: CaptureDraft, coordinator: string | null): Promise<Saved> => {
  const { organisation, newFirm } = firmOf(draft);
  const { start, end, minutes } = spanOf(draft);
  const { id, action } = await api.sessions.create.mutate({
    values: {
      ...(organisation === null ? {} : { organisation }), ...(coordinator === null ? {} : { coordinator }),
      visit_on: String(draft.date ?? ''), start_at: start, end_at: end, contact_minutes: minutes, mode: draft.mode,
      place: textOrNull(draft.place), summary: textOrNull(draft.summary), advice: textOrNull(draft.advice),
      fields: textOrNull(String(draft.fields ?? '')), result: textOrNull(String(draft.result ?? '')),
    },
    ...(newFirm ? { newFirm } : {}),
    attendees: draft.people.map(asAttendee),
    nextAction: draft.what.trim() === '' ? null : { what: draft.what.trim(), due_on: dateOrNull(draft.due) },
  });
  return { kind: 'session', id, action, path: `/sessions/${id}`, sentence: `${draft.firmName ?? ''} 상담을 저장했습니다.` };
};

const saveTask = async (draft: CaptureDraft, coordinator: string | null): Promise<Saved> => {
  const { organisation, newFirm } = firmOf(draft);
  const { id, action } = await api.tasks.create.mutate({
    values: { ...(organisation === null ? {} : { lead_org: organisation }), title: draft.title.trim(), need_text: textOrNull(draft.summary), field: textOrNull(String(draft.field ?? '')), found_on: String(draft.date ?? ''), coordinator },
    ...(newFirm ? { newFirm } : {}),
  });
  return { kind: 'task', id, action, path: `/tasks/${id}`, sentence: `과제 ‘${draft.title.trim()}’을(를) 등록했습니다.` };
};

const saveAction = async (draft: CaptureDraft, coordinator: string | null): Promise<Saved> => {
  const { organisation } = firmOf(draft);
  const { id, action } = await api.actions.create.mutate({ values: { what: draft.what.trim(), due_on: dateOrNull(draft.due), owner: draft.owner ?? coordinator, organisation } });
  return { kind: 'action', id, action, path: '/today', sentence: '할 일을 더했습니다.' };
};

/** @param coordinator person of the account that sits here */
export const saveCapture = (draft: CaptureDraft, coordinator: string | null): Promise<Saved> =>
  (draft.kind === 'session' ? saveSession : draft.kind === 'task' ? saveTask : saveAction)(draft, coordinator);

/** What is typed into the quick capture, as plain cells: a draft that survives a crash, and what is sent when it is saved. */
import type { Cell } from '../../db/kernel/field.ts';
import { parseContact } from '../../db/korean/parse-span.ts';
import { today } from '../parts/form/DateField.tsx';
import type { FormValues } from '../parts/form/form-context.ts';
import type { Present } from './People.tsx';
import type { CaptureKind } from './capture.ts';

export type CaptureDraft = {
  kind: CaptureKind;
  /** Id of the firm, or `new:<name>`. */
  firm: string | null;
  firmName: string | null;
  date: Cell;
  start: Cell;
  /** Length, end or whole stretch as typed. */
  span: string;
  mode: string;
  place: string;
  /** True once somebody has typed a place of their own. */
  placeIsOwn: boolean;
  people: readonly Present[];
  summary: string;
  advice: string;
  /** Fields of a session, codes joined by commas. */
  fields: Cell;
  result: Cell;
  what: string;
  due: Cell;
  title: string;
  field: Cell;
  owner: string | null;
};

export const emptyDraft = (kind: CaptureKind): CaptureDraft => ({
  kind, firm: null, firmName: null, date: today(), start: null, span: '', mode: 'visit', place: '', placeIsOwn: false,
  people: [], summary: '', advice: '', fields: null, result: null, what: '', due: null, title: '', field: null, owner: null,
});

export const draftKey = 'capture';

/** Whether anything worth keeping has been typed. */
export const isWorthKeeping = (draft: CaptureDraft): boolean =>
  draft.firm !== null || draft.people.length > 0 || [draft.span, draft.summary, draft.advice, draft.what, draft.title].some((text) => text.trim() !== '');

/** What the list of drafts calls it. */
export const draftLabel = (draft: CaptureDraft): string =>
  `빠른 입력: ${draft.kind === 'task' ? draft.title || '과제' : draft.kind === 'action' ? draft.what || '할 일' : `상담 ${draft.firmName ?? ''}`}`.trim();

export const toCells = (draft: CaptureDraft): FormValues => ({ ...draft, placeIsOwn: draft.placeIsOwn ? 1 : 0, people: JSON.stringify(draft.people) });

const isPresent = (value: unknown): value is Present => typeof value === 'object' && value !== null && 'id' in value && 'name' in value && typeof value.id === 'string' && typeof value.name === 'string';
const readPeople = (cell: Cell | undefined): Present[] => {
  if (typeof cell !== 'string') return [];
  const read: unknown = JSON.parse(cell);
  return Array.isArray(read) ? read.filter(isPresent) : [];
};

export const fromCells = (cells: FormValues): CaptureDraft => {
  const text = (name: string): string => (typeof cells[name] === 'string' ? cells[name] : '');
  const id = (name: string): string | null => text(name) || null;
  const kind = text('kind');
  return {
    kind: kind === 'task' || kind === 'action' ? kind : 'session', firm: id('firm'), firmName: id('firmName'), date: cells['date'] ?? today(), start: cells['start'] ?? null,
    span: text('span'), mode: text('mode') || 'visit', place: text('place'), placeIsOwn: cells['placeIsOwn'] === 1, people: readPeople(cells['people']),
    summary: text('summary'), advice: text('advice'), fields: id('fields'), result: id('result'), what: text('what'), due: cells['due'] ?? null, title: text('title'), field: cells['field'] ?? null, owner: id('owner'),
  };
};

const isTime = (value: Cell): value is string => typeof value === 'string' && /^\d\d:\d\d$/.test(value);

/** From when to when, as far as it has been typed; `minutes` is a length while the clock is unknown. */
export const spanOf = (draft: Pick<CaptureDraft, 'start' | 'span'>): { start: string | null; end: string | null; minutes: number | null; isRead: boolean } => {
  const start = isTime(draft.start) ? draft.start : null;
  if (draft.span.trim() === '') return { start, end: null, minutes: null, isRead: true };
  const read = parseContact(draft.span, start);
  if (read && 'minutes' in read) return { start, end: null, minutes: read.minutes, isRead: true };
  return read ? { ...read, minutes: null, isRead: true } : { start, end: null, minutes: null, isRead: false };
};

/** The firm as a command takes it: its id, or the name of a new one. */
export const firmOf = (draft: Pick<CaptureDraft, 'firm' | 'firmName'>): { organisation: string | null; newFirm: { name: string } | null } =>
  draft.firm?.startsWith('new:') ? { organisation: null, newFirm: { name: draft.firmName ?? '' } } : { organisation: draft.firm, newFirm: null };

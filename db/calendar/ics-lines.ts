/** The lines of a calendar file as they stand on the disk: what can be said about a bad one is on which line it is. */
import { Refusal } from '../errors.ts';

/** A line after unfolding, with the number of the line it begins on, counted from 1. */
export type IcsLine = { at: number; text: string };
export type IcsProblem = { line: number; message: string };

/** One event, the lines from BEGIN:VEVENT to END:VEVENT. */
export type IcsBlock = { at: number; lines: IcsLine[] };
export type IcsBlocks = { events: IcsBlock[]; zones: IcsBlock[]; method: string | null; problems: IcsProblem[]; /** Components that are no events, by name. */ others: Map<string, number> };

/** Most events one file may hold. */
export const mostEvents = 5000;

const unfold = (text: string): IcsLine[] => {
  const lines: IcsLine[] = [];
  for (const [index, raw] of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(raw) && last) last.text += raw.slice(1);
    else if (raw.trim() !== '') lines.push({ at: index + 1, text: raw });
  }
  return lines;
};

const bad = (line: number, why: string): Refusal => {
  const message = `${line}번째 줄: ${why}`;
  return new Refusal('invalid', message, [{ field: `line.${line}`, value: line, message }]);
};

const notACalendar = '일정 파일(.ics)이 아닙니다. 달력 프로그램에서 ‘내보내기’로 만든 .ics 파일을 골라 주세요.';

/**
 * Takes a file apart. A broken event is named in `problems`; the others stay.
 * @throws Refusal `invalid` when the whole cannot be trusted: no calendar, no end, an end without its beginning
 */
export const blocksOf = (text: string): IcsBlocks => {
  const lines = unfold(text);
  const [first] = lines;
  if (!first) throw bad(1, '빈 파일입니다. 일정이 들어 있는 파일을 골라 주세요.');
  if (!/^BEGIN:VCALENDAR\s*$/i.test(first.text)) throw bad(first.at, notACalendar);
  const found: IcsBlocks = { events: [], zones: [], method: null, problems: [], others: new Map() };
  const open: { name: string; at: number; block: IcsBlock }[] = [];
  for (const line of lines) {
    const [, verb, name = ''] = /^(BEGIN|END):([A-Z0-9-]+)\s*$/i.exec(line.text) ?? [];
    const upper = name.toUpperCase();
    if (verb?.toUpperCase() === 'BEGIN') {
      open.push({ name: upper, at: line.at, block: { at: line.at, lines: [] } });
      if (open.length > 1) for (const one of open) one.block.lines.push(line);
      continue;
    }
    for (const one of open) one.block.lines.push(line);
    const inner = open.at(-1);
    if (verb !== undefined) {
      if (inner?.name !== upper) throw bad(line.at, `${inner ? `${inner.at}번째 줄의 BEGIN:${inner.name}이 끝나기 전에 ` : ''}END:${upper}가 나옵니다. 파일이 잘렸거나 손으로 고쳐졌습니다. 다시 내보낸 파일을 골라 주세요.`);
      open.pop();
      if (open.length !== 1) continue;
      if (upper === 'VEVENT') found.events.push(inner.block);
      else if (upper === 'VTIMEZONE') found.zones.push(inner.block);
      else found.others.set(upper, (found.others.get(upper) ?? 0) + 1);
      continue;
    }
    if (!/^[A-Za-z0-9-]+[;:]/.test(line.text)) throw bad(line.at, `“${line.text.slice(0, 30)}”: 이름과 값 사이에 쌍점(:)이 없습니다. 줄이 잘못 나뉘었습니다. 다시 내보낸 파일을 골라 주세요.`);
    const method = /^METHOD:(.+)$/i.exec(line.text)?.[1];
    if (open.length === 1 && method !== undefined) found.method = method.trim().toUpperCase();
  }
  const left = open.at(-1);
  if (left) throw bad(left.at, `BEGIN:${left.name}의 끝(END:${left.name})이 없습니다. 파일이 잘렸습니다. 다시 받거나 다시 내보내 주세요.`);
  if (found.events.length > mostEvents) throw bad(found.events[mostEvents]?.at ?? 1, `일정이 ${found.events.length}건입니다. 한 번에 ${mostEvents}건까지 가져옵니다. 기간을 나누어 내보내 주세요.`);
  return found;
};

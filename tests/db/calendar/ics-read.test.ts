import { describe, expect, test } from 'vitest';
import { readIcs } from '../../../db/calendar/ics-read.ts';
import { google, naver, outlook } from './ics-samples.ts';

const today = '2026-11-22';
const byUid = (text: string, uid: string) => readIcs(text, today).events.filter((one) => one.uid === uid);
const brief = ({ title, on, until, start, end }: { title: string; on: string; until: string; start: string | null; end: string | null }) => ({ title, on, until, start, end });

describe('Outlook', () => {
  test('a Windows zone, a folded title, escaped commas and a bell', () => {
    const [one] = byUid(outlook, '040000008200E00074C5B7101A82E00800000000A0');
    expect(one).toMatchObject({ title: '전자부품 미니클러스터 제3차 운영위원회 (아주 긴 제목이라 줄이 접힙니다)', on: '2026-11-25', until: '2026-11-25', start: '14:00', end: '16:00', place: '산단공 3층, 소회의실', note: '안건\n1. 보고; 지난 회의, 비용', notes: [] });
  });
  test('whole days written as midnights end with the day before', () => {
    expect(byUid(outlook, 'outlook-allday').map(brief)).toEqual([{ title: '기계 MC 연합워크숍', on: '2026-12-03', until: '2026-12-04', start: null, end: null }]);
  });
  test('a zone only the file knows is taken from the file, summer time too', () => {
    const [one] = byUid(outlook, 'outlook-london');
    expect(one).toMatchObject({ on: '2026-07-01', start: '17:00', end: '18:00' });
    expect(one?.notes.join()).toContain('Custom London');
  });
});

describe('Google', () => {
  test('UTC becomes Korean time, also over midnight', () => {
    expect(byUid(google, 'visit@google.com').map(brief)).toEqual([{ title: '(주)한빛정밀 방문', on: '2026-11-26', until: '2026-11-26', start: '10:00', end: '11:30' }]);
    expect(byUid(google, 'midnight@google.com').map(brief)).toEqual([{ title: '자정 통화', on: '2026-12-01', until: '2026-12-01', start: '00:00', end: '01:00' }]);
  });
  test('whole days end with the day before DTEND', () => {
    expect(byUid(google, 'holiday@google.com').map(brief)).toEqual([{ title: '휴가', on: '2026-12-24', until: '2026-12-25', start: null, end: null }]);
  });
  test('a recurring event without the day left out, with the day that was moved', () => {
    const days = byUid(google, 'weekly@google.com');
    expect(days.map((one) => [one.on, one.start, one.title])).toEqual([['2026-11-02', '10:00', '주간회의'], ['2026-11-17', '15:00', '주간회의 (옮김)'], ['2026-11-23', '10:00', '주간회의'], ['2026-11-30', '10:00', '주간회의']]);
    expect(new Set(days.map((one) => one.occurrence)).size).toBe(4);
    expect(days[1]?.occurrence).toBe('2026-11-16T10:00:00');
  });
  test('what was cancelled is marked; what is no event is counted', () => {
    expect(byUid(google, 'off@google.com')[0]?.isCancelled).toBe(true);
    expect(readIcs(google, today).others).toEqual([{ name: 'VTODO', count: 1 }]);
  });
  test('an event for ever is spread a year around today, and says so', () => {
    const days = readIcs(google.replace('FREQ=WEEKLY;COUNT=5', 'FREQ=WEEKLY'), today).events.filter((one) => one.uid === 'weekly@google.com');
    expect(days.at(-1)?.on).toBe('2027-11-22');
    expect(days[0]?.notes[0]).toContain('2027-11-22');
    expect(days).toHaveLength(55);
    const old = readIcs(google.replace('FREQ=WEEKLY;COUNT=5', 'FREQ=WEEKLY').replaceAll('20261102T', '20181105T'), today).events.filter((one) => one.uid === 'weekly@google.com');
    expect(old[0]?.on).toBe('2025-11-24');
  });
});

describe('Naver', () => {
  test('a byte-order mark, a fold by a tab and escaped commas', () => {
    const [one] = byUid(naver, 'naver-1');
    expect(one).toMatchObject({ title: '다온 상담, 도면 검토', on: '2026-12-11', start: '13:30', end: '15:00', place: '경북 구미시, 산단로 1', note: '준비물\n- 시료' });
  });
  test('a zone without its definition is known by name, a length stands for an end', () => {
    expect(byUid(naver, 'naver-tokyo')[0]).toMatchObject({ on: '2026-12-11', until: '2026-12-11', start: '22:00', end: '23:30' });
  });
  test('a zone nobody knows is taken for Korea, and says so', () => {
    const [one] = byUid(naver, 'naver-nowhere');
    expect(one).toMatchObject({ on: '2026-12-12', start: '08:00', end: null });
    expect(one?.notes.join()).toContain('Nowhere/Land');
  });
});

describe('bad files', () => {
  const refusalOf = (text: string): unknown => { try { readIcs(text, today); return null; } catch (error) { return error; } };
  test('refused as a whole, with the line', () => {
    expect(refusalOf('이름,날짜\n가,나')).toMatchObject({ code: 'invalid', details: [{ field: 'line.1' }] });
    expect(refusalOf('')).toMatchObject({ code: 'invalid', details: [{ field: 'line.1' }] });
    expect(refusalOf('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n')).toMatchObject({ code: 'invalid', details: [{ field: 'line.2' }] });
    expect(refusalOf('BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nEND:VCALENDAR\n')).toMatchObject({ code: 'invalid', details: [{ field: 'line.4' }] });
    expect(refusalOf('BEGIN:VCALENDAR\nVERSION:2.0\n이상한 줄\nEND:VCALENDAR\n')).toMatchObject({ code: 'invalid', details: [{ field: 'line.3' }] });
  });
  test('one bad event is named with its line, the others are read', () => {
    const text = 'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\nDTSTART:20261345T100000\nSUMMARY:나쁨\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nDTSTART:20261122T100000\nSUMMARY:좋음\nEND:VEVENT\nBEGIN:VEVENT\nUID:c\nSUMMARY:시작 없음\nEND:VEVENT\nBEGIN:VEVENT\nUID:d\nDTSTART:20261122T100000\nRRULE:FREQ=SOMETIMES\nEND:VEVENT\nEND:VCALENDAR\n';
    const read = readIcs(text, today);
    expect(read.events.map((one) => one.title)).toEqual(['좋음']);
    expect(read.problems.map((one) => one.line)).toEqual([5, 13, 20]);
    expect(read.problems.every((one) => one.message.includes('다시 내보내'))).toBe(true);
  });
});

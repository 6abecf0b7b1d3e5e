/** 회의록 on paper: what, when and who in a table, then the minutes, then everybody who came. */
import type { Cell } from '../../../db/kernel/field.ts';
import { labelOf } from '../../../db/kernel/field.ts';
import type { Roster } from '../../../db/meetings/api.ts';
import { meeting } from '../../../db/meetings/fields.ts';
import { printedMinutes } from './print-text.ts';
import { presentPeople } from './sign-in-rows.ts';

export type MinutesSheetProps = {
  values: Readonly<Record<string, Cell>>;
  names: Readonly<Record<string, { label: string } | undefined>>;
  roster: Roster;
  /** The minutes as they would be put together now. */
  draft: string;
};

const said = (value: Cell | undefined): string => String(value ?? '');

export const MinutesSheet = ({ values, names, roster, draft }: MinutesSheetProps) => {
  const { counts, quorums } = roster;
  const time = [values['start_at'], values['end_at']].filter(Boolean).join(' ~ ');
  const people = presentPeople(roster);
  return (
    <article className="cd-paper">
      <h1>회의록</h1>
      <table className="cd-paper-head">
        <colgroup><col className="cd-col-word" /><col /><col className="cd-col-word" /><col /></colgroup>
        <tbody>
          <tr><th scope="row">회의명</th><td colSpan={3}><strong>{said(values['title'])}</strong></td></tr>
          <tr><th scope="row">종류</th><td>{labelOf(meeting.fields.kind, values['kind'] ?? null)}{values['round'] ? ` ${said(values['round'])}차` : ''}</td><th scope="row">주관</th><td>{roster.clusters.map((one) => one.name).join(', ')}</td></tr>
          <tr><th scope="row">일시</th><td>{said(values['start_on'])}{values['end_on'] ? ` ~ ${said(values['end_on'])}` : ''} {time}</td><th scope="row">장소</th><td>{said(values['place'])}</td></tr>
          <tr><th scope="row">주재</th><td>{names['chair']?.label ?? ''}</td><th scope="row">기록</th><td>{names['recorder']?.label ?? ''}</td></tr>
          <tr><th scope="row">참석</th><td colSpan={3}>참석 {counts.listed}명 (회원 {counts.membersPresent}명 / 재적 {counts.membersTotal}명, 비회원 {counts.walkIns}명){counts.proxies > 0 ? `, 위임 ${counts.proxies}명` : ''}{counts.headcount > 0 ? `, 명부 없는 인원 ${counts.headcount}명` : ''}</td></tr>
          <tr>
            <th scope="row">정족수</th>
            <td colSpan={3}>{quorums.map((one) => <div key={one.cluster}>{one.name}: {one.needed === null ? '회원 없음' : `재적 ${one.total}명, 참석 ${one.present}명${one.countsProxies && one.proxies > 0 ? `, 위임 ${one.proxies}명` : ''}, 정족수 ${one.needed}명 — ${one.missing === 0 ? '성립' : `${one.missing ?? 0}명 모자람`}`}</div>)}</td>
          </tr>
        </tbody>
      </table>
      <div className="cd-paper-text">{printedMinutes(said(values['minutes']), draft)}</div>
      {people.length === 0 ? null : (
        <section className="cd-paper-people">
          <h2>참석자 {people.length}명</h2>
          <p>{people.map((one) => [one.organisation, one.name, one.position].filter(Boolean).join(' ')).join(', ')}</p>
        </section>
      )}
      <div className="cd-paper-signs"><div><span>기록 {names['recorder']?.label ?? ''}</span><span>(인)</span></div><div><span>주재 {names['chair']?.label ?? ''}</span><span>(인)</span></div></div>
    </article>
  );
};

/** 참석자 명부: one row for each person with a box to sign in, blank rows for guests, and the consent line. */
import type { Cell } from '../../../db/kernel/field.ts';
import type { Roster } from '../../../db/meetings/api.ts';
import type { SignInRow } from './sign-in-rows.ts';

export type SignInSheetProps = {
  values: Readonly<Record<string, Cell>>;
  roster: Roster;
  rows: readonly SignInRow[];
  /** Rows left empty at the end. */
  blank: number;
  hasPhones: boolean;
  /** Signatures drawn on the screen: an address of a picture by person. */
  signatures: ReadonlyMap<string, string>;
};

const said = (value: Cell | undefined): string => String(value ?? '');

export const SignInSheet = ({ values, roster, rows, blank, hasPhones, signatures }: SignInSheetProps) => {
  const time = [values['start_at'], values['end_at']].filter(Boolean).join(' ~ ');
  return (
    <article className="cd-paper cd-sign-in">
      <h1>참석자 명부</h1>
      <table className="cd-paper-head">
        <colgroup><col className="cd-col-word" /><col /><col className="cd-col-word" /><col /></colgroup>
        <tbody>
          <tr><th scope="row">회의명</th><td colSpan={3}><strong>{said(values['title'])}</strong></td></tr>
          <tr><th scope="row">일시</th><td>{said(values['start_on'])}{values['end_on'] ? ` ~ ${said(values['end_on'])}` : ''} {time}</td><th scope="row">장소</th><td>{said(values['place'])}</td></tr>
          <tr><th scope="row">주관</th><td colSpan={3}>{roster.clusters.map((one) => one.name).join(', ')}</td></tr>
        </tbody>
      </table>
      <p className="cd-consent">
        개인정보 수집·이용 동의: 회의 참석 확인과 비용 정산을 위해 소속, 직위, 성명{hasPhones ? ', 연락처' : ''}, 서명을 모으며 정산 증빙을 보존하는 동안 보관합니다.
        동의하지 않을 수 있으며, 동의하지 않으면 참석 확인을 받을 수 없습니다. 서명하면 동의한 것으로 봅니다.
      </p>
      <table className="cd-sign-in-list">
        <colgroup><col className="cd-col-no" /><col /><col className="cd-col-position" /><col className="cd-col-name" /><col className="cd-col-kind" />{hasPhones ? <col className="cd-col-phone" /> : null}<col className="cd-col-sign" /></colgroup>
        <thead><tr><th scope="col">연번</th><th scope="col">소속</th><th scope="col">직위</th><th scope="col">성명</th><th scope="col">구분</th>{hasPhones ? <th scope="col">연락처</th> : null}<th scope="col">서명</th></tr></thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.key}>
              <td>{index + 1}</td><td>{row.organisation}</td><td>{row.position}</td><td>{row.name}</td><td>{row.kind}</td>{hasPhones ? <td className="cd-sign-in-phone">{row.mobile}</td> : null}
              <td>{row.person !== null && signatures.has(row.person) ? <img src={signatures.get(row.person)} alt={`${row.name} 서명`} /> : null}</td>
            </tr>
          ))}
          {Array.from({ length: blank }, (_, index) => <tr key={`blank ${index}`}><td>{rows.length + index + 1}</td><td /><td /><td /><td />{hasPhones ? <td /> : null}<td /></tr>)}
        </tbody>
      </table>
    </article>
  );
};

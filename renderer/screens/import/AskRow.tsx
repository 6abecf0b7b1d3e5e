/** A row the program does not decide alone, with the answers in their place: Tab goes from row to row, arrows choose. */
import { useId } from 'react';
import { withParticle } from '../../../db/korean/particle.ts';
import { decide, useImportState, type Decision, type Preview, type PreviewRow } from './import-state.ts';

/** What tells one firm or person from another, in this order. */
const telling = ['business_no', 'address', 'representative', 'organisation', 'position', 'phone', 'mobile', 'email', 'complex'];

export type AskRowProps = { row: PreviewRow; mapping: Preview['mapping']; noun: string; busy: boolean };

export const AskRow = ({ row, mapping, noun, busy }: AskRowProps) => {
  const group = useId();
  const decision = useImportState().decisions[row.row];
  const facts = telling.flatMap((key) => {
    const column = mapping.find((one) => one.target === key);
    const cell = column ? (row.cells[column.index] ?? '').trim() : '';
    return cell === '' ? [] : [cell];
  });
  const answers: { key: string; decision: Decision; says: string; note: string | null }[] = [
    { key: 'new', decision: { as: 'new' }, says: `새 ${noun}`, note: null },
    ...row.candidates.map((one) => ({ key: one.id, decision: { as: 'same', id: one.id } as const, says: `이 ${withParticle(noun, '과/와')} 같음: ${one.name}`, note: one.note ?? '주소 없음' })),
    { key: 'skip', decision: { as: 'skip' }, says: '건너뜀', note: null },
  ];
  const isChosen = (answer: Decision): boolean => answer.as === decision?.as && (answer.as !== 'same' || (decision.as === 'same' && decision.id === answer.id));
  return (
    <li className="cd-im-ask" data-decided={decision !== undefined || undefined}>
      <div className="cd-im-ask-what">
        <div><span className="cd-soft cd-number">{row.row}행</span> <strong id={group}>{row.name}</strong></div>
        <div className="cd-soft cd-small">{facts.join(' · ')}</div>
        <div className="cd-small cd-im-reason">{row.reasons.join(' ')}</div>
      </div>
      <div role="radiogroup" aria-labelledby={group} className="cd-im-answers">
        {answers.map((answer) => (
          <label key={answer.key}>
            <input type="radio" name={group} disabled={busy} checked={isChosen(answer.decision)} onChange={() => decide(row, answer.decision)} />
            <span>{answer.says}{answer.note ? <span className="cd-soft cd-small"> {answer.note}</span> : null}</span>
          </label>
        ))}
      </div>
      {decision ? <button type="button" className="cd-im-link" disabled={busy} onClick={() => decide(row, null)}>다시 묻기</button> : <span className="cd-soft cd-small">정하지 않음</span>}
    </li>
  );
};

/** Where a session stands, what it still lacks (each one click or F8 from its box), and the steps it can take. */
import { Button } from '@mantine/core';
import { CircleAlert, Lock, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { labelOf } from '../../../db/kernel/field.ts';
import { session } from '../../../db/sessions/fields.ts';
import type { PlannedStep, SessionLife } from '../../../db/sessions/api.ts';
import { useShortcut } from '../../parts/keys/shortcut.ts';
import { focusBox } from './focus-box.ts';
import { SessionState } from './SessionState.tsx';

export type StateBarProps = {
  life: SessionLife;
  /** Something is typed that is not saved: the step saves it first. */
  onStep: (step: PlannedStep) => void;
  onCorrect: () => void;
  isCorrecting: boolean;
};

const road = ['draft', 'submitted', 'confirmed'] as const;
const isForward = (step: PlannedStep): boolean => step.to === 'submitted' || step.to === 'confirmed';

export const StateBar = ({ life, onStep, onCorrect, isCorrecting }: StateBarProps) => {
  const main = life.steps.find(isForward);
  const missing = main?.missing ?? [];
  const findings = main?.findings ?? [];
  const at = useRef(-1);
  // What the next state asks for, and what blocks it; one after the other.
  const stops = [...new Set([...missing, ...findings.filter((one) => one.level === 'block')].map((one) => one.field))];
  useShortcut('F8', () => {
    at.current = (at.current + 1) % Math.max(stops.length, 1);
    focusBox(stops[at.current] ?? '');
  }, { enabled: stops.length > 0 });
  useShortcut('Alt+Enter', () => { if (main && main.refusal === null) onStep(main); }, { enabled: main !== undefined });
  const shown = life.status === 'returned' ? ['returned', 'submitted', 'confirmed'] : road;
  return (
    <div className="cd-state-bar" role="group" aria-label="상태">
      <ol className="cd-state-road">{shown.map((code) => <li key={code} aria-current={code === life.status ? 'step' : undefined}>{code === life.status ? <SessionState code={code} /> : <span className="cd-soft">{labelOf(session.fields.status, code)}</span>}</li>)}</ol>
      <span className="cd-row-wrap cd-state-steps">
        {life.status === 'confirmed' ? <Button variant="default" disabled={life.locked !== null || isCorrecting} onClick={onCorrect}>정정</Button> : null}
        {life.steps.map((step) => (
          <Button key={step.to} variant={step === main ? 'filled' : 'default'} disabled={step.refusal !== null} title={step.refusal ?? step.note ?? undefined} onClick={() => onStep(step)}>
            {step.ko}{step === main ? <span className="cd-key">Alt+Enter</span> : null}
          </Button>
        ))}
      </span>
      {life.locked ? <p className="cd-state-note"><Lock size={14} aria-hidden />{life.locked}</p> : null}
      {life.locked === null && main?.refusal ? <p className="cd-state-note">{main.refusal}</p> : null}
      {life.status === 'returned' && life.history.at(-1)?.reason ? <p className="cd-state-note cd-late"><CircleAlert size={14} aria-hidden />반려 사유: {life.history.at(-1)?.reason} ({life.history.at(-1)?.by}, {life.history.at(-1)?.on_date})</p> : null}
      {life.locked === null && missing.length + findings.length > 0 ? (
        <ul className="cd-state-lacks" aria-label="빠진 것">
          {missing.length > 0 ? <li className="cd-small cd-soft">{main?.ko}까지 {missing.length}가지 <span className="cd-key">F8</span></li> : null}
          {missing.map((one) => <li key={one.message}><button type="button" className="cd-link" onClick={() => focusBox(one.field)}>{one.message.split(':')[0]}</button></li>)}
          {findings.map((one) => (
            <li key={`${one.guard} ${one.session ?? ''}`} className={one.level === 'block' ? 'cd-late' : ''}>
              {one.level === 'block' ? <CircleAlert size={13} aria-hidden /> : <TriangleAlert size={13} aria-hidden />} <button type="button" className="cd-link" onClick={() => focusBox(one.field)}>{one.message}</button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
};

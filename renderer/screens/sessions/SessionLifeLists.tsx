/** History of the states of a session, and its corrections with what was there before. */
import { labelOf, type Cell } from '../../../db/kernel/field.ts';
import { formatLength } from '../../../db/korean/parse-span.ts';
import type { CorrectionLine, SessionStepLine } from '../../../db/sessions/api.ts';
import { session } from '../../../db/sessions/fields.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { SessionState } from './SessionState.tsx';

const fields: Readonly<Record<string, { ko: string; kind: string; choices?: readonly { code: string; ko: string; en: string }[] }>> = session.fields;
const names: Readonly<Record<string, string>> = { attendees: '참석자', tasks: '과제' };
const shown = (name: string, value: Cell): string => {
  const field = fields[name];
  if (value === null || value === '') return '(빈 값)';
  if (field?.choices) return labelOf(field, value);
  return name.endsWith('_minutes') && typeof value === 'number' ? formatLength(value) : String(value);
};

export const StepHistory = ({ history }: { history: readonly SessionStepLine[] }) => (
  <Section title="상태 이력" count={history.length}>
    {history.length === 0 ? <p className="cd-soft">아직 제출하지 않았습니다.</p> : (
      <ol className="cd-session-steps">
        {history.map((one) => (
          <li key={one.id}>
            <span className="cd-number">{one.on_date}</span><SessionState code={one.to_status} /><span className="cd-soft">{one.by ?? '알 수 없음'}</span>{one.reason ? <span>{one.reason}</span> : null}
          </li>
        ))}
      </ol>
    )}
  </Section>
);

export const Corrections = ({ corrections }: { corrections: readonly CorrectionLine[] }) => (corrections.length === 0 ? null : (
  <Section title="정정" count={corrections.length}>
    <ol className="cd-corrections">
      {corrections.map((one) => (
        <li key={one.id}>
          <div><span className="cd-number">{one.on_date}</span> <span className="cd-soft">{one.by ?? '알 수 없음'}</span> {one.reason}</div>
          <dl>
            {Object.entries(one.changes).map(([name, [before, after]]) => (
              <div key={name}><dt>{fields[name]?.ko ?? names[name] ?? name}</dt><dd><del>{shown(name, before)}</del> → <ins>{shown(name, after)}</ins></dd></div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  </Section>
));

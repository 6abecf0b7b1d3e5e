/** What is known of the firm while a session with it is written: facts, people, tasks, open follow-ups, past sessions. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { labelOf } from '../../../db/kernel/field.ts';
import { formatLength } from '../../../db/korean/parse-span.ts';
import { formatPhone } from '../../../db/korean/phone.ts';
import { session } from '../../../db/sessions/fields.ts';
import type { FirmPanel, LastSession, PastSession } from '../../../db/sessions/api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { ActionList } from '../actions/ActionList.tsx';
import { TaskState } from '../tasks/states.tsx';
import type { TakeOver } from './SessionForm.tsx';
import { useFirm } from './use-firm.ts';

export type FirmSideProps = {
  firm: string | null;
  coordinator?: string | null;
  /** The session that is open, left out of the past ones. */
  except?: string;
  /** Ids of people who are there already. */
  present?: ReadonlySet<string>;
  onPerson?: (person: { id: string; name: string }) => void;
  /** Ids of tasks the session is linked to already. */
  linked?: ReadonlySet<string>;
  onTask?: (task: string) => void;
  /** Day of the session that is written; today without it. */
  on?: string;
  /** Takes text of the session before over into the form. */
  onText?: TakeOver;
  onPeople?: (people: LastSession['people']) => void;
};

/** The session before, with what can be taken over from it. */
const Last = ({ last, onText, onPeople }: { last: LastSession; onText?: TakeOver | undefined; onPeople?: FirmSideProps['onPeople'] }) => (
  <div className="cd-last-session">
    {last.actions.length > 0 ? <p className="cd-small"><strong>남은 조치</strong> {last.actions.map((one) => `${one.what}${one.due_on ? ` (${one.due_on}까지)` : ''}`).join(', ')}</p> : null}
    <div className="cd-row-wrap">
      {onText && last.summary ? <Button size="compact-xs" variant="default" onClick={() => onText({ summary: last.summary })}>요지 가져오기</Button> : null}
      {onText && last.advice ? <Button size="compact-xs" variant="default" onClick={() => onText({ advice: last.advice })}>지원 내용 가져오기</Button> : null}
      {onPeople && last.people.length > 0 ? <Button size="compact-xs" variant="default" onClick={() => onPeople(last.people)}>참석자 가져오기 ({last.people.length}명)</Button> : null}
    </div>
  </div>
);

const Past = ({ one, onOpen, children }: { one: PastSession; onOpen: () => void; children?: ReactNode }) => (
  <li>
    <div className="cd-row-wrap">
      <button type="button" className="cd-link cd-number" onClick={onOpen}>{one.visit_on}</button>
      <span className="cd-small cd-soft">{[one.coordinator, labelOf(session.fields.mode, one.mode), one.minutes === null ? null : formatLength(one.minutes), labelOf(session.fields.result, one.result)].filter(Boolean).join(' · ')}</span>
    </div>
    {one.summary ? <div className="cd-two-lines"><strong className="cd-small">애로</strong> {one.summary}</div> : null}
    {one.advice ? <div className="cd-two-lines"><strong className="cd-small">지원</strong> {one.advice}</div> : null}
    {children}
  </li>
);

const Facts = ({ panel }: { panel: FirmPanel }) => {
  const [, go] = useLocation();
  const { firm } = panel;
  const facts = [
    firm.representative ? `대표 ${firm.representative}` : null, firm.phone === null ? null : formatPhone(firm.phone), firm.employees === null ? null : `상시근로자 ${firm.employees.toLocaleString('ko-KR')}명`, firm.products,
    panel.clusters.length > 0 ? panel.clusters.map((one) => one.name).join(', ') : null,
  ].filter(Boolean);
  return (
    <div className="cd-firm-facts">
      <button type="button" className="cd-link" onClick={() => go(`/organisations/${firm.id}`)}><strong>{firm.name}</strong></button>
      <div className="cd-small cd-soft">{facts.join(' · ') || '기업 정보가 아직 없습니다.'}</div>
      {firm.address ? <div className="cd-small cd-soft">{firm.address}</div> : null}
    </div>
  );
};

export const FirmSide = ({ firm, coordinator = null, except, present, onPerson, linked, onTask, on = today(), onText, onPeople }: FirmSideProps) => {
  const [, go] = useLocation();
  const found = useFirm({ firm, coordinator, except, on });
  if (firm === null) return <p className="cd-soft cd-pad">기업을 고르면 지난 상담, 과제, 사람이 여기에 보입니다.</p>;
  if (found.error) return <div className="cd-pad"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div>;
  if (!found.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const panel = found.data;
  return (
    <>
      <Facts panel={panel} />
      <Section title="지난 상담" count={panel.sessionCount} actions={<span className="cd-small cd-soft">이번이 {panel.nextRound}차</span>}>
        {panel.sessions.length === 0 ? <p className="cd-soft">이 기업과의 첫 상담입니다.</p> : (
          <ol className="cd-past">
            {panel.sessions.map((one) => (
              <Past key={one.id} one={one} onOpen={() => go(`/sessions/${one.id}`)}>{panel.last?.id === one.id ? <Last last={panel.last} onText={onText} onPeople={onPeople} /> : null}</Past>
            ))}
          </ol>
        )}
        {panel.sessionCount > panel.sessions.length ? <p className="cd-small cd-soft">최근 {panel.sessions.length}건만 보입니다.</p> : null}
      </Section>
      <Section title="이 기업의 과제" count={panel.tasks.length}>
        {panel.tasks.length === 0 ? <p className="cd-soft">아직 과제가 없습니다.</p> : (
          <ul className="cd-lines">
            {panel.tasks.map((one) => (
              <li key={one.id}>
                <TaskState code={one.status} /><button type="button" className="cd-link" onClick={() => go(`/tasks/${one.id}`)}>{one.title}</button>
                {onTask && linked?.has(one.id) === false ? <Button size="compact-xs" variant="default" onClick={() => onTask(one.id)}>연결</Button> : null}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="이 기업 사람" count={panel.people.length}>
        {panel.people.length === 0 ? <p className="cd-soft">참석자로 더하면 여기에 쌓입니다.</p> : (
          <ul className="cd-lines">
            {panel.people.map((one) => (
              <li key={one.id}>
                <span>{one.name} <span className="cd-soft">{one.position}</span></span><span className="cd-small cd-soft cd-number cd-nowrap">{one.mobile === null ? null : formatPhone(one.mobile)}</span>
                {onPerson && present?.has(one.id) === false ? <Button size="compact-xs" variant="default" onClick={() => onPerson(one)}>참석</Button> : null}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {panel.actions.length > 0 ? <Section title="남은 조치" count={panel.actions.length}><ActionList actions={panel.actions} /></Section> : null}
    </>
  );
};

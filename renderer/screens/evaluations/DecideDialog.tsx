/** Decisions on one or many tasks at once: by hand, or down the ranks as far as the money goes. */
import { Button, Modal, Table } from '@mantine/core';
import { useState } from 'react';
import type { Decision, Sheet, SheetTask } from '../../../db/evaluations/api.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { WonField } from '../../parts/form/WonField.tsx';
import { TypedField } from '../../parts/form/TypedField.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { refusalOf } from '../../refusal.ts';
import { words } from '../../words.ts';
import { CommonWords } from './CommonWords.tsx';
import { DecideRow, type Draft } from './DecideRow.tsx';
import { byRank, selectByRank } from './select-by-rank.ts';
import { wonWords } from './words.ts';
import { hundredthsOf, tidyScore } from '../../../db/evaluations/score.ts';

export type DecideDialogProps = { sheet: Sheet; tasks: readonly SheetTask[]; onClose: () => void; onDone: () => void };

const blank: Draft = { decision: null, amount: null, conditions: '', reason: '' };
const numberOf = (value: Cell): number | null => (typeof value === 'number' ? value : null);
/** Tenths of a typed line of points, null for none. */
const leastOf = (value: Cell): number | null => { const line = typeof value === 'string' ? hundredthsOf(value) : null; return line === null ? null : Number(line) / 10; };

export const DecideDialog = ({ sheet, tasks, onClose, onDone }: DecideDialogProps) => {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [budget, setBudget] = useState<Cell>(null);
  const [least, setLeast] = useState<Cell>(null);
  const [common, setCommon] = useState({ conditions: '', reason: '' });
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const rows = byRank(tasks);
  const draftOf = (one: SheetTask): Draft => drafts[one.task] ?? blank;
  const change = (one: SheetTask, patch: Partial<Draft>) => setDrafts((known) => {
    const before = known[one.task] ?? blank;
    // What was asked for is the first guess of what is granted.
    const amount = patch.decision === 'selected' && before.amount === null ? { amount: one.requested } : {};
    return { ...known, [one.task]: { ...before, ...amount, ...patch } };
  });
  const propose = () => setDrafts((known) => ({
    ...known,
    ...Object.fromEntries(selectByRank(tasks, numberOf(budget), leastOf(least)).map((one) => [one.task, { ...(known[one.task] ?? blank), decision: one.decision, amount: one.amount }])),
  }));
  const decided = rows.filter((one) => draftOf(one).decision !== null);
  let running = 0;
  const lines = rows.map((one) => {
    const draft = draftOf(one);
    if (draft.decision === 'selected') running += numberOf(draft.amount) ?? 0;
    return { one, draft, sum: draft.decision === 'selected' ? running : null };
  });
  const count = (code: string): number => decided.filter((one) => draftOf(one).decision === code).length;
  const limit = numberOf(budget);
  const problems = refusalOf(failure)?.details ?? [];
  const send = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await api.evaluations.decide.mutate({
        committee: sheet.meeting.id,
        decisions: decided.map((one): Decision => {
          const draft = draftOf(one);
          const [conditions, reason] = [draft.conditions.trim() || common.conditions.trim(), draft.reason.trim() || common.reason.trim()];
          return { task: one.task, decision: draft.decision ?? '', amount: draft.decision === 'selected' ? numberOf(draft.amount) : null, conditions: draft.decision === 'selected' ? conditions || null : null, reason: draft.decision === 'selected' ? draft.reason.trim() || null : reason || null };
        }),
      });
      onDone();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} size={980} title={`결정 · ${sheet.meeting.values.name}`} closeButtonProps={{ 'aria-label': words.close }} closeOnClickOutside={false}>
      <div className="cd-stack">
        {rows.length > 1 ? (
          <div className="cd-ev-tools">
            <WonField label="예산" value={budget} onChange={setBudget} />
            <TypedField label="선정 하한 점수" unit="점" value={least} read={(text) => tidyScore(text)} write={(value) => String(value ?? '')} onChange={setLeast} inputMode="decimal" {...(least !== null && leastOf(least) === null ? { error: '0부터 100까지 써 주세요.' } : {})} />
            <Button variant="default" onClick={propose}>순위대로 선정</Button>
            <span className="cd-small cd-soft">예산을 넘는 순위부터 탈락으로 놓습니다. 아래에서 고칠 수 있습니다.</span>
          </div>
        ) : null}
        {rows.length > 1 ? <CommonWords value={common} onChange={setCommon} /> : null}
        {problems.some((problem) => problem.field.includes('.')) ? <p role="alert" className="cd-error">{`${new Set(problems.map((problem) => problem.field.split('.')[0])).size}건을 고쳐 주세요. 아무것도 결정하지 않았습니다.`}</p> : failure ? <FailureNotice error={failure} /> : null}
        <div className="cd-ev-pick">
          <Table verticalSpacing={3} className="cd-ev-table cd-ev-decide" stickyHeader>
            <Table.Thead>
              <Table.Tr><Table.Th className="cd-ev-no">순위</Table.Th><Table.Th>과제 · 주관기업</Table.Th><Table.Th className="cd-ev-figure">평균</Table.Th><Table.Th className="cd-ev-choice">결정</Table.Th><Table.Th className="cd-ev-amount">선정 금액 · 누계</Table.Th><Table.Th className="cd-ev-why">조건 · 사유</Table.Th></Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map(({ one, draft, sum }) => (
                <DecideRow
                  key={one.task} task={one} draft={draft} sum={sum} isOver={limit !== null && sum !== null && sum > limit} common={common}
                  problems={problems.filter((problem) => problem.field.startsWith(`${one.task}.`))} onChange={(patch) => change(one, patch)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </div>
        <div className="cd-ev-sum">
          <span className="cd-number">선정 {count('selected')}건 · <b className={limit !== null && running > limit ? 'cd-late' : undefined}>{wonWords(running)}</b>{limit === null ? '' : running > limit ? ` (예산보다 ${wonWords(running - limit)} 많음)` : ` (남는 예산 ${wonWords(limit - running)})`} · 탈락 {count('rejected')} · 보완 {count('supplement')} · 보류 {count('postponed')}</span>
          <span className="cd-row-wrap">
            <Button variant="default" onClick={onClose}>{words.cancel}</Button>
            <Button disabled={decided.length === 0} loading={busy} onClick={() => void send()}>{decided.length > 0 ? `${decided.length}건 결정` : '결정'}</Button>
          </span>
        </div>
      </div>
    </Modal>
  );
};

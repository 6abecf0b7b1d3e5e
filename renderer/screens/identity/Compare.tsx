/** Two records side by side, what moves when they are merged, and the three answers. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Move } from '../../../db/identity/api.ts';
import type { OrganisationValues } from '../../../db/organisations/api.ts';
import { api } from '../../api.ts';
import { useShortcut } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { FieldTable, type Choices } from './FieldTable.tsx';
import { comparedFields, proposed } from './field-text.ts';
import { Reasons, VerdictMark } from './verdicts.tsx';

export type Answer = { kind: 'merged' | 'distinct'; action: number; names: readonly string[] };

/** `과제 3 · 상담 2`: what points to the record that is merged, by kind. */
const movesInWords = (moves: readonly Move[]): string => {
  const counts = new Map<string, number>();
  for (const { ko, count } of moves) counts.set(ko, (counts.get(ko) ?? 0) + count);
  return [...counts].map(([ko, count]) => `${ko} ${count.toLocaleString('ko-KR')}건`).join(' · ');
};

export const Compare = ({ ids, onAnswer, onLater }: { ids: readonly [string, string]; onAnswer: (answer: Answer) => void; onLater: () => void }) => {
  const found = useQuery({ queryKey: ['organisation', 'site', 'identity pair', ...ids], queryFn: () => api.identity.pair.query({ ids: [...ids] }) });
  const [own, setOwn] = useState<Choices>({});
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const view = found.data;
  const rows = useMemo(() => (view ? comparedFields(view.bodies) : []), [view]);
  const choices: Choices = { ...Object.fromEntries(rows.map((row) => [row.name, proposed(row)])), ...own };
  const names = view?.bodies.map((body) => String(body.values['name'] ?? '')) ?? [];
  const send = (kind: Answer['kind'], ask: () => Promise<{ action: number }>) => {
    if (isBusy || !view) return;
    setBusy(true);
    setFailure(null);
    ask().then(({ action }) => onAnswer({ kind, action, names }), setFailure).finally(() => setBusy(false));
  };
  const merge = () => send('merged', () => api.identity.merge.mutate({
    ids: view?.bodies.map((body) => body.id) ?? [],
    values: Object.fromEntries(rows.filter((row) => row.differs).map((row) => [row.name, row.values[choices[row.name] ?? 0] ?? null])) as OrganisationValues,
  }));
  const differ = () => send('distinct', () => api.identity.distinct.mutate({ pair: [...ids], reason: reason.trim() === '' ? null : reason.trim() }));
  useShortcut('Ctrl+Enter', merge, { enabled: view !== undefined });
  useShortcut('Ctrl+Delete', differ, { enabled: view !== undefined });
  useShortcut('Ctrl+ArrowDown', onLater);
  if (found.error) return <div className="cd-pad"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div>;
  if (!view) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const isCounted = view.bodies.length > 0 && new Set(view.bodies.map((body) => body.values['business_no'])).size === 1 && view.bodies[0]?.values['business_no'] !== null;
  return (
    <section className="cd-identity-compare" aria-label="두 기록 비교">
      <header>
        <VerdictMark verdict={view.likeness.verdict} score={view.likeness.score} />
        <Reasons reasons={view.likeness.reasons} />
      </header>
      <div className="cd-identity-scroll">
        <FieldTable bodies={view.bodies} rows={rows} choices={choices} onChoose={(field, at) => setOwn((kept) => ({ ...kept, [field]: at }))} />
      </div>
      <footer>
        {failure ? <FailureNotice error={failure} /> : null}
        <p className="cd-small">
          <b>합치면</b> {view.moves.length === 0 ? '옮겨 갈 기록은 없습니다.' : <>{movesInWords(view.moves)}이 남는 기록으로 옮겨 갑니다.</>} 다른 이름은 예전 이름으로, 다른 주소는 사업장으로 남습니다.
        </p>
        <div className="cd-row-wrap">
          <Button loading={isBusy} onClick={merge} title="합치기 (Ctrl+Enter)">합치기</Button>
          <Button variant="default" disabled={isBusy || isCounted} onClick={differ} title={isCounted ? '사업자등록번호가 같아 다른 곳일 수 없습니다. 번호를 먼저 고치세요.' : '다른 곳 (Ctrl+Delete)'}>다른 곳</Button>
          <TextInput className="cd-identity-reason" aria-label="다른 곳인 까닭" placeholder="다른 곳이면 까닭(선택)" value={reason} disabled={isCounted} onChange={(event) => setReason(event.currentTarget.value)} />
          <Button variant="subtle" onClick={onLater} title="나중에 (Ctrl+↓)">나중에</Button>
          <span className="cd-small cd-soft cd-end">1·2 값 고르기 · Ctrl+Enter 합치기 · Ctrl+Delete 다른 곳 · Ctrl+↓ 나중에</span>
        </div>
      </footer>
    </section>
  );
};

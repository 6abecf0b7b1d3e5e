/** Members as of a day: counts by kind, the list, joining, leaving, a list pasted from Excel. */
import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ClipboardPaste, Search, UserPlus } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { ClusterRelations, MemberLine, PastedRow } from '../../../db/clusters/api.ts';
import { api } from '../../api.ts';
import { matchesTyped } from '../../parts/form/ChoiceField.tsx';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { EndMembership } from './EndMembership.tsx';
import { JoinMember } from './JoinMember.tsx';
import { MemberCounts } from './MemberCounts.tsx';
import { MemberDialog } from './MemberDialog.tsx';
import { MemberTable } from './MemberTable.tsx';
import { PasteMembers } from './PasteMembers.tsx';
import { readPasted } from './read-pasted.ts';

export type MembersProps = { cluster: string; date: string; onDate: (date: string) => void; relations: ClusterRelations; isEnded: boolean };

const shownText = (one: MemberLine): string => `${one.person_name ?? ''} ${one.organisation_name ?? ''} ${one.position ?? ''}`;

export const Members = ({ cluster, date, onDate, relations, isEnded }: MembersProps) => {
  const [find, setFind] = useState('');
  const [kind, setKind] = useState<string | null>(null);
  const [scope, setScope] = useState('on');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [joining, setJoining] = useState(false);
  const [pasted, setPasted] = useState<readonly PastedRow[] | null>(null);
  const [edited, setEdited] = useState<MemberLine | null>(null);
  const found = useQuery({
    queryKey: ['membership', 'person', 'organisation', 'mini_cluster', cluster, date, scope],
    queryFn: () => api.clusters.members.list.query({ id: cluster, date, all: scope === 'all' }), placeholderData: (before) => before,
  });
  const all = useMemo(() => found.data ?? [], [found.data]);
  const shown = useMemo(() => all.filter((one) => (kind === null || one.kind === kind) && find.trim().split(/\s+/).every((word) => matchesTyped(shownText(one), word))), [all, find, kind]);
  const ids = useMemo(() => shown.filter((one) => chosen.has(one.id)).map((one) => one.id), [chosen, shown]);

  useEffect(() => {
    // A list copied from Excel may be pasted wherever the focus is, except where pasting means something else.
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || text.trim() === '' || target?.closest('.cd-grid, textarea, [role="dialog"]')) return;
      if (target instanceof HTMLInputElement && !/[\t\n]/.test(text.trim())) return;
      event.preventDefault();
      setPasted(readPasted(text));
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
  if (found.error) return <div className="cd-pad"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div>;
  return (
    <div className="cd-members">
      <div className="cd-members-bar">
        <div className="cd-asof"><DateField label="기준일" value={date} onChange={(day) => { if (typeof day === 'string') onDate(day); }} /></div>
        {date === today() ? null : <Button variant="subtle" onClick={() => onDate(today())}>오늘로</Button>}
        <TextInput className="cd-members-find" label="회원 찾기" placeholder="이름·소속·초성" leftSection={<Search size={14} aria-hidden />} value={find} onChange={(event) => setFind(event.currentTarget.value)} />
        <SegmentedControl aria-label="볼 범위" value={scope} onChange={setScope} data={[{ value: 'on', label: '기준일 회원' }, { value: 'all', label: '지난 회원까지' }]} />
        <div className="cd-row-wrap cd-end cd-members-do">
          {ids.length > 0 ? <EndMembership ids={ids} onDone={() => setChosen(new Set())} /> : null}
          <Button variant="default" leftSection={<ClipboardPaste size={14} aria-hidden />} onClick={() => setPasted([])}>명단 붙여넣기</Button>
          <Button leftSection={<UserPlus size={14} aria-hidden />} disabled={isEnded} onClick={() => setJoining(!joining)} aria-expanded={joining}>회원 가입</Button>
        </div>
      </div>
      <MemberCounts relations={relations} date={date} kind={kind} onKind={setKind} />
      {joining ? <JoinMember cluster={cluster} date={date} onClose={() => setJoining(false)} /> : null}
      {!found.data ? <p className="cd-soft cd-pad">{words.loading}</p>
        : all.length === 0 && find === '' ? (
          <EmptyState icon={UserPlus} title={`${date} 현재 회원이 없습니다.`} action={{ label: '명단 붙여넣기', onClick: () => setPasted([]) }} second={{ label: '한 명씩 가입', onClick: () => setJoining(true) }}>
            엑셀에서 성명·소속·직위·연락처 칸을 복사해 이 화면에 바로 붙여 넣으면(Ctrl+V) 있는 사람과 기업을 찾아 잇고, 없으면 새로 만듭니다.
          </EmptyState>
        ) : shown.length === 0 ? <p className="cd-soft cd-pad">조건에 맞는 회원이 없습니다.</p>
          : (
            <MemberTable
              members={shown} chosen={chosen} onChoose={setChosen} onEdit={setEdited}
              head={<Checkbox aria-label="보이는 회원 모두 고르기" checked={ids.length === shown.length} indeterminate={ids.length > 0 && ids.length < shown.length} onChange={(event) => setChosen(new Set(event.currentTarget.checked ? shown.map((one) => one.id) : []))} />}
            />
          )}
      {pasted ? <PasteMembers cluster={cluster} date={date} rows={pasted} onClose={() => setPasted(null)} /> : null}
      {edited ? <MemberDialog member={edited} onClose={() => setEdited(null)} /> : null}
    </div>
  );
};

/** A member list from Excel: what each row would do is shown first, then all join in one step. */
import { Button, Modal, Select, Table, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import type { PastedMember, PastedRow } from '../../../db/clusters/api.ts';
import { api } from '../../api.ts';
import { DateField } from '../../parts/form/DateField.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { readPasted } from './read-pasted.ts';
import { memberKindName } from './words.ts';

type Chosen = Record<number, { person?: string; organisation?: string }>;
type Match = PastedMember['person'];

const outcomes: Record<PastedMember['outcome'], string> = { join: '가입', member: '이미 회원', twice: '위 행과 같음', unclear: '골라 주세요', empty: '이름 없음' };

const Matched = ({ match, label, onChoose }: { match: Match; label: string; onChoose: (id: string) => void }) => {
  if (match.kind === 'none') return null;
  if (match.kind === 'known') return <>{match.name}</>;
  if (match.kind === 'new') return <>{match.name} <span className="cd-new">새로 만듦</span></>;
  return (
    <Select
      aria-label={label} placeholder={`${match.candidates.length}건 중 고르기`} error={undefined} comboboxProps={{ width: 'max-content' }}
      data={match.candidates.map((one) => ({ value: one.id, label: `${one.name} ${one.note}`.trim() }))} value={null} onChange={(id) => { if (id) onChoose(id); }}
    />
  );
};

export type PasteMembersProps = { cluster: string; date: string; rows: readonly PastedRow[]; onClose: () => void };

export const PasteMembers = ({ cluster, date, rows: first, onClose }: PasteMembersProps) => {
  const [rows, setRows] = useState<readonly PastedRow[]>(first);
  const [joined, setJoined] = useState<Cell>(date);
  const [chosen, setChosen] = useState<Chosen>({});
  const [judged, setJudged] = useState<readonly PastedMember[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (rows.length === 0 || typeof joined !== 'string') { setJudged(null); return undefined; }
    let gone = false;
    api.clusters.members.judge.mutate({ cluster, date: joined, rows: [...rows], chosen }).then((answer) => { if (!gone) { setJudged(answer); setFailure(null); } }, (error: unknown) => { if (!gone) setFailure(error); });
    return () => { gone = true; };
  }, [chosen, cluster, joined, rows]);

  const count = (outcome: PastedMember['outcome']): number => judged?.filter((one) => one.outcome === outcome).length ?? 0;
  const fresh = new Set(judged?.flatMap((one) => (one.organisation.kind === 'new' ? [one.organisation.name] : [])) ?? []).size;
  const apply = async () => {
    if (typeof joined !== 'string') return;
    setBusy(true);
    try {
      const done = await api.clusters.members.paste.mutate({ cluster, date: joined, rows: [...rows], chosen });
      notifications.show({ title: `회원 ${done.made.length}명이 가입했습니다`, message: done.already > 0 ? `이미 회원인 ${done.already}명은 그대로 두었습니다.` : '실행 취소(Ctrl+Z)로 한 번에 되돌릴 수 있습니다.' });
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} size={920} title="회원 명단 붙여넣기" closeButtonProps={{ 'aria-label': words.close }} closeOnClickOutside={false}>
      <div className="cd-stack">
        {rows.length === 0 ? (
          <Textarea
            data-autofocus label="엑셀에서 복사한 칸" autosize minRows={8} maxRows={12} placeholder={'성명\t소속\t직위\t연락처\n김하나\t(주)한빛정밀\t대표이사\t010-1234-5678'}
            description="성명·소속·직위·연락처 칸을 복사해 여기에 붙여 넣으세요. 제목 줄이 있어도 되고, 칸의 순서가 달라도 알아봅니다."
            onChange={(event) => setRows(readPasted(event.currentTarget.value))}
          />
        ) : (
          <>
            <div className="cd-row-wrap cd-paste-head">
              <div className="cd-asof"><DateField label="가입일" value={joined} onChange={setJoined} /></div>
              <p className="cd-number">
                {rows.length.toLocaleString('ko-KR')}행: 가입 <strong>{count('join')}</strong>명{fresh > 0 ? ` (새 기관 ${fresh}곳)` : ''}, 이미 회원 {count('member')}명
                {count('twice') > 0 ? `, 겹친 행 ${count('twice')}개` : ''}{count('empty') > 0 ? `, 빈 행 ${count('empty')}개` : ''}{count('unclear') > 0 ? <span className="cd-late">, 골라야 할 행 {count('unclear')}개</span> : null}
              </p>
              <Button variant="subtle" onClick={() => { setRows([]); setChosen({}); }}>다시 붙여넣기</Button>
            </div>
            <div className="cd-paste-table">
              <Table verticalSpacing={2} className="cd-rows" stickyHeader>
                <Table.Thead><Table.Tr><Table.Th>행</Table.Th><Table.Th>결과</Table.Th><Table.Th>성명</Table.Th><Table.Th>소속</Table.Th><Table.Th>직위</Table.Th><Table.Th>연락처</Table.Th><Table.Th>구분</Table.Th></Table.Tr></Table.Thead>
                <Table.Tbody>
                  {(judged ?? []).map((one, index) => (
                    <Table.Tr key={index} data-past={one.outcome === 'member' || one.outcome === 'empty' || one.outcome === 'twice' || undefined}>
                      <Table.Td className="cd-number cd-soft">{index + 1}</Table.Td>
                      <Table.Td className={one.outcome === 'unclear' ? 'cd-nowrap cd-late' : 'cd-nowrap'}>{outcomes[one.outcome]}</Table.Td>
                      <Table.Td>{one.person.kind === 'none' ? one.row.name : <Matched match={one.person} label={`${index + 1}행 사람 고르기`} onChoose={(person) => setChosen({ ...chosen, [index]: { ...chosen[index], person } })} />}</Table.Td>
                      <Table.Td>{one.organisation.kind === 'none' ? one.row.organisation : <Matched match={one.organisation} label={`${index + 1}행 기관 고르기`} onChoose={(organisation) => setChosen({ ...chosen, [index]: { ...chosen[index], organisation } })} />}</Table.Td>
                      <Table.Td>{one.row.position}</Table.Td>
                      <Table.Td className="cd-number cd-nowrap">{one.row.phone}</Table.Td>
                      <Table.Td className="cd-nowrap">{memberKindName(one.kind)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          </>
        )}
        {failure ? <FailureNotice error={failure} /> : null}
        <div className="cd-row-wrap cd-end">
          <Button variant="default" onClick={onClose}>{words.cancel}</Button>
          <Button data-autofocus={rows.length > 0 || undefined} disabled={count('join') === 0 || count('unclear') > 0} loading={busy} onClick={() => void apply()}>{count('join') > 0 ? `${count('join')}명 가입` : '가입'}</Button>
        </div>
      </div>
    </Modal>
  );
};

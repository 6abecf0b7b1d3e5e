/** 회비: the sheet of a year, typed like a spreadsheet, and the share of meeting costs the dues carry. */
import { Button, Checkbox, Popover, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DuesSheet } from '../../../db/clusters/api.ts';
import { writeWon } from '../../../db/korean/read-won.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { WonField, WonUnitSwitch } from '../../parts/form/WonField.tsx';
import { useWonUnit } from '../../parts/form/won-unit.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { DuesTable } from './DuesTable.tsx';

const firstYear = 2004;

/** The same amount for all members who have none yet. */
const ChargeAll = ({ cluster, year, without }: { cluster: string; year: number; without: number }) => {
  const [opened, setOpened] = useState(false);
  const [owed, setOwed] = useState<Cell>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const charge = () => {
    if (typeof owed !== 'number') return;
    api.clusters.dues.charge.mutate({ id: cluster, year, owed }).then(() => setOpened(false), setFailure);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target><Button variant="default" disabled={without === 0} onClick={() => setOpened(!opened)}>모두에게 부과 ({without}명)</Button></Popover.Target>
      <Popover.Dropdown onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setOpened(false); } }}>
        <form className="cd-stack cd-end-day" onSubmit={(event) => { event.preventDefault(); charge(); }}>
          <WonField label={`${year}년 회비`} value={owed} onChange={setOwed} placeholder="30만원" />
          <p className="cd-small cd-soft">부과액이 비어 있는 회원에게만 넣습니다.</p>
          {failure ? <FailureNotice error={failure} /> : null}
          <div className="cd-row-wrap cd-end"><Button variant="default" onClick={() => setOpened(false)}>{words.cancel}</Button><Button type="submit" disabled={typeof owed !== 'number'}>부과</Button></div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
};

const Totals = ({ sheet }: { sheet: DuesSheet }) => {
  const [unit] = useWonUnit();
  const { totals } = sheet;
  const rate = totals.owed === 0 ? null : Math.floor(((totals.owed - totals.unpaid) / totals.owed) * 1000) / 10;
  return (
    <p className="cd-number" role="status">
      회원 {totals.members.toLocaleString('ko-KR')}명 · 부과 <strong>{writeWon(totals.owed, unit) || '0'}</strong> · 납부 <strong>{writeWon(totals.paid, unit) || '0'}</strong>
      {totals.unpaid > 0 ? <> · <span className="cd-late">미납 {totals.unpaidMembers}명 {writeWon(totals.unpaid, unit)}</span></> : null}{rate === null ? '' : ` · 납부율 ${rate.toFixed(1)}%`}
    </p>
  );
};

const percentOf = (part: number, whole: number): string => (whole === 0 ? '-' : `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)}%`);

const Shares = ({ cluster }: { cluster: string }) => {
  const [unit] = useWonUnit();
  const found = useQuery({ queryKey: ['meeting', 'meeting_cluster', 'meeting_cost', 'dues shares', cluster], queryFn: () => api.clusters.dues.shares.query({ id: cluster }) });
  if (found.error) return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <Section title="자립 비율">
      {!found.data ? <p className="cd-soft">{words.loading}</p> : found.data.length === 0 ? <p className="cd-soft">비용을 입력한 회의가 없습니다. 회의의 ‘비용’에 재원별 금액을 쓰면 해마다 셈합니다.</p> : (
        <Table verticalSpacing={3} className="cd-rows">
          <Table.Thead><Table.Tr><Table.Th>사업연도</Table.Th><Table.Th className="cd-right">회의</Table.Th><Table.Th className="cd-right">국비</Table.Th><Table.Th className="cd-right">회비</Table.Th><Table.Th className="cd-right">기타</Table.Th><Table.Th className="cd-right">회비 비율</Table.Th><Table.Th>기준</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {found.data.map((one) => (
              <Table.Tr key={one.year}>
                <Table.Td className="cd-number cd-nowrap">{one.year}{one.number === null ? '' : <span className="cd-soft"> {one.number}차</span>}</Table.Td>
                <Table.Td className="cd-number cd-right">{one.meetings}</Table.Td>
                {[one.national, one.dues, one.other].map((won, index) => <Table.Td key={index} className="cd-number cd-right cd-nowrap">{writeWon(won, unit) || '-'}</Table.Td>)}
                <Table.Td className="cd-number cd-right">{percentOf(one.dues, one.total)}</Table.Td>
                <Table.Td className="cd-nowrap">{one.required === 0 ? <span className="cd-soft">없음</span> : <span className={one.isMet ? undefined : 'cd-late'}>{one.required}% 이상 {one.isMet ? '충족' : '미달'}</span>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <p className="cd-small cd-soft">개최한 회의의 비용을 사업연도(4월~다음 해 3월)로 셉니다. 공동 회의의 비용은 주관 미니클러스터에만 셉니다.</p>
    </Section>
  );
};

export const Dues = ({ cluster, rule }: { cluster: string; rule: string | null }) => {
  const thisYear = Number(today().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [isUnpaidOnly, setUnpaidOnly] = useState(false);
  const found = useQuery({ queryKey: ['dues', 'membership', 'person', 'organisation', 'dues of', cluster, year], queryFn: () => api.clusters.dues.of.query({ id: cluster, year }), placeholderData: (before) => before });
  if (found.error) return <div className="cd-pad"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div>;
  const sheet = found.data;
  return (
    <>
      <Section title="회비" actions={<WonUnitSwitch />}>
        <div className="cd-dues-bar">
          <div className="cd-row-wrap" role="group" aria-label="연도">
            <Button size="compact-sm" variant="default" aria-label="앞 해" disabled={year <= firstYear} onClick={() => setYear(year - 1)}>‹</Button>
            <strong className="cd-number">{year}년</strong>
            <Button size="compact-sm" variant="default" aria-label="다음 해" disabled={year > thisYear} onClick={() => setYear(year + 1)}>›</Button>
          </div>
          <Checkbox label="미납만" checked={isUnpaidOnly} onChange={(event) => setUnpaidOnly(event.currentTarget.checked)} />
          <div className="cd-end">{sheet ? <ChargeAll key={year} cluster={cluster} year={year} without={sheet.lines.filter((line) => line.isMember && line.owed === null).length} /> : null}</div>
        </div>
        {rule ? <p className="cd-small cd-soft">회비 규정: {rule}</p> : null}
        {!sheet ? <p className="cd-soft">{words.loading}</p> : sheet.lines.length === 0 ? <p className="cd-soft">{year}년에는 회원이 없습니다. 다른 해를 보거나 회원을 먼저 등록해 주세요.</p> : (
          <>
            <Totals sheet={sheet} />
            <DuesTable key={`${cluster} ${sheet.year}`} cluster={cluster} sheet={sheet} isUnpaidOnly={isUnpaidOnly} />
          </>
        )}
      </Section>
      <Shares cluster={cluster} />
    </>
  );
};

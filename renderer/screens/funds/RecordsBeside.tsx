/** The records that add up to a number of 예산·집행, beside the table. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { List } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ExecutionMeasure, ExecutionRow } from '../../../db/funds/api.ts';
import { formatWon } from '../../../db/korean/parse-won.ts';
import { costItemLabel } from '../../../db/reference/cost-items.ts';
import { supportTypeLabel } from '../../../db/reference/support-types.ts';
import { api } from '../../api.ts';
import { useWonUnit } from '../../parts/form/won-unit.ts';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { measureNames, rowName } from './ExecutionGrid.tsx';

const days = { budget: '', granted: '결정일', paid: '교부일', spent: '집행일' } as const;
const whats = { budget: '비고', granted: '과제번호', paid: '비고', spent: '비목' } as const;

export const RecordsBeside = ({ row, measure, onClose }: { row: ExecutionRow; measure: ExecutionMeasure; onClose: () => void }) => {
  const [unit] = useWonUnit();
  const [, go] = useLocation();
  const [failure, setFailure] = useState<unknown>(null);
  const found = useQuery({
    queryKey: ['funds', 'records', measure, row.at, 'task', 'task_step', 'payment', 'spending', 'office_budget'],
    queryFn: () => api.funds.executionRecords.query({ measure, at: row.at }),
  });
  const title = `${rowName(row)} ${measureNames[measure]}`;
  const openTasks = (): void => { api.funds.openTasks.mutate({ measure, at: row.at, label: title }).then(({ id }) => go(`/tasks?selection=${id}`), setFailure); };
  const data = found.data;
  return (
    <div className="cd-record">
      <RecordHeader
        kind="예산·집행" title={title} onClose={onClose}
        badges={data ? <span className="cd-number">{data.count.toLocaleString('ko-KR')}건 · {formatWon(data.sum, unit)}{unit}</span> : null}
        actions={measure === 'budget' || !data || data.count === 0 ? null : <Button variant="default" leftSection={<List size={15} aria-hidden />} onClick={openTasks}>애로과제 목록에서 보기</Button>}
      />
      {failure || found.error ? <div className="cd-pad"><FailureNotice error={failure ?? found.error} onRetry={() => { setFailure(null); void found.refetch(); }} /></div> : null}
      {data ? (
        <div className="cd-pad">
          <table className="cd-funds-table">
            <thead><tr>{measure === 'budget' ? <><th scope="col">지사</th><th scope="col">지원유형</th><th scope="col">차년도</th></> : <><th scope="col">{days[measure]}</th><th scope="col">과제명</th></>}<th scope="col">{whats[measure]}</th><th scope="col" className="cd-funds-number">금액({unit})</th></tr></thead>
            <tbody>
              {data.records.map((one) => (
                <tr key={one.id}>
                  {measure === 'budget'
                    ? <><td>{one.office}</td><td>{supportTypeLabel(one.support_type)}</td><td className="cd-number">{one.program_year}차</td></>
                    : <><td className="cd-number cd-nowrap">{one.on_date}</td><td><Link className="cd-link" href={`/tasks/${one.task ?? ''}?tab=funds`}>{one.title}</Link></td></>}
                  <td>{measure === 'spent' && one.what !== null ? costItemLabel(one.what) : one.what}</td>
                  <td className="cd-funds-number">{formatWon(one.amount, unit)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {data.count > data.records.length ? <p className="cd-soft cd-small">처음 {data.records.length.toLocaleString('ko-KR')}건을 보입니다. 모두 보려면 애로과제 목록에서 보세요.</p> : null}
        </div>
      ) : found.isError ? null : <p className="cd-soft cd-pad">{words.loading}</p>}
    </div>
  );
};

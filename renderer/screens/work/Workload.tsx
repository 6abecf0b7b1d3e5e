/** 업무량: what each coordinator has in hand; every number opens its records. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { AlarmClock, ArrowDown, ArrowUp, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Link } from 'wouter';
import type { Filter } from '../../../db/kernel/list-types.ts';
import type { Scope, WorkloadLine } from '../../../db/work/api.ts';
import { formatWon } from '../../../db/korean/parse-won.ts';
import { api } from '../../api.ts';
import { useStatusText } from '../../parts/frame/status.tsx';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { ActionsBehind } from './ActionsBehind.tsx';
import { totalOf, whoOf, workloadColumns, type WorkloadColumn } from './workload-columns.ts';
import { count } from './words.ts';

export type WorkloadProps = { scope: Scope; slot: HTMLElement | null };

type Asked = { who: Filter | null; which: 'waiting' | 'late'; name: string };
type Order = { column: string; descending: boolean };

const shownOf = (column: WorkloadColumn, value: number): string => (column.kind === 'money' ? formatWon(value, '백만원') : count(value));

const Figure = ({ column, line, who, scope, today, onActions }: { column: WorkloadColumn; line: WorkloadLine; who: Filter | null; scope: Scope; today: string; onActions: (which: 'waiting' | 'late') => void }) => {
  const value = column.value(line);
  if (value === 0) return <span className="cd-soft">-</span>;
  const behind = column.behind(who, scope, today);
  const spoken = `${line.name} ${column.word} ${shownOf(column, value)}`;
  const shown = <>{column.kind === 'late' ? <AlarmClock size={12} aria-hidden /> : null}{shownOf(column, value)}</>;
  const look = column.kind === 'late' ? 'cd-late' : undefined;
  return 'address' in behind
    ? <Link href={behind.address} className={look} aria-label={spoken}>{shown}</Link>
    : <button type="button" className={`cd-link ${look ?? ''}`} aria-label={spoken} onClick={() => onActions(behind.actions)}>{shown}</button>;
};

const sorted = (lines: readonly WorkloadLine[], { column, descending }: Order): WorkloadLine[] => {
  const declared = workloadColumns.find((one) => one.key === column);
  const way = descending ? -1 : 1;
  // Nobody's stands last, whatever the order.
  return lines.toSorted((a, b) => Number(a.person === null) - Number(b.person === null) || way * (declared ? declared.value(a) - declared.value(b) : a.name.localeCompare(b.name, 'ko')) || a.name.localeCompare(b.name, 'ko'));
};

export const Workload = ({ scope, slot }: WorkloadProps) => {
  const [order, setOrder] = useState<Order>({ column: 'open', descending: true });
  const [asked, setAsked] = useState<Asked | null>(null);
  const tasksOnly: Scope = { quick: null, filter: scope.filter };
  const found = useQuery({
    queryKey: ['task', 'session', 'action_item', 'person', 'workload', tasksOnly], queryFn: ({ signal }) => api.work.workload.query(tasksOnly, { signal }), placeholderData: keepPreviousData,
  });
  useStatusText(found.data ? `담당 ${found.data.lines.filter((line) => line.person !== null).length}명` : '');
  if (found.isError) return <div className="cd-pad"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div>;
  if (!found.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const { lines, today } = found.data;
  const total = totalOf(lines);
  const most = Math.max(1, ...lines.map((line) => line.open));
  const head = (key: string, word: string, means: string) => {
    const isBy = order.column === key;
    const Icon = order.descending ? ArrowDown : ArrowUp;
    return (
      <th key={key} scope="col" aria-sort={isBy ? (order.descending ? 'descending' : 'ascending') : 'none'}>
        <button type="button" title={means} onClick={() => setOrder({ column: key, descending: isBy ? !order.descending : key !== 'name' })}>{word}{isBy ? <Icon size={12} aria-hidden /> : null}</button>
      </th>
    );
  };
  if (lines.length === 0) return <EmptyState icon={UsersRound} title="아직 담당 코디네이터가 없습니다.">사람에 ‘코디네이터’ 역할을 주거나 과제에 담당을 정하면 여기에 모입니다.</EmptyState>;
  return (
    <>
      {slot ? createPortal(<span className="cd-soft cd-nowrap">{today} 기준 · 총사업비 단위: 백만원</span>, slot) : null}
      <div className="cd-load">
        <table>
          <caption className="cd-only-spoken">담당별 업무량, {today} 기준</caption>
          <thead><tr>{head('name', '담당', '담당 코디네이터')}{workloadColumns.map((column) => head(column.key, column.word, column.means))}</tr></thead>
          <tbody>
            {sorted(lines, order).map((line) => (
              <tr key={line.person ?? ''}>
                <th scope="row">{line.person === null ? <span className="cd-soft">{line.name}</span> : <Link href={`/people/${line.person}`}>{line.name}</Link>}</th>
                {workloadColumns.map((column) => (
                  <td key={column.key} data-kind={column.kind} data-column={column.key}>
                    {column.key === 'open' ? <span className="cd-load-bar" aria-hidden style={{ width: `${(line.open / most) * 100}%` }} /> : null}
                    <Figure column={column} line={line} who={whoOf(line)} scope={tasksOnly} today={today} onActions={(which) => setAsked({ who: whoOf(line), which, name: line.name })} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">계</th>
              {workloadColumns.map((column) => (
                <td key={column.key} data-kind={column.kind}><Figure column={column} line={total} who={null} scope={tasksOnly} today={today} onActions={(which) => setAsked({ who: null, which, name: '모든 담당' })} /></td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {asked ? <ActionsBehind {...asked} today={today} onClose={() => setAsked(null)} /> : null}
    </>
  );
};

/** The records that make one cell differ: what came, what went, what was edited, by whom and when. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ChangedRecord } from '../../../db/frozen/api.ts';
import { api } from '../../api.ts';
import { formatInstant } from '../../parts/history/HistoryList.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { listOf } from '../reports/list-of.ts';

const hows = [{ how: 'added', word: '들어온 기록' }, { how: 'removed', word: '빠진 기록' }, { how: 'edited', word: '고친 기록' }] as const;

const Reason = ({ record }: { record: ChangedRecord }) => {
  if (record.isNew) return <p className="cd-soft">제출한 뒤에 등록한 기록입니다.</p>;
  if (record.changes.length === 0) return <p className="cd-soft">이 기록은 그대로이고, 딸린 기록이나 이어진 기록이 바뀌었습니다.</p>;
  return (
    <ul>
      {record.changes.map((change) => (
        <li key={`${change.at} ${change.field}`}>
          {change.field === '_del' ? change.label : `${change.label}: ${change.before ?? '(빈 값)'} → ${change.after ?? '(빈 값)'}`} <span className="cd-soft">{change.by} · <time dateTime={change.at}>{formatInstant(change.at)}</time></span>
        </li>
      ))}
    </ul>
  );
};

export const WhyRecords = ({ id, cell, title }: { id: string; cell: string; title: string }) => {
  const answer = useQuery({ queryKey: ['frozen', id, 'why', cell], queryFn: () => api.frozen.why.query({ id, cell }), staleTime: 0 });
  if (answer.isError) return <div className="cd-pad"><FailureNotice error={answer.error} onRetry={() => void answer.refetch()} /></div>;
  return (
    <section className="cd-frozen-records" aria-label={`${title}에서 달라진 기록`}>
      <h3>{title}</h3>
      {answer.isPending ? <p className="cd-soft">{words.loading}</p> : null}
      {hows.map(({ how, word }) => {
        const own = (answer.data?.records ?? []).filter((record) => record.how === how);
        return own.length === 0 ? null : (
          <div key={how}>
            <h4>{word} {own.length.toLocaleString('en-US')}</h4>
            <ul className="cd-frozen-changed">
              {own.map((record) => (
                <li key={record.id}>
                  {record.isDeleted ? <span>{record.label || record.id} <span className="cd-soft">(지운 기록)</span></span> : <Link href={`${listOf[record.page.table] ?? '/tasks'}/${record.page.id}`}>{record.label || '(이름 없음)'}</Link>}
                  <Reason record={record} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {answer.data && answer.data.records.length === 0 ? <p className="cd-soft">센 기록은 같습니다. 숫자는 지표의 정의나 기록의 금액 때문에 달라졌습니다.</p> : null}
      {answer.data && answer.data.more > 0 ? <p className="cd-soft">이 밖에 {answer.data.more.toLocaleString('en-US')}건이 더 있습니다.</p> : null}
    </section>
  );
};

/** 다음 방문: firms in the order in which a visit is due; several are chosen to print their sheets. */
import { Button, Checkbox, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Printer, Route } from 'lucide-react';
import { useState } from 'react';
import type { VisitScope } from '../../../db/rounds/api.ts';
import { api } from '../../api.ts';
import { useStatusText } from '../../parts/frame/status.tsx';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { usePreference } from '../../parts/preferences.tsx';
import { words } from '../../words.ts';
import { complexesOf, namesOf, type Options } from './options.ts';
import { PrintSheets } from './PrintSheets.tsx';
import { VisitRow } from './VisitRow.tsx';

const tables = ['session', 'task', 'task_step', 'action_item', 'organisation', 'membership', 'mini_cluster', 'account', 'distinct_pair'];
/** At most so many sheets at once. */
const mostSheets = 60;

type Chosen = { whose: string; cluster: string | null; complex: string | null; silentDays: number };
const isChosen = (value: unknown): value is Chosen => typeof value === 'object' && value !== null && 'whose' in value && typeof value.whose === 'string' && 'silentDays' in value && typeof value.silentDays === 'number' && 'cluster' in value && 'complex' in value;

/** `p:<person>`, `o:<office>`, or everybody. */
const scopeOf = ({ whose, cluster, complex, silentDays }: Chosen): VisitScope =>
  ({ coordinator: whose.startsWith('p:') ? whose.slice(2) : null, office: whose.startsWith('o:') ? whose.slice(2) : null, cluster, complex, silentDays });

export const NextVisits = ({ options }: { options: Options }) => {
  const [chosen, choose] = usePreference<Chosen>('rounds.next', { whose: options.me ? `p:${options.me}` : 'all', cluster: null, complex: null, silentDays: 90 }, isChosen);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [printing, setPrinting] = useState<readonly string[]>([]);
  const scope = scopeOf(chosen);
  const query = useQuery({ queryKey: [...tables, 'rounds-next', scope], queryFn: ({ signal }) => api.rounds.next.query(scope, { signal }), placeholderData: keepPreviousData });
  const found = query.data;
  useStatusText(found ? `찾아갈 기업 ${found.count.toLocaleString('ko-KR')}곳${picked.size > 0 ? ` · 고른 기업 ${picked.size}곳` : ''}` : '');
  // What is chosen stays chosen only while it is in sight.
  const ids = found?.lines.map(({ organisation }) => organisation).filter((id) => picked.has(id)) ?? [];
  const change = (patch: Partial<Chosen>): void => choose({ ...chosen, ...patch });
  const pick = (id: string, isPicked: boolean): void => setPicked((before) => new Set(isPicked ? [...before, id] : [...before].filter((one) => one !== id)));
  const isAll = found !== undefined && found.lines.length > 0 && ids.length === found.lines.length;
  return (
    <>
      <div className="cd-rounds-bar">
        <Select
          label="누구의 기업" value={chosen.whose} allowDeselect={false} searchable onChange={(whose) => { if (whose) change({ whose }); }}
          data={[{ group: '범위', items: [{ value: 'all', label: '모두' }, ...options.offices.map((office) => ({ value: `o:${office}`, label: office }))] }, { group: '코디네이터', items: namesOf(options.coordinators).map(({ value, label }) => ({ value: `p:${value}`, label: value === options.me ? `${label} (나)` : label })) }]}
        />
        <Select label="미니클러스터" placeholder="모두" clearable searchable value={chosen.cluster} data={namesOf(options.clusters)} onChange={(cluster) => change({ cluster })} />
        <Select label="산업단지" placeholder="모두" clearable searchable value={chosen.complex} data={complexesOf(options)} onChange={(complex) => change({ complex })} />
        <Select label="뜸한 기업" value={String(chosen.silentDays)} allowDeselect={false} data={[30, 60, 90, 180, 365].map((days) => ({ value: String(days), label: `${days}일 넘게` }))} onChange={(days) => { if (days) change({ silentDays: Number(days) }); }} />
        <div className="cd-rounds-do">
          <Button leftSection={<Printer size={15} aria-hidden />} disabled={ids.length === 0 || ids.length > mostSheets} onClick={() => setPrinting(ids)}>방문 준비표{ids.length > 0 ? ` ${ids.length}장` : ''}</Button>
        </div>
      </div>
      {query.error ? <div className="cd-pad"><FailureNotice error={query.error} onRetry={() => void query.refetch()} /></div> : null}
      {!found ? <p className="cd-soft cd-pad">{query.error ? null : words.loading}</p> : found.lines.length === 0 ? (
        <EmptyState icon={Route} title="지금 찾아가야 할 기업이 없습니다."><p>약속한 방문, 기한이 다가온 후속 조치, 뜸한 회원사, 머물러 있는 과제가 있으면 여기에 이유와 함께 나옵니다.</p></EmptyState>
      ) : (
        <div className="cd-rounds-scroll" data-waiting={query.isPlaceholderData || undefined}>
          <table className="cd-rounds-table">
            <thead>
              <tr>
                <th scope="col"><Checkbox aria-label="보이는 기업 모두 고르기" checked={isAll} indeterminate={ids.length > 0 && !isAll} onChange={() => setPicked(isAll ? new Set() : new Set(found.lines.map(({ organisation }) => organisation)))} /></th>
                <th scope="col">점수</th><th scope="col">기업</th><th scope="col">마지막 방문</th><th scope="col">이유</th>
              </tr>
            </thead>
            <tbody>{found.lines.map((line) => <VisitRow key={line.organisation} line={line} isPicked={picked.has(line.organisation)} onPick={(isPicked) => pick(line.organisation, isPicked)} />)}</tbody>
          </table>
          {found.count > found.lines.length ? <p className="cd-soft cd-small">점수가 높은 {found.lines.length.toLocaleString('ko-KR')}곳만 보입니다. 조건을 좁혀 보세요.</p> : null}
          <details className="cd-rounds-rules">
            <summary>점수를 매기는 법</summary>
            <ul>{options.rules.map(({ kind, ko, rule }) => <li key={kind}><b>{ko}</b> {rule}</li>)}</ul>
          </details>
        </div>
      )}
      {printing.length > 0 ? <PrintSheets ids={printing} onDone={() => setPrinting([])} /> : null}
    </>
  );
};

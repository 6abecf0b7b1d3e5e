/** One series: its days with what became of them, its rule, its history. */
import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { meetingSeries } from '../../../db/meetings/fields.ts';
import type { SeriesShown } from '../../../db/series/api.ts';
import { seriesWords } from '../../../db/series/choices.ts';
import { labelOf, type Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { links } from '../../links.ts';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { RecordHistory } from '../../parts/history/RecordHistory.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { ConfirmDialog } from '../../parts/notice/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { Hosts } from '../meetings/Hosts.tsx';
import { DayTable } from './DayTable.tsx';
import { people } from './NewSeries.tsx';
import { SeriesFields } from './SeriesFields.tsx';

type Props = { id: string; onClose: () => void; onOpen: (id: string) => void };

/** The rule and everything a meeting takes over, changed for all or from a day on. */
const Rule = ({ found, onOpen }: { found: SeriesShown; onOpen: (id: string) => void }) => {
  const next = found.days.find((one) => one.meeting === null && one.on >= today())?.day ?? today();
  const [scope, setScope] = useState(found.made > 0 ? 'following' : 'all');
  const [from, setFrom] = useState<Cell>(next);
  const [failure, setFailure] = useState<unknown>(null);
  const since = scope === 'following' && typeof from === 'string' ? from : null;
  const follow = ({ id }: { id: string }) => { if (id !== found.id) onOpen(id); };
  return (
    <Section title="주기와 내용">
      <div className="cd-series-scope">
        <SegmentedControl aria-label="바꿀 범위" size="xs" value={scope} onChange={setScope} data={[{ value: 'all', label: '전체' }, { value: 'following', label: '이후 모두' }]} />
        {scope === 'following' ? <div className="cd-asof"><DateField label="이날부터" value={from} onChange={setFrom} /></div> : null}
        <p className="cd-small cd-soft">{scope === 'following' ? '이날부터 새 주기로 이어지고, 앞의 날과 회의는 그대로입니다.' : '모든 날이 바뀝니다. 이미 연 회의는 그대로입니다.'}</p>
      </div>
      {failure ? <FailureNotice error={failure} /> : null}
      <Hosts hosts={found.clusters} onChange={(hosts) => { setFailure(null); api.series.change.mutate({ id: found.id, patch: {}, clusters: hosts.map((host) => host.id), from: since }).then(follow, setFailure); }} />
      <RecordForm
        type={meetingSeries} values={{ ...found.values }} draftKey={`meeting_series:${found.id}`} quick links={people}
        onSave={(patch) => api.series.change.mutate({ id: found.id, patch, from: since }).then(follow)}
      >
        <SeriesFields names={typeof found.chair === 'string' ? { chair: { label: found.chair } } : {}} />
      </RecordForm>
    </Section>
  );
};

export const SeriesRecord = ({ id, onClose, onOpen }: Props) => {
  const [, go] = useLocation();
  const [removing, setRemoving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const found = useQuery({ queryKey: ['meeting_series', 'series_cluster', 'series_exception', 'meeting', 'mini_cluster', 'person', id], queryFn: () => api.series.get.query({ id }) });
  if (found.error) return <><RecordHeader kind="정기 회의" title="열 수 없습니다" onClose={onClose} /><div className="cd-pad"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div></>;
  if (!found.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const { values, clusters, days } = found.data;
  return (
    <div className="cd-record">
      <RecordHeader
        kind={`정기 회의 · ${labelOf(meetingSeries.fields.kind, values.kind)}`} title={values.title} onClose={onClose}
        badges={(
          <span className="cd-small cd-row-wrap cd-dots">
            <span>{seriesWords(values)}</span>
            {values.until_on ? <span className="cd-number">{values.until_on}까지</span> : null}
            {values.place ? <span>{values.place}</span> : null}
            {clusters.map((one) => <span key={one.id}><button type="button" className="cd-link" onClick={() => go(`/clusters/${one.id}`)}>{one.name}</button></span>)}
          </span>
        )}
        actions={<Button variant="default" aria-label="정기 회의 삭제" title="정기 회의 삭제" px={8} onClick={() => setRemoving(true)}><Trash2 size={14} aria-hidden /></Button>}
      />
      {failure ? <div className="cd-pad"><FailureNotice error={failure} /></div> : null}
      <Section title="회의 날">
        {days.length === 0 ? <p className="cd-soft">이 주기에는 회의 날이 없습니다. 첫 날과 마지막 날을 확인해 주세요.</p> : <DayTable series={id} days={days} today={today()} />}
      </Section>
      <Rule key={`${found.data.made > 0}`} found={found.data} onOpen={onOpen} />
      <Section title="변경 기록"><RecordHistory type={meetingSeries} id={id} load={(one) => api.series.history.query({ id: one })} links={links} /></Section>
      <ConfirmDialog
        opened={removing} title="정기 회의를 삭제할까요?" confirm={words.remove} danger onClose={() => setRemoving(false)}
        onConfirm={() => { setRemoving(false); api.series.remove.mutate({ id }).then(onClose, setFailure); }}
      >
        앞으로의 날만 없어집니다. 이미 만든 회의 {found.data.made}건은 그대로 남습니다.
      </ConfirmDialog>
    </div>
  );
};

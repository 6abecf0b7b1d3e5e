/** 기업·기관: the list by kind, and the open record beside it. */
import { Button, Tabs } from '@mantine/core';
import { Building2, CopyCheck, FileInput, Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Filter } from '../../../db/kernel/list-types.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { api } from '../../api.ts';
import { RecordGrid } from '../../parts/grid/RecordGrid.tsx';
import type { RecordGridHandle } from '../../parts/grid/types.ts';
import { Count } from '../../parts/layout/Count.tsx';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { SplitView } from '../../parts/layout/SplitView.tsx';
import { usePreference } from '../../parts/preferences.tsx';
import type { ScreenProps } from '../../places.ts';
import { useCandidateCount } from '../identity/candidate-count.ts';
import { pasteInto } from '../paste-into.ts';
import { useSelection } from '../use-selection.ts';
import { useOpeningView } from '../views/use-opening-view.ts';
import { ViewMenu } from '../views/ViewMenu.tsx';
import { organisationColumns } from './columns.tsx';
import { NewOrganisation } from './NewOrganisation.tsx';
import { OrganisationRecord } from './OrganisationRecord.tsx';
import './organisations.css';

const tables = ['organisation', 'organisation_past', 'task', 'session', 'person', 'membership'];
const bodies = (organisation.fields.kind.choices ?? []).map((one) => one.code).filter((code) => code !== 'firm');

const lists = [
  { value: 'all', word: '전체', kinds: null, kind: 'firm' },
  { value: 'firms', word: '기업', kinds: ['firm'], kind: 'firm' },
  { value: 'bodies', word: '대학·연구소·지원기관', kinds: bodies, kind: 'university' },
] as const satisfies readonly { value: string; word: string; kinds: readonly string[] | null; kind: string }[];

type List = (typeof lists)[number]['value'];
const isList = (value: unknown): value is List => lists.some((one) => one.value === value);

export const Screen = ({ place, id }: ScreenProps) => {
  const [, go] = useLocation();
  const grid = useRef<RecordGridHandle>(null);
  const selection = useSelection(place);
  const [chosen, setList] = usePreference<List>('organisations.list', 'all', isList);
  const [tab, setTab] = useState('fields');
  // The records behind a number may be of any kind.
  const list = lists.find((one) => one.value === (selection.selection ? 'all' : chosen)) ?? lists[0];
  const duplicates = useCandidateCount();
  const columns = useMemo(() => organisationColumns(list.value), [list.value]);
  useOpeningView('organisations', `organisations.${list.value}`);
  const close = () => { go(place); setTimeout(() => grid.current?.focus(), 0); };
  const make = () => go(`${place}/new`);
  // One kind is asked for as equal, which an index answers; a filter of the user's own comes first.
  const narrowed = (filter: Record<string, Filter>): Record<string, Filter> => {
    if (!list.kinds || filter['kind']) return filter;
    return { ...filter, kind: list.kinds.length === 1 ? { op: 'equals', value: list.kinds[0] } : { op: 'in', values: [...list.kinds] } };
  };
  return (
    <SplitView
      name="organisations" share={0.5} onClose={close}
      record={id === null ? null : id === 'new'
        ? <NewOrganisation kind={list.kind} onClose={close} onMade={(made) => go(`${place}/${made}`)} />
        : <OrganisationRecord key={id} id={id} tab={tab} onTab={setTab} onClose={close} />}
      list={(
        <div className="cd-tabbed">
          <Tabs className="cd-screen-tabs" value={list.value} onChange={(next) => { if (isList(next)) { setList(next); if (selection.selection) selection.onClearSelection(); } }}>
            <Tabs.List aria-label="구분">{lists.map((one) => <Tabs.Tab key={one.value} value={one.value}>{one.word}</Tabs.Tab>)}</Tabs.List>
          </Tabs>
          <RecordGrid
            key={list.value} ref={grid} name={`organisations.${list.value}`} label={list.value === 'firms' ? '기업' : '기업·기관'} columns={columns} tables={tables} openId={id} {...selection}
            views={(viewed) => <ViewMenu screen="organisations" list={viewed} />}
            load={(request, signal) => api.organisations.list.query({ ...request, filter: narrowed(request.filter) }, { signal })}
            // The list shows a complex by its name while the record may hold its code, so what was seen there is no witness.
            onEdit={(record, column, value, was) => api.organisations.change.mutate({ id: record, patch: { [column]: value }, ...(column === 'complex' ? {} : { was: { [column]: was } }) })}
            onPaste={pasteInto((changes) => api.organisations.changeMany.mutate({ changes }), ['complex'])}
            newRows={{ required: ['name'], add: (rows) => api.organisations.createMany.mutate({ rows: rows.map((values) => ({ kind: list.kind, ...values })) }) }}
            onOpen={(row) => go(`${place}/${row.id}`)}
            actions={(
              <>
                <Button variant="default" leftSection={<CopyCheck size={14} aria-hidden />} onClick={() => go('/identity')}>중복 확인{duplicates ? <Count>{duplicates}</Count> : null}</Button>
                <Button variant="default" leftSection={<FileInput size={14} aria-hidden />} onClick={() => go('/import')}>가져오기</Button>
                <Button leftSection={<Plus size={14} aria-hidden />} onClick={make}>새로 등록</Button>
              </>
            )}
            empty={(
              <EmptyState
                icon={Building2} title={list.value === 'bodies' ? '아직 대학·연구소·지원기관이 없습니다.' : '아직 등록한 기업이 없습니다.'}
                action={{ label: 'CSV 목록 가져오기', onClick: () => go('/import') }} second={{ label: '직접 등록', onClick: make }}
              >
                받은 기업 목록 파일이 있으면 가져오기로 시작하세요. 열 이름이 달라도 알아서 맞추고, 저장하기 전에 미리 보여 드립니다.
              </EmptyState>
            )}
          />
        </div>
      )}
    />
  );
};

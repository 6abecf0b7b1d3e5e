/** 사람: the list, and the open person beside it. */
import { Button } from '@mantine/core';
import { FileInput, Plus, Users } from 'lucide-react';
import { useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { PersonValues } from '../../../db/people/api.ts';
import { api } from '../../api.ts';
import { RecordGrid } from '../../parts/grid/RecordGrid.tsx';
import type { NewRows, RecordGridHandle } from '../../parts/grid/types.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { SplitView } from '../../parts/layout/SplitView.tsx';
import type { ScreenProps } from '../../places.ts';
import { pasteInto } from '../paste-into.ts';
import { useSelection } from '../use-selection.ts';
import { useOpeningView } from '../views/use-opening-view.ts';
import { ViewMenu } from '../views/ViewMenu.tsx';
import { personColumns } from './columns.tsx';
import { PersonForm } from './PersonForm.tsx';
import { PersonRecord } from './PersonRecord.tsx';
import './people.css';

const tables = ['person', 'organisation', 'attendance', 'session_attendee', 'membership'];

const newPeople: NewRows = {
  required: ['name'], takes: ['organisation_name'],
  add: (rows) => api.people.createMany.mutate({ rows: rows.map(({ organisation_name: body, ...values }) => ({ values, organisationName: typeof body === 'string' ? body : null })) }),
};

const NewPerson = ({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) => {
  const given = new URLSearchParams(useSearch());
  return (
    <div className="cd-record">
      <RecordHeader kind="사람" title="새로 등록" onClose={onClose} />
      <PersonForm
        isNew draftKey="person:new" onCancel={onClose} values={{ name: given.get('name'), organisation: given.get('organisation') }}
        onSave={async (patch) => onMade((await api.people.create.mutate({ values: patch as PersonValues })).id)}
      />
    </div>
  );
};

export const Screen = ({ place, id }: ScreenProps) => {
  const [, go] = useLocation();
  const grid = useRef<RecordGridHandle>(null);
  const selection = useSelection(place);
  useOpeningView('people', 'people');
  const [tab, setTab] = useState('fields');
  const close = () => { go(place); setTimeout(() => grid.current?.focus(), 0); };
  const make = () => go(`${place}/new`);
  return (
    <SplitView
      name="people" share={0.46} onClose={close}
      record={id === null ? null : id === 'new' ? <NewPerson onClose={close} onMade={(made) => go(`${place}/${made}`)} /> : <PersonRecord key={id} id={id} tab={tab} onTab={setTab} onClose={close} />}
      list={(
        <RecordGrid
          ref={grid} name="people" label="사람" columns={personColumns} tables={tables} openId={id} {...selection}
          views={(viewed) => <ViewMenu screen="people" list={viewed} />}
          load={(request, signal) => api.people.list.query(request, { signal })}
          onEdit={(record, column, value, was) => api.people.change.mutate({ id: record, patch: { [column]: value }, was: { [column]: was } })}
          onPaste={pasteInto((changes) => api.people.changeMany.mutate({ changes }))}
          newRows={newPeople}
          onOpen={(row) => go(`${place}/${row.id}`)}
          actions={(
            <>
              <Button variant="default" leftSection={<FileInput size={14} aria-hidden />} onClick={() => go('/import')}>가져오기</Button>
              <Button leftSection={<Plus size={14} aria-hidden />} onClick={make}>새로 등록</Button>
            </>
          )}
          empty={(
            <EmptyState icon={Users} title="아직 등록한 사람이 없습니다." action={{ label: 'CSV 목록 가져오기', onClick: () => go('/import') }} second={{ label: '직접 등록', onClick: make }}>
              상담이나 회의에서 만난 사람을 적으면 여기에 모입니다.
            </EmptyState>
          )}
        />
      )}
    />
  );
};

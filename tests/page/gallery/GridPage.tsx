/** A list with a record beside it. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import { RecordGrid } from '../../../renderer/parts/grid/RecordGrid.tsx';
import { columnOf, type GridColumn } from '../../../renderer/parts/grid/types.ts';
import { RecordHeader } from '../../../renderer/parts/layout/RecordHeader.tsx';
import { Section } from '../../../renderer/parts/layout/Section.tsx';
import { SplitView } from '../../../renderer/parts/layout/SplitView.tsx';
import { StatusBadge } from '../../../renderer/parts/layout/StatusBadge.tsx';
import { firmOptions, load, rows, sample } from './sample.ts';

const columns: GridColumn[] = [
  columnOf(sample, 'number', { pinned: true, width: 110 }),
  columnOf(sample, 'title', { editable: true, width: 280 }),
  columnOf(sample, 'firm', { text: (row) => firmOptions.find((one) => one.id === row['firm'])?.label ?? '', filterable: false }),
  columnOf(sample, 'state', { editable: true, render: (row) => <StatusBadge tone={row['state'] === 'done' ? 'done' : row['state'] === 'held' ? 'paused' : 'active'}>{row['state'] === 'done' ? '완료' : row['state'] === 'held' ? '보류' : '진행'}</StatusBadge> }),
  columnOf(sample, 'areas'),
  columnOf(sample, 'received_on', { editable: true }),
  columnOf(sample, 'budget', { editable: true }),
  columnOf(sample, 'people', { editable: true }),
  columnOf(sample, 'is_urgent', { editable: true }),
  columnOf(sample, 'note', { editable: true, hidden: true }),
];

const refuse = (column: string): never => {
  throw Object.assign(new Error('refused'), { data: { refusal: { code: 'conflict', message: '다른 사람이 먼저 고쳤습니다.', details: [{ field: column, message: '과제명: 다른 사람이 먼저 고쳤습니다. 지금 값은 ‘새 이름’입니다.' }] } } });
};

export const GridPage = () => {
  const [open, setOpen] = useState<ListRow | null>(null);
  return (
    <SplitView
      name="gallery" onClose={() => setOpen(null)}
      list={(
        <RecordGrid
          name="gallery" label="애로과제" columns={columns} load={load} tables={['sample']} openId={open?.id ?? null}
          onOpen={(row) => { window.calls.push(['open', row.id]); setOpen(row); }}
          onPreview={(row) => { window.calls.push(['preview', row.id]); setOpen(row); }}
          onFocusRow={(row) => { if (open && row) setOpen(row); }}
          onEdit={async (id, column, value, was) => {
            window.calls.push(['edit', id, column, value, was]);
            await new Promise((resolve) => setTimeout(resolve, 10));
            if (value === '거절') refuse(column);
            const row = rows.find((one) => one.id === id);
            if (row) row[column] = value;
          }}
          onPaste={async (changes, overflow) => {
            window.calls.push(['paste', changes, overflow]);
            for (const change of changes) { const row = rows.find((one) => one.id === change.id); if (row) row[change.column] = change.value; }
          }}
          newRows={{ required: ['title'], add: async (added) => { window.calls.push(['add', added]); } }}
          actions={<Button>새 과제</Button>}
          bulk={(ids) => <Button variant="default">{ids.length}건 내보내기</Button>}
        />
      )}
      record={open ? (
        <>
          <RecordHeader kind="애로과제" number={String(open['number'])} title={String(open['title'])} badges={<StatusBadge tone="active">진행</StatusBadge>} actions={<Button variant="default">과제 관리카드</Button>} onClose={() => setOpen(null)} />
          <Section title="상담" count={3} actions={<Button variant="default">상담 기록</Button>}><p>도면을 받아 검토하고 다음 주에 다시 방문하기로 했습니다.</p></Section>
          <Section title="후속 조치"><p className="cd-soft">아직 없습니다.</p></Section>
        </>
      ) : null}
    />
  );
};

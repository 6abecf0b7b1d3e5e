/** How the rows are taken: what happens to values that are already there, and what new records are. */
import { SegmentedControl, Select } from '@mantine/core';
import { organisation } from '../../../db/organisations/fields.ts';
import { changeImport, useImportState, type Preview } from './import-state.ts';

const policies = [{ value: 'fill', label: '빈 칸만 채움' }, { value: 'overwrite', label: '덮어씀' }] as const;
/** KSIC revisions a list may be coded in (the 11th is in force since 2024-07-01). */
const revisions = [{ value: '9', label: '9차' }, { value: '10', label: '10차' }, { value: '11', label: '11차' }];

export const ImportOptions = ({ mapping, busy }: { mapping: Preview['mapping']; busy: boolean }) => {
  const { target, options } = useImportState();
  const has = (key: string): boolean => mapping.some((column) => column.target === key);
  const change = (patch: Partial<typeof options>): void => changeImport({ options: { ...options, ...patch }, page: 1 });
  return (
    <div className="cd-im-controls">
      <div className="cd-im-control">
        <span id="cd-im-policy">이미 있는 기록</span>
        <SegmentedControl aria-labelledby="cd-im-policy" disabled={busy} value={options.policy} data={[...policies]} onChange={(value) => change({ policy: value === 'overwrite' ? 'overwrite' : 'fill' })} />
        <span className="cd-soft cd-small">{options.policy === 'fill' ? '저장된 값은 그대로 둡니다.' : '파일의 값으로 바꿉니다.'}</span>
      </div>
      {target === 'organisation' ? (
        <div className="cd-im-control">
          <label htmlFor="cd-im-kind">새 기록의 구분</label>
          <Select
            id="cd-im-kind" w="7.5rem" disabled={busy} allowDeselect={false} value={options.kind} onChange={(value) => { if (value) change({ kind: value }); }}
            data={organisation.fields.kind.choices?.map((one) => ({ value: one.code, label: one.ko })) ?? []}
          />
        </div>
      ) : null}
      {target === 'organisation' && has('industry_code') && !has('industry_revision') ? (
        <div className="cd-im-control">
          <label htmlFor="cd-im-revision">업종코드 차수</label>
          <Select id="cd-im-revision" w="5rem" disabled={busy} allowDeselect={false} value={String(options.ksicRevision)} data={revisions} onChange={(value) => { if (value) change({ ksicRevision: Number(value) }); }} />
        </div>
      ) : null}
    </div>
  );
};

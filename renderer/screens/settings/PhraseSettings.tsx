/** 상용구: text that recurs, one's own and the shared ones. */
import { Button, Modal, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { labelOf } from '../../../db/kernel/field.ts';
import type { PhraseLine } from '../../../db/sessions/api.ts';
import { phrase } from '../../../db/sessions/fields.ts';
import { api } from '../../api.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

export const PhraseSettings = () => {
  const found = useQuery({ queryKey: ['phrase', 'account', 'list'], queryFn: () => api.sessions.phrases.list.query({ use: null }) });
  const [open, setOpen] = useState<PhraseLine | 'new' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  if (found.error) return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  const known = open === 'new' || open === null ? null : open;
  const close = () => setOpen(null);
  return (
    <Section title="상용구" {...(found.data ? { count: found.data.length } : {})} actions={<Button leftSection={<Plus size={14} aria-hidden />} onClick={() => setOpen('new')}>새 상용구</Button>}>
      <p className="cd-soft">상담과 회의의 긴 글에서 / 나 Alt+P를 누르면 넣을 수 있습니다.</p>
      {failure ? <FailureNotice error={failure} /> : null}
      {found.data && found.data.length > 0 ? (
        <Table>
          <Table.Thead><Table.Tr><Table.Th>이름</Table.Th><Table.Th>쓰는 곳</Table.Th><Table.Th>내용</Table.Th><Table.Th /></Table.Tr></Table.Thead>
          <Table.Tbody>
            {found.data.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Th scope="row">{one.title}{one.is_shared === 1 ? <span className="cd-soft cd-small"> 함께 씀</span> : null}</Table.Th>
                <Table.Td className="cd-nowrap">{labelOf(phrase.fields.use, one.use)}</Table.Td>
                <Table.Td><div className="cd-two-lines">{one.body}</div></Table.Td>
                <Table.Td>
                  {one.isOwn === 1 ? (
                    <span className="cd-row-wrap">
                      <Button size="compact-sm" variant="default" onClick={() => setOpen(one)}>고치기</Button>
                      <Button size="compact-sm" variant="default" onClick={() => { setFailure(null); api.sessions.phrases.remove.mutate({ id: one.id }).catch(setFailure); }}>{words.remove}</Button>
                    </span>
                  ) : null}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      <Modal opened={open !== null} onClose={close} size={520} title={known ? '상용구 고치기' : '새 상용구'} closeButtonProps={{ 'aria-label': words.close }}>
        {open === null ? null : (
          <RecordForm
            type={phrase} isNew={known === null} values={known ? { title: known.title, body: known.body, use: known.use, is_shared: known.is_shared } : { use: 'advice', is_shared: 0 }} onCancel={close}
            onSave={async (patch) => { if (known) await api.sessions.phrases.change.mutate({ id: known.id, patch }); else await api.sessions.phrases.create.mutate({ values: patch }); close(); }}
          >
            <div className="cd-form-grid">
              <FieldInput name="title" autoFocus />
              <FieldInput name="use" />
              <div className="cd-wide"><FieldInput name="body" /></div>
              <FieldInput name="is_shared" />
            </div>
          </RecordForm>
        )}
      </Modal>
    </Section>
  );
};

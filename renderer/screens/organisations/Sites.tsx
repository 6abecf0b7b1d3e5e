/** Places of work (사업장) of an organisation: added and changed in place. */
import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { site } from '../../../db/organisations/fields.ts';
import type { OrganisationRelations, SiteValues } from '../../../db/organisations/api.ts';
import { api } from '../../api.ts';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { sentenceOf } from '../../refusal.ts';
import { words } from '../../words.ts';
import { shownComplex } from './ComplexInput.tsx';
import { SiteFields } from './SiteFields.tsx';

const EditSite = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const found = useQuery({ queryKey: ['site', id], queryFn: () => api.organisations.sites.get.query({ id }) });
  if (found.error) return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <p className="cd-soft">{words.loading}</p>;
  const stored = found.data.values;
  const save = (patch: FormValues, was: FormValues) =>
    api.organisations.sites.change.mutate({ id, patch: patch as SiteValues, was: ('complex' in was ? { ...was, complex: stored.complex } : was) as SiteValues });
  return (
    <RecordForm type={site} values={{ ...stored, complex: shownComplex(stored.complex), factory_no: stored.factory_no === null ? null : (site.fields.factory_no.show?.(stored.factory_no) ?? stored.factory_no) }} onSave={save} onSaved={onDone} onCancel={onDone} draftKey={`site:${id}`} quick>
      <SiteFields organisation={stored.organisation} id={id} />
    </RecordForm>
  );
};

export const Sites = ({ organisation, relations }: { organisation: string; relations: OrganisationRelations }) => {
  const [open, setOpen] = useState<string | null>(null);
  const remove = (id: string) => api.organisations.sites.remove.mutate({ id }).then(
    () => notifications.show({ message: '사업장을 삭제했습니다. Ctrl+Z로 되돌릴 수 있습니다.' }),
    (error: unknown) => notifications.show({ color: 'danger', title: '삭제하지 못했습니다', message: sentenceOf(error) }),
  );
  return (
    <Section title="사업장" count={relations.sites.length} actions={<Button size="compact-sm" variant="default" leftSection={<Plus size={13} aria-hidden />} onClick={() => setOpen('new')}>사업장 더하기</Button>}>
      {open === 'new' ? (
        <RecordForm
          type={site} values={{ organisation }} isNew quick onCancel={() => setOpen(null)} onSaved={() => setOpen(null)}
          onSave={(patch) => api.organisations.sites.create.mutate({ values: { ...patch, organisation } as SiteValues })}
        >
          <SiteFields organisation={organisation} />
        </RecordForm>
      ) : null}
      {relations.sites.length === 0 && open !== 'new' ? <p className="cd-soft">본사 외에 등록한 사업장이 없습니다.</p> : null}
      <ul className="cd-linked">
        {relations.sites.map((one) => (open === one.id ? <li key={one.id} className="cd-linked-edit"><EditSite id={one.id} onDone={() => setOpen(null)} /></li> : (
          <li key={one.id}>
            <span className="cd-linked-main"><b>{one.name}</b><span className="cd-linked-note">{[one.complex, one.address, one.factory_no].filter(Boolean).join(' · ')}</span></span>
            <span className="cd-linked-side cd-small cd-number">
              {one.employees === null ? null : `${one.employees.toLocaleString('ko-KR')}명`}
              <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`고치기: ${one.name}`} title="고치기" onClick={() => setOpen(one.id)}><Pencil size={13} aria-hidden /></ActionIcon>
              <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`삭제: ${one.name}`} title="삭제" onClick={() => void remove(one.id)}><Trash2 size={13} aria-hidden /></ActionIcon>
            </span>
          </li>
        )))}
      </ul>
    </Section>
  );
};

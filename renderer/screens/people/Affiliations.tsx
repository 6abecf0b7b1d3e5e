/** 소속 이력 of a person: corrected in place; a change of 소속 in the form adds its own lines. */
import { useQuery } from '@tanstack/react-query';
import { affiliation } from '../../../db/people/fields.ts';
import type { AffiliationValues } from '../../../db/people/api.ts';
import { api } from '../../api.ts';
import { organisationLink } from '../../links.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { LineTable } from '../../parts/lines/LineTable.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import './people.css';

export const Affiliations = ({ person }: { person: string }) => {
  const found = useQuery({ queryKey: ['affiliation', 'organisation', 'of person', person], queryFn: () => api.people.affiliationsOf.query({ id: person }) });
  return (
    <Section title="소속 이력">
      <p className="cd-small cd-soft">개요에서 소속을 바꾸면 예전 소속이 그 전날로 끝나고 새 줄이 생깁니다. 끝이 빈 줄이 지금 소속입니다.</p>
      {found.error ? <FailureNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <p className="cd-soft">{words.loading}</p> : null}
      {found.data ? (
        <div className="cd-affiliations"><LineTable
          type={affiliation} at="affiliation" lines={found.data} links={{ organisation: { source: organisationLink, name: 'organisation_name' } }}
          columns={[{ field: 'organisation' }, { field: 'position', width: '5rem' }, { field: 'from_on', width: '8.75rem' }, { field: 'to_on', width: '8.75rem' }]}
          onAdd={(values) => api.people.affiliations.create.mutate({ values: { ...values, person } as AffiliationValues })}
          onChange={(id, patch, was) => api.people.affiliations.change.mutate({ id, patch: patch as AffiliationValues, was: was as AffiliationValues })}
          onRemove={(id) => api.people.affiliations.remove.mutate({ id })}
        /></div>
      ) : null}
    </Section>
  );
};

/** What is kept beside the fields: legal size by certificate, former names and addresses; corrected in place. */
import { useQuery } from '@tanstack/react-query';
import { organisationPast, sizeClass } from '../../../db/organisations/fields.ts';
import type { OrganisationPastValues, OrganisationProfile, SizeClassValues } from '../../../db/organisations/api.ts';
import { api } from '../../api.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { LineTable } from '../../parts/lines/LineTable.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import './organisations.css';

const useProfile = (organisation: string) =>
  useQuery({ queryKey: ['organisation_past', 'size_class', 'organisation', 'profile of', organisation], queryFn: () => api.organisations.profile.query({ id: organisation }) });

const Loaded = ({ organisation, children }: { organisation: string; children: (found: OrganisationProfile) => React.ReactNode }) => {
  const found = useProfile(organisation);
  if (found.error) return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  return found.data ? children(found.data) : <p className="cd-soft">{words.loading}</p>;
};

export const SizeClasses = ({ organisation }: { organisation: string }) => (
  <Section title="기업 규모(법적)">
    <p className="cd-small cd-soft">중소기업확인서 따위에 적힌 규모와 기간을 옮겨 적습니다. 3년 평균 매출과 업종으로 정해지므로 여기서 계산하지 않습니다.</p>
    <Loaded organisation={organisation}>
      {({ sizes }) => (
        <div className="cd-sizes"><LineTable
          type={sizeClass} at="size_class" lines={sizes} columns={[{ field: 'size', width: '6.5rem' }, { field: 'valid_from', width: '8.75rem' }, { field: 'valid_until', width: '8.75rem' }, { field: 'certificate' }]}
          onAdd={(values) => api.organisations.sizes.create.mutate({ values: { ...values, organisation } as SizeClassValues })}
          onChange={(id, patch, was) => api.organisations.sizes.change.mutate({ id, patch: patch as SizeClassValues, was: was as SizeClassValues })}
          onRemove={(id) => api.organisations.sizes.remove.mutate({ id })}
        /></div>
      )}
    </Loaded>
  </Section>
);

export const Pasts = ({ organisation }: { organisation: string }) => (
  <Section title="이름·주소 이력">
    <p className="cd-small cd-soft">이름이나 주소를 고치면 예전 값이 여기에 남습니다. 예전 이름으로 찾아도 이 기업이 나옵니다.</p>
    <Loaded organisation={organisation}>
      {({ pasts }) => (
        <div className="cd-pasts"><LineTable
          type={organisationPast} at="organisation_past" lines={pasts} start={{ what: 'name' }} columns={[{ field: 'what', width: '5.5rem' }, { field: 'value' }, { field: 'until_on', width: '8.75rem' }]}
          onAdd={(values) => api.organisations.pasts.create.mutate({ values: { ...values, organisation } as OrganisationPastValues })}
          onChange={(id, patch, was) => api.organisations.pasts.change.mutate({ id, patch: patch as OrganisationPastValues, was: was as OrganisationPastValues })}
          onRemove={(id) => api.organisations.pasts.remove.mutate({ id })}
        /></div>
      )}
    </Loaded>
  </Section>
);

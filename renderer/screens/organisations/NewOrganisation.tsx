/** A firm or organisation entered by hand. */
import { useSearch } from 'wouter';
import type { OrganisationValues } from '../../../db/organisations/api.ts';
import { api } from '../../api.ts';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';

export const NewOrganisation = ({ kind, onClose, onMade }: { kind: string; onClose: () => void; onMade: (id: string) => void }) => {
  const name = new URLSearchParams(useSearch()).get('name');
  return (
    <div className="cd-record">
      <RecordHeader kind="기업·기관" title="새로 등록" onClose={onClose} />
      <OrganisationForm
        draftKey="organisation:new" onCancel={onClose} values={{ kind, status: 'active', ...(name ? { name } : {}) }}
        onSave={async (patch) => onMade((await api.organisations.create.mutate({ values: patch as OrganisationValues })).id)}
      />
    </div>
  );
};

/** A new evaluation meeting: name and day; tasks and evaluators come next. */
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { FocusFirst } from '../../parts/form/FocusFirst.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { CommitteeForm } from './CommitteeForm.tsx';

export const NewCommittee = ({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) => (
  <>
    <RecordHeader kind="평가회의" title="새 평가회의" onClose={onClose} />
    <FocusFirst>
      <CommitteeForm
        isNew draftKey="committee:new" onCancel={onClose} values={{ kind: 'regional', held_on: today(), status: 'planned' }}
        onSave={async (values) => onMade((await api.evaluations.create.mutate({ values })).id)}
      />
    </FocusFirst>
  </>
);

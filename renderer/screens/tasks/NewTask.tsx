/** A task entered directly, without a session. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { FocusFirst } from '../../parts/form/FocusFirst.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { words } from '../../words.ts';
import { TaskForm } from './TaskForm.tsx';
import '../../parts/layout/record.css';

export const NewTask = ({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) => {
  const about = useQuery({ queryKey: ['account', 'about'], queryFn: () => api.device.about.query() });
  return (
    <div className="cd-record">
      <RecordHeader kind="애로과제" title="새 애로과제" onClose={onClose} />
      {about.isPending ? <p className="cd-soft cd-pad">{words.loading}</p> : (
        <FocusFirst>
          <TaskForm
            isNew draftKey="task:new" onCancel={onClose}
            values={{ status: 'discovered', found_on: today(), coordinator: about.data?.account?.person ?? null }}
            onSave={async (patch) => {
              const { status: _status, ...values } = patch;
              onMade((await api.tasks.create.mutate({ values })).id);
            }}
          />
        </FocusFirst>
      )}
    </div>
  );
};

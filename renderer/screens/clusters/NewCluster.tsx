/** A new mini-cluster: its name, hub and day of founding; members come next. */
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { FocusFirst } from '../../parts/form/FocusFirst.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { ClusterForm } from './ClusterForm.tsx';

export const NewCluster = ({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) => (
  <>
    <RecordHeader kind="미니클러스터" title="새 미니클러스터" onClose={onClose} />
    <FocusFirst>
      <ClusterForm
        isNew draftKey="mini_cluster:new" onCancel={onClose} values={{ kind: 'general', founded_on: today() }}
        onSave={async (values) => onMade((await api.clusters.create.mutate({ values })).id)}
      />
    </FocusFirst>
  </>
);

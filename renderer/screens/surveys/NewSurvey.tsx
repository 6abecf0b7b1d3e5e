/** A new survey: name, year and scale; items and answers come next. */
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { FocusFirst } from '../../parts/form/FocusFirst.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { SurveyForm } from './SurveyForm.tsx';

export const NewSurvey = ({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) => (
  <>
    <RecordHeader kind="만족도 조사" title="새 조사" onClose={onClose} />
    <FocusFirst>
      <SurveyForm
        isNew draftKey="survey:new" onCancel={onClose} values={{ year: Number(today().slice(0, 4)), lowest: 1, highest: 5 }}
        onSave={async (values) => onMade((await api.surveys.create.mutate({ values })).id)}
      />
    </FocusFirst>
  </>
);

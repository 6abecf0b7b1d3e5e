/** The boxes of a captured task, and of a captured follow-up. */
import { TextInput } from '@mantine/core';
import { task } from '../../db/tasks/fields.ts';
import { personLink } from '../links.ts';
import { ChoiceField } from '../parts/form/ChoiceField.tsx';
import { DateField } from '../parts/form/DateField.tsx';
import { FieldLabel } from '../parts/form/FieldInput.tsx';
import { LinkPicker } from '../parts/form/LinkPicker.tsx';
import { StandingNotice } from '../screens/organisations/StandingNotice.tsx';
import { LongText } from './LongText.tsx';
import type { CaptureFieldsProps } from './SessionFields.tsx';

export const TaskFields = ({ draft, set, errorOf }: CaptureFieldsProps) => (
  <>
    <TextInput label="과제명" autoComplete="off" maxLength={200} value={draft.title} error={errorOf('title')} onChange={(event) => set({ title: event.currentTarget.value })} />
    <div className="cd-capture-next">
      <ChoiceField required label={<FieldLabel ko="주 분야" required />} choices={task.fields.field.choices ?? []} value={draft.field} error={errorOf('field')} onChange={(field) => set({ field })} />
      <DateField label="발굴일" value={draft.date} error={errorOf('found_on')} onChange={(date) => set({ date })} />
    </div>
    <StandingNotice organisation={draft.firm} day={draft.date} />
    <LongText label="애로 내용" value={draft.summary} error={errorOf('need_text')} onChange={(summary) => set({ summary })} />
  </>
);

export const ActionFields = ({ draft, set, errorOf, coordinator }: CaptureFieldsProps & { coordinator: string | null }) => (
  <>
    <TextInput label="할 일" autoComplete="off" maxLength={500} value={draft.what} error={errorOf('what')} onChange={(event) => set({ what: event.currentTarget.value })} />
    <div className="cd-capture-next">
      <LinkPicker {...personLink} label="담당" value={draft.owner ?? coordinator} onChange={(owner) => set({ owner })} />
      <DateField label="기한" value={draft.due} error={errorOf('due_on')} onChange={(due) => set({ due })} />
    </div>
  </>
);

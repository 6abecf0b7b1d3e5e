/** 회의록: the text of the minutes, saved by Ctrl+S and kept as a draft meanwhile. */
import { useFormContext, useWatch } from 'react-hook-form';
import { Button, Textarea } from '@mantine/core';
import type { Cell } from '../../../db/kernel/field.ts';
import { meeting } from '../../../db/meetings/fields.ts';
import { api } from '../../api.ts';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';

const outline = '□ 개요\n  ○ \n□ 주요 논의\n  ○ \n□ 결정 사항\n  ○ \n□ 향후 계획\n  ○ ';

const Text = () => {
  const { control, setValue } = useFormContext<FormValues>();
  const text = String(useWatch({ control, name: 'minutes' }) ?? '');
  return (
    <>
      <Textarea label={meeting.fields.minutes.ko} autosize minRows={16} value={text} onChange={(event) => setValue('minutes', event.currentTarget.value, { shouldDirty: true })} placeholder="회의 내용을 씁니다. □ ○ - 로 단계를 나눕니다." />
      {text === '' ? <div><Button variant="default" onClick={() => setValue('minutes', outline, { shouldDirty: true })}>목차 넣기 (□ 개요 · 논의 · 결정 · 계획)</Button></div> : null}
    </>
  );
};

export const Minutes = ({ id, values }: { id: string; values: Readonly<Record<string, Cell>> }) => (
  <RecordForm type={meeting} values={values} draftKey={`meeting:${id}:minutes`} onSave={(patch, was) => api.meetings.change.mutate({ id, patch, was })}><Text /></RecordForm>
);

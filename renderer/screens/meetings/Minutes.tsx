/** 회의록: the text of the minutes, saved by Ctrl+S and kept as a draft meanwhile. It can be put together from agenda, attendance and follow-ups. */
import { useFormContext, useWatch } from 'react-hook-form';
import { Button, Textarea } from '@mantine/core';
import type { Cell } from '../../../db/kernel/field.ts';
import { meeting } from '../../../db/meetings/fields.ts';
import { api } from '../../api.ts';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { say } from './say.ts';

const outline = '□ 개요\n  ○ \n□ 주요 논의\n  ○ \n□ 결정 사항\n  ○ \n□ 향후 계획\n  ○ ';

const Text = ({ id }: { id: string }) => {
  const { control, setValue } = useFormContext<FormValues>();
  const text = String(useWatch({ control, name: 'minutes' }) ?? '');
  return (
    <>
      <Textarea label={meeting.fields.minutes.ko} autosize minRows={16} value={text} onChange={(event) => setValue('minutes', event.currentTarget.value, { shouldDirty: true })} placeholder="회의 내용을 씁니다. □ ○ - 로 단계를 나눕니다." />
      <div className="cd-row-wrap">
        <Button variant="default" onClick={() => void api.meetings.minutes.query({ id }).then((found) => setValue('minutes', text.trim() === '' ? found.text : `${text.trimEnd()}\n\n${found.text}`, { shouldDirty: true }), say)}>
          {text.trim() === '' ? '기록으로 회의록 만들기' : '기록으로 만든 회의록을 아래에 붙이기'}
        </Button>
        {text === '' ? <Button variant="default" onClick={() => setValue('minutes', outline, { shouldDirty: true })}>목차 넣기 (□ 개요 · 논의 · 결정 · 계획)</Button> : null}
      </div>
    </>
  );
};

export const Minutes = ({ id, values }: { id: string; values: Readonly<Record<string, Cell>> }) => (
  <RecordForm type={meeting} values={values} draftKey={`meeting:${id}:minutes`} onSave={(patch, was) => api.meetings.change.mutate({ id, patch, was })}><Text id={id} /></RecordForm>
);

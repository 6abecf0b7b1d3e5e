/** When it was and how long: typed as people write it (1.5h, 90분, 14:00-15:30), with a clock or without. */
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { formatLength, lengthOf, parseContact, parseLength } from '../../../db/korean/parse-span.ts';
import { session } from '../../../db/sessions/fields.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import { useRecordForm, type FormValues } from '../../parts/form/form-context.ts';
import { TypedField } from '../../parts/form/TypedField.tsx';

const unread = '1.5h, 90분, 14:00-15:30처럼 적어 주세요.';
const isTime = (value: Cell | undefined): value is string => typeof value === 'string' && /^\d\d:\d\d$/.test(value);
const asText = (value: Cell): string => String(value ?? '');

/** The length; a stretch fills start and end, a length fills the end or, without a start, the minutes themselves. */
const Length = () => {
  const { control, setValue } = useFormContext<FormValues>();
  const { readOnly } = useRecordForm();
  const [start, end, written] = useWatch({ control, name: ['start_at', 'end_at', 'contact_minutes'] });
  const [wrong, setWrong] = useState<string | null>(null);
  const minutes = (isTime(start) && isTime(end) ? lengthOf(start, end) : null) ?? (typeof written === 'number' ? written : null);
  const put = (values: FormValues) => { for (const [name, value] of Object.entries(values)) setValue(name, value, { shouldDirty: true, shouldValidate: name === 'end_at' && value !== null }); };
  return (
    <TypedField
      label="상담 시간" placeholder="1.5h, 90분, 2시~3시반" name="contact_minutes" disabled={readOnly} value={wrong ?? (minutes === null ? null : formatLength(minutes))} write={asText} read={(text) => text} error={wrong === null ? undefined : unread}
      onChange={(value) => {
        const read = value === null ? null : parseContact(String(value), isTime(start) ? start : null);
        setWrong(value !== null && read === null ? String(value) : null);
        if (value === null) put({ end_at: null, contact_minutes: null });
        else if (read && 'minutes' in read) put({ contact_minutes: read.minutes });
        else if (read) put({ start_at: read.start, end_at: read.end, contact_minutes: null });
      }}
    />
  );
};

/** 준비 시간, by the same hand. */
export const PreparationTime = () => {
  const { control, setValue } = useFormContext<FormValues>();
  const { readOnly } = useRecordForm();
  const minutes = useWatch({ control, name: 'preparation_minutes' });
  const isWrong = typeof minutes === 'string' && minutes !== '';
  return (
    <TypedField
      label={session.fields.preparation_minutes.ko} placeholder="30분, 1h" name="preparation_minutes" disabled={readOnly} value={minutes ?? null} write={(value) => (typeof value === 'number' ? formatLength(value) : asText(value))} read={parseLength}
      error={isWrong ? '30분, 1.5h처럼 적어 주세요.' : undefined} onChange={(value) => setValue('preparation_minutes', value, { shouldDirty: true })}
    />
  );
};

export const ContactTime = () => (
  <>
    <FieldInput name="start_at" />
    <FieldInput name="end_at" />
    <Length />
  </>
);

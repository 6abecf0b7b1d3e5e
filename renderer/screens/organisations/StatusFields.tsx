/** 상태 of a firm; of one that is gone or has moved also since when, and who goes on. */
import { useFormContext, useWatch } from 'react-hook-form';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import { today } from '../../parts/form/DateField.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';

export const StatusFields = () => {
  const { control, setValue, getValues } = useFormContext<FormValues>();
  const status = useWatch({ control, name: 'status' });
  const isGone = typeof status === 'string' && status !== '' && status !== 'active';
  return (
    <>
      <FieldInput name="status" onValue={(next) => { if (typeof next === 'string' && next !== 'active' && getValues('status_on') === null) setValue('status_on', today(), { shouldDirty: true }); }} />
      {isGone ? <FieldInput name="status_on" label="언제부터" /> : null}
      {isGone ? <FieldInput name="succeeded_by" /> : null}
    </>
  );
};

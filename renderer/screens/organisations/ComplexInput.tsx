/** 산업단지 of the record around it: one of the known complexes, or any other name as it is written in a file. */
import { Autocomplete } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import { complexes } from '../../../db/reference/complexes.ts';
import { useRecordForm, type FormValues } from '../../parts/form/form-context.ts';

/** Names of the known complexes. */
export const complexNames: readonly string[] = complexes.map((one) => one.ko);

/** A complex as people read it: a stored code becomes its name. */
export const shownComplex = (codeOrName: unknown): string | null =>
  (typeof codeOrName === 'string' ? (complexes.find((one) => one.code === codeOrName)?.ko ?? codeOrName) : null);

export const ComplexInput = () => {
  const { type, readOnly } = useRecordForm();
  const { control, getFieldState, formState } = useFormContext<FormValues>();
  return (
    <Controller
      name="complex" control={control}
      render={({ field }) => (
        <Autocomplete
          label={type.fields['complex']?.ko} data={[...complexNames]} limit={40} maxDropdownHeight={220} disabled={readOnly} error={getFieldState('complex', formState).error?.message}
          name={field.name} ref={field.ref} value={typeof field.value === 'string' ? field.value : ''} onBlur={field.onBlur} onChange={(value) => field.onChange(value === '' ? null : value)}
        />
      )}
    />
  );
};

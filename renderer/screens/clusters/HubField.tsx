/** The hub complex: one of the known ones by any of its syllables or initial consonants, or any other text. */
import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Controller, useFormContext } from 'react-hook-form';
import { miniCluster } from '../../../db/clusters/fields.ts';
import { api } from '../../api.ts';
import { matchesTyped } from '../../parts/form/ChoiceField.tsx';
import { FieldLabel } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';

export const HubField = () => {
  const { control } = useFormContext<FormValues>();
  const hubs = useQuery({ queryKey: ['hubs'], queryFn: () => api.clusters.hubs.query(), staleTime: Infinity });
  const known = hubs.data ?? [];
  return (
    <Controller
      name="hub" control={control}
      render={({ field, fieldState }) => {
        const code = String(field.value ?? '');
        const hub = known.find((one) => one.code === code || one.ko === code);
        return (
          <Autocomplete
            ref={field.ref} name={field.name} onBlur={field.onBlur} label={<FieldLabel ko={miniCluster.fields.hub.ko} required />} error={fieldState.error?.message}
            description={hub?.region ?? undefined} placeholder="창원, ㅊㅇ" autoComplete="off" aria-required autoSelectOnBlur
            data={known.map((one) => one.ko)} value={hub?.ko ?? code}
            filter={({ options, search }) => options.filter((option) => 'value' in option && matchesTyped(option.value, search))}
            onChange={(typed) => field.onChange(known.find((one) => one.ko === typed)?.code ?? (typed || null))}
          />
        );
      }}
    />
  );
};

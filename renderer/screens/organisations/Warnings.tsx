/** What deserves a look in the form around it: a number whose check digit fails, a record that looks like the same body, a code without its revision, a state without a day. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import type { OrganisationValues } from '../../../db/organisations/api.ts';
import { api } from '../../api.ts';
import type { FormValues } from '../../parts/form/form-context.ts';
import { WarningList } from './WarningList.tsx';

const restMs = 350;
/** What the check looks at. */
const looked = ['name', 'address', 'province', 'district', 'phone', 'representative', 'business_no', 'business_no_reason', 'corporate_no', 'corporate_no_reason', 'founded_on', 'industry_code', 'industry_revision', 'status', 'status_on', 'succeeded_by'] as const;

/** `about` the industry alone, or everything else: each where it is typed. */
export const Warnings = ({ id, about }: { id?: string; about: 'industry' | 'rest' }) => {
  const { control } = useFormContext<FormValues>();
  const written = useWatch({ control, name: [...looked] });
  const [asked] = useDebouncedValue(JSON.stringify(Object.fromEntries(looked.map((name, at) => [name, written[at] ?? null]))), restMs);
  const found = useQuery({
    queryKey: ['organisation', 'site', 'distinct_pair', 'task', 'check', id ?? '', asked],
    queryFn: () => api.organisations.check.query({ values: JSON.parse(asked) as OrganisationValues, ...(id ? { id } : {}) }),
    placeholderData: keepPreviousData,
  });
  return <WarningList warnings={found.data?.filter((warning) => warning.field.startsWith('industry_') === (about === 'industry'))} />;
};

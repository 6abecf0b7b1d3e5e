/** Fields of a place of work, with remarks on its factory number. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { api } from '../../api.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { ComplexInput } from './ComplexInput.tsx';
import { WarningList } from './WarningList.tsx';

const restMs = 350;

const NumberWarnings = ({ organisation, id }: { organisation: string; id?: string }) => {
  const { control } = useFormContext<FormValues>();
  const [asked] = useDebouncedValue(useWatch({ control, name: 'factory_no' }) ?? null, restMs);
  const found = useQuery({
    queryKey: ['site', 'check', organisation, id ?? '', asked], enabled: asked !== null, placeholderData: keepPreviousData,
    queryFn: () => api.organisations.sites.check.query({ values: { organisation, factory_no: asked === null ? null : String(asked) }, ...(id ? { id } : {}) }),
  });
  return asked === null ? null : <WarningList warnings={found.data} />;
};

export const SiteFields = ({ organisation, id }: { organisation: string; id?: string }) => (
  <div className="cd-form-grid">
    <FieldInput name="name" autoFocus placeholder="제2공장" />
    <ComplexInput />
    <FieldInput name="employees" />
    <div className="cd-wide"><FieldInput name="address" /></div>
    <FieldInput name="factory_no" placeholder="13011 10006 24600" help="공장등록증의 15자리. 목록에서는 가려집니다." />
    <FieldInput name="products" />
    <div className="cd-wide"><NumberWarnings organisation={organisation} {...(id ? { id } : {})} /></div>
  </div>
);

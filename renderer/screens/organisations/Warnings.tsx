/** What deserves a look in the form around it: a number whose check digit fails, the same number or name elsewhere. Nothing here stops a save. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Link } from 'wouter';
import { api } from '../../api.ts';
import type { FormValues } from '../../parts/form/form-context.ts';

const restMs = 350;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const Warnings = ({ id }: { id?: string }) => {
  const { control } = useFormContext<FormValues>();
  const [name, business, corporate] = useWatch({ control, name: ['name', 'business_no', 'corporate_no'] });
  const [asked] = useDebouncedValue([textOf(name), textOf(business), textOf(corporate)].join('\n'), restMs);
  const found = useQuery({
    queryKey: ['organisation', 'check', id ?? '', asked],
    queryFn: () => {
      const [givenName = '', businessNo = '', corporateNo = ''] = asked.split('\n');
      return api.organisations.check.query({ values: { name: givenName, business_no: businessNo, corporate_no: corporateNo }, ...(id ? { id } : {}) });
    },
    placeholderData: keepPreviousData,
  });
  if (!found.data || found.data.length === 0) return null;
  return (
    <ul className="cd-warnings" role="status">
      {found.data.map((warning) => (
        <li key={warning.field + warning.message}>
          <TriangleAlert size={14} aria-hidden />
          <span>
            {warning.message}
            {warning.others.map((other) => <Link key={other.id} href={`/organisations/${other.id}`}>{other.name} 열기</Link>)}
          </span>
        </li>
      ))}
    </ul>
  );
};

/** 개인정보 동의: what of it stands, and what is missing (domain: attendee lists need purpose, period and consent). */
import { useFormContext, useWatch } from 'react-hook-form';
import type { Cell } from '../../../db/kernel/field.ts';
import { consentOf } from '../../../db/people/choices.ts';
import { person } from '../../../db/people/fields.ts';
import { daysTo } from '../../days.ts';
import { today } from '../../parts/form/DateField.tsx';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { FieldGroup } from '../../parts/layout/FieldGroup.tsx';
import { ConsentMark } from './ConsentMark.tsx';

const textOf = (value: Cell | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);

const Said = () => {
  const { control } = useFormContext<FormValues>();
  const [on, scope, until] = useWatch({ control, name: ['consent_on', 'consent_scope', 'retention_until'] });
  const consent = { consent_on: textOf(on), consent_scope: textOf(scope), retention_until: textOf(until) };
  const { state, missing } = consentOf(consent, today());
  const words = state === 'none' ? '동의를 받은 날이 없습니다. 동의서를 받고 날짜와 범위, 보유 기한을 적어 주세요.'
    : state === 'expired' ? `보유 기한이 ${-daysTo(consent.retention_until ?? '')}일 지났습니다. 동의를 다시 받거나 개인정보를 지워 주세요.`
      : missing.length > 0 ? `아직 적지 않은 것: ${missing.map((name) => person.fields[name].ko).join(', ')}` : `${consent.retention_until ?? ''}까지 보유합니다. ${daysTo(consent.retention_until ?? '')}일 남았습니다.`;
  return <p className="cd-wide cd-consent" data-state={state} role="status"><ConsentMark code={state} /><span>{words}</span></p>;
};

export const ConsentFields = ({ isNew }: { isNew: boolean }) => (
  <FieldGroup title="개인정보 동의">
    {isNew ? null : <Said />}
    <FieldInput name="consent_on" />
    <FieldInput name="consent_scope" placeholder="회의 참석자 명부" />
    <FieldInput name="retention_until" />
  </FieldGroup>
);

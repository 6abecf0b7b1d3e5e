/** 사업자등록번호 and 법인등록번호: what the digits say, and why a number stands whose sum fails. */
import { useFormContext, useWatch } from 'react-hook-form';
import { businessNumberFault, businessNumberKind, corporateNumberFault } from '../../../db/korean/identifiers.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const BusinessNumber = () => {
  const { control } = useFormContext<FormValues>();
  const [number, reason] = useWatch({ control, name: ['business_no', 'business_no_reason'] });
  const kind = businessNumberKind(textOf(number));
  return (
    <>
      <FieldInput name="business_no" placeholder="124-81-00998" {...(kind ? { help: `가운데 두 자리: ${kind}` } : {})} />
      {businessNumberFault(textOf(number)) === 'sum' || textOf(reason) !== '' ? <FieldInput name="business_no_reason" label="이 번호를 쓰는 사유" placeholder="사업자등록증 사본 확인" help="검증번호가 맞지 않을 때 적습니다." /> : null}
    </>
  );
};

export const CorporateNumber = () => {
  const { control } = useFormContext<FormValues>();
  const [number, reason] = useWatch({ control, name: ['corporate_no', 'corporate_no_reason'] });
  return (
    <>
      <FieldInput name="corporate_no" placeholder="130111-0006246" />
      {corporateNumberFault(textOf(number)) === 'sum' || textOf(reason) !== '' ? <FieldInput name="corporate_no_reason" label="법인등록번호 확인" placeholder="등기부등본 확인" help="적지 않아도 저장됩니다." /> : null}
    </>
  );
};

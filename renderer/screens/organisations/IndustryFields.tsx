/** 업종 of a firm: the code with the revision it was given by, because codes move between revisions. */
import { useFormContext, useWatch } from 'react-hook-form';
import { kicoxGroupOf, ksicRevisions, revisionOn, splitIndustryCode } from '../../../db/reference/industries.ts';
import { today } from '../../parts/form/DateField.tsx';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';

export const IndustryFields = () => {
  const { control } = useFormContext<FormValues>();
  const [code, revision] = useWatch({ control, name: ['industry_code', 'industry_revision'] });
  const group = typeof code === 'string' ? kicoxGroupOf(splitIndustryCode(code).code) : null;
  const known = ksicRevisions.find((one) => one.revision === revision);
  return (
    <>
      <FieldInput name="industry_code" placeholder="29294" {...(group ? { help: `공단 10개 업종: ${group.ko}` } : {})} />
      <FieldInput name="industry_revision" placeholder={String(revisionOn(today()) ?? '')} {...(known ? { help: `${known.from}부터 쓴 차수` } : {})} />
    </>
  );
};

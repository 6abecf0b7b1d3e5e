/** Fields of a series with the rule said in plain words while it is typed. */
import { useWatch } from 'react-hook-form';
import { useFormContext } from 'react-hook-form';
import { ruleDays, seriesWords } from '../../../db/series/choices.ts';
import { writeDate } from '../../parts/form/DateField.tsx';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** `매월 둘째 수요일 14:00` and the first days of it. */
export const SaidRule = () => {
  const { control } = useFormContext<FormValues>();
  const [frequency, every, start_on, from_on, until_on, start_at, end_at, days] = useWatch({ control, name: ['frequency', 'every', 'start_on', 'from_on', 'until_on', 'start_at', 'end_at', 'days'] });
  if (typeof frequency !== 'string' || !isDay(start_on)) return <p className="cd-series-said cd-soft">주기와 첫 날을 정하면 회의 날이 나옵니다.</p>;
  const rule = { frequency, every: number(every), start_on, from_on: isDay(from_on) ? from_on : null, until_on: isDay(until_on) ? until_on : null };
  const first = ruleDays(rule, rule.from_on ?? start_on, '9999-12-31', 3);
  return (
    <p className="cd-series-said" role="status">
      <strong>{seriesWords({ ...rule, start_at: text(start_at), end_at: text(end_at), days: number(days) })}</strong>
      <span className="cd-small cd-soft cd-number">{first.length === 0 ? '이 주기에는 회의 날이 없습니다.' : `${first.map(writeDate).join(', ')}${first.length === 3 ? ' …' : ''}`}</span>
    </p>
  );
};

export const SeriesFields = ({ isNew = false, names = {} }: { isNew?: boolean; names?: Readonly<Record<string, { label: string }>> }) => (
  <>
    <div className="cd-form-grid">
      <div className="cd-wide"><FieldInput name="title" placeholder="월례 운영위원회" autoFocus={isNew} /></div>
      <FieldInput name="kind" />
      <FieldInput name="frequency" />
      <FieldInput name="every" help="1이면 매번, 2이면 한 번씩 걸러" />
      <FieldInput name="start_on" />
      <FieldInput name="until_on" help="정하지 않으면 비워 둡니다." />
      <FieldInput name="days" />
      <FieldInput name="start_at" />
      <FieldInput name="end_at" />
      <FieldInput name="place" />
      <FieldInput name="chair" {...(names['chair'] ? { valueLabel: names['chair'].label } : {})} />
    </div>
    <SaidRule />
    <FieldInput name="agenda" />
  </>
);

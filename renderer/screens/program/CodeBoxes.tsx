/** Several codes of a form's field as boxes to tick, in groups: what is switched off, all to be seen at once. */
import { Checkbox } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import type { FormValues } from '../../parts/form/form-context.ts';

export type CodeGroup = { title: string | null; choices: readonly { code: string; ko: string }[] };

export const CodeBoxes = ({ name, label, help, groups }: { name: string; label: string; help: string; groups: readonly CodeGroup[] }) => {
  const { control } = useFormContext<FormValues>();
  const order = groups.flatMap((group) => group.choices.map((one) => one.code));
  return (
    <Controller
      name={name} control={control}
      render={({ field, fieldState }) => {
        const chosen = typeof field.value === 'string' && field.value !== '' ? field.value.split(',') : [];
        const toggle = (code: string, isOn: boolean) => {
          const next = isOn ? [...chosen, code] : chosen.filter((one) => one !== code);
          // Known codes in the order of the list; one of a newer version stays behind them.
          field.onChange(next.length === 0 ? null : [...order.filter((one) => next.includes(one)), ...next.filter((one) => !order.includes(one))].join(','));
        };
        return (
          <fieldset className="cd-code-boxes">
            <legend>{label} <span className="cd-soft cd-number">{chosen.length}개</span></legend>
            <p className="cd-soft cd-small">{help}</p>
            {groups.map((group) => (
              <div key={group.title ?? ''} className="cd-code-group">
                {group.title === null ? null : <b className="cd-small">{group.title}</b>}
                <div className="cd-row-wrap">
                  {group.choices.map((one, index) => (
                    <Checkbox key={one.code} {...(group === groups[0] && index === 0 ? { ref: field.ref } : {})} label={one.ko} checked={chosen.includes(one.code)} onBlur={field.onBlur} onChange={(event) => toggle(one.code, event.currentTarget.checked)} />
                  ))}
                </div>
              </div>
            ))}
            {fieldState.error?.message ? <p role="alert" className="cd-error">{fieldState.error.message}</p> : null}
          </fieldset>
        );
      }}
    />
  );
};

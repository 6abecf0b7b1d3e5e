/** Asked in the form of a stored organisation whose name or address is being changed to another one. */
import { useFormContext, useWatch } from 'react-hook-form';
import type { Cell } from '../../../db/kernel/field.ts';
import { foldName } from '../../../db/korean/names.ts';
import { addressKey } from '../../../db/reference/address.ts';
import type { FormValues } from '../../parts/form/form-context.ts';
import { ChangeQuestion, type Meaning } from '../../parts/form/ChangeQuestion.tsx';

const textOf = (value: Cell | undefined): string => (typeof value === 'string' ? value.trim() : '');

/** Asked once: at the name, or at the address when only that changes. */
export const PastQuestion = ({ at, stored, meaning, onChange }: { at: 'name' | 'address'; stored: Readonly<Record<string, Cell>>; meaning: Meaning; onChange: (meaning: Meaning) => void }) => {
  const { control } = useFormContext<FormValues>();
  const [name, address] = useWatch({ control, name: ['name', 'address'] });
  // Another spelling of the same is kept by nobody.
  const isRenamed = textOf(stored['name']) !== '' && textOf(name) !== '' && foldName(textOf(stored['name'])) !== foldName(textOf(name));
  const isMoved = textOf(stored['address']) !== '' && addressKey(textOf(stored['address'])) !== addressKey(textOf(address));
  if (at === 'name' ? !isRenamed : isRenamed || !isMoved) return null;
  const kept = [isRenamed ? `이름 ‘${textOf(stored['name'])}’` : '', isMoved ? `주소 ‘${textOf(stored['address'])}’` : ''].filter(Boolean).join(', ');
  return <div className="cd-wide"><ChangeQuestion meaning={meaning} onChange={onChange}>{`예전 ${kept}${isRenamed ? ': 이력에 남기고, 예전 이름으로도 찾습니다.' : ': 이력에 남깁니다.'}`}</ChangeQuestion></div>;
};

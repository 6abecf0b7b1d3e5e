/** Asked when a name, an address or a 소속 is about to change: from which day, or was it only a slip of the pen. */
import { Checkbox } from '@mantine/core';
import { History } from 'lucide-react';
import type { Cell } from '../../../db/kernel/field.ts';
import { DateField, today } from './DateField.tsx';

/** As the application takes it. */
export type Meaning = { from?: string; isTypo?: boolean };

/** What the question shows when nobody touched it: today. */
export const said = (meaning: Meaning): Meaning => (meaning.isTypo === true ? { isTypo: true } : { from: meaning.from ?? today() });

export type ChangeQuestionProps = { /** What will be kept. */ children: string; meaning: Meaning; onChange: (meaning: Meaning) => void };

const asDay = (value: Cell): string => (typeof value === 'string' ? value : '');

export const ChangeQuestion = ({ children, meaning, onChange }: ChangeQuestionProps) => (
  <div className="cd-change-question" role="group" aria-label="언제부터 바뀌었습니까?">
    <History size={15} aria-hidden />
    <p className={meaning.isTypo ? 'cd-soft' : undefined}>{meaning.isTypo ? '오타로 보고 예전 값을 남기지 않습니다.' : children}</p>
    <DateField label="언제부터" value={meaning.from ?? today()} disabled={meaning.isTypo === true} onChange={(value) => onChange({ ...meaning, from: asDay(value) })} />
    <Checkbox label="오타 고침" checked={meaning.isTypo === true} onChange={(event) => onChange({ ...meaning, isTypo: event.currentTarget.checked })} />
  </div>
);

/** The line that says of a table that it was handed in, on the screen, on paper and in the file. */
import type { FrozenLine } from './frozen-types.ts';

const dayText = (day: string): string => day.split('-').map((part) => `${Number(part)}.`).join(' ');

/** `제출본 · 2026. 3. 2. 국토교통부 제출 · 문서 산단-12 · 제출자 김보고`, with the withdrawal where there is one. */
export const stampOf = ({ submitted_on, submitted_to, submitted_by, document_no, withdrawn_on }: Pick<FrozenLine, 'submitted_on' | 'submitted_to' | 'submitted_by' | 'document_no' | 'withdrawn_on'>): string => [
  `제출본 · ${dayText(submitted_on)} ${submitted_to} 제출`, ...(document_no === null ? [] : [`문서 ${document_no}`]), `제출자 ${submitted_by}`, ...(withdrawn_on === null ? [] : [`${dayText(withdrawn_on)} 철회`]),
].join(' · ');

/** Conditions and reasons that stand for every task without its own. */
import { TextInput } from '@mantine/core';

export type Common = { conditions: string; reason: string };

export const CommonWords = ({ value, onChange }: { value: Common; onChange: (value: Common) => void }) => (
  <div className="cd-ev-common">
    <TextInput label="선정 조건 (비워 둔 과제에)" placeholder="예: 없음" value={value.conditions} onChange={(event) => onChange({ ...value, conditions: event.currentTarget.value })} />
    <TextInput label="탈락·보완 사유 (비워 둔 과제에)" placeholder="예: 평가 점수가 선정 기준에 못 미침" value={value.reason} onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })} />
  </div>
);

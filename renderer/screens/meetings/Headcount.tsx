/** 명부 없는 인원: people of an old paper record, known only by their number. */
import { notifications } from '@mantine/notifications';
import { parseInteger } from '../../../db/korean/parse-number.ts';
import { api } from '../../api.ts';
import { TypedField } from '../../parts/form/TypedField.tsx';
import { sentenceOf } from '../../refusal.ts';

export const Headcount = ({ meeting, value }: { meeting: string; value: number | null }) => (
  <div className="cd-headcount">
    <TypedField
      label="명부 없는 인원" name="headcount_only" unit="명" inputMode="numeric" value={value} read={parseInteger} write={(count) => String(count ?? '')}
      onChange={(count) => {
        if (typeof count === 'string') notifications.show({ color: 'danger', title: '인원을 숫자로 입력해 주세요', message: `‘${count}’을(를) 숫자로 읽지 못했습니다.` });
        else api.meetings.change.mutate({ id: meeting, patch: { headcount_only: count } }).catch((error: unknown) => notifications.show({ color: 'danger', title: '저장하지 못했습니다', message: sentenceOf(error) }));
      }}
    />
    <span className="cd-small cd-soft">이름 없이 인원만 아는 참석자입니다. 명부와 따로 셉니다.</span>
  </div>
);

import { notifications } from '@mantine/notifications';
import { sentenceOf } from '../../refusal.ts';

/** Says why something typed in place was not stored. */
export const say = (error: unknown): void => { notifications.show({ color: 'danger', title: '저장하지 못했습니다', message: sentenceOf(error) }); };

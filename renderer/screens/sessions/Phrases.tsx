/** A box of long text with the phrases (상용구) of its use. */
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { PhraseMenu, type Phrase } from '../../parts/form/PhraseMenu.tsx';
import { sentenceOf } from '../../refusal.ts';

export type PhrasesProps = {
  use: 'summary' | 'advice' | 'discussion' | 'decision';
  /** Offered before the kept ones. */
  first?: readonly Phrase[];
  disabled?: boolean;
  children: ReactNode;
};

export const Phrases = ({ use, first = [], ...menu }: PhrasesProps) => (
  <PhraseMenu
    {...menu}
    load={async () => [...first, ...(await api.sessions.phrases.list.query({ use }))]}
    onKeep={(title, body) => api.sessions.phrases.create.mutate({ values: { title, body, use, is_shared: 0 } }).then(
      () => notifications.show({ message: `상용구 ‘${title}’을(를) 저장했습니다. 설정의 ‘상담 입력·마감’에서 고칠 수 있습니다.` }),
      (error: unknown) => { notifications.show({ color: 'danger', title: '저장하지 못했습니다', message: sentenceOf(error) }); throw error; })}
  />
);

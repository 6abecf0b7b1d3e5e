/** Sentences that more than one part says. */
export const words = {
  product: '클러스터데스크',
  save: '저장',
  cancel: '취소',
  close: '닫기',
  open: '열기',
  remove: '삭제',
  required: '필수',
  yes: '예',
  no: '아니요',
  undo: '실행 취소',
  redo: '다시 실행',
  retry: '다시 시도',
  loading: '불러오는 중입니다.',
  none: '없음',
} as const;

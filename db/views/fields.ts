/** Saved views (보기): a list's filter, sort and columns under a name, shared in the office. */
import { choice, flag, int, long, record, text } from '../kernel/field.ts';
import { viewScreens } from './choices.ts';

export const savedView = record('saved_view', { ko: '보기', en: 'Saved view' }, {
  screen: choice({ ko: '화면', en: 'Screen', required: true, choices: viewScreens }),
  name: text({ ko: '보기 이름', en: 'Name', required: true, max: 60 }),
  /** JSON: filters, sort, columns. */
  content: long({ ko: '내용', en: 'Content', required: true }),
  is_shared: flag({ ko: '함께 쓰기', en: 'Shared' }),
  owner: int({ ko: '만든 사람', en: 'Owner' }),
});

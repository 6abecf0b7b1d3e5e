/** Action items (후속 조치): what someone promised in a session, a meeting or for a task; alive until closed. */
import { choice, date, link, long, record, text } from '../kernel/field.ts';
import { actionStatuses } from '../reference/choices/meeting.ts';

export const actionItem = record('action_item', { ko: '후속 조치', en: 'Action item' }, {
  what: text({ ko: '할 일', en: 'What', required: true, max: 500, search: true }),
  owner: link({ ko: '담당', en: 'Owner', to: 'person' }),
  due_on: date({ ko: '기한', en: 'Due on' }),
  status: choice({ ko: '상태', en: 'Status', required: true, choices: actionStatuses }),
  done_on: date({ ko: '완료일', en: 'Done on' }),
  session: link({ ko: '상담', en: 'From session', to: 'session' }),
  meeting: link({ ko: '회의', en: 'From meeting', to: 'meeting' }),
  agenda_item: link({ ko: '안건', en: 'From agenda item', to: 'agenda_item' }),
  task: link({ ko: '과제', en: 'For task', to: 'task' }),
  organisation: link({ ko: '기업', en: 'For firm', to: 'organisation' }),
  note: long({ ko: '비고', en: 'Note' }),
});

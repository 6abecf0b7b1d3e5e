/** Accounts: who writes. The number is what the log carries. */
import { choice, int, link, record, text } from '../kernel/field.ts';
import { accountRoles } from './choices.ts';

export const account = record('account', { ko: '사용자', en: 'Account' }, {
  name: text({ ko: '이름', en: 'Name', required: true, max: 60, personal: true }),
  number: int({ ko: '사용자 번호', en: 'Number', required: true, max: 2 ** 31 - 1 }),
  role: choice({ ko: '역할', en: 'Role', required: true, choices: accountRoles }),
  office: text({ ko: '소속 지사', en: 'Office' }),
  person: link({ ko: '사람', en: 'Person', to: 'person' }),
});

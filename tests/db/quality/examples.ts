/** For every rule of the quality queue: a record that breaks it and one that keeps it. Run by rules.test.ts, which fails for a rule without both. */
import type { AnyRecord, Cell } from '../../../db/kernel/field.ts';
import { account } from '../../../db/accounts/fields.ts';
import { membership, miniCluster } from '../../../db/clusters/fields.ts';
import { payment } from '../../../db/funds/fields.ts';
import { relationId } from '../../../db/kernel/id.ts';
import type { Tx } from '../../../db/kernel/write.ts';
import { attendance, meeting } from '../../../db/meetings/fields.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { midCheck, performance } from '../../../db/outcomes/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { session, sessionTask } from '../../../db/sessions/fields.ts';
import { participant, task, taskStep } from '../../../db/tasks/fields.ts';

/** The day on which every example is looked at. */
export const lookedAtOn = '2014-02-10';

export type Scene = { tx: Tx; firm: string; partner: string; cluster: string; coordinator: string };
type Values = Record<string, Cell>;

export const scene = (tx: Tx): Scene => {
  const firm = tx.create(organisation, { name: '(주)한빛정밀', kind: 'firm', employees: 42 });
  const partner = tx.create(organisation, { name: '한국대학교', kind: 'university' });
  const cluster = tx.create(miniCluster, { name: '정밀금형', hub: 'CW', kind: 'general', founded_on: '2008-01-01' });
  const coordinator = tx.create(person, { name: '김하나', roles: 'coordinator' });
  tx.create(account, { name: '김하나', number: 31, role: 'coordinator', office: '창원지사', person: coordinator });
  tx.create(membership, { cluster, organisation: firm, kind: 'firm', joined_on: '2008-02-01' });
  return { tx, firm, partner, cluster, coordinator };
};

// Past the rules of the door, as rows from another device or an older version come.
const put = (tx: Tx, type: AnyRecord, id: string, values: Values): string => { tx.put(type, id, values); return id; };
let serial = 0;

/** A task of 2012 that nothing is wrong with, in the state 수행중 since September 2013. */
export const aTask = ({ tx, firm, partner, cluster, coordinator }: Scene, values: Values = {}): string => {
  serial += 1;
  const id = put(tx, task, `task-${serial}`, {
    title: '도금 불량 개선', task_no: `08-CW-${serial}`, status: 'in-progress', need_text: '불량률이 높음', field: 'rnd', found_by: 'direct', lead_org: firm, cluster, coordinator, received_by: coordinator,
    support_type: 'production-technology', route: 'committee', program_year: 8, found_on: '2012-04-02', received_on: '2012-04-10', planned_on: '2012-06-01', plan_goal: '불량률 1%', planned_cost: 100_000_000, plan_doc: '계획서.hwp',
    decided_on: '2012-07-20', granted: 75_000_000, conditions: '없음', agreement_no: '2012-77', agreed_on: '2012-08-20', start_on: '2013-09-01', end_on: '2014-08-31',
    fund_national: 75_000_000, fund_local: 0, fund_private_cash: 10_000_000, fund_private_in_kind: 15_000_000, employees_at_decision: 42, first_national_rnd: 'no', ...values,
  });
  tx.create(participant, { task: id, organisation: partner, role: 'partner' }, relationId('participant', id, partner));
  tx.create(taskStep, { task: id, to_status: String(values['status'] ?? 'in-progress'), on_date: String(values['start_on'] ?? '2013-09-01') });
  return id;
};
const since = (tx: Tx, id: string, status: string, on: string): string => {
  for (const step of tx.read.column<string>('SELECT id FROM task_step WHERE task = ?', [id])) tx.remove(taskStep, step);
  tx.create(taskStep, { task: id, to_status: status, on_date: on });
  return id;
};
const aSession = ({ tx, firm, coordinator }: Scene, values: Values = {}): string => {
  serial += 1;
  return put(tx, session, `session-${serial}`, {
    session_no: `CL-${serial}`, visit_on: '2014-02-03', start_at: '10:00', end_at: '11:00', mode: 'phone', coordinator, organisation: firm, summary: '불량', advice: '공정 조건을 바꿈', result: 'ongoing', status: 'submitted', ...values,
  });
};
const aMeeting = ({ tx, coordinator }: Scene, values: Values = {}): string => { serial += 1; return put(tx, meeting, `meeting-${serial}`, { title: '정기총회', kind: 'regular-assembly', start_on: '2014-01-20', recorder: coordinator, ...values }); };

type Example = {
  /** Makes what the rule must find; answers the id of the record that is named. */
  breaks: (scene: Scene) => string;
  /** Makes what comes close and is right. */
  keeps: (scene: Scene) => unknown;
  /** Where the line leads, when it is not the record itself. */
  leadsTo?: (scene: Scene) => string;
};

const closed = { status: 'completed', completed_on: '2012-12-31', start_on: '2012-09-01', final_grade: 'success', final_report_on: '2012-12-20', has_no_outputs: 1, end_on: '2012-12-31' };

export const examples: Readonly<Record<string, Example>> = {
  'task.required': { breaks: (s) => aTask(s, { start_on: null }), keeps: (s) => { const id = aTask(s, { status: 'mid-check' }); s.tx.create(midCheck, { task: id, on_date: '2014-01-10', checker: s.coordinator, result: 'continue' }); } },
  'task.route': { breaks: (s) => aTask(s, { route: 'lead-coordinator' }), keeps: (s) => aTask(s) },
  'task.support-type': { breaks: (s) => aTask(s, { support_type: 'smart-rnd' }), keeps: (s) => aTask(s, { status: 'planning', support_type: 'smart-rnd' }) },
  'task.cap': { breaks: (s) => aTask(s, { fund_national: 100_000_001, granted: 100_000_001, fund_private_cash: 50_000_000 }), keeps: (s) => aTask(s, { fund_national: 100_000_000, granted: 100_000_000, fund_private_cash: 50_000_000 }) },
  'task.share': {
    breaks: (s) => aTask(s, { support_type: 'single-year-rnd', program_year: 18, found_on: '2022-04-02', decided_on: '2022-07-01', size_class_at_decision: 'small', fund_national: 100_000_000, granted: 100_000_000, fund_private_cash: 33_333_333, fund_private_in_kind: 0 }),
    keeps: (s) => aTask(s, { support_type: 'single-year-rnd', program_year: 18, found_on: '2022-04-02', decided_on: '2022-07-01', size_class_at_decision: 'small', fund_national: 100_000_000, granted: 100_000_000, fund_private_cash: 33_333_334, fund_private_in_kind: 0 }),
  },
  'task.joint': { breaks: (s) => { const id = aTask(s); s.tx.remove(participant, relationId('participant', id, s.partner)); return id; }, keeps: (s) => aTask(s) },
  'task.member': { breaks: (s) => aTask(s, { lead_org: s.tx.create(organisation, { name: '회원 아님', kind: 'firm' }) }), keeps: (s) => aTask(s) },
  'task.dates': { breaks: (s) => aTask(s, { agreed_on: '2012-07-19' }), keeps: (s) => aTask(s, { agreed_on: '2012-07-20' }) },
  'task.program-year': { breaks: (s) => aTask(s, { decided_on: '2012-03-31', received_on: null, planned_on: null, found_on: '2012-01-02' }), keeps: (s) => aTask(s, { decided_on: '2013-03-31', agreed_on: null }) },
  'task.end-passed': { breaks: (s) => aTask(s, { end_on: '2014-02-09' }), keeps: (s) => { aTask(s, { end_on: '2014-02-10' }); aTask(s, { ...closed }); } },
  'task.review-passed': { breaks: (s) => aTask(s, { status: 'on-hold', held_from: 'planning', review_on: '2014-02-09' }), keeps: (s) => { aTask(s, { status: 'on-hold', held_from: 'planning', review_on: '2014-02-10' }); aTask(s, { review_on: '2013-01-01' }); } },
  'task.mid-check-late': {
    breaks: (s) => aTask(s, { start_on: '2013-04-01', end_on: '2014-03-31' }),
    keeps: (s) => {
      aTask(s);
      aTask(s, { start_on: '2013-11-01', end_on: '2014-02-28' });
      s.tx.create(midCheck, { task: aTask(s, { start_on: '2013-04-01', end_on: '2014-03-31' }), on_date: '2013-10-01', checker: s.coordinator, result: 'continue' });
    },
  },
  'task.waiting': {
    breaks: (s) => since(s.tx, aTask(s, { status: 'planning' }), 'planning', '2013-11-11'),
    keeps: (s) => {
      since(s.tx, aTask(s, { status: 'planning' }), 'planning', '2013-11-12');
      since(s.tx, aTask(s), 'in-progress', '2013-01-01');
      since(s.tx, aTask(s, { status: 'agreed', start_on: '2014-03-01' }), 'agreed', '2013-01-01');
    },
  },
  'task.over-granted': { breaks: (s) => aTask(s, { granted: 74_999_999 }), keeps: (s) => { aTask(s); aTask(s, { granted: null }); } },
  'task.over-paid': {
    breaks: (s) => { const id = aTask(s); for (const amount of [75_000_000, 1]) s.tx.create(payment, { task: id, paid_on: '2013-10-01', amount, fund: 'national' }); return id; },
    keeps: (s) => { const id = aTask(s); for (const fund of ['national', 'local']) s.tx.create(payment, { task: id, paid_on: '2013-10-01', amount: 75_000_000, fund }); },
  },
  'task.employees-unknown': { breaks: (s) => aTask(s, { employees_at_decision: null }), keeps: (s) => { aTask(s, { employees_at_decision: 0 }); aTask(s, { employees_at_decision: null, status: 'rejected' }); } },
  'task.coordinator': { breaks: (s) => { s.tx.change(person, s.coordinator, { roles: 'expert' }); return aTask(s); }, keeps: (s) => { aTask(s); aTask(s, { coordinator: s.tx.create(person, { name: '박수석', roles: 'expert,lead-coordinator' }) }); aTask(s, { coordinator: null }); } },
  'task.firm-closed': {
    breaks: (s) => { s.tx.change(organisation, s.firm, { status: 'closed', status_on: '2012-04-01' }); return aTask(s); },
    keeps: (s) => { s.tx.change(organisation, s.firm, { status: 'closed', status_on: '2012-04-02' }); aTask(s); },
  },
  'task.industry-revision': {
    breaks: (s) => { s.tx.change(organisation, s.firm, { industry_code: '29294', industry_revision: 11 }); return aTask(s); }, leadsTo: (s) => s.firm,
    keeps: (s) => { s.tx.change(organisation, s.firm, { industry_code: '29294', industry_revision: 9 }); aTask(s); },
  },
  'task.first-national': {
    breaks: (s) => { aTask(s, { decided_on: '2011-07-20', program_year: 7 }); return aTask(s, { first_national_rnd: 'yes' }); },
    keeps: (s) => { aTask(s, { first_national_rnd: 'yes' }); aTask(s, { decided_on: '2012-07-21' }); },
  },
  'task.first-national-open': { breaks: (s) => aTask(s, { first_national_rnd: null }), keeps: (s) => { aTask(s, { first_national_rnd: 'unknown' }); aTask(s, { first_national_rnd: null, support_type: 'total-marketing' }); } },
  'task.duplicate-number': { breaks: (s) => { aTask(s, { task_no: '08-CW-RD-0012' }); return aTask(s, { task_no: '08-CW-RD-0012' }); }, keeps: (s) => { aTask(s, { task_no: null }); aTask(s, { task_no: null }); s.tx.remove(task, aTask(s, { task_no: '08-CW-RD-0012' })); aTask(s, { task_no: '08-CW-RD-0012' }); } },
  'task.mid-check-outside': {
    breaks: (s) => { const id = aTask(s); s.tx.create(midCheck, { task: id, on_date: '2013-08-31', checker: s.coordinator, result: 'continue' }); return id; },
    keeps: (s) => { const id = aTask(s); s.tx.create(midCheck, { task: id, on_date: '2013-09-01', checker: s.coordinator, result: 'continue' }); },
  },
  'task.follow-up': {
    breaks: (s) => aTask(s, { ...closed, completed_on: '2011-12-31' }),
    keeps: (s) => { aTask(s, { ...closed }); s.tx.create(performance, { task: aTask(s, { ...closed, completed_on: '2011-12-31' }), year: 2012, sales: 0 }); },
  },
  'session.no-advice': { breaks: (s) => aSession(s, { advice: null }), keeps: (s) => { aSession(s); aSession(s, { advice: null, status: 'draft' }); } },
  'session.no-task': { breaks: (s) => aSession(s, { result: 'became-task' }), keeps: (s) => { s.tx.create(sessionTask, { session: aSession(s, { result: 'became-task' }), task: aTask(s) }); } },
  'session.draft-old': { breaks: (s) => aSession(s, { status: 'draft', visit_on: '2014-01-26' }), keeps: (s) => { aSession(s, { status: 'draft', visit_on: '2014-01-27' }); aSession(s, { visit_on: '2013-01-27' }); } },
  'session.firm-closed': {
    breaks: (s) => { s.tx.change(organisation, s.firm, { status: 'closed', status_on: '2014-02-02' }); return aSession(s); },
    keeps: (s) => { s.tx.change(organisation, s.firm, { status: 'suspended', status_on: '2014-02-02' }); aSession(s); s.tx.change(organisation, s.firm, { status: 'closed', status_on: '2014-02-03' }); },
  },
  'session.duplicate-number': { breaks: (s) => { aSession(s, { session_no: 'CL-2014-02-0001', visit_on: '2014-02-01' }); return aSession(s, { session_no: 'CL-2014-02-0001' }); }, keeps: (s) => { aSession(s, { session_no: null, visit_on: '2014-02-01' }); aSession(s, { session_no: null }); } },
  'session.overlap': { breaks: (s) => { aSession(s, { start_at: '10:59', end_at: '12:00' }); return aSession(s); }, keeps: (s) => { aSession(s, { start_at: '11:00', end_at: '12:00' }); aSession(s); aSession(s, { visit_on: '2014-02-04' }); } },
  'meeting.no-attendance': {
    breaks: (s) => { const id = aMeeting(s); s.tx.create(attendance, { meeting: id, person: s.coordinator, kind: 'coordinator', is_present: 0 }); return id; },
    keeps: (s) => { aMeeting(s, { headcount_only: 12 }); aMeeting(s, { start_on: '2014-02-10' }); s.tx.create(attendance, { meeting: aMeeting(s), person: s.coordinator, kind: 'coordinator', is_present: 1 }); },
  },
};

/** Difficulty tasks with participants and status history. */
import { readFileSync } from 'node:fs';
import { after, asOf, between, chance, dayBetween, pick, row, shuffled, some, workday } from './dice.mjs';
import { bodiesOf, coordinators, firms, sites } from './bodies.mjs';
import { clusterOf, clustersOf } from './clusters.mjs';
import { directType, needs, note } from './words.mjs';

const types = JSON.parse(readFileSync(new URL('../../assets/reference/support-types.json', import.meta.url), 'utf8')).rows;
const typesIn = (year) => types.filter((type) => type.validFrom <= year && (type.validTo === null || year <= type.validTo));
/** Calendar year in which the program year of a day starts (April). */
const programYear = (date) => Number(date.slice(0, 4)) - (date.slice(5) < '04-01' ? 1 : 0);

const researchTypes = ['field-technology', 'new-product', 'transferred-technology', 'single-year-rnd', 'multi-year-rnd'];
/** Amount of national money in steps of 100,000 won, and the share of it by type. */
const grants = { research: [40, 195, 70], prototype: [6, 20, 60], 'domestic-patent': [1, 2, 70], certification: [2, 6, 70], 'domestic-exhibition': [1, 3, 70], 'overseas-exhibition': [3, 6, 70], 'custom-training': [2, 6, 70] };
const marks = { research: 'RD', prototype: 'PT', 'domestic-patent': 'IP', certification: 'CT', 'domestic-exhibition': 'MK', 'overseas-exhibition': 'MK', 'custom-training': 'ED' };

const toReview = ['discovered', 'received', 'planning', 'under-review'];
const toWork = [...toReview, 'selected', 'agreed', 'in-progress'];
const toEnd = [...toWork, 'final-review', 'completed'];
const toEndChecked = [...toWork, 'mid-check', 'in-progress', 'final-review', 'completed'];

/**
 * How many tasks rest in each state, the way there, when they were found, and what for (research, anything smaller, or as it comes). The days
 * are chosen so that a task that is on its way has been in its state for less than 90 days and its work is neither over nor late for a
 * mid-check; the two ways marked late are there for the queue of 자료 점검.
 */
const ways = [
  [20, ['discovered', 'direct-done'], '2019-04-10', '2026-11-12'],
  [11, [...toEnd, 'follow-up', 'closed'], '2019-03-02', '2020-06-30'],
  [8, [...toEndChecked, 'follow-up'], '2021-02-01', '2023-05-31', 'research'],
  [9, [...toEnd, 'follow-up'], '2022-02-01', '2025-02-10'],
  [4, toEndChecked, '2025-06-10', '2025-06-25', 'research'],
  [5, [...toWork, 'mid-check', 'in-progress'], '2025-11-10', '2026-01-10', 'research'],
  [5, toWork, '2026-03-20', '2026-05-20', 'research'],
  [2, toWork, '2025-11-10', '2025-11-25', 'research'], // late: no mid-check
  [4, toWork, '2026-07-01', '2026-07-20', 'small'],
  [4, [...toReview, 'selected', 'agreed'], '2026-07-10', '2026-07-26', 'research'],
  [4, [...toReview, 'selected'], '2026-07-10', '2026-07-26', 'research'],
  [6, toReview, '2026-08-15', '2026-09-10', 'research'],
  [5, ['discovered', 'received', 'planning'], '2026-09-01', '2026-10-10'],
  [1, ['discovered', 'received', 'planning'], '2026-05-20', '2026-06-01'], // late: waits since summer
  [5, ['discovered', 'received'], '2026-09-20', '2026-10-31'],
  [4, ['discovered'], '2026-10-20', '2026-11-18'],
  [3, [...toReview, 'rejected'], '2023-03-01', '2026-05-31', 'research'],
  [2, [...toReview, 'rejected', 'planning', 'under-review', 'selected', 'agreed', 'in-progress'], '2026-01-10', '2026-01-20', 'research'],
  [1, [...toReview, 'rejected', 'planning'], '2026-05-01', '2026-05-20', 'research'],
  [3, ['discovered', 'received', 'referred'], '2022-03-01', '2026-07-31'],
  [3, ['discovered', 'received', 'planning', 'withdrawn'], '2021-03-01', '2026-05-31'],
  [2, [...toWork, 'stopped', 'follow-up'], '2021-03-01', '2024-03-31', 'research'],
  [1, [...toWork, 'stopped'], '2025-11-10', '2026-01-05', 'research'],
  [2, ['discovered', 'received', 'planning', 'on-hold'], '2026-09-01', '2026-10-10'],
  [3, [...toWork, 'mid-check'], '2026-01-20', '2026-02-10', 'research'],
  [3, [...toWork, 'final-review'], '2025-07-10', '2025-07-28', 'research'],
];
/** Days a task spends before it enters a state. */
const waits = { received: [4, 14], planning: [5, 14], 'under-review': [18, 35], agreed: [10, 20], 'in-progress': [1, 6], 'mid-check': [120, 170], 'direct-done': [0, 3], referred: [6, 20], withdrawn: [14, 40], stopped: [175, 220], 'on-hold': [8, 20], 'follow-up': [40, 70] };
/** The committee meets in the middle of every second month; a plan is handed in ten days before. */
const committeeDays = Array.from({ length: 49 }, (_, at) => workday(`${2019 + Math.floor(at / 6)}-${String((at % 6) * 2 + 2).padStart(2, '0')}-15`));
/** Kinds a committee decides on; below ten million won the lead coordinator does. */
const byCommittee = ['research', 'prototype'];
const decisionDay = (kind, plannedOn) => (byCommittee.includes(kind) ? committeeDays.find((day) => day >= after(plannedOn, 10)) : workday(after(plannedOn, between(12, 25))));
const reasons = { rejected: '목표와 평가 기준을 더 구체적으로 적어 다시 내도록 의견을 받음.', withdrawn: '기업 사정으로 계획을 미루어 철회함.', stopped: '주요 고객의 사업 중단으로 과제를 끝까지 수행하지 못함.', 'on-hold': '설비 반입 일정이 정해질 때까지 보류함.', referred: '지역 테크노파크의 장비 지원 사업으로 연계함.', 'direct-done': '현장 지도로 해결함.' };
const routes = { research: 'committee', prototype: 'committee' };

export const tasks = [];
export const participants = [];
export const steps = [];
const serials = new Map();
const hubOrder = ['창원', '창원', '창원', '구미', '구미', '성서', '녹산', '반월·시화'];

const leadOn = (date) => {
  // Every now and then one of the largest, or the demo would have none of the highest band.
  const isLarge = tasks.length % 12 === 11;
  for (let turn = 0; ; turn += 1) {
    const hub = pick(hubOrder);
    const firm = pick(firms.filter((one) => one.hub === hub && one.status === 'active' && (!isLarge || turn > 60 || (one.employees ?? 0) > 300)));
    // A member for long enough to be one on the day of the decision, too.
    const later = firm === undefined ? [] : clustersOf(firm, after(date, 180) < asOf ? after(date, 180) : date);
    const [cluster] = firm === undefined || later.length === 0 ? [] : shuffled(clustersOf(firm, date));
    if (cluster !== undefined) return { firm, cluster };
  }
};

const budget = (kind) => {
  const [low, high, percent] = grants[kind];
  const national = between(low, high) * 1_000_000;
  const total = Math.ceil((national * 100) / percent / 10_000) * 10_000;
  const own = total - national;
  const cash = Math.ceil((own * between(15, 45)) / 100 / 10_000) * 10_000;
  return { fund_national: national, fund_local: kind === 'research' && chance(25) ? Math.floor(national / 20) : 0, fund_private_cash: cash, fund_private_in_kind: own - cash };
};

/** Which needs a kind of support answers; null is advice without money. */
const needsFor = (kind) => (field, title) => {
  switch (kind) {
    case null: return field !== 'rnd' && field !== 'patent-certification';
    case 'research': return field === 'rnd' || field === 'production-quality';
    case 'prototype': return title === '국산화 개발' || title === '경량화 설계' || field === 'design';
    case 'domestic-patent': return title === '핵심 기술 특허 출원';
    case 'certification': return title === '인증 획득' || title === 'CE 인증 획득' || title === '해외 규격 인증 획득';
    case 'domestic-exhibition': return field === 'marketing';
    case 'overseas-exhibition': return field === 'export';
    default: return field === 'training';
  }
};

const addTask = (path, from, to, size) => {
  const end = path.at(-1);
  const isDirect = end === 'direct-done';
  const found = workday(dayBetween(from, to));
  const { firm, cluster } = leadOn(found);
  const year = programYear(found);
  const open = typesIn(year).map((type) => type.code);
  const kind = isDirect ? null : size === 'research' || (size === undefined && chance(62)) ? 'research' : pick(Object.keys(grants).filter((one) => open.includes(one)));
  const suits = needsFor(kind);
  const fitting = needs.filter((one) => suits(one[0], one[1]) && (one[4] === undefined || one[4].includes(firm.sector)));
  const fresh = fitting.filter((one) => !tasks.some((other) => other.firm === firm && other.need === one));
  const need = pick(fresh.length > 0 ? fresh : fitting);
  const [field, title] = need;
  const coordinator = pick(coordinators.filter((one) => one.hubs.includes(cluster.hub)));
  const support = isDirect ? directType[field] ?? 'technical-guidance' : kind === 'research' ? pick(researchTypes.filter((one) => open.includes(one))) : kind;
  const task = {
    ref: `task-${tasks.length + 1}`, title: `${firm.product} ${title}`, status: end, need_text: need[2], field, other_fields: chance(20) && field !== 'production-quality' ? 'production-quality' : null,
    stage: kind === 'research' ? 'technology' : kind === null ? null : kind.includes('exhibition') ? 'market' : 'product', support_type: end === 'discovered' ? null : support,
    program_year: year - 2004, found_by: pick(['firm-visit', 'firm-visit', 'firm-visit', 'phone-online', 'seminar-forum', 'support-body', 'survey']),
    lead_org: firm.ref, site: sites.find((one) => one.organisation === firm.ref && chance(50))?.ref ?? null, cluster: cluster.ref, coordinator: coordinator.ref, found_on: found,
    first_national_rnd: kind === 'research' ? pick(['yes', 'no', 'no', 'unknown']) : null, memo: note, need, firm, coordinatorPerson: coordinator, kind,
  };
  // Checked and running again: these end within the next weeks.
  const isSoonOver = end === 'in-progress' && path.includes('mid-check');
  let on = found;
  let before = null;
  for (const state of path) {
    if (state === 'final-review') on = task.end_on > on ? after(task.end_on, between(5, 20)) : after(on, 30);
    else if (state === 'completed') on = workday(after(on, between(15, 35)));
    else if (state === 'closed') on = `${Number(task.completed_on.slice(0, 4)) + 4}-04-${String(between(6, 28)).padStart(2, '0')}`;
    else if (state === 'selected' || state === 'rejected') on = decisionDay(kind, on);
    else if (before === 'mid-check') on = after(on, between(3, 9));
    else if (waits[state] !== undefined) on = workday(after(on, between(...waits[state])));
    if (on > asOf) on = asOf;
    steps.push({ ref: `step-${steps.length + 1}`, task: task.ref, from_status: before, to_status: state, on_date: on, reason: reasons[state] ?? null });
    if (state === 'received') {
      task.received_on = on;
      const key = `${String(task.program_year).padStart(2, '0')}-${firm.short}-${marks[kind]}`;
      serials.set(key, (serials.get(key) ?? 0) + 1);
      task.task_no = `${key}-${String(serials.get(key)).padStart(4, '0')}`;
    } else if (state === 'under-review') Object.assign(task, budget(kind), { route: routes[kind] ?? 'lead-coordinator' });
    else if (state === 'selected' || state === 'rejected') Object.assign(task, { decided_on: on, employees_at_decision: firm.employees === null ? null : Math.max(1, firm.employees - (firm.employees > 20 ? between(0, 6) : 0)) });
    else if (state === 'agreed') task.agreed_on = on;
    else if (state === 'in-progress' && task.start_on === undefined) Object.assign(task, { start_on: on, end_on: after(on, kind !== 'research' ? between(100, 175) : isSoonOver ? between(285, 300) : between(320, 340)) });
    else if (state === 'completed') Object.assign(task, { completed_on: on, final_grade: pick(['excellent', 'ordinary', 'ordinary', 'ordinary', 'poor']) });
    else if (state === 'stopped') task.final_grade = 'very-poor';
    else if (isDirect && state === 'direct-done') task.completed_on = on;
    before = state;
  }
  if (end === 'agreed') Object.assign(task, { start_on: '2026-12-01', end_on: '2027-10-31' });
  const add = (organisation, role, share, person) => participants.push({ ref: `participant-${participants.length + 1}`, task: task.ref, organisation: organisation.ref, role, share_percent: share, person: person?.ref ?? null });
  const partners = kind === 'research' ? [...some(bodiesOf('university', 'institute'), between(1, 2)), ...(chance(35) ? some(firms.filter((one) => one !== firm && one.hub === firm.hub), 1) : [])] : [];
  const isPlanned = path.includes('planning');
  add(firm, 'lead', isPlanned ? 100 - partners.length * 20 : null, firm.contact);
  if (isPlanned) for (const body of partners) add(body, body.kind === 'institute' && chance(30) ? 'subcontractor' : 'partner', 20, body.contact);
  tasks.push(task);
};
for (const [count, path, from, to, size] of ways) for (let at = 0; at < count; at += 1) addTask(path, from, to, size);

export const clusterOfTask = (task) => clusterOf(task.cluster);
const working = ['need', 'firm', 'coordinatorPerson', 'kind'];
export const taskRows = () => tasks.map((task) => row(Object.fromEntries(Object.entries(task).filter(([name]) => !working.includes(name)))));
export const participantRows = () => participants.map(row);
export const stepRows = () => steps.map(row);

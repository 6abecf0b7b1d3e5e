/** Coordination sessions: those that found a task, those that follow one, and the rest. */
import { after, asOf, between, chance, dayBetween, pick, row, workday } from './dice.mjs';
import { coordinators, firms, managers } from './bodies.mjs';
import { clustersOf } from './clusters.mjs';
import { tasks } from './tasks.mjs';
import { needs, note } from './words.mjs';

export const sessions = [];
export const sessionAttendees = [];
export const sessionTasks = [];
const slots = [['09:30', '11:00'], ['10:00', '11:40'], ['13:30', '15:00'], ['14:00', '16:10'], ['15:30', '17:00']];
const busy = new Set();

/** One session in the morning and one in the afternoon at most, so that none overlaps. */
const freeSlot = (coordinator, date) => {
  for (const [start, end] of [pick(slots), ...slots]) {
    const half = `${coordinator.ref} ${date} ${start < '12:00' ? 'am' : 'pm'}`;
    if (busy.has(half)) continue;
    busy.add(half);
    return [start, end];
  }
  return null;
};

const statusOn = (date) => (date >= '2026-11-18' ? 'draft' : date >= '2026-11-09' ? pick(['submitted', 'submitted', 'submitted', 'returned']) : date >= '2026-10-26' ? pick(['submitted', 'confirmed']) : 'confirmed');
const modes = ['visit', 'visit', 'visit', 'visit', 'phone', 'video', 'office'];

const add = (coordinator, firm, date, need, result, task) => {
  const slot = freeSlot(coordinator, date);
  if (slot === null) return null;
  const mode = pick(modes);
  const status = statusOn(date);
  const cluster = clustersOf(firm, date)[0];
  const session = {
    ref: `session-${sessions.length + 1}`, session_no: null, visit_on: date, start_at: slot[0], end_at: slot[1],
    preparation_minutes: chance(40) ? 30 : null, mode, place: mode === 'visit' ? `${firm.name} 회의실` : mode === 'office' ? '지역본부 상담실' : null,
    coordinator: coordinator.ref, organisation: firm.ref, cluster: task?.cluster ?? cluster?.ref ?? null, fields: need[0], summary: need[2],
    advice: status === 'draft' && chance(60) ? null : need[3], result: status === 'draft' ? null : result,
    referred_to: status !== 'draft' && result === 'referred' ? '예시경남테크노파크' : null,
    next_visit_on: date >= '2026-10-20' && chance(45) ? workday(after(asOf, between(2, 24))) : null,
    confirm_name: status === 'confirmed' ? firm.contact.name : null, confirm_on: status === 'confirmed' ? date : null, status, memo: note, firm, task,
  };
  sessions.push(session);
  const attend = (person, side) => sessionAttendees.push({ ref: `session-attendee-${sessionAttendees.length + 1}`, session: session.ref, person: person.ref, side });
  attend(firm.contact, 'firm');
  if (firm.second !== undefined && chance(60)) attend(firm.second, 'firm');
  if (chance(15)) attend(pick(managers), 'agency');
  if (task !== null) sessionTasks.push({ ref: `session-task-${sessionTasks.length + 1}`, session: session.ref, task: task.ref });
  return session;
};

const target = 160;
// What was solved on site was solved in a session; the other needs were told in one when they are not older than the log.
for (const task of tasks.filter((one) => one.status === 'direct-done' || (one.found_on >= '2023-01-01' && (one.found_by === 'firm-visit' || one.found_by === 'phone-online')))) {
  const session = add(task.coordinatorPerson, task.firm, task.found_on, task.need, task.status === 'direct-done' ? 'solved' : 'became-task', task);
  if (session !== null) Object.assign(session, { status: session.status === 'draft' ? 'submitted' : session.status, result: task.status === 'direct-done' ? 'solved' : 'became-task', advice: task.need[3], mode: task.found_by === 'phone-online' ? 'phone' : 'visit', place: task.found_by === 'phone-online' ? null : `${task.firm.name} 회의실` });
  if (session !== null) task.source_session = session.ref;
}
for (const task of tasks.filter((one) => ['planning', 'under-review', 'in-progress', 'mid-check', 'selected', 'agreed', 'on-hold'].includes(one.status))) {
  const earliest = task.start_on !== undefined && task.start_on < '2026-11-01' ? task.start_on : task.received_on;
  add(task.coordinatorPerson, task.firm, workday(dayBetween(after(earliest, 3), '2026-11-16')), task.need, 'ongoing', task);
}
// Some firms are not reached by any visit on purpose: the demo shows what a firm without history looks like.
while (sessions.length < target) {
  const firm = pick(firms.filter((one, at) => one.status === 'active' && at % 9 !== 4));
  const coordinator = pick(coordinators.filter((one) => one.hubs.includes(firm.hub)));
  const date = workday(sessions.length >= target - 6 ? dayBetween('2026-11-18', '2026-11-20') : chance(45) ? dayBetween('2026-09-01', '2026-11-20') : dayBetween('2024-03-01', '2026-08-31'));
  if (date > asOf || clustersOf(firm, date).length === 0) continue;
  const suited = needs.filter((one) => one[4] === undefined || one[4].includes(firm.sector));
  add(coordinator, firm, date, pick(suited), pick(['solved', 'solved', 'ongoing', 'referred', 'on-hold']), null);
}
sessions.sort((left, right) => `${left.visit_on}${left.start_at}`.localeCompare(`${right.visit_on}${right.start_at}`));
const counts = new Map();
for (const session of sessions) {
  const month = session.visit_on.slice(0, 7);
  counts.set(month, (counts.get(month) ?? 0) + 1);
  session.session_no = `CL-${month}-${String(counts.get(month)).padStart(4, '0')}`;
}

export const sessionRows = () => sessions.map(({ firm: _firm, task: _task, ...rest }) => row(rest));
export const sessionAttendeeRows = () => sessionAttendees.map(row);
export const sessionTaskRows = () => sessionTasks.map(row);

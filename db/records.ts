/** Every record type of the application: what the door, the merge and the self-check know. */
import { account } from './accounts/fields.ts';
import { actionItem } from './actions/fields.ts';
import { membership, miniCluster, officer } from './clusters/fields.ts';
import { importBatch } from './imports/fields.ts';
import type { AnyRecord } from './kernel/field.ts';
import { agendaItem, attendance, meeting, meetingCluster } from './meetings/fields.ts';
import { organisation, site } from './organisations/fields.ts';
import { person } from './people/fields.ts';
import { session, sessionAttendee, sessionTask } from './sessions/fields.ts';
import { participant, task, taskStep } from './tasks/fields.ts';

export const records: readonly AnyRecord[] = [
  account, organisation, site, person, miniCluster, membership, officer,
  task, participant, taskStep, session, sessionAttendee, sessionTask,
  meeting, meetingCluster, attendance, agendaItem, actionItem, importBatch,
];

/** Every record type of the application: what the door, the merge and the self-check know. */
import { account } from './accounts/fields.ts';
import { actionItem } from './actions/fields.ts';
import { clusterPast, dues, membership, miniCluster, officer } from './clusters/fields.ts';
import { importBatch } from './imports/fields.ts';
import { attachment } from './attachments/fields.ts';
import type { AnyRecord } from './kernel/field.ts';
import { committee, committeeTask, evaluator, score } from './evaluations/fields.ts';
import { officeBudget, payment, spending, taskBudget } from './funds/fields.ts';
import { frozenReport } from './frozen/fields.ts';
import { distinctPair } from './identity/fields.ts';
import { agendaItem, attendance, costRule, meeting, meetingCluster, meetingCost, meetingSeries, seriesCluster, seriesException } from './meetings/fields.ts';
import { firmYear, organisation, organisationPast, site, sizeClass } from './organisations/fields.ts';
import { followOn, midCheck, output, performance } from './outcomes/fields.ts';
import { affiliation, person } from './people/fields.ts';
import { periodRule, supportRule } from './program/fields.ts';
import { entryGuard, periodLock, phrase, session, sessionAttendee, sessionCorrection, sessionMeeting, sessionStep, sessionTask } from './sessions/fields.ts';
import { participant, task, taskStep } from './tasks/fields.ts';
import { putAside } from './quality/fields.ts';
import { nationalIndicator } from './nation/fields.ts';
import { survey, surveyItem, surveyResponse, surveyScore } from './surveys/fields.ts';
import { savedView } from './views/fields.ts';

export const records: readonly AnyRecord[] = [
  account, organisation, site, person, miniCluster, membership, officer,
  task, participant, taskStep, session, sessionAttendee, sessionTask,
  meeting, meetingCluster, attendance, agendaItem, actionItem, importBatch,
  midCheck, output, performance, followOn, supportRule, periodRule, taskBudget, payment, spending, officeBudget,
  committee, evaluator, committeeTask, score, firmYear, organisationPast, sizeClass, distinctPair, affiliation, savedView, putAside,
  attachment, sessionMeeting, sessionStep, sessionCorrection, periodLock, entryGuard, phrase,
  meetingSeries, seriesCluster, seriesException, meetingCost, costRule, dues, clusterPast,
  survey, surveyItem, surveyResponse, surveyScore, nationalIndicator,
  frozenReport,
];

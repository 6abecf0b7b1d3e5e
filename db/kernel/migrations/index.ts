/** Every step from an empty file to the schema of this version, in order. Only ever appended to. */
import type { Migration } from './migration.ts';
import { log } from './0001-log.ts';
import { organisations } from './0002-organisations.ts';
import { clusters } from './0003-clusters.ts';
import { tasks } from './0004-tasks.ts';
import { sessions } from './0005-sessions.ts';
import { meetings } from './0006-meetings.ts';
import { taskLife } from './0007-task-life.ts';
import { programRules } from './0008-program-rules.ts';
import { funds } from './0009-funds.ts';
import { evaluations } from './0010-evaluations.ts';
import { identity } from './0011-identity.ts';
import { savedViews } from './0012-saved-views.ts';
import { attachments } from './0013-attachments.ts';
import { sessionLife } from './0014-session-life.ts';
import { meetingLife } from './0015-meeting-life.ts';
import { calendarDays } from './0016-calendar-days.ts';
import { lists } from './0017-lists.ts';
import { search } from './0018-search.ts';
import { facts } from './0019-facts.ts';
import { surveys } from './0020-surveys.ts';
import { frozenReports } from './0021-frozen-reports.ts';
import { coveringIndexes } from './0024-covering-indexes.ts';
import { participants } from './0025-participants.ts';
import { screenIndexes } from './0026-screen-indexes.ts';
import { dashboardIndexes } from './0027-dashboard-indexes.ts';

export const migrations: readonly Migration[] = [log, organisations, clusters, tasks, sessions, meetings, taskLife, programRules, funds, evaluations, identity, savedViews, attachments, sessionLife, meetingLife, calendarDays, lists, search, facts, surveys, frozenReports, coveringIndexes, participants, screenIndexes, dashboardIndexes];

/** Every query a reader thread knows. */
import { actionList } from './actions/list.ts';
import type { AnyQuery } from './kernel/query.ts';
import { findOrganisation } from './organisations/find.ts';
import { organisationList } from './organisations/list.ts';
import { memberList } from './reports/member-list.ts';
import { reportRecords, reportTable, reportYears } from './reports/reports.ts';
import { findSession, sessionList } from './sessions/list.ts';
import { findTask, taskList } from './tasks/list.ts';

export const queries: readonly AnyQuery[] = [organisationList, findOrganisation, taskList, findTask, sessionList, findSession, actionList, memberList, reportTable, reportRecords, reportYears];

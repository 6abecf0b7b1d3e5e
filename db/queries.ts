/** Every query a reader thread knows. */
import { actionList } from './actions/list.ts';
import { findCluster } from './clusters/find.ts';
import { clusterList } from './clusters/list.ts';
import { clusterMembersQuery, clusterRelationsQuery, judgeMembersQuery } from './clusters/queries.ts';
import type { AnyQuery } from './kernel/query.ts';
import { findMeeting } from './meetings/find.ts';
import { meetingList } from './meetings/list.ts';
import { meetingRelationsQuery, rosterQuery } from './meetings/queries.ts';
import { findOrganisation } from './organisations/find.ts';
import { organisationList } from './organisations/list.ts';
import { peopleOf } from './organisations/people-of.ts';
import { organisationRelations } from './organisations/relations.ts';
import { dueFollowUps } from './outcomes/due-years.ts';
import { findPerson } from './people/find.ts';
import { personList } from './people/list.ts';
import { personRelations } from './people/relations.ts';
import { memberList } from './reports/member-list.ts';
import { reportRecords, reportTable, reportYears } from './reports/reports.ts';
import { findSession, sessionList } from './sessions/list.ts';
import { todayQuery } from './today/today.ts';
import { findTask, taskList } from './tasks/list.ts';

export const queries: readonly AnyQuery[] = [organisationList, findOrganisation, taskList, findTask, sessionList, findSession, actionList, memberList, reportTable, reportRecords, reportYears, organisationRelations, peopleOf, personList, findPerson, personRelations, todayQuery, clusterList, findCluster, clusterMembersQuery, clusterRelationsQuery, judgeMembersQuery, meetingList, findMeeting, rosterQuery, meetingRelationsQuery, dueFollowUps];

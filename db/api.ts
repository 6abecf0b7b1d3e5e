/** The typed API: one router per noun. The page imports the type alone. */
import { accountsApi } from './accounts/api.ts';
import { actionsApi } from './actions/api.ts';
import { attachmentsApi } from './attachments/api.ts';
import { calendarApi } from './calendar/api.ts';
import { clustersApi } from './clusters/api.ts';
import { dashboardApi } from './dashboard/api.ts';
import { deviceApi } from './device/api.ts';
import { evaluationsApi } from './evaluations/api.ts';
import { frozenApi } from './frozen/api.ts';
import { fundsApi } from './funds/api.ts';
import { identityApi } from './identity/api.ts';
import { importsApi } from './imports/api.ts';
import { router } from './kernel/rpc.ts';
import { meetingsApi } from './meetings/api.ts';
import { nationApi } from './nation/api.ts';
import { outcomesApi } from './outcomes/api.ts';
import { organisationsApi } from './organisations/api.ts';
import { qualityApi } from './quality/api.ts';
import { reportsApi } from './reports/api.ts';
import { peopleApi } from './people/api.ts';
import { programApi } from './program/api.ts';
import { searchApi } from './search/api.ts';
import { seriesApi } from './series/api.ts';
import { roundsApi } from './rounds/api.ts';
import { sessionsApi } from './sessions/api.ts';
import { surveysApi } from './surveys/api.ts';
import { tasksApi } from './tasks/api.ts';
import { todayApi } from './today/api.ts';
import { viewsApi } from './views/api.ts';
import { workApi } from './work/api.ts';

export const api = router({
  accounts: accountsApi,
  actions: actionsApi,
  attachments: attachmentsApi,
  calendar: calendarApi,
  clusters: clustersApi,
  dashboard: dashboardApi,
  device: deviceApi,
  evaluations: evaluationsApi,
  frozen: frozenApi,
  funds: fundsApi,
  identity: identityApi,
  imports: importsApi,
  meetings: meetingsApi,
  nation: nationApi,
  organisations: organisationsApi,
  outcomes: outcomesApi,
  quality: qualityApi,
  reports: reportsApi,
  people: peopleApi,
  program: programApi,
  series: seriesApi,
  rounds: roundsApi,
  search: searchApi,
  sessions: sessionsApi,
  surveys: surveysApi,
  tasks: tasksApi,
  today: todayApi,
  views: viewsApi,
  work: workApi,
});

export type Api = typeof api;

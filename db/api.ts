/** The typed API: one router per noun. The page imports the type alone. */
import { accountsApi } from './accounts/api.ts';
import { actionsApi } from './actions/api.ts';
import { deviceApi } from './device/api.ts';
import { importsApi } from './imports/api.ts';
import { router } from './kernel/rpc.ts';
import { organisationsApi } from './organisations/api.ts';
import { reportsApi } from './reports/api.ts';
import { sessionsApi } from './sessions/api.ts';
import { tasksApi } from './tasks/api.ts';

export const api = router({
  accounts: accountsApi,
  actions: actionsApi,
  device: deviceApi,
  imports: importsApi,
  organisations: organisationsApi,
  reports: reportsApi,
  sessions: sessionsApi,
  tasks: tasksApi,
});

export type Api = typeof api;

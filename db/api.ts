/** The typed API: one router per noun. The page imports the type alone. */
import { accountsApi } from './accounts/api.ts';
import { deviceApi } from './device/api.ts';
import { router } from './kernel/rpc.ts';
import { organisationsApi } from './organisations/api.ts';

export const api = router({
  accounts: accountsApi,
  device: deviceApi,
  organisations: organisationsApi,
});

export type Api = typeof api;

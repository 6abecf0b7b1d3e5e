/** Which account sits at this device. Local: it is not exchanged. */
import type { Reader } from '../kernel/reader.ts';
import { run } from '../kernel/row.ts';
import type { Store } from '../kernel/store.ts';

export type CurrentAccount = { id: string; number: number; name: string; role: string; office: string | null; person: string | null };

export const currentAccount = (read: Reader): CurrentAccount | undefined =>
  read.get<CurrentAccount>("SELECT id, number, name, role, office, person FROM account WHERE _del = 0 AND id = (SELECT v FROM sync_self WHERE k = 'account')");

export const sitDown = (store: Store, accountId: string): void =>
  run(store, "INSERT INTO sync_self (k, v) VALUES ('account', ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v", [accountId]);

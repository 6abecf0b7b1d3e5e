/** Real stores and applications in throw-away folders. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApplication, type Application } from '../../db/application.ts';
import { createHandle } from '../../db/handle.ts';
import { sitDown } from '../../db/accounts/current.ts';
import { account } from '../../db/accounts/fields.ts';
import type { Actor } from '../../db/kernel/actor.ts';
import { unpacked, type PackedBlock } from '../../db/kernel/block.ts';
import type { ListBlock, ListRequest } from '../../db/kernel/list-types.ts';
import { followers } from '../../db/followers.ts';
import { keepers } from '../../db/keepers.ts';
import { openStore, type Store } from '../../db/kernel/store.ts';
import { write } from '../../db/kernel/write.ts';
import { person } from '../../db/people/fields.ts';
import { records } from '../../db/records.ts';
import { startFromTemplate } from './template.ts';

/** Who writes in tests that do not care. */
export const tester: Actor = { number: 7, name: '시험 사용자' };

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'clusterdesk-test-'));

export type TestStore = Store & { dataDir: string; dispose(): void };

/** An empty store; `dispose` closes it and removes its folder. */
export const openTestStore = (options: { dataDir?: string; now?: () => number } = {}): TestStore => {
  const dataDir = options.dataDir ?? temporaryFolder();
  startFromTemplate(dataDir);
  const store = openStore({ dataDir, records, followers, keepers, ...(options.now ? { now: options.now } : {}) });
  return Object.assign(Object.create(null) as object, store, {
    dataDir,
    dispose: () => {
      store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  });
};

export type TestApplication = {
  app: Application;
  dataDir: string;
  /** Person of the account that sits at this device. */
  coordinator: string;
  /** Calls a procedure as the page would, over a Request. Throws what the page would see. */
  call<Result>(kind: 'query' | 'mutation', path: string, input?: unknown): Promise<Result>;
  /** A block of a list, by the path of its procedure. */
  list(path: string, request: ListRequest): Promise<ListBlock>;
  dispose(): Promise<void>;
};

/** An application with one coordinator at the desk, asked through its fetch handler. */
export const testApplication = async (options: { dataDir?: string; now?: () => number } = {}): Promise<TestApplication> => {
  const dataDir = options.dataDir ?? temporaryFolder();
  startFromTemplate(dataDir);
  const app = startApplication({ dataDir, isDemo: false, readerEntry: new URL('./late-reader.ts', import.meta.url), ...(options.now ? { now: options.now } : {}) });
  const coordinator = write(app.store, tester, '시험 사용자 등록', (tx) => {
    const personId = tx.create(person, { name: tester.name, roles: 'coordinator' });
    const id = tx.create(account, { name: tester.name, number: tester.number, role: 'coordinator', person: personId });
    sitDown(app.store, id);
    return personId;
  });
  const handle = createHandle(app, dataDir);
  const call = async <Result>(kind: 'query' | 'mutation', path: string, input?: unknown): Promise<Result> => {
    const address = `http://application/api/${path}`;
    const request = kind === 'mutation'
      ? new Request(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input ?? {}) })
      : new Request(input === undefined ? address : `${address}?input=${encodeURIComponent(JSON.stringify(input))}`);
    const answer = (await (await handle(request)).json()) as { result?: { data: Result }; error?: { message: string; data: unknown } };
    if (answer.error) throw Object.assign(new Error(answer.error.message), { data: answer.error.data });
    return answer.result?.data as Result;
  };
  return {
    app, dataDir, coordinator, call,
    list: async (path, request) => unpacked(await call<PackedBlock>('query', path, request)),
    dispose: async () => {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

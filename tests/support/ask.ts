/** Asks the application past the page, to see what is really stored. */
import { unpacked, type PackedBlock } from '../../db/kernel/block.ts';
import type { ListRequest } from '../../db/kernel/list-types.ts';
import type { Launched } from './launch.ts';

/** Calls a procedure of the running application: reads by GET, commands by POST. Throws what it refuses. */
export const ask = async <Result>(app: Pick<Launched, 'origin' | 'token'>, path: string, input: unknown, method: 'GET' | 'POST' = 'GET'): Promise<Result> => {
  const body = JSON.stringify(input);
  const address = `${app.origin}/api/${path}${method === 'GET' ? `?input=${encodeURIComponent(body)}` : ''}`;
  const answer = await fetch(address, { method, headers: { 'content-type': 'application/json', 'x-clusterdesk-token': app.token }, ...(method === 'POST' ? { body } : {}) });
  const said = (await answer.json()) as { result?: { data: Result }; error?: { message: string } };
  if (said.error) throw new Error(`${path}: ${said.error.message}`);
  return said.result?.data as Result;
};

/** Rows of a list, asked past the page. */
export const askList = async <Row>(app: Pick<Launched, 'origin' | 'token'>, path: string, request: ListRequest): Promise<Row[]> =>
  unpacked(await ask<PackedBlock>(app, path, request)).rows as unknown as Row[];

import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHandle } from '../../../db/handle.ts';
import { refusalCodes, Refusal, statusOfRefusal } from '../../../db/errors.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());

test('every refusal travels over /api under the status its code has', async () => {
  for (const code of refusalCodes) {
    const refusing = { ...desk.app, actor: () => { throw new Refusal(code, '거절합니다.'); } };
    const answer = await createHandle(refusing, desk.dataDir)(new Request('http://application/api/device.drafts'));
    expect([code, answer.status]).toEqual([code, statusOfRefusal[code]]);
    expect(await answer.json()).toMatchObject({ error: { data: { httpStatus: statusOfRefusal[code], refusal: { code } } } });
  }
});

test('a value of the wrong shape is refused as invalid, an unknown procedure is not found', async () => {
  const handle = createHandle(desk.app, desk.dataDir);
  expect((await handle(new Request('http://application/api/device.draft?input=%7B%7D'))).status).toBe(400);
  expect((await handle(new Request('http://application/api/device.nothing'))).status).toBe(404);
});

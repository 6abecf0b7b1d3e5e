import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AttachmentLine } from '../../../db/attachments/api.ts';
import { blobPath, largest } from '../../../db/attachments/blobs.ts';
import { attachmentsSql } from '../../../db/attachments/list.ts';
import { createHandle } from '../../../db/handle.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let world: TestApplication;
let firm: string;
let handle: ReturnType<typeof createHandle>;

beforeAll(async () => {
  world = await testApplication();
  handle = createHandle(world.app, world.dataDir);
  ({ id: firm } = await world.call<{ id: string }>('mutation', 'organisations.create', { values: { name: '(주)한빛정밀', kind: 'firm' } }));
});
afterAll(() => world.dispose());

const png = (text: string): Buffer => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(text)]);
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Refused = { refusal?: { code: string; message: string; details: { field: string; value?: unknown }[] } };

const upload = async (bytes: Uint8Array, name: string, more: Record<string, string> = {}): Promise<{ status: number; body: { id: string; action: number; sha256: string; mime: string } & Refused }> => {
  const query = new URLSearchParams({ owner_table: 'organisation', owner: firm, kind: 'photo', name, ...more });
  const answer = await handle(new Request(`http://application/files/attachment?${query}`, { method: 'POST', body: new Uint8Array(bytes), headers: { 'content-length': String(bytes.byteLength) } }));
  return { status: answer.status, body: (await answer.json()) as { id: string; action: number; sha256: string; mime: string } };
};
const get = (id: string, headers: Record<string, string> = {}): Promise<Response> => handle(new Request(`http://application/files/attachment/${id}`, { headers }));
const listed = (): Promise<AttachmentLine[]> => world.call('query', 'attachments.list', { table: 'organisation', owner: firm });
const blobFiles = (): string[] => readdirSync(join(world.dataDir, 'blobs'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => one.name);

test('a picture goes in and comes out, whole and in parts', async () => {
  const bytes = png('설비 사진');
  const { status, body } = await upload(bytes, '설비.png');
  expect(status).toBe(200);
  expect(body.mime).toBe('image/png');
  expect(existsSync(blobPath(world.dataDir, sha(bytes)))).toBe(true);
  const whole = await get(body.id);
  expect(whole.headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''${encodeURIComponent('설비.png')}`);
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
  const part = await get(body.id, { range: 'bytes=1-3' });
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 1-3/${bytes.length}`, 'PNG']);
  expect((await get(body.id, { range: `bytes=${bytes.length}-` })).status).toBe(416);
  expect((await listed()).find(({ id }) => id === body.id)).toMatchObject({ kind: 'photo', name: '설비.png', size: bytes.length, isHere: true });
});

test('the same bytes are kept once, under two names', async () => {
  const before = blobFiles().length;
  const [one, two] = [await upload(png('twice'), '하나.png'), await upload(png('twice'), '둘.png')];
  expect(one.body.sha256).toBe(two.body.sha256);
  expect(blobFiles().length).toBe(before + 1);
  expect((await get(two.body.id)).headers.get('content-disposition')).toContain(encodeURIComponent('둘.png'));
});

test('more than 50 MB is refused, said or not said beforehand, and leaves nothing', async () => {
  const before = blobFiles();
  const bytes = new Uint8Array(largest + 1);
  const said = await upload(bytes, '큰 파일.mov');
  expect([said.status, said.body.refusal?.code, said.body.refusal?.details[0]?.field]).toEqual([400, 'invalid', 'size']);
  const query = new URLSearchParams({ owner_table: 'organisation', owner: firm, kind: 'document', name: 'a.bin' });
  const unsaid = await handle(new Request(`http://application/files/attachment?${query}`, { method: 'POST', body: new Blob([bytes]).stream(), duplex: 'half' } as RequestInit));
  expect(((await unsaid.json()) as Refused).refusal?.message).toContain('50 MB');
  expect(blobFiles()).toEqual(before);
  expect((await upload(new Uint8Array(), '빈.txt')).body.refusal?.details[0]?.field).toBe('size');
});

test.each([
  ['../../../etc/passwd', 'passwd'],
  ['C:\\문서\\보고서.pdf', '보고서.pdf'],
  ['사진\u202Egpj.exe', '사진gpj.exe'],
  ['a\u0000b<c>:"d|?*.txt', 'ab_c___d___.txt'],
  ['CON.txt', '_CON.txt'],
  ['  . . ', '첨부'],
  ['한글'.normalize('NFD'), '한글'],
  [`${'가'.repeat(400)}.hwp`, `${'가'.repeat(146)}.hwp`],
])('the name %j becomes %j', async (given, kept) => {
  const { body } = await upload(Buffer.from(`x${given}`), given);
  expect((await listed()).find(({ id }) => id === body.id)?.name).toBe(kept);
});

test('a name with a resident number is refused, and the answer does not repeat it', async () => {
  const { status, body } = await upload(png('card'), '홍길동_880101-1234567.png');
  expect([status, body.refusal?.code, body.refusal?.details[0]?.field]).toEqual([400, 'invalid', 'name']);
  expect(JSON.stringify(body)).not.toContain('1234567');
  const { body: made } = await upload(png('card'), '확인.png');
  await expect(world.call('mutation', 'attachments.rename', { id: made.id, name: '880101-1234567.png' })).rejects.toMatchObject({ data: { refusal: { code: 'invalid' } } });
});

test('what could run is never shown, whatever it is called', async () => {
  for (const [bytes, name] of [['<html><script>1</script>', '사진.png'], ['<svg xmlns="http://www.w3.org/2000/svg"/>', '그림.svg']] as const) {
    const { body } = await upload(Buffer.from(bytes), name, { kind: 'photo' });
    const answer = await get(body.id);
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')?.split(';')[0]]).toEqual(['application/octet-stream', 'attachment']);
    expect((await listed()).find(({ id }) => id === body.id)?.kind).toBe('document');
  }
});

test('offices are known by what is in the file', async () => {
  const known: [string, Buffer][] = [
    ['application/pdf', Buffer.from('%PDF-1.7\n')], ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['application/x-hwp', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(100_000), Buffer.from('HWP Document File')])],
    ['application/hwp+zip', Buffer.from('PK\u0003\u0004....mimetypeapplication/hwp+zip', 'latin1')],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(200_000), Buffer.from('xl/workbook.xml')])],
    ['application/octet-stream', Buffer.from('PK\u0003\u0004 plain', 'latin1')],
  ];
  for (const [mime, bytes] of known) expect((await upload(bytes, '무엇')).body.mime).toBe(mime);
});

test('a changed file is refused as damaged, a missing one as not arrived', async () => {
  const { body } = await upload(png('kept'), '증빙.png');
  writeFileSync(blobPath(world.dataDir, body.sha256), png('forged'));
  const forged = await get(body.id);
  expect([forged.status, ((await forged.json()) as Refused).refusal?.code]).toEqual([422, 'damaged']);
  rmSync(blobPath(world.dataDir, body.sha256));
  const missing = await get(body.id);
  expect([missing.status, ((await missing.json()) as Refused).refusal?.message]).toEqual([404, expect.stringContaining('첨부 파일이 아직 도착하지 않았습니다')]);
  expect((await listed()).find(({ id }) => id === body.id)?.isHere).toBe(false);
});

test('a forged row asks for no file outside the folder', async () => {
  const { body } = await upload(png('path'), '길.png');
  world.app.store.door.isOpen = true;
  world.app.store.db.prepare('UPDATE attachment SET sha256 = ? WHERE id = ?').run('../../clusterdesk.db', body.id);
  world.app.store.door.isOpen = false;
  expect((await get(body.id)).status).toBe(404);
});

test('an upload that breaks off leaves nothing, and is no bug', async () => {
  const before = blobFiles();
  const query = new URLSearchParams({ owner_table: 'organisation', owner: firm, kind: 'document', name: '반.bin' });
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => { controller.enqueue(new Uint8Array(1000)); controller.error(new Error('gone')); } });
  const answer = await handle(new Request(`http://application/files/attachment?${query}`, { method: 'POST', body, duplex: 'half' } as RequestInit));
  expect([answer.status, ((await answer.json()) as Refused).refusal?.code]).toEqual([499, 'cancelled']);
  expect(blobFiles()).toEqual(before);
});

test('what a crash left half-arrived is swept away by the next run', async () => {
  const own = await testApplication();
  mkdirSync(join(own.dataDir, 'blobs'));
  writeFileSync(join(own.dataDir, 'blobs', 'arriving-0'), 'half');
  const { id } = await own.call<{ id: string }>('mutation', 'organisations.create', { values: { name: '가온', kind: 'firm' } });
  const answer = await createHandle(own.app, own.dataDir)(new Request(`http://application/files/attachment?${new URLSearchParams({ owner_table: 'organisation', owner: id, kind: 'document', name: 'a.txt' })}`, { method: 'POST', body: 'whole' }));
  expect(answer.status).toBe(200);
  expect(readdirSync(join(own.dataDir, 'blobs'))).toHaveLength(1);
  expect(existsSync(join(own.dataDir, 'blobs', 'arriving-0'))).toBe(false);
  await own.dispose();
});

test('an owner that is not there, a table without attachments and a kind nobody knows are refused', async () => {
  expect((await upload(png('a'), 'a.png', { owner: 'nobody' })).body.refusal?.code).toBe('not-found');
  expect((await upload(png('a'), 'a.png', { owner_table: 'account' })).body.refusal?.details[0]?.field).toBe('owner_table');
  expect((await upload(png('a'), 'a.png', { kind: 'virus' })).body.refusal?.details[0]?.field).toBe('kind');
  expect((await upload(Buffer.from('not a picture'), 'a.png', { kind: 'signature' })).body.refusal?.details[0]?.field).toBe('kind');
  expect(existsSync(blobPath(world.dataDir, sha(Buffer.from('not a picture'))))).toBe(false);
});

test('adding, renaming, describing and removing are one undo step each', async () => {
  const undo = (action: number): Promise<unknown> => world.call('mutation', 'device.undo', { action });
  const { body } = await upload(png('undo'), '전.png');
  const line = async (): Promise<AttachmentLine | undefined> => (await listed()).find(({ id }) => id === body.id);
  const renamed = await world.call<{ action: number }>('mutation', 'attachments.rename', { id: body.id, name: '후/../후.png' });
  expect((await line())?.name).toBe('후.png');
  await undo(renamed.action);
  expect((await line())?.name).toBe('전.png');
  const noted = await world.call<{ action: number }>('mutation', 'attachments.note', { id: body.id, note: '도금조 왼쪽' });
  await undo(noted.action);
  expect((await line())?.note).toBeNull();
  const removed = await world.call<{ action: number }>('mutation', 'attachments.remove', { id: body.id });
  expect(await line()).toBeUndefined();
  expect((await get(body.id)).status).toBe(404);
  await undo(removed.action);
  expect((await get(body.id)).status).toBe(200);
  const labels = world.app.read.all<{ label: string }>("SELECT label FROM action WHERE kind = 'do' ORDER BY id DESC LIMIT 4").map(({ label }) => label);
  expect(labels).toEqual(['첨부 삭제: 전.png', '첨부 설명: 전.png', '첨부 이름 바꾸기: 전.png → 후.png', '사진 첨부: 전.png ((주)한빛정밀)']);
  await undo(body.action);
  expect(await line()).toBeUndefined();
});

test('a list goes by its index', () => {
  const plan = world.app.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${attachmentsSql}`, ['x', 'y']);
  expect(plan[0]?.detail).toMatch(/SEARCH a USING INDEX attachment_owner/);
});

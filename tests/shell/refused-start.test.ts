import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { launchLoopback } from '../support/launch.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'clusterdesk-refused-'));
// An empty folder in place of the built page: this test is about the application, not about the page.
const pageDir = mkdtempSync(join(tmpdir(), 'clusterdesk-no-page-'));
writeFileSync(join(pageDir, 'index.html'), '<!doctype html>');
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(pageDir, { recursive: true, force: true });
});

it('a second program on the same data reads why, and the first goes on', async () => {
  const first = await launchLoopback({ dataDir, pageDir });
  expect((await fetch(`${first.origin}/`)).status, first.log()).toBe(200);
  const second = await launchLoopback({ dataDir, pageDir });
  const page = await fetch(`${second.origin}/`);
  expect(page.status, second.log()).toBe(423);
  expect(await page.text()).toContain('클러스터데스크를 열지 못했습니다');
  const answer = await fetch(`${second.origin}/api/x`, { headers: { 'x-clusterdesk-token': second.token } });
  expect(await answer.json()).toMatchObject({ refusal: { code: 'locked' } });
  await second.stop();
  expect((await fetch(`${first.origin}/`)).status).toBe(200);
  await first.stop();
});

it('after a power cut the folder opens again', async () => {
  const cut = await launchLoopback({ dataDir, pageDir });
  await fetch(`${cut.origin}/`);
  await cut.kill();
  const next = await launchLoopback({ dataDir, pageDir });
  expect((await fetch(`${next.origin}/`)).status, next.log()).toBe(200);
  await next.stop();
});

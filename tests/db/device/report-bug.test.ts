import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());

test('a bug of the page is logged whole under the id the page is told', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { id } = await desk.call<{ id: string }>('mutation', 'device.reportBug', { message: 'TypeError: x is null', stack: 'TypeError: x is null\n    at TaskForm', where: '\n    at SplitView', address: '/tasks/1' });
  expect(id).toMatch(/^[0-9a-f]{8}$/);
  expect(logged).toHaveBeenCalledExactlyOnceWith(`bug ${id}`, expect.objectContaining({ name: 'PageBug', message: 'TypeError: x is null', where: '\n    at SplitView', address: '/tasks/1' }));
  const error: unknown = logged.mock.calls[0]?.[1];
  expect(error instanceof Error && error.stack).toContain('at TaskForm');
  logged.mockRestore();
});

import { expect, it } from 'vitest';
import { guard, isPrivate, type House } from '../../electron/guard.ts';

const app: House = { kind: 'app', origin: 'app://desk' };
const status = (path: string, initiatorOrigin?: string, method = 'GET'): number | undefined =>
  guard({ method, url: new URL(path, 'app://desk/'), headers: new Headers(), initiatorOrigin }, app)?.status;

it('serves the page to the browser itself, and data to the page only', () => {
  expect(status('/')).toBeUndefined();
  expect(status('/tasks/1')).toBeUndefined();
  expect(status('/api/tasks.list', 'app://desk')).toBeUndefined();
  expect(status('/api/tasks.list', 'app://desk', 'POST')).toBeUndefined();
  expect(status('/api/tasks.list')).toBe(403);
});

it('refuses another origin, also an opaque one, on every path', () => {
  for (const origin of ['https://evil.example', 'null', 'app://desk.evil', 'file://']) {
    expect(status('/', origin), origin).toBe(403);
    expect(status('/events', origin), origin).toBe(403);
  }
});

it('answers for its own host only', () => {
  expect(guard({ method: 'GET', url: new URL('app://other/'), headers: new Headers() }, app)?.status).toBe(421);
});

it('knows what is private, at any depth and only there', () => {
  for (const path of ['/api', '/api/x', '/events', '/files/list.csv', '/shell', '/shell/reveal']) expect(isPrivate(path), path).toBe(true);
  for (const path of ['/', '/apis', '/eventful', '/filesystem', '/tasks/api', '/shelly']) expect(isPrivate(path), path).toBe(false);
});

it('a path that is private to the application cannot be written so that the guard sees another', () => {
  for (const path of ['/./api/x', '/x/../api/x', '//api/../api/x']) expect(isPrivate(new URL(path, 'http://127.0.0.1/').pathname), path).toBe(true);
});

import { expect, it } from 'vitest';
import { lockProblems } from '../../scripts/check-lock.mjs';
import { findBrowser, hasDisplay } from '../../scripts/browser.mjs';
import { compareInstalled, lockedNode } from '../../scripts/setup.mjs';

const lock = {
  '': { name: 'clusterdesk' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b-win32': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};

it('installs when nothing is there, when a version or its integrity differs, when a package is missing', () => {
  expect(compareInstalled(lock, undefined)).toBe('missing');
  expect(compareInstalled(lock, {})).toBe('stale');
  expect(compareInstalled(lock, { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } })).toBe('stale');
  expect(compareInstalled(lock, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } })).toBe('stale');
});

it('does not install when all is there, another platform’s binary absent', () => {
  expect(compareInstalled(lock, { 'node_modules/a': lock['node_modules/a'] })).toBe('same');
});

it('re-runs under a Node that runs .ts', () => {
  expect(lockedNode()).toMatch(/node/);
});

it('finds a lock that lacks a platform binary, or an entry nobody can verify', () => {
  const packages = { '': { optionalDependencies: { 'x-linux': '1.0.0', 'x-win32': '1.0.0' } }, 'node_modules/x-linux': { integrity: 'sha512-x' }, 'node_modules/y': {} };
  const problems = lockProblems({ packages });
  expect(problems).toHaveLength(2);
  expect(problems.join()).toContain('x-win32@1.0.0');
  expect(problems.join()).toContain('node_modules/y has no integrity');
});

it('opens a window only where there is a display and a browser', () => {
  expect(hasDisplay({}, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasDisplay({}, 'win32')).toBe(true);
  expect(findBrowser({ CHROMIUM_PATH: '/opt/chromium' }, 'linux')).toBe('/opt/chromium');
  expect(findBrowser({ PROGRAMFILES: '/nowhere' }, 'win32')).toBeUndefined();
});

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { screens, visit, type Place } from '../shots/places.ts';
import { freshProgram } from './program.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const shell = freshProgram({ demo: true });

const findings = async (page: Page, name: string, onlyColours: boolean): Promise<string[]> => {
  const axe = new AxeBuilder({ page });
  // The list beside an open record is looked at by itself.
  if (/-(record|new)$/.test(name)) axe.exclude('.cd-split-list');
  const { violations } = await (onlyColours ? axe.withRules(['color-contrast']) : axe.withTags(rules)).analyze();
  return violations.flatMap((one) => one.nodes.map((node) => `${name}: ${one.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`));
};

/** Dark differs from light by its colours alone. */
type Look = 'light' | 'dark';

const lookOver = async (page: Page, places: readonly Place[], look: Look): Promise<void> => {
  await page.emulateMedia({ colorScheme: look });
  // Few rows of a list say all there is to say about its rows.
  await page.setViewportSize({ width: 1366, height: 480 });
  await page.goto(shell.url);
  await page.locator('nav').first().waitFor();
  const found: string[] = [];
  for (const place of places) {
    await visit(page, place.path);
    await page.waitForTimeout(400);
    await place.before?.(page);
    if (place.before) await page.waitForTimeout(300);
    found.push(...await findings(page, place.name, look === 'dark'));
    if (place.before) await page.keyboard.press('Escape');
  }
  expect(found).toEqual([]);
};

/** One of each kind of screen: home, list, record, form, board, cards, table, calendar, questions, settings, a window over another. */
const kinds = ['today', 'sessions', 'tasks-record', 'meetings-new', 'tasks-board', 'dashboard', 'reports-t3', 'calendar', 'surveys-record', 'settings', 'capture'];

test('one screen of each kind by the rules of WCAG 2.2 AA', async ({ page }) => {
  const places = (await screens(shell)).filter(({ name }) => kinds.includes(name));
  expect(places.map(({ name }) => name).sort()).toEqual(kinds.toSorted());
  await lookOver(page, places, 'light');
});

/** The screens in turn, so that no part of them takes longer than a test may. */
const parts = [0, 1, 2];

for (const [look, part] of (['light', 'dark'] as const).flatMap((one) => parts.map((other) => [one, other] as const))) {
  test(`every screen by the rules of WCAG 2.2 AA, ${look}, part ${part + 1} of ${parts.length}`, { tag: '@long' }, async ({ page }) => {
    await lookOver(page, (await screens(shell)).filter((_, index) => index % parts.length === part), look);
  });
}

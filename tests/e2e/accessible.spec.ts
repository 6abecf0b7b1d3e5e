import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { screens, visit } from '../shots/places.ts';
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

// Dark differs by its colours alone and has a script of its own: `npm run access`.
const looks = process.env['LOOKS'] === 'all' ? (['light', 'dark'] as const) : (['light'] as const);

/** The screens in turn, so that no part of them takes longer than a test may. */
const parts = [0, 1, 2];

for (const [look, part] of looks.flatMap((one) => parts.map((other) => [one, other] as const))) {
  test(`every screen by the rules of WCAG 2.2 AA, ${look}, part ${part + 1} of ${parts.length}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: look });
    // Few rows of a list say all there is to say about its rows.
    await page.setViewportSize({ width: 1366, height: 480 });
    await page.goto(shell.url);
    await page.locator('nav').first().waitFor();
    const found: string[] = [];
    for (const place of (await screens(shell)).filter((_, index) => index % parts.length === part)) {
      await visit(page, place.path);
      await page.waitForTimeout(400);
      await place.before?.(page);
      if (place.before) await page.waitForTimeout(300);
      found.push(...await findings(page, place.name, look === 'dark'));
      if (place.before) await page.keyboard.press('Escape');
    }
    expect(found).toEqual([]);
  });
}

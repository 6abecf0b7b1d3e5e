import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { depth } from '../property/depth.ts';
import { startGallery, type Gallery } from './gallery.ts';

let gallery: Gallery;
beforeAll(async () => { gallery = await startGallery(); });
afterAll(async () => { await gallery.close(); });

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const scheme of ['light', 'dark'] as const) {
  for (const place of ['grid', 'form', 'parts'] as const) {
    test(`${place}, ${scheme}: contrast, names, roles`, async () => {
      // Few rows of a list say nearly all there is to say about its rows; the long run looks at a whole window of them.
      const page = await gallery.open(place, place === 'grid' && depth < 1 ? { viewport: { width: 1366, height: 480 } } : {});
      await page.evaluate((wanted) => window.setScheme(wanted), scheme);
      if (place === 'grid') await page.locator('.ag-row[row-index="1"] [col-id="title"]').click();
      await page.waitForTimeout(200);
      const axe = new AxeBuilder({ page });
      // Dark differs from light by its colours; the long run takes nothing for granted.
      const { violations } = await (scheme === 'dark' && depth < 1 ? axe.withRules(['color-contrast']) : axe.withTags(rules)).analyze();
      expect(violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`))).toEqual([]);
      await page.context().close();
    });
  }
}

test('nothing is clipped or wrapped badly at 150 % letters on a 1366 px window', async () => {
  const page = await gallery.open('form');
  await page.evaluate(() => window.setLetterSize(1.5));
  await page.waitForTimeout(200);
  const wider = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.cd-screen, .cd-top, .cd-form label, .cd-form button')].filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).map((one) => `${one.className}: ${one.textContent?.slice(0, 40)}`));
  expect(wider).toEqual([]);
  await page.context().close();
});

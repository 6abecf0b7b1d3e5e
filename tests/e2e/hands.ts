/** What a person does again and again on any screen: find a box, pick, choose, go somewhere, move a task. */
import { expect, type Locator, type Page } from '@playwright/test';

export const field = (where: Page | Locator, label: string): Locator => where.getByLabel(label, { exact: false }).and(where.locator('input, textarea')).first();

/** Types into a picker and takes the first answer. */
export const pick = async (page: Page, box: Locator, text: string, answer: RegExp, chosen: RegExp | string = answer): Promise<void> => {
  await box.click();
  await box.pressSequentially(text, { delay: 15 });
  await expect(page.getByRole('option', { name: answer }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue(chosen);
  // Chosen, not only typed: what is chosen can be cleared.
  await expect(box.locator('xpath=ancestor::*[contains(@class, "mantine-InputWrapper-root") or contains(@class, "mantine-InputBase-root")][1]').getByLabel('고른 것 지우기')).toBeVisible();
};

/** Types part of a word into a list of choices and takes the first answer. */
export const choose = async (page: Page, box: Locator, text: string): Promise<void> => {
  await box.click();
  await box.fill(text);
  await page.getByRole('option', { name: text }).first().click();
};

export const place = (page: Page, word: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name: word }).or(page.getByRole('navigation').getByRole('button', { name: word })).first().click();

export const count = (page: Page, text: string): Locator => page.getByRole('contentinfo').getByText(text, { exact: false });

/** Gives a name to an empty program. */
export const enter = async (page: Page): Promise<void> => {
  await page.getByLabel('이름').fill('김코디');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation')).toBeVisible();
};

export const newTask = async (page: Page, title: string, firm: string, answer: RegExp, foundOn: string): Promise<void> => {
  await place(page, '애로과제');
  await page.getByRole('button', { name: /새 과제/ }).click();
  await field(page, '과제명').fill(title);
  await pick(page, field(page, '주관기업'), firm, answer);
  await choose(page, field(page, '주 분야'), 'R&D');
  await field(page, '발굴일').fill(foundOn);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
};

export type Fill = (dialog: Locator) => Promise<void>;

/** One move: what it asks for is filled in its own window. */
export const move = async (page: Page, state: RegExp, on: string, fill?: Fill): Promise<void> => {
  await page.getByRole('button', { name: '상태 바꾸기' }).click();
  await page.getByRole('menuitem', { name: state }).click();
  const dialog = page.getByRole('dialog', { name: /상태 바꾸기/ });
  await expect(field(dialog, '날짜')).toBeVisible();
  await fill?.(dialog);
  await field(dialog, '날짜').fill(on);
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: /^바꾸기/ }).click();
  await expect(dialog).toBeHidden();
};

export const type = (dialog: Locator, values: Readonly<Record<string, string>>): Promise<void> =>
  Object.entries(values).reduce(async (before, [label, text]) => { await before; await field(dialog, label).fill(text); }, Promise.resolve());

/** 과제화 of the session that is open. Its log says nothing of the field, so that is asked for. @returns the id of the task */
export const makeTask = async (page: Page, ofField: string): Promise<string> => {
  await page.getByRole('button', { name: '과제화' }).click();
  const asking = page.getByRole('dialog', { name: '상담을 과제로 만들기' });
  await choose(page, field(asking, '주 분야'), ofField);
  await asking.getByRole('button', { name: /^과제화/ }).click();
  await expect(page).toHaveURL(/\/tasks\/[0-9a-f-]+/);
  return /tasks\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
};

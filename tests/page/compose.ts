/** Hangul as an input method makes it, over the DevTools protocol: a key the page sees as 229, then growing compositions. */
import type { CDPSession, Page } from '@playwright/test';

/** The half-made syllables of a word: 한글 is ㅎ, 하, 한, 한ㄱ, 한그, 한글. */
export const steps: Readonly<Record<string, readonly string[]>> = {
  한글: ['ㅎ', '하', '한', '한ㄱ', '한그', '한글'],
  금형: ['ㄱ', '그', '금', '금ㅎ', '금혀', '금형'],
  거절: ['ㄱ', '거', '거ㅈ', '거저', '거절'],
};

export const composing = async (page: Page): Promise<{ key: () => Promise<void>; to: (text: string) => Promise<void>; end: (text: string) => Promise<void>; type: (word: string) => Promise<void>; enter: () => Promise<void> }> => {
  const session: CDPSession = await page.context().newCDPSession(page);
  // Keys and compositions travel to the page by different roads: without a pause they overtake each other, which no person's fingers do.
  const settle = () => page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 0)); }));
  const key = async () => { await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code: 'KeyG' }); };
  const to = async (text: string) => { await key(); await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }); await settle(); };
  return {
    key,
    to,
    end: async (text) => { await session.send('Input.insertText', { text }); await settle(); },
    type: async (word) => { for (const step of steps[word] ?? []) await to(step); },
    // The Enter that ends a composition: the page sees it with keyCode 229 while composing.
    enter: async () => { await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Enter', code: 'Enter' }); await settle(); },
  };
};

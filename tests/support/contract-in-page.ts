import type { Page } from '@playwright/test';
import { build } from 'vite';

declare global {
  /** Put there by tests/shell/in-page.ts. */
  var duty: (name: string, token: string | null) => Promise<void>;
}

/** The contract as one script for a page. */
export async function contractScript(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, target: 'es2024', lib: { entry: `${import.meta.dirname}/../shell/in-page.ts`, formats: ['iife'], name: 'contract' } },
  });
  const [first] = Array.isArray(made) ? made : [made];
  if (first === undefined || !('output' in first)) throw new Error('the contract was not bundled');
  return first.output[0].code;
}

/** Proves one duty inside the page. A page's CSP does not hold what a debugger evaluates, so nothing is loosened for this. */
export async function proveInPage(page: Page, script: string, name: string, token: string | null): Promise<void> {
  await page.evaluate(script);
  await page.evaluate(([asked, key]) => globalThis.duty(asked, key), [name, token] as const);
}

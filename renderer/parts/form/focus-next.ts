/** Moves the focus to the next box of a form; on the last one it stays on the save button. */
export const focusNext = (form: HTMLFormElement | null, from: Element): void => {
  if (!form) return;
  const all = [...form.querySelectorAll<HTMLElement>('input:not([type=hidden]):not([disabled]), textarea:not([disabled]), button[type=submit]')].filter((one) => one.tabIndex >= 0 && one.offsetParent !== null);
  const next = all[all.indexOf(from as HTMLElement) + 1];
  next?.focus();
  // As with Tab: what is typed replaces what stands there.
  if (next instanceof HTMLInputElement) next.select();
};

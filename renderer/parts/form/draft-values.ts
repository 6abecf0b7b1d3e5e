/**
 * A draft holds what was typed and, beside it, what its author saw then: a value that somebody else changed before the
 * draft is continued is a conflict, not overwritten unseen.
 */
import type { FormValues } from './form-context.ts';

const seenPrefix = 'was:';

/** The draft of changed fields and the values they had when they were first typed over. */
export const draftOf = (patch: FormValues, seen: FormValues): FormValues =>
  ({ ...patch, ...Object.fromEntries(Object.keys(patch).map((name) => [`${seenPrefix}${name}`, seen[name] ?? null])) });

/** Takes a draft apart. */
export const readDraft = (draft: FormValues): { patch: FormValues; seen: FormValues } => {
  const entries = Object.entries(draft);
  return {
    patch: Object.fromEntries(entries.filter(([name]) => !name.startsWith(seenPrefix))),
    seen: Object.fromEntries(entries.filter(([name]) => name.startsWith(seenPrefix)).map(([name, value]) => [name.slice(seenPrefix.length), value])),
  };
};

/** Pickers that offer a new name without making the record at once: it is made in the same step as what needs it. */
import type { LinkOption, LinkSource } from '../../parts/form/LinkPicker.tsx';

const mark = 'new:';

/** The source, with "새로 만들기" answering a name instead of an id. */
export const withFresh = (source: LinkSource): LinkSource => ({
  search: source.search,
  ...(source.labelOf ? { labelOf: (id) => (id.startsWith(mark) ? Promise.resolve(id.slice(mark.length)) : source.labelOf?.(id) ?? Promise.resolve(null)) } : {}),
  onCreate: (name): Promise<LinkOption> => Promise.resolve({ id: mark + name, label: name }),
});

/** What was chosen: the id of a record, or the name of one to make. */
export const chosenOf = (value: string | null): { id: string | null; name: string | null } =>
  (value?.startsWith(mark) ? { id: null, name: value.slice(mark.length) } : { id: value, name: null });

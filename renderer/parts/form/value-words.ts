/** A stored value as people read it: codes and links in words, numbers with their unit. */
import { labelOf, type AnyRecord, type Cell } from '../../../db/kernel/field.ts';
import { formatNumber } from '../../../db/korean/parse-number.ts';
import { words } from '../../words.ts';
import type { LinkSources } from './form-context.ts';

/** Resolves to null for an empty field; a link is asked for by its source. */
export const valueWords = async (type: AnyRecord, field: string, value: Cell, links: LinkSources): Promise<string | null> => {
  if (value === null) return null;
  const declared = type.fields[field];
  if (declared?.kind === 'link') return (await (links[field] ?? links[declared.to ?? ''])?.labelOf?.(String(value))) ?? '상위 기록 미도착';
  if (declared?.choices) return labelOf(declared, value);
  if (declared?.kind === 'flag') return value === 1 ? words.yes : words.no;
  return typeof value === 'number' ? `${formatNumber(value)}${declared?.unit ?? ''}` : (declared?.show?.(value) ?? value);
};

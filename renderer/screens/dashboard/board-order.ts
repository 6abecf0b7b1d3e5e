/** Which cards stand on the board, and in which order: remembered for this person. */
import { usePreference } from '../../parts/preferences.tsx';

/** Codes in their order; a card that is named nowhere is new and stands at the end. */
export type Order = { order: readonly string[]; hidden: readonly string[] };

const isList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
const isOrder = (value: unknown): value is Order => typeof value === 'object' && value !== null && 'order' in value && isList(value.order) && 'hidden' in value && isList(value.hidden);

export const inOrder = <Card extends { code: string }>(cards: readonly Card[], { order }: Order): Card[] => {
  const place = (code: string): number => { const at = order.indexOf(code); return at === -1 ? order.length : at; };
  return cards.toSorted((one, other) => place(one.code) - place(other.code));
};

/** The codes with one moved by a number of places among those that are shown. */
export const moved = (codes: readonly string[], hidden: readonly string[], code: string, by: 1 | -1): string[] => {
  const shown = codes.filter((one) => !hidden.includes(one));
  const neighbour = shown[shown.indexOf(code) + by];
  if (neighbour === undefined) return [...codes];
  const rest = codes.filter((one) => one !== code);
  const at = rest.indexOf(neighbour) + (by === 1 ? 1 : 0);
  return [...rest.slice(0, at), code, ...rest.slice(at)];
};

export const useBoardOrder = () => usePreference<Order>('dashboard.order', { order: [], hidden: [] }, isOrder);

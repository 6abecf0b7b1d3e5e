/** Cost items (비목) by era: assets/reference/cost-items.json, domain.md §5. */
import file from '../../assets/reference/cost-items.json' with { type: 'json' };
import { freeze } from './freeze.ts';
import { referenceShapes } from './shapes.ts';

/** Every cost item in every era; one code may occur in several eras, never twice on one day. */
export const costItems = freeze(referenceShapes['cost-items'].parse(file).rows);

export type CostItem = (typeof costItems)[number];

/** The cost items to choose from on a day (`YYYY-MM-DD`), R&D first, in the order of the budget sheet. */
export const costItemsOn = (day: string): CostItem[] =>
  costItems.filter((item) => item.validFrom <= day && (item.validTo === null || day <= item.validTo));

/** The label of a cost item; text that is no code (of an imported list) is its own label. */
export const costItemLabel = (code: string): string => costItems.findLast((item) => item.code === code)?.ko ?? code;

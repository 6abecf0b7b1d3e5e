/** Cost items (비목) by era: assets/reference/cost-items.json, domain.md §5. */
import file from '../../assets/reference/cost-items.json' with { type: 'json' };
import { freeze } from './freeze.ts';
import { referenceShapes } from './shapes.ts';
import { supportTypes } from './support-types.ts';

/** Every cost item in every era; one code may occur in several eras, never twice on one day. */
export const costItems = freeze(referenceShapes['cost-items'].parse(file).rows);

export type CostItem = (typeof costItems)[number];

/** The cost items to choose from on a day (`YYYY-MM-DD`), R&D first, in the order of the budget sheet. */
export const costItemsOn = (day: string): CostItem[] =>
  costItems.filter((item) => item.validFrom <= day && (item.validTo === null || day <= item.validTo));

/** The label of a cost item; text that is no code (of an imported list) is its own label. */
export const costItemLabel = (code: string): string => costItems.findLast((item) => item.code === code)?.ko ?? code;

/** Support types whose tasks are research, by code: their budget is of R&D items. Inferred from their names. */
const research: ReadonlySet<string> = new Set([
  'field-technology', 'production-technology', 'rnd', 'new-product', 'transferred-technology', 'lead-industry', 'smart-manufacturing', 'smart-rnd',
  'single-year-rnd', 'multi-year-rnd', 'global-rule-rnd',
]);

/** Which items a support type budgets in; null when it is not known, so that all are offered. */
export const itemUseOf = (supportType: string | null): CostItem['use'] | null =>
  supportType === null ? null : research.has(supportType) ? 'rnd' : supportTypes.some((type) => type.code === supportType) ? 'support' : null;

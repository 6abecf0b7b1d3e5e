/** Examples of rules for a meeting's cost (정산 규칙): assets/reference/cost-rules.json. An office lays its own over them. */
import file from '../../assets/reference/cost-rules.json' with { type: 'json' };
import { freeze } from './freeze.ts';
import { referenceShapes } from './shapes.ts';

export const shippedCostRules = freeze(referenceShapes['cost-rules'].parse(file).rows);

export type ShippedCostRule = (typeof shippedCostRules)[number];

/** The examples that hold on a day (`YYYY-MM-DD`). */
export const shippedCostRulesOn = (day: string): ShippedCostRule[] => shippedCostRules.filter((rule) => rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo));

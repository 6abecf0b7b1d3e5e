/** Everything the quality queue looks for, in the order in which it is shown. A rule without an example that breaks it and one that keeps it fails its test. */
import type { QualityRule } from './rule.ts';
import { taskDateRules } from './task-dates.ts';
import { taskFactRules } from './task-facts.ts';
import { taskStateRules } from './task-state.ts';
import { visitRules } from './visits.ts';

const rank = { late: 0, wrong: 1, missing: 2, look: 3 } as const;

export const qualityRules: readonly QualityRule[] = [...taskStateRules, ...taskDateRules, ...taskFactRules, ...visitRules].sort((a, b) => rank[a.severity] - rank[b.severity]);

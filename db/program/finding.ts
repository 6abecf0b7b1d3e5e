/** What judging a task comes to. */
import type { RuleLevel } from './rule-types.ts';

/** A rule of the program that a task breaks. `field` is one of the task's, or `participants`. */
export type Finding = Readonly<{ rule: 'R1' | 'R2' | 'R3' | 'R4' | 'R5'; level: 'block' | 'warn'; field: string; message: string }>;

/** One broken rule at the level of the period; nothing where the period does not look. */
export const broken = (rule: Finding['rule'], level: RuleLevel, field: string, message: string): Finding[] => (level === 'off' ? [] : [{ rule, level, field, message }]);

/** Words and looks of evaluations that several parts of the screen share. */
import { labelOf } from '../../../db/kernel/field.ts';
import { formatNumber } from '../../../db/korean/parse-number.ts';
import { formatWonLong } from '../../../db/korean/read-won.ts';
import { committee, committeeTask, evaluator } from '../../../db/evaluations/fields.ts';
import type { BadgeTone } from '../../parts/layout/StatusBadge.tsx';

/** Tables whose changes show on a sheet: its own, and those conflicts of interest are looked for in. */
export const sheetTables = ['committee', 'evaluator', 'committee_task', 'score', 'task', 'participant', 'organisation', 'person', 'affiliation'] as const;

export const decisionName = (code: string | null): string => labelOf(committeeTask.fields.decision, code);
export const kindName = (code: string | null): string => labelOf(committee.fields.kind, code);
export const roleName = (code: string | null): string => labelOf(evaluator.fields.role, code);

export const decisionTone: Readonly<Record<string, BadgeTone>> = { selected: 'done', rejected: 'stopped', supplement: 'active', postponed: 'paused' };

/** Won with separators, `−` for none. */
export const wonText = (won: number | null): string => (won === null ? '−' : formatNumber(won));
export const wonWords = (won: number): string => formatWonLong(won);

/** `60–95.5`; one number when lowest and highest are the same. */
export const spreadText = ({ low, high }: { low: string | null; high: string | null }): string => (low === null || high === null ? '' : low === high ? low : `${low}–${high}`);

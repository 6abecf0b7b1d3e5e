/** How the states of a task look, and the moves as a menu groups them. */
import { labelOf } from '../../../db/kernel/field.ts';
import type { Move } from '../../../db/tasks/api.ts';
import { task } from '../../../db/tasks/fields.ts';
import { StatusBadge, type BadgeTone } from '../../parts/layout/StatusBadge.tsx';

const tones: Readonly<Record<string, BadgeTone>> = {
  discovered: 'waiting', received: 'waiting', planning: 'active', 'under-review': 'active', selected: 'active', rejected: 'stopped', agreed: 'active', 'in-progress': 'active',
  'mid-check': 'active', 'final-review': 'active', completed: 'done', stopped: 'stopped', 'follow-up': 'done', closed: 'done', 'direct-done': 'done', referred: 'done', withdrawn: 'stopped', 'on-hold': 'paused',
};

export const stateName = (code: string | null): string => labelOf(task.fields.status, code);

export const TaskState = ({ code }: { code: string }) => <StatusBadge tone={tones[code] ?? 'waiting'}>{stateName(code)}</StatusBadge>;

const groups = [
  { title: '다음 단계', kinds: ['forward', 'resume'] },
  { title: '되돌리기', kinds: ['back'] },
  { title: '마무리', kinds: ['ending'] },
  { title: '보류', kinds: ['hold'] },
] as const satisfies readonly { title: string; kinds: readonly Move['kind'][] }[];

/** Moves under their headings; a heading without moves is left out. */
export const groupedMoves = <M extends Pick<Move, 'kind'>>(moves: readonly M[]): { title: string; moves: M[] }[] =>
  groups.map(({ title, kinds }) => ({ title, moves: moves.filter((move) => kinds.some((kind) => kind === move.kind)) })).filter((group) => group.moves.length > 0);

/** Tables whose rows decide what a task can do next. */
const deciding = ['task', 'participant', 'payment', 'mid_check', 'output', 'performance', 'follow_on', 'task_step', 'organisation', 'person', 'membership', 'support_rule', 'period_rule', 'account'];

export const movesKey = (ids: readonly string[]): readonly string[] => [...deciding, 'moves', ...ids];

/** All states in the order of the workflow. */
export const states = task.fields.status.choices ?? [];

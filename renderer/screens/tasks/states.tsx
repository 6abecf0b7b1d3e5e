/** How the states of a task look: a tone by what they mean, and the main road they follow. */
import { task } from '../../../db/tasks/fields.ts';
import { labelOf } from '../../../db/kernel/field.ts';
import { StatusBadge, type BadgeTone } from '../../parts/layout/StatusBadge.tsx';

const tones: Readonly<Record<string, BadgeTone>> = {
  discovered: 'waiting', received: 'waiting', planning: 'active', 'under-review': 'active', selected: 'active', rejected: 'stopped', agreed: 'active', 'in-progress': 'active',
  'mid-check': 'active', 'final-review': 'active', completed: 'done', stopped: 'stopped', 'follow-up': 'done', closed: 'done', 'direct-done': 'done', referred: 'done', withdrawn: 'stopped', 'on-hold': 'paused',
};

/** All states in the order of the workflow. */
export const states = task.fields.status.choices ?? [];

/** The road of a task that is selected and carried out; the other states branch off it. */
export const mainRoad = ['discovered', 'received', 'planning', 'under-review', 'selected', 'agreed', 'in-progress', 'final-review', 'completed', 'follow-up', 'closed'] as const;

export const stateName = (code: string | null): string => labelOf(task.fields.status, code);

export const TaskState = ({ code }: { code: string }) => <StatusBadge tone={tones[code] ?? 'waiting'}>{stateName(code)}</StatusBadge>;

import { labelOf } from '../../../db/kernel/field.ts';
import { session } from '../../../db/sessions/fields.ts';
import { StatusBadge, type BadgeTone } from '../../parts/layout/StatusBadge.tsx';

const tones: Readonly<Record<string, BadgeTone>> = { draft: 'waiting', submitted: 'active', confirmed: 'done', returned: 'late' };

export const SessionState = ({ code }: { code: string }) => <StatusBadge tone={tones[code] ?? 'waiting'}>{labelOf(session.fields.status, code)}</StatusBadge>;

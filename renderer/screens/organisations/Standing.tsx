/** Whether a firm is running: said only when it is not, so that a list of running firms stays calm. */
import { labelOf, type Cell } from '../../../db/kernel/field.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { StatusBadge } from '../../parts/layout/StatusBadge.tsx';

export const Standing = ({ code, since = null }: { code: Cell; since?: string | null }) => {
  const word = labelOf(organisation.fields.status, code);
  if (code === null || code === 'active') return <span className="cd-soft">{word}</span>;
  return <StatusBadge tone={code === 'suspended' ? 'paused' : 'stopped'}>{since === null ? word : `${word} ${since}`}</StatusBadge>;
};

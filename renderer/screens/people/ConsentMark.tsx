/** How the consent of a person stands, in a badge unless all is well, so that a list stays calm. */
import { labelOf, type Cell } from '../../../db/kernel/field.ts';
import { consentStates } from '../../../db/people/choices.ts';
import { StatusBadge } from '../../parts/layout/StatusBadge.tsx';

export const ConsentMark = ({ code }: { code: Cell }) => {
  const word = labelOf({ choices: consentStates }, code);
  if (code === 'given') return <span className="cd-soft">{word}</span>;
  return <StatusBadge tone={code === 'expired' ? 'late' : code === 'partial' ? 'waiting' : 'stopped'}>{word}</StatusBadge>;
};

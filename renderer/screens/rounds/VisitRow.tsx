/** One firm of the list, with the reasons its points come from. */
import { Checkbox } from '@mantine/core';
import { Link } from 'wouter';
import type { VisitLine, VisitPart } from '../../../db/rounds/api.ts';
import { shownComplex } from '../organisations/ComplexInput.tsx';

/** A follow-up has no place of its own: it stands in the record of its firm. */
const addressOf = (part: VisitPart, organisation: string): string => {
  if (part.record.table === 'session') return `/sessions/${part.record.id}`;
  return part.record.table === 'task' ? `/tasks/${part.record.id}` : `/organisations/${organisation}`;
};

const pointsText = (points: number): string => (points < 0 ? `△${-points}` : `+${points}`);

export const VisitRow = ({ line, isPicked, onPick }: { line: VisitLine; isPicked: boolean; onPick: (isPicked: boolean) => void }) => (
  <tr data-picked={isPicked || undefined}>
    <td><Checkbox aria-label={`고르기: ${line.name}`} checked={isPicked} onChange={(event) => onPick(event.currentTarget.checked)} /></td>
    <td className="cd-rounds-score cd-number">{line.score}</td>
    <th scope="row">
      <Link href={`/organisations/${line.organisation}`}>{line.name}</Link>
      <span className="cd-soft cd-small">{[shownComplex(line.complex), line.district].filter(Boolean).join(' · ')}</span>
    </th>
    <td className="cd-number">{line.lastOn ?? <span className="cd-soft">없음</span>}{line.lastBy ? <span className="cd-soft cd-small">{line.lastBy}</span> : null}</td>
    <td>
      <ul className="cd-rounds-parts">
        {line.parts.map((part) => (
          <li key={`${part.kind} ${part.record.id}`}><span className="cd-rounds-points cd-number" data-kind={part.kind}>{pointsText(part.points)}</span> <Link href={addressOf(part, line.organisation)}>{part.reason}</Link></li>
        ))}
      </ul>
    </td>
  </tr>
);

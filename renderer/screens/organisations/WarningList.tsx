/** Remarks on what is being typed, each with the records it is about, one click away. */
import { TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import type { Warning } from '../../../db/organisations/api.ts';

export const WarningList = ({ warnings }: { warnings: readonly Warning[] | undefined }) => (!warnings || warnings.length === 0 ? null : (
  <div role="status"><ul className="cd-warnings">
    {warnings.map((warning) => (
      <li key={warning.field + warning.message}>
        <TriangleAlert size={14} aria-hidden />
        <span>
          {warning.message}
          {warning.others.map((other) => <Link key={other.id} href={`/organisations/${other.id}`}>{other.name} 열기</Link>)}
        </span>
      </li>
    ))}
  </ul></div>
));

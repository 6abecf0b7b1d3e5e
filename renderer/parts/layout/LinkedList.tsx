/** Records linked to the one that is open, one line each, one click away. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import './record.css';

export type LinkedRow = {
  id: string;
  /** Address of the record. */
  to: string;
  label: string;
  note?: string | null | undefined;
  /** At the right end: a date, a state, a button. */
  side?: ReactNode;
};

export const LinkedList = ({ rows, none }: { rows: readonly LinkedRow[]; none: string }) => (rows.length === 0 ? <p className="cd-soft">{none}</p> : (
  <ul className="cd-linked">
    {rows.map((row) => (
      <li key={row.id}>
        <span className="cd-linked-main" title={row.note ? `${row.label} ${row.note}` : row.label}>
          <Link href={row.to}>{row.label}</Link>{row.note ? <span className="cd-linked-note">{row.note}</span> : null}
        </span>
        <span className="cd-linked-side cd-small cd-number">{row.side}</span>
      </li>
    ))}
  </ul>
));

/** Said where a body is chosen for something of a day on which it is closed, suspended, moved or merged; nothing otherwise. */
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';

const isDay = (value: Cell): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

export const StandingNotice = ({ organisation, day }: { organisation: Cell; day: Cell }) => {
  const id = typeof organisation === 'string' && organisation !== '' ? organisation : null;
  const on = isDay(day) ? day : null;
  const found = useQuery({ queryKey: ['organisation', 'standing', id, on], queryFn: () => api.organisations.standing.query({ id: id ?? '', day: on }), enabled: id !== null });
  if (id === null || !found.data) return null;
  return (
    <div className="cd-wide" role="status"><ul className="cd-warnings">
      <li><TriangleAlert size={14} aria-hidden /><span>{found.data.message}{found.data.successor ? <Link href={`/organisations/${found.data.successor.id}`}>{found.data.successor.name} 열기</Link> : null}</span></li>
    </ul></div>
  );
};

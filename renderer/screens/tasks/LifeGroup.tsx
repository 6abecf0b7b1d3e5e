/** Fields of one stage of a task's life, folded until the task comes near it or the address asks for one of them. */
import { useEffect, useState, type ReactNode } from 'react';
import { useSearch } from 'wouter';
import '../../parts/layout/record.css';

export type LifeGroupProps = {
  title: string;
  /** Fields it holds: the address names one of them. */
  names: readonly string[];
  /** Open until somebody folds it. */
  isDue: boolean;
  children: ReactNode;
};

export const LifeGroup = ({ title, names, isDue, children }: LifeGroupProps) => {
  const asked = new URLSearchParams(useSearch()).get('field');
  const isAsked = asked !== null && names.includes(asked);
  const [isOpen, setOpen] = useState(isDue || isAsked);
  useEffect(() => { if (isDue || isAsked) setOpen(true); }, [isDue, isAsked]);
  return (
    <details className="cd-group cd-life" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {/* Folded fields stay in the form: what was typed there is saved all the same. */}
      <div className="cd-form-grid">{children}</div>
    </details>
  );
};

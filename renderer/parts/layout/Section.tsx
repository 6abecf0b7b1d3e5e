/** A titled block of a record or a screen. */
import type { ReactNode } from 'react';
import { useId } from 'react';

export type SectionProps = { title: string; count?: number; actions?: ReactNode; children: ReactNode };

export const Section = ({ title, count, actions, children }: SectionProps) => {
  const id = useId();
  return (
    <section className="cd-section" aria-labelledby={id}>
      <div className="cd-section-head">
        <h3 id={id}>{title}{count === undefined ? null : <span className="cd-soft cd-number"> {count.toLocaleString('ko-KR')}건</span>}</h3>
        {actions}
      </div>
      {children}
    </section>
  );
};

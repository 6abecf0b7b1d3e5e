/** One step of the import. It keeps its place on the page whether its turn has come or not. */
import { Loader } from '@mantine/core';
import { Check } from 'lucide-react';
import { useId, type ReactNode } from 'react';

/** Says in the line beside a title that an answer is on its way. */
export const Busy = ({ children }: { children: string }) => <span className="cd-im-busy" role="status"><Loader size={12} aria-hidden /> {children}</span>;

export type StepProps = {
  number: number;
  title: string;
  /** `waiting`: something before it is missing; `done`: nothing left to do here. */
  state: 'waiting' | 'now' | 'done';
  /** What holds here, in a line beside the title. */
  note?: ReactNode;
  children?: ReactNode;
};

export const Step = ({ number, title, state, note, children }: StepProps) => {
  const id = useId();
  return (
    <section className="cd-im-step" data-state={state} data-step={number} aria-labelledby={id}>
      <header>
        <span className="cd-im-number" aria-hidden>{state === 'done' ? <Check size={14} /> : number}</span>
        <h2 id={id}><span className="cd-only-spoken">{number}단계 </span>{title}</h2>
        {note ? <div className="cd-im-note">{note}</div> : null}
      </header>
      {children ? <div className="cd-im-body">{children}</div> : null}
    </section>
  );
};

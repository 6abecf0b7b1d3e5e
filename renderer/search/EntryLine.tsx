/** One line of the box. */
import { ChevronDown, Clock, CornerDownLeft, Search } from 'lucide-react';
import { memo } from 'react';
import type { Entry } from './entries.ts';
import { Marked } from './Marked.tsx';

const Inside = ({ entry }: { entry: Entry }) => {
  switch (entry.kind) {
    case 'hit': return (
      <>
        <span className="cd-find-label"><Marked text={entry.hit.label} marks={entry.hit.labelMarks} /></span>
        <span className="cd-find-note"><Marked text={entry.hit.note} marks={entry.hit.noteMarks} /></span>
        {entry.hit.excerpt ? <span className="cd-find-excerpt"><Marked text={entry.hit.excerpt.text} marks={entry.hit.excerpt.marks} /></span> : null}
      </>
    );
    case 'more': return <span className="cd-find-more"><ChevronDown size={14} aria-hidden />더 보기</span>;
    case 'command': return <><span className="cd-find-label">{entry.command.label}</span><span className="cd-find-note">{entry.command.note ?? ''}</span></>;
    case 'text': return <span className="cd-find-more"><Search size={14} aria-hidden />{entry.text}</span>;
    case 'record': return <><span className="cd-find-label"><Clock size={14} aria-hidden />{entry.record.label}</span><span className="cd-find-note">{entry.record.kind}</span></>;
  }
};

export type EntryLineProps = { id: string; entry: Entry; isActive: boolean; onPoint: () => void; onChoose: (isAll: boolean) => void };

export const EntryLine = memo(({ id, entry, isActive, onPoint, onChoose }: EntryLineProps) => (
  <div
    id={id} role="option" aria-selected={isActive} className="cd-find-line" data-active={isActive || undefined} tabIndex={-1}
    onPointerMove={onPoint} onMouseDown={(event) => event.preventDefault()} onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
    // The box keeps the focus and hears the keys; this line is only pointed at.
    onKeyDown={() => undefined}
  >
    <Inside entry={entry} />
    {isActive ? <CornerDownLeft size={13} aria-hidden className="cd-find-enter" /> : null}
  </div>
));
EntryLine.displayName = 'EntryLine';

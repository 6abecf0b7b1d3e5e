/** Who was there, as chips; a name that is not known yet is made together with its firm. */
import { LinkPicker, type LinkOption } from '../parts/form/LinkPicker.tsx';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import './capture.css';
import { personOfLink } from '../links.ts';

/** A person that is there already, or (`isNew`) only a name so far. */
export type Present = { id: string; name: string; note?: string | null; isNew?: boolean };

export type PeopleProps = {
  label: string;
  people: readonly Present[];
  /** The firm its people are offered of; null offers anybody. */
  firm: string | null;
  onAdd: (person: Present) => void;
  onRemove: (person: Present) => void;
  disabled?: boolean;
  /** See LinkPicker. */
  onEarlyEnter?: (input: HTMLInputElement) => void;
};

const newId = (name: string): string => `new:${name}`;

/** A name becomes a person when the session is saved. */
export const asAttendee = (person: Present): { id: string } | { name: string } => (person.isNew ? { name: person.name } : { id: person.id });

export const People = ({ label, people, firm, onAdd, onRemove, disabled = false, onEarlyEnter }: PeopleProps) => {
  const source = useMemo(() => ({ ...personOfLink(firm), onCreate: async (name: string): Promise<LinkOption> => ({ id: newId(name), label: name }) }), [firm]);
  return (
    <div className="cd-people">
      <LinkPicker
        {...source} label={label} value={null} disabled={disabled} placeholder={people.length === 0 ? '이름으로 찾거나 새로 적기' : '더하기'} {...(onEarlyEnter ? { onEarlyEnter } : {})}
        onChange={(id, option) => {
          if (!id || !option) return;
          onAdd({ id, name: option.label, note: option.note ?? null, isNew: id === newId(option.label) });
        }}
      />
      {people.length === 0 ? null : (
        <ul className="cd-present">
          {people.map((person) => (
            <li key={person.id}>
              {person.name}{person.note ? <span className="cd-soft"> {person.note}</span> : null}{person.isNew ? <span className="cd-soft"> 새 사람</span> : null}
              {disabled ? null : <button type="button" aria-label={`${person.name} 빼기`} onClick={() => onRemove(person)}><X size={12} aria-hidden /></button>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

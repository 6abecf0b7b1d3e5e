/** Records a session that is not saved yet will be linked to. */
import { X } from 'lucide-react';
import { LinkPicker, type LinkSource } from '../../parts/form/LinkPicker.tsx';
import type { Linked } from './kept-beside.ts';

export const LinkedNames = ({ label, source, linked, onChange }: { label: string; source: LinkSource; linked: readonly Linked[]; onChange: (linked: readonly Linked[]) => void }) => (
  <div className="cd-people">
    <LinkPicker {...source} label={label} value={null} placeholder="이름으로 찾기" onChange={(id, option) => { if (id && option) onChange([...linked.filter((one) => one.id !== id), { id, label: option.label }]); }} />
    {linked.length === 0 ? null : (
      <ul className="cd-present">
        {linked.map((one) => <li key={one.id}>{one.label}<button type="button" aria-label={`${one.label} 빼기`} onClick={() => onChange(linked.filter((other) => other.id !== one.id))}><X size={12} aria-hidden /></button></li>)}
      </ul>
    )}
  </div>
);

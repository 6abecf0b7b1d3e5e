/** The places of the program: an icon and a word each; folded, the word is in the tooltip. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { Link } from 'wouter';
import type { Place } from '../../places.ts';
import { Count } from '../layout/Count.tsx';
import { useShortcut } from '../keys/shortcut.ts';

export type RailProps = {
  places: readonly Place[];
  /** Path of the place that is open. */
  current: string;
  folded: boolean;
  onFold: (folded: boolean) => void;
  onGo: (path: string) => void;
  /** Numbers beside words, by path: how much waits there, and how much of it is late. */
  counts?: Readonly<Record<string, { total: number; late: number }>>;
};

export const Rail = ({ places, current, folded, onFold, onGo, counts = {} }: RailProps) => {
  const numbered = places.slice(0, 9);
  useShortcut(numbered.flatMap((_, index) => [`Ctrl+Digit${index + 1}`, `Alt+Digit${index + 1}`]), (event) => {
    const place = numbered[Number(event.code.replace('Digit', '')) - 1];
    if (place) onGo(place.path);
  });
  return (
    <nav className="cd-rail" aria-label="화면" data-folded={folded || undefined}>
      <ul>
        {places.map((place, index) => { const waiting = counts[place.path]; return (
          <li key={place.path}>
            <Tooltip label={index < 9 ? `${place.word} (Alt+${index + 1})` : place.word} position="right" disabled={!folded}>
              <Link href={place.path} className="cd-rail-link" aria-current={place.path === current ? 'page' : undefined} {...(folded ? { 'aria-label': waiting && waiting.total > 0 ? `${place.word} ${waiting.total}건` : place.word } : {})} {...(index < 9 ? { 'aria-keyshortcuts': `Alt+${index + 1}` } : {})}>
                <place.icon size={18} aria-hidden />
                {folded ? null : <span className="cd-rail-word">{place.word}</span>}
                {waiting ? <span className="cd-rail-count"><Count late={waiting.late > 0}>{waiting.total}</Count>{waiting.total > 0 ? <span className="cd-only-spoken">건</span> : null}</span> : null}
                {folded || index > 8 ? null : <span className="cd-key" aria-hidden data-key={`Alt+${index + 1}`} />}
              </Link>
            </Tooltip>
          </li>
        ); })}
      </ul>
      <ActionIcon variant="subtle" color="gray" className="cd-rail-fold" aria-label={folded ? '메뉴 펼치기' : '메뉴 접기'} aria-expanded={!folded} onClick={() => onFold(!folded)}>
        {folded ? <PanelLeftOpen size={18} aria-hidden /> : <PanelLeftClose size={18} aria-hidden />}
      </ActionIcon>
    </nav>
  );
};

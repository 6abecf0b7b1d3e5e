/** 이월 안건: what earlier meetings of the same host and kind (or series) left unfinished; one click takes it onto the agenda. */
import { Button } from '@mantine/core';
import type { Waiting as WaitingItem } from '../../../db/meetings/api.ts';
import { shortDate } from '../../days.ts';

export type WaitingProps = { items: readonly WaitingItem[]; onTake: (ids: string[]) => void };

const note = (item: WaitingItem): string => `${shortDate(item.start_on)} ${item.meeting_title}${item.times > 0 ? ` · ${item.times + 1}번째 이월` : ''}`;

export const Waiting = ({ items, onTake }: WaitingProps) => (items.length === 0 ? null : (
  <div className="cd-waiting" role="group" aria-label="이월된 안건">
    <div className="cd-waiting-head">
      <strong>지난 회의에서 이월된 안건 {items.length}건</strong>
      {items.length > 1 ? <Button size="compact-xs" onClick={() => onTake(items.map((item) => item.id))}>모두 받기</Button> : null}
    </div>
    <ul className="cd-plain-list">
      {items.map((item) => (
        <li key={item.id}>
          <span className="cd-waiting-title"><strong>{item.title}</strong> <span className="cd-small cd-soft">{note(item)}</span></span>
          <Button size="compact-xs" variant="default" aria-label={`${item.title} 받기`} onClick={() => onTake([item.id])}>안건으로 받기</Button>
        </li>
      ))}
    </ul>
  </div>
));

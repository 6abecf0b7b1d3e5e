/** The session before with this firm, in a line; Alt+L takes over who was there. */
import type { LastSession } from '../../db/sessions/api.ts';
import { useShortcut } from '../parts/keys/shortcut.ts';
import type { Present } from './People.tsx';

export const LastSessionLine = ({ last, onPeople }: { last: LastSession; onPeople: (people: readonly Present[]) => void }) => {
  const firmSide = last.people.filter((one) => one.side === 'firm');
  const take = () => onPeople(firmSide.map((one) => ({ id: one.id, name: one.name ?? '', note: one.position })));
  useShortcut('Alt+KeyL', take, { enabled: firmSide.length > 0 });
  return (
    <p className="cd-small cd-capture-last">
      <span><strong>지난 상담 {last.visit_on}</strong> {last.summary ?? ''}{last.actions[0] ? ` · 남은 조치: ${last.actions[0].what}` : ''}</span>
      {firmSide.length > 0 ? <button type="button" className="cd-link" tabIndex={-1} onClick={take}>참석자 가져오기 <span className="cd-key">Alt+L</span></button> : null}
    </p>
  );
};

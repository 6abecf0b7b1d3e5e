/** How many, beside a word; nothing when there is none. */
import './record.css';

export const Count = ({ children, late = false }: { children: number; late?: boolean }) =>
  (children > 0 ? <span className={late ? 'cd-count cd-late' : 'cd-count'}>{children.toLocaleString('ko-KR')}</span> : null);

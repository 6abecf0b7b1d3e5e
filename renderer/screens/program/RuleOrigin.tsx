/** Whether a rule is shipped or the office's own: only the latter stands out. */
import { StatusBadge } from '../../parts/layout/StatusBadge.tsx';

export const RuleOrigin = ({ own }: { own: boolean }) => (own ? <StatusBadge tone="active">지사</StatusBadge> : <span className="cd-soft cd-small">기본</span>);

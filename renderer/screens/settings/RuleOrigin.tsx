/** Whether a rule is shipped or the office's own, in icon and word. */
import { StatusBadge } from '../../parts/layout/StatusBadge.tsx';

export const RuleOrigin = ({ own }: { own: boolean }) => <StatusBadge tone={own ? 'active' : 'waiting'}>{own ? '지사' : '기본'}</StatusBadge>;

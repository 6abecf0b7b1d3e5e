/** What was looked for, by how bad it is, with how many were found. */
import { Link } from 'wouter';
import type { RuleCount, Severity } from '../../../db/quality/api.ts';

export const severityWord: Readonly<Record<Severity, string>> = { late: '기한이 지난 것', wrong: '서로 맞지 않는 것', missing: '빠진 것', look: '확인할 것' };
const order: readonly Severity[] = ['late', 'wrong', 'missing', 'look'];

export const RuleList = ({ place, rules, total, aside, chosen }: { place: string; rules: readonly RuleCount[]; total: number; aside: number; chosen: string | null }) => (
  <nav className="cd-quality-rules" aria-label="점검 항목">
    <Link href={place} className="cd-quality-rule" aria-current={chosen === null ? 'true' : undefined}><span>모두</span><span className="cd-number">{total.toLocaleString('ko-KR')}</span></Link>
    {order.map((severity) => {
      const own = rules.filter((one) => one.severity === severity);
      return own.length === 0 ? null : (
        <div key={severity}>
          <h2 data-severity={severity}>{severityWord[severity]}</h2>
          {own.map((one) => (
            <Link key={one.code} href={`${place}/${one.code}`} className="cd-quality-rule" aria-current={chosen === one.code ? 'true' : undefined}>
              <span>{one.title}</span><span className="cd-number">{one.count.toLocaleString('ko-KR')}</span>
            </Link>
          ))}
        </div>
      );
    })}
    {aside > 0 || chosen === 'aside' ? <Link href={`${place}/aside`} className="cd-quality-rule cd-quality-aside" aria-current={chosen === 'aside' ? 'true' : undefined}><span>미뤄 둔 것</span><span className="cd-number">{aside.toLocaleString('ko-KR')}</span></Link> : null}
  </nav>
);

/** 보고: the tables under their heads, each number with the records behind it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, Redirect } from 'wouter';
import { api } from '../../api.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { usePreference } from '../../parts/preferences.tsx';
import type { ScreenProps } from '../../places.ts';
import { words } from '../../words.ts';
import { Budgets } from './Budgets.tsx';
import { Members } from './Members.tsx';
import { groupedReports, reportNumber } from './report-groups.ts';
import { ReportView } from './ReportView.tsx';
import './reports.css';
import './print.css';

const isText = (value: unknown): value is string => typeof value === 'string';

export const Screen = ({ id }: ScreenProps) => {
  const [last, setLast] = usePreference('reports.last', 't1', isText);
  const about = useQuery({ queryKey: ['report', 'about'], queryFn: () => api.reports.about.query(), staleTime: Number.POSITIVE_INFINITY });
  const shown = about.data?.find((one) => one.code === id);
  useEffect(() => { if (shown && shown.code !== last) setLast(shown.code); }, [shown, last, setLast]);
  if (id === 'members') return <Members />;
  if (id === 'budgets') return <Budgets />;
  if (about.isError) return <div className="cd-pad"><FailureNotice error={about.error} onRetry={() => void about.refetch()} /></div>;
  if (!about.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  if (!shown) return <Redirect to={`/reports/${about.data.some((one) => one.code === last) ? last : 't1'}`} replace />;
  return (
    <div className="cd-reports">
      <nav className="cd-report-list" aria-label="보고 표">
        {groupedReports(about.data).map((group) => (
          <section key={group.head}>
            <h2>{group.head}</h2>
            <ul>
              {group.reports.map((one) => (
                <li key={one.code}>
                  <Link href={`/reports/${one.code}`} {...(one.code === shown.code ? { 'aria-current': 'page' as const } : {})}>
                    <strong><span className="cd-report-number">{reportNumber(one.code)}</span> {one.title}</strong>
                    <span className="cd-soft">{one.answers}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p className="cd-report-entry"><Link href="/surveys">만족도 조사 입력</Link><Link href="/nation">전국 지표 입력</Link></p>
      </nav>
      <ReportView key={shown.code} about={shown} />
    </div>
  );
};

/** 비슷한 사례: solved tasks like this one, and who solved them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Link } from 'wouter';
import type { Similar } from '../../../db/search/api.ts';
import { api } from '../../api.ts';
import type { FormValues } from '../../parts/form/form-context.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

const Case = ({ one }: { one: Similar }) => (
  <li className="cd-similar">
    <div className="cd-similar-head">
      <Link href={`/tasks/${one.id}`}>{one.title}</Link>
      <span className="cd-small cd-soft cd-number" title="이 과제의 말 가운데 그 과제에도 있는 몫. 드문 말일수록 크게 셉니다.">닮음 {Math.round(one.share * 100)}%</span>
    </div>
    <div className="cd-small cd-soft">
      {[one.firm, one.status, one.doneOn].filter(Boolean).join(' · ')}
      {one.coordinator ? <> · 코디네이터 <b>{one.coordinator}</b></> : null}
      {one.bodies.length > 0 ? <> · 함께한 곳 {one.bodies.join(', ')}</> : null}
      {one.session ? <> · <Link href={`/sessions/${one.session.id}`}>{one.session.visit_on} 상담{one.session.coordinator && one.session.coordinator !== one.coordinator ? ` (${one.session.coordinator})` : ''}</Link>에서 해결</> : null}
    </div>
  </li>
);

export const SimilarTasks = ({ task }: { task: string }) => {
  const found = useQuery({ queryKey: ['search', 'similar', 'task', task], queryFn: ({ signal }) => api.search.similar.query({ id: task }, { signal }) });
  return (
    <Section title="비슷한 사례" {...(found.data ? { count: found.data.length } : {})}>
      {found.error ? <FailureNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <p className="cd-soft">{words.loading}</p> : null}
      {found.data?.length === 0 ? <p className="cd-soft">완료·종결하거나 현장에서 해결한 과제 가운데 닮은 것이 없습니다. 과제명과 애로 내용을 자세히 적을수록 잘 찾습니다.</p> : null}
      {found.data && found.data.length > 0 ? <ul className="cd-plain-list">{found.data.map((one) => <Case key={one.id} one={one} />)}</ul> : null}
    </Section>
  );
};

/** A pause after which what is being written is compared. */
const pauseMs = 500;
/** Letters from which on a title says something. */
const leastLetters = 6;

/** Inside a form for a new task: what was solved before, while it is being written. Nothing is shown before there is something. */
export const SimilarWhileWriting = () => {
  const { control } = useFormContext<FormValues>();
  const [title, need] = useWatch({ control, name: ['title', 'need_text'] });
  const [asked, setAsked] = useState({ title: '', need: '' });
  const now = { title: String(title ?? '').trim().slice(0, 200), need: String(need ?? '').trim().slice(0, 2000) };
  const key = JSON.stringify(now);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(JSON.parse(key) as typeof asked), pauseMs);
    return () => clearTimeout(timer);
  }, [key]);
  const found = useQuery({
    queryKey: ['search', 'similarTo', asked], enabled: asked.title.length + asked.need.length >= leastLetters, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.search.similarTo.query(asked, { signal }),
  });
  if (!found.data || found.data.length === 0) return null;
  return (
    <div className="cd-wide cd-similar-writing" role="status">
      <div className="cd-small"><b>비슷한 과제를 해결한 적이 있습니다.</b></div>
      <ul className="cd-plain-list">{found.data.slice(0, 3).map((one) => <Case key={one.id} one={one} />)}</ul>
    </div>
  );
};

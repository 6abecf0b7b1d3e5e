/** The lines, by rule. Arrows go from line to line, Enter opens the record at the field, Delete puts the line aside. */
import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ChevronRight, Clock } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { Queue, QueueLine, Repair } from '../../../db/quality/api.ts';
import { api } from '../../api.ts';
import { sentenceOf } from '../../refusal.ts';
import { PutAside } from './PutAside.tsx';

const paths: Readonly<Record<Repair['table'], string>> = { task: '/tasks', session: '/sessions', meeting: '/meetings', organisation: '/organisations' };

/** Address of a record with its tab and field open. */
export const repairAddress = ({ table, id, tab, field }: Repair): string => {
  const more = new URLSearchParams([...(tab ? [['tab', tab]] : []), ...(field ? [['field', field]] : [])]).toString();
  return `${paths[table]}/${id}${more === '' ? '' : `?${more}`}`;
};

const move = (event: KeyboardEvent<HTMLElement>) => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.cd-quality-line')];
  const next = all[all.findIndex((one) => one === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

const takeBack = (line: QueueLine) => {
  api.quality.takeBack.mutate({ rule: line.rule, record: line.at.id, field: line.at.field, label: line.label })
    .catch((error: unknown) => notifications.show({ color: 'danger', title: '저장하지 못했습니다', message: sentenceOf(error) }));
};

const Line = ({ line, showsOwner, onAside }: { line: QueueLine; showsOwner: boolean; onAside: () => void }) => (
  <li>
    <Link
      href={repairAddress(line.at)} className="cd-quality-line" {...(line.aside ? {} : { 'aria-keyshortcuts': 'Delete' })}
      onKeyDown={(event: KeyboardEvent) => { if (event.key === 'Delete' && !line.aside) { event.preventDefault(); onAside(); } }}
    >
      <span className="cd-quality-what"><b>{line.label}</b> <span className="cd-small cd-soft">{line.note}</span></span>
      <span>{line.message}{line.aside ? <span className="cd-small cd-soft cd-quality-reason">{line.aside.until_on ? `${line.aside.until_on}까지 미룸` : '미룸'} · {line.aside.reason}</span> : null}</span>
      {showsOwner ? <span className="cd-small cd-soft cd-quality-who">{line.person_name ?? '담당 없음'}</span> : null}
      <ChevronRight size={15} aria-hidden />
    </Link>
    {line.aside ? <Button size="compact-xs" variant="subtle" onClick={() => takeBack(line)}>다시 꺼내기</Button>
      : <ActionIcon variant="subtle" color="gray" aria-label={`미루기: ${line.label}`} title="미루기 (Delete)" onClick={onAside}><Clock size={14} aria-hidden /></ActionIcon>}
  </li>
);

export const Lines = ({ found, showsOwner }: { found: Queue; showsOwner: boolean }) => {
  const [asked, setAsked] = useState<QueueLine | null>(null);
  const titles = new Map(found.lines.map((line) => [line.rule, line.title]));
  return (
    <div className="cd-quality-lines" onKeyDown={move}>
      {[...titles].map(([rule, title]) => {
        const own = found.lines.filter((line) => line.rule === rule);
        const count = own.some((line) => line.aside) ? own.length : (found.rules.find((one) => one.code === rule)?.count ?? own.length);
        return (
          <section key={rule} aria-label={title}>
            <h3>{title} <span className="cd-soft cd-number">{count.toLocaleString('ko-KR')}</span></h3>
            <ul>{own.map((line, index) => <Line key={`${line.at.id}${line.at.field ?? ''}${index}`} line={line} showsOwner={showsOwner} onAside={() => setAsked(line)} />)}</ul>
            {own.length < count ? <p className="cd-small cd-soft">먼저 {own.length.toLocaleString('ko-KR')}건을 보여 줍니다. 고치면 나머지가 이어집니다.</p> : null}
          </section>
        );
      })}
      {asked ? <PutAside line={asked} onClose={() => setAsked(null)} /> : null}
    </div>
  );
};

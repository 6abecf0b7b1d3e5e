/** The lines, by rule. Arrows go from line to line, Enter opens the record at the field. */
import { ChevronRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { Queue, QueueLine, Repair } from '../../../db/quality/api.ts';

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

const Line = ({ line, showsOwner }: { line: QueueLine; showsOwner: boolean }) => (
  <li>
    <Link href={repairAddress(line.at)} className="cd-quality-line">
      <span className="cd-quality-what"><b>{line.label}</b> <span className="cd-small cd-soft">{line.note}</span></span>
      <span className="cd-quality-message">{line.message}</span>
      {showsOwner ? <span className="cd-small cd-soft cd-quality-who">{line.person_name ?? '담당 없음'}</span> : null}
      <ChevronRight size={15} aria-hidden />
    </Link>
  </li>
);

export const Lines = ({ found, showsOwner }: { found: Queue; showsOwner: boolean }) => (
  <div className="cd-quality-lines" onKeyDown={move}>
    {found.rules.map((rule) => {
      const own = found.lines.filter((line) => line.rule === rule.code);
      return own.length === 0 ? null : (
        <section key={rule.code} aria-label={rule.title}>
          <h3>{rule.title} <span className="cd-soft cd-number">{rule.count.toLocaleString('ko-KR')}</span></h3>
          <ul>{own.map((line, index) => <Line key={`${line.at.id}${line.at.field ?? ''}${index}`} line={line} showsOwner={showsOwner} />)}</ul>
          {own.length < rule.count ? <p className="cd-small cd-soft">먼저 {own.length.toLocaleString('ko-KR')}건을 보여 줍니다. 고치면 나머지가 이어집니다.</p> : null}
        </section>
      );
    })}
  </div>
);

/** The pairs, likeliest first. Arrows walk; what has the focus is shown beside it. */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { CandidatePair } from '../../../db/identity/api.ts';
import { VerdictMark } from './verdicts.tsx';

export const pairKey = (pair: CandidatePair): string => `${pair.one.id}~${pair.other.id}`;

const step: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export const Queue = ({ pairs, chosen, onChoose, total }: { pairs: readonly CandidatePair[]; chosen: string | null; onChoose: (key: string) => void; total: number }) => {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => { list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }); }, [chosen]);
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const by = step[event.key];
    if (by === undefined || event.ctrlKey || event.altKey) return;
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    const next = all[all.findIndex((one) => one === document.activeElement) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.click();
  };
  return (
    <nav className="cd-identity-queue" aria-label="중복일 수 있는 기록" onKeyDown={walk}>
      <ol ref={list}>
        {pairs.map((pair) => {
          const key = pairKey(pair);
          return (
            <li key={key}>
              <button type="button" className="cd-identity-pair" aria-current={key === chosen ? 'true' : undefined} onClick={() => onChoose(key)}>
                <span className="cd-identity-names"><span>{pair.one.name}</span><span>{pair.other.name}</span></span>
                <VerdictMark verdict={pair.verdict} score={pair.score} />
              </button>
            </li>
          );
        })}
      </ol>
      {pairs.length < total ? <p className="cd-small cd-soft cd-pad">먼저 {pairs.length.toLocaleString('ko-KR')}쌍을 보여 줍니다. 정하면 나머지가 이어집니다.</p> : null}
    </nav>
  );
};

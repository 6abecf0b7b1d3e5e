/** One score: a real box, so that whatever is typed first arrives whole. Saved when it is left; what cannot be saved stays as typed. */
import { useEffect, useState } from 'react';
import { scoreProblem, tidyScore } from '../../../db/evaluations/score.ts';
import type { SheetScore } from '../../../db/evaluations/api.ts';
import { sentenceOf } from '../../refusal.ts';

export type ScoreCellProps = {
  said: SheetScore | null;
  /** Why it takes nothing; null when it does. */
  why: string | null;
  label: string;
  onSave: (score: string | null, was: string | null) => Promise<unknown>;
  /** Why what was typed cannot stand; null when it does after all. */
  onWrong: (why: string | null) => void;
};

export const ScoreCell = ({ said, why, label, onSave, onWrong }: ScoreCellProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrongHere] = useState<string | null>(null);
  const setWrong = (message: string | null) => { setWrongHere(message); if (message !== wrong) onWrong(message); };
  const stored = said?.score ?? null;
  // What was sent shows until the stored score has followed it.
  useEffect(() => { setTyped(null); setWrongHere(null); }, [stored, why]);
  const isRecused = why !== null && /^(제척|회피)/.test(why);
  const settle = async () => {
    if (typed === null) return;
    const text = typed.trim() === '' ? null : tidyScore(typed.trim());
    if (text === stored) { setTyped(null); setWrong(null); return; }
    const problem = text === null ? null : scoreProblem(text);
    if (problem) { setWrong(problem.message); return; }
    setWrong(null);
    setTyped(text ?? '');
    try {
      await onSave(text, stored);
    } catch (error) {
      setWrong(sentenceOf(error));
    }
  };
  return (
    <input
      className="cd-ev-cell" inputMode="decimal" autoComplete="off" maxLength={20} aria-label={isRecused ? `${label}, ${why ?? ''}` : label}
      readOnly={why !== null} aria-invalid={wrong !== null || undefined} title={wrong ?? why ?? said?.opinion ?? undefined}
      data-recused={isRecused || undefined} data-opinion={said?.opinion ? true : undefined}
      value={isRecused ? why.slice(0, 2) : (typed ?? stored ?? '')}
      onFocus={(event) => event.currentTarget.select()} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={() => void settle()}
      onKeyDown={(event) => { if (event.key === 'Escape' && typed !== null) { event.preventDefault(); event.stopPropagation(); setTyped(null); setWrong(null); } }}
    />
  );
};

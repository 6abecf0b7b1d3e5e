/** Where a task stands on its road: the states of its program year, those it has been in, those it can go to now. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { endings, mainRoad } from '../../../db/tasks/choices.ts';
import { api } from '../../api.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { stateName } from './states.tsx';
import { useMoves } from './use-moves.ts';

export type TaskRoadProps = {
  id: string;
  status: string;
  /** States the task has been in. */
  been: ReadonlySet<string>;
};

type Standing = 'here' | 'past' | 'ahead';

const Stop = ({ code, standing, canGo, onGo }: { code: string; standing: Standing; canGo: boolean; onGo: (code: string) => void }) => {
  const name = stateName(code);
  return (
    <li data-state={standing} data-open={canGo || undefined}>
      {canGo ? <button type="button" title={`‘${name}’ 상태로 바꾸기`} onClick={() => onGo(code)}>{name}</button>
        : <span aria-current={standing === 'here' ? 'step' : undefined}>{name}</span>}
    </li>
  );
};

export const TaskRoad = ({ id, status, been }: TaskRoadProps) => {
  const [to, setTo] = useState<string | null>(null);
  const moves = useMoves([id]).data ?? [];
  const off = useQuery({ queryKey: ['task', 'period_rule', 'states-off', id], queryFn: () => api.tasks.statesOff.query({ id }) }).data ?? [];
  const open = new Set<string>(moves.map((move) => move.to));
  const road = mainRoad.filter((code) => code === status || been.has(code) || !off.includes(code));
  const here = road.findIndex((code) => code === status);
  const standing = (code: string, index: number): Standing => (code === status ? 'here' : (here >= 0 ? index < here && been.has(code) : been.has(code)) ? 'past' : 'ahead');
  const aside = [...endings, 'on-hold'].filter((code) => code === status || open.has(code));
  return (
    <nav aria-label="과제 상태 단계" className="cd-road">
      <ol>{road.map((code, index) => <Stop key={code} code={code} standing={standing(code, index)} canGo={open.has(code)} onGo={setTo} />)}</ol>
      {aside.length > 0 ? <ul aria-label="다른 길">{aside.map((code) => <Stop key={code} code={code} standing={code === status ? 'here' : 'ahead'} canGo={open.has(code)} onGo={setTo} />)}</ul> : null}
      <MoveDialog ids={[id]} from={status} to={to} onClose={() => setTo(null)} />
    </nav>
  );
};

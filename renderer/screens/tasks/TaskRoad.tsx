/** Where a task stands on its road; each step can be chosen to move there. */
import { useState } from 'react';
import { MoveDialog } from './MoveMenu.tsx';
import { mainRoad, stateName } from './states.tsx';

export type TaskRoadProps = {
  id: string;
  status: string;
  /** States the task has been in. */
  been: ReadonlySet<string>;
};

export const TaskRoad = ({ id, status, been }: TaskRoadProps) => {
  const [to, setTo] = useState<string | null>(null);
  const here = mainRoad.indexOf(status as (typeof mainRoad)[number]);
  return (
    <nav aria-label="과제 상태 단계" className="cd-road">
      <ol>
        {mainRoad.map((code, index) => {
          const state = code === status ? 'here' : (here >= 0 ? index < here : been.has(code)) ? 'past' : 'ahead';
          return (
            <li key={code} data-state={state}>
              <button type="button" aria-current={state === 'here' ? 'step' : undefined} disabled={state === 'here'} title={state === 'here' ? '지금 상태' : `‘${stateName(code)}’ 상태로 바꾸기`} onClick={() => setTo(code)}>{stateName(code)}</button>
            </li>
          );
        })}
      </ol>
      <MoveDialog ids={[id]} from={status} to={to} onClose={() => setTo(null)} />
    </nav>
  );
};

/** Tasks as work: the same scope over board, timeline and workload. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api.ts';
import { Board } from './Board.tsx';
import { ScopeBar } from './ScopeBar.tsx';
import { useScope } from './scope.ts';
import { Timeline } from './Timeline.tsx';
import type { Way } from './ways.tsx';
import { Workload } from './Workload.tsx';

export type WorkProps = {
  way: Exclude<Way, 'list'>;
  openId: string | null;
  onOpen: (id: string) => void;
  onNew: () => void;
};

export const Work = ({ way, openId, onOpen, onNew }: WorkProps) => {
  const about = useQuery({ queryKey: ['account', 'about'], queryFn: () => api.device.about.query() });
  const me = about.data?.account?.person ?? null;
  const state = useScope(me);
  // Where a view puts what belongs to it alone.
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <div className="cd-work">
      <ScopeBar state={state} me={me} takesWords={way !== 'workload'}>
        <div ref={setSlot} className="cd-work-slot" />
        <Button className="cd-work-new" leftSection={<Plus size={14} aria-hidden />} onClick={onNew}>새 과제</Button>
      </ScopeBar>
      {way === 'board' ? <Board state={state} slot={slot} openId={openId} onOpen={onOpen} /> : null}
      {way === 'timeline' ? <Timeline state={state} slot={slot} openId={openId} onOpen={onOpen} /> : null}
      {way === 'workload' ? <Workload scope={state.scope} slot={slot} /> : null}
    </div>
  );
};

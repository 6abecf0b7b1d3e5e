/** The ways to look at the same tasks: list, board, timeline, workload. */
import { Tabs } from '@mantine/core';
import { CalendarRange, SquareKanban, Table2, UsersRound, type LucideIcon } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { usePreference } from '../../parts/preferences.tsx';
import { Work } from './Work.tsx';
import './work.css';

const ways = [
  { code: 'list', word: '목록', icon: Table2 },
  { code: 'board', word: '보드', icon: SquareKanban },
  { code: 'timeline', word: '일정', icon: CalendarRange },
  { code: 'workload', word: '업무량', icon: UsersRound },
] as const satisfies readonly { code: string; word: string; icon: LucideIcon }[];

export type Way = (typeof ways)[number]['code'];
const isWay = (value: unknown): value is Way => ways.some((one) => one.code === value);

/**
 * For a list screen: the switch above it, and what stands in the list's place. The address says the way (`?view=board`); without
 * it the one chosen last is taken, and the list where the address names records.
 */
export const useWays = (place: string, openId: string | null): { above: ReactNode; instead: (open: (id: string) => void, startNew: () => void) => ReactNode } => {
  const given = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const [chosen, setChosen] = usePreference<Way>('work.way', 'list', isWay);
  const named = given.get('view');
  const way = isWay(named) ? named : given.has('where') || given.has('selection') ? 'list' : chosen;
  useEffect(() => { if (isWay(named) && named !== chosen) setChosen(named); }, [named, chosen, setChosen]);
  const show = (next: string | null) => {
    if (!isWay(next)) return;
    setChosen(next);
    go(`${place}${openId === null ? '' : `/${openId}`}?view=${next}`);
  };
  return {
    above: (
      <Tabs className="cd-ways" value={way} onChange={show}>
        <Tabs.List aria-label="과제를 보는 방법">
          {ways.map(({ code, word, icon: Icon }) => <Tabs.Tab key={code} value={code} leftSection={<Icon size={14} aria-hidden />}>{word}</Tabs.Tab>)}
        </Tabs.List>
      </Tabs>
    ),
    instead: (open, startNew) => (way === 'list' ? null : <Work way={way} openId={openId} onOpen={open} onNew={startNew} />),
  };
};

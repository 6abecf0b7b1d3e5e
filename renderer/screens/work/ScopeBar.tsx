/** The bar above board, timeline and workload: which tasks are looked at. */
import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { api } from '../../api.ts';
import { matchesTyped } from '../../parts/form/ChoiceField.tsx';
import type { ScopeState } from './scope.ts';

export type ScopeBarProps = {
  state: ScopeState;
  /** Person of the account, null when it is nobody of the people. */
  me: string | null;
  /** Whether words narrow this view. */
  takesWords: boolean;
  children?: ReactNode;
};

const typingPause = 200;

/** The box is typed into freely; what is asked for follows after a pause. */
const Words = ({ words, setWords }: Pick<ScopeState, 'words' | 'setWords'>) => {
  const [text, setText] = useState(words);
  useEffect(() => { if (words === '') setText(''); }, [words]);
  useEffect(() => {
    const timer = setTimeout(() => setWords(text), typingPause);
    return () => clearTimeout(timer);
    // Only what is typed starts the pause.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  return (
    <TextInput
      className="cd-work-words" aria-label="과제 안에서 찾기" placeholder="과제·기업·번호·초성으로 찾기" leftSection={<Search size={14} aria-hidden />} value={text} onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => { if (event.key === 'Escape' && text !== '') { event.stopPropagation(); setText(''); } }}
    />
  );
};

const byTyping = ({ options, search }: { options: unknown; search: string }) =>
  (options as { value: string; label: string }[]).filter((one) => matchesTyped(one.label, search));

export const ScopeBar = ({ state, me, takesWords, children }: ScopeBarProps) => {
  const options = useQuery({ queryKey: ['task', 'person', 'work-options'], queryFn: () => api.work.options.query() });
  const { chosen, choose } = state;
  const coordinators = [
    ...(me === null ? [] : [{ value: '@me', label: '내 과제' }]),
    { value: '@nobody', label: '담당 없음' },
    ...(options.data?.coordinators ?? []).map((one) => ({ value: one.id, label: one.name })),
  ];
  const offices = options.data?.offices ?? [];
  const years = options.data?.years ?? [];
  return (
    <div className="cd-work-top"><div className="cd-work-bar">
      {takesWords ? <Words words={state.words} setWords={state.setWords} /> : null}
      <Select className="cd-work-who" aria-label="담당" placeholder="모든 담당" searchable clearable filter={byTyping} data={coordinators} value={chosen.coordinator} onChange={(value) => choose({ coordinator: value })} clearButtonProps={{ 'aria-label': '담당 조건 지우기' }} />
      {offices.length > 0 ? <Select className="cd-work-who" aria-label="지사" placeholder="모든 지사" searchable clearable filter={byTyping} data={offices} value={chosen.office} onChange={(value) => choose({ office: value })} clearButtonProps={{ 'aria-label': '지사 조건 지우기' }} /> : null}
      {years.length > 0 ? (
        <Select
          className="cd-work-year" aria-label="차년도" placeholder="모든 연도" clearable data={years.map((year) => ({ value: String(year), label: `${year}차 (${year + 2004})` }))}
          value={chosen.year === null ? null : String(chosen.year)} onChange={(value) => choose({ year: value === null ? null : Number(value) })} clearButtonProps={{ 'aria-label': '연도 조건 지우기' }}
        />
      ) : null}
      {state.isNarrowed ? <Button size="compact-xs" variant="subtle" onClick={state.clear}>조건 지우기</Button> : null}
      {children}
    </div></div>
  );
};

/** Ctrl+K: everything in one box. Records of every kind as they are typed, places and actions. */
import { Modal } from '@mantine/core';
import { Search, SearchX } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { api } from '../api.ts';
import type { Group } from '../../db/search/api.ts';
import { kindNames, type KindName } from '../../db/search/choices.ts';
import { commandSearch, useCommandSearch } from '../parts/keys/command-search.ts';
import { isComposing, useShortcut } from '../parts/keys/shortcut.ts';
import { sentenceOf } from '../refusal.ts';
import { addressOf, blocksOf, koOf, type CommandGroup, type Entry } from './entries.ts';
import { EntryLine } from './EntryLine.tsx';
import { daysOf, type Period } from './periods.ts';
import { useRecent } from './recent.ts';
import { SearchFilterBar } from './SearchFilterBar.tsx';
import { useSearch } from './use-search.ts';
import './search.css';

export type SearchBoxProps = { groups: readonly CommandGroup[]; go: (path: string) => void };

const Open = ({ groups: commands, go }: SearchBoxProps) => {
  const [text, setText] = useState('');
  const [kinds, setKinds] = useState<readonly KindName[]>([]);
  const [period, setPeriod] = useState<{ code: Period | null; from: string | null; until: string | null }>({ code: null, from: null, until: null });
  const [office, setOffice] = useState<string | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const recent = useRecent();
  const filters = useMemo(() => ({ kinds, office, from: period.from, until: period.until }), [kinds, office, period]);
  const { found, state, more } = useSearch(text, filters);
  const blocks = useMemo(() => blocksOf(text, found?.groups ?? null, commands, recent), [commands, found, recent, text]);
  const entries = useMemo(() => blocks.flatMap((block) => block.entries), [blocks]);
  const at = Math.max(0, entries.findIndex((entry) => entry.key === active));

  // A new answer begins at its first line.
  useEffect(() => { setActive(null); list.current?.scrollTo({ top: 0 }); }, [found?.text]);
  useEffect(() => { if (active !== null) list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' }); }, [active]);

  const leave = (path: string, record: Parameters<typeof recent.keep>[1]): void => {
    recent.keep(text, record);
    commandSearch.close();
    go(path);
  };
  const openAll = ({ kind }: Group): void => {
    const place = kindNames.find((one) => one.name === kind);
    if (!place?.isListed) { setFailure(`${koOf(kind)}에는 목록 화면이 없습니다. 결과를 하나씩 여세요.`); return; }
    api.search.open.mutate({ text, kind, ...(filters.from ? { from: filters.from } : {}), ...(filters.until ? { until: filters.until } : {}), ...(office ? { office } : {}) })
      .then(({ id }) => leave(`${place.path}?selection=${id}`, null), (error: unknown) => setFailure(sentenceOf(error)));
  };
  const choose = (entry: Entry, isAll: boolean): void => {
    setFailure(null);
    if (isAll && (entry.kind === 'hit' || entry.kind === 'more')) { openAll(entry.group); return; }
    switch (entry.kind) {
      case 'hit': leave(addressOf(entry.hit), { path: addressOf(entry.hit), label: entry.hit.label, kind: koOf(entry.hit.kind) }); break;
      case 'more': more(entry.group).catch((error: unknown) => setFailure(sentenceOf(error))); break;
      case 'command': commandSearch.close(); entry.command.run(); break;
      case 'text': setText(entry.text); break;
      case 'record': leave(entry.record.path, entry.record);
    }
  };
  const press = (event: KeyboardEvent): void => {
    // Half-made syllables are looked for, but a key that ends one must neither open nor move.
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.code];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      const next = Math.abs(step) === 1 ? (at + step + entries.length) % entries.length : Math.min(Math.max(at + step, 0), entries.length - 1);
      setActive(entries[next]?.key ?? null);
    } else if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      event.preventDefault();
      const entry = entries[at];
      if (entry) choose(entry, event.ctrlKey || event.metaKey);
    } else if (event.code === 'Escape' && text !== '') {
      event.stopPropagation();
      setText('');
    }
  };

  const isNarrowed = kinds.length > 0 || period.code !== null || office !== null;
  const wanted = text.trim();
  const isEmpty = wanted !== '' && found !== null && state === 'idle' && found.text === wanted && entries.length === 0;
  const total = found?.groups.reduce((sum, group) => sum + group.total, 0) ?? 0;
  const isExact = found?.groups.every((group) => group.isExact) ?? true;
  return (
    <div className="cd-find">
      <div className="cd-find-box">
        <Search size={17} aria-hidden />
        <input
          ref={input} data-autofocus role="combobox" aria-expanded aria-controls="cd-find-list" aria-autocomplete="list" {...(entries[at] ? { 'aria-activedescendant': `cd-find-${at}` } : {})}
          aria-label="찾기" placeholder="이름, 내용, 번호, 초성으로 찾기" autoComplete="off" spellCheck={false} value={text} maxLength={200} onChange={(event) => { setText(event.currentTarget.value); setFailure(null); }} onKeyDown={press}
        />
        {state === 'busy' ? <span className="cd-find-busy" aria-hidden /> : null}
      </div>
      <SearchFilterBar kinds={kinds} onKinds={(next) => { setKinds(next); input.current?.focus(); }} period={period.code} onPeriod={(code) => setPeriod({ code, ...daysOf(code, new Date()) })} office={office} onOffice={setOffice} />
      <div className="cd-find-list" ref={list}>
        <div id="cd-find-list" role="listbox" aria-label="찾은 것" aria-busy={state === 'busy'}>
          {blocks.map((block) => (
            <div key={block.key} role="group" aria-label={block.total ? `${block.title} ${block.total}` : block.title}>
              <div className="cd-find-title" aria-hidden>{block.title}{block.total ? <span className="cd-number">{block.total}</span> : null}</div>
              {block.entries.map((entry) => {
                const index = entries.indexOf(entry);
                return <EntryLine key={entry.key} id={`cd-find-${index}`} entry={entry} isActive={index === at} onPoint={() => { if (index !== at) setActive(entry.key); }} onChoose={(isAll) => choose(entry, isAll)} />;
              })}
            </div>
          ))}
        </div>
        {isEmpty ? (
          <div className="cd-empty cd-find-empty">
            <SearchX size={30} strokeWidth={1.5} aria-hidden />
            <p className="cd-empty-title">‘{wanted}’에 맞는 기록이 없습니다.</p>
            <p>{kinds.length > 0 ? kinds.map(koOf).join(', ') : '기업, 사람, 과제, 상담, 미니클러스터, 회의, 안건, 할 일, 평가회의, 첨부 이름'}에서 찾았습니다. {isNarrowed ? '종류·기간·지사 조건을 지우거나 ' : ''}낱말을 줄이거나 초성(ㅎㅂㅈㅁ)으로 찾아 보세요.</p>
          </div>
        ) : null}
        {state === 'failed' ? <p className="cd-error cd-pad" role="alert">찾지 못했습니다. 글자를 고치면 다시 찾습니다.</p> : null}
      </div>
      <div className="cd-find-foot">
        <span role="status">{failure ?? [wanted !== '' && found ? `${total.toLocaleString('ko-KR')}건${isExact ? '' : ' 이상'}` : '', found && !found.isWhole ? '색인을 만드는 중이라 일부만 찾았습니다' : '', found && found.waiting > 0 ? `색인 중 ${found.waiting.toLocaleString('ko-KR')}건` : ''].filter(Boolean).join(' · ')}</span>
        <span className="cd-find-keys"><kbd>↑↓</kbd> 고르기 <kbd>Enter</kbd> 열기 <kbd>Ctrl+Enter</kbd> 이 종류를 목록에서 모두 보기 <kbd>Esc</kbd> 지우기·닫기</span>
      </div>
    </div>
  );
};

export const SearchBox = (props: SearchBoxProps) => {
  const isOpen = useCommandSearch();
  useShortcut('Ctrl+KeyK', () => commandSearch.toggle());
  return (
    <Modal.Root opened={isOpen} onClose={commandSearch.close} size={900} yOffset="8vh" transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content aria-label="찾기" radius="md"><Modal.Body p={0}>{isOpen ? <Open {...props} /> : null}</Modal.Body></Modal.Content>
    </Modal.Root>
  );
};

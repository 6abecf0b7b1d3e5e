/** Years down, measures across, the source of each year at its end; typed like a sheet, a block from Excel is one step. */
import { Button, Select, Table } from '@mantine/core';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { NationChange, NationPlace, NationYear } from '../../../db/nation/api.ts';
import { nationalMeasures, unitsFor, type NationalMeasure } from '../../../db/nation/choices.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { TypedField } from '../../parts/form/TypedField.tsx';
import { parseTsv } from '../../parts/grid/tsv.ts';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { usePreference } from '../../parts/preferences.tsx';
import { pastedNation, readFigure, usualUnits, writeFigure, type TypedFigure } from './nation-cells.ts';

/** Years without figures that are offered to begin with. */
const offered = 6;
type Units = Record<NationalMeasure, string>;
const isUnits = (value: unknown): value is Units => typeof value === 'object' && value !== null && nationalMeasures.every(({ code }) => { const unit: unknown = Reflect.get(value, code); return typeof unit === 'string' && unitsFor(code).includes(unit); });
const keyOf = (year: number, measure: string): string => `${year}.${measure}`;

const shownYears = (stored: readonly NationYear[], added: readonly number[]): number[] => {
  const last = Number(today().slice(0, 4)) - 1;
  const known = [...stored.map((one) => one.year), ...added];
  const [from, to] = [Math.min(...known, last - offered + 1), Math.max(...known, last)];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};

/** The source of a year; several are named one after the other. */
const sourceOf = (line: NationYear | undefined): string | null => {
  const sources = [...new Set(Object.values(line?.figures ?? {}).map((figure) => figure.source))];
  return sources.length === 0 ? null : sources.join('; ');
};

export const NationSheet = ({ place, stored }: { place: NationPlace; stored: readonly NationYear[] }) => {
  const [units, setUnits] = usePreference<Units>('nation.units', usualUnits(), isUnits);
  const [added, setAdded] = useState<readonly number[]>([]);
  const [unread, setUnread] = useState<Readonly<Record<string, string>>>({});
  // Typed before their source: kept until it is there.
  const [waiting, setWaiting] = useState<Readonly<Record<string, TypedFigure>>>({});
  const [sources, setSources] = useState<Readonly<Record<number, string>>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const years = shownYears(stored, added);
  const lines = new Map(stored.map((one) => [one.year, one]));
  /** As stored, else as typed before there was anything to store. */
  const sourceIn = (year: number): string | null => sourceOf(lines.get(year)) ?? sources[year] ?? null;
  const save = (changes: NationChange[]): Promise<boolean> => api.nation.save.mutate({ place, changes }).then(() => { setFailure(null); return true; }, (error: unknown) => { setFailure(error); return false; });
  const forget = (...keys: string[]) => setWaiting((known) => Object.fromEntries(Object.entries(known).filter(([key]) => !keys.includes(key))));
  const write = (given: readonly { year: number; values: Partial<Record<NationalMeasure, TypedFigure>> }[]) => {
    const isReady = (year: number): boolean => sourceIn(year) !== null;
    setWaiting((known) => ({ ...known, ...Object.fromEntries(given.filter(({ year }) => !isReady(year)).flatMap(({ year, values }) => Object.entries(values).map(([measure, figure]) => [keyOf(year, measure), figure]))) }));
    const ready = given.filter(({ year }) => isReady(year)).map(({ year, values }) => ({ year, source: sourceIn(year), values: Object.fromEntries(Object.entries(values)) }));
    if (ready.length > 0) void save(ready);
  };
  const typed = (year: number, measure: NationalMeasure, text: string) => {
    const key = keyOf(year, measure);
    const figure = readFigure(measure, text, units[measure]);
    setUnread((known) => Object.fromEntries([...Object.entries(known).filter(([one]) => one !== key), ...(figure ? [] : [[key, text] as const])]));
    const known = lines.get(year)?.figures[measure];
    if (!figure || (known?.value === figure.value && known?.unit === figure.unit)) return;
    if (figure.value === null) { forget(key); if (known) void save([{ year, values: { [measure]: { value: null } } }]); return; }
    write([{ year, values: { [measure]: figure } }]);
  };
  const sourced = async (year: number, source: Cell) => {
    if (typeof source !== 'string' || source === sourceIn(year)) return;
    const held = Object.entries(waiting).filter(([key]) => key.startsWith(`${year}.`));
    const values = Object.fromEntries(held.map(([key, figure]) => [key.slice(5), figure]));
    setSources((known) => ({ ...known, [year]: source }));
    if (held.length === 0 && !lines.has(year)) return;
    const isSaved = await save([...(held.length > 0 ? [{ year, source, values }] : []), ...(lines.has(year) ? [{ year, source, values: {} }] : [])]);
    if (isSaved) forget(...held.map(([key]) => key));
  };
  const boxOf = (event: ClipboardEvent | KeyboardEvent): { year: number; measure: string } | null => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-year]') : null;
    return cell ? { year: Number(cell.dataset['year']), measure: cell.dataset['measure'] ?? '' } : null;
  };
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const at = boxOf(event);
    const measure = nationalMeasures.find((one) => one.code === at?.measure)?.code;
    const block = parseTsv(event.clipboardData.getData('text/plain'));
    if (!at || !measure || (block.length < 2 && (block[0]?.length ?? 0) < 2)) return;
    event.preventDefault();
    const read = pastedNation(block, years, { year: at.year, measure }, units);
    setUnread(Object.fromEntries(read.unread.map((one) => [keyOf(one.year, one.measure), one.text])));
    setAdded([...added, ...read.changes.map((one) => one.year), ...read.unread.map((one) => one.year)]);
    write(read.changes);
  };
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    const at = boxOf(event);
    if (step === 0 || !at || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    const input = event.currentTarget.querySelector<HTMLInputElement>(`[data-year="${at.year + step}"][data-measure="${at.measure}"] input`);
    input?.focus();
    input?.select();
  };
  const [first = 2000, last = 2000] = [years[0], years.at(-1)];
  const isWaiting = Object.keys(waiting).length > 0;
  return (
    <div className="cd-stack cd-nation-body">
      <div className="cd-lines-scroll" onPaste={paste} onKeyDown={move}>
        <Table verticalSpacing={2} className="cd-boxes cd-nation-sheet" aria-label="전국 지표">
          <Table.Thead>
            <Table.Tr>
              <Table.Th className="cd-nation-year">연도</Table.Th>
              {nationalMeasures.map(({ code, ko }) => (
                <Table.Th key={code} className="cd-nation-measure">
                  <span className="cd-nation-head">{ko}{unitsFor(code).length > 1 ? <Select aria-label={`${ko} 단위`} size="xs" variant="unstyled" w="5rem" allowDeselect={false} data={unitsFor(code)} value={units[code]} onChange={(unit) => { if (unit) setUnits({ ...units, [code]: unit }); }} /> : <span className="cd-soft">({units[code]})</span>}</span>
                </Table.Th>
              ))}
              <Table.Th>출처</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {years.map((year) => {
              const needsSource = Object.keys(waiting).some((key) => key.startsWith(`${year}.`)) && sourceIn(year) === null;
              return (
                <Table.Tr key={year}>
                  <Table.Td className="cd-number cd-nation-year">{year}</Table.Td>
                  {nationalMeasures.map(({ code, ko }) => {
                    const key = keyOf(year, code);
                    const figure = waiting[key] ?? lines.get(year)?.figures[code];
                    const wrong = unread[key];
                    return (
                      <Table.Td key={code} data-year={year} data-measure={code} className="cd-nation-box" data-waiting={waiting[key] ? true : undefined}>
                        <TypedField
                          label={<span className="cd-only-spoken">{year}년 {ko}</span>} value={wrong ?? (figure && figure.value !== null ? writeFigure(figure.value, figure.unit, units[code]) : null)} read={(text) => text} write={(value) => String(value ?? '')}
                          {...(wrong === undefined ? {} : { error: `숫자로 써 주세요. 단위: ${unitsFor(code).join(', ')}` })} onChange={(value) => typed(year, code, String(value ?? ''))}
                        />
                      </Table.Td>
                    );
                  })}
                  <Table.Td data-year={year} data-measure="source">
                    <TypedField
                      label={<span className="cd-only-spoken">{year}년 출처</span>} value={sourceIn(year)} read={(text) => text.normalize('NFC')} write={(value) => String(value ?? '')} placeholder={needsSource ? '자료 이름 · 발행 기관' : ''}
                      {...(needsSource ? { error: '출처를 적으면 저장합니다.' } : {})} onChange={(value) => void sourced(year, value)}
                    />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
      {failure ? <FailureNotice error={failure} /> : null}
      <p className="cd-small cd-soft" role="status">{isWaiting ? '노란 칸은 아직 저장하지 않은 값입니다. 그 해의 출처를 적어 주세요.' : 'Enter·↓로 아래 해로 갑니다. 단위가 다르면 1,860.5억불처럼 값 뒤에 적습니다. 엑셀에서 연도가 든 표를 복사해 붙여 넣어도 됩니다.'}</p>
      <div className="cd-row-wrap">
        <Button size="compact-sm" variant="default" onClick={() => setAdded([...added, first - 1])}>{first - 1}년 더하기</Button>
        {last < Number(today().slice(0, 4)) ? <Button size="compact-sm" variant="default" onClick={() => setAdded([...added, last + 1])}>{last + 1}년 더하기</Button> : null}
      </div>
    </div>
  );
};

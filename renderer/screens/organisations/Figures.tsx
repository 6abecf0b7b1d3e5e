/** 연도별 현황: years down, figures across with their growth beside, typed like a sheet; a block from Excel is pasted in one step. */
import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { figureFields, type FigureName } from '../../../db/organisations/choices.ts';
import type { Figures as Found, FiguresChange } from '../../../db/organisations/api.ts';
import { firmYear } from '../../../db/organisations/fields.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { wonReading } from '../../../db/korean/read-won.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { TypedField } from '../../parts/form/TypedField.tsx';
import { WonUnitSwitch } from '../../parts/form/WonField.tsx';
import { useWonUnit } from '../../parts/form/won-unit.ts';
import { parseTsv } from '../../parts/grid/tsv.ts';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { isWon, pastedFigures, readFigure, writeFigure } from './figure-cells.ts';
import { GrowthMark } from './GrowthMark.tsx';

/** Years without figures that are offered to begin with. */
const offered = 3;
const wrongHint = (figure: FigureName): string => (isWon(figure) ? '1억 2,000만원처럼 써 주세요.' : '숫자로 써 주세요.');

/** Years that are drawn: those entered, the last three, and those added by hand; no gap between them. */
const shownYears = (found: Found, added: readonly number[], thisYear: number): number[] => {
  const known = [...found.years.map((one) => one.year), ...added];
  const from = Math.min(...known, thisYear - offered);
  const to = Math.max(...known, thisYear - 1);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};

const Sheet = ({ organisation, found }: { organisation: string; found: Found }) => {
  const [unit] = useWonUnit();
  const [added, setAdded] = useState<readonly number[]>([]);
  const [unread, setUnread] = useState<Readonly<Record<string, string>>>({});
  const [typing, setTyping] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const thisYear = Number(today().slice(0, 4));
  const years = shownYears(found, added, thisYear);
  const lines = new Map(found.years.map((one) => [one.year, one]));
  const valueOf = (year: number, figure: FigureName): number | null => lines.get(year)?.[figure] ?? null;
  const save = (changes: FiguresChange[]) => api.organisations.figures.save.mutate({ id: organisation, changes }).then(() => setFailure(null), setFailure);
  const typed = (year: number, figure: FigureName, value: Cell) => {
    const key = `${year}.${figure}`;
    setUnread((known) => Object.fromEntries([...Object.entries(known).filter(([one]) => one !== key), ...(typeof value === 'string' ? [[key, value] as const] : [])]));
    if (typeof value !== 'string' && value !== valueOf(year, figure)) void save([{ year, values: { [figure]: value }, was: { [figure]: valueOf(year, figure) } }]);
  };
  const boxOf = (event: ClipboardEvent | KeyboardEvent): { year: number; figure: FigureName } | null => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-year]') : null;
    const figure = figureFields.find((name) => name === cell?.dataset['figure']);
    return cell && figure ? { year: Number(cell.dataset['year']), figure } : null;
  };
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const at = boxOf(event);
    const block = parseTsv(event.clipboardData.getData('text/plain'));
    if (!at || (block.length < 2 && (block[0]?.length ?? 0) < 2)) return;
    event.preventDefault();
    const read = pastedFigures(block, years, at, unit);
    setUnread(Object.fromEntries(read.unread.map((one) => [`${one.year}.${one.figure}`, one.text])));
    setAdded([...added, ...read.changes.map((one) => one.year), ...read.unread.map((one) => one.year)]);
    if (read.changes.length > 0 && read.unread.length === 0) void save(read.changes);
  };
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    const at = boxOf(event);
    if (step === 0 || !at || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    const input = event.currentTarget.querySelector<HTMLInputElement>(`[data-year="${at.year + step}"][data-figure="${at.figure}"] input`);
    input?.focus();
    input?.select();
  };
  const first = years[0] ?? thisYear;
  const next = (years.at(-1) ?? thisYear) + 1;
  return (
    <div className="cd-stack">
      <div className="cd-figures-frame" onPaste={paste} onKeyDown={move}>
        <Table verticalSpacing={2} className="cd-figures" data-unit={unit}>
          <colgroup><col className="cd-figures-year" />{figureFields.flatMap((figure) => [<col key={figure} data-kind={isWon(figure) ? 'won' : figure} />, <col key={`${figure} growth`} className="cd-figures-growth" />])}</colgroup>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className="cd-figures-year">연도</Table.Th>
              {figureFields.map((figure) => <Table.Th key={figure} colSpan={2}>{firmYear.fields[figure].ko} <span className="cd-small cd-soft">({isWon(figure) ? unit : firmYear.fields[figure].unit})</span></Table.Th>)}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {years.map((year) => (
              <Table.Tr key={year}>
                <Table.Td className="cd-number cd-figures-year">{year}</Table.Td>
                {figureFields.flatMap((figure) => {
                  const wrong = unread[`${year}.${figure}`];
                  return [
                    <Table.Td key={figure} data-year={year} data-figure={figure} className="cd-figures-box">
                      <TypedField
                        label={<span className="cd-only-spoken">{year}년 {firmYear.fields[figure].ko}</span>} value={wrong ?? valueOf(year, figure)}
                        read={(text) => readFigure(figure, text, unit)} write={(value) => writeFigure(figure, value, unit)}
                        {...(wrong === undefined ? {} : { error: wrongHint(figure) })} {...(isWon(figure) ? { onTyping: setTyping } : {})} onChange={(value) => typed(year, figure, value)}
                      />
                    </Table.Td>,
                    <Table.Td key={`${figure} growth`} className="cd-figures-growth cd-small cd-number"><GrowthMark growth={lines.get(year)?.growth[figure] ?? null} /></Table.Td>,
                  ];
                })}
              </Table.Tr>
            ))}
            {figureFields.every((figure) => found.whole[figure] === null) ? null : <Table.Tr className="cd-figures-whole">
              <Table.Td className="cd-figures-year">연평균</Table.Td>
              {figureFields.flatMap((figure) => {
                const whole = found.whole[figure];
                return [<Table.Td key={figure} className="cd-small cd-soft cd-figures-span">{whole ? `${whole.years}년` : ''}</Table.Td>, <Table.Td key={`${figure} growth`} className="cd-figures-growth cd-small cd-number"><GrowthMark growth={whole} /></Table.Td>];
              })}
            </Table.Tr>}
          </Table.Tbody>
        </Table>
      </div>
      <p className="cd-small cd-soft" role="status">{(typing === null ? '' : wonReading(typing, unit)) || 'Enter·↓로 아래 해로 갑니다. 엑셀에서 연도가 든 표를 복사해 붙여 넣어도 됩니다. 가장 늦은 해가 기업의 근로자·매출이 됩니다.'}</p>
      {failure ? <FailureNotice error={failure} /> : null}
      <div className="cd-row-wrap">
        <Button size="compact-sm" variant="default" onClick={() => setAdded([...added, first - 1])}>{first - 1}년 더하기</Button>
        {next <= thisYear ? <Button size="compact-sm" variant="default" onClick={() => setAdded([...added, next])}>{next}년 더하기</Button> : null}
      </div>
    </div>
  );
};

export const Figures = ({ organisation }: { organisation: string }) => {
  const found = useQuery({ queryKey: ['firm_year', 'organisation', 'figures of', organisation], queryFn: () => api.organisations.figures.of.query({ id: organisation }) });
  return (
    <Section title="연도별 현황" actions={<WonUnitSwitch />}>
      {found.error ? <FailureNotice error={found.error} onRetry={() => void found.refetch()} /> : found.data ? <Sheet organisation={organisation} found={found.data} /> : <p className="cd-soft">{words.loading}</p>}
    </Section>
  );
};

/** One line for each member of the year: owed, paid, on which day. Enter and the arrows go down and up; a block from Excel is pasted. */
import { Table } from '@mantine/core';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { DuesLine, DuesSheet } from '../../../db/clusters/api.ts';
import { dues } from '../../../db/clusters/fields.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { wonReading, writeWon } from '../../../db/korean/read-won.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { TypedField } from '../../parts/form/TypedField.tsx';
import { useWonUnit } from '../../parts/form/won-unit.ts';
import { parseTsv } from '../../parts/grid/tsv.ts';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { cellPatch, duesColumns, isWonColumn, pastedDues, readDues, writeDues, type DuesCells, type DuesColumn } from './dues-cells.ts';
import { memberKindName } from './words.ts';

const unpaid = (line: DuesLine): number => Math.max(0, (line.owed ?? 0) - (line.paid ?? 0));
const seen = (line: DuesLine, patch: DuesCells): DuesCells => Object.fromEntries(Object.keys(patch).map((name) => [name, line[name as DuesColumn]]));

export const DuesTable = ({ cluster, sheet, isUnpaidOnly }: { cluster: string; sheet: DuesSheet; isUnpaidOnly: boolean }) => {
  const [unit] = useWonUnit();
  const [unread, setUnread] = useState<Readonly<Record<string, string>>>({});
  const [typing, setTyping] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const lines = isUnpaidOnly ? sheet.lines.filter((line) => unpaid(line) > 0) : sheet.lines;
  const save = (changes: readonly { line: DuesLine; patch: DuesCells }[]) => {
    setFailure(null);
    api.clusters.dues.save.mutate({ id: cluster, year: sheet.year, changes: changes.map(({ line, patch }) => ({ member: line.member, isOrganisation: line.isOrganisation, patch, was: seen(line, patch) })) }).catch(setFailure);
  };
  const typed = (line: DuesLine, column: DuesColumn, value: Cell, isRead: boolean) => {
    const key = `${line.member}.${column}`;
    setUnread((known) => Object.fromEntries([...Object.entries(known).filter(([one]) => one !== key), ...(isRead ? [] : [[key, String(value)] as const])]));
    if (isRead && value !== line[column]) save([{ line, patch: cellPatch(column, value) }]);
  };
  const boxOf = (event: ClipboardEvent | KeyboardEvent): { member: string; column: DuesColumn } | null => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-member]') : null;
    const column = duesColumns.find((name) => name === cell?.dataset['column']);
    return cell?.dataset['member'] && column ? { member: cell.dataset['member'], column } : null;
  };
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const at = boxOf(event);
    const block = parseTsv(event.clipboardData.getData('text/plain'));
    if (!at || (block.length < 2 && (block[0]?.length ?? 0) < 2)) return;
    event.preventDefault();
    const read = pastedDues(block, lines, at, unit, today());
    setUnread(Object.fromEntries(read.unread.map((one) => [`${one.member}.${one.column}`, one.text])));
    if (read.changes.length > 0 && read.unread.length === 0) save(read.changes);
  };
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    const at = boxOf(event);
    if (step === 0 || !at || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    const next = lines[lines.findIndex((line) => line.member === at.member) + step];
    const input = next ? event.currentTarget.querySelector<HTMLInputElement>(`[data-member="${CSS.escape(next.member)}"][data-column="${at.column}"] input`) : null;
    input?.focus();
    input?.select();
  };
  if (lines.length === 0) return <p className="cd-soft">미납한 회원이 없습니다.</p>;
  return (
    <div className="cd-stack">
      <div className="cd-dues-frame" onPaste={paste} onKeyDown={move}>
        <Table verticalSpacing={2} className="cd-rows cd-dues">
          <Table.Thead><Table.Tr><Table.Th>회원</Table.Th><Table.Th>구분</Table.Th>{duesColumns.map((column) => <Table.Th key={column}>{dues.fields[column].ko}{isWonColumn(column) ? <span className="cd-small cd-soft"> ({unit})</span> : null}</Table.Th>)}<Table.Th className="cd-right">미납</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.member} data-past={!line.isMember || undefined}>
                <Table.Td><span className="cd-one-line">{line.name} <span className="cd-small cd-soft">{line.organisation_name}{line.isMember ? '' : ' 회원 아님'}</span></span></Table.Td>
                <Table.Td className="cd-nowrap">{memberKindName(line.kind)}</Table.Td>
                {duesColumns.map((column) => {
                  const wrong = unread[`${line.member}.${column}`];
                  return (
                    <Table.Td key={column} data-member={line.member} data-column={column} className="cd-dues-box">
                      <TypedField
                        label={<span className="cd-only-spoken">{line.name} {dues.fields[column].ko}</span>} value={wrong ?? line[column]}
                        read={(text) => readDues(column, text, unit, today())} write={(value) => writeDues(column, value, unit)}
                        {...(wrong === undefined ? {} : { error: isWonColumn(column) ? '30만원처럼 써 주세요.' : '2026-03-02처럼 써 주세요.' })} {...(isWonColumn(column) ? { onTyping: setTyping } : {})}
                        onChange={(value) => typed(line, column, value, value === null || (isWonColumn(column) ? typeof value === 'number' : /^\d{4}-\d{2}-\d{2}$/.test(String(value))))}
                      />
                    </Table.Td>
                  );
                })}
                <Table.Td className="cd-number cd-right cd-nowrap">{unpaid(line) > 0 ? <span className="cd-late">{writeWon(unpaid(line), unit)}</span> : line.owed === null ? <span className="cd-soft">-</span> : '완납'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <p className="cd-small cd-soft" role="status">{(typing === null ? '' : wonReading(typing, unit)) || 'Enter·↓로 아래 회원으로 갑니다. 엑셀에서 부과액·납부액·납부일 칸을 복사해 붙여 넣어도 됩니다.'}</p>
      {failure ? <FailureNotice error={failure} /> : null}
    </div>
  );
};

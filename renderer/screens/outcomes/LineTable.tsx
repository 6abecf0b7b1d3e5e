/** Lines that hang on a task, each a row of boxes: what is there is corrected in place, the last row takes a new one and is added with Enter. */
import { ActionIcon, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Plus, Trash2 } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { problemOf, type AnyRecord, type Cell } from '../../../db/kernel/field.ts';
import type { LinkSource } from '../../parts/form/LinkPicker.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { sentenceOf } from '../../refusal.ts';
import { CellBox } from './CellBox.tsx';

export type Line = { id: string } & Record<string, Cell>;
type Values = Record<string, Cell>;

export type LineTableProps = {
  type: AnyRecord;
  /** Fields in order; `width` of the column, the rest share what is left. Where there is little room three columns make a line, `span` of them for one field. */
  columns: readonly { field: string; width?: string; span?: number }[];
  lines: readonly Line[];
  /** Where link fields find their records, and which column of a line holds the name. */
  links?: Readonly<Record<string, { source: LinkSource; name: string }>>;
  /** What a new line begins with. */
  start?: Values;
  /** Name of the first box of the new row, for addresses that lead to it. */
  at: string;
  onAdd: (values: Values) => Promise<unknown>;
  onChange: (id: string, patch: Values, was: Values) => Promise<unknown>;
  onRemove: (id: string) => Promise<unknown>;
};

const say = (error: unknown) => notifications.show({ color: 'danger', title: '저장하지 못했습니다', message: sentenceOf(error) });

export const LineTable = ({ type, columns, lines, links = {}, start = {}, at, onAdd, onChange, onRemove }: LineTableProps) => {
  const [fresh, setFresh] = useState<Values>(start);
  const [round, setRound] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const row = useRef<HTMLTableRowElement>(null);
  const problems = Object.entries(type.fields).filter(([name]) => columns.some((column) => column.field === name)).flatMap(([name, field]) => problemOf(name, field, fresh[name]) ?? []);
  const isTouched = columns.some(({ field }) => (fresh[field] ?? null) !== (start[field] ?? null));
  const focusFirst = () => setTimeout(() => row.current?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus(), 0);
  const add = async () => {
    if (!isTouched) return;
    const [first] = problems;
    if (first) { setFailure({ message: first.message }); return; }
    try {
      await onAdd(fresh);
      setFresh(start);
      setFailure(null);
      setRound(round + 1);
      focusFirst();
    } catch (error) {
      setFailure(error);
    }
  };
  const addNow = useRef(() => undefined as void);
  addNow.current = () => void add();
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || event.defaultPrevented || !(event.target instanceof HTMLInputElement) || event.target.getAttribute('aria-expanded') === 'true') return;
    event.preventDefault();
    // A typed value is read when Enter reaches its box, in this same key press.
    setTimeout(() => addNow.current(), 0);
  };
  const labelOf = (field: string): string => type.fields[field]?.ko ?? field;
  return (
    <div className="cd-stack">
      <div className="cd-out-scroll">
        <Table verticalSpacing={3} className="cd-out-table cd-out-lines">
          <Table.Thead><Table.Tr>{columns.map(({ field, width, span }) => <Table.Th key={field} data-span={span} style={width === undefined ? undefined : { width }}>{labelOf(field)}</Table.Th>)}<Table.Th className="cd-out-end"><span className="cd-only-spoken">지우기·더하기</span></Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {lines.map((line, index) => (
              <Table.Tr key={line.id}>
                {columns.map(({ field, span }) => (
                  <Table.Td key={field} data-span={span}>
                    <CellBox
                      type={type} field={field} spoken={`${index + 1}번째 ${labelOf(field)}`} value={line[field] ?? null}
                      {...(links[field] ? { link: links[field].source, linkName: String(line[links[field].name] ?? '') } : {})}
                      onChange={(value) => { if (value !== (line[field] ?? null)) onChange(line.id, { [field]: value }, { [field]: line[field] ?? null }).catch(say); }}
                    />
                  </Table.Td>
                ))}
                <Table.Td className="cd-out-end"><ActionIcon variant="subtle" color="gray" aria-label={`${index + 1}번째 ${type.ko} 지우기`} title="지우기" onClick={() => void onRemove(line.id).catch(say)}><Trash2 size={14} aria-hidden /></ActionIcon></Table.Td>
              </Table.Tr>
            ))}
            <Table.Tr ref={row} className="cd-out-new" onKeyDown={onKeyDown} key={`new ${round}`}>
              {columns.map(({ field, span }, index) => (
                <Table.Td key={field} data-span={span}>
                  <CellBox
                    type={type} field={field} spoken={`새 ${labelOf(field)}`} value={fresh[field] ?? null} {...(links[field] ? { link: links[field].source } : {})} {...(index === 0 ? { at } : {})}
                    onChange={(value) => { setFailure(null); setFresh((known) => ({ ...known, [field]: value })); }}
                  />
                </Table.Td>
              ))}
              <Table.Td className="cd-out-end"><ActionIcon variant="light" aria-label={`${type.ko} 더하기`} title="더하기 (Enter)" disabled={!isTouched} onClick={() => void add()}><Plus size={14} aria-hidden /></ActionIcon></Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </div>
      {failure ? (isPlain(failure) ? <p className="cd-error" role="alert">{failure.message}</p> : <FailureNotice error={failure} />) : null}
    </div>
  );
};

const isPlain = (failure: unknown): failure is { message: string } => typeof failure === 'object' && failure !== null && !(failure instanceof Error) && 'message' in failure;

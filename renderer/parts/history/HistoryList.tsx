/** What happened to a record: field, before, after, who, when. Values arrive as they are to be read. */
import { Table } from '@mantine/core';
import { ArrowRight } from 'lucide-react';

export type HistoryEntry = {
  id: string;
  /** ISO instant. */
  at: string;
  who: string;
  /** Label of the field; null when the record itself was made, deleted or restored. */
  field: string | null;
  before: string | null;
  after: string | null;
  /** The action it was part of: `기업 12곳 가져오기`. */
  action?: string | null;
};

const when = new Intl.DateTimeFormat('ko-KR', { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false });

/** An instant as `2026. 11. 22. 19:30`. */
export const formatInstant = (iso: string): string => {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : when.format(date);
};

const Value = ({ children }: { children: string | null }) => (children === null || children === '' ? <span className="cd-soft">빈칸</span> : <span>{children}</span>);

export type HistoryListProps = { entries: readonly HistoryEntry[] };

export const HistoryList = ({ entries }: HistoryListProps) => {
  if (entries.length === 0) return <p className="cd-soft">아직 바뀐 것이 없습니다.</p>;
  return (
    <Table className="cd-history" verticalSpacing={4} striped>
      <Table.Thead>
        <Table.Tr><Table.Th>항목</Table.Th><Table.Th>바뀐 내용</Table.Th><Table.Th>누가</Table.Th><Table.Th>언제</Table.Th></Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td>{entry.field ?? entry.action ?? '기록'}</Table.Td>
            <Table.Td>
              <Value>{entry.before}</Value> <ArrowRight size={12} aria-label="에서" /> <Value>{entry.after}</Value>
            </Table.Td>
            <Table.Td>{entry.who}</Table.Td>
            <Table.Td className="cd-number"><time dateTime={entry.at}>{formatInstant(entry.at)}</time></Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};

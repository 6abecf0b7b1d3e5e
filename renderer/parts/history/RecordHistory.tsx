/** The history of one record with codes and links written as words. */
import { useQuery } from '@tanstack/react-query';
import { labelOf, type AnyRecord, type Cell } from '../../../db/kernel/field.ts';
import { formatNumber } from '../../../db/korean/parse-number.ts';
import type { LinkSources } from '../form/form-context.ts';
import { FailureNotice } from '../notice/Notices.tsx';
import { words } from '../../words.ts';
import { HistoryList } from './HistoryList.tsx';

export type HistoryLine = { at: string; field: string; label: string; before: Cell; after: Cell; by: string };

export type RecordHistoryProps = {
  type: AnyRecord;
  id: string;
  load: (id: string) => Promise<readonly HistoryLine[]>;
  /** Names of linked records, by field or by record type. */
  links?: LinkSources;
};

const nameOf = async (type: AnyRecord, field: string, value: Cell, links: LinkSources): Promise<string | null> => {
  if (value === null) return null;
  const declared = type.fields[field];
  if (declared?.kind === 'link') return (await (links[field] ?? links[declared.to ?? ''])?.labelOf?.(String(value))) ?? '상위 기록 미도착';
  if (declared?.choices) return labelOf(declared, value);
  if (declared?.kind === 'flag') return value === 1 ? words.yes : words.no;
  return typeof value === 'number' ? `${formatNumber(value)}${declared?.unit ?? ''}` : (declared?.show?.(value) ?? value);
};

export const RecordHistory = ({ type, id, load, links = {} }: RecordHistoryProps) => {
  const history = useQuery({
    queryKey: [type.table, 'history', id],
    queryFn: async () => Promise.all((await load(id)).map(async (line, index) => ({
      id: `${line.at} ${line.field} ${index}`, at: line.at, who: line.by, field: line.field === '_del' ? null : line.label, action: line.label,
      before: line.field === '_del' ? null : await nameOf(type, line.field, line.before, links),
      after: line.field === '_del' ? null : await nameOf(type, line.field, line.after, links),
    }))),
  });
  if (history.error) return <FailureNotice error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <p className="cd-soft">{words.loading}</p>;
  return <HistoryList entries={history.data} />;
};

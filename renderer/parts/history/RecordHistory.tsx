/** The history of one record with codes and links written as words. */
import { useQuery } from '@tanstack/react-query';
import type { AnyRecord, Cell } from '../../../db/kernel/field.ts';
import type { LinkSources } from '../form/form-context.ts';
import { valueWords } from '../form/value-words.ts';
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

export const RecordHistory = ({ type, id, load, links = {} }: RecordHistoryProps) => {
  const history = useQuery({
    queryKey: [type.table, 'history', id],
    queryFn: async () => Promise.all((await load(id)).map(async (line, index) => ({
      id: `${line.at} ${line.field} ${index}`, at: line.at, who: line.by, field: line.field === '_del' ? null : line.label, action: line.label,
      before: line.field === '_del' ? null : await valueWords(type, line.field, line.before, links),
      after: line.field === '_del' ? null : await valueWords(type, line.field, line.after, links),
    }))),
  });
  if (history.error) return <FailureNotice error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <p className="cd-soft">{words.loading}</p>;
  return <HistoryList entries={history.data} />;
};

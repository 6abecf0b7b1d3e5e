/** What was imported before, each with its records, its rows left out and a way back. */
import { Button, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useLocation } from 'wouter';
import { api } from '../../api.ts';
import { formatInstant } from '../../parts/history/HistoryList.tsx';
import { useUndo } from '../../parts/history/UndoProvider.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { sentenceOf } from '../../refusal.ts';
import { hasList, listAddress } from './lists.ts';
import { usePastImports, useTargets } from './questions.ts';
import { saveRows } from './Result.tsx';

const number = (value: number): string => value.toLocaleString('ko-KR');

export const PastImports = () => {
  const past = usePastImports();
  const targets = useTargets();
  const [, go] = useLocation();
  const { undo } = useUndo();
  const show = async (batch: string): Promise<void> => {
    try {
      const selection = await api.imports.records.mutate({ batch });
      const address = listAddress(selection.table, selection.id);
      if (address) go(address);
    } catch (error) {
      notifications.show({ color: 'danger', title: '기록을 모으지 못했습니다', message: sentenceOf(error) });
    }
  };
  if (past.isError) return <FailureNotice error={past.error} onRetry={() => void past.refetch()} />;
  if (!past.data || past.data.length === 0) return null;
  return (
    <section className="cd-im-past" aria-labelledby="cd-im-past">
      <h2 id="cd-im-past">지난 가져오기</h2>
      <div className="cd-im-past-scroll">
        <Table verticalSpacing={4} fz="xs" highlightOnHover>
          <Table.Thead>
            <Table.Tr><Table.Th>파일</Table.Th><Table.Th>무엇</Table.Th><Table.Th>언제</Table.Th><Table.Th>누가</Table.Th><Table.Th ta="end">행</Table.Th><Table.Th ta="end">새 기록</Table.Th><Table.Th ta="end">기존 기록</Table.Th><Table.Th ta="end">거절</Table.Th><Table.Th><span className="cd-only-spoken">할 일</span></Table.Th></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {past.data.map((one) => {
              const { action, failedRows } = one;
              return (
                <Table.Tr key={one.id} data-undone={one.isUndone || undefined}>
                  <Table.Td className="cd-im-name">{one.file_name}{one.isUndone ? <span className="cd-im-mark"> 되돌림</span> : null}</Table.Td>
                  <Table.Td>{targets.data?.find((target) => target.kind === one.target)?.ko ?? one.target}</Table.Td>
                  <Table.Td className="cd-number">{one.at ? <time dateTime={one.at}>{formatInstant(one.at)}</time> : '다른 기기에서'}</Table.Td>
                  <Table.Td>{one.by ?? ''}</Table.Td>
                  <Table.Td ta="end" className="cd-number">{number(one.rows_total)}</Table.Td>
                  <Table.Td ta="end" className="cd-number">{number(one.rows_created)}</Table.Td>
                  <Table.Td ta="end" className="cd-number">{number(one.rows_matched)}</Table.Td>
                  <Table.Td ta="end" className="cd-number">{number(one.rows_refused)}</Table.Td>
                  <Table.Td>
                    <div className="cd-im-past-do">
                      {action !== null && !one.isUndone && hasList(one.target) ? <Button size="compact-xs" variant="subtle" aria-label={`기록 보기: ${one.file_name}`} onClick={() => void show(one.id)}>기록 보기</Button> : null}
                      {failedRows ? <Button size="compact-xs" variant="subtle" aria-label={`거절된 행 내려받기: ${one.file_name}`} onClick={() => saveRows(failedRows)}>거절된 행</Button> : null}
                      {action !== null && !one.isUndone ? <Button size="compact-xs" variant="default" aria-label={`되돌리기: ${one.file_name}`} onClick={() => undo(String(action))}>되돌리기</Button> : null}
                    </div>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
};

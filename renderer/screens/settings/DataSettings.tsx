/** 자료: where it lies, copies of it, and whether tables and log agree. */
import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { formatInstant } from '../../parts/history/HistoryList.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { SearchIndex } from './SearchIndex.tsx';
import { SelfCheck } from './SelfCheck.tsx';

const sizeWord = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024).toLocaleString('ko-KR')} KB` : `${(bytes / 1024 / 1024).toLocaleString('ko-KR', { maximumFractionDigits: 1 })} MB`);

/** Copies are named by what made them. */
const madeBy = (name: string): string => (name.startsWith('by-hand') ? '직접 만듦' : name.startsWith('before-') ? '새 버전으로 바꾸기 전' : '자동');

const shownBackups = 20;

export const DataSettings = () => {
  const folder = useQuery({ queryKey: ['folder'], queryFn: () => api.device.folder.query(), refetchOnMount: 'always' });
  const [state, setState] = useState<'idle' | 'busy'>('idle');
  const [made, setMade] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const backUp = async () => {
    setState('busy');
    setFailure(null);
    try {
      setMade((await api.device.backUp.mutate()).name);
      await folder.refetch();
    } catch (error) {
      setFailure(error);
    }
    setState('idle');
  };
  if (folder.error) return <FailureNotice error={folder.error} onRetry={() => void folder.refetch()} />;
  if (!folder.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const { path, bytes, backups } = folder.data;
  return (
    <>
      <Section title="자료 폴더">
        <p><code className="cd-path">{path}</code></p>
        <p className="cd-soft">자료 파일 {sizeWord(bytes)}. 이 폴더가 자료의 전부입니다. 프로그램이 열려 있을 때에는 파일을 직접 복사하지 말고 아래에서 백업을 만드세요.</p>
      </Section>
      <Section title="백업" count={backups.length} actions={<Button size="compact-sm" loading={state === 'busy'} onClick={() => void backUp()}>백업 지금 만들기</Button>}>
        {failure ? <FailureNotice error={failure} onRetry={() => void backUp()} /> : null}
        <p role="status">{made ? `백업을 만들었습니다: ${made}` : ''}</p>
        {backups.length === 0 ? <p className="cd-soft">아직 백업이 없습니다.</p> : (
          <Table verticalSpacing={4}>
            <Table.Thead><Table.Tr><Table.Th>만든 때</Table.Th><Table.Th>까닭</Table.Th><Table.Th>파일</Table.Th><Table.Th>크기</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {backups.slice(0, shownBackups).map((one) => (
                <Table.Tr key={one.name}><Table.Td className="cd-number cd-nowrap">{formatInstant(one.at)}</Table.Td><Table.Td>{madeBy(one.name)}</Table.Td><Table.Td>backups/{one.name}</Table.Td><Table.Td className="cd-number cd-nowrap">{sizeWord(one.bytes)}</Table.Td></Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {backups.length > shownBackups ? <p className="cd-soft">오래된 백업 {backups.length - shownBackups}개는 폴더에 있습니다.</p> : null}
      </Section>
      <SelfCheck />
      <SearchIndex />
    </>
  );
};

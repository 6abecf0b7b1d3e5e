/** 자료 점검: starts the check and shows what it came to. */
import { Button, Table } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { SelfCheck as Found } from '../../../db/device/api.ts';
import { api } from '../../api.ts';
import { useJobs } from '../../live.ts';
import { JobBar, type Job } from '../../parts/layout/JobBar.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';

const isFound = (value: unknown): value is Found => typeof value === 'object' && value !== null && 'differing' in value && 'rows' in value;

const Result = ({ found }: { found: Found }) => {
  const counted = `기록 ${found.rows.toLocaleString('ko-KR')}건과 변경 ${found.operations.toLocaleString('ko-KR')}건`;
  if (found.differing === 0 && found.file === 'ok') return <p><b>이상이 없습니다.</b> {counted}을 맞추어 보았고 모두 같습니다. 자료 파일도 온전합니다.</p>;
  return (
    <>
      <p className="cd-late">{found.differing > 0 ? `${counted} 가운데 ${found.differing.toLocaleString('ko-KR')}곳이 변경 기록과 다릅니다.` : ''} {found.file === 'ok' ? '' : `자료 파일이 상했습니다: ${found.file}`}</p>
      <p>먼저 백업을 만들고, 아래 내용을 담당자에게 알려 주세요.</p>
      {found.differences.length > 0 ? (
        <div className="cd-details">
          <Table verticalSpacing={2}>
            <Table.Thead><Table.Tr><Table.Th>기록</Table.Th><Table.Th>항목</Table.Th><Table.Th>표의 값</Table.Th><Table.Th>변경 기록의 값</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>{found.differences.map((one) => <Table.Tr key={`${one.id}${one.column}`}><Table.Td>{one.ko}</Table.Td><Table.Td>{one.column}</Table.Td><Table.Td>{one.inTable ?? '빈칸'}</Table.Td><Table.Td>{one.inLog ?? '빈칸'}</Table.Td></Table.Tr>)}</Table.Tbody>
          </Table>
        </div>
      ) : null}
    </>
  );
};

export const SelfCheck = () => {
  const [job, setJob] = useState<Job | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useJobs((step) => setJob((before) => (before?.id === step.id ? step : before)));
  const id = job?.state === 'running' ? job.id : null;
  // A short check may be over before the page heard its number.
  useEffect(() => { if (id !== null) void api.device.job.query({ id }).then((now) => { if (now) setJob(now); }, setFailure); }, [id]);
  const start = () => { setFailure(null); api.device.check.mutate().then((begun) => setJob((before) => (before?.id === begun.id ? before : begun)), setFailure); };
  return (
    <Section title="자료 점검" actions={<Button size="compact-sm" variant="default" disabled={id !== null} onClick={start}>점검 시작</Button>}>
      <p className="cd-soft">모든 기록을 변경 기록에서 다시 셈하여 지금 자료와 맞추어 봅니다. 하는 동안에도 계속 쓸 수 있습니다.</p>
      {failure ? <FailureNotice error={failure} /> : null}
      {job ? <JobBar job={job} onCancel={(one) => void api.device.cancelJob.mutate({ id: one })} onClose={() => setJob(null)} /> : null}
      {job?.state === 'done' && isFound(job.result) ? <Result found={job.result} /> : null}
    </Section>
  );
};

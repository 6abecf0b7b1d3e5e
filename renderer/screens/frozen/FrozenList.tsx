/** Every report that was handed in, the latest first. */
import { Button, Select, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, FileCheck2 } from 'lucide-react';
import { Link, useLocation, useSearch } from 'wouter';
import { api } from '../../api.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { reportNumber } from '../reports/report-groups.ts';

const every = 'all';

export const FrozenList = () => {
  const [, go] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('report');
  const about = useQuery({ queryKey: ['report', 'about'], queryFn: () => api.reports.about.query(), staleTime: Number.POSITIVE_INFINITY });
  const list = useQuery({ queryKey: ['frozen', 'list', asked, 'frozen_report'], queryFn: () => api.frozen.list.query({ report: asked }) });
  const titles = (about.data ?? []).filter(({ code }) => !code.startsWith('d-')).map(({ code, title }) => ({ value: code, label: `${reportNumber(code)} ${title}` }));
  const toReports = (): void => go(asked === null ? '/reports' : `/reports/${asked}`);
  return (
    <div className="cd-frozen">
      <div className="cd-report-bar">
        <Select label="표" w="22rem" allowDeselect={false} data={[{ value: every, label: '모든 표' }, ...titles]} value={asked ?? every} onChange={(code) => go(code === null || code === every ? '/frozen' : `/frozen?report=${code}`)} />
        <Button variant="default" leftSection={<ArrowLeft size={15} aria-hidden />} onClick={toReports}>보고로 돌아가기</Button>
      </div>
      {list.isError ? <div className="cd-pad"><FailureNotice error={list.error} onRetry={() => void list.refetch()} /></div> : null}
      {list.isPending ? <p className="cd-soft cd-pad">{words.loading}</p> : null}
      {list.data?.length === 0 ? (
        <EmptyState icon={FileCheck2} title="아직 제출본이 없습니다." action={{ label: '보고로 가기', onClick: toReports }}>
          <p>보고 화면에서 표를 연 뒤 ‘확정’을 눌러 제출본으로 남기세요. 숫자와 그 뒤의 기록이 그대로 보관되고, 나중에 왜 숫자가 달라졌는지 볼 수 있습니다.</p>
        </EmptyState>
      ) : null}
      {list.data && list.data.length > 0 ? (
        <div className="cd-frozen-scroll">
          <Table verticalSpacing={4} className="cd-rows" aria-label="제출본">
            <Table.Thead><Table.Tr><Table.Th>제출일</Table.Th><Table.Th>제출처</Table.Th><Table.Th>표</Table.Th><Table.Th>조건</Table.Th><Table.Th>문서번호</Table.Th><Table.Th>제출자</Table.Th><Table.Th>상태</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {list.data.map((one) => (
                <Table.Tr key={one.id} {...(one.withdrawn_on === null ? {} : { 'data-withdrawn': true })}>
                  <Table.Td className="cd-number">{one.submitted_on}</Table.Td><Table.Td>{one.submitted_to}</Table.Td>
                  <Table.Td><Link href={`/frozen/${one.id}`}>{one.title}</Link></Table.Td><Table.Td className="cd-soft">{one.asOf}</Table.Td>
                  <Table.Td>{one.document_no}</Table.Td><Table.Td>{one.submitted_by}</Table.Td><Table.Td>{one.withdrawn_on === null ? '제출' : `철회 ${one.withdrawn_on}`}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ) : null}
    </div>
  );
};

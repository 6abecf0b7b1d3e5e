/** The answer sheets behind a number of table T9, or all of them. */
import { Button } from '@mantine/core';
import { ArrowLeft, Smile } from 'lucide-react';
import { useLocation } from 'wouter';
import type { ListRequest } from '../../../db/kernel/list-types.ts';
import { api } from '../../api.ts';
import { RecordGrid } from '../../parts/grid/RecordGrid.tsx';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { useSelection } from '../use-selection.ts';
import { useWhere } from '../use-where.ts';
import { responseColumns } from './columns.tsx';

const load = (request: ListRequest, signal: AbortSignal) => api.surveys.sheets.list.query(request, { signal });

export const Responses = () => {
  const [, go] = useLocation();
  const selection = useSelection('/surveys/responses');
  const where = useWhere();
  return (
    <RecordGrid
      name="survey-responses" label="만족도 응답" columns={responseColumns} load={load} tables={['survey_response', 'survey_score', 'survey', 'organisation', 'task']}
      key={selection.selection?.id ?? where.key} {...selection} given={where.filters}
      onOpen={(row) => go(`/surveys/${String(row['survey'])}`)}
      actions={<Button variant="default" leftSection={<ArrowLeft size={15} aria-hidden />} onClick={() => go('/reports/t9')}>표로 돌아가기</Button>}
      empty={<EmptyState icon={Smile} title="응답이 없습니다." action={{ label: '만족도 조사로 가기', onClick: () => go('/surveys') }}>조사를 열어 응답을 입력하면 여기에 나옵니다.</EmptyState>}
    />
  );
};

/** 만족도: the list of surveys, and the open one beside it with its sheets and items; `/surveys/responses` lists the sheets behind a number. */
import { Button } from '@mantine/core';
import { ArrowLeft, Smile } from 'lucide-react';
import { useLocation } from 'wouter';
import { api } from '../../api.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import type { ScreenProps } from '../../places.ts';
import { ListScreen } from '../ListScreen.tsx';
import { surveyColumns } from './columns.tsx';
import { NewSurvey } from './NewSurvey.tsx';
import { Responses } from './Responses.tsx';
import { SurveyRecord } from './SurveyRecord.tsx';
import '../../parts/layout/record.css';
import './surveys.css';

const tables = ['survey', 'survey_item', 'survey_response', 'survey_score'];

export const Screen = (props: ScreenProps) => {
  const [, go] = useLocation();
  if (props.id?.split('/')[0] === 'responses') return <Responses />;
  return (
    <ListScreen
      {...props} name="surveys" label="만족도 조사" share={0.72} columns={surveyColumns} tables={tables} newLabel="새 조사"
      above={<div className="cd-surveys-above"><Button variant="default" size="compact-sm" leftSection={<ArrowLeft size={14} aria-hidden />} onClick={() => go('/reports/t9')}>만족도 표</Button></div>}
      calls={{
        load: (request, signal) => api.surveys.list.query(request, { signal }), change: (change) => api.surveys.change.mutate(change),
        changeMany: (changes) => api.surveys.changeMany.mutate({ changes }),
      }}
      fresh={(close, made) => <NewSurvey onClose={close} onMade={made} />}
      record={(id, close) => <SurveyRecord key={id} id={id} onClose={close} />}
      empty={(startNew) => (
        <EmptyState icon={Smile} title="아직 만족도 조사가 없습니다." action={{ label: '만족도 조사 등록', onClick: startNew }}>
          조사 이름과 척도(5점, 7점, 100점)를 정하고 문항을 적으면 응답을 한 줄씩 입력할 수 있습니다. 엑셀의 응답 표를 붙여 넣거나 CSV로 가져와도 됩니다.
        </EmptyState>
      )}
    />
  );
};

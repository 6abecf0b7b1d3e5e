/** 응답: one line is one sheet, a box for each item; typed with the keyboard, or pasted whole. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ClipboardPaste, FileInput, ListChecks } from 'lucide-react';
import { useMemo, useState, type ClipboardEvent } from 'react';
import { useLocation } from 'wouter';
import { record, text, type AnyRecord } from '../../../db/kernel/field.ts';
import type { ShownSheet, SurveyItemLine, SurveyValues } from '../../../db/surveys/api.ts';
import { surveyResponse } from '../../../db/surveys/fields.ts';
import { scoreFault } from '../../../db/surveys/scale.ts';
import { api } from '../../api.ts';
import { organisationLink } from '../../links.ts';
import { parseTsv } from '../../parts/grid/tsv.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import type { LineColumn } from '../../parts/lines/line-types.ts';
import { LineTable } from '../../parts/lines/LineTable.tsx';
import { PasteSheets } from './PasteSheets.tsx';

const { sheet_no, organisation, support_type, respondent } = surveyResponse.fields;

/** A sheet as one line: fields of the response, and a field for each item that knows its scale. */
const lineType = (items: readonly SurveyItemLine[], { lowest, highest }: Pick<SurveyValues, 'lowest' | 'highest'>): AnyRecord => record('survey_response', { ko: '응답', en: 'Response' }, {
  sheet_no, organisation, support_type, respondent,
  ...Object.fromEntries(items.map((item) => [item.id, text({
    ko: `${item.order_no}. ${item.name}`, en: `Item ${item.order_no}`, max: 10,
    refuse: (score) => (/^\d+(\.\d{1,2})?$/.test(score) ? scoreFault(score, lowest, highest) : '숫자로 써 주세요.'),
  })])),
});

export type SheetsProps = {
  survey: SurveyValues & { id: string };
  items: readonly SurveyItemLine[];
  sheets: readonly ShownSheet[];
  total: number;
  onItems: () => void;
};

export const Sheets = ({ survey, items, sheets, total, onItems }: SheetsProps) => {
  const [, go] = useLocation();
  const [pasted, setPasted] = useState<string | null>(null);
  const types = useQuery({ queryKey: ['support_rule', 'choices', survey.asked_on], queryFn: () => api.program.supportTypes.query({ day: survey.asked_on }) });
  const type = useMemo(() => lineType(items, survey), [items, survey]);
  const columns: LineColumn[] = [
    { field: 'sheet_no', width: '4rem' }, { field: 'organisation', width: '10.5rem' }, { field: 'support_type', width: '9rem', choices: types.data ?? [] }, { field: 'respondent', width: '7rem' },
    ...items.map((item) => ({ field: item.id, width: '4.5rem' })),
  ];
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const given = event.clipboardData.getData('text/plain');
    const block = parseTsv(given);
    if (block.length < 2 || (block[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    setPasted(given);
  };
  if (items.length === 0) return <EmptyState icon={ListChecks} title="문항이 아직 없습니다." action={{ label: '문항 적기', onClick: onItems }}>무엇을 물었는지 먼저 적으면 문항마다 점수 칸이 생깁니다.</EmptyState>;
  return (
    <Section
      title="응답" count={total}
      actions={(
        <div className="cd-row-wrap">
          <Button size="compact-sm" variant="default" leftSection={<ClipboardPaste size={13} aria-hidden />} onClick={() => setPasted('')}>엑셀에서 붙여넣기</Button>
          <Button size="compact-sm" variant="default" leftSection={<FileInput size={13} aria-hidden />} onClick={() => go('/import?target=survey_response')}>파일 가져오기</Button>
        </div>
      )}
    >
      <p className="cd-small cd-soft">한 줄이 응답지 한 장입니다. Tab으로 칸을 옮기고 Enter로 다음 줄을 시작합니다. 점수는 {survey.lowest}~{survey.highest}점, 답하지 않은 문항은 비워 둡니다. 응답이 5건 이상이어야 표에 점수가 나옵니다.</p>
      {total > sheets.length ? <p className="cd-small">최근 {sheets.length.toLocaleString('ko-KR')}건만 보입니다. <button type="button" className="cd-link" onClick={() => go(`/surveys/responses?where=${encodeURIComponent(JSON.stringify({ survey_name: { op: 'equals', value: survey.name } }))}`)}>응답 {total.toLocaleString('ko-KR')}건 모두 보기</button></p> : null}
      <div className="cd-survey-sheets" onPaste={paste}>
        <LineTable
          type={type} columns={columns} lines={sheets} at="sheets" links={{ organisation: { source: organisationLink, name: 'organisation_name' } }} kept={['support_type']}
          onAdd={(cells) => api.surveys.sheets.add.mutate({ survey: survey.id, cells })} onChange={(id, patch, was) => api.surveys.sheets.change.mutate({ id, patch, was })} onRemove={(id) => api.surveys.sheets.remove.mutate({ id })}
        />
      </div>
      {pasted === null ? null : <PasteSheets survey={survey} items={items} text={pasted} onClose={() => setPasted(null)} />}
    </Section>
  );
};

/** Answer sheets from Excel: what each row would do is shown first, then all come in as one step. It goes the road of the import. */
import { Button, Modal, Table, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useState } from 'react';
import type { SurveyItemLine, SurveyValues } from '../../../db/surveys/api.ts';
import { api } from '../../api.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { sheetFile } from './pasted-sheets.ts';

type Judged = { id: string; found: Awaited<ReturnType<typeof api.imports.preview.mutate>> };

const base64Of = (text: string): string => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
const verdicts: Readonly<Record<string, string>> = { create: '새 응답', unchanged: '이미 있음', refuse: '넣을 수 없음', match: '고침', ask: '골라 주세요' };
const shownRows = 200;

export type PasteSheetsProps = { survey: SurveyValues & { id: string }; items: readonly SurveyItemLine[]; text: string; onClose: () => void };

export const PasteSheets = ({ survey, items, text: first, onClose }: PasteSheetsProps) => {
  const [text, setText] = useState(first);
  const [judged, setJudged] = useState<Judged | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const file = text.trim() === '' ? null : sheetFile(text, survey, items);

  const judge = useCallback(async (whole: string): Promise<Judged> => {
    const { id } = await api.imports.open.mutate({ name: '붙여넣은 응답.txt', base64: base64Of(whole) });
    return { id, found: await api.imports.preview.mutate({ id, target: 'survey_response', encoding: 'utf-8', headerRow: 1, show: 'all', limit: shownRows }) };
  }, []);
  useEffect(() => {
    setJudged(null);
    setFailure(null);
    if (file === null) return undefined;
    let gone = false;
    judge(file).then((answer) => { if (!gone) setJudged(answer); }, (error: unknown) => { if (!gone) setFailure(error); });
    return () => { gone = true; };
  }, [file, judge]);

  const counts = judged?.found.counts;
  const apply = async () => {
    if (!judged) return;
    setBusy(true);
    try {
      const job = await api.imports.commit.mutate({ id: judged.id, target: 'survey_response', encoding: 'utf-8', headerRow: 1 });
      for (;;) {
        const state = await api.device.job.query({ id: job.id });
        if (state?.state === 'done') break;
        if (state?.state !== 'running') throw Object.assign(new Error('붙여넣지 못했습니다. 다시 시도해 주세요.'), { name: 'Refusal', code: 'invalid', details: [] });
        await new Promise((resolve) => { setTimeout(resolve, 100); });
      }
      notifications.show({ title: `응답 ${(counts?.create ?? 0).toLocaleString('ko-KR')}건을 넣었습니다`, message: '실행 취소(Ctrl+Z)로 한 번에 되돌릴 수 있습니다.' });
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} size={860} title="응답 붙여넣기" closeButtonProps={{ 'aria-label': words.close }} closeOnClickOutside={false}>
      <div className="cd-stack">
        {text.trim() === '' || file === null ? (
          <Textarea
            data-autofocus label="엑셀에서 복사한 칸" autosize minRows={8} maxRows={12} value={text} placeholder={'연번\t기업명\t지원유형\t문항1\t문항2\n1\t(주)한빛정밀\t시제품 제작\t5\t4'}
            description="제목 줄을 함께 복사해 붙여 넣으세요. 점수 열의 제목은 문항1, 문항2처럼 번호로 쓰거나 문항의 문장 그대로 쓰면 됩니다."
            error={text.trim() !== '' ? '제목 줄에서 문항을 찾지 못했습니다. 점수 열의 제목을 문항1, 문항2처럼 바꿔 주세요.' : undefined} onChange={(event) => setText(event.currentTarget.value)}
          />
        ) : (
          <>
            <div className="cd-row-wrap">
              <p className="cd-number">{counts ? <>새 응답 <strong>{counts.create}</strong>건, 이미 있는 응답 {counts.unchanged}건{counts.refuse > 0 ? <span className="cd-late">, 넣을 수 없는 행 {counts.refuse}개</span> : null}</> : words.loading}</p>
              <Button variant="subtle" onClick={() => setText('')}>다시 붙여넣기</Button>
            </div>
            <div className="cd-survey-pasted">
              <Table verticalSpacing={2} className="cd-rows" stickyHeader>
                <Table.Thead><Table.Tr><Table.Th>행</Table.Th><Table.Th>결과</Table.Th><Table.Th>응답</Table.Th><Table.Th>까닭</Table.Th></Table.Tr></Table.Thead>
                <Table.Tbody>{(judged?.found.rows ?? []).map((row) => (
                  <Table.Tr key={row.row} data-past={row.kind === 'unchanged' || undefined}>
                    <Table.Td className="cd-number cd-soft">{row.row}</Table.Td><Table.Td className={row.kind === 'refuse' ? 'cd-nowrap cd-late' : 'cd-nowrap'}>{verdicts[row.kind]}</Table.Td><Table.Td>{row.name}</Table.Td><Table.Td>{row.reasons.join(' ')}</Table.Td>
                  </Table.Tr>
                ))}</Table.Tbody>
              </Table>
            </div>
          </>
        )}
        {failure ? <FailureNotice error={failure} /> : null}
        <div className="cd-row-wrap cd-end">
          <Button variant="default" onClick={onClose}>{words.cancel}</Button>
          <Button disabled={!counts || counts.create === 0} loading={busy} onClick={() => void apply()}>{counts && counts.create > 0 ? `응답 ${counts.create.toLocaleString('ko-KR')}건 넣기` : '넣기'}</Button>
        </div>
      </div>
    </Modal>
  );
};

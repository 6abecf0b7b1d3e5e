/** The whole list as a file for Excel: what it will hold is said first, a long one shows how far it is and can be stopped. */
import { ActionIcon, Button, Checkbox, Modal, Progress } from '@mantine/core';
import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ListRequest } from '../../../db/kernel/list-types.ts';
import { saveBlob } from '../../save-file.ts';
import { words } from '../../words.ts';
import { today } from '../form/DateField.tsx';
import { FailureNotice } from '../notice/Notices.tsx';
import { exportRows, personalColumns } from './export-rows.ts';
import type { GridColumn, LoadRows } from './types.ts';

export type ExportDialogProps = {
  label: string;
  /** The columns that are shown, in their order. */
  columns: () => readonly GridColumn[];
  question: () => Omit<ListRequest, 'start' | 'end'>;
  load: LoadRows;
  total: number | null;
};

type Running = { done: number; total: number | null; stop: AbortController };

export const ExportDialog = ({ label, columns, question, load, total }: ExportDialogProps) => {
  const [opened, setOpened] = useState(false);
  const [isMasked, setMasked] = useState(true);
  const [running, setRunning] = useState<Running | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const stop = useRef<AbortController | null>(null);
  const close = () => {
    stop.current?.abort();
    setOpened(false);
    setRunning(null);
  };
  const save = async () => {
    const mine = new AbortController();
    stop.current = mine;
    setFailure(null);
    setRunning({ done: 0, total, stop: mine });
    try {
      const { file } = await exportRows({ columns: columns(), question: question(), load, isMasked, signal: mine.signal, onProgress: (done, all) => setRunning({ done, total: all, stop: mine }) });
      saveBlob(`${label} ${today()}.csv`, file);
      setOpened(false);
    } catch (error) {
      if (!mine.signal.aborted) setFailure(error);
    } finally {
      setRunning(null);
    }
  };
  const personal = opened ? personalColumns(columns()) : [];
  const number = (value: number | null): string => value?.toLocaleString('ko-KR') ?? '…';
  return (
    <>
      <ActionIcon variant="default" size="input-xs" aria-label="목록 내보내기" title="목록 내보내기" disabled={total === 0} onClick={() => setOpened(true)}><Download size={15} aria-hidden /></ActionIcon>
      <Modal opened={opened} onClose={close} title={`${label} 내보내기`} closeButtonProps={{ 'aria-label': words.close }}>
        <div className="cd-stack">
          <p>지금 조건과 순서 그대로 {number(total)}건을, 보이는 열 {columns().length}개로 저장합니다. 엑셀에서 바로 열리는 CSV(UTF-8) 파일입니다.</p>
          {personal.length > 0 ? (
            <Checkbox
              label="개인정보를 가리고 저장" checked={isMasked} disabled={running !== null} onChange={(event) => setMasked(event.currentTarget.checked)}
              description={`${personal.map((column) => column.label).join('·')}: 홍*동, 010-****-5678처럼 적습니다.`}
            />
          ) : null}
          {failure ? <FailureNotice error={failure} onRetry={() => void save()} /> : null}
          {running ? (
            <div role="status">
              <p className="cd-small cd-number">{number(running.done)} / {number(running.total)}건</p>
              <Progress value={running.total ? (running.done / running.total) * 100 : 0} aria-label={`${label} 내보내기`} />
            </div>
          ) : null}
          <div className="cd-row-wrap cd-end">
            <Button variant="default" onClick={close}>{words.cancel}</Button>
            <Button data-autofocus loading={running !== null} onClick={() => void save()}>저장</Button>
          </div>
        </div>
      </Modal>
    </>
  );
};

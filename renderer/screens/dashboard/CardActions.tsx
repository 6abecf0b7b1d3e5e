/** What can be done with a card: meaning, table, copy, file, paper, place. */
import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ChartNoAxesColumn, CircleHelp, Copy, Ellipsis, FileSpreadsheet, Printer, Table2 } from 'lucide-react';
import type { ReportCode, ReportParams, ReportTable } from '../../../db/reports/api.ts';
import { api } from '../../api.ts';
import { copyTable } from '../reports/copy-table.ts';
import { CsvMenu } from '../reports/CsvMenu.tsx';
import { paramsInAddress } from '../reports/report-params.ts';
import type { CardMoves } from './card-types.ts';
import type { Draw } from './draw-types.ts';
import { periodWords } from './period-words.ts';
import { copyPicture } from './picture.ts';

export type CardActionsProps = CardMoves & {
  table: ReportTable | null;
  title: string;
  params: ReportParams;
  draw: Draw | undefined;
  asTable: boolean;
  onTable: (asTable: boolean) => void;
  onMeaning: () => void;
  onPrint: () => void;
  onFailure: (error: unknown) => void;
};

const tell = (isDone: boolean, done: string): void => {
  notifications.show(isDone ? { message: done } : { color: 'danger', message: '복사하지 못했습니다. 창을 한 번 누른 뒤 다시 복사하세요.' });
};

export const CardActions = ({ table, title, params, draw, asTable, onTable, onMeaning, onPrint, onFailure, onMove, onHide, isFirst, isLast }: CardActionsProps) => {
  const icon = { variant: 'subtle', color: 'gray', size: 28 } as const;
  const code: ReportCode | null = table?.code ?? null;
  return (
    <div className="cd-dash-actions">
      <ActionIcon {...icon} aria-label={`${title}: 정의`} title="정의" onClick={onMeaning}><CircleHelp size={16} aria-hidden /></ActionIcon>
      {table && code && !table.isEmpty ? (
        <>
          {draw ? (
            <ActionIcon {...icon} aria-label={`${title}: ${asTable ? '그림 보기' : '표 보기'}`} title={asTable ? '그림 보기' : '표 보기'} onClick={() => onTable(!asTable)}>
              {asTable ? <ChartNoAxesColumn size={16} aria-hidden /> : <Table2 size={16} aria-hidden />}
            </ActionIcon>
          ) : null}
          <Menu position="bottom-end">
            <Menu.Target><ActionIcon {...icon} aria-label={`${title}: 복사`} title="복사"><Copy size={16} aria-hidden /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              {draw ? <Menu.Item onClick={() => { void copyPicture(draw, table, periodWords(params)).then((isDone) => tell(isDone, '그림을 복사했습니다. 문서에 붙여 넣으세요.'), onFailure); }}>그림 복사</Menu.Item> : null}
              <Menu.Item onClick={() => tell(copyTable(table), '표를 복사했습니다. 엑셀에서 붙여 넣으면 칸과 숫자가 그대로 들어갑니다.')}>표 복사</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <CsvMenu
            file={(encoding) => `/files/report/${code}?${paramsInAddress(params).toString()}&encoding=${encoding}`} lostIn={() => api.reports.lostInCp949.query({ report: code, params })} onFailure={onFailure}
            target={<ActionIcon {...icon} aria-label={`${title}: CSV`} title="CSV"><FileSpreadsheet size={16} aria-hidden /></ActionIcon>}
          />
          <ActionIcon {...icon} aria-label={`${title}: 인쇄`} title="인쇄" onClick={onPrint}><Printer size={16} aria-hidden /></ActionIcon>
        </>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon {...icon} aria-label={`${title}: 자리`} title="자리"><Ellipsis size={16} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={isFirst} onClick={() => onMove(-1)}>앞으로 옮기기</Menu.Item>
          <Menu.Item disabled={isLast} onClick={() => onMove(1)}>뒤로 옮기기</Menu.Item>
          <Menu.Item onClick={onHide}>숨기기</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
};

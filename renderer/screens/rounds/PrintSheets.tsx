/** 방문 준비표 on paper: one A4 page for each firm, beside the screen in the document. */
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { VisitSheet as Sheet } from '../../../db/rounds/api.ts';
import { api } from '../../api.ts';
import { sentenceOf } from '../../refusal.ts';
import { printPage } from '../reports/print-page.ts';
import { VisitSheet } from './VisitSheet.tsx';
import '../reports/print.css';

/** Reads the sheets, opens the print dialogue, and is done when it has closed. */
export const PrintSheets = ({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) => {
  const [ready, setReady] = useState<{ sheets: readonly Sheet[]; user: string } | null>(null);
  const done = useRef(onDone);
  done.current = onDone;
  const fail = useRef((error: unknown): void => {
    notifications.show({ color: 'danger', title: '인쇄하지 못했습니다', message: sentenceOf(error) });
    done.current();
  });
  useEffect(() => {
    Promise.all([api.rounds.sheets.query({ ids: [...ids] }), api.device.about.query()]).then(([sheets, about]) => setReady({ sheets, user: about.account?.name ?? '' }), fail.current);
  }, [ids]);
  useEffect(() => { if (ready) void printPage(ready.user, 'portrait').then(() => done.current(), fail.current); }, [ready]);
  return ready ? createPortal(<div className="cd-print" lang="ko">{ready.sheets.map((sheet) => <VisitSheet key={sheet.organisation} sheet={sheet} />)}</div>, document.body) : null;
};

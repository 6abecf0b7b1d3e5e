/** 과제 관리대장 as CSV, saved while it is written: how far it is, and a way to stop. */
import { Button, Menu } from '@mantine/core';
import { FileSpreadsheet } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReportParams } from '../../../db/reports/api.ts';
import { JobBar, type Job } from '../../parts/layout/JobBar.tsx';
import { saveStream } from '../../save-file.ts';
import { paramsInAddress } from './report-params.ts';

export type RegisterSaveProps = { params: ReportParams; total: number; onFailure: (error: unknown) => void };

/** Progress is drawn at most this often. */
const drawnEvery = 100;

export const RegisterSave = ({ params, total, onFailure }: RegisterSaveProps) => {
  const [job, setJob] = useState<Job | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const save = async (encoding: 'utf-8' | 'cp949'): Promise<void> => {
    const controller = new AbortController();
    stop.current = controller;
    const begun: Job = { id: 'register', label: '과제 관리대장 저장', done: 0, total, state: 'running' };
    setJob(begun);
    let drawn = 0;
    try {
      await saveStream(`/files/register/${encoding}?${paramsInAddress(params).toString()}`, {
        signal: controller.signal,
        onLines: (lines) => {
          if (Date.now() - drawn < drawnEvery) return;
          drawn = Date.now();
          setJob({ ...begun, done: Math.min(lines, total) });
        },
      });
      setJob({ ...begun, done: total, state: 'done' });
    } catch (error) {
      if (controller.signal.aborted) setJob({ ...begun, state: 'cancelled', message: '저장을 멈추었습니다. 파일은 만들지 않았습니다.' });
      else { setJob(null); onFailure(error); }
    }
  };
  const isRunning = job?.state === 'running';
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" disabled={isRunning || total === 0} leftSection={<FileSpreadsheet size={15} aria-hidden />}>CSV</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('utf-8')}>UTF-8 (엑셀에서 바로 열림)</Menu.Item>
          <Menu.Item onClick={() => void save('cp949')}>CP949 (옛 엑셀·한셀용, 없는 글자는 ‘?’)</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {job ? <div className="cd-register-job"><JobBar job={job} onCancel={() => stop.current?.abort()} onClose={() => setJob(null)} /></div> : null}
    </>
  );
};

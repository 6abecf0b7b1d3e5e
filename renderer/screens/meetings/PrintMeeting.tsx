/** What a meeting prints: the minutes, and the attendance sheet to sign or of those who came. */
import { Button, Menu } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { api } from '../../api.ts';
import { readAttachment } from '../attachments/attach.ts';
import { printPage } from '../reports/print-page.ts';
import { MinutesSheet } from './MinutesSheet.tsx';
import { presentPeople, signInRows } from './sign-in-rows.ts';
import { SignInSheet } from './SignInSheet.tsx';
import { signaturesOf } from './SignOn.tsx';
import '../reports/print.css';
import './meeting-print.css';

/** Rows for guests, beside the roster. */
const blankRows = 8;

type Sheet = { user: string; paper: ReactNode };

const read = (id: string) => Promise.all([api.meetings.get.query({ id }), api.meetings.attendance.roster.query({ id }), api.meetings.minutes.query({ id }), api.device.about.query()]);

const minutesOf = async (id: string): Promise<Sheet> => {
  const [found, roster, { text }, about] = await read(id);
  return { user: about.account?.name ?? '', paper: <MinutesSheet values={found.values} names={found.links} roster={roster} draft={text} /> };
};

const picture = (blob: Blob): Promise<string> => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
  reader.onerror = () => reject(new Error('a signature could not be read', { cause: reader.error }));
  reader.readAsDataURL(blob);
});

/** Signatures that are on this device, as pictures by person. */
const signatures = async (id: string): Promise<Map<string, string>> => {
  const found = signaturesOf(await api.attachments.list.query({ table: 'meeting', owner: id }));
  return new Map(await Promise.all([...found].filter(([, line]) => line.isHere).map(async ([person, line]): Promise<[string, string]> => [person, await picture(await readAttachment(line.id))])));
};

const signInOf = async (id: string, who: 'all' | 'present', hasPhones: boolean): Promise<Sheet> => {
  const [found, roster, , about] = await read(id);
  const rows = who === 'all' ? signInRows(roster) : presentPeople(roster);
  return { user: about.account?.name ?? '', paper: <SignInSheet values={found.values} roster={roster} rows={rows} blank={who === 'all' ? blankRows : 0} hasPhones={hasPhones} signatures={await signatures(id)} /> };
};

export const PrintMeeting = ({ id, onFailure }: { id: string; onFailure: (error: unknown) => void }) => {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const fail = useRef(onFailure);
  fail.current = onFailure;
  useEffect(() => {
    if (sheet) void printPage(sheet.user, 'portrait').catch((error: unknown) => fail.current(error)).finally(() => setSheet(null));
  }, [sheet]);
  const print = (load: Promise<Sheet>): void => void load.then(setSheet, onFailure);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><Button variant="default" aria-label="회의 인쇄" title="인쇄" px={8}><Printer size={14} aria-hidden /></Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => print(minutesOf(id))}>회의록</Menu.Item>
          <Menu.Item onClick={() => print(signInOf(id, 'all', false))}>참석자 명부 (서명받기)</Menu.Item>
          <Menu.Item onClick={() => print(signInOf(id, 'all', true))}>참석자 명부 (서명받기, 연락처 포함)</Menu.Item>
          <Menu.Item onClick={() => print(signInOf(id, 'present', false))}>참석자 명부 (참석한 사람만)</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {sheet ? createPortal(<div className="cd-print" lang="ko">{sheet.paper}</div>, document.body) : null}
    </>
  );
};

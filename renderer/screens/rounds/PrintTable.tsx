/** The button that prints one table. */
import { Button } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SheetTable } from '../../../db/reports/api.ts';
import { api } from '../../api.ts';
import { printPage } from '../reports/print-page.ts';
import { PrintSheet } from '../reports/PrintSheet.tsx';
import '../reports/print.css';

export const PrintTable = ({ table, onFailure }: { table: SheetTable; onFailure: (error: unknown) => void }) => {
  const [user, setUser] = useState<string | null>(null);
  const fail = useRef(onFailure);
  fail.current = onFailure;
  useEffect(() => {
    if (user !== null) void printPage(user).catch((error: unknown) => fail.current(error)).finally(() => setUser(null));
  }, [user]);
  return (
    <>
      <Button variant="default" leftSection={<Printer size={15} aria-hidden />} onClick={() => void api.device.about.query().then((about) => setUser(about.account?.name ?? ''), onFailure)}>인쇄</Button>
      {user === null ? null : <PrintSheet tables={[table]} />}
    </>
  );
};

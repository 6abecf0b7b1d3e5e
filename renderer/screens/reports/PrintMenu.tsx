/** Prints the table on the screen, or all three one after the other. */
import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReportParams, ReportTable } from '../../../db/reports/api.ts';
import { api } from '../../api.ts';
import { printPage } from './print-page.ts';
import { PrintSheet } from './PrintSheet.tsx';

export type PrintMenuProps = { table: ReportTable; params: ReportParams; onFailure: (error: unknown) => void };

const codes = ['t1', 't2', 't3'] as const;

export const PrintMenu = ({ table, params, onFailure }: PrintMenuProps) => {
  const [tables, setTables] = useState<readonly ReportTable[]>([]);
  const about = useQuery({ queryKey: ['account', 'about'], queryFn: () => api.device.about.query() });
  const user = about.data?.account?.name ?? '';

  const latest = useRef({ user, onFailure });
  latest.current = { user, onFailure };
  useEffect(() => {
    if (tables.length > 0) void printPage(latest.current.user).catch(latest.current.onFailure).finally(() => setTables([]));
  }, [tables]);

  const all = (): void => {
    void Promise.all(codes.map((report) => api.reports.table.query({ report, params }))).then(setTables).catch(onFailure);
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" leftSection={<Printer size={15} aria-hidden />}>인쇄</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setTables([table])}>이 표 인쇄</Menu.Item>
          <Menu.Item onClick={all}>표 1·2·3 함께 인쇄</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {tables.length > 0 ? <PrintSheet tables={tables} /> : null}
    </>
  );
};

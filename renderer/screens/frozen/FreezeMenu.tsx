/** 확정: keeps the table on the screen as it is handed in, or leads to those that were. */
import { Button, Menu } from '@mantine/core';
import { FileCheck2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ReportParams, ReportTable } from '../../../db/reports/api.ts';
import { FreezeDialog } from './FreezeDialog.tsx';

export const FreezeMenu = ({ table, params }: { table: ReportTable; params: ReportParams }) => {
  const [, go] = useLocation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" leftSection={<FileCheck2 size={15} aria-hidden />}>확정</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpened(true)}>제출본으로 확정…</Menu.Item>
          <Menu.Item onClick={() => go(`/frozen?report=${table.code}`)}>이 표의 제출본 보기</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {opened ? <FreezeDialog table={table} params={params} onClose={() => setOpened(false)} /> : null}
    </>
  );
};

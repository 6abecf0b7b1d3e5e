/** 지표 정의: what the numbers of a report mean, from the declarations they are counted by. */
import { Button, Modal } from '@mantine/core';
import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import type { Definition } from '../../../db/reports/api.ts';
import { words } from '../../words.ts';
import { DefinitionList } from './DefinitionList.tsx';

export const Definitions = ({ title, indicators }: { title: string; indicators: readonly Definition[] }) => {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<BookOpen size={15} aria-hidden />} onClick={() => setOpened(true)}>지표 정의</Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={`지표 정의: ${title}`} size="xl" closeButtonProps={{ 'aria-label': words.close }}>
        <div className="cd-report-definitions" tabIndex={0} role="group" aria-label="지표 정의">
          <DefinitionList indicators={indicators} />
        </div>
      </Modal>
    </>
  );
};

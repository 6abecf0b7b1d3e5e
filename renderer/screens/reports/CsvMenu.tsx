/** CSV in the form every Excel opens, or in CP949 after the characters it would lose have been shown. */
import { Button, Menu } from '@mantine/core';
import { FileSpreadsheet } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { ConfirmDialog } from '../../parts/notice/ConfirmDialog.tsx';
import { saveFile } from '../../save-file.ts';

export type CsvMenuProps = {
  /** Address of the file in an encoding. */
  file: (encoding: 'utf-8' | 'cp949') => string;
  /** Characters that CP949 would lose. */
  lostIn: () => Promise<string[]>;
  onFailure: (error: unknown) => void;
  /** Opens the menu, in place of its button. */
  target?: ReactElement;
};

export const CsvMenu = ({ file, lostIn, onFailure, target }: CsvMenuProps) => {
  const [lost, setLost] = useState<string[]>([]);
  const save = (encoding: 'utf-8' | 'cp949'): void => {
    void saveFile(file(encoding)).catch(onFailure);
  };
  const saveOld = async (): Promise<void> => {
    const characters = await lostIn();
    if (characters.length > 0) setLost(characters);
    else save('cp949');
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>{target ?? <Button variant="default" leftSection={<FileSpreadsheet size={15} aria-hidden />}>CSV</Button>}</Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => save('utf-8')}>UTF-8 (엑셀에서 바로 열림)</Menu.Item>
          <Menu.Item onClick={() => { void saveOld().catch(onFailure); }}>CP949 (옛 엑셀·한셀용)</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={lost.length > 0} title="CP949로 쓸 수 없는 글자가 있습니다" confirm="물음표로 바꾸어 저장" onClose={() => setLost([])}
        onConfirm={() => { setLost([]); save('cp949'); }}
      >
        <p>다음 {lost.length}개 글자는 파일에서 ‘?’가 됩니다. 글자를 지키려면 UTF-8로 저장하세요.</p>
        <p className="cd-report-lost">{lost.join('  ')}</p>
      </ConfirmDialog>
    </>
  );
};

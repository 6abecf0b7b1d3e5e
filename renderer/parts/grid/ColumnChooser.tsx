/** Which columns a list shows. */
import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { Columns3 } from 'lucide-react';
import { useState } from 'react';
import { matchesTyped } from '../form/ChoiceField.tsx';
import type { GridColumn } from './types.ts';

export type ColumnChooserProps = {
  columns: readonly GridColumn[];
  isShown: (column: string) => boolean;
  onShow: (column: string, shown: boolean) => void;
  onReset: () => void;
};

export const ColumnChooser = ({ columns, isShown, onShow, onReset }: ColumnChooserProps) => {
  const [text, setText] = useState('');
  return (
    <Popover position="bottom-end" trapFocus returnFocus onClose={() => setText('')}>
      <Popover.Target><Button variant="default" leftSection={<Columns3 size={15} aria-hidden />}>열 고르기</Button></Popover.Target>
      <Popover.Dropdown>
        <div className="cd-stack">
          <TextInput aria-label="열 이름으로 찾기" placeholder="열 이름" value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <div className="cd-columns">
            {columns.filter((column) => matchesTyped(column.label, text)).map((column) => (
              <Checkbox key={column.column} label={column.label} checked={isShown(column.column)} onChange={(event) => onShow(column.column, event.currentTarget.checked)} />
            ))}
          </div>
          <Button variant="default" onClick={onReset}>처음 상태로</Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};

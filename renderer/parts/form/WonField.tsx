/**
 * A box for an amount. Bare digits count in the chosen unit, which the box shows; a unit word (1억 2,000만원) always wins.
 * What was read is shown under the box while typing.
 */
import { Menu, SegmentedControl, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { readWon, wonReading, writeWon } from '../../../db/korean/read-won.ts';
import { TypedField, type TypedFieldProps } from './TypedField.tsx';
import { useWonUnit, wonUnits } from './won-unit.ts';

export type WonFieldProps = Omit<TypedFieldProps, 'read' | 'write' | 'unit' | 'rightSection' | 'onTyping'>;

/** Which unit bare digits count in, for the boxes and tables of a screen. */
export const WonUnitSwitch = () => {
  const [unit, setUnit] = useWonUnit();
  return <SegmentedControl size="xs" aria-label="금액 단위" data={[...wonUnits]} value={unit} onChange={(next) => setUnit(wonUnits.find((one) => one === next) ?? '원')} />;
};

const UnitMenu = () => {
  const [unit, setUnit] = useWonUnit();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target><UnstyledButton className="cd-won-unit" tabIndex={-1} aria-label={`금액 단위 ${unit}, 바꾸기`} title="단위 없이 쓴 숫자를 읽는 단위">{unit}</UnstyledButton></Menu.Target>
      <Menu.Dropdown>{wonUnits.map((one) => <Menu.Item key={one} onClick={() => setUnit(one)}>{one}</Menu.Item>)}</Menu.Dropdown>
    </Menu>
  );
};

export const WonField = ({ value, error, placeholder, ...rest }: WonFieldProps) => {
  const [unit] = useWonUnit();
  const [typing, setTyping] = useState<string | null>(null);
  const reading = typing === null ? '' : wonReading(typing, unit);
  // Text that could not be read is kept in the box; why says more than that it is no number.
  const why = typeof value === 'string' ? wonReading(value, unit) : '';
  const read = (text: string): Cell => { const found = readWon(text, unit); return 'won' in found ? found.won : null; };
  return (
    <div className="cd-won">
      <TypedField
        {...rest} value={value} error={why !== '' && !why.startsWith('=') ? why : error} placeholder={placeholder ?? '1억 2,000만원'}
        read={read} write={(won) => (typeof won === 'number' ? writeWon(won, unit) : String(won ?? ''))} rightSection={<UnitMenu />} onTyping={setTyping}
      />
      {reading === '' ? null : <span className="cd-won-reading" role="status" data-wrong={!reading.startsWith('=') || undefined}>{reading}</span>}
    </div>
  );
};

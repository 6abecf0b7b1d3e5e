/** 설정: who, how it looks, the rules of the program, what was done, the data, keys, licences. */
import { Tabs } from '@mantine/core';
import { useLocation } from 'wouter';
import { ShortcutTables } from '../../parts/keys/ShortcutHelp.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import type { ScreenProps } from '../../places.ts';
import { About } from './About.tsx';
import { ActionSettings } from './ActionSettings.tsx';
import { CostRules } from '../program/CostRules.tsx';
import { DataSettings } from './DataSettings.tsx';
import { EntrySettings } from './EntrySettings.tsx';
import { RuleSettings } from '../program/RuleSettings.tsx';
import { ScreenSettings } from './ScreenSettings.tsx';
import { UserSettings } from './UserSettings.tsx';
import '../../parts/layout/record.css';
import './settings.css';

const Keys = () => <Section title="단축키"><ShortcutTables /></Section>;

const parts = [
  { value: 'user', word: '사용자', Part: UserSettings },
  { value: 'screen', word: '화면', Part: ScreenSettings },
  { value: 'rules', word: '사업 규칙', Part: RuleSettings },
  { value: 'entry', word: '상담 입력·마감', Part: EntrySettings },
  { value: 'costs', word: '정산 규칙', Part: CostRules },
  { value: 'actions', word: '최근 작업', Part: ActionSettings },
  { value: 'data', word: '자료와 백업', Part: DataSettings },
  { value: 'keys', word: '단축키', Part: Keys },
  { value: 'about', word: '정보·라이선스', Part: About },
] as const;

export const Screen = ({ place, id }: ScreenProps) => {
  const [, go] = useLocation();
  const open = parts.find((one) => one.value === id) ?? parts[0];
  return (
    <Tabs className="cd-settings" orientation="vertical" value={open.value} onChange={(next) => go(`${place}/${next ?? ''}`)} keepMounted={false}>
      <Tabs.List aria-label="설정">{parts.map((one) => <Tabs.Tab key={one.value} value={one.value}>{one.word}</Tabs.Tab>)}</Tabs.List>
      {parts.map(({ value, Part }) => <Tabs.Panel key={value} value={value} tabIndex={0}><Part /></Tabs.Panel>)}
    </Tabs>
  );
};

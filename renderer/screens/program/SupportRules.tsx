/** Support types of a day with their limits; one opens as a form that makes or changes the office's own rule. */
import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import type { SupportRule } from '../../../db/program/api.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { RuleOrigin } from './RuleOrigin.tsx';
import { capWords, cashWords, jointWords, monthWords, shareWords, spanWords } from './rule-words.ts';
import { SupportRuleDialog } from './SupportRuleDialog.tsx';

const inferredWords: Readonly<Record<string, string>> = { capWon: '한도', maxMonths: '기간', joint: '공동 조건', share: '비율', validFrom: '시작', validTo: '끝' };

/** Where a rule comes from, and which of its values nobody printed. */
const Source = ({ rule }: { rule: SupportRule }) => {
  const inferred = rule.inferred.flatMap((name) => inferredWords[name] ?? []);
  return (
    <span className="cd-rule-source" title={[rule.source, rule.note].filter(Boolean).join('\n')}>
      {rule.source ?? <span className="cd-soft">–</span>}{inferred.length > 0 && rule.source !== '추정' ? <span className="cd-soft"> · 추정: {inferred.join(', ')}</span> : null}
    </span>
  );
};

const Rows = ({ rules, onOpen }: { rules: readonly SupportRule[]; onOpen: (rule: SupportRule) => void }) => rules.map((rule) => (
  <Table.Tr key={rule.code} data-off={rule.is_off || undefined}>
    <Table.Td><button type="button" className="cd-link" onClick={() => onOpen(rule)}>{rule.name}</button>{rule.is_off ? <span className="cd-soft"> (쓰지 않음)</span> : null}</Table.Td>
    {rule.is_money ? (
      <>
        <Table.Td className="cd-number cd-nowrap">{capWords(rule)}</Table.Td>
        <Table.Td className="cd-number cd-nowrap">{monthWords(rule)}</Table.Td>
        <Table.Td className="cd-number cd-nowrap">{shareWords(rule)}</Table.Td>
        <Table.Td className="cd-number cd-nowrap">{cashWords(rule)}</Table.Td>
        <Table.Td className="cd-nowrap">{jointWords(rule)}</Table.Td>
      </>
    ) : <Table.Td colSpan={5} className="cd-soft">사업비를 주지 않습니다.</Table.Td>}
    <Table.Td className="cd-nowrap"><RuleOrigin own={rule.origin === 'office'} /></Table.Td>
    <Table.Td className="cd-number cd-small">{spanWords(rule.valid_from, rule.valid_until)}<br /><Source rule={rule} /></Table.Td>
  </Table.Tr>
));

export const SupportRules = ({ rules, day }: { rules: readonly SupportRule[]; day: string }) => {
  const [open, setOpen] = useState<SupportRule | 'new' | null>(null);
  const withMoney = rules.filter((rule) => rule.is_money);
  return (
    <Section title="지원유형" count={rules.length} actions={<Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>유형 더하기</Button>}>
      {rules.length === 0 ? <p className="cd-soft">이날 열려 있는 지원유형이 없습니다. ‘유형 더하기’로 지사의 유형을 만들 수 있습니다.</p> : (
        <div className="cd-rule-table">
          <Table verticalSpacing={4} aria-label="지원유형 규칙">
            <Table.Thead>
              <Table.Tr><Table.Th>지원유형</Table.Th><Table.Th>국비 한도</Table.Th><Table.Th>기간</Table.Th><Table.Th>정부 비율<span className="cd-rule-note">중소 / 중견 / 대</span></Table.Th><Table.Th>현금 비율<span className="cd-rule-note">중소 / 중견 / 대</span></Table.Th><Table.Th>공동 조건</Table.Th><Table.Th>구분</Table.Th><Table.Th>적용 기간과 근거</Table.Th></Table.Tr>
            </Table.Thead>
            <Table.Tbody><Rows rules={[...withMoney, ...rules.filter((rule) => !rule.is_money)]} onOpen={setOpen} /></Table.Tbody>
          </Table>
        </div>
      )}
      <p className="cd-soft cd-small">‘–’는 정해진 값이 없어 보지 않는다는 뜻입니다.</p>
      {open === null ? null : <SupportRuleDialog rule={open === 'new' ? null : open} day={day} onClose={() => setOpen(null)} />}
    </Section>
  );
};

/** What holds on a day for every support type, and the periods the office has rules for. */
import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PeriodRule } from '../../../db/program/api.ts';
import { api } from '../../api.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { PeriodRuleDialog } from './PeriodRuleDialog.tsx';
import { periodLines, spanWords } from './rule-words.ts';
import { RuleOrigin } from './RuleOrigin.tsx';

export const PeriodRules = ({ rule, shipped, day }: { rule: PeriodRule; shipped: PeriodRule; day: string }) => {
  const [open, setOpen] = useState<{ id: string | null } | null>(null);
  const all = useQuery({ queryKey: ['period_rule', 'list'], queryFn: () => api.program.period.list.query() });
  const others = (all.data ?? []).filter((one) => one.id !== rule.id);
  const lines = periodLines(rule);
  const half = Math.ceil(lines.length / 2);
  return (
    <Section title="기간 규칙" actions={<Button size="compact-sm" variant="default" onClick={() => setOpen({ id: rule.id })}>{rule.id === null ? '지사 규칙 만들기' : '지사 규칙 고치기'}</Button>}>
      <p><b>{rule.name}</b> <span className="cd-soft cd-number">{spanWords(rule.valid_from, rule.valid_until)}</span>{rule.source ? <span className="cd-soft cd-small"> · 근거: {rule.source}</span> : null}</p>
      <div className="cd-rule-columns">
        {[lines.slice(0, half), lines.slice(half)].map((part) => (
          <Table key={part[0]?.field} verticalSpacing={3} aria-label="기간 규칙">
            <Table.Tbody>
              {part.map((line) => (
                <Table.Tr key={line.field}><Table.Th scope="row">{line.ko}</Table.Th><Table.Td>{line.text}</Table.Td><Table.Td className="cd-nowrap"><RuleOrigin own={rule.own.includes(line.field)} /></Table.Td></Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        ))}
      </div>
      {all.error ? <FailureNotice error={all.error} onRetry={() => void all.refetch()} /> : null}
      {others.length === 0 ? null : (
        <p className="cd-row-wrap cd-small"><span className="cd-soft">다른 기간의 지사 규칙:</span>{others.map((one) => <button key={one.id} type="button" className="cd-link" onClick={() => setOpen({ id: one.id })}>{one.name} ({spanWords(one.valid_from, one.valid_until)})</button>)}</p>
      )}
      {open === null ? null : <PeriodRuleDialog id={open.id} shipped={shipped} day={day} onClose={() => setOpen(null)} />}
    </Section>
  );
};

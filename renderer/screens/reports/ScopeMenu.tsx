/** 범위: what the tables are narrowed to. Each narrowing is a chip that is taken away with a click. */
import { Button, Popover, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ListFilter, X } from 'lucide-react';
import { useState } from 'react';
import type { ReportScope, ScopeKind } from '../../../db/reports/api.ts';
import { api } from '../../api.ts';
import { words } from '../../words.ts';

export type ScopeMenuProps = { scope: ReportScope; onChange: (scope: ReportScope) => void };

const without = (scope: ReportScope, kind: ScopeKind): ReportScope => Object.fromEntries(Object.entries(scope).filter(([name]) => name !== kind));

export const ScopeMenu = ({ scope, onChange }: ScopeMenuProps) => {
  const [opened, setOpened] = useState(false);
  const chosen = Object.keys(scope).length;
  const scopes = useQuery({ queryKey: ['report', 'scopes', 'task', 'account', 'mini_cluster', 'person', 'organisation'], queryFn: () => api.reports.scopes.query(), enabled: opened || chosen > 0 });
  const known = scopes.data ?? [];
  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withRoles={false}>
        <Popover.Target><Button variant="default" leftSection={<ListFilter size={15} aria-hidden />} aria-expanded={opened} onClick={() => setOpened(!opened)}>범위</Button></Popover.Target>
        <Popover.Dropdown onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setOpened(false); } }}>
          <div className="cd-report-scopes" role="group" aria-label="범위">
            {scopes.isPending ? <p className="cd-soft">{words.loading}</p> : null}
            {scopes.data && known.length === 0 ? <p className="cd-soft">아직 나눌 것이 없습니다. 지사·미니클러스터·코디네이터가 적힌 기록이 생기면 여기에서 고릅니다.</p> : null}
            {known.map(({ kind, ko, options }) => (
              <Select
                key={kind} label={ko} placeholder="전체" clearable searchable limit={200} nothingFoundMessage="없는 이름입니다." comboboxProps={{ withinPortal: false }} maxDropdownHeight={220}
                data={options.map(({ code, label }) => ({ value: code, label }))} value={scope[kind] ?? null}
                onChange={(code) => onChange(code === null ? without(scope, kind) : { ...scope, [kind]: code })}
              />
            ))}
            {chosen > 0 ? <Button variant="default" onClick={() => onChange({})}>모두 지우기</Button> : null}
          </div>
        </Popover.Dropdown>
      </Popover>
      {known.flatMap(({ kind, ko, options }) => {
        const code = scope[kind];
        const label = options.find((option) => option.code === code)?.label ?? code;
        return code === undefined ? [] : [
          <Button key={kind} variant="light" className="cd-report-chip" rightSection={<X size={14} aria-hidden />} aria-label={`${ko}: ${label} 지우기`} title="이 범위를 지웁니다." onClick={() => onChange(without(scope, kind))}>
            {ko}: {label === '' ? '(적지 않음)' : label}
          </Button>,
        ];
      })}
    </>
  );
};

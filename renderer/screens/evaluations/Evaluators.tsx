/** The evaluators of a meeting: role, organisation of the day, how many tasks each may not judge. */
import { ActionIcon, Select, Table } from '@mantine/core';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { evaluator } from '../../../db/evaluations/fields.ts';
import type { Conflict, Sheet, SheetEvaluator } from '../../../db/evaluations/api.ts';
import { api } from '../../api.ts';
import { evaluatorLink, organisationLink } from '../../links.ts';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { ConflictsFound } from './ConflictsFound.tsx';
import { roleName } from './words.ts';

type RoleCode = NonNullable<Parameters<typeof api.evaluations.evaluators.change.mutate>[0]['role']>;
const roles = (evaluator.fields.role.choices ?? []).map((one) => ({ value: one.code, label: one.ko }));

export const Evaluators = ({ sheet, isClosed }: { sheet: Sheet; isClosed: boolean }) => {
  const [, go] = useLocation();
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [added, setAdded] = useState(0);
  const run = (call: Promise<{ conflicts: readonly Conflict[] } | void>) => { setFailure(null); call.then((answer) => setConflicts(answer?.conflicts ?? []), setFailure); };
  const recusedOf = (person: string): number => new Set([...sheet.scores.filter((one) => one.person === person && one.is_recused === 1), ...sheet.conflicts.filter((one) => one.person === person)].map((one) => one.task)).size;
  const scoredOf = (person: string): number => sheet.scores.filter((one) => one.person === person && one.score !== null).length;
  const row = (one: SheetEvaluator, index: number) => (
    <Table.Tr key={one.id}>
      <Table.Td className="cd-number cd-soft">{index + 1}</Table.Td>
      <Table.Td><button type="button" className="cd-link" onClick={() => go(`/people/${one.person}`)}>{one.name}</button> <span className="cd-small cd-soft">{one.position}</span></Table.Td>
      <Table.Td>
        {isClosed ? one.organisation_name : (
          <LinkPicker {...organisationLink} label={<span className="cd-only-spoken">{one.name} 소속</span>} value={one.organisation} valueLabel={one.organisation_name} placeholder="소속 고르기" onChange={(organisation) => run(api.evaluations.evaluators.change.mutate({ id: one.id, organisation }))} />
        )}
      </Table.Td>
      <Table.Td>
        {isClosed ? roleName(one.role) : <Select aria-label={`${one.name} 역할`} data={roles} value={one.role} allowDeselect={false} onChange={(role) => { if (role) run(api.evaluations.evaluators.change.mutate({ id: one.id, role: role as RoleCode })); }} />}
      </Table.Td>
      <Table.Td className="cd-number cd-ev-figure">{one.role === 'secretary' ? '' : `${scoredOf(one.person)}/${sheet.tasks.length - recusedOf(one.person)}`}</Table.Td>
      <Table.Td className="cd-number cd-ev-figure">{recusedOf(one.person) || ''}</Table.Td>
      <Table.Td>{isClosed ? null : <ActionIcon variant="subtle" color="gray" aria-label={`${one.name} 빼기`} title="회의에서 빼기" onClick={() => run(api.evaluations.evaluators.remove.mutate({ id: one.id }))}><X size={14} aria-hidden /></ActionIcon>}</Table.Td>
    </Table.Tr>
  );
  return (
    <div className="cd-ev-block">
      {failure ? <FailureNotice error={failure} /> : null}
      <ConflictsFound conflicts={conflicts} sheet={sheet} onClose={() => setConflicts([])} />
      {isClosed ? null : (
        <div className="cd-ev-bar cd-ev-add">
          <LinkPicker
            key={added} {...evaluatorLink} label="위원 넣기" description="평가위원이 먼저 나옵니다. 소속은 개최일의 소속을 따릅니다." value={null} autoFocus
            onChange={(person) => { if (person) { run(api.evaluations.evaluators.add.mutate({ committee: sheet.meeting.id, persons: [person] })); setAdded(added + 1); } }}
          />
        </div>
      )}
      {sheet.evaluators.length === 0 ? <p className="cd-soft">아직 위원이 없습니다. 위 칸에서 이름을 찾아 넣으세요. 처음 오는 사람은 이름을 쓰고 ‘새로 만들기’를 고릅니다.</p> : (
        <Table verticalSpacing={3} className="cd-ev-table">
          <Table.Thead>
            <Table.Tr><Table.Th className="cd-ev-no">순번</Table.Th><Table.Th>성명</Table.Th><Table.Th className="cd-ev-body">소속</Table.Th><Table.Th className="cd-ev-role">역할</Table.Th><Table.Th className="cd-ev-figure">점수</Table.Th><Table.Th className="cd-ev-figure">제척</Table.Th><Table.Th className="cd-ev-check" aria-label="빼기" /></Table.Tr>
          </Table.Thead>
          <Table.Tbody>{sheet.evaluators.map(row)}</Table.Tbody>
        </Table>
      )}
      {sheet.evaluators.some((one) => one.role === 'secretary') ? <p className="cd-small cd-soft">간사는 점수를 주지 않습니다.</p> : null}
    </div>
  );
};

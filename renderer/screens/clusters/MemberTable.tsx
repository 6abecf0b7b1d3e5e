/** The list of members. Enter on a name opens its membership. */
import { Checkbox, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MemberLine } from '../../../db/clusters/api.ts';
import { memberKindName, phoneText } from './words.ts';

export type MemberTableProps = {
  members: readonly MemberLine[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onEdit: (member: MemberLine) => void;
  /** The box that chooses all. */
  head: ReactNode;
};

export const MemberTable = ({ members, chosen, onChoose, onEdit, head }: MemberTableProps) => {
  const hasLeft = members.some((one) => one.left_on !== null);
  return (
    <Table verticalSpacing={2} className="cd-rows cd-member-table" stickyHeader stickyHeaderOffset="5.25rem">
      <Table.Thead>
        <Table.Tr><Table.Th>{head}</Table.Th><Table.Th>연번</Table.Th><Table.Th>성명</Table.Th><Table.Th>소속</Table.Th><Table.Th>직위</Table.Th><Table.Th>구분</Table.Th><Table.Th>가입일</Table.Th>{hasLeft ? <Table.Th className="cd-left">탈퇴일</Table.Th> : null}<Table.Th className="cd-phone">연락처</Table.Th></Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map((one, index) => {
          const name = one.person_name ?? (one.person === null ? '(단체 회원)' : '상위 기록 미도착');
          return (
            <Table.Tr key={one.id} data-past={!one.is_member || undefined} data-chosen={chosen.has(one.id) || undefined}>
              <Table.Td>
                <Checkbox
                  aria-label={`${name} ${one.organisation_name ?? ''} 고르기`} checked={chosen.has(one.id)}
                  onChange={(event) => { const next = new Set(chosen); if (event.currentTarget.checked) next.add(one.id); else next.delete(one.id); onChoose(next); }}
                />
              </Table.Td>
              <Table.Td className="cd-number cd-soft">{index + 1}</Table.Td>
              <Table.Td className="cd-nowrap"><button type="button" className={one.person === null ? 'cd-link cd-soft' : 'cd-link'} onClick={() => onEdit(one)}>{name}</button></Table.Td>
              <Table.Td><span className="cd-one-line" title={one.organisation_name ?? ''}>{one.organisation_name}</span></Table.Td>
              <Table.Td><span className="cd-one-line">{one.position}</span></Table.Td>
              <Table.Td className="cd-nowrap">{memberKindName(one.kind)}</Table.Td>
              <Table.Td className="cd-number cd-nowrap">{one.joined_on}</Table.Td>
              {hasLeft ? <Table.Td className="cd-number cd-nowrap">{one.left_on}</Table.Td> : null}
              <Table.Td className="cd-number cd-nowrap cd-phone">{phoneText(one.mobile)}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
};

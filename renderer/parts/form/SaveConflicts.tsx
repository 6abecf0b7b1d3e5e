/** A save that met what somebody else wrote meanwhile: both values of each field, and which of them is to stand. */
import { Button, Table } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { AnyRecord, Cell } from '../../../db/kernel/field.ts';
import { InfoNotice } from '../notice/Notices.tsx';
import type { LinkSources } from './form-context.ts';
import { valueWords } from './value-words.ts';

export type SaveConflictsProps = {
  type: AnyRecord;
  links: LinkSources;
  /** What stands in the record now, by field. */
  stored: ReadonlyMap<string, Cell>;
  /** What is in the form. */
  mine: (field: string) => Cell;
  onChoose: (field: string, which: 'mine' | 'stored') => void;
};

const Words = ({ type, field, value, links }: { type: AnyRecord; field: string; value: Cell; links: LinkSources }) => {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    valueWords(type, field, value, links).then((found) => { if (!gone) setText(found); }, () => undefined);
    return () => { gone = true; };
  }, [field, links, type, value]);
  return text === null || text === '' ? <span className="cd-soft">빈칸</span> : text;
};

export const SaveConflicts = ({ type, links, stored, mine, onChoose }: SaveConflictsProps) => {
  const top = useRef<HTMLDivElement>(null);
  // The form may have been scrolled far down when it was saved.
  useEffect(() => { top.current?.scrollIntoView({ block: 'center' }); }, []);
  return (
    <div ref={top}>
      <InfoNotice title="그사이 다른 곳에서 값이 바뀌었습니다. 항목마다 어느 값을 쓸지 고른 뒤 다시 저장해 주세요.">
        <Table verticalSpacing={4} fz="xs">
          <Table.Thead><Table.Tr><Table.Th>항목</Table.Th><Table.Th>내 값</Table.Th><Table.Th>저장된 값</Table.Th><Table.Th><span className="cd-only-spoken">고르기</span></Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {[...stored].map(([field, value]) => {
              const label = type.fields[field]?.ko ?? field;
              return (
                <Table.Tr key={field}>
                  <Table.Th scope="row">{label}</Table.Th>
                  <Table.Td><Words type={type} field={field} value={mine(field)} links={links} /></Table.Td>
                  <Table.Td><Words type={type} field={field} value={value} links={links} /></Table.Td>
                  <Table.Td>
                    <div className="cd-row-wrap cd-end">
                      <Button size="compact-xs" variant="default" aria-label={`${label}: 내 값 쓰기`} onClick={() => onChoose(field, 'mine')}>내 값 쓰기</Button>
                      <Button size="compact-xs" variant="default" aria-label={`${label}: 저장된 값 쓰기`} onClick={() => onChoose(field, 'stored')}>저장된 값 쓰기</Button>
                    </div>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </InfoNotice>
    </div>
  );
};

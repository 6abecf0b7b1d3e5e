/** 연혁: names, mergers and the end of a mini-cluster, what stands above and below it, and the two ways to end it. */
import { ActionIcon, Button, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ClusterRelations, StoryLine } from '../../../db/clusters/api.ts';
import { api } from '../../api.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { sentenceOf } from '../../refusal.ts';
import { words } from '../../words.ts';
import { EndCluster } from './EndCluster.tsx';

const say = (error: unknown) => notifications.show({ color: 'danger', title: '하지 못했습니다', message: sentenceOf(error) });
const happened: Record<StoryLine['what'], string> = { founded: '창립', renamed: '이름 바뀜', absorbed: '통합해 들어옴', merged: '통합되어 끝남', dissolved: '해산' };

export const Story = ({ id, name, isEnded, relations }: { id: string; name: string; isEnded: boolean; relations: ClusterRelations }) => {
  const [, go] = useLocation();
  const [ending, setEnding] = useState<'merge' | 'dissolve' | null>(null);
  const found = useQuery({ queryKey: ['mini_cluster', 'cluster_past', 'membership', 'story', id], queryFn: () => api.clusters.story.query({ id }) });
  const open = (other: string, label: string) => <button type="button" className="cd-link" onClick={() => go(`/clusters/${other}`)}>{label}</button>;
  const endings = isEnded ? null : <div className="cd-row-wrap"><Button variant="default" onClick={() => setEnding('merge')}>다른 곳으로 통합</Button><Button variant="default" onClick={() => setEnding('dissolve')}>해산</Button></div>;
  return (
    <>
      <Section title="연혁" actions={endings}>
        {found.error ? <FailureNotice error={found.error} onRetry={() => void found.refetch()} /> : !found.data ? <p className="cd-soft">{words.loading}</p> : (
          <Table verticalSpacing={3} className="cd-rows">
            <Table.Thead><Table.Tr><Table.Th>날</Table.Th><Table.Th>일</Table.Th><Table.Th>내용</Table.Th><Table.Th className="cd-right">그날 회원</Table.Th><Table.Th><span className="cd-only-spoken">지우기</span></Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {found.data.map((line, index) => (
                <Table.Tr key={index}>
                  <Table.Td className="cd-number cd-nowrap">{line.on}</Table.Td>
                  <Table.Td className="cd-nowrap">{happened[line.what]}</Table.Td>
                  <Table.Td>{line.other ? open(line.other.id, line.other.name) : line.name}</Table.Td>
                  <Table.Td className="cd-number cd-right">{line.members.toLocaleString('ko-KR')}</Table.Td>
                  <Table.Td>{line.past ? <ActionIcon variant="subtle" color="gray" aria-label="이 이름 바뀜을 지우기" title="이 이름 바뀜을 지우기" onClick={() => void api.clusters.forgetName.mutate({ id: line.past ?? '' }).catch(say)}><Trash2 size={14} aria-hidden /></ActionIcon> : null}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Section>
      <Section title="상위·하위 미니클러스터">
        {relations.above.length === 0 && relations.below.length === 0 ? <p className="cd-soft">상위나 하위가 없습니다. 하위는 그 미니클러스터의 개요에서 ‘상위 미니클러스터’를 고르면 여기에 나옵니다.</p> : (
          <ul className="cd-plain-list cd-tree">
            {relations.above.map((one, depth) => <li key={one.id} data-depth={depth}>{open(one.id, one.name)} <span className="cd-small cd-soft">상위</span></li>)}
            <li data-depth={relations.above.length}><strong>{name}</strong></li>
            {relations.below.map((one) => (
              <li key={`${one.how} ${one.id}`} data-depth={Math.min(6, relations.above.length + one.depth)}>
                {open(one.id, one.name)} <span className="cd-small cd-soft cd-number">{one.how === 'part' ? '하위' : '통합됨'} · {one.founded_on} ~ {one.dissolved_on ?? ''} · 회원 {one.members}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {ending ? <EndCluster id={id} name={name} how={ending} onClose={() => setEnding(null)} /> : null}
    </>
  );
};

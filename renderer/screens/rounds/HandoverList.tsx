/** The preview: each firm with what is open there, and to whom it goes. */
import { NativeSelect } from '@mantine/core';
import { Link } from 'wouter';
import type { Handover, HandoverItem } from '../../../db/rounds/api.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { kindWords, type Chosen, type Group } from './handover-groups.ts';

const places: Partial<Record<HandoverItem['kind'], string>> = { task: '/tasks', visit: '/sessions', promise: '/sessions', chair: '/meetings', recorder: '/meetings', manager: '/clusters' };

export type HandoverListProps = {
  groups: readonly Group[];
  stays: Handover['stays'];
  people: readonly { value: string; label: string }[];
  most: string | null;
  chosen: Chosen;
  onChoose: (group: string, to: string) => void;
};

const Item = ({ item }: { item: HandoverItem }) => {
  const place = places[item.kind];
  return (
    <li>
      <span className="cd-rounds-kind">{kindWords[item.kind]}</span>
      <span>{place ? <Link href={`${place}/${item.id}`}>{item.what}</Link> : item.what}</span>
      <span className="cd-soft">{item.note}</span>
    </li>
  );
};

export const HandoverList = ({ groups, stays, people, most, chosen, onChoose }: HandoverListProps) => {
  const likeMost = people.find(({ value }) => value === most)?.label;
  const choices = [{ value: '', label: likeMost ? `${likeMost} (기본)` : '고르지 않음' }, ...people, { value: 'stay', label: '넘기지 않음' }];
  const rows = (of: readonly Group[]) => of.map((group) => (
    <li key={group.key} className="cd-rounds-group" data-stays={chosen[group.key] === 'stay' || undefined}>
      <div>
        {group.firm ? <h4><Link href={`/organisations/${group.firm}`}>{group.name}</Link></h4> : null}
        <ul className="cd-rounds-items">{group.items.map((item) => <Item key={item.key} item={item} />)}</ul>
      </div>
      <NativeSelect size="xs" aria-label={`넘겨받을 사람: ${group.name}`} data={choices} value={chosen[group.key] ?? ''} onChange={(event) => onChoose(group.key, event.currentTarget.value)} />
    </li>
  ));
  const [firms, rest] = [groups.filter(({ firm }) => firm !== null), groups.filter(({ firm }) => firm === null)];
  return (
    <>
      {firms.length > 0 ? <Section title="기업별"><ul className="cd-rounds-groups">{rows(firms)}</ul></Section> : null}
      {rest.length > 0 ? <Section title="회의·미니클러스터·그 밖"><ul className="cd-rounds-groups">{rows(rest)}</ul></Section> : null}
      {stays.length > 0 ? (
        <Section title="넘기지 않고 마칠 상담" count={stays.length}>
          <p className="cd-soft">이미 한 상담은 한 사람이 마칩니다. 떠나기 전에 제출하고 확정받아 주세요.</p>
          <ul className="cd-rounds-items">{stays.map((one) => <li key={one.id}><span className="cd-rounds-kind">{one.note}</span><Link href={`/sessions/${one.id}`}>{one.what}</Link></li>)}</ul>
        </Section>
      ) : null}
    </>
  );
};

/** What the results are narrowed to: kinds, a period, an office. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { kindNames, type KindName } from '../../db/search/choices.ts';
import { periods, type Period } from './periods.ts';

export type SearchFilterBarProps = {
  kinds: readonly KindName[]; onKinds: (kinds: readonly KindName[]) => void;
  period: Period | null; onPeriod: (period: Period | null) => void;
  office: string | null; onOffice: (office: string | null) => void;
};

export const SearchFilterBar = ({ kinds, onKinds, period, onPeriod, office, onOffice }: SearchFilterBarProps) => {
  const offices = useQuery({ queryKey: ['search', 'offices'], queryFn: () => api.search.offices.query(), staleTime: 60_000 });
  const toggle = (name: KindName): void => onKinds(kinds.includes(name) ? kinds.filter((one) => one !== name) : [...kinds, name]);
  const cannot = (kind: (typeof kindNames)[number]): boolean => (period !== null && !kind.isDated) || (office !== null && !kind.hasOffice);
  return (
    <div className="cd-find-filters" role="group" aria-label="찾을 범위">
      <div className="cd-row-wrap">
        <button type="button" className="cd-find-kind" aria-pressed={kinds.length === 0} onClick={() => onKinds([])}>전체</button>
        {kindNames.map((kind) => (
          <button type="button" key={kind.name} className="cd-find-kind" aria-pressed={kinds.includes(kind.name)} disabled={cannot(kind)} {...(cannot(kind) ? { title: '기간이나 지사로 가릴 수 없는 종류입니다.' } : {})} onClick={() => toggle(kind.name)}>{kind.ko}</button>
        ))}
      </div>
      <div className="cd-find-selects">
        <Select size="xs" aria-label="기간" placeholder="기간 전체" clearable comboboxProps={{ withinPortal: true }} data={periods.map((one) => ({ value: one.code, label: one.ko }))} value={period} onChange={(value) => onPeriod(periods.find((one) => one.code === value)?.code ?? null)} />
        <Select size="xs" aria-label="담당 지사" placeholder="지사 전체" clearable searchable nothingFoundMessage="없는 지사입니다." data={offices.data ?? []} value={office} onChange={onOffice} />
      </div>
    </div>
  );
};

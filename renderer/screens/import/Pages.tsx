/** Which rows of how many are shown, and a way to the others. Nothing when they fit on one page. */
import { Pagination } from '@mantine/core';
import { rowsPerPage } from './questions.ts';

const words = { first: '처음', previous: '앞', next: '다음', last: '끝' } as const;

export const Pages = ({ page, total, onPage }: { page: number; total: number; onPage: (page: number) => void }) => {
  if (total <= rowsPerPage) return null;
  const number = (value: number): string => value.toLocaleString('ko-KR');
  return (
    <div className="cd-im-pages">
      <span className="cd-soft cd-number">{number((page - 1) * rowsPerPage + 1)}–{number(Math.min(total, page * rowsPerPage))} / {number(total)}</span>
      <Pagination
        size="xs" gap={4} total={Math.ceil(total / rowsPerPage)} value={page} onChange={onPage}
        getControlProps={(control) => ({ 'aria-label': `${words[control]} 쪽` })} getItemProps={(item) => ({ 'aria-label': `${item}쪽` })}
      />
    </div>
  );
};

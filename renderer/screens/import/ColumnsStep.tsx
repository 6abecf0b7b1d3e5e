/** Step 2: which column of the file becomes which field. Guessed and remembered ones are marked; what is required and missing is said. */
import { Button, Select, type ComboboxItem, type OptionsFilter } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { withParticle } from '../../../db/korean/particle.ts';
import { api } from '../../api.ts';
import { matchesTyped } from '../../parts/form/ChoiceField.tsx';
import { chooseColumn, useImportState, type Preview } from './import-state.ts';
import { useTargets } from './questions.ts';
import { Busy, Step } from './Step.tsx';

type Mapped = Preview['mapping'][number];

const leaveOut = '';
const filter: OptionsFilter = ({ options, search }) => options.filter((option): option is ComboboxItem => 'value' in option && matchesTyped(option.label, search));

/** A column's name as a spreadsheet counts: 0 → A, 26 → AA. */
export const letterOf = (index: number): string => (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const marks: Readonly<Record<Mapped['how'], { word: string; title: string } | null>> = {
  header: { word: '자동', title: '머리글을 보고 골랐습니다.' },
  remembered: { word: '기억', title: '지난번에 고른 대로입니다.' },
  chosen: { word: '직접', title: '직접 골랐습니다. 가져오고 나면 기억합니다.' },
  taken: { word: '겹침', title: '같은 곳으로 가는 다른 열이 있어 비워 두었습니다.' },
  none: null,
};

/** What was chosen is shown at once; a long file takes a while to be judged anew. */
const asChosen = (column: Mapped, chosen: string | null | undefined): Mapped => (chosen === undefined ? column : { ...column, target: chosen, how: 'chosen' });

const Column = ({ column, options, busy }: { column: Mapped; options: readonly ComboboxItem[]; busy: boolean }) => {
  const name = column.header || '이름 없는 열';
  const mark = marks[column.how];
  const samples = column.samples.join(' · ');
  return (
    <li className="cd-im-column" data-out={column.target === null || undefined}>
      <div className="cd-im-column-what">
        <div><span className="cd-im-letter">{letterOf(column.index)}</span><strong title={name}>{name}</strong></div>
        <div className="cd-soft cd-small" title={samples}>{samples || '빈 열'}</div>
      </div>
      {mark ? <span className="cd-im-mark" data-how={column.how} title={mark.title}>{mark.word}</span> : <span />}
      <Select
        aria-label={`${letterOf(column.index)}열 ${withParticle(`‘${name}’`, '을/를')} 넣을 곳`} data={options} value={column.target ?? leaveOut} disabled={busy}
        searchable selectFirstOptionOnChange allowDeselect={false} filter={filter} nothingFoundMessage="맞는 것이 없습니다." maxDropdownHeight={280}
        onFocus={(event) => event.currentTarget.select()} onChange={(value) => chooseColumn(column.index, value === leaveOut ? null : value)}
      />
    </li>
  );
};

/** `isFolded`: the import is over, what was chosen is said in a line. */
export const ColumnsStep = ({ preview, busy, isFolded, isReading }: { preview: Preview | null; busy: boolean; isFolded: boolean; isReading: boolean }) => {
  const { target, chosen } = useImportState();
  const targets = useTargets();
  const queries = useQueryClient();
  if (!preview) return <Step number={2} title="열" state="waiting" note={isReading ? <Busy>행을 살펴보고 있습니다.</Busy> : '파일을 읽으면 어느 열을 어디에 넣을지 보여 드립니다.'} />;
  const taken = preview.mapping.filter((one) => one.target !== null).length;
  const remembered = preview.mapping.filter((one) => one.how === 'remembered').length;
  if (isFolded) return <Step number={2} title="열" state="done" note={`${preview.mapping.length}열 가운데 ${taken}열을 가져왔습니다.`} />;
  const columns = targets.data?.find((one) => one.kind === target)?.columns ?? [];
  const options = [{ value: leaveOut, label: '가져오지 않음' }, ...columns.map((one) => ({ value: one.key, label: one.isRequired ? `${one.ko} (필수)` : one.ko }))];
  const forget = async (): Promise<void> => {
    await api.imports.forget.mutate({ target });
    await queries.invalidateQueries({ queryKey: ['import', 'preview'] });
  };
  return (
    <Step
      number={2} title="열" state={preview.missing.length > 0 ? 'now' : 'done'}
      note={<span className="cd-number">{preview.mapping.length}열 가운데 {taken}열을 가져옵니다.{remembered > 0 ? ` ${remembered}열은 지난번에 정한 대로입니다.` : ''}</span>}
    >
      {preview.missing.length > 0 ? (
        <p className="cd-im-warning" role="alert">꼭 있어야 하는 열이 없습니다: <strong>{preview.missing.join(', ')}</strong>. 아래에서 어느 열인지 골라 주세요.</p>
      ) : null}
      <ul className="cd-im-columns" aria-label="파일의 열">
        {preview.mapping.map((column) => <Column key={column.index} column={asChosen(column, chosen[column.index])} options={options} busy={busy} />)}
      </ul>
      {remembered > 0 ? <div><Button size="compact-xs" variant="subtle" disabled={busy} onClick={() => void forget()}>기억한 열 연결 지우기</Button></div> : null}
    </Step>
  );
};

/** 비목: what may be spent on each cost item of the task's era, and what is. */
import { useState } from 'react';
import type { ItemLine, TaskMoney } from '../../../db/funds/api.ts';
import { taskBudget } from '../../../db/funds/fields.ts';
import { formatNumber } from '../../../db/korean/parse-number.ts';
import { writeWon } from '../../../db/korean/read-won.ts';
import { useWonUnit } from '../../parts/form/won-unit.ts';
import { CellBox } from '../../parts/lines/CellBox.tsx';
import { toNextRow } from '../../parts/lines/next-box.ts';
import { RefusedLine } from '../../parts/lines/RefusedLine.tsx';
import { useRowDraft } from '../../parts/lines/use-row-draft.ts';

type SetBudget = (item: string, amount: number | null) => Promise<unknown>;

const Item = ({ line, onSet }: { line: ItemLine; onSet: SetBudget }) => {
  const [unit] = useWonUnit();
  // An emptied box takes the budget of the item out, which the declaration alone would refuse.
  const draft = useRowDraft({ ...taskBudget, fields: { ...taskBudget.fields, amount: { ...taskBudget.fields.amount, required: false } } }, { amount: line.budget }, ({ amount }) => onSet(line.item, typeof amount === 'number' ? amount : null));
  return (
    <>
      <tr>
        <th scope="row">{line.label}{line.isOffered ? null : <span className="cd-soft cd-small"> 다른 시기</span>}</th>
        <td className="cd-funds-won"><CellBox type={taskBudget} field="amount" name="amount" spoken={`${line.label} ${taskBudget.fields.amount.ko}`} value={draft.value('amount')} error={draft.problem('amount')} onChange={(value) => draft.change('amount', value)} /></td>
        <td className="cd-funds-number">{line.percent === null ? '' : `${line.percent}%`}</td>
        <td className="cd-funds-number">{writeWon(line.spent, unit)}</td>
        <td className="cd-funds-number" data-minus={line.isOver || undefined} title={line.limit === null ? undefined : `전용 한도까지 ${formatNumber(line.limit)}원`}>{line.budget === null && line.spent === 0 ? '' : writeWon(line.left, unit)}</td>
      </tr>
      {draft.failure ? <RefusedLine failure={draft.failure} span={5} onRevert={draft.revert} /> : null}
    </>
  );
};

export const ItemBudgets = ({ money, onSet }: { money: TaskMoney; onSet: SetBudget }) => {
  const [unit] = useWonUnit();
  const [isWhole, setWhole] = useState(false);
  const hasBudget = money.items.some((line) => line.budget !== null || line.spent > 0);
  const shown = isWhole || !hasBudget ? money.items : money.items.filter((line) => line.budget !== null || line.spent > 0);
  const hidden = money.items.length - shown.length;
  const difference = money.budgetDifference;
  return (
    <>
      <div className="cd-funds-scroll">
        <table className="cd-funds-table" aria-label="비목 예산">
          <thead><tr><th scope="col">비목</th><th scope="col" className="cd-funds-won">예산</th><th scope="col" className="cd-funds-number">비율</th><th scope="col" className="cd-funds-number">집행</th><th scope="col" className="cd-funds-number">잔액</th></tr></thead>
          <tbody onKeyDown={toNextRow}>
            {shown.map((line) => <Item key={line.item} line={line} onSet={onSet} />)}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">계</th>
              <td className="cd-funds-number">{writeWon(money.budgetTotal, unit)}</td>
              <td className="cd-funds-number" />
              <td className="cd-funds-number">{writeWon(money.spent, unit)}</td>
              <td className="cd-funds-number">{writeWon(money.budgetTotal - money.spent, unit)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="cd-soft cd-small">
        {difference === null ? '비목 예산을 적으면 비목마다 집행 한도를 확인합니다.' : difference === 0 ? '비목 예산의 합이 총사업비와 같습니다.' : <span className="cd-funds-differs">비목 예산의 합이 총사업비보다 {formatNumber(Math.abs(difference))}원 {difference > 0 ? '많습니다.' : '적습니다.'}</span>}
        {' '}비목마다 예산의 {money.changePercent}%까지 더 쓸 수 있습니다.
        {hidden > 0 || isWhole ? <> <button type="button" className="cd-link" onClick={() => setWhole(!isWhole)}>{isWhole ? '쓰는 비목만 보기' : `다른 비목 ${hidden}개 더 보기`}</button></> : null}
      </p>
    </>
  );
};

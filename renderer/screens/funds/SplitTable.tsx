/** 사업비 구성: each fund with its share of the total, what was paid and spent of it; and what the rule asks. */
import { Button } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { FundLine, MoneyValues, ShareCheck, TaskMoney } from '../../../db/funds/api.ts';
import { formatNumber } from '../../../db/korean/parse-number.ts';
import { writeWon } from '../../../db/korean/read-won.ts';
import { fundKinds } from '../../../db/reference/choices/money.ts';
import { task } from '../../../db/tasks/fields.ts';
import { useWonUnit } from '../../parts/form/won-unit.ts';
import { CellBox } from '../../parts/lines/CellBox.tsx';
import { toNextRow } from '../../parts/lines/next-box.ts';
import { useRowDraft, type RowValues } from '../../parts/lines/use-row-draft.ts';
import { sentenceOf } from '../../refusal.ts';

export type SaveMoney = (patch: Partial<MoneyValues>, was: Partial<MoneyValues>) => Promise<unknown>;

const sizes = { sme: '중소기업', mid: '중견기업', large: '대기업' } as const;
const won = (amount: number | null): string => `${formatNumber(amount ?? 0)}원`;

const ShareLine = ({ share, money, onFill }: { share: ShareCheck; money: TaskMoney; onFill: () => void }) => {
  const isRight = share.isWithin && share.isEnoughCash;
  const Icon = isRight ? CircleCheck : TriangleAlert;
  return (
    <div className="cd-funds-share" data-right={isRight || undefined}>
      <Icon size={16} aria-hidden />
      <div>
        <p>
          {share.percent === null ? null : <>정부 비율 <strong>{share.shown ?? '-'}%</strong> ({sizes[share.size]}{share.isSizeKnown ? '' : ', 규모 미입력'} {share.percent}% {share.rule === 'below' ? '미만' : '이하'}){' '}</>}
          {share.cashPercent === null ? null : <>· 민간 현금 {won(share.cash)} (민간 부담금의 {share.cashPercent}% 이상)</>}
        </p>
        <p className="cd-soft cd-small">
          {money.supportName ?? ''} 규칙의 최소 금액:{' '}
          {[share.smallestTotal === null ? '' : `총사업비 ${won(share.smallestTotal)}`, share.smallestOwn === null ? '' : `민간 ${won(share.smallestOwn)}`, share.smallestCash === null ? '' : `현금 ${won(share.smallestCash)}`].filter(Boolean).join(' · ')}
        </p>
      </div>
      {share.fill ? <Button variant="default" onClick={onFill}>민간 현금 {formatNumber(share.fill.fund_private_cash)} · 현물 {formatNumber(share.fill.fund_private_in_kind)}으로 채우기</Button> : null}
    </div>
  );
};

const Line = ({ line, draft, unit }: { line: FundLine; draft: ReturnType<typeof useRowDraft>; unit: ReturnType<typeof useWonUnit>[0] }) => {
  const name = fundKinds.find((one) => one.code === line.fund)?.ko ?? line.fund;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="cd-funds-won"><CellBox type={task} field={line.field} name={line.field} spoken={task.fields[line.field].ko} value={draft.value(line.field)} error={draft.problem(line.field)} placeholder="1억 2,000만원" onChange={(value) => draft.change(line.field, value)} /></td>
      <td className="cd-funds-number">{line.percent === null ? '-' : `${line.percent}%`}</td>
      <td className="cd-funds-number">{writeWon(line.paid, unit)}</td>
      <td className="cd-funds-number">{writeWon(line.spent, unit)}</td>
      <td className="cd-funds-number" data-minus={line.left < 0 || undefined}>{writeWon(line.left, unit)}</td>
    </tr>
  );
};

export const SplitTable = ({ money, onSave }: { money: TaskMoney; onSave: SaveMoney }) => {
  const [unit] = useWonUnit();
  const stored: RowValues = { granted: money.task.granted, ...Object.fromEntries(money.funds.map((line) => [line.field, line.amount])) };
  const draft = useRowDraft(task, stored, onSave);
  const { share } = money;
  const [failure, setFailure] = useState<unknown>(null);
  const { fund_private_cash, fund_private_in_kind } = money.task;
  const fill = (): void => { if (share?.fill) { setFailure(null); onSave(share.fill, { fund_private_cash, fund_private_in_kind }).catch(setFailure); } };
  const wrong = draft.failure ?? failure;
  return (
    <>
      <div className="cd-funds-scroll">
        <table className="cd-funds-table" aria-label="사업비 구성">
          <thead><tr><th scope="col">재원</th><th scope="col" className="cd-funds-won">금액</th><th scope="col" className="cd-funds-number">비율</th><th scope="col" className="cd-funds-number">교부</th><th scope="col" className="cd-funds-number">집행</th><th scope="col" className="cd-funds-number">잔액</th></tr></thead>
          <tbody onKeyDown={toNextRow}>
            <tr className="cd-funds-granted">
              <th scope="row">{task.fields.granted.ko}</th>
              <td className="cd-funds-won"><CellBox type={task} field="granted" name="granted" spoken={task.fields.granted.ko} value={draft.value('granted')} error={draft.problem('granted')} onChange={(value) => draft.change('granted', value)} /></td>
              <td colSpan={4} className="cd-soft cd-small">{task.fields.granted.help}</td>
            </tr>
            {money.funds.map((line) => <Line key={line.fund} line={line} draft={draft} unit={unit} />)}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">총사업비</th>
              <td className="cd-funds-number">{writeWon(money.total, unit)}</td>
              <td className="cd-funds-number">{money.total > 0 ? '100.0%' : '-'}</td>
              <td className="cd-funds-number">{writeWon(money.paid, unit)}</td>
              <td className="cd-funds-number">{writeWon(money.spent, unit)}</td>
              <td className="cd-funds-number" data-minus={money.left < 0 || undefined}>{writeWon(money.left, unit)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {wrong ? <p role="alert" className="cd-error">{sentenceOf(wrong)} <Button variant="default" size="compact-xs" onClick={() => { draft.revert(); setFailure(null); }}>되돌리기</Button></p> : null}
      {share ? <ShareLine share={share} money={money} onFill={fill} /> : <p className="cd-soft cd-small">{money.task.support_type === null ? '지원유형을 정하면 정부 비율과 최소 민간 부담금을 확인합니다.' : '이 지원유형에는 확인할 비율이 없습니다.'}</p>}
    </>
  );
};

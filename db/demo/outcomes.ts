/** What came of the sample's tasks: outputs, results by year, R&D that followed. */
import type { Tx } from '../kernel/write.ts';
import { dueYears } from '../outcomes/due-years.ts';
import { followOn, output } from '../outcomes/fields.ts';
import { setYears, type YearFigures } from '../outcomes/results.ts';
import { daysAfter } from '../today/days.ts';
import type { Dice } from './dice.ts';
import type { Walk } from './task-steps.ts';
import { textOf } from './sample.ts';

const kinds = [['prototype', '시제품', null], ['patent-applied', '제조 방법 특허 출원', '예시-10'], ['certificate', '시험 성적서', '예시-T'], ['patent-registered', '구조 특허 등록', '예시-10'], ['contract', '납품 계약', null]] as const;

/** One to three outputs, or none at all. @returns whether there are any */
export const putOutputs = (tx: Tx, { plan, id }: Walk, on: string): boolean => {
  const { dice } = plan;
  if (dice.chance(8)) return false;
  const first = dice.between(0, kinds.length - 1);
  for (let at = 0; at < dice.between(1, 3); at += 1) {
    const [kind, word, mark] = kinds[(first + at) % kinds.length] ?? kinds[0];
    tx.create(output, {
      task: id, kind, title: `${textOf(plan.row['title'])} ${word}`, number: mark === null ? null : `${mark}-${on.slice(0, 4)}-${plan.ref.slice(5).padStart(4, '0')}`, on_date: daysAfter(on, -dice.between(5, 60)),
      amount: kind === 'contract' ? dice.between(30, 300) * 1_000_000 : null,
    });
  }
  return true;
};

/** Figures of the year that many years after the end: sales come later, and sometimes not at all. */
export const figuresOf = (dice: Dice, after: number): Partial<YearFigures> => {
  if (dice.chance(18)) return { is_commercialised: 0, sales: 0, exports_usd: 0, new_jobs: 0, memo: '실적 없음' };
  return {
    is_commercialised: 1, sales: dice.between(20, 160) * after * 1_000_000, exports_usd: dice.chance(30) ? dice.between(5, 90) * 1000 : 0, new_jobs: dice.between(0, 3), cost_saving: dice.chance(40) ? dice.between(5, 60) * 1_000_000 : null,
  };
};

/**
 * Fills the years that are past. Two years of one task stay open: the follow-up that is overdue (flaws.ts); of years that may still be
 * entered every second one waits.
 */
export const fillYears = (tx: Tx, walks: readonly Walk[]): void => {
  const asked = walks.map((walk) => {
    const years = dueYears(tx.read, walk.id, tx.today);
    const of = (wanted: string): number[] => years.filter(({ state }) => state === wanted).map(({ year }) => year);
    return { walk, first: years[0]?.year ?? 0, past: of('overdue'), waiting: of('due') };
  });
  // Rather one of which nothing has been entered at all.
  const forgotten = asked.find(({ past }) => past.length === 2) ?? asked.find(({ past }) => past.length > 2);
  asked.forEach((one, at) => {
    const { walk, first, past, waiting } = one;
    const filled = [...(one === forgotten ? past.slice(0, -2) : past), ...(at % 2 === 0 ? waiting : [])];
    if (filled.length > 0) setYears(tx, walk.id, filled.map((year) => ({ year, patch: figuresOf(walk.plan.dice, 1 + year - first) })));
    if (past.length >= 2 && at % 5 === 2) {
      tx.create(followOn, { task: walk.id, program: '예시 구매조건부 기술개발사업', body: '예시중소기업기술정보원', year: first, amount: walk.plan.dice.between(15, 40) * 10_000_000 });
    }
  });
};

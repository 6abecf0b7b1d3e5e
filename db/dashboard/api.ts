import { definitionOf } from '../reports/indicator.ts';
import { procedure, router } from '../kernel/rpc.ts';
import { cards } from './cards.ts';

/** The cards of the dashboard. Their tables, records and files come from `reports`, by their codes. */
export const dashboardApi = router({
  cards: procedure.query(() => cards.map(({ code, title, answers, needs, indicators }) => ({ code, title, answers, needs, indicators: indicators.map(definitionOf) }))),
});

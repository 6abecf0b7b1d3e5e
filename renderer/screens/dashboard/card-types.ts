import type { CellKey, Definition, ReportParams } from '../../../db/reports/api.ts';

/** A card as the application declares it. */
export type CardAbout = { code: string; title: string; answers: string; needs: string; indicators: readonly Definition[] };

/** What a card can be asked to do besides showing itself. */
export type CardMoves = { onMove: (by: 1 | -1) => void; onHide: () => void; isFirst: boolean; isLast: boolean };

export type CardProps = CardMoves & { about: CardAbout; params: ReportParams };

/** Point opened last in each card: coming back, the focus is there. */
export const lastOpened = new Map<string, CellKey>();

/** Tables whose changes a card is asked again for. */
export const cardTables = ['task', 'task_step', 'participant', 'organisation', 'mini_cluster', 'membership', 'person', 'session'];

import { agendaItem } from '../../../db/meetings/fields.ts';

/** 보고 and 의결. */
export const agendaKinds = agendaItem.fields.kind.choices ?? [];

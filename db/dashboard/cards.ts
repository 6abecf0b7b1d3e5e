/** The cards of the dashboard, in the order in which they stand until somebody moves them. Each is a report like T1. */
import type { Report } from '../reports/layout.ts';
import { days } from './days.ts';
import { load } from './load.ts';
import { network } from './network.ts';
import { pipeline } from './pipeline.ts';
import { region } from './region.ts';
import { size } from './size.ts';
import { trend } from './trend.ts';
import { type } from './type.ts';

export const cards: readonly Report[] = [pipeline, trend, region, network, days, load, size, type];

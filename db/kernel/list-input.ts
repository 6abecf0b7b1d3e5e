import { z } from 'zod';
import type { ListRequest } from './list-types.ts';

const cell = z.union([z.string(), z.number(), z.null()]);
/** One condition. */
export const filterInput = z.discriminatedUnion('op', [
  z.object({ op: z.literal('contains'), value: z.string().max(200) }),
  z.object({ op: z.literal('equals'), value: cell }),
  z.object({ op: z.literal('in'), values: z.array(cell).max(500) }),
  z.object({ op: z.literal('range'), from: cell, to: cell }),
  z.object({ op: z.literal('empty') }),
  z.object({ op: z.literal('filled') }),
]);

export const sortInput = z.array(z.object({ column: z.string(), descending: z.boolean() })).max(5);

/** The request of a list block as it comes from the page. */
export const listInput: z.ZodType<ListRequest> = z.object({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  sort: sortInput,
  filter: z.record(z.string(), filterInput),
  quick: z.string().max(200).nullable(),
  selection: z.string().max(100).nullable(),
  seek: z.string().max(100).optional(),
});

/** How a procedure of the typed API is made: reads, commands, and what a Refusal and a bug look like on the wire. */
import { initTRPC, TRPCError } from '@trpc/server';
import { z, ZodError } from 'zod';
import type { Application } from '../application.ts';
import { Refusal, statusOfRefusal, type Problem, type RefusalCode } from '../errors.ts';

export type RpcContext = { app: Application };

/** What a refused call carries to the page. */
export type RefusalOnWire = { code: RefusalCode; message: string; details: readonly Problem[] };

/** What tRPC calls each refusal; its own status for the name is replaced by `statusOfRefusal`. */
const rpcCode = {
  invalid: 'BAD_REQUEST', 'not-found': 'NOT_FOUND', conflict: 'CONFLICT', locked: 'CONFLICT', 'read-only': 'FORBIDDEN', 'disk-full': 'INTERNAL_SERVER_ERROR',
  damaged: 'UNPROCESSABLE_CONTENT', 'from-the-future': 'UNPROCESSABLE_CONTENT', forbidden: 'FORBIDDEN', cancelled: 'CLIENT_CLOSED_REQUEST', 'not-here': 'NOT_IMPLEMENTED',
} as const satisfies Record<RefusalCode, TRPCError['code']>;

const refusalIn = (error: TRPCError): Refusal | null => {
  if (error.cause instanceof Refusal) return error.cause;
  if (!(error.cause instanceof ZodError)) return null;
  return new Refusal('invalid', '요청의 값이 맞지 않습니다. 표시된 항목을 고쳐 주세요.', error.cause.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })));
};

/** The HTTP status of an answer with these errors: that of the refusal, undefined where tRPC's own will do. */
export const statusOfErrors = (errors: readonly TRPCError[]): number | undefined => {
  const [first] = errors.flatMap((error) => refusalIn(error) ?? []);
  return first ? statusOfRefusal[first.code] : undefined;
};

const expected = new Set<TRPCError['code']>(['NOT_FOUND', 'METHOD_NOT_SUPPORTED', 'PARSE_ERROR', 'BAD_REQUEST']);

const t = initTRPC.context<RpcContext>().create({
  errorFormatter: ({ shape, error, ctx }) => {
    const refusal = refusalIn(error);
    if (refusal) return { ...shape, message: refusal.message, data: { code: shape.data.code, httpStatus: statusOfRefusal[refusal.code], refusal: { code: refusal.code, message: refusal.message, details: refusal.details } satisfies RefusalOnWire } };
    const bug = expected.has(error.code) && !error.cause ? shape.data.code : (ctx?.app.onBug(error.cause ?? error) ?? 'unknown');
    return { ...shape, message: `문제가 발생했습니다 (${bug})`, data: { code: shape.data.code, httpStatus: shape.data.httpStatus, bug } };
  },
});

/** A Refusal keeps its own HTTP status instead of "internal server error". */
const refusalStatus = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof Refusal) {
    throw new TRPCError({ code: rpcCode[result.error.cause.code], message: result.error.cause.message, cause: result.error.cause });
  }
  return result;
});

export const router = t.router;

/** Queries of a request are given up with it: the page has asked something newer, or the window is gone. */
const untilAborted = t.middleware(({ ctx, signal, next }) => {
  const { app } = ctx;
  return next({ ctx: { app: signal ? { ...app, query: (query, input, own = signal) => app.query(query, input, own) } satisfies Application : app } });
});

/** A read. */
export const procedure = t.procedure.use(refusalStatus).use(untilAborted);

/** Writes what stays on this device: waits until long work has left the door, whose rollback would take it along. */
export const localCommand = procedure.use(async ({ ctx, next }) => {
  await ctx.app.doorIsFree();
  return next();
});

/** A write of records: a local command that knows who writes. */
export const command = localCommand.use(({ ctx, next }) => next({ ctx: { ...ctx, actor: ctx.app.actor() } }));

/** Input that is one id. */
export const byId = z.object({ id: z.string().min(1) });

/** Field values of a record as the page sends them; the door checks them against the declaration. */
export const valuesOf = <V>(): z.ZodType<V> => z.custom<V>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), '값의 묶음이 아닙니다.');

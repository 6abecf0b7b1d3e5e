/** Importing lists: open a file, look at what would happen, do it as one action, see past imports. */
import { z } from 'zod';
import { currentAccount } from '../accounts/current.ts';
import type { Application } from '../application.ts';
import { preferencesOf, setPreference } from '../device/desk.ts';
import { Refusal } from '../errors.ts';
import { serveFiles } from '../files.ts';
import { command, localCommand, procedure, router } from '../kernel/rpc.ts';
import { undo } from '../kernel/undo.ts';
import { pastImports, recordsOfImport, sameFileImports } from './batches.ts';
import { commitImport } from './commit.ts';
import { ENCODINGS } from './decode.ts';
import { readFailedRows } from './failed-rows.ts';
import { VERDICTS } from './importer.ts';
import type { RememberedMapping } from './mapping.ts';
import { openFile, openedFile } from './opened-files.ts';
import { peek, preview } from './preview.ts';
import { importerOf, importers } from './targets.ts';

const key = (target: string): string => `import-mapping:${target}`;

/** The mapping this account used before, by header. */
function rememberedMapping(app: Application, target: string): RememberedMapping {
  const kept = preferencesOf(app.store, currentAccount(app.read)?.number ?? 0)[key(target)];
  const known = z.record(z.string(), z.string().nullable()).safeParse(kept);
  return known.success ? known.data : {};
}

function remember(app: Application, target: string, mapping: RememberedMapping): void {
  if (Object.keys(mapping).length === 0) return;
  setPreference(app.store, currentAccount(app.read)?.number ?? 0, key(target), { ...rememberedMapping(app, target), ...mapping });
}

const decision = z.discriminatedUnion('as', [z.object({ as: z.literal('new') }), z.object({ as: z.literal('same'), id: z.string().min(1) }), z.object({ as: z.literal('skip') })]);

const request = z.object({
  id: z.string(),
  target: z.string().default('organisation'),
  encoding: z.enum(['auto', ...ENCODINGS]).default('auto'),
  headerRow: z.number().int().min(1).max(1000).optional(),
  /** Target column (null = leave out) by column number from 0. */
  chosen: z.record(z.coerce.number().int(), z.string().nullable()).default({}),
  options: z.object({
    policy: z.enum(['fill', 'overwrite']).default('fill'),
    kind: z.string().default('firm'),
    ksicRevision: z.number().int().min(1).max(99).default(10),
  }).default({ policy: 'fill', kind: 'firm', ksicRevision: 10 }),
  /** What was decided about a row, by row number. */
  decisions: z.record(z.coerce.number().int(), decision).default({}),
});

export const importsApi = router({
  /** What can be imported, and the columns each takes. */
  targets: procedure.query(() => importers.map(({ target }) => ({
    kind: target.kind, ko: target.ko, columns: target.columns.map(({ key: column, ko, required, headers }) => ({ key: column, ko, isRequired: required === true, headers })),
  }))),

  /** Takes a file in (base64). Refuses what is not a text table, with the way out. `encoding` null = the person must choose. */
  open: procedure.input(z.object({ name: z.string().min(1).max(300), base64: z.base64() })).mutation(({ ctx, input }) => {
    const file = openFile(input.name.normalize('NFC'), Buffer.from(input.base64, 'base64'));
    return { id: file.id, name: file.name, size: file.bytes.length, encoding: file.detected, importedBefore: sameFileImports(ctx.app.store, file.sha256) };
  }),

  /** The first rows of a file as they stand, also when it is not yet a list. */
  peek: procedure.input(z.object({ id: z.string(), encoding: z.enum(['auto', ...ENCODINGS]).default('auto') })).query(({ input }) => peek(openedFile(input.id), input.encoding)),

  /**
   * What importing the file this way would do: header, columns with samples, counts, and a page of rows with their reasons.
   * Writes nothing; it travels as POST because thousands of decisions do not fit into an address.
   */
  preview: procedure.input(request.extend({
    show: z.enum(['all', ...VERDICTS]).default('all'),
    offset: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(500).default(100),
  })).mutation(({ ctx, input }) => preview(ctx.app, openedFile(input.id), importerOf(input.target), input, rememberedMapping(ctx.app, input.target))),

  /** Keeps the chosen columns for the next file. */
  remember: localCommand.input(z.object({ target: z.string(), mapping: z.record(z.string(), z.string().nullable()) })).mutation(({ ctx, input }) => remember(ctx.app, input.target, input.mapping)),
  /** Forgets every remembered column of a target. */
  forget: localCommand.input(z.object({ target: z.string() })).mutation(({ ctx, input }) => setPreference(ctx.app.store, currentAccount(ctx.app.read)?.number ?? 0, key(input.target), null)),

  /** Starts the import as a job (cancel it with `device.cancelJob`); its `result` is an `ImportResult`. */
  commit: command.input(request).mutation(({ ctx, input }) => {
    const file = openedFile(input.id);
    const importer = importerOf(input.target);
    const mapping = rememberedMapping(ctx.app, input.target);
    return ctx.app.jobs.start(`가져오기: ${file.name}`, (job) =>
      commitImport(ctx.app, ctx.actor, job, file, importer, input, mapping, (chosen) => remember(ctx.app, input.target, chosen)));
  }),

  past: procedure.input(z.object({ limit: z.number().int().min(1).max(200).default(50) })).query(({ ctx, input }) => pastImports(ctx.app.store, input.limit)),
  /** The records of a past import as a selection a list can open. */
  records: localCommand.input(z.object({ batch: z.string() })).mutation(({ ctx, input }) => recordsOfImport(ctx.app.store, input.batch)),
  /** Takes a whole past import back. */
  undo: command.input(z.object({ batch: z.string(), insistence: z.enum(['ask', 'keep', 'all']).default('ask') })).mutation(({ ctx, input }) => {
    const past = pastImports(ctx.app.store, 1000).find((one) => one.id === input.batch);
    if (!past || past.action === null) throw new Refusal('not-found', '이 컴퓨터에서 되돌릴 수 있는 가져오기가 아닙니다.');
    return { action: undo(ctx.app.store, ctx.actor, past.action, input.insistence) };
  }),
});

serveFiles('import-failed', (app, id) => {
  const name = app.read.value<string>('SELECT file_name FROM import_batch WHERE id = ?', [id]) ?? id;
  return { name: `${name.replace(/\.\w{1,5}$/, '')}_거절된 행.csv`, type: 'text/csv; charset=utf-8', body: readFailedRows(app.store, id) };
});

/** Attachments over the wire. Bytes come by `POST /files/attachment?owner_table&owner&kind&name[&person&note]` and go by `GET /files/attachment/<id>`. */
import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { serveFiles, takeFiles } from '../files.ts';
import { byId, command, procedure, router } from '../kernel/rpc.ts';
import { lastAction } from '../kernel/undo.ts';
import { write } from '../kernel/write.ts';
import { dataFolder, takeAttachment } from './add.ts';
import { readBlob } from './blobs.ts';
import { attachmentKinds, attachmentOwners } from './choices.ts';
import { attachment } from './fields.ts';
import { checkedName } from './file-name.ts';
import { attachmentsOf } from './list.ts';
import { isShown } from './sniff.ts';

export type { AttachmentKind, AttachmentOwner } from './add.ts';
export type { AttachmentLine } from './list.ts';

/** The codes of a list, as zod wants them. */
const codes = <Code extends string>(choices: readonly [{ code: Code }, ...{ code: Code }[]]) => z.enum(choices.map(({ code }) => code));

type Row = { name: string; mime: string; sha256: string; kind: string };

const rowOf = (app: Parameters<typeof dataFolder>[0], id: string): Row => {
  const row = app.store.read.get<Row>('SELECT name, mime, sha256, kind FROM attachment WHERE id = ? AND _del = 0', [id]);
  if (!row) throw new Refusal('not-found', '첨부를 찾을 수 없습니다. 지워졌거나 아직 도착하지 않았습니다.');
  return row;
};

export const attachmentsApi = router({
  list: procedure.input(z.object({ table: codes(attachmentOwners), owner: z.string() })).query(({ ctx, input }) => attachmentsOf(ctx.app.read, dataFolder(ctx.app), input.table, input.owner)),
  rename: command.input(byId.extend({ name: z.string().min(1).max(300) })).mutation(({ ctx, input }) => {
    const { name: before } = rowOf(ctx.app, input.id);
    const name = checkedName(input.name);
    write(ctx.app.store, ctx.actor, `첨부 이름 바꾸기: ${before} → ${name}`, (tx) => tx.change(attachment, input.id, { name }));
    return { name, action: lastAction(ctx.app.store) };
  }),
  /** Says what it shows, and of which kind it is. */
  note: command.input(byId.extend({ note: z.string().max(300).nullable().optional(), kind: codes(attachmentKinds).optional() })).mutation(({ ctx, input }) => {
    const { name, kind } = rowOf(ctx.app, input.id);
    if ((kind === 'signature') !== ((input.kind ?? kind) === 'signature')) throw new Refusal('invalid', '서명은 서명 칸에 쓴 것만 됩니다. 다른 종류를 골라 주세요.', [{ field: 'kind', value: input.kind, message: '서명으로 바꾸거나 서명을 다른 종류로 바꿀 수 없습니다.' }]);
    write(ctx.app.store, ctx.actor, `첨부 설명: ${name}`, (tx) => tx.change(attachment, input.id, { ...(input.note === undefined ? {} : { note: input.note === '' ? null : input.note }), ...(input.kind ? { kind: input.kind } : {}) }));
    return { action: lastAction(ctx.app.store) };
  }),
  remove: command.input(byId).mutation(({ ctx, input }) => {
    const { name } = rowOf(ctx.app, input.id);
    write(ctx.app.store, ctx.actor, `첨부 삭제: ${name}`, (tx) => tx.remove(attachment, input.id));
    return { action: lastAction(ctx.app.store) };
  }),
});

takeFiles('attachment', (app, upload) => takeAttachment(app, app.actor(), upload));

serveFiles('attachment', async (app, id) => {
  const { name, mime, sha256 } = rowOf(app, id);
  // The row may come from another device: what a browser is told to show is decided here, not there.
  const inline = isShown(mime);
  return { name, type: inline ? mime : 'application/octet-stream', inline, body: await readBlob(dataFolder(app), sha256, name) };
});

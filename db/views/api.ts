import { z } from 'zod';
import { currentAccount } from '../accounts/current.ts';
import { Refusal } from '../errors.ts';
import { authorName } from '../kernel/actor.ts';
import type { Reader } from '../kernel/reader.ts';
import { byId, command, procedure, router } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { foldName } from '../korean/names.ts';
import { viewScreens } from './choices.ts';
import { contentInput, readContent, writeContent } from './content.ts';
import { savedView } from './fields.ts';
import type { SavedView } from './view-types.ts';

export type { SavedView, ViewColumn, ViewContent } from './view-types.ts';

type Row = { id: string; screen: string; name: string; content: string | null; is_shared: number | null; owner: number | null };

const screens = viewScreens.map((one) => one.code);
const screen = z.enum(screens);
const name = z.string().trim().min(1, '보기 이름을 입력해 주세요.').max(60, '60자까지 쓸 수 있습니다.');

/** Views of a screen that this account sees: its own and the shared ones. */
export const viewsOf = (read: Reader, of: string, account: number): SavedView[] => {
  const names = new Map(read.all<{ number: number; name: string }>('SELECT number, name FROM account').map((row) => [row.number, row.name]));
  return read.all<Row>('SELECT id, screen, name, content, is_shared, owner FROM saved_view WHERE screen = ? AND _del = 0 AND (owner IS ? OR is_shared = 1) ORDER BY name, n', [of, account])
    .map((row) => ({ id: row.id, name: row.name, isShared: row.is_shared === 1, isMine: row.owner === account, by: row.owner === null ? '' : authorName(names, row.owner), content: readContent(of, row.content) }));
};

/** @throws Refusal `not-found`, `forbidden` */
const ownView = (read: Reader, id: string, account: number): Row => {
  const row = read.get<Row>('SELECT id, screen, name, content, is_shared, owner FROM saved_view WHERE id = ? AND _del = 0', [id]);
  if (!row) throw new Refusal('not-found', '보기를 찾을 수 없습니다. 만든 사람이 지웠을 수 있습니다.');
  if (row.owner !== account) throw new Refusal('forbidden', '다른 사람이 만든 보기입니다. 다른 이름으로 저장해서 쓰세요.', [{ field: 'owner', value: row.owner, message: '만든 사람만 고치거나 지웁니다.' }]);
  return row;
};

/** One person's views of a screen differ by name. @throws Refusal `conflict` */
const refuseSameName = (read: Reader, of: string, account: number, wanted: string, except: string | null): void => {
  const same = viewsOf(read, of, account).find((one) => one.isMine && one.id !== except && foldName(one.name) === foldName(wanted));
  if (same) throw new Refusal('conflict', `‘${same.name}’ 보기가 이미 있습니다. 다른 이름을 쓰세요.`, [{ field: 'name', value: wanted, message: '같은 이름의 보기가 있습니다.' }]);
};

/** Saved views (보기) of lists. */
export const viewsApi = router({
  list: procedure.input(z.object({ screen })).query(({ ctx, input }) => viewsOf(ctx.app.read, input.screen, currentAccount(ctx.app.read)?.number ?? -1)),
  create: command.input(z.object({ screen, name, content: contentInput, isShared: z.boolean() })).mutation(({ ctx, input }) => {
    refuseSameName(ctx.app.read, input.screen, ctx.actor.number, input.name, null);
    const content = writeContent(input.screen, input.content);
    return { id: write(ctx.app.store, ctx.actor, `보기 저장: ${input.name}`, (tx) =>
      tx.create(savedView, { screen: input.screen, name: input.name, content, is_shared: input.isShared ? 1 : 0, owner: ctx.actor.number })) };
  }),
  change: command.input(z.object({ id: z.string(), name: name.optional(), content: contentInput.optional(), isShared: z.boolean().optional() })).mutation(({ ctx, input }) => {
    const was = ownView(ctx.app.read, input.id, ctx.actor.number);
    if (input.name !== undefined) refuseSameName(ctx.app.read, was.screen, ctx.actor.number, input.name, was.id);
    write(ctx.app.store, ctx.actor, `보기 수정: ${input.name ?? was.name}`, (tx) => tx.change(savedView, input.id, {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.content === undefined ? {} : { content: writeContent(was.screen, input.content) }),
      ...(input.isShared === undefined ? {} : { is_shared: input.isShared ? 1 : 0 }),
    }));
  }),
  remove: command.input(byId).mutation(({ ctx, input }) => {
    const was = ownView(ctx.app.read, input.id, ctx.actor.number);
    write(ctx.app.store, ctx.actor, `보기 삭제: ${was.name}`, (tx) => tx.remove(savedView, input.id));
  }),
});

/** Taking an attachment in, and everything that may happen to it later: one undo step each. */
import { dirname } from 'node:path';
import type { Application } from '../application.ts';
import { Refusal } from '../errors.ts';
import type { Upload } from '../files.ts';
import type { Actor } from '../kernel/actor.ts';
import { labelOf } from '../kernel/field.ts';
import { labelsOf } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';
import { lastAction } from '../kernel/undo.ts';
import { write } from '../kernel/write.ts';
import { dropBlob, keepBlob } from './blobs.ts';
import { attachmentKinds, attachmentOwners } from './choices.ts';
import { attachment } from './fields.ts';
import { checkedName } from './file-name.ts';
import { sniff } from './sniff.ts';

export type AttachmentKind = (typeof attachmentKinds)[number]['code'];
export type AttachmentOwner = (typeof attachmentOwners)[number]['code'];

/** The folder the database and the blobs lie in. */
export const dataFolder = (app: Pick<Application, 'store'>): string => dirname(app.store.path);

/** What the owner is called in the list of recent actions. @throws Refusal `not-found` */
const ownerName = (read: Reader, table: AttachmentOwner, id: string): string => {
  const [label] = labelsOf(read, table, [id]);
  if (!label || label.isMissing || label.isDeleted) throw new Refusal('not-found', '첨부할 기록이 없거나 삭제되었습니다. 목록을 새로 고친 뒤 다시 시도하세요.');
  return label.label;
};

/** One of the codes of a list. @throws Refusal `invalid` */
const codeOf = <Code extends string>(choices: readonly { code: Code }[], given: string | null, field: string): Code => {
  const found = choices.find(({ code }) => code === given);
  if (!found) throw new Refusal('invalid', '첨부할 곳이나 종류가 맞지 않습니다.', [{ field, value: given, message: '목록에 있는 값이 아닙니다.' }]);
  return found.code;
};

export type Added = { id: string; action: number; sha256: string; mime: string; size: number };

/**
 * Keeps the bytes and records them with their owner. `kind` photo falls to document when the content is no picture.
 * @throws Refusal `not-found` (no such owner), `invalid` (name, kind, size), and what keepers say of the owner
 */
export const takeAttachment = async (app: Application, actor: Actor, { parameters, body, length }: Upload): Promise<Added> => {
  const owner_table = codeOf(attachmentOwners, parameters.get('owner_table'), 'owner_table');
  const owner = parameters.get('owner') ?? '';
  const asked = codeOf(attachmentKinds, parameters.get('kind') ?? 'document', 'kind');
  const of = ownerName(app.read, owner_table, owner);
  const name = checkedName(parameters.get('name') ?? '');
  const kept = await keepBlob(dataFolder(app), name, body, length);
  const mime = sniff(kept.head, kept.tail);
  const kind = asked === 'photo' && !mime.startsWith('image/') ? 'document' : asked;
  try {
    if (kind === 'signature' && mime !== 'image/png') throw new Refusal('invalid', '서명은 그림(PNG)으로 저장합니다. 서명 칸에 다시 써 주세요.', [{ field: 'kind', value: mime, message: '서명 그림이 아닙니다.' }]);
    await app.doorIsFree();
    const id = write(app.store, actor, `${labelOf({ choices: attachmentKinds }, kind)} 첨부: ${name} (${of})`, (tx) =>
      tx.create(attachment, { owner_table, owner, kind, name, mime, size: kept.size, sha256: kept.sha256, person: parameters.get('person'), note: parameters.get('note') }));
    return { id, action: lastAction(app.store), sha256: kept.sha256, mime, size: kept.size };
  } catch (error) {
    const isUsed = app.read.value<number>('SELECT 1 FROM attachment WHERE sha256 = ? LIMIT 1', [kept.sha256]) === 1;
    if (kept.isNew && !isUsed) await dropBlob(dataFolder(app), kept.sha256);
    throw error;
  }
};

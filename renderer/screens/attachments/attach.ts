/** Takes files of the person's disk, clipboard or pen to the application. */
import type { AttachmentKind, AttachmentOwner } from '../../../db/attachments/api.ts';
import { ask, send, type Sending } from '../../api.ts';

/** The application takes files up to this size, in bytes; a larger one is not even read. */
export const largest = 50 * 1024 * 1024;

export type Attaching = { table: AttachmentOwner; owner: string; kind: AttachmentKind; name: string; person?: string | null; note?: string | null };

export const refusal = (message: string): Error => Object.assign(new Error(message), { name: 'Refusal', code: 'invalid', details: [] });

const isAdded = (value: unknown): value is { id: string; action: number } => typeof value === 'object' && value !== null && 'id' in value && 'action' in value && typeof value.action === 'number';

/** @throws the application's refusal, or one of our own for what cannot be read. @returns the attachment and the action that made it */
export const attach = async (file: Blob, { table, owner, kind, name, person, note }: Attaching, sending: Sending = {}): Promise<{ id: string; action: number }> => {
  if (file.size > largest) throw refusal('첨부는 한 파일에 50 MB까지입니다. 사진은 크기를 줄이고, 문서는 나누어 올려 주세요.');
  // A folder, a file gone meanwhile, or one that another program holds.
  const bytes = await file.arrayBuffer().catch(() => { throw refusal('파일을 읽지 못했습니다. 폴더가 아닌지, 다른 프로그램에서 열려 있지 않은지 확인해 주세요.'); });
  const query = new URLSearchParams({ owner_table: table, owner, kind, name, ...(person ? { person } : {}), ...(note ? { note } : {}) });
  const answer = await send(`/files/attachment?${query}`, bytes, sending);
  if (!isAdded(answer)) throw new Error('the answer to an upload has another shape');
  return answer;
};

export const filePath = (id: string): string => `/files/attachment/${encodeURIComponent(id)}`;

/** The bytes of an attachment. @throws the application's refusal */
export const readAttachment = async (id: string, signal?: AbortSignal): Promise<Blob> => {
  const answer = await ask(filePath(id), signal ? { signal } : {});
  if (!answer.ok) {
    const said: unknown = await answer.json().catch(() => null);
    throw Object.assign(new Error(`an attachment answered ${answer.status}`), { data: said });
  }
  return answer.blob();
};

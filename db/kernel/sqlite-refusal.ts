import { Refusal } from '../errors.ts';

/** Turns what SQLite expects to happen in the world (full disk, damaged file …) into a Refusal; anything else is returned as it is. */
export const refusalOfSqlite = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL') return new Refusal('disk-full', '디스크에 빈 공간이 없어 저장하지 못했습니다. 공간을 비운 뒤 다시 저장하세요.');
  if (code.startsWith('SQLITE_READONLY')) return new Refusal('read-only', '자료 파일이 읽기 전용이라 저장하지 못했습니다. 폴더의 쓰기 권한을 확인하세요.');
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new Refusal('locked', '다른 작업이 자료를 쓰고 있습니다. 잠시 뒤 다시 시도하세요.');
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return new Refusal('damaged', '자료 파일이 손상되었거나 클러스터데스크 자료가 아닙니다. 자료 폴더의 backups에서 최근 백업을 되살리세요.');
  if (code.startsWith('SQLITE_CANTOPEN')) return new Refusal('not-found', '자료 파일을 열 수 없습니다. 자료 폴더가 있는지, 쓸 수 있는지 확인하세요.');
  return error;
};

/** Whose rules a session falls under, and who may decide about it. */
import type { Reader } from '../kernel/reader.ts';

/** The office of those who never named one. */
export const ownOffice = '우리 지사';

/** Office of the account that writes. */
export const officeOfAccount = (read: Reader, number: number): string =>
  read.value<string | null>('SELECT office FROM account WHERE number = ? AND _del = 0', [number]) ?? ownOffice;

/** Office of the coordinator's account; one without an account falls under the office of who writes. */
export const officeOf = (read: Reader, coordinator: string | null | undefined, by: number): string =>
  read.value<string | null>('SELECT office FROM account WHERE person = ? AND office IS NOT NULL AND _del = 0 ORDER BY n LIMIT 1', [coordinator ?? '']) ?? officeOfAccount(read, by);

/** What is decided for an office, and the roles that do it. */
const rolesOf = { confirm: ['head', 'officer'], lock: ['head'] } as const;

/** Whether an account may decide: by its role, or because nobody in its office has such a role. */
export const mayDecide = (read: Reader, number: number, what: keyof typeof rolesOf): boolean => {
  const me = read.get<{ role: string; office: string | null }>('SELECT role, office FROM account WHERE number = ? AND _del = 0', [number]);
  const roles: readonly string[] = rolesOf[what];
  if (me && roles.includes(me.role)) return true;
  return read.value<number>('SELECT 1 FROM account WHERE office IS ? AND _del = 0 AND role IN (SELECT value FROM json_each(?)) LIMIT 1', [me?.office ?? null, JSON.stringify(roles)]) !== 1;
};

/** Whether the session is that of the account itself, and whether somebody else in the office could look at it. */
export const ownership = (read: Reader, coordinator: string | null, number: number): { isOwn: boolean; hasOthers: boolean } => {
  const me = read.get<{ person: string | null; office: string | null }>('SELECT person, office FROM account WHERE number = ? AND _del = 0', [number]);
  return {
    isOwn: me?.person !== null && me?.person === coordinator,
    hasOthers: read.value<number>('SELECT 1 FROM account WHERE number <> ? AND office IS ? AND _del = 0 LIMIT 1', [number, me?.office ?? null]) === 1,
  };
};

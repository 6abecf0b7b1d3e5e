/** The one organisation a written name means, where a pasted row cannot choose from a list. */
import { Refusal } from '../errors.ts';
import { canonicalId, canonicalOf } from '../identity/same-sql.ts';
import { firmNameKey, foldName } from '../korean/names.ts';
import { withParticle } from '../korean/particle.ts';
import type { Reader } from '../kernel/reader.ts';
import { formerlyNamed } from './past.ts';

/** Id of the organisation of that name, else of the one that once had it, whatever its legal form and spaces. @throws Refusal `invalid`, about `field` */
export const organisationNamed = (read: Reader, name: string, field: string): string => {
  const keys = [...new Set([foldName(name), firmNameKey(name)])];
  const named = read.column<string>(`SELECT DISTINCT ${canonicalOf('t.id')} FROM organisation t WHERE t.name_key IN (SELECT value FROM json_each(?)) AND t._del = 0 LIMIT 2`, [JSON.stringify(keys)]);
  const ids = named.length > 0 ? named : [...new Set(formerlyNamed(read, name).map((one) => canonicalId(read, one)))];
  const [id] = ids;
  if (id !== undefined && ids.length === 1) return id;
  const message = id === undefined ? `${withParticle(`‘${name}’`, '을/를')} 찾을 수 없습니다. 기업·기관을 먼저 등록해 주세요.` : `이름이 ‘${name}’인 기관이 여러 곳입니다. 이 줄은 직접 등록해 주세요.`;
  throw new Refusal('invalid', message, [{ field, value: name, message }]);
};

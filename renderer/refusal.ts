/** Reads what came back from the application when it did not say yes. */
import { refusalCodes, type Problem, type RefusalCode } from '../db/errors.ts';

/** An expected "no", with a sentence for the user. */
export type RefusalData = { code: RefusalCode; message: string; details: readonly Problem[] };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isCode = (value: unknown): value is RefusalCode => refusalCodes.some((code) => code === value);

const isProblem = (value: unknown): value is Problem => isObject(value) && typeof value['field'] === 'string' && typeof value['message'] === 'string';

const dataOf = (error: unknown): Record<string, unknown> | null => (isObject(error) && isObject(error['data']) ? error['data'] : null);

/** The refusal inside a failed call, or null when it failed for another reason. */
export const refusalOf = (error: unknown): RefusalData | null => {
  const found = dataOf(error)?.['refusal'] ?? (isObject(error) && error['name'] === 'Refusal' ? error : null);
  if (!isObject(found) || !isCode(found['code']) || typeof found['message'] !== 'string') return null;
  const details = Array.isArray(found['details']) ? found['details'].filter(isProblem) : [];
  return { code: found['code'], message: found['message'], details };
};

/** The id under which a bug was logged, or null. */
export const bugOf = (error: unknown): string | null => {
  const id = dataOf(error)?.['bug'];
  return typeof id === 'string' ? id : null;
};

/** One Korean sentence for any failure. */
export const sentenceOf = (error: unknown): string => {
  const refusal = refusalOf(error);
  if (refusal) return refusal.message;
  const bug = bugOf(error);
  if (bug) return `문제가 발생했습니다 (${bug})`;
  return '프로그램과 연결하지 못했습니다. 잠시 뒤 다시 시도해 주세요.';
};

/** What breaks in the page goes to the application, which logs it whole; the id it is logged under is what the user sees. */
import { notifications } from '@mantine/notifications';
import { api } from './api.ts';
import { bugOf, refusalOf, sentenceOf } from './refusal.ts';

/** A page that breaks in a loop must not fill the log. */
const mostReports = 20;
let reported = 0;

const textOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : typeof error === 'string' ? error : JSON.stringify(error) ?? String(error));

/** Reports a bug of the page. Resolves to its id, null when it could not be reported. Never rejects. */
export const reportBug = async (error: unknown, where: string): Promise<string | null> => {
  const known = bugOf(error);
  if (known !== null) return known;
  if (reported >= mostReports) return null;
  reported += 1;
  try {
    const { id } = await api.device.reportBug.mutate({
      message: textOf(error).slice(0, 2000), stack: (error instanceof Error ? error.stack ?? '' : '').slice(0, 20_000), where: where.slice(0, 20_000), address: location.pathname.slice(0, 300),
    });
    return id;
  } catch {
    return null;
  }
};

/** What a promise nobody waited for can mean: given up on purpose, refused, or not connected, none of which is a bug. */
const isExpected = (error: unknown): boolean => {
  if (error instanceof DOMException && error.name === 'AbortError') return true;
  return error instanceof Error && error.name === 'TRPCClientError' && bugOf(error) === null;
};

const show = (id: string | null): void => {
  notifications.show({ id: 'bug', color: 'danger', autoClose: false, title: id ? `문제가 발생했습니다 (${id})` : '문제가 발생했습니다', message: '같은 일이 되풀이되면 괄호 안의 번호를 담당자에게 알려 주세요.' });
};

/** Listens for what no component caught. */
export const watchForBugs = (): void => {
  window.addEventListener('error', (event) => {
    // The browser says so when a box changes its size twice in one frame; nothing is broken.
    if (event.message.includes('ResizeObserver')) return;
    void reportBug(event.error ?? event.message, `${event.filename}:${event.lineno}`).then(show);
  });
  window.addEventListener('unhandledrejection', (event) => {
    const error: unknown = event.reason;
    if (refusalOf(error)) notifications.show({ id: 'refused', color: 'danger', message: sentenceOf(error) });
    else if (!isExpected(error)) void reportBug(error, 'promise').then(show);
  });
};

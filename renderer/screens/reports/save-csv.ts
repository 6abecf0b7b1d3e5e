import type { ReportCode, ReportParams } from '../../../db/reports/api.ts';
import { ask } from '../../api.ts';

/** Fetches the table as a file and hands it to the browser's download. @throws the application's refusal */
export const saveCsv = async (report: ReportCode, params: ReportParams, encoding: 'utf-8' | 'cp949'): Promise<void> => {
  const query = new URLSearchParams({ asOf: params.asOf, fromYear: String(params.fromYear), toYear: String(params.toYear), encoding });
  const answer = await ask(`/files/report/${report}?${query.toString()}`);
  if (!answer.ok) {
    const said: unknown = await answer.json().catch(() => null);
    throw Object.assign(new Error('csv'), { data: said });
  }
  const name = decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? `${report}.csv`);
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken its own hold of the data by the next turn of every browser we run in.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

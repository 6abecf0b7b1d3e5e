/** `node cold-report.ts DIR CODE PARAMS`: opens the application and prints how long the first report takes once the first screens could be there, in milliseconds. */
import { openDesk } from './desk.ts';

const [, , dataDir = '', report = '', params = '{}'] = process.argv;
const desk = openDesk(dataDir);
// The thread of reports has started by then; of the file nothing has been read but what opening reads.
await new Promise((resolve) => { setTimeout(resolve, 6000); });
const started = performance.now();
await desk.get('reports.table', { report, params: JSON.parse(params) as unknown });
console.log(performance.now() - started);
await desk.close();

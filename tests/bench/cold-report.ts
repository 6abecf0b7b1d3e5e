/** `node cold-report.ts DIR CODE PARAMS`: opens the application and prints how long the first report takes, in milliseconds. */
import { openDesk } from './desk.ts';

const [, , dataDir = '', report = '', params = '{}'] = process.argv;
const desk = openDesk(dataDir);
const started = performance.now();
await desk.get('reports.table', { report, params: JSON.parse(params) as unknown });
console.log(performance.now() - started);
await desk.close();

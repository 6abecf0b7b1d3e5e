import { bringUpToDate } from './data/run.ts';
const s = performance.now(); bringUpToDate(process.argv[2]!); console.log(process.argv[2], ((performance.now() - s) / 1000).toFixed(1), 's');

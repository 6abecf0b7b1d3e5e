/** `npm run names -- <file.csv>`: judges pairs of firm names as the program does and says how often it agrees with the file. */
import { expectedOf, judged, measure } from '../support/name-pairs.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Say which file: npm run names -- pairs.csv (columns 표기A, 표기B, 관측, 판정, 차이; address, number, phone of both may follow)');
  process.exit(2);
}
const pairs = await judged(file);
for (const { one, other, judgement, said } of pairs) {
  const agrees = said.verdict === expectedOf(judgement);
  console.log(`${agrees ? ' ' : '≠'} ${String(said.score).padStart(3)} ${said.verdict.padEnd(20)} ${one.name ?? ''} / ${other.name ?? ''} — ${judgement}; ${said.reasons.map(({ ko, points }) => `${ko} ${points > 0 ? '+' : ''}${points}`).join(', ')}`);
}
const figures = measure(pairs);
console.log(`\n${figures.pairs} pairs. Same firm: precision ${figures.precision.toFixed(3)}, recall ${figures.recall.toFixed(3)}. Asked ${figures.asked}, of which ${figures.askedRightly} of ${figures.toAsk} need a person.`);

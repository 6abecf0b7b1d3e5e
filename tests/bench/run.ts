/** `npm run bench`: every figure as a ratio within this one run. */
import { measureHandle } from './handle.ts';
import { print } from './measure.ts';

for (const measure of [measureHandle]) {
  for (const figure of await measure()) print(figure);
}

/** `npm run bench`: every figure as a ratio within this one run. */
import { measureHandle } from './handle.ts';
import { measureManyRows } from './many-rows.ts';
import { print } from './measure.ts';
import { measurePage } from './page.ts';

for (const measure of [measureHandle, measureManyRows, measurePage]) {
  for (const figure of await measure()) print(figure);
}

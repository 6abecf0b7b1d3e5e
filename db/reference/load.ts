/** Reads the reference data from a folder on disk (Node only); the other files here carry the same data in the bundle. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { freeze, type Frozen } from './freeze.ts';
import { referenceShapes } from './shapes.ts';

type Shapes = typeof referenceShapes;
export type ReferenceName = keyof Shapes;

const isName = (name: string): name is ReferenceName => name in referenceShapes;

/** Names of the files under assets/reference, without the `.json`. */
export const referenceNames: readonly ReferenceName[] = Object.keys(referenceShapes).filter(isName);

/**
 * One reference file of `assetsDir`, checked and frozen. The files ship with the program: a missing or damaged
 * one throws as a bug (the error of the file system, of JSON, or of the shape with the path of the wrong value).
 */
export const loadReference = <N extends ReferenceName>(assetsDir: string, name: N): Frozen<z.infer<Shapes[N]>> => {
  const parsed: unknown = JSON.parse(readFileSync(join(assetsDir, 'reference', `${name}.json`), 'utf8'));
  // The checker picked by `name` returns the type picked by `name`.
  return freeze(referenceShapes[name].parse(parsed) as z.infer<Shapes[N]>);
};

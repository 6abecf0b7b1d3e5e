import { Refusal } from '../errors.ts';
import { clusterImporter } from './cluster-importer.ts';
import type { Importer } from './importer.ts';
import { organisationImporter } from './organisation-importer.ts';
import { nationImporter } from './nation-importer.ts';
import { personImporter } from './person-importer.ts';
import { surveyImporter } from './survey-importer.ts';

/** Every kind of record a file can be imported as, in the order the screen offers them. */
export const importers: readonly Importer[] = [organisationImporter, personImporter, clusterImporter, surveyImporter, nationImporter];

/** @throws Refusal `not-found` */
export function importerOf(kind: string): Importer {
  const importer = importers.find((one) => one.target.kind === kind);
  if (!importer) throw new Refusal('not-found', `가져올 수 없는 종류입니다: ${kind}`);
  return importer;
}

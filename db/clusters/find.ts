import { findQuery } from '../kernel/find.ts';
import { hubName } from './hub-sql.ts';

/** Mini-clusters by any syllables of the name or its initial consonants; the note is the hub, and 해산 for one that has ended. */
export const findCluster = findQuery({
  name: 'cluster', table: 'mini_cluster', label: 't.name',
  note: `${hubName('t.hub')} || CASE WHEN t.dissolved_on IS NULL THEN '' ELSE ' · 해산' END`,
});

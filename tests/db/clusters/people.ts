/** Clusters, organisations and people for tests, made through the door. */
import type { Tx } from '../../../db/kernel/write.ts';
import { miniCluster } from '../../../db/clusters/fields.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';

export const aCluster = (tx: Tx, name: string, more: { quorum_percent?: number; counts_proxies?: number; dissolved_on?: string } = {}): string =>
  tx.create(miniCluster, { name, hub: 'changwon', kind: 'general', founded_on: '2005-04-01', ...more });

export const aFirm = (tx: Tx, name: string, kind = 'firm'): string => tx.create(organisation, { name, kind });

export const aPerson = (tx: Tx, name: string, body: string | null = null, mobile: string | null = null): string => tx.create(person, { name, organisation: body, mobile });

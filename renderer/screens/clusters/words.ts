/** Names of the codes that the screens of mini-clusters and meetings show. */
import { membership, miniCluster, officer } from '../../../db/clusters/fields.ts';
import { labelOf } from '../../../db/kernel/field.ts';
import type { Cell } from '../../../db/kernel/field.ts';

export const memberKinds = membership.fields.kind.choices ?? [];
export const officerRoles = officer.fields.role.choices ?? [];

export const memberKindName = (code: Cell): string => labelOf(membership.fields.kind, code);
export const clusterKindName = (code: Cell): string => labelOf(miniCluster.fields.kind, code);
export const roleName = (code: Cell): string => labelOf(officer.fields.role, code);

/** A telephone number as it is written: stored as digits, shown in groups. */
export const phoneText = (digits: string | null): string => digits?.replace(/^(02|01\d|0\d{2})(\d{3,4})(\d{4})$/, '$1-$2-$3') ?? '';

/** Every query a reader thread knows. */
import type { AnyQuery } from './kernel/query.ts';
import { findOrganisation } from './organisations/find.ts';
import { organisationList } from './organisations/list.ts';

export const queries: readonly AnyQuery[] = [organisationList, findOrganisation];

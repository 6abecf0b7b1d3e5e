/** What is kept about a body beside its own fields: former names and addresses, legal size by certificate. */
import { isSameBody } from '../identity/same-sql.ts';
import { query } from '../kernel/query.ts';

export type OrganisationProfile = {
  pasts: { id: string; what: string; value: string; until_on: string | null }[];
  sizes: { id: string; size: string; valid_from: string; valid_until: string | null; certificate: string | null }[];
};

const most = 200;

/** At most 200 of each, newest first; those of every record of the body. */
export const organisationProfile = query('organisation.profile', (read, { id }: { id: string }): OrganisationProfile => ({
  pasts: read.all(`SELECT id, what, value, until_on FROM organisation_past WHERE ${isSameBody('organisation', ':id')} AND _del = 0 ORDER BY until_on DESC, n DESC LIMIT :most`, { id, most }),
  sizes: read.all(`SELECT id, size, valid_from, valid_until, certificate FROM size_class WHERE ${isSameBody('organisation', ':id')} AND _del = 0 ORDER BY valid_from DESC, n DESC LIMIT :most`, { id, most }),
}));

import { findQuery } from '../kernel/find.ts';

/** Organisations by any syllables of the name or its initial consonants; the note tells equal names apart. */
export const findOrganisation = findQuery({
  name: 'organisation', table: 'organisation', label: 't.name',
  note: "trim(coalesce(t.district, t.province, '') || ' ' || coalesce(t.products, t.industry_name, ''))",
});

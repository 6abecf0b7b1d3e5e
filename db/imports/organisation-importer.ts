import { problemOf, type Cell, type Fields, type Values } from '../kernel/field.ts';
import { firmNameKey } from '../korean/names.ts';
import type { Tx } from '../kernel/write.ts';
import { changeOrganisation, createOrganisation, withImportedNumber } from '../organisations/change.ts';
import { organisation, site } from '../organisations/fields.ts';
import { addressKey } from '../reference/address.ts';
import { leftOut, type Importer, type JudgedRow } from './importer.ts';
import { judgeFirm, type FirmDraft, type Verdict } from './judge-firm.ts';
import { soundKey } from './firm-index.ts';
import { firmDraft, organisationTarget } from './organisation-target.ts';
import { storedFirms } from './stored-firms.ts';

/** Firms and other organisations with their sites. */
export const organisationImporter: Importer = {
  target: organisationTarget,
  table: organisation.table,
  prepare: async (read, rows, options, pace) => {
    const drafts = new Map<number, FirmDraft>();
    const marks = { names: new Set<string>(), numbers: new Set<string>(), sounds: new Set<string>(), phones: new Set<string>(), places: new Set<string>() };
    for (const [at, { row, read: cells }] of rows.entries()) {
      await pace(at, rows.length);
      const draft = firmDraft(row, cells, options);
      if (!draft) continue;
      drafts.set(row, draft);
      marks.names.add(firmNameKey(draft.name));
      marks.sounds.add(soundKey(draft.name));
      const place = typeof draft.values.address === 'string' ? addressKey(draft.values.address) : '';
      if (/\d/.test(place)) marks.places.add(place);
      if (typeof draft.values.business_no === 'string') marks.numbers.add(draft.values.business_no);
      if (typeof draft.values.phone === 'string') marks.phones.add(draft.values.phone);
    }
    const index = await storedFirms(read, marks, pace);
    return ({ row }, decision) => {
      const draft = drafts.get(row);
      if (!draft) return leftOut(row, 'refuse', '', ['기업명으로 쓸 수 있는 글자가 없습니다.']);
      const problems = [...problemsIn(organisation.fields, draft.values), ...problemsIn(site.fields, draft.site)];
      if (problems.length > 0) return leftOut(row, 'refuse', draft.name, problems);
      return judged(draft, judgeFirm(draft, index, options.policy, decision));
    };
  },
};

/** What the fields say against the values of a row, before any later row is matched with it. */
function problemsIn(fields: Fields, values: Readonly<Record<string, Cell>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = fields[name];
    return field ? (problemOf(name, field, value)?.message ?? []) : [];
  });
}

function judged(draft: FirmDraft, verdict: Verdict): JudgedRow {
  const isWritten = verdict.kind === 'create' || verdict.kind === 'match';
  return {
    row: verdict.row,
    kind: verdict.kind,
    name: draft.name,
    reasons: verdict.reasons,
    candidates: verdict.candidates.map(({ id, name, address }) => ({ id, name, note: address })),
    write: isWritten ? (tx, made) => writeFirm(tx, made, verdict) : null,
  };
}

// The values were read by the fields' own declarations, column by column.
const asFirm = (values: Readonly<Record<string, Cell>>): Partial<Values<typeof organisation.fields>> => values as Partial<Values<typeof organisation.fields>>;
const asSite = (values: Readonly<Record<string, Cell>>): Partial<Values<typeof site.fields>> => values as Partial<Values<typeof site.fields>>;

function writeFirm(tx: Tx, made: Map<string, string>, verdict: Verdict): void {
  const known = verdict.firm ?? '';
  const id = verdict.kind === 'create' ? createOrganisation(tx, withImportedNumber(asFirm(verdict.values))) : (made.get(known) ?? known);
  made.set(known, id);
  if (verdict.kind === 'match' && Object.keys(verdict.values).length > 0) changeOrganisation(tx, id, withImportedNumber(asFirm(verdict.values)));
  if (!verdict.site) return;
  if (verdict.site.id === null) made.set(`row:${verdict.row}:site`, tx.create(site, asSite({ ...verdict.site.values, organisation: id })));
  else tx.change(site, made.get(verdict.site.id) ?? verdict.site.id, asSite(verdict.site.values));
}

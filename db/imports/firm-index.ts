import type { Cell } from '../kernel/field.ts';
import { spellingKeyOf } from '../korean/name-sound.ts';
import { firmNameKey, hasLegalForm, nameParts } from '../korean/names.ts';
import { addressKey } from '../reference/address.ts';

/** A place of a firm: its own address, or one of its sites. `id` is null for the firm's own address. */
export type KnownPlace = { id: string | null; name: string; key: string; values: Record<string, Cell> };

/** A firm as an import knows it: stored before, or made by an earlier row of the same file (`madeBy`). */
export type KnownFirm = {
  id: string;
  name: string;
  isIncorporated: boolean;
  businessNumber: string | null;
  address: string | null;
  places: KnownPlace[];
  values: Record<string, Cell>;
  /** Names it had before: a list of another year still calls it so. */
  formerNames: readonly string[];
  /** Row of the file that made it; null when it was stored before. */
  madeBy: number | null;
};

/** Firms by what two lists can recognise them: folded name and business number; and by what makes one look twice. */
export type FirmIndex = {
  readonly add: (firm: KnownFirm) => void;
  readonly named: (name: string) => readonly KnownFirm[];
  readonly numbered: (businessNumber: string) => readonly KnownFirm[];
  /** Firms at this address, with this telephone, or of a name that sounds like this one. */
  readonly beside: (name: string, address: string, phone: Cell | undefined) => readonly KnownFirm[];
  readonly get: (id: string) => KnownFirm | undefined;
  /** Files a firm under the business number it has just been given. */
  readonly giveNumber: (firm: KnownFirm, businessNumber: string) => void;
};

/** What two spellings of a name share when read aloud: LG화학 and 엘지화학. */
export const soundKey = (name: string): string => spellingKeyOf(nameParts(name).base);

/** Puts a firm together for the index. `values` are the stored columns of the organisation. */
export function knownFirm(id: string, values: Record<string, Cell>, madeBy: number | null = null, formerNames: readonly string[] = []): KnownFirm {
  const name = String(values.name ?? '');
  const address = typeof values.address === 'string' ? values.address : null;
  return {
    id,
    name,
    isIncorporated: hasLegalForm(name),
    businessNumber: typeof values.business_no === 'string' ? values.business_no : null,
    address,
    places: address === null ? [] : [{ id: null, name: '', key: addressKey(address), values }],
    values,
    formerNames,
    madeBy,
  };
}

/** An empty index; filled with the stored firms before the first row is judged. */
export function createFirmIndex(): FirmIndex {
  const byId = new Map<string, KnownFirm>();
  const byName = new Map<string, KnownFirm[]>();
  const byNumber = new Map<string, KnownFirm[]>();
  const byMark = new Map<string, KnownFirm[]>();
  const file = (map: Map<string, KnownFirm[]>, key: string, firm: KnownFirm): void => {
    const firms = map.get(key);
    if (firms) firms.push(firm);
    else map.set(key, [firm]);
  };
  return {
    add: (firm) => {
      byId.set(firm.id, firm);
      for (const key of new Set([firm.name, ...firm.formerNames].map(firmNameKey))) file(byName, key, firm);
      if (firm.businessNumber !== null) file(byNumber, firm.businessNumber, firm);
      file(byMark, `sound ${soundKey(firm.name)}`, firm);
      for (const place of firm.places) if (/\d/.test(place.key)) file(byMark, `place ${place.key}`, firm);
      if (typeof firm.values.phone === 'string') file(byMark, `phone ${firm.values.phone}`, firm);
    },
    beside: (name, address, phone) => [...new Set([
      ...(byMark.get(`sound ${soundKey(name)}`) ?? []), ...(byMark.get(`place ${address}`) ?? []), ...(typeof phone === 'string' ? (byMark.get(`phone ${phone}`) ?? []) : []),
    ])],
    named: (name) => byName.get(firmNameKey(name)) ?? [],
    numbered: (businessNumber) => byNumber.get(businessNumber) ?? [],
    get: (id) => byId.get(id),
    giveNumber: (firm, businessNumber) => {
      firm.businessNumber = businessNumber;
      file(byNumber, businessNumber, firm);
    },
  };
}

/** What there is to choose a scope from, as the choosers want it. */
import type { PartKind, RoundOptions } from '../../../db/rounds/api.ts';
import { shownComplex } from '../organisations/ComplexInput.tsx';

export type Options = RoundOptions & { me: string | null; today: string; rules: readonly { kind: PartKind; ko: string; rule: string }[] };

export const namesOf = (people: readonly { id: string; name: string }[]): { value: string; label: string }[] => people.map(({ id, name }) => ({ value: id, label: name }));
export const complexesOf = (options: Options): { value: string; label: string }[] => options.complexes.map((code) => ({ value: code, label: shownComplex(code) ?? code }));

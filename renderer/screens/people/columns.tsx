/** Columns of the list of people. */
import { organisation } from '../../../db/organisations/fields.ts';
import { consentStates } from '../../../db/people/choices.ts';
import { person } from '../../../db/people/fields.ts';
import { columnOf, type GridColumn } from '../../parts/grid/types.ts';
import { ConsentMark } from './ConsentMark.tsx';

const edit = { editable: true } as const;
const count = (column: string, label: string): GridColumn => ({ column, label, kind: 'int', width: 72, filterable: false });

const telephone = (name: 'mobile' | 'phone'): GridColumn => columnOf(person, name, {
  ...edit, width: 124, text: (row) => { const value = row[name]; return typeof value === 'string' ? (person.fields[name].show?.(value) ?? value) : ''; },
});

export const personColumns: readonly GridColumn[] = [
  columnOf(person, 'name', { ...edit, width: 110, pinned: true }),
  { column: 'organisation_name', label: '소속', kind: 'text', width: 190 },
  { column: 'organisation_kind', label: '소속 구분', kind: 'choice', choices: organisation.fields.kind.choices, width: 96 },
  columnOf(person, 'department', { ...edit, width: 120 }),
  columnOf(person, 'position', { ...edit, width: 100 }),
  { column: 'consent', label: '동의', kind: 'choice', choices: consentStates, width: 104, render: (row) => <ConsentMark code={row['consent'] ?? null} /> },
  telephone('mobile'),
  columnOf(person, 'email', { ...edit, width: 180 }),
  columnOf(person, 'roles', { ...edit, width: 140 }),
  count('sessions', '상담'),
  count('meetings', '회의'),
  count('clusters', 'MC'),
  { ...telephone('phone'), hidden: true },
  columnOf(person, 'consent_on', { ...edit, hidden: true }),
  columnOf(person, 'consent_scope', { ...edit, hidden: true }),
  columnOf(person, 'retention_until', { ...edit, hidden: true }),
  columnOf(person, 'memo', { hidden: true, width: 200 }),
];

/** What a field inside a RecordForm needs to know about the form around it. */
import { createContext, useContext } from 'react';
import type { Cell, AnyRecord } from '../../../db/kernel/field.ts';
import type { LinkSource } from './LinkPicker.tsx';

/** What the form holds: cells, and text that could not be read as one yet (it is kept and shown as wrong). */
export type FormValues = Record<string, Cell>;

/** Where the choices of link fields come from: by field name, else by the record type it points to. */
export type LinkSources = Readonly<Record<string, LinkSource>>;

export type RecordFormContextValue = { type: AnyRecord; links: LinkSources; readOnly: boolean };

export const RecordFormContext = createContext<RecordFormContextValue | null>(null);

/** The form around a field; a FieldInput outside one is a bug. */
export const useRecordForm = (): RecordFormContextValue => {
  const found = useContext(RecordFormContext);
  if (!found) throw new Error('FieldInput must be inside a RecordForm');
  return found;
};

/** Fields of a form that belong together, under a title. */
import type { ReactNode } from 'react';
import './record.css';

export const FieldGroup = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="cd-group"><legend>{title}</legend><div className="cd-form-grid">{children}</div></fieldset>
);

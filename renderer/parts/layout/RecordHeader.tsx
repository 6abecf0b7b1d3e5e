/** Top of an open record: number, title, state, what can be done with it, and a way back to the list. */
import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { words } from '../../words.ts';

export type RecordHeaderProps = {
  /** What kind of record: 애로과제, 기업. */
  kind: string;
  title: string;
  /** Human number (과제번호), if any. */
  number?: string | null;
  badges?: ReactNode;
  actions?: ReactNode;
  onClose?: () => void;
};

export const RecordHeader = ({ kind, title, number, badges, actions, onClose }: RecordHeaderProps) => (
  <header className="cd-record-header">
    <div className="cd-record-title">
      <div className="cd-small cd-soft">{kind}{number ? <span className="cd-number"> · {number}</span> : null}</div>
      <h2 title={title}>{title}</h2>
      {badges ? <div className="cd-row-wrap">{badges}</div> : null}
    </div>
    <div className="cd-row-wrap cd-end">
      {actions}
      {onClose ? <ActionIcon variant="subtle" color="gray" aria-label={words.close} title="닫기 (Esc)" onClick={onClose}><X size={18} aria-hidden /></ActionIcon> : null}
    </div>
  </header>
);

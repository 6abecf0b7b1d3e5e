/** Asks before something that is more than one step to take back. The focus starts on the safe answer. */
import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { words } from '../../words.ts';

export type ConfirmDialogProps = {
  opened: boolean;
  title: string;
  children: ReactNode;
  /** The verb on the button: 삭제, 적용. */
  confirm: string;
  danger?: boolean;
  /** May be slow; the dialog stays, with its button busy, until it is over. */
  onConfirm: () => void | Promise<void>;
  onClose: () => void;
};

export const ConfirmDialog = ({ opened, title, children, confirm, danger = false, onConfirm, onClose }: ConfirmDialogProps) => {
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': words.close }}>
      <div className="cd-stack">
        <div>{children}</div>
        <div className="cd-row-wrap cd-end">
          <Button variant="default" data-autofocus onClick={onClose}>{words.cancel}</Button>
          <Button color={danger ? 'danger' : 'primary'} loading={busy} onClick={() => void go()}>{confirm}</Button>
        </div>
      </div>
    </Modal>
  );
};

/** Fields that somebody changed after the action that is to be undone: both values, and what to do. */
import { Button, Modal } from '@mantine/core';
import { words } from '../../words.ts';

export type ConflictDialogProps = {
  opened: boolean;
  /** The application's sentence: what was changed since, and how many records. */
  message: string;
  /** One sentence per obstacle, with the value of then and the value of now. */
  details: readonly string[];
  onChoose: (how: 'keep' | 'all') => void;
  onClose: () => void;
};

export const ConflictDialog = ({ opened, message, details, onChoose, onClose }: ConflictDialogProps) => (
  <Modal opened={opened} onClose={onClose} size="lg" title="그 뒤에 바뀐 값이 있습니다" closeButtonProps={{ 'aria-label': words.close }}>
    <div className="cd-stack">
      <p className="cd-flat">{message}</p>
      {/* The list scrolls, so a keyboard has to reach it. */}
      <ul className="cd-details" tabIndex={0} aria-label="바뀐 값">{details.map((detail, index) => <li key={`${index}-${detail}`}>{detail}</li>)}</ul>
      <div className="cd-row-wrap cd-end">
        <Button variant="default" data-autofocus onClick={onClose}>그대로 두기</Button>
        <Button variant="default" onClick={() => onChoose('keep')}>바뀐 기록은 두고 되돌리기</Button>
        <Button color="danger" onClick={() => onChoose('all')}>모두 되돌리기</Button>
      </div>
    </div>
  </Modal>
);

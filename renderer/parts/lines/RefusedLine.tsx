/** Under a row: why it was not stored. */
import { Button } from '@mantine/core';
import { sentenceOf } from '../../refusal.ts';

/** @param failure what was thrown, or the sentence itself */
export const RefusedLine = ({ failure, span, onRevert }: { failure: unknown; span: number; onRevert: () => void }) => (
  <tr className="cd-lines-refused"><td colSpan={span}><p role="alert"><span>{typeof failure === 'string' ? failure : sentenceOf(failure)}</span><Button variant="default" size="compact-xs" onClick={onRevert}>되돌리기</Button></p></td></tr>
);

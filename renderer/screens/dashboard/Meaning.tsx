/** 정의: what the numbers of a card mean, from the declarations they are counted by. */
import { Modal } from '@mantine/core';
import { DefinitionList } from '../reports/DefinitionList.tsx';
import type { CardAbout } from './card-types.ts';

export const Meaning = ({ about, notes, onClose }: { about: CardAbout; notes: readonly string[]; onClose: () => void }) => (
  <Modal opened onClose={onClose} title={`정의: ${about.title}`} size="xl" closeButtonProps={{ 'aria-label': '닫기' }}>
    <div className="cd-meaning" tabIndex={0} role="group" aria-label="지표 정의">
      <p>{about.answers}</p>
      <DefinitionList indicators={about.indicators} />
      {notes.length > 0 ? <ul className="cd-meaning-notes">{notes.map((note) => <li key={note}>{note}</li>)}</ul> : null}
    </div>
  </Modal>
);

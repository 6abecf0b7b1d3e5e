/** 정의: what the numbers of a card mean, from the declarations they are counted by. */
import { Modal } from '@mantine/core';
import type { CardAbout } from './card-types.ts';

export const Meaning = ({ about, notes, onClose }: { about: CardAbout; notes: readonly string[]; onClose: () => void }) => (
  <Modal opened onClose={onClose} title={`정의: ${about.title}`} size="xl" closeButtonProps={{ 'aria-label': '닫기' }}>
    <div className="cd-meaning" tabIndex={0} role="group" aria-label="지표 정의">
      <p>{about.answers}</p>
      {about.indicators.map(({ code, version, ko, unit, formula, source, rule }) => (
        <section key={code}>
          <h3>{ko} <span className="cd-soft">({unit})</span></h3>
          <dl>
            <div><dt>산식</dt><dd>{formula}</dd></div>
            <div><dt>규칙</dt><dd>{rule}</dd></div>
            <div><dt>근거</dt><dd>{source}</dd></div>
            <div><dt>정의 판</dt><dd>{version}판</dd></div>
          </dl>
        </section>
      ))}
      {notes.length > 0 ? <ul className="cd-meaning-notes">{notes.map((note) => <li key={note}>{note}</li>)}</ul> : null}
    </div>
  </Modal>
);

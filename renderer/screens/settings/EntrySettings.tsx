/** 상담 입력: what the office does about an entry that looks wrong, which periods are locked, and text that recurs. */
import { GuardSettings } from './GuardSettings.tsx';
import { LockSettings } from './LockSettings.tsx';
import { PhraseSettings } from './PhraseSettings.tsx';

export const EntrySettings = () => (
  <>
    <GuardSettings />
    <LockSettings />
    <PhraseSettings />
  </>
);

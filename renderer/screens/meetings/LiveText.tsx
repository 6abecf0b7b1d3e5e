/** A box that is stored while it is typed: half a second after the last key, when it is left, and when it goes away. */
import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

export type LiveTextProps = {
  label: string;
  value: string;
  onSave: (text: string) => Promise<unknown>;
  onFailure: (error: unknown) => void;
  isLong?: boolean;
  /** Under which the page finds the box to put the cursor into it. */
  mark: string;
  disabled?: boolean;
};

const delay = 500;

export const LiveText = ({ label, value, onSave, onFailure, isLong = false, mark, disabled = false }: LiveTextProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const [saved, setSaved] = useState(0);
  const latest = useRef({ typed: null as string | null, onSave, onFailure, timer: 0 as unknown as ReturnType<typeof setTimeout> });
  latest.current.onSave = onSave;
  latest.current.onFailure = onFailure;
  const store = () => {
    const state = latest.current;
    clearTimeout(state.timer);
    const text = state.typed;
    if (text === null) return;
    // What is refused stays in the box, so that nothing typed is lost.
    state.onSave(text).then(() => { if (state.typed === text) { state.typed = null; setSaved((times) => times + 1); } }, (error: unknown) => state.onFailure(error));
  };
  const storeNow = useRef(store);
  storeNow.current = store;
  useEffect(() => () => storeNow.current(), []);
  // What was typed stands until the stored value is the same: a key pressed between the two must not land in the older text.
  useEffect(() => { if (latest.current.typed === null) setTyped((before) => (before === value ? null : before)); }, [value, saved]);
  const onChange = (text: string) => {
    setTyped(text);
    latest.current.typed = text;
    clearTimeout(latest.current.timer);
    latest.current.timer = setTimeout(() => storeNow.current(), delay);
  };
  const shared = { label, value: typed ?? value, disabled, onBlur: store, 'data-room': mark } as const;
  return isLong ? <Textarea {...shared} autosize minRows={2} maxRows={8} onChange={(event) => onChange(event.currentTarget.value)} />
    : <TextInput {...shared} inputMode="numeric" onChange={(event) => onChange(event.currentTarget.value)} />;
};

/** What the status bar says. A screen puts its counts there; the frame adds when it was saved and the connection. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

type Status = { text: string; setText: (text: string) => void; savedAt: Date | null; noteSaved: () => void };

const StatusContext = createContext<Status>({ text: '', setText: () => undefined, savedAt: null, noteSaved: () => undefined });

export const StatusProvider = ({ children }: { children: ReactNode }) => {
  const [text, setText] = useState('');
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const status = useMemo(() => ({ text, setText, savedAt, noteSaved: () => setSavedAt(new Date()) }), [text, savedAt]);
  return <StatusContext value={status}>{children}</StatusContext>;
};

export const useStatus = (): Status => useContext(StatusContext);

/** Shows `text` (`1,234건 중 12건 선택`) in the status bar while the component is there. */
export const useStatusText = (text: string): void => {
  const { setText } = useStatus();
  useEffect(() => {
    setText(text);
    return () => setText('');
  }, [setText, text]);
};

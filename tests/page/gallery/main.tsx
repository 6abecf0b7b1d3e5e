/** The parts on one page, to be looked at and tested without the application behind them: #grid, #form, #parts. */
import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import 'dayjs/locale/ko';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useHashLocation } from 'wouter/use-hash-location';
import { announce } from '../../../renderer/live.ts';
import { StatusProvider } from '../../../renderer/parts/frame/status.tsx';
import { AppFrame } from '../../../renderer/parts/frame/AppFrame.tsx';
import { UndoProvider, type UndoSource } from '../../../renderer/parts/history/UndoProvider.tsx';
import { ShortcutHelp } from '../../../renderer/parts/keys/ShortcutHelp.tsx';
import { setLetterSize } from '../../../renderer/parts/letter-size.ts';
import { createPreferences, PreferencesProvider } from '../../../renderer/parts/preferences.tsx';
import { places } from '../../../renderer/places.ts';
import '../../../renderer/styles.ts';
import { cssVariables, theme } from '../../../renderer/theme.ts';
import { FormPage } from './FormPage.tsx';
import { GridPage } from './GridPage.tsx';
import { PartsPage } from './PartsPage.tsx';
import { rows } from './sample.ts';

declare global {
  interface Window { calls: unknown[]; rows: typeof rows; announce: typeof announce; setScheme: (scheme: 'light' | 'dark') => void; setLetterSize: (size: number) => void }
}
window.calls = [];
window.setLetterSize = setLetterSize;
window.rows = rows;
window.announce = announce;

const undoSource: UndoSource = {
  undo: async (how) => {
    window.calls.push(['undo', how]);
    return how === 'ask' && location.hash === '#/parts'
      ? { kind: 'conflict', message: '“과제명 고치기” 이후에 바뀐 기록이 1건 있습니다. 그 기록은 두고 되돌리거나, 모두 되돌릴 수 있습니다.', lines: [{ kind: 'changed', type: '애로과제', record: '금형 수명 개선', field: '과제명', written: '금형 수명 연장', now: '금형 수명 개선' }], more: 0 }
      : { kind: 'done', label: '과제명 고치기' };
  },
  redo: async (how) => { window.calls.push(['redo', how]); return { kind: 'done', label: '과제명 고치기' }; },
};

const Gallery = () => {
  const { setColorScheme } = useMantineColorScheme();
  const [place] = useHashLocation();
  window.setScheme = setColorScheme;
  return (
    <AppFrame places={places} current="/tasks" onGo={(path) => { window.calls.push(['go', path]); }} isDemo user="김담당" connection={place === '/parts' ? 'lost' : 'open'} quickAdd={[{ label: '상담 기록', run: () => window.calls.push(['quick']) }]}>
      {place === '/form' ? <FormPage /> : place === '/parts' ? <PartsPage /> : <GridPage />}
      <ShortcutHelp />
    </AppFrame>
  );
};

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables}>
        <DatesProvider settings={{ locale: 'ko', firstDayOfWeek: 0 }}>
          <Notifications position="bottom-right" />
          <PreferencesProvider preferences={createPreferences({}, (key, value) => window.calls.push(['preference', key, value]))}>
            <StatusProvider><UndoProvider source={undoSource}><Gallery /></UndoProvider></StatusProvider>
          </PreferencesProvider>
        </DatesProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

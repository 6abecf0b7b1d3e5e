/** Starts the page: what this user keeps, colours and letters, the query cache, the event stream, then the screens. */
import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import 'dayjs/locale/ko';
import { StrictMode, useEffect, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { aboutQuery, App, fetchFirstScreen } from './App.tsx';
import { drafts, loadPreferences, undoSource } from './desk.ts';
import { startLive } from './live.ts';
import { DraftsProvider } from './parts/form/drafts.tsx';
import { StatusProvider } from './parts/frame/status.tsx';
import { UndoProvider } from './parts/history/UndoProvider.tsx';
import { ErrorBoundary } from './parts/notice/ErrorBoundary.tsx';
import { isColourScheme } from './parts/colour-scheme.ts';
import { useLetterSizePreference } from './parts/letter-size.ts';
import { createPreferences, PreferencesProvider, usePreferences } from './parts/preferences.tsx';
import { reportBug, watchForBugs } from './report-bug.ts';
import './styles.ts';
import { cssVariables, theme } from './theme.ts';

const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000, refetchOnWindowFocus: false } } });

/** Letter size and colours as this user left them. */
const Remembered = ({ children }: { children: ReactNode }) => {
  useLetterSizePreference();
  const { setColorScheme } = useMantineColorScheme();
  const kept = usePreferences().get('colour-scheme');
  useEffect(() => { if (isColourScheme(kept)) setColorScheme(kept); }, [kept, setColorScheme]);
  return children;
};

const start = async (root: HTMLElement): Promise<void> => {
  watchForBugs();
  fetchFirstScreen(location.pathname);
  void queries.prefetchQuery(aboutQuery);
  // Without its preferences the page still opens: the first question of the screens then says what is wrong.
  const preferences = await loadPreferences().catch(() => createPreferences());
  startLive(queries);
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <DatesProvider settings={{ locale: 'ko', firstDayOfWeek: 0 }}>
          <QueryClientProvider client={queries}>
            <PreferencesProvider preferences={preferences}>
              <Remembered>
                <Notifications position="top-center" autoClose={6000} limit={3} />
                <DraftsProvider drafts={drafts}>
                  <StatusProvider>
                    <UndoProvider source={undoSource}><ErrorBoundary onBug={reportBug}><App /></ErrorBoundary></UndoProvider>
                  </StatusProvider>
                </DraftsProvider>
              </Remembered>
            </PreferencesProvider>
          </QueryClientProvider>
        </DatesProvider>
      </MantineProvider>
    </StrictMode>,
  );
};

const root = document.getElementById('root');
if (root) void start(root);

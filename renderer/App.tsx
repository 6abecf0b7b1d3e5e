/** Puts a screen into the frame by its address. A screen is a folder under screens/ with a Screen.tsx. */
import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import { Hammer } from 'lucide-react';
import { Redirect, useLocation } from 'wouter';
import { useConnection } from './live.ts';
import { AppFrame } from './parts/frame/AppFrame.tsx';
import { StatusProvider } from './parts/frame/status.tsx';
import { CommandSearch } from './parts/keys/CommandSearch.tsx';
import { ShortcutHelp } from './parts/keys/ShortcutHelp.tsx';
import { EmptyState } from './parts/layout/EmptyState.tsx';
import { ErrorBoundary } from './parts/notice/ErrorBoundary.tsx';
import { places, type ScreenProps } from './places.ts';
import { words } from './words.ts';

type ScreenModule = { Screen: ComponentType<ScreenProps> };

const modules = import.meta.glob<ScreenModule>('./screens/*/Screen.tsx');
const screens = new Map<string, LazyExoticComponent<ComponentType<ScreenProps>>>(
  Object.entries(modules).map(([path, load]) => [path.split('/')[2] ?? '', lazy(async () => ({ default: (await load()).Screen }))]),
);

export const App = () => {
  const [location, go] = useLocation();
  const connection = useConnection();
  const [, first = '', ...rest] = location.split('/');
  const place = places.find((one) => one.path === `/${first}`);
  // A folder without a place in the rail (the gallery of parts) is reached by its address alone.
  const Screen = screens.get(place?.screen ?? first);
  if (first === '') return <Redirect to="/today" replace />;
  const id = rest.join('/') || null;
  return (
    <StatusProvider>
      <AppFrame places={places} current={`/${first}`} onGo={go} connection={connection}>
        <ErrorBoundary key={first}>
          <Suspense fallback={<p className="cd-soft cd-pad">{words.loading}</p>}>
            {Screen ? <Screen place={`/${first}`} id={id === null ? null : decodeURIComponent(id)} /> : <EmptyState icon={Hammer} title="아직 준비하지 않은 화면입니다." />}
          </Suspense>
        </ErrorBoundary>
      </AppFrame>
      <CommandSearch groups={[{ title: '화면', commands: places.map((one) => ({ id: one.path, label: one.word, run: () => go(one.path) })) }]} />
      <ShortcutHelp />
    </StatusProvider>
  );
};

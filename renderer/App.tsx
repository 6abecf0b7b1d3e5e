/** Puts a screen into the frame by its address. A screen is a folder under screens/ with a Screen.tsx. */
import { Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createElement, lazy, Suspense, useState, type ComponentType, type LazyExoticComponent } from 'react';
import { Hammer } from 'lucide-react';
import { Redirect, useLocation } from 'wouter';
import { api } from './api.ts';
import { capture } from './capture/capture.ts';
import { QuickCapture } from './capture/QuickCapture.tsx';
import { useChanged, useConnection } from './live.ts';
import { AppFrame } from './parts/frame/AppFrame.tsx';
import { useStatus } from './parts/frame/status.tsx';
import { ShortcutHelp } from './parts/keys/ShortcutHelp.tsx';
import { EmptyState } from './parts/layout/EmptyState.tsx';
import { ErrorBoundary } from './parts/notice/ErrorBoundary.tsx';
import { FailureNotice } from './parts/notice/Notices.tsx';
import { SearchBox } from './search/SearchBox.tsx';
import { useQualityCount } from './screens/quality/quality-count.ts';
import { Welcome } from './screens/welcome/Welcome.tsx';
import { places, quickAdds, sidePlaces, type QuickProps, type ScreenProps } from './places.ts';
import { reportBug } from './report-bug.ts';
import { words } from './words.ts';

type Lazy<P> = LazyExoticComponent<ComponentType<P>>;

/** Components of the screens, by their folder. */
const byFolder = <P, M>(modules: Record<string, () => Promise<M>>, pick: (module: M) => ComponentType<P>): Map<string, Lazy<P>> =>
  new Map(Object.entries(modules).map(([path, load]) => [path.split('/')[2] ?? '', lazy(async () => ({ default: pick(await load()) }))]));

const screenModules = import.meta.glob<{ Screen: ComponentType<ScreenProps> }>('./screens/*/Screen.tsx');
const screens = byFolder(screenModules, (module) => module.Screen);
const quicks = byFolder(import.meta.glob<{ Quick: ComponentType<QuickProps> }>('./screens/*/Quick.tsx'), (module) => module.Quick);

/** Who sits here, and whether this is the demo. */
export const aboutQuery = { queryKey: ['account', 'about'], queryFn: () => api.device.about.query() };

/** Fetches the code of the screen the address names, while the application still answers who is here. */
export const fetchFirstScreen = (path: string): void => {
  const first = places.find((one) => path.startsWith(one.path))?.screen ?? 'today';
  void screenModules[`./screens/${first}/Screen.tsx`]?.().catch(() => undefined);
};

export const App = () => {
  const [location, go] = useLocation();
  const connection = useConnection();
  const queries = useQueryClient();
  const { noteSaved } = useStatus();
  const [quick, setQuick] = useState<{ label: string; screen: string } | null>(null);
  const about = useQuery(aboutQuery);
  const quality = useQualityCount(about.data?.account != null);
  useChanged('any', noteSaved);

  if (about.isError) return <div className="cd-pad"><FailureNotice error={about.error} onRetry={() => void about.refetch()} /></div>;
  if (!about.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  if (!about.data.account) {
    return <Welcome onEntered={() => queries.invalidateQueries()} />;
  }

  const [, first = '', ...rest] = location.split('/');
  if (first === '') return <Redirect to="/today" replace />;
  const side = sidePlaces.find((one) => one.path === `/${first}`);
  const place = side ?? places.find((one) => one.path === `/${first}`);
  const Screen = place ? screens.get(place.screen) : undefined;
  const Quick = quick ? quicks.get(quick.screen) : undefined;
  const id = rest.join('/') || null;
  const added = quickAdds.map((one) => ({ label: one.label, run: () => {
    if ('capture' in one) capture.open(one.capture);
    else if (quicks.has(one.screen)) setQuick(one);
    else go(`${one.path}/new`);
  } }));
  return (
    <>
      <AppFrame
        places={places} current={side?.under ?? `/${first}`} onGo={go} connection={connection} isDemo={about.data.isDemo} user={about.data.account.name}
        quickAdd={added} {...(quality ? { counts: { '/quality': quality } } : {})}
        userMenu={[{ label: '설정', run: () => go('/settings') }]}
      >
        <ErrorBoundary key={first} onBug={reportBug}>
          <Suspense fallback={<p className="cd-soft cd-pad">{words.loading}</p>}>
            {Screen ? createElement(Screen, { place: `/${first}`, id: id === null ? null : decodeURIComponent(id) }) : <EmptyState icon={Hammer} title={place ? '아직 준비하지 않은 화면입니다.' : '없는 주소입니다.'} action={{ label: '오늘로 가기', onClick: () => go('/today') }} />}
          </Suspense>
        </ErrorBoundary>
      </AppFrame>
      <ErrorBoundary onBug={reportBug}><QuickCapture /></ErrorBoundary>
      <Modal opened={Quick !== undefined} onClose={() => setQuick(null)} title={quick?.label ?? ''} size={560} closeButtonProps={{ 'aria-label': words.close }} closeOnClickOutside={false}>
        <ErrorBoundary onBug={reportBug}><Suspense fallback={<p className="cd-soft">{words.loading}</p>}>{Quick ? createElement(Quick, { onClose: () => setQuick(null) }) : null}</Suspense></ErrorBoundary>
      </Modal>
      <SearchBox
        go={go}
        groups={[
          { title: '화면', commands: [...places, ...sidePlaces].map((one) => ({ id: one.path, label: one.word, run: () => go(one.path) })) },
          { title: '새로 쓰기', commands: added.map((one) => ({ id: one.label, ...one })) },
        ]}
      />
      <ShortcutHelp />
    </>
  );
};

/** To be called where a list is drawn: the first time in a window it opens with the view marked so. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { useLetterSize } from '../../parts/letter-size.ts';
import { usePreferences } from '../../parts/preferences.tsx';
import type { ViewScreen } from './built-in.ts';
import { openMarked } from './opening-view.ts';

/** @param grid name under which the list remembers its columns; null for a list without views */
export const useOpeningView = (screen: ViewScreen | null, grid: string): void => {
  const preferences = usePreferences();
  const scale = useLetterSize();
  const about = useQuery({ queryKey: ['account', 'about'], queryFn: () => api.device.about.query() });
  if (screen) openMarked(preferences, screen, grid, { person: about.data?.account?.person ?? null, today: today() }, scale);
};

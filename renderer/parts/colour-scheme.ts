/** 화면 색: as the system says, light, or dark; remembered. */
import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useCallback } from 'react';
import { usePreference } from './preferences.tsx';

export const colourSchemes = [{ code: 'auto', ko: '시스템 설정' }, { code: 'light', ko: '밝게' }, { code: 'dark', ko: '어둡게' }] as const;

export const isColourScheme = (value: unknown): value is MantineColorScheme => value === 'auto' || value === 'light' || value === 'dark';

export const useColourSchemePreference = (): [MantineColorScheme, (scheme: MantineColorScheme) => void] => {
  const [scheme, keep] = usePreference<MantineColorScheme>('colour-scheme', 'auto', isColourScheme);
  const { setColorScheme } = useMantineColorScheme();
  return [scheme, useCallback((next) => { keep(next); setColorScheme(next); }, [keep, setColorScheme])];
};

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page: renderer/ to dist/page. Everything is served from the shell's own origin, so nothing is inlined that the CSP would refuse. */
export default defineConfig({
  root: `${import.meta.dirname}/renderer`,
  base: '/',
  plugins: [react()],
  build: {
    outDir: `${import.meta.dirname}/dist/page`,
    emptyOutDir: true,
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
  },
});

/** Astro: one file a page, no inline style or script, every address relative, the ledger watched in development. */
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { relativeAddresses } from './scripts/site/relative.ts';
import { watchedLedger } from './scripts/site/watch.ts';

export default defineConfig({
  output: 'static',
  trailingSlash: 'ignore',
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  build: { format: 'file', inlineStylesheets: 'never', assets: '_astro' },
  integrations: [relativeAddresses(), watchedLedger()],
  vite: {
    plugins: [tailwindcss()],
    build: { assetsInlineLimit: 0 },
  },
});

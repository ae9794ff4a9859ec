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
    plugins: [
      tailwindcss(),
      // Nothing is fetched before it is needed, and never from an address that does not know below which path the site lies.
      {
        name: 'no-preload',
        configEnvironment: (name) =>
          name === 'client' ? { build: { modulePreload: false } } : undefined,
      },
    ],
    build: { assetsInlineLimit: 0 },
  },
});

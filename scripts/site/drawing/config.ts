/** How Astro draws the sites: one file a page, no inline style or script, the ledger watched in development. */
import cascadeLayers from '@csstools/postcss-cascade-layers';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { watchedLedger } from './watch.ts';

export const siteConfig = defineConfig({
  output: 'static',
  trailingSlash: 'ignore',
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  build: { format: 'file', inlineStylesheets: 'never', assets: '_astro' },
  integrations: [watchedLedger()],
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
    // Browsers before 99 know no layers and would show a page without any of its style; before 104 no ranges of widths.
    css: { postcss: { plugins: [cascadeLayers()] } },
    build: { assetsInlineLimit: 0, cssTarget: ['chrome92', 'safari16.4'] },
  },
});

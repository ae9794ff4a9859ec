/** How Astro renders the sites: one file a page, no inline style or script, the ledger watched in development. */
import cascadeLayers from '@csstools/postcss-cascade-layers';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { own } from '../../../src/text/own.ts';
import { watchedLedger } from './watch.ts';

const environments = {
  // Nothing is fetched before it is needed, and never from an address that does not know below which path the site lies.
  client: { build: { modulePreload: false } },
  // What only Astro needs of other packages is bundled too, so that the rendering needs none but the program's own.
  prerender: {
    resolve: {
      noExternal: ['@oslojs/encoding', 'clsx', 'cookie', 'devalue', 'html-escaper', 'piccolore'],
    },
  },
};

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
      {
        name: 'whole',
        configEnvironment: (name) => own(environments, name),
      },
    ],
    // Browsers before 99 know no layers and would show a page without any of its style; before 104 no ranges of widths.
    css: { postcss: { plugins: [cascadeLayers()] } },
    build: { assetsInlineLimit: 0, cssTarget: ['chrome92', 'safari16.4'] },
  },
});

/** Eleventy draws the same pages as ours: what stands within each is ready, head, menu and foot are put around it. */
import { readFileSync } from 'node:fs';

export default function (config) {
  const { frame, pages } = JSON.parse(readFileSync('pages.json', 'utf8'));
  const [before, between, after] = frame;
  config.addTemplate(
    'pages.11ty.js',
    ({ drawn: { title, middle } }) => [before, title, between, middle, after].join(''),
    {
      pagination: { data: 'given', size: 1, alias: 'drawn' },
      given: pages,
      permalink: ({ drawn }) => `/${drawn.url}`,
    },
  );
  return { dir: { input: '.', output: 'out' } };
}

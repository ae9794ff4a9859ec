/** Eleventy draws the same pages as ours: what stands within each is ready, head, menu and foot are put around it. */
import { readdirSync, readFileSync } from 'node:fs';

export default function (config) {
  const [before, between, after] = JSON.parse(readFileSync('frame.json', 'utf8'));
  const pages = readdirSync('given').flatMap((file) =>
    JSON.parse(readFileSync(`given/${file}`, 'utf8')),
  );
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

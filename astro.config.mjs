/** For Astro's own commands in a checkout; the program hands Astro the same. */
export { siteConfig as default } from './scripts/site/rendering/config.ts';

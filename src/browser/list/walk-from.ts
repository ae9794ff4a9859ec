/** Remembers the list from which an issue is opened (`walk.ts`). */
import { rememberWalk } from './walk.ts';

const ISSUES = 'table.issues tbody .what > a, .task h3 > a';

document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(ISSUES) : null;
  if (link === null) return;
  const shown = [...document.querySelectorAll<HTMLAnchorElement>(ISSUES)].filter(
    (one) => one.getClientRects().length > 0,
  );
  // An issue may stand in two parts of a page.
  const issues = new Map(shown.map(({ href, textContent }) => [href, textContent.trim()]));
  const chips = [...document.querySelectorAll('.chip')].flatMap(({ firstChild, children }) =>
    children.length > 1 ? (firstChild?.textContent ?? []) : [],
  );
  const next = document.querySelector<HTMLElement>('.pager:not([hidden]) [aria-current]');
  rememberWalk({
    name: `${headingOf()}${chips.length === 0 ? '' : `（${chips.join('，')}）`}`,
    list: location.href.replace(/#.*$/u, ''),
    issues: [...issues],
    more: next?.closest('li')?.nextElementSibling?.querySelector('a')?.href,
    to: link.href,
  });
});

/** The heading without what stands softly beside it. */
function headingOf(): string {
  const heading = document.querySelector('h1')?.cloneNode(true);
  if (!(heading instanceof Element)) return document.title;
  for (const soft of heading.querySelectorAll('.soft')) soft.remove();
  return heading.textContent.replaceAll(/\s+/gu, '');
}

/** On an issue's page: the next one of the list from which somebody came, in place of that of the campaign. */
import { rememberedWalk, rememberWalk, type ListWalk } from './walk.ts';

const here = location.href.replace(/[?#].*$/u, '');
const walk = rememberedWalk();
/** The list on whose walk this page was seen before: whoever comes back from another list's walk is not on that. */
const seenOn = (history.state as { walk?: unknown } | null)?.walk;
const isOn = seenOn === undefined ? walk?.to === here : seenOn === walk?.list;
const at = walk?.issues.findIndex(([address]) => address === here) ?? -1;
if (walk !== undefined && isOn && at >= 0) start(walk, at);

function start(of: ListWalk, place: number): void {
  // Whoever comes back to this page is on the walk still.
  history.replaceState({ walk: of.list }, '');
  const main = document.querySelector('main');
  const below = document.querySelector('.neighbours');
  main?.prepend(ways(of, place, '按清单逐个看'));
  below?.replaceWith(ways(of, place, '前后问题'));
  for (const other of document.querySelectorAll<HTMLElement>('[data-queue-place]'))
    other.hidden = true;
}

function ways(of: ListWalk, place: number, label: string): HTMLElement {
  const { issues, name, list, more } = of;
  const nav = document.createElement('nav');
  nav.className = 'walk screen-only';
  nav.setAttribute('aria-label', label);
  const whole = linked(list, name);
  const words = document.createElement('span');
  words.append(whole, ` 第${String(place + 1)}个，共${String(issues.length)}个`);
  nav.append(
    ...way(issues[place - 1], '上一个', 'prev', of),
    words,
    ...way(issues[place + 1], '下一个', 'next', of),
  );
  if (place === issues.length - 1 && more !== undefined) nav.append(linked(more, '清单的下一页'));
  return nav;
}

function way(
  issue: readonly [string, string] | undefined,
  word: string,
  rel: string,
  of: ListWalk,
): HTMLElement[] {
  if (issue === undefined) return [];
  const [address, name] = issue;
  const link = linked(address, word);
  link.rel = rel;
  link.title = name;
  link.addEventListener('click', () => {
    rememberWalk({ ...of, to: address });
  });
  return [link];
}

function linked(address: string, words: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = words;
  return link;
}

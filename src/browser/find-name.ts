/** 找名称: leaves of a page's lists of units or accounts the rows whose names hold what is typed. */

/** Whether a row is meant: a part of its name is typed, or the whole of a name that the row shows without the area. */
export function isCalled(name: string, wanted: string): boolean {
  return name.includes(wanted) || (name !== '' && wanted.endsWith(name));
}

function start(box: HTMLInputElement): void {
  const said = document.querySelector<HTMLElement>('[data-find-said]');
  const word = box.dataset['word'] ?? '';
  const narrow = (): void => {
    const wanted = box.value.trim();
    let count = 0;
    for (const section of document.querySelectorAll<HTMLElement>('[data-names]')) {
      let found = 0;
      for (const item of section.querySelectorAll<HTMLElement>('[data-name], tbody > tr')) {
        const name = item.dataset['name'] ?? item.querySelector('th a')?.textContent ?? '';
        item.hidden = !isCalled(name.trim(), wanted);
        if (!item.hidden) found += 1;
      }
      section.hidden = found === 0;
      count += found;
    }
    if (said === null) return;
    said.textContent =
      wanted === ''
        ? ''
        : count === 0
          ? `名称里没有“${wanted}”，可在全站搜索`
          : `找到${String(count)}${word}`;
  };
  box.addEventListener('input', narrow);
  // What the browser put back when somebody came back to the page.
  if (box.value !== '') narrow();
}

if (typeof document !== 'undefined')
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-find-name]')) start(box);

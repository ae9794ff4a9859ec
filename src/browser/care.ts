/** 关怀版: switches larger type and stronger contrast, and remembers the choice in this browser. */
import { offerReading, stopReading } from './read-aloud.ts';

const KEY = 'care';

function remember(on: boolean): void {
  try {
    if (on) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage may be closed off; the choice then holds for this page only.
  }
}

if (document.documentElement.classList.contains('care')) offerReading();

for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-care]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const on = link.dataset['care'] === 'on';
    document.documentElement.classList.toggle('care', on);
    if (location.hash === '#care')
      history.replaceState(null, '', location.pathname + location.search);
    remember(on);
    if (on) offerReading();
    else stopReading();
    document.querySelector<HTMLAnchorElement>(`[data-care="${on ? 'off' : 'on'}"]`)?.focus();
  });
}

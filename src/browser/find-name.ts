/** 找本单位: leaves of the list of units those whose names hold what is typed. */

const box = document.querySelector<HTMLInputElement>('#report-find');

function narrow(): void {
  const wanted = box?.value.trim() ?? '';
  for (const section of document.querySelectorAll<HTMLElement>('[data-units]')) {
    let found = 0;
    for (const item of section.querySelectorAll<HTMLElement>('[data-name]')) {
      item.hidden = !(item.dataset['name'] ?? '').includes(wanted);
      if (!item.hidden) found += 1;
    }
    section.hidden = found === 0;
  }
}

box?.addEventListener('input', narrow);

/** 页面元件: the little that every part of the form does with the page. */

/** The element that must be there: the page and its script are made together. Throws TypeError where it is not. */
export function partIn<E extends HTMLElement = HTMLElement>(
  within: ParentNode,
  selector: string,
  kind?: new () => E,
): E {
  const found = within.querySelector<E>(selector);
  if (found === null || (kind && !(found instanceof kind)))
    throw new TypeError(`the page has no ${selector}`);
  return found;
}

export function partsIn<E extends HTMLElement = HTMLElement>(
  within: ParentNode,
  selector: string,
): E[] {
  return [...within.querySelectorAll<E>(selector)];
}

/** A copy of what a template of the page holds. */
export function copyOf(name: string): HTMLElement {
  const template = partIn<HTMLTemplateElement>(document, `template[data-template="${name}"]`);
  const copy = document.importNode(template.content, true).firstElementChild;
  if (!(copy instanceof HTMLElement)) throw new TypeError(`the template ${name} is empty`);
  return copy;
}

/** An element with a text. */
export function textElement(tag: string, text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== '') element.className = className;
  return element;
}

let count = 0;

/** A label and what it is of must know each other, also in copies. */
export function nameControls(within: ParentNode): void {
  for (const holder of partsIn(within, '[data-field]')) {
    count += 1;
    const id = `f${String(count)}`;
    const control = holder.querySelector('input, textarea, select');
    const fault = holder.querySelector('[data-fault]');
    const hint = holder.querySelector('[data-hint]');
    if (fault !== null) fault.id = `${id}-fault`;
    if (hint !== null) hint.id = `${id}-hint`;
    if (control === null) continue;
    control.id = id;
    holder.querySelector('label')?.setAttribute('for', id);
    const about = [hint?.id, fault?.id].filter((one) => one !== undefined).join(' ');
    if (about !== '') control.setAttribute('aria-describedby', about);
  }
}

/** Says something at its place, or takes it away. */
export function sayAt(place: HTMLElement, sentences: readonly string[]): void {
  place.replaceChildren(...sentences.map((sentence) => textElement('span', sentence)));
  place.hidden = sentences.length === 0;
}

/** Puts the reader into the field at which something is wrong, with its label in view. */
export function goToField(place: HTMLElement): void {
  const holder = place.closest<HTMLElement>('[data-piece], [data-field]') ?? place;
  const control = holder.querySelector<HTMLElement>('input, textarea, select');
  if (control === null) {
    goTo(holder);
    return;
  }
  control.focus({ preventScroll: true });
  holder.scrollIntoView({ block: 'start' });
}

/** Puts the reader before something that has just appeared. */
export function goTo(element: HTMLElement): void {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'start' });
}

/** What is filled in of the controls with `data-given`, under their names; what is left empty is not there. */
export function givenIn(root: ParentNode): Record<string, string> {
  const controls = partsIn<HTMLInputElement | HTMLSelectElement>(root, '[data-given]');
  return Object.fromEntries(
    controls.flatMap((control) => {
      const value = control.value.trim();
      return value === '' ? [] : [[control.dataset['given'] ?? '', value] as const];
    }),
  );
}

/**
 * 复制链接: the address of the page with what is chosen. Where the browser keeps its clipboard from a page (plain HTTP), the
 * address stands in a field, selected, to be copied by hand.
 */

/**
 * Copies the address and says so, or shows it beside `button` and says what to do. `isChosen`: the address carries a
 * choice.
 */
export async function copyAddress(button: HTMLElement, isChosen: boolean): Promise<string> {
  const { href } = location;
  try {
    await navigator.clipboard.writeText(href);
    return isChosen ? '链接已复制，带着所选的条件' : '链接已复制';
  } catch {
    const field = fieldBeside(button);
    field.value = href;
    field.focus();
    field.select();
    return '链接已选中，按 Ctrl+C 复制（手机上长按）';
  }
}

function fieldBeside(button: HTMLElement): HTMLInputElement {
  const known = button.parentElement?.lastElementChild;
  if (known instanceof HTMLInputElement) return known;
  const field = document.createElement('input');
  field.readOnly = true;
  field.className = 'field';
  field.setAttribute('aria-label', '这一页的链接');
  button.parentElement?.append(field);
  return field;
}

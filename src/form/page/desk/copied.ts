/** 复制: words of a page into the clipboard; where the browser does not let it, they are selected, to be copied by hand. */

/** Copies what stands at `words`, and says on the button what to do next. */
export async function copyWords(words: HTMLElement, button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(words.textContent);
    button.textContent = '已复制';
  } catch {
    getSelection()?.selectAllChildren(words);
    button.textContent = '已选中，按 Ctrl+C';
  }
}

/** 已选的条件: what is chosen of a list, a button each that takes it back. */
import type { FilterField } from './rows.ts';

/** What a choice is called: 城管局, “备案”, 按单位排序. */
export function chosenName(choice: FilterField): string {
  if (choice.name === 'find') return `“${choice.value.trim()}”`;
  if (!('options' in choice)) return choice.value;
  return choice.selectedOptions[0]?.text.replace(/（\d+）$/u, '') ?? choice.value;
}

/** The buttons of what is chosen, and of several one for all. `drop` takes back what it is given. */
export function renderChips(
  box: HTMLElement,
  chosen: readonly FilterField[],
  drop: (choices: readonly FilterField[]) => void,
): void {
  const chip = (text: string, choices: readonly FilterField[]): HTMLButtonElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'chip';
    button.append(text, hiddenMark('×'), unseen('，取消这个条件'));
    button.addEventListener('click', () => {
      drop(choices);
    });
    return button;
  };
  const buttons = chosen.map((choice) => chip(chosenName(choice), [choice]));
  if (chosen.length > 1) {
    const all = chip('全部取消', chosen);
    all.lastChild?.remove();
    buttons.push(all);
  }
  box.replaceChildren(...buttons);
  box.hidden = buttons.length === 0;
}

function hiddenMark(text: string): HTMLElement {
  const mark = document.createElement('span');
  mark.setAttribute('aria-hidden', 'true');
  mark.textContent = ` ${text}`;
  return mark;
}

function unseen(text: string): HTMLElement {
  const words = document.createElement('span');
  words.className = 'sr-only';
  words.textContent = text;
  return words;
}

/** 要确认的一处: a question of a list with what may be answered, each guess a press away and none of them chosen. */
import { copyOf, textElement, partIn, partsIn } from '../device/dom.ts';

export interface ListQuestion {
  readonly ask: string;
  readonly name: string;
  readonly text: string;
  readonly message: string;
  readonly places: string;
  readonly candidates: readonly { readonly answer: string; readonly label: string }[];
  readonly each: readonly ListQuestion[];
}

export interface ListAnswer {
  readonly ask: string;
  readonly text: string;
  readonly answer: readonly string[];
}

/** Guesses that are buttons; what is more is chosen from a list. */
const CHIPS = 6;
/** What an answer means, where that is said in Chinese; else what is written. */
const shown = (answer: string, label: string): string =>
  /\p{Script=Han}/u.test(label) ? label : answer;

export const answerKey = ({ ask, text }: { ask: string; text: string }): string =>
  `${ask}\u0000${text}`;

/** A question with its field; `answers` are what was answered before, and what is answered goes there. */
export function questionCard(
  question: ListQuestion,
  answers: Map<string, ListAnswer>,
  changed: () => void,
): HTMLElement {
  const { ask, name, text, message, places, candidates, each } = question;
  const card = copyOf('question');
  partIn(card, '[data-name]').textContent = text === '' ? name : `${name}“${text}”`;
  partIn(card, '[data-message]').textContent = message;
  const where = partIn(card, '[data-places]');
  where.textContent = places;
  where.hidden = places === '';
  const field = partIn<HTMLTextAreaElement>(card, '[data-answer]');
  field.setAttribute('aria-label', `${name} ${text} 的答复`);
  const key = answerKey(question);
  field.value = answers.get(key)?.answer.join('\n') ?? '';
  const chips = partIn(card, '[data-chips]');
  const press = (): void => {
    for (const chip of partsIn(chips, '[data-may]'))
      chip.setAttribute('aria-pressed', String(chip.dataset['may'] === field.value));
  };
  field.addEventListener('input', () => {
    const answer = field.value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (answer.length === 0) answers.delete(key);
    else answers.set(key, { ask, text, answer });
    press();
    changed();
  });
  const fill = (answer: string): void => {
    field.value = answer;
    field.dispatchEvent(new Event('input'));
  };
  for (const { answer, label } of candidates.slice(0, CHIPS)) {
    const chip = textElement('button', shown(answer, label), 'queue-chip') as HTMLButtonElement;
    chip.type = 'button';
    chip.dataset['may'] = answer;
    chip.addEventListener('click', () => {
      fill(answer);
    });
    chips.append(chip);
  }
  if (candidates.length > CHIPS) chips.append(restOf(candidates.slice(CHIPS), fill));
  press();
  if (each.length > 0) {
    const rest = partIn(card, '[data-each]');
    rest.hidden = false;
    partIn(rest, 'div').append(...each.map((one) => questionCard(one, answers, changed)));
  }
  return card;
}

function restOf(
  candidates: ListQuestion['candidates'],
  fill: (answer: string) => void,
): HTMLSelectElement {
  const select = document.createElement('select');
  select.className = 'field';
  select.setAttribute('aria-label', '其他可以答的');
  for (const [words, value] of [
    ['其他……', ''],
    ...candidates.map(({ answer, label }) => [shown(answer, label), answer]),
  ]) {
    const option = document.createElement('option');
    option.value = value ?? '';
    option.textContent = words ?? '';
    select.append(option);
  }
  select.addEventListener('change', () => {
    if (select.value !== '') fill(select.value);
  });
  return select;
}

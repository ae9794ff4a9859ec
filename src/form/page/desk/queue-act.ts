/** 怎样办: what a reviewer chooses for one issue of a report, and what the choice asks for. */
import type { Act } from '../../act.ts';
import type { FormField } from '../../field.ts';
import type { WaitingIssue } from '../../page-data/waiting-issue.ts';
import { own } from '../../../text/own.ts';
import { textElement, partsIn } from '../device/dom.ts';
import type { ActSent } from './queue-reply.ts';

/** What reviewers most often send something back for. */
const REASONS = [
  '截图看不清，重拍',
  '佐证不是整改以后的',
  '佐证与问题对不上',
  '没有改到位，按整改要求继续改',
  '缺上报材料，按清单补齐',
] as const;

/** Received, and nothing decided. */
const ONLY = { action: '', title: '只收件' } as const;

/** What is filled in moves a day and leaves the state. */
const MOVED: Readonly<Record<string, string>> = {
  extended: '，截止日改到所填的日子',
  deferred: '，暂缓到所填的日子',
};

/** What may be decided on one issue of a report, with what the decision asks for. */
export class IssueAct {
  readonly element: HTMLElement;
  readonly #issue: WaitingIssue;
  readonly #fields: HTMLElement;
  #isOwn = false;

  constructor(issue: WaitingIssue, name: string) {
    this.#issue = issue;
    this.element = textElement('fieldset', '', 'queue-acts');
    this.element.append(textElement('legend', `${issue.name} 怎样办`));
    const row = textElement('div', '', 'queue-chips');
    for (const { action, title } of [...issue.acts, ONLY]) {
      const label = textElement('label', '', 'queue-chip');
      const radio = document.createElement('input');
      radio.type = 'radio';
      radio.name = `act-${name}`;
      radio.value = action;
      // Whoever chose with a hand on the mouse goes on typing; whoever walks by arrow keys stays where they are.
      let isByHand = false;
      label.addEventListener('pointerup', () => {
        isByHand = true;
      });
      radio.addEventListener('change', () => {
        this.#isOwn = true;
        this.#render();
        if (isByHand) this.#toFill?.focus();
        isByHand = false;
      });
      label.append(radio, textElement('span', title));
      row.append(label);
    }
    this.#fields = textElement('div', '', 'report-fields');
    this.element.append(row, ...this.#reasons(), this.#fields);
  }

  /** Takes over what was chosen for another issue, where nothing was chosen here. */
  follow(other: IssueAct): void {
    const action = other.#action;
    if (this.#isOwn || action === undefined) return;
    const same = partsIn<HTMLInputElement>(this.element, 'input[type=radio]').find(
      ({ value }) => value === action,
    );
    if (same === undefined) return;
    if (!same.checked) {
      same.checked = true;
      this.#render();
    }
    for (const control of partsIn<HTMLInputElement>(this.#fields, '[data-value]')) {
      // Each problem was asked for on its own day, until its own.
      if (own(this.#issue.asked, control.dataset['value'] ?? '') !== undefined) continue;
      const given = other.#fields.querySelector<HTMLInputElement>(
        `[data-value="${control.dataset['value'] ?? ''}"]`,
      );
      if (given !== null) control.value = given.value;
    }
  }

  /** What is decided, undefined where it is only received, or what is still to be chosen or filled in. */
  chosen(given?: string): ActSent | string | undefined {
    const action = given ?? this.#action;
    if (action === undefined) return `${this.#issue.name}：先选怎样办。`;
    if (action === '') return undefined;
    const fields: Record<string, string> = {};
    if (given === undefined)
      for (const control of partsIn<HTMLInputElement>(this.#fields, '[data-value]')) {
        const value = control.value.trim();
        if (value === '' && control.required)
          return `${this.#issue.name}：还没有填${control.dataset['label'] ?? ''}。`;
        if (value !== '') fields[control.dataset['value'] ?? ''] = value;
      }
    return { issue: this.#issue.issue, action, fields };
  }

  /** What becomes of the issue by what is chosen; undefined where nothing is. */
  get outcome(): { readonly name: string; readonly words: string } | undefined {
    const { name, outcomes } = this.#issue;
    const action = this.#action;
    const words = action === undefined ? undefined : own(outcomes, action);
    if (action === undefined || words === undefined) return undefined;
    return { name, words: `${words}${own(MOVED, action) ?? ''}` };
  }

  /** True where what is chosen is approved by somebody else. */
  get isDrafted(): boolean {
    return this.#issue.approved.includes(this.#action ?? '');
  }

  get #action(): string | undefined {
    return this.element.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value;
  }

  get #toFill(): HTMLInputElement | undefined {
    return partsIn<HTMLInputElement>(this.#fields, '[data-value]').find(
      ({ required, value }) => required && value === '',
    );
  }

  /** 退回的理由: one press chooses to send it back and says why. */
  #reasons(): HTMLElement[] {
    if (!this.#issue.acts.some(({ action }) => action === 'returned')) return [];
    const row = textElement('div', '', 'queue-chips queue-reasons');
    row.append(textElement('span', '退回，理由是：', 'soft'));
    for (const reason of REASONS) {
      const chip = document.createElement('button');
      chip.type = 'button';
      chip.className = 'queue-chip';
      chip.textContent = reason;
      chip.setAttribute('aria-label', `退回，理由是：${reason}`);
      chip.addEventListener('click', () => {
        this.#sendBack(reason);
      });
      row.append(chip);
    }
    return [row];
  }

  #sendBack(reason: string): void {
    const radio = this.element.querySelector<HTMLInputElement>('input[value=returned]');
    if (radio !== null && !radio.checked) {
      radio.checked = true;
      this.#isOwn = true;
      this.#render();
    }
    const said = partsIn<HTMLInputElement>(this.#fields, '[data-value]').find(
      ({ required }) => required,
    );
    if (said === undefined) return;
    const before = said.value.split('；').filter((one) => one !== '');
    said.value = [...before.filter((one) => one !== reason), reason].join('；');
    said.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #render(): void {
    const act = this.#issue.acts.find(({ action }) => action === this.#action);
    this.#fields.replaceChildren(...(act === undefined ? [] : fieldsOf(act, this.#issue)));
  }
}

/** What an act must be told, and the note; the rest is done on the page of the unit. */
function fieldsOf({ fields }: Act, { asked }: WaitingIssue): HTMLElement[] {
  return fields
    .filter(
      ({ required, kind, preset, path }) =>
        kind !== 'evidence' &&
        preset === undefined &&
        (required || path === 'note' || path === 'reviewOn' || path === 'document'),
    )
    .map((field) => controlOf(field, own(asked, field.path)));
}

function controlOf(
  { path, label, kind, options, required }: FormField,
  value: string | undefined,
): HTMLElement {
  const holder = textElement('div', '', 'report-field');
  const control =
    options !== undefined
      ? document.createElement('select')
      : document.createElement(kind === 'text' ? 'textarea' : 'input');
  if (control instanceof HTMLInputElement && kind === 'day') {
    control.type = 'date';
    // With four digits the browser goes on from the year to the month by itself.
    control.max = '9999-12-31';
  }
  if (control instanceof HTMLSelectElement)
    control.append(
      ...[{ label: '请选', value: '' }, ...(options ?? [])].map((one) => {
        const option = document.createElement('option');
        option.value = one.value;
        option.textContent = one.label;
        return option;
      }),
    );
  control.className = 'field';
  if (value !== undefined) control.value = value;
  control.required = required;
  control.dataset['value'] = path;
  control.dataset['label'] = label;
  const name = textElement('label', '');
  name.append(textElement('span', required ? label : `${label}（可以不填）`), control);
  holder.append(name);
  return holder;
}

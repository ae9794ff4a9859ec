/** 怎样办: what a reviewer chooses for one issue of a report, and what the choice asks for. */
import type { Act } from '../../act.ts';
import type { FormField } from '../../field.ts';
import type { WaitingIssue } from '../../page-data/waiting-report.ts';
import { made, partsIn } from '../device/dom.ts';

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

/** What may be decided on one issue of a report, with what the decision asks for. */
export class IssueAct {
  readonly element: HTMLElement;
  readonly #issue: WaitingIssue;
  readonly #fields: HTMLElement;
  #isOwn = false;

  constructor(issue: WaitingIssue, name: string) {
    this.#issue = issue;
    this.element = made('fieldset', '', 'queue-acts');
    this.element.append(made('legend', `${issue.name} 怎样办`));
    const row = made('div', '', 'queue-chips');
    for (const { action, title } of [...issue.acts, ONLY]) {
      const label = made('label', '', 'queue-chip');
      const radio = document.createElement('input');
      radio.type = 'radio';
      radio.name = `act-${name}`;
      radio.value = action;
      radio.addEventListener('change', () => {
        this.#isOwn = true;
        this.#draw();
      });
      label.append(radio, made('span', title));
      row.append(label);
    }
    this.#fields = made('div', '', 'report-fields');
    this.element.append(row, this.#fields);
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
      this.#draw();
    }
    for (const control of partsIn<HTMLInputElement>(this.#fields, '[data-value]')) {
      const given = other.#fields.querySelector<HTMLInputElement>(
        `[data-value="${control.dataset['value'] ?? ''}"]`,
      );
      if (given !== null) control.value = given.value;
    }
  }

  /** What is decided, undefined where it is only received, or what is still to be chosen or filled in. */
  chosen(given?: string): object | string | undefined {
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

  /** True where what is chosen is approved by somebody else. */
  get isDrafted(): boolean {
    return this.#issue.approved.includes(this.#action ?? '');
  }

  get #action(): string | undefined {
    return this.element.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value;
  }

  #draw(): void {
    const act = this.#issue.acts.find(({ action }) => action === this.#action);
    this.#fields.replaceChildren(...(act === undefined ? [] : fieldsOf(act)));
  }
}

/** What an act must be told, and the note; the rest is done on the page of the unit. */
function fieldsOf({ action, fields }: Act): HTMLElement[] {
  return fields
    .filter(
      ({ required, kind, preset, path }) =>
        kind !== 'evidence' &&
        preset === undefined &&
        (required || path === 'note' || path === 'reviewOn' || path === 'document'),
    )
    .map((field) => controlOf(field, action === 'returned' && field.required));
}

function controlOf(
  { path, label, kind, options, required }: FormField,
  hasReasons: boolean,
): HTMLElement {
  const holder = made('div', '', 'report-field');
  const control =
    options !== undefined
      ? document.createElement('select')
      : document.createElement(kind === 'text' ? 'textarea' : 'input');
  if (control instanceof HTMLInputElement && kind === 'day') control.type = 'date';
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
  control.required = required;
  control.dataset['value'] = path;
  control.dataset['label'] = label;
  const name = made('label', '');
  name.append(made('span', required ? label : `${label}（可以不填）`), control);
  holder.append(name);
  if (!hasReasons) return holder;
  const row = made('div', '', 'queue-chips');
  for (const reason of REASONS) {
    const chip = document.createElement('button');
    chip.type = 'button';
    chip.className = 'queue-chip';
    chip.textContent = reason;
    chip.addEventListener('click', () => {
      control.value = control.value === '' ? reason : `${control.value}；${reason}`;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    });
    row.append(chip);
  }
  holder.append(row);
  return holder;
}

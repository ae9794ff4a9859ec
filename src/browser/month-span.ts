/** 自选月份: what some months in a row of a unit's table come to. Numbers whose name says 期初 or 期末 are of the beginning and the end. */

export interface MonthRow {
  readonly name: string;
  readonly values: readonly number[];
}

/**
 * 2026年3月至2026年5月：期初未完成2个，新列3个，…，期末未完成4个。 `months` oldest first, `names` of their numbers; empty where
 * the months are turned round.
 */
export function spanInWords(
  months: readonly MonthRow[],
  names: readonly string[],
  from: number,
  to: number,
): string {
  const span = months.slice(from, to + 1);
  const [first] = span;
  const last = span.at(-1);
  if (first === undefined || last === undefined) return '';
  const parts = names.map((name, at) => {
    const sum = span.reduce((all, { values }) => all + (values[at] ?? 0), 0);
    const value = name.includes('期初')
      ? first.values[at]
      : name.includes('期末')
        ? last.values[at]
        : sum;
    return `${name}${String(value ?? 0)}个`;
  });
  const when = first === last ? first.name : `${first.name}至${last.name}`;
  return `${when}：${parts.join('，')}。`;
}

/** A row of the table as its cells say it. */
function monthOf(row: HTMLTableRowElement): MonthRow {
  const [name, ...values] = [...row.cells].map(({ textContent }) => textContent.trim());
  return { name: name ?? '', values: values.map(Number) };
}

function start(form: HTMLElement): void {
  const table = document.querySelector<HTMLTableElement>('[aria-labelledby="months"] table');
  const [from, to] = form.querySelectorAll('select');
  const said = form.querySelector<HTMLElement>('[data-span-said]');
  if (table === null || from === undefined || to === undefined || said === null) return;
  const names = [...(table.tHead?.rows[0]?.cells ?? [])]
    .slice(1)
    .map(({ textContent }) => textContent.trim());
  const months = [...(table.tBodies[0]?.rows ?? [])].map(monthOf).reverse();
  to.value = String(months.length - 1);
  const say = (): void => {
    said.textContent =
      spanInWords(months, names, Number(from.value), Number(to.value)) ||
      '止月早于起月，请重新选择。';
  };
  from.addEventListener('change', say);
  to.addEventListener('change', say);
  say();
}

if (typeof document !== 'undefined')
  for (const form of document.querySelectorAll<HTMLElement>('[data-month-span]')) start(form);

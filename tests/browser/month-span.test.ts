/** 自选月份：从哪月到哪月，各数怎样合起来；页面上选了就说。(示例区，虚构) */
import { expect, test } from 'vitest';
import { spanInWords } from '../../src/browser/month-span.ts';
import { addBundled } from './bundled.ts';
import { ownPage } from './own-page.ts';

const names = ['期初未完成', '新列', '销号', '期末未完成'];
const months = [
  { name: '2026年3月', values: [2, 3, 1, 4] },
  { name: '2026年4月', values: [4, 0, 2, 2] },
  { name: '2026年5月', values: [2, 1, 0, 3] },
];

test('自选月份：期初取第一个月，期末取最后一个月，其余相加；只有一个月的只写一个', () => {
  expect(spanInWords(months, names, 0, 2)).toBe(
    '2026年3月至2026年5月：期初未完成2个，新列4个，销号3个，期末未完成3个。',
  );
  expect(spanInWords(months, names, 1, 1)).toBe(
    '2026年4月：期初未完成4个，新列0个，销号2个，期末未完成2个。',
  );
  expect(spanInWords(months, names, 2, 0)).toBe('');
});

test('名称里写期末的都取最后一个月：期末逾期不相加', () => {
  const late = months.map(({ name, values }, at) => ({ name, values: [...values, at + 1] }));
  expect(spanInWords(late, [...names, '其中期末逾期'], 0, 1)).toBe(
    '2026年3月至2026年4月：期初未完成2个，新列3个，销号3个，期末未完成2个，其中期末逾期2个。',
  );
});

const own = ownPage();
const cells = (tag: string, all: readonly unknown[]) =>
  all.map((one) => `<${tag}> ${String(one)} </${tag}>`).join('');
const choices = months
  .map(({ name }, at) => `<option value="${String(at)}">${name}</option>`)
  .join('');
/** The newest month stands first, as on a unit's page. */
const table = `<section aria-labelledby="months"><table><thead><tr>${cells('th', ['月份', ...names])}</tr></thead><tbody>${months
  .toReversed()
  .map(({ name, values }) => `<tr>${cells('td', [name, ...values])}</tr>`)
  .join('')}</tbody></table></section>`;
const form = (said = '<p data-span-said></p>') =>
  `<div data-month-span><select>${choices}</select><select>${choices}</select>${said}</div>`;
async function open(html: string): Promise<void> {
  await own().setContent(html);
  await addBundled(own(), `import 'SRC/browser/month-span.ts';`);
}
const said = () => own().locator('[data-span-said]').textContent();

test('打开就说全部月份；选了起月、止月就改；止月早于起月的，请重新选', async () => {
  await open(table + form());
  expect(await said()).toBe(spanInWords(months, names, 0, 2));
  const [from, to] = [own().locator('select').first(), own().locator('select').last()];
  await from.selectOption('1');
  expect(await said()).toBe(spanInWords(months, names, 1, 2));
  await to.selectOption('0');
  expect(await said()).toBe('止月早于起月，请重新选择。');
});

test('页上没有表、没有地方说的，不出错', async () => {
  const errors: Error[] = [];
  own().on('pageerror', (error) => errors.push(error));
  await open(form());
  expect(await said()).toBe('');
  await open(table + form(''));
  expect(errors).toEqual([]);
});

/** 一个账号的检查：各栏写进那一行，键盘走得完。In a real browser. */
import { beforeEach, expect, test } from 'vitest';
import { addBundled } from '../../../bundled.ts';
import { ownPage } from '../../../own-page.ts';

const PAGE = `<section data-room>
  <h2 data-name></h2><p data-about></p><a data-address>打开</a>
  <input data-last><div data-numbers></div><ul data-indicators></ul><input data-note>
  <p data-row-fault></p><p data-verdict></p>
  <button data-previous>上一个</button><button data-next>下一个</button>
</section>
<template data-template="number"><label><span data-label></span><input></label></template>
<template data-template="indicator"><li><span data-label></span>
  <fieldset>${['passed', 'failed', 'na'].map((value) => `<input type="radio" value="${value}">`).join('')}</fieldset>
  <p data-finding><input></p></li></template>`;
const kinds = {
  'new-media': [
    { id: 'M1', name: '更新' },
    { id: 'M2', name: '互动' },
  ],
  website: [],
};

const own = ownPage();
beforeEach(async () => {
  await own().setContent(PAGE);
  await addBundled(
    own(),
    `import { InspectedRow } from 'SRC/form/page/inspection/inspected-row.ts';
     globalThis.steps = [];
     globalThis.changes = 0;
     globalThis.filled = { lastPostOn: '2026-03-01', numbers: {}, results: {}, note: '' };
     globalThis.one = new InspectedRow(document.querySelector('[data-room]'), ${JSON.stringify(kinds)}, {
       step: (by) => steps.push(by), changed: () => { changes += 1; }, names: () => [],
     });
     globalThis.account = { kind: 'new-media', name: '甲发布', about: '微信公众号', lookBack: true };
     one.show({ account, row: filled });`,
  );
});
const run = (script: string): Promise<unknown> => own().evaluate(script);

test('账号的名称、来历、已经填的；没有网址的不给链接', async () => {
  expect(await own().locator('[data-name]').textContent()).toBe('甲发布');
  expect(await own().locator('[data-about]').textContent()).toContain('回头看：上次不合格');
  expect(await own().locator('[data-last]').inputValue()).toBe('2026-03-01');
  expect(await own().locator('[data-address]').isHidden()).toBe(true);
  expect(await own().locator('[data-indicators] [data-label]').allTextContents()).toEqual([
    'M1 更新',
    'M2 互动',
  ]);
});

test('写的进那一行，每次都说变了', async () => {
  await own().locator('[data-note]').fill('打不开');
  await own().locator('[data-numbers] input').first().fill('90');
  await own().locator('[data-indicators] [value=failed]').first().check();
  await own().locator('[data-finding] input').first().fill('三月断更');
  expect(await run('filled.note')).toBe('打不开');
  expect(await run('Object.values(filled.numbers)')).toEqual(['90']);
  expect(await run('filled.results.M1')).toEqual({ result: 'failed', finding: '三月断更' });
  expect(await run('changes')).toBe(4);
});

test('不合格才问看到什么', async () => {
  const seen = own().locator('[data-finding]').first();
  expect(await seen.isHidden()).toBe(true);
  await own().locator('[data-indicators] [value=failed]').first().check();
  expect(await seen.isVisible()).toBe(true);
  await own().locator('[data-indicators] [value=passed]').first().check();
  expect(await seen.isHidden()).toBe(true);
});

test('键盘：没有选中什么时数字给第一项；合格到下一项，不合格到写的格，回车到下一个账号', async () => {
  await own().keyboard.press('1');
  expect(await run('filled.results.M1.result')).toBe('passed');
  await own().keyboard.press('2');
  expect(await run('filled.results.M2.result')).toBe('failed');
  await own().keyboard.type('没有互动');
  expect(await run('filled.results.M2.finding')).toBe('没有互动');
  await own().keyboard.press('Enter');
  await own().keyboard.press('Shift+Enter');
  expect(await run('steps')).toEqual([1, -1]);
});

test('上一个、下一个；说的错和结论', async () => {
  await own().locator('[data-next]').click();
  await own().locator('[data-previous]').click();
  expect(await run('steps')).toEqual([1, -1]);
  await run('one.fault(["天数不对"]); one.verdict("合格")');
  expect(await own().locator('[data-row-fault]').textContent()).toBe('天数不对');
  expect(await own().locator('[data-verdict]').textContent()).toBe('合格');
  await run('one.show({ account: { ...account, address: "https://a.example.cn/" }, row: filled })');
  expect(await own().locator('[data-row-fault]').textContent()).toBe('');
  expect(await own().locator('[data-address]').getAttribute('href')).toBe('https://a.example.cn/');
});

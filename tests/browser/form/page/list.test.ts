/** 来文页：先看再写，问的一处一处答，改了就要重看。In a real browser against a server of its own. */
import { expect, test } from 'vitest';
import { addBundled } from '../../bundled.ts';
import { ownPage } from '../../own-page.ts';
import { ownServer } from '../../own-server.ts';

const PAGE = `<p data-without-script>要开脚本</p><main data-list data-waiting data-door="/api/list">
  <div data-drop><input type="file" multiple></div><ul data-files></ul>
  <textarea data-paste></textarea><input data-given="campaign">
  <button data-look>看一看</button><button data-again>重看</button><button data-take hidden>写入</button><button data-clear>清空</button>
  <p data-fault hidden></p><p data-busy></p>
  <section data-preview hidden><ul data-words></ul>
    <div data-asked hidden><p data-asked-words></p><div data-questions></div></div>
    <details data-rows><ol></ol></details><p data-open></p></section>
  <section data-done hidden><p data-done-words></p></section></main>
<template data-template="question"><article><h3 data-name></h3><p data-message></p><p data-places></p>
  <textarea data-answer></textarea><p data-chips></p><details data-each hidden><div></div></details></article></template>`;
const question = (text: string) => ({
  ask: 'unit',
  name: '单位',
  text,
  message: `“${text}”是哪个单位`,
  places: '第3行',
  candidates: [{ answer: 'jia', label: '甲街道' }],
  each: [],
});

const own = ownPage();
const desk = ownServer();
desk.page(PAGE);
const DOOR = 'POST /api/list';
const sent = () =>
  desk.asked.filter(({ what }) => what === DOOR).map(({ body }) => body as Record<string, unknown>);
async function open() {
  await own().goto(desk.address());
  await addBundled(own(), `import 'SRC/form/page/list.ts';`);
  await own().locator('[data-ready]').waitFor({ state: 'attached' });
}
const part = (name: string) => own().locator(`[data-${name}]`);
const paste = (text: string) => own().locator('[data-paste]').fill(text);
async function look(answer: object, status = 200) {
  desk.answers(DOOR, status, answer);
  await part('look').click();
  await own().waitForFunction('document.querySelector("[data-busy]").textContent === ""');
}

test('什么也没有的，没有可看的；粘了字就有', async () => {
  await open();
  expect([await part('look').isHidden(), await part('clear').isHidden()]).toEqual([true, true]);
  await paste(' ');
  expect(await part('look').isHidden()).toBe(true);
  await paste('1 甲街道 更新不及时');
  expect(await part('look').isHidden()).toBe(false);
});

test('看一看：粘的字当一个文件送去，填的几样一起；说会写入什么', async () => {
  await open();
  await paste('甲');
  await own().locator('[data-given]').fill(' zx ');
  await look({
    words: ['新增1条'],
    rows: [['第1条 甲', ' 更新不及时']],
    records: '问题1条',
    seen: 's1',
  });
  expect(sent()).toEqual([
    {
      campaign: 'zx',
      files: [{ name: '粘贴的文字.txt', base64: Buffer.from('甲').toString('base64') }],
      answers: [],
    },
  ]);
  expect(await part('words').textContent()).toBe('新增1条');
  expect(await own().locator('[data-rows] li').textContent()).toBe('第1条 甲更新不及时');
  expect(await part('open').textContent()).toContain('会写入：问题1条');
  expect([await part('take').isHidden(), await part('asked').isHidden()]).toEqual([false, true]);
});

test('写入的带上看过的那一份；写成了清空，说写了什么', async () => {
  await open();
  await paste('甲');
  await look({ records: '问题1条', seen: 's1' });
  desk.answers(DOOR, 201, { sentence: '已写成分支 import/x' });
  await part('take').click();
  await part('done').waitFor();
  expect(sent()[1]).toMatchObject({ seen: 's1' });
  expect(await part('done-words').textContent()).toBe('已写成分支 import/x。');
  expect([
    await own().locator('[data-paste]').inputValue(),
    await part('preview').isHidden(),
  ]).toEqual(['', true]);
});

test('看过以后改了字，要重看才能写', async () => {
  await open();
  await paste('甲');
  await look({ records: '问题1条', seen: 's1' });
  await paste('甲乙');
  expect([await part('take').isHidden(), await part('preview').isHidden()]).toEqual([true, true]);
});

test('没有可写的、还差什么的，写不了', async () => {
  await open();
  await paste('甲');
  await look({ records: '' });
  expect([await part('open').textContent(), await part('take').isHidden()]).toEqual([
    '没有新增或改动，没有可写入的。',
    true,
  ]);
  await look({ records: '问题1条', open: '还有1处没有答。', seen: 's1' });
  expect([
    await part('open').textContent(),
    await part('take').isHidden(),
    await part('rows').isHidden(),
  ]).toEqual(['还有1处没有答。', true, true]);
});

test('问的一处处答：答了的下次带上，答过的还能改', async () => {
  await open();
  await paste('甲');
  await look({ open: '还有2处', questions: [question('甲街'), question('乙街')] });
  expect(await part('asked-words').textContent()).toContain('还有2处读不准');
  await own().getByRole('button', { name: '甲街道' }).first().click();
  await look({ open: '还有1处', questions: [question('乙街')] });
  expect(sent().at(-1)).toMatchObject({
    answers: [{ ask: 'unit', text: '甲街', answer: ['jia'] }],
  });
  expect(await part('asked-words').textContent()).toBe(
    '还有1处读不准，不猜：点一个或自己写，同样的写法只问一次。已经答过1处，在后面，可以改。',
  );
  expect(await own().locator('article [data-name]').allTextContents()).toEqual([
    '单位“乙街”',
    '单位“甲街”',
  ]);
  await look({ records: '问题1条', seen: 's2' });
  expect(await part('asked-words').textContent()).toBe('已经答过1处，在后面，可以改。');
  expect(await part('take').isHidden()).toBe(false);
  await own().locator('article [data-answer]').first().fill('yi');
  expect(await part('take').isHidden()).toBe(true);
});

test('清空的，答过的也不留', async () => {
  await open();
  await paste('甲');
  await look({ open: '还有1处', questions: [question('甲街')] });
  await own().getByRole('button', { name: '甲街道' }).click();
  await part('clear').click();
  expect(await part('look').isHidden()).toBe(true);
  await paste('乙');
  await look({ records: '问题1条', seen: 's3' });
  expect(sent().at(-1)).toMatchObject({ answers: [] });
});

test('没有办成的，一句一行；没有回答的说看窗口；填的还在', async () => {
  await open();
  await paste('甲');
  await look({ sentence: '第3行读不出\n第5行读不出' }, 422);
  expect(await part('fault').locator('span').allTextContents()).toEqual([
    '第3行读不出',
    '第5行读不出',
  ]);
  desk.drop(DOOR);
  await part('look').click();
  await own().waitForFunction(
    'document.querySelector("[data-fault]").textContent.includes("连不上")',
  );
  expect(await own().locator('[data-paste]').inputValue()).toBe('甲');
  expect(await part('look').isDisabled()).toBe(false);
});

/** 填检查结果：一个账号接一个账号，看过再送，草稿留在设备上。In a real browser against a server of its own. */
import { expect, test } from 'vitest';
import { inspectionPage } from '../../../../../src/form/page-data/inspection-page.ts';
import { faceOf } from '../../../../../src/views/face.ts';
import { checkSmall, small } from '../../../../ledger/small.ts';
import { addBundled } from '../../../bundled.ts';
import { openAnew, ownPage } from '../../../own-page.ts';
import { ownServer } from '../../../own-server.ts';

const PAGE = `<p data-without-script>要开脚本</p><main data-root="/" data-waiting>
  <section data-signing><p data-signed-in><span data-account></span></p><button type="button" data-sign-in></button><button type="button" data-sign-out></button>
    <p data-by-server></p><form data-token><input><a></a><span data-token-words></span></form><p data-sign-fault hidden></p></section>
  <form data-form><p data-progress></p><span data-count></span><span data-kept></span><p data-form-fault hidden></p>
    <input type="checkbox" data-only-left>
    <div data-jump><ul data-chosen hidden></ul><input><div data-offered hidden></div></div>
    <section data-row><h2 data-name></h2><p data-about></p><a data-address>打开</a><input data-last><div data-numbers></div><ul data-indicators></ul><input data-note>
      <p data-row-fault hidden></p><p data-verdict></p><input type="file" data-picture-file><ul data-pictures></ul><p data-picture-fault hidden></p>
      <button type="button" data-previous>上一个</button><button type="button" data-next>下一个</button></section>
    <button data-preview-button>看一遍</button></form>
  <section data-preview hidden><h2>看一遍</h2><ol data-reports></ol><p data-cannot hidden>没有地方可送</p><p data-send-fault hidden></p><p data-sending hidden></p>
    <button type="button" data-send>发送</button><button type="button" data-back>回去改</button></section>
  <section data-sent hidden><h2>已送出</h2><ul data-sent-lines></ul><b data-number></b><a data-where></a><button type="button" data-again>接着填</button></section></main>
<template data-template="number"><label><span data-label></span><input></label></template>
<template data-template="indicator"><li><span data-label></span>
  <fieldset>${['passed', 'failed', 'na'].map((value) => `<input type="radio" value="${value}">`).join('')}</fieldset>
  <p data-finding><input></p></li></template>
<template data-template="line"><li><b data-name></b><span data-words></span></li></template>`;

const account = (unit: string, name: string) =>
  `kind: new-media\nunit: ${unit}\nname: ${name}\nplatform: weibo\n`;
const { ledger, faults } = checkSmall({
  'site.yaml': `${small['site.yaml'] ?? ''}reviewers: [{ account: rev, from: 2026-01-01 }]\n`,
  'accounts/jia/jia-weibo.yaml': account('jia', '甲街道微博'),
  'accounts/ban/ban-weibo.yaml': account('ban', '示例区发布'),
  'inspections/c1.yaml': `name: 二季度检查
checkedOn: 2026-06-10
edition: '2019'
campaign: zx
population: 3
scope: { kind: all }
accounts:
  - { account: jia-wechat, results: [{ indicator: M2, result: passed }] }
  - { account: jia-weibo, results: [] }
  - { account: ban-weibo, results: [] }
`,
});
const inspection = ledger?.inspections.get('c1');
if (ledger === undefined || inspection === undefined)
  throw new Error(faults.map(({ file, message }) => `${file} ${message}`).join('\n'));
const { data } = inspectionPage(faceOf(ledger, '2026-06-15', 'internal'), inspection, {
  place: { kind: 'endpoint', address: '/api/report' },
  blobOf: () => 'f'.repeat(40),
});

const own = ownPage();
const desk = ownServer();
desk.page(PAGE);
const DOOR = '/api/report';
async function open({ keeps = false, more = {}, changed = (text: string) => text } = {}) {
  desk.answers(`GET ${DOOR}`, 200, { account: 'rev' });
  await openAnew(own(), desk.address(), keeps);
  await addBundled(
    own(),
    `import { InspectionForm } from 'SRC/form/page/inspection/inspection-form.ts';
     void new InspectionForm(document.querySelector('main'), ${changed(JSON.stringify({ ...data, ...more }))}).start();`,
  );
  await own().locator('[data-ready]').waitFor({ state: 'attached' });
}
const part = (name: string) => own().locator(`main [data-${name}]`).first();
const name = () => own().locator('[data-row] [data-name]').textContent();
const result = (value: string) =>
  own().locator(`[data-indicators] [value=${value}]`).first().check();
const next = () => part('next').click();
const sent = () =>
  desk.asked
    .filter(({ what }) => what === `POST ${DOOR}`)
    .map(({ body }) => body as Record<string, unknown>);

test('从还没有结果的头一个开始；走一圈，只走没有结果的', async () => {
  await open();
  expect(await name()).toBe('甲街道微博');
  expect(await part('progress').textContent()).toBe('第2个，共3个；还差2个没有结果');
  await next();
  expect(await name()).toBe('示例区发布');
  await next();
  expect(await name()).toBe('甲街道发布');
  await part('previous').click();
  await own().locator('[data-only-left]').check();
  await next();
  expect(await name()).toBe('甲街道微博');
});

test('按名称跳到一个账号', async () => {
  await open();
  await own().locator('[data-jump] input').fill('示例区');
  await own().locator('[data-jump] input').press('Enter');
  expect(await name()).toBe('示例区发布');
  expect(await own().locator('[data-jump] [data-chosen]').isHidden()).toBe(true);
});

test('填了就判：几个、合格不合格；来回走，填的还在', async () => {
  await open();
  expect([await part('count').textContent(), await part('preview-button').isDisabled()]).toEqual([
    '还没有填',
    true,
  ]);
  await result('failed');
  await own().locator('[data-finding] input').first().fill('三周没有更新');
  expect(await part('verdict').textContent()).toContain('不合格：M2 不更新');
  expect(await part('count').textContent()).toBe('填了1个');
  await next();
  await part('previous').click();
  expect(await own().locator('[data-finding] input').first().inputValue()).toBe('三周没有更新');
});

test('看一遍：填了的几个；回去接着填', async () => {
  await open();
  await result('passed');
  await part('preview-button').click();
  await part('preview').waitFor();
  expect(await own().locator('[data-reports] li').allTextContents()).toEqual(['甲街道微博合格']);
  await part('back').click();
  expect(await part('preview').isHidden()).toBe(true);
  expect(await name()).toBe('甲街道微博');
});

test('有错的到那个账号，指出来，不送', async () => {
  await open();
  await own().locator('[data-last]').fill('2027-01-01');
  await next();
  await part('preview-button').click();
  await own().locator('[data-row-fault] span').first().waitFor();
  expect([await name(), await part('preview').isHidden()]).toEqual(['甲街道微博', true]);
});

test('送出：一份改过的检查，得一个号；再来知道已经送出', async () => {
  await open();
  await result('passed');
  await part('preview-button').click();
  await part('preview').waitFor();
  desk.answers(`POST ${DOOR}`, 201, { number: 'r-7' });
  await part('send').click();
  await part('sent').waitFor();
  expect(await part('number').textContent()).toBe('r-7');
  expect(sent()[0]).toMatchObject({
    files: [{ path: 'inspections/c1.yaml', replaces: 'f'.repeat(40) }],
  });
  await open({ keeps: true });
  expect(await part('kept').textContent()).toContain('已送出，等收件（r-7）');
});

test('没有送出的留在设备上；台账里后来改过的不再用，说是哪个', async () => {
  await open();
  await result('passed');
  await own().waitForFunction(
    'document.querySelector("[data-kept]").textContent.includes("草稿已存")',
  );
  await open({ keeps: true });
  expect(await part('kept').textContent()).toBe('上次没有送出的还在');
  expect(await part('count').textContent()).toBe('填了1个');
  await open({
    keeps: true,
    changed: (text) =>
      text.replace(
        '"account":"jia-weibo","lookBack":false,"results":[]',
        '"account":"jia-weibo","lookBack":false,"results":[{"indicator":"M2","result":"failed"}]',
      ),
  });
  expect(await part('form-fault').textContent()).toContain('重新填：甲街道微博');
});

test('没有地方可送的，能看不能送；没有检查的页是程序的错', async () => {
  await open({ more: { place: undefined } });
  await result('passed');
  await part('preview-button').click();
  await part('preview').waitFor();
  expect([await part('cannot').isHidden(), await part('send').isDisabled()]).toEqual([false, true]);
});

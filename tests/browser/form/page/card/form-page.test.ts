/** 填报页：选、填、看、送、送不到，草稿留在设备上。In a real browser against a server of its own. */
import { expect, test } from 'vitest';
import { sliceOf } from '../../../../../src/form/slice/slice.ts';
import { checkSmall, small } from '../../../../ledger/small.ts';
import { addBundled } from '../../../bundled.ts';
import { openAnew, ownPage } from '../../../own-page.ts';
import { ownServer } from '../../../own-server.ts';

const field = (path: string, control: string) =>
  `<div data-field="${path}"><label>${path}</label>${control}<p data-remark></p><p data-fault hidden></p></div>`;
const card = (id: string) =>
  `<article data-card data-subject="${id}"><input type="checkbox" data-choose><p data-sent-note hidden></p><p data-card-fault hidden></p><div data-room hidden></div></article>`;
const PAGE = `<p data-without-script>要开脚本</p><main data-report-page data-root="/" data-waiting>
  <p data-unsigned hidden>还没有登录</p><p data-stranger hidden>不是这个单位的</p>
  <section data-signing><p data-signed-in><span data-account></span></p><button type="button" data-sign-in></button><button type="button" data-sign-out></button>
    <p data-by-server></p><form data-token><input><a></a><span data-token-words></span></form><p data-sign-fault hidden></p></section>
  <form data-form>${card('zx-01')}${card('zx-02')}<p data-form-fault hidden></p><span data-count></span><span data-kept></span>
    <button data-preview-button>预览</button></form>
  <section data-preview hidden><h2>预览</h2><ol data-reports></ol><p data-cannot hidden>没有地方可送</p><p data-send-fault hidden></p><p data-sending hidden></p>
    <button type="button" data-send>发送</button><button type="button" data-back>回去改</button></section>
  <section data-sent hidden><h2>已送出</h2><ul data-sent-lines></ul><b data-number></b><a data-where></a><button type="button" data-again>再报</button></section></main>
<template data-template="acts"><fieldset data-field="action"><div data-acts></div><p data-fault hidden></p></fieldset></template>
<template data-template="act"><label><input type="radio"><span data-title></span><small data-when></small></label></template>
<template data-template="fields-progress"><div>${field('reportedOn', '<input type="date">')}${field('note', '<textarea></textarea>')}</div></template>
<template data-template="report"><li><b data-name></b><span data-act></span><span data-states></span><dl data-facts></dl><ul data-evidence-shown></ul><p data-no-evidence></p><div data-notes></div></li></template>`;

const { ledger } = checkSmall({
  'units/jia.yaml': `${small['units/jia.yaml'] ?? ''}members:\n  - { account: clerk, from: 2026-01-01 }\n`,
  'issues/zx/zx-02.yaml': (small['issues/zx/zx-01.yaml'] ?? '').replace('row: 1', 'row: 2'),
});
const ids = ['zx-01', 'zx-02'];
const data = (more: object = {}) => ({
  unit: 'jia',
  decides: false,
  sender: { id: 'jia', name: '甲街道' },
  words: { choose: '勾选要报的问题', verb: '报送', noun: '问题' },
  acts: [
    {
      action: 'progress',
      title: '进展',
      fields: [
        { path: 'reportedOn', label: '报告日期', kind: 'day', required: true, preset: 'today' },
        { path: 'note', label: '情况说明', kind: 'text', required: true },
      ],
    },
  ],
  subjects: ids.map((id) => ({
    id,
    name: `问题${id}`,
    finding: '更新不及时',
    state: '待整改',
    acts: ['progress'],
  })),
  place: { kind: 'endpoint', address: '/api/report' },
  slice: ledger === undefined ? undefined : sliceOf(ledger, ids),
  ...more,
});

const own = ownPage();
const desk = ownServer();
desk.page(PAGE);
const DOOR = '/api/report';
interface Opened {
  readonly hash?: string;
  readonly account?: string | null;
  readonly keeps?: boolean;
}
async function open(
  more: object = {},
  { hash = '', account = 'clerk', keeps = false }: Opened = {},
) {
  desk.answers(`GET ${DOOR}`, account === null ? 401 : 200, { account });
  desk.answers('GET /api/waiting', 200, { waiting: [] });
  await openAnew(own(), `${desk.address()}${hash}`, keeps);
  await addBundled(
    own(),
    `import { FormPage } from 'SRC/form/page/card/form-page.ts';
     import { reportWork } from 'SRC/form/works/report.ts';
     void new FormPage(document.querySelector('main'), ${JSON.stringify(data(more))}, reportWork).start();`,
  );
  await own().locator('[data-ready]').waitFor({ state: 'attached' });
}
const part = (name: string) => own().locator(`[data-${name}]`).first();
const one = (id: string) => own().locator(`[data-subject="${id}"]`);
const note = (id: string) => one(id).locator('[data-field=note] textarea');
const choose = (id: string) => one(id).locator('[data-choose]').check();
const preview = () => part('preview-button').click();
const sent = () =>
  desk.asked
    .filter(({ what }) => what === `POST ${DOOR}`)
    .map(({ body }) => body as Record<string, unknown>);
/** Lays out the answer of a sending and makes it with one problem chosen. */
async function send(id: string, status: number, answer: object) {
  desk.answers(`POST ${DOOR}`, status, answer);
  await choose(id);
  await note(id).fill('正在改');
  await preview();
  await part('preview').waitFor();
  await part('send').click();
}

test('一个也没有选的，不能预览；选了说几个', async () => {
  await open();
  expect([
    await part('preview-button').isDisabled(),
    await own().locator('[data-without-script]').isHidden(),
  ]).toEqual([true, true]);
  await choose('zx-01');
  expect(await part('preview-button').isDisabled()).toBe(false);
  expect(await part('count').textContent()).toContain('1');
});

test('只有一个问题的已经选上；地址里写了哪个就选哪个', async () => {
  const [first] = data().subjects;
  await open({ subjects: [first] });
  expect(await one('zx-01').locator('[data-choose]').isChecked()).toBe(true);
  await open({}, { hash: '#issue-zx-02' });
  expect(await one('zx-02').locator('[data-choose]').isChecked()).toBe(true);
  expect(await one('zx-01').locator('[data-choose]').isChecked()).toBe(false);
});

test('错的指在它那一项，留在填的地方；对了才到预览', async () => {
  await open();
  await choose('zx-01');
  await preview();
  await one('zx-01').locator('[data-card-fault] span').waitFor();
  expect(await part('preview').isHidden()).toBe(true);
  await note('zx-01').fill('正在改');
  await preview();
  await part('preview').waitFor();
  expect(await part('reports').textContent()).toContain('正在改');
  expect(await part('form').isHidden()).toBe(true);
});

test('回去改，浏览器的后退也是回去改；填的都在', async () => {
  await open();
  await choose('zx-01');
  await note('zx-01').fill('正在改');
  await preview();
  await part('back').click();
  await part('form').waitFor();
  await preview();
  await part('preview').waitFor();
  await own().goBack();
  await part('form').waitFor();
  expect(await note('zx-01').inputValue()).toBe('正在改');
});

test('送出：给一个号，填的清掉，问题下面说已送出；再报从头来', async () => {
  await open();
  await send('zx-01', 201, { number: 'report/jia/20260615-090000-abc' });
  await part('sent').waitFor();
  expect(await part('number').textContent()).toBe('20260615-090000');
  expect(sent()[0]).toMatchObject({
    unit: 'jia',
    files: [{ path: expect.stringMatching(/^updates\//u) as string }],
  });
  await part('again').click();
  expect(await one('zx-01').locator('[data-choose]').isChecked()).toBe(false);
  expect(await one('zx-01').locator('[data-sent-note]').textContent()).toContain('已送出，等审核');
  // A second report has a stamp of its own.
  await send('zx-02', 201, { number: 'r-2' });
  await part('sent').waitFor();
  expect(sent()).toHaveLength(2);
});

test('没有送到的，说为什么，填的都在', async () => {
  await open();
  await send('zx-01', 422, { why: 'forbidden', sentence: '你不是这个单位的填报员。' });
  await part('send-fault').waitFor();
  expect(await part('send-fault').textContent()).toBe(
    '没有送出。填好的都还在。你不是这个单位的填报员。',
  );
  desk.drop(`POST ${DOOR}`);
  await part('send').click();
  await own().waitForFunction(
    'document.querySelector("[data-send-fault]").textContent.includes("没有收到回音")',
  );
  await part('back').click();
  expect(await note('zx-01').inputValue()).toBe('正在改');
});

test('没有登录的一来就说，送的时候要先登录', async () => {
  await open({}, { account: null });
  expect([await part('unsigned').isHidden(), await part('stranger').isHidden()]).toEqual([
    false,
    true,
  ]);
  await choose('zx-01');
  await note('zx-01').fill('正在改');
  await preview();
  await part('preview').waitFor();
  await part('send').click();
  await part('sign-fault').waitFor();
  expect(await part('sign-fault').textContent()).toContain('还没有登录');
  expect(sent()).toEqual([]);
});

test('不是这个单位的人，一来就说', async () => {
  await open({}, { account: 'somebody' });
  expect(await part('stranger').isHidden()).toBe(false);
});

test('没有地方可送的，能看不能送', async () => {
  await open({ place: undefined });
  await choose('zx-01');
  await note('zx-01').fill('正在改');
  await preview();
  await part('preview').waitFor();
  expect([await part('cannot').isHidden(), await part('send').isDisabled()]).toEqual([false, true]);
});

test('草稿留在设备上，再来还在；只打开没有填的不算', async () => {
  await open();
  await choose('zx-01');
  await choose('zx-02');
  await note('zx-01').fill('写了一半');
  await own().waitForFunction(
    'document.querySelector("[data-kept]").textContent.includes("草稿已存")',
  );
  await open({}, { keeps: true });
  expect(await note('zx-01').inputValue()).toBe('写了一半');
  // Longer than a draft takes to be kept: what is told stays.
  await own().waitForTimeout(400);
  expect(await part('kept').textContent()).toContain('上次没有送出的还在：问题zx-01');
  expect(await one('zx-02').locator('[data-choose]').isChecked()).toBe(false);
});

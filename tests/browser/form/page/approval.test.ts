/** 审签页：哪些拟办在等、能由谁签、撤回，办不成的说为什么。In a real browser against a server of its own. */
import { expect, test } from 'vitest';
import { addBundled } from '../../bundled.ts';
import { ownPage } from '../../own-page.ts';
import { ownServer } from '../../own-server.ts';

const PAGE = `<p data-without-script>要开脚本</p><main data-approval data-waiting>
  <p data-words></p><p data-fault hidden></p><p data-done hidden></p><p data-busy></p>
  <section data-sheet hidden><h2 data-head></h2><p data-drafters></p><ol data-drafts></ol>
    <button type="button" data-paper>打印</button><button type="button" data-all>全选</button></section>
  <form data-issue><select data-who></select><input type="date" data-day><p data-how></p>
    <button data-approve>签发</button></form><button type="button" data-withdraw hidden>撤回</button></main>
<template data-template="draft"><li><span data-number></span><input type="checkbox" data-pick>
  <div data-what></div><div data-reported></div><div data-opinion></div></li></template>`;
const draft = (id: string, more: object = {}) => ({
  id,
  words: `验收 ${id}`,
  isStale: false,
  drafter: 'rev-1',
  draftedOn: '2026-06-14',
  approvers: ['主任', '副主任'],
  lines: [
    {
      issue: `zx-${id}`,
      name: '甲街道发布',
      unit: '甲街道',
      finding: '未备案',
      deadline: '3月底',
      reported: ['申请验收：已备案'],
      evidence: [{ words: '示备1号' }, { words: 'a.png', href: '/evidence/a.png' }],
      opinion: '拟同意验收',
    },
  ],
  ...more,
});

const own = ownPage();
const desk = ownServer();
desk.page(PAGE);
function waits(drafts: object[], more: object = {}) {
  desk.answers('GET /api/drafts', 200, {
    account: 'rev-1',
    drafts,
    today: '2026-06-15',
    isFresh: true,
    ...more,
  });
}
async function open() {
  await own().goto(desk.address());
  await addBundled(own(), `import 'SRC/form/page/approval.ts';`);
  await own().locator('[data-ready]').waitFor({ state: 'attached' });
}
const part = (name: string) => own().locator(`[data-${name}]`);
const pick = (at: number) => part('pick').nth(at).click();
const how = () => part('how').textContent();
const posts = () => part('who').locator('option').allTextContents();
const sent = () => desk.asked.filter(({ what }) => what.startsWith('POST'));

test('一张审签单：多少份、谁拟的、每份写什么，佐证打得开的是链接', async () => {
  waits([draft('a'), draft('b', { drafter: 'rev-2' })]);
  await open();
  expect(await part('words').textContent()).toBe('以 rev-1 办理。等审签的拟办2份。');
  expect(await part('head').textContent()).toBe('2026年6月15日，共2份');
  expect(await part('drafters').textContent()).toBe('rev-1，2026年6月14日；rev-2，2026年6月14日');
  expect(await part('number').allTextContents()).toEqual(['1', '2']);
  expect(await part('what').first().textContent()).toBe('甲街道 甲街道发布未备案时限：3月底');
  expect(await part('what').first().locator('a').getAttribute('href')).toBe('/issues/zx-a.html');
  expect(await part('reported').first().locator('a').allTextContents()).toEqual(['a.png']);
  expect(await part('opinion').first().textContent()).toBe('拟同意验收rev-1，2026年6月14日');
});

test('一份也没有的、连不上的、不让看的', async () => {
  waits([], { isFresh: false });
  await open();
  expect(await part('words').textContent()).toBe('以 rev-1 办理。没有等审签的拟办。');
  expect(await part('sheet').isHidden()).toBe(true);
  expect(await part('fault').textContent()).toContain('上次看到的');
  desk.answers('GET /api/drafts', 403, { sentence: '这个账户不是审核员。' });
  await open();
  expect(await part('fault').textContent()).toBe('这个账户不是审核员。');
  desk.drop('GET /api/drafts');
  await open();
  expect(await part('fault').textContent()).toContain('连不上本机的程序');
});

test('选了才能签；几份都能签的人才列；一个也没有的分开签', async () => {
  waits([draft('a'), draft('b', { approvers: ['副主任'] }), draft('c', { approvers: ['书记'] })]);
  await open();
  expect(await how()).toContain('先勾选');
  expect([await part('approve').isDisabled(), await part('withdraw').isHidden()]).toEqual([
    true,
    true,
  ]);
  await pick(0);
  expect(await posts()).toEqual(['主任', '副主任']);
  expect(await how()).toContain('照审签单填谁签的');
  await pick(1);
  expect(await posts()).toEqual(['副主任']);
  await pick(2);
  expect([await how(), await part('approve').isDisabled()]).toEqual([
    '选中的没有同一位审签人：分开签发。',
    true,
  ]);
});

test('自己就是审签人的，写自己的职务；选过的职务换一份还在', async () => {
  waits([draft('a', { own: '副主任' }), draft('b')]);
  await open();
  await pick(0);
  expect([await part('who').inputValue(), await how()]).toEqual(['副主任', '以“副主任”签发。']);
  await pick(0);
  await pick(1);
  await part('who').selectOption('副主任');
  await pick(0);
  expect(await part('who').inputValue()).toBe('副主任');
});

test('情况变了的不编号、不能签，只能撤回', async () => {
  waits([draft('a', { isStale: true }), draft('b')]);
  await open();
  expect(await part('number').allTextContents()).toEqual(['', '1']);
  expect(await part('head').textContent()).toContain('共1份');
  expect(await part('opinion').first().textContent()).toContain('撤回后重新拟办');
  await pick(0);
  expect([
    await how(),
    await part('approve').isDisabled(),
    await part('withdraw').isHidden(),
  ]).toEqual(['选中的有情况变了的：撤回，到待办重新拟办。', true, false]);
});

test('全选一次全选，再按全不选', async () => {
  waits([draft('a'), draft('b')]);
  await open();
  await pick(0);
  await part('all').click();
  expect(
    await part('pick').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked)),
  ).toEqual([true, true]);
  await part('all').click();
  expect(await how()).toContain('先勾选');
});

test('签发：哪些、谁、哪一天；签了重新列，没有办成的说为什么', async () => {
  waits([draft('a'), draft('b')]);
  await open();
  await pick(1);
  await part('day').fill('2026-06-13');
  desk.answers('POST /api/approvals', 409, { sentence: '主分支变了。' });
  await part('approve').click();
  await part('fault').locator('span').waitFor();
  expect(await part('fault').textContent()).toBe('没有办成。主分支变了。');
  desk.answers('POST /api/approvals', 201, { words: '验收1份' });
  waits([draft('a')]);
  await part('approve').click();
  await part('done').locator('span').waitFor();
  expect(await part('done').textContent()).toBe('已签发：验收1份。');
  expect(await part('fault').isHidden()).toBe(true);
  expect(sent().at(-1)).toEqual({
    what: 'POST /api/approvals',
    body: { drafts: ['b'], approver: '主任', approvedOn: '2026-06-13' },
  });
  expect(await part('number').count()).toBe(1);
});

test('撤回的回到待办', async () => {
  waits([draft('a')]);
  await open();
  await pick(0);
  desk.answers('POST /api/withdrawals', 201, { words: '1份' });
  waits([]);
  await part('withdraw').click();
  await part('done').locator('span').waitFor();
  expect(await part('done').textContent()).toBe('已撤回，仍在待办：1份。');
  expect(sent()[0]?.body).toEqual({ drafts: ['a'] });
});

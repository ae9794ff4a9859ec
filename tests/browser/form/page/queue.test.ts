/** 待办页：列出来、一份一份办、成批办、撤回，办不成的说在哪里。In a real browser against a server of its own. */
import { expect, test } from 'vitest';
import { addBundled } from '../../bundled.ts';
import { ownPage } from '../../own-page.ts';
import { ownServer } from '../../own-server.ts';

const spans = (...names: string[]) => names.map((name) => `<span data-${name}></span>`).join('');
const PAGE = `<p data-without-script>要开脚本</p><main data-queue data-root="/" data-waiting>
  <p data-queue-words></p><p data-queue-fault hidden></p><p data-queue-done hidden></p><div data-queue-replies hidden></div>
  <p data-queue-many hidden><span data-many-words></span>
    <button data-many="accepted">一起验收</button><button data-many="">一起收件</button></p>
  <ol data-queue-list></ol></main>
<template data-template="reply"><div><p data-reply></p><button data-copy></button></div></template>
<template data-template="report"><article><details><summary>
  ${spans('days', 'title', 'verdict', 'origin', 'pick-words', 'outcome', 'withdraw-words')}</summary>
  <input type="checkbox" data-pick><ul data-faults></ul><div data-issues></div><ul data-shots></ul>
  <p data-own><button data-withdraw>撤回</button></p>
  <p data-onward><span data-place></span><button data-next>下一份</button></p>
  <form data-deciding><div data-asked></div><button data-decide></button><p data-fault hidden></p></form>
</details></article></template>
<template data-template="issue"><section><h3 data-name></h3><dl data-facts></dl><ol data-story></ol><ul data-evidence></ul></section></template>`;

const reason = { path: 'reason', label: '理由', kind: 'text', required: true };
const report = (name: string, days: number, more: object = {}) => ({
  commit: name.padEnd(40, '0'),
  seen: 'f'.repeat(40),
  days,
  title: name,
  verdict: '检查通过',
  ok: true,
  since: '2026-03-20',
  author: 'clerk-jia',
  branch: `report/${name}`,
  faults: [],
  others: [],
  told: 0,
  opened: [],
  isOffice: false,
  mayWithdraw: true,
  pictures: [],
  issues: [
    {
      issue: `zx-${name}`,
      name,
      asked: {},
      owed: [],
      story: [],
      approved: [],
      acts: [
        { action: 'accepted', title: '验收', fields: [] },
        { action: 'returned', title: '退回', fields: [reason] },
      ],
      outcomes: { '': '待审核', accepted: '已销号' },
    },
  ],
  steps: [
    {
      issue: `zx-${name}`,
      unitName: '甲街道',
      accountName: name,
      actionName: '申请验收',
      finding: '未备案',
      deadline: '3月底',
      reportedOn: '2026-03-20',
      before: '待整改',
      after: '待审核',
      evidence: [],
    },
  ],
  ...more,
});
const [A, B, C] = [report('a', 5), report('b', 2), report('c', 0)];

const own = ownPage();
const desk = ownServer();
desk.page(PAGE);
function waits(waiting: object[], more: object = {}) {
  desk.answers('GET /api/queue', 200, {
    account: 'rev-1',
    waiting,
    isFresh: true,
    drafted: [],
    ...more,
  });
}
async function open() {
  await own().goto(desk.address());
  await addBundled(own(), `import 'SRC/form/page/queue.ts';`);
  await own().locator('[data-ready]').waitFor({ state: 'attached' });
}
const part = (name: string) => own().locator(`[data-queue-${name}]`);
const card = (at: number) => own().locator('article').nth(at);
const opened = () =>
  own()
    .locator('details')
    .evaluateAll((all) => all.map((one) => (one as HTMLDetailsElement).open));
const choose = (at: number, act: string) => card(at).getByText(act, { exact: true }).click();
const decide = (at: number) => card(at).locator('[data-decide]').click();
const decisions = () => desk.asked.filter(({ what }) => what === 'POST /api/decisions');

test('多少份、最久几天；打开头一份能办的，没有拟办过的', async () => {
  waits([report('x', 5, { ok: false }), B, C], { drafted: [[B.commit, 'rev-1 拟办了验收']] });
  await open();
  expect(await part('words').textContent()).toBe('以 rev-1 办理。待办3份，最久的等了5天。');
  expect(await opened()).toEqual([false, false, true]);
  expect(await own().locator('[data-without-script]').isHidden()).toBe(true);
});

test('都是今天的、一份也没有的、连不上服务器的', async () => {
  waits([C]);
  await open();
  expect(await part('words').textContent()).toContain('待办1份，都是今天的');
  waits([], { isFresh: false });
  await open();
  expect(await part('words').textContent()).toBe('以 rev-1 办理。没有待办的报送。');
  expect(await part('fault').textContent()).toContain('下面是上次看到的');
});

test('程序说了为什么的照说；没有回答的说看窗口', async () => {
  desk.answers('GET /api/queue', 403, { sentence: '这个账户不是审核员。' });
  await open();
  expect(await part('fault').textContent()).toBe('这个账户不是审核员。');
  desk.drop('GET /api/queue');
  await open();
  expect(await part('fault').textContent()).toContain('连不上本机的程序');
});

test('办了一份：送出去的、写入了什么，打开后面那一份', async () => {
  waits([A, B]);
  await open();
  await choose(0, '验收');
  desk.answers('POST /api/decisions', 201, { words: '验收1份' });
  waits([B]);
  await decide(0);
  await part('done').waitFor();
  expect(decisions().map(({ body }) => body)).toEqual([
    {
      items: [
        {
          commit: A.commit,
          seen: A.seen,
          decided: [{ issue: 'zx-a', action: 'accepted', fields: {} }],
        },
      ],
    },
  ]);
  expect(await part('done').textContent()).toBe('已写入：验收1份。 下一份');
  expect(await opened()).toEqual([true]);
  await part('done').getByRole('button', { name: '下一份' }).click();
  expect(await own().evaluate('document.activeElement.tagName')).toBe('SUMMARY');
});

test('没有选怎样办的，什么也不送', async () => {
  waits([A]);
  await open();
  await decide(0);
  expect(await card(0).locator('form [data-fault]').textContent()).toContain('先选怎样办');
  expect(decisions()).toEqual([]);
});

test('拟办的：说到审签页去，退回的回话不给', async () => {
  waits([A]);
  await open();
  await choose(0, '退回');
  await card(0).locator('[data-value]').fill('看不清');
  desk.answers('POST /api/decisions', 201, { words: '退回1份', kind: 'drafted' });
  waits([]);
  await decide(0);
  await part('done').waitFor();
  expect(await part('done').textContent()).toBe('已拟办：退回1份。打印审签单、签发在审签页。');
  expect(await part('done').locator('a').getAttribute('href')).toBe('/desk/approval.html');
  expect(await part('replies').isHidden()).toBe(true);
});

test('退回的，给单位的回话', async () => {
  waits([A]);
  await open();
  await choose(0, '退回');
  await card(0).locator('[data-value]').fill('看不清');
  desk.answers('POST /api/decisions', 201, { words: '退回1份' });
  waits([]);
  await decide(0);
  await part('done').waitFor();
  expect(await part('replies').textContent()).toContain('理由是：看不清。');
});

test('没有办成：一份的说在那一份，几份的说在上面；填的还在', async () => {
  waits([A, B]);
  await open();
  await choose(0, '验收');
  desk.answers('POST /api/decisions', 409, { sentence: '主分支刚刚变了。' });
  await decide(0);
  const fault = card(0).locator('form > [data-fault]');
  await fault.waitFor();
  expect(await fault.textContent()).toBe('没有办成。主分支刚刚变了。');
  expect(await card(0).locator('[data-decide]').isDisabled()).toBe(false);
  for (const at of [0, 1])
    await card(at)
      .locator('[data-pick]')
      .evaluate((box) => (box as HTMLElement).click());
  await own().locator('[data-many=accepted]').click();
  await part('fault').waitFor();
  expect(await part('fault').textContent()).toBe('没有办成。主分支刚刚变了。');
});

test('选了几份一起办：不能都这样办的，按钮按不动', async () => {
  const list = report('d', 1, { issues: [], steps: [] });
  waits([A, B, list]);
  await open();
  expect(await part('many').isHidden()).toBe(true);
  const pick = (at: number) =>
    card(at)
      .locator('[data-pick]')
      .evaluate((box) => (box as HTMLElement).click());
  await pick(0);
  await pick(1);
  expect(await own().locator('[data-many-words]').textContent()).toBe('选中2份');
  expect(await own().locator('[data-many=accepted]').isDisabled()).toBe(false);
  await pick(2);
  expect(await own().locator('[data-many=accepted]').isDisabled()).toBe(true);
  expect(await own().locator('[data-many=""]').isDisabled()).toBe(false);
  await pick(2);
  desk.answers('POST /api/decisions', 201, { words: '验收2份' });
  await own().locator('[data-many=accepted]').click();
  await part('done').waitFor();
  const [{ body } = { body: {} }] = decisions();
  expect((body as { items: unknown[] }).items).toHaveLength(2);
});

test('往下一份走，不办这一份', async () => {
  waits([A, B]);
  await open();
  await card(0).locator('[data-next]').click();
  expect(await opened()).toEqual([false, true]);
  expect(decisions()).toEqual([]);
});

test('撤回的：撤成了重新列，撤不成的说为什么', async () => {
  waits([A]);
  await open();
  const withdraw = () => card(0).locator('[data-withdraw]').click();
  desk.answers('POST /api/taken-back', 409, { sentence: '已经合并了。' });
  await withdraw();
  await withdraw();
  await part('fault').waitFor();
  expect(await part('fault').textContent()).toBe('没有撤回。已经合并了。');
  desk.answers('POST /api/taken-back', 200, { words: '撤回了 report/a' });
  waits([]);
  await withdraw();
  await part('done').waitFor();
  expect(await part('done').textContent()).toBe('撤回了 report/a。');
  expect(desk.asked.findLast(({ what }) => what.startsWith('POST'))?.body).toEqual({
    commit: A.commit,
  });
  expect(await own().locator('article').count()).toBe(0);
});

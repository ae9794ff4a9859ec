/** 待办的一份报送：说检查的话、佐证、怎样办，送出去的是什么。In a real browser. */
import { expect, test } from 'vitest';
import { addBundled } from '../../../bundled.ts';
import { ownPage } from '../../../own-page.ts';

const spans = (...names: string[]) => names.map((name) => `<span data-${name}></span>`).join('');
const PAGE = `<main></main>
<template data-template="report"><article><details><summary>
  ${spans('days', 'title', 'verdict', 'origin', 'pick-words', 'outcome', 'withdraw-words')}</summary>
  <input type="checkbox" data-pick><ul data-faults></ul><div data-issues></div><ul data-shots></ul>
  <p data-own><button data-withdraw>撤回</button></p>
  <p data-onward><span data-place></span><button data-next>下一份</button></p>
  <form data-deciding><div data-asked></div><button data-decide></button><p data-fault></p></form>
</details></article></template>
<template data-template="issue"><section><h3 data-name></h3><dl data-facts></dl><ol data-story></ol><ul data-evidence></ul></section></template>`;

const issue = {
  issue: 'zx-01',
  name: '序号1 甲街道发布',
  asked: {},
  owed: ['备案编号'],
  story: ['列入清单'],
  approved: [],
  acts: [
    { action: 'accepted', title: '验收', fields: [] },
    {
      action: 'returned',
      title: '退回',
      fields: [{ path: 'reason', label: '理由', kind: 'text', required: true }],
    },
  ],
  outcomes: { '': '待审核', accepted: '已销号' },
};
const item = {
  commit: 'a'.repeat(40),
  seen: 'b'.repeat(40),
  days: 3,
  title: '报送',
  verdict: '检查通过',
  ok: true,
  since: '2026-03-20',
  author: 'clerk-jia',
  branch: 'report/jia/1',
  faults: [],
  others: [],
  told: 5,
  opened: [],
  isOffice: false,
  mayWithdraw: true,
  pictures: [],
  issues: [issue],
  steps: [
    {
      issue: 'zx-01',
      unitName: '甲街道',
      accountName: '甲街道发布',
      actionName: '申请验收',
      finding: '未备案',
      deadline: '3月底',
      reportedOn: '2026-03-20',
      before: '待整改',
      after: '待审核',
      evidence: [{ kind: 'file', value: 'a.pdf', at: 0, isPicture: false, notes: [] }],
    },
  ],
};

const own = ownPage();
async function show(more: object = {}, drafted?: string, place = [1, 3]) {
  await own().setContent(PAGE);
  await addBundled(
    own(),
    `import { ReportCard } from 'SRC/form/page/desk/queue-card.ts';
     globalThis.told = [];
     globalThis.card = new ReportCard(${JSON.stringify({ ...item, ...more })}, {
       drafted: ${drafted === undefined ? 'undefined' : JSON.stringify(drafted)}, home: '/', changed: () => told.push('changed'),
       place: ${JSON.stringify(place)}, next: () => told.push('next'),
       send: () => told.push('send'), withdraw: () => told.push('withdraw'),
     });
     document.querySelector('main').append(card.element);
     card.open();`,
  );
}
const text = (name: string) => own().locator(`main [data-${name}]`).first().textContent();
const run = (script: string): Promise<unknown> => own().evaluate(script);

test('等了几天、谁报什么、检查怎样、从哪里来', async () => {
  await show();
  expect([await text('days'), await text('title'), await text('verdict')]).toEqual([
    '已等3天',
    '甲街道 甲街道发布 申请验收',
    '检查通过',
  ]);
  expect(await text('origin')).toContain('由 clerk-jia 提交');
  await show({ days: 0, steps: [], issues: [], title: '清单' });
  expect([await text('days'), await text('title'), await text('decide')]).toEqual([
    '今天',
    '清单',
    '收进台账',
  ]);
});

test('第几份，往下一份走；最后一份没有下一份', async () => {
  await show();
  expect(await text('place')).toBe('第1份，共3份');
  await own().locator('main [data-next]').click();
  expect(await run('told')).toEqual(['next']);
  await show({}, undefined, [3, 3]);
  expect(await own().locator('main [data-onward]').isHidden()).toBe(true);
});

test('没有通过的：说明白，不能办；提醒单独办；拟办过的写明', async () => {
  await show({ ok: false, faults: [{ isFault: true, words: '没有佐证' }] });
  expect(await text('faults')).toContain('错误：没有佐证');
  expect(await text('faults')).toContain('检查没有通过，不能收件');
  expect(await own().locator('main [data-deciding]').isHidden()).toBe(true);
  expect(await text('pick-words')).toBe('有提醒的单独办');
  await show({}, 'rev-1 拟办了验收');
  expect(await text('verdict')).toBe('检查通过，已拟办');
  expect(await run('card.isNext')).toBe(false);
});

test('佐证打开看过，才能与别的一起办', async () => {
  await show();
  expect(await text('pick-words')).toBe('还有1份佐证没有打开，看过才能成批办');
  expect(await own().locator('main [data-pick]').isDisabled()).toBe(true);
  await own()
    .locator('main [data-evidence] a')
    .evaluate((link) => {
      link.addEventListener('click', (event) => event.preventDefault());
      (link as HTMLElement).click();
    });
  expect(await text('pick-words')).toBe('选中，与别的一起办');
  await own().locator('main [data-pick]').check();
  expect(await run('[card.isPicked, told]')).toEqual([true, ['changed']]);
});

test('没有选的说先选，选了的送出去，按下以前说成什么', async () => {
  await show();
  expect(await run('card.decision()')).toBeUndefined();
  expect(await own().locator('main form [data-fault]').textContent()).toContain('先选怎样办');
  await own().getByText('验收', { exact: true }).click();
  expect(await text('outcome')).toContain('已销号');
  expect(await run('card.decision()')).toEqual({
    commit: item.commit,
    seen: item.seen,
    decided: [{ issue: 'zx-01', action: 'accepted', fields: {} }],
  });
  await own().locator('main [data-decide]').click();
  expect(await run('told')).toEqual(['send']);
  expect(await run('[card.allows("accepted"), card.allows("voided"), card.allows("")]')).toEqual([
    true,
    false,
    true,
  ]);
});

test('撤回要按两次；不能撤的没有这个按钮', async () => {
  await show();
  await own().locator('main [data-withdraw]').click();
  expect([await text('withdraw'), await run('told')]).toEqual(['再点一次就撤回', []]);
  await own().locator('main [data-withdraw]').click();
  expect(await run('told')).toEqual(['withdraw']);
  await show({ mayWithdraw: false });
  expect(await own().locator('main [data-own]').isHidden()).toBe(true);
});

/** 怎样办：选什么、要填什么、填了以后送出去的是什么。In a real browser. */
import { beforeEach, expect, test } from 'vitest';
import { addBundled } from '../../../bundled.ts';
import { ownPage } from '../../../own-page.ts';

const field = (path: string, label: string, more: object = {}) => ({
  path,
  label,
  kind: 'text',
  required: true,
  ...more,
});
const acts = [
  { action: 'accepted', title: '验收', fields: [field('evidence', '佐证', { kind: 'evidence' })] },
  {
    action: 'returned',
    title: '退回',
    fields: [field('reason', '理由'), field('note', '说明', { required: false })],
  },
  {
    action: 'extended',
    title: '延期',
    fields: [
      field('dueOn', '延期至', { kind: 'day' }),
      field('reportedOn', '日期', { preset: 'today' }),
    ],
  },
  {
    action: 'voided',
    title: '撤销',
    fields: [field('ground', '依据', { options: [{ value: 'duplicate', label: '重复' }] })],
  },
];
const issue = (name: string, asked = {}) => ({
  issue: `zx-${name}`,
  name,
  asked,
  acts,
  approved: ['accepted'],
  outcomes: { '': '待审核', accepted: '已销号', extended: '整改中' },
});

const own = ownPage();
/** Two issues of one report. */
beforeEach(async () => {
  await own().setContent('<main></main>');
  await addBundled(
    own(),
    `import { IssueAct } from 'SRC/form/page/desk/queue-act.ts';
     const issues = ${JSON.stringify([issue('甲'), issue('乙', { dueOn: '2026-07-31' })])};
     globalThis.acts = issues.map((one, index) => new IssueAct(one, String(index)));
     document.querySelector('main').append(...acts.map(({ element }) => element));`,
  );
});
const run = (script: string): Promise<unknown> => own().evaluate(script);
const choose = (at: number, title: string) =>
  own().locator('fieldset').nth(at).getByText(title, { exact: true }).click();
const fields = (at: number) => own().locator('fieldset').nth(at).locator('[data-value]');

test('没有选的，说先选；只收件的什么也不送', async () => {
  expect(await run('acts[0].chosen()')).toBe('甲：先选怎样办。');
  await choose(0, '只收件');
  expect(await run('acts[0].chosen()')).toBeUndefined();
  expect(await run('acts[0].outcome.words')).toBe('待审核');
});

test('选了要填的，没有填的指出来，填了的送出去；佐证、自己填好的不问', async () => {
  await choose(0, '退回');
  expect(await fields(0).evaluateAll((all) => all.map((one) => one.dataset['value']))).toEqual([
    'reason',
    'note',
  ]);
  expect(await run('acts[0].chosen()')).toBe('甲：还没有填理由。');
  await fields(0).first().fill(' 看不清 ');
  expect(await run('acts[0].chosen()')).toEqual({
    issue: 'zx-甲',
    action: 'returned',
    fields: { reason: '看不清' },
  });
  await choose(0, '验收');
  expect(await run('[acts[0].chosen(), acts[0].isDrafted]')).toEqual([
    { issue: 'zx-甲', action: 'accepted', fields: {} },
    true,
  ]);
});

test('理由的按钮：一按就是退回，几条连着写，不重复', async () => {
  for (const reason of ['截图看不清，重拍', '佐证与问题对不上', '截图看不清，重拍'])
    await own()
      .locator('fieldset')
      .first()
      .getByRole('button', { name: `退回，理由是：${reason}` })
      .click();
  expect(await run('acts[0].chosen().fields.reason')).toBe('佐证与问题对不上；截图看不清，重拍');
});

test('日子是日期框，依据是选单；单位申请的日子填好', async () => {
  await choose(1, '延期');
  expect(await fields(1).first().getAttribute('type')).toBe('date');
  expect(await fields(1).first().inputValue()).toBe('2026-07-31');
  expect(await run('acts[1].outcome.words')).toBe('整改中，截止日改到所填的日子');
  await choose(1, '撤销');
  expect(
    await fields(1)
      .first()
      .evaluate((one) => one.tagName),
  ).toBe('SELECT');
});

test('别的问题跟着选，自己选过的、各自申请的日子不跟', async () => {
  await choose(0, '延期');
  await fields(0).first().fill('2026-06-30');
  await run('acts[1].follow(acts[0])');
  expect(await run('[acts[1].chosen().action, acts[1].chosen().fields.dueOn]')).toEqual([
    'extended',
    '2026-07-31',
  ]);
  await choose(1, '退回');
  await run('acts[1].follow(acts[0])');
  expect(await run('acts[1].chosen("returned").action')).toBe('returned');
  expect(await run('acts[1].chosen()')).toContain('还没有填理由');
});

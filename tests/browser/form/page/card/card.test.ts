/** 一项填报：选不选、报什么、填的格、错在哪里。In a real browser, with the work that the page has. */
import { beforeEach, expect, test } from 'vitest';
import { sliceOf } from '../../../../../src/form/slice/slice.ts';
import { checkSmall } from '../../../../ledger/small.ts';
import { addBundled } from '../../../bundled.ts';
import { ownPage } from '../../../own-page.ts';

const field = (path: string, control: string) =>
  `<div data-field="${path}"><label>${path}</label>${control}<p data-remark></p><p data-fault hidden></p></div>`;
const NOTE = field('note', '<textarea></textarea>');
const DAYS = field('reportedOn', '<input type="date">');
const PAGE = `<main><article data-card><input type="checkbox" data-choose><p data-card-fault></p><div data-room hidden></div></article></main>
<template data-template="acts"><fieldset data-field="action"><div data-acts></div><p data-fault hidden></p></fieldset></template>
<template data-template="act"><label><input type="radio"><span data-title></span><small data-when></small></label></template>
<template data-template="fields-submitted"><div>${DAYS}${field('completedOn', '<input type="date">')}${NOTE}</div></template>
<template data-template="fields-progress"><div>${DAYS}${NOTE}</div></template>`;
const day = { path: 'reportedOn', label: '报告日期', kind: 'day', required: true, preset: 'today' };
const note = { path: 'note', label: '情况说明', kind: 'text', required: false };
const acts = [
  {
    action: 'submitted',
    title: '申请验收',
    fields: [day, { path: 'completedOn', label: '完成日期', kind: 'day', required: true }, note],
  },
  { action: 'progress', title: '进展', hint: '在改', fields: [day, note] },
];
const slice = sliceOf(checkSmall().ledger!, ['zx-01']);

const own = ownPage();
async function show(more: object = {}, decides = false) {
  await own().setContent(PAGE);
  const subject = {
    id: 'zx-01',
    name: '甲街道发布',
    finding: '更新不及时',
    acts: ['submitted', 'progress'],
    ...more,
  };
  await addBundled(
    own(),
    `import { Card } from 'SRC/form/page/card/card.ts';
     import { ledgerOfSlice } from 'SRC/form/slice/slice.ts';
     import { reportWork } from 'SRC/form/works/report.ts';
     globalThis.changes = 0;
     globalThis.card = new Card(document.querySelector('[data-card]'), ${JSON.stringify(subject)}, {
       acts: ${JSON.stringify(acts)}, ledger: ledgerOfSlice(${JSON.stringify(slice)}), work: reportWork,
       decides: ${String(decides)}, changed: () => { changes += 1; }, copy: () => {},
     });`,
  );
}
beforeEach(() => show());
const run = (script: string): Promise<unknown> => own().evaluate(script);
const at = (path: string) => own().locator(`[data-field="${path}"] :is(input, textarea)`);

test('选了才打开，先是第一样事；不选就合上，填的还在', async () => {
  expect(await own().locator('[data-room]').isHidden()).toBe(true);
  expect(await run('card.draft() === undefined')).toBe(true);
  await own().locator('[data-choose]').check();
  expect(await run('[card.isChosen, card.act.action, changes]')).toEqual([true, 'submitted', 1]);
  await at('note').fill('已更新');
  await own().locator('[data-choose]').uncheck();
  expect(await own().locator('[data-room]').isHidden()).toBe(true);
  await own().locator('[data-choose]').check();
  expect(await at('note').inputValue()).toBe('已更新');
});

test('换一样事，都有的格留着；只有一样的不问，由人定的先不选', async () => {
  await own().locator('[data-choose]').check();
  await at('note').fill('在改');
  await own().getByText('进展').click();
  expect(await at('note').inputValue()).toBe('在改');
  expect(await at('completedOn').count()).toBe(0);
  await show({}, true);
  await own().locator('[data-choose]').check();
  expect(await run('card.act === undefined')).toBe(true);
  await show({ acts: ['progress'] }, true);
  await own().locator('[data-choose]').check();
  expect(await run('card.act.action')).toBe('progress');
  expect(await own().locator('[data-field=action]').isHidden()).toBe(true);
});

test('草稿：没有动过的日子不存；存的放回来，连同选的事', async () => {
  await own().locator('[data-choose]').check();
  await at('note').fill('已更新');
  const draft = await run('card.draft()');
  expect(draft).toMatchObject({ subject: 'zx-01', act: 'submitted', values: { note: '已更新' } });
  expect(draft).not.toHaveProperty('values.reportedOn');
  await show();
  await run(`card.restore(${JSON.stringify({ ...(draft as object), act: 'progress' })})`);
  expect(await run('[card.isChosen, card.act.action]')).toEqual([true, 'progress']);
  expect(await at('note').inputValue()).toBe('已更新');
  await run('card.forget()');
  expect(
    await run('[card.isChosen, document.querySelector("[data-room]").childElementCount]'),
  ).toEqual([false, 0]);
});

test('记录：填的成了报送；预览用页面上的话；照抄说明', async () => {
  await own().locator('[data-choose]').check();
  await at('completedOn').fill('2026-03-18');
  await at('note').fill('已更新');
  expect(await run('[...card.lines]')).toEqual(
    expect.arrayContaining([
      ['完成日期', '2026年3月18日'],
      ['情况说明', '已更新'],
    ]),
  );
  const said = await run('JSON.stringify(card.record("20260320-090000", "jia"))');
  expect(said).toContain('"completedOn":"2026-03-18"');
  expect(said).toContain('"onBehalfOf":"jia"');
  await run('card.take({ note: "别处写的", completedOn: "2026-01-01" }, [])');
  expect([await at('note').inputValue(), await at('completedOn').inputValue()]).toEqual([
    '别处写的',
    '2026-03-18',
  ]);
});

test('错说在那一格；清掉就没有了', async () => {
  await own().locator('[data-choose]').check();
  const fault = {
    file: 'a',
    line: 1,
    col: 1,
    rule: 'x',
    severity: 'fault',
    message: '日子不对',
    remedy: '改',
    at: ['completedOn'],
  };
  await run(`card.showFaults([${JSON.stringify(fault)}])`);
  expect(await own().locator('[data-field=completedOn] [data-fault]').textContent()).toContain(
    '日子不对',
  );
  expect(await at('completedOn').getAttribute('aria-invalid')).toBe('true');
  await run('card.clearFaults()');
  expect(await own().locator('[data-field=completedOn] [data-fault]').textContent()).toBe('');
});

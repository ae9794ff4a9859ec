/** 佐证：加、填、去掉，放进来的文件收不收、叫什么，错在哪一条。In a real browser. */
import { expect, test } from 'vitest';
import { addBundled } from '../../../bundled.ts';
import { ownPage } from '../../../own-page.ts';
import { pngWith } from '../../../../crafted/pictures.ts';

const PAGE = `<main><p data-fault hidden></p><p data-busy hidden></p><ol data-pieces></ol>
  <button data-add="number">加编号</button><button data-add="link">加链接</button>
  <input type="file" multiple data-endings></main>
<template data-template="piece-text"><li data-piece><span data-label></span><span data-asked></span><input data-value>
  <span data-optional>可以不填</span><input type="date" data-day><button data-remove>x</button><p data-piece-fault hidden></p></li></template>
<template data-template="piece-file"><li data-piece><span data-name></span><span data-words></span><canvas hidden></canvas>
  <input type="date" data-day><button data-remove>x</button><p data-piece-fault hidden></p></li></template>`;

const own = ownPage();
async function show(taken: string[] = []) {
  await own().setContent(PAGE);
  await addBundled(
    own(),
    `import { Pieces } from 'SRC/form/page/evidence/pieces.ts';
     globalThis.changes = 0;
     globalThis.pieces = new Pieces(document.querySelector('main'), ${JSON.stringify(taken)}, () => { changes += 1; });`,
  );
}
const run = (script: string): Promise<unknown> => own().evaluate(script);
const piece = (at: number) => own().locator(`[data-piece="${String(at)}"]`);
const give = async (...files: { name: string; mimeType: string; buffer: Buffer }[]) => {
  await own().locator('input[type=file]').setInputFiles(files);
  await own().locator('[data-busy]').waitFor({ state: 'hidden' });
  await own().waitForFunction('document.querySelector("[data-busy]").hidden');
};
const pdf = (name: string, text = '%PDF-1.7') => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(text),
});

test('加一条就填它；没有填字的不算', async () => {
  await show();
  await own().getByText('加编号').click();
  expect(
    await run('document.activeElement === document.querySelector("[data-piece] [data-value]")'),
  ).toBe(true);
  expect(await run('[pieces.all.length, pieces.filled.length, changes]')).toEqual([1, 0, 1]);
  await piece(0).locator('[data-value]').fill(' 示备1号 ');
  await piece(0).locator('[data-day]').fill('2026-06-15');
  expect(await run('pieces.filled')).toEqual([
    { kind: 'number', value: ' 示备1号 ', day: '2026-06-15' },
  ]);
});

test('链接没有写开头的补上，编号照写', async () => {
  await show();
  await own().getByText('加链接').click();
  await piece(0).locator('[data-value]').fill('www.example.cn/a');
  await piece(0).locator('[data-value]').blur();
  await own().getByText('加编号').click();
  await piece(1).locator('[data-value]').fill('www.example.cn');
  await piece(1).locator('[data-value]').blur();
  expect(await run('pieces.all.map(({ value }) => value)')).toEqual([
    'https://www.example.cn/a',
    'www.example.cn',
  ]);
  expect(await piece(0).locator('[data-value]').getAttribute('inputmode')).toBe('url');
});

test('要什么写在旁边；日期非填不可的不说可以不填，前面已经有过的说', async () => {
  await show();
  await run(`pieces.set([
    { kind: 'either', value: '', day: '', asked: '请附链接', dated: true },
    { kind: 'either', value: '', day: '', dated: true, proved: true },
    { kind: 'number', value: '', day: '' }])`);
  expect(await piece(0).locator('[data-asked]').textContent()).toBe('请附链接');
  expect(await piece(1).locator('[data-asked]').textContent()).toContain('网址，或受理编号');
  const optional = [0, 1, 2].map((at) => piece(at).locator('[data-optional]').isHidden());
  expect(await Promise.all(optional)).toEqual([true, false, false]);
});

test('去掉哪条是哪条', async () => {
  await show();
  await run(`pieces.set(['一', '二', '三'].map((value) => ({ kind: 'number', value, day: '' })))`);
  await piece(1).locator('[data-remove]').click();
  expect(await run('pieces.all.map(({ value }) => value)')).toEqual(['一', '三']);
  expect(await run('[changes, document.activeElement.dataset.add]')).toEqual([1, 'number']);
});

test('文件收下，同名的换个名字；不能交的说为什么，别的照收', async () => {
  await show(['说明.pdf']);
  await give(
    pdf('说明.pdf'),
    { name: 'a.exe', mimeType: '', buffer: Buffer.from('MZ') },
    pdf('公告.pdf'),
  );
  await piece(1).waitFor();
  const names = (await run('pieces.all.map(({ name }) => name)')) as string[];
  expect(names[0]).toMatch(/^说明.+\.pdf$/u);
  expect(names[1]).toBe('公告.pdf');
  expect(await own().locator('main > [data-fault]').textContent()).toContain('“a.exe”不能交');
  expect(await piece(1).locator('[data-words]').textContent()).toMatch(/字节|KB|B/u);
  expect(await piece(1).locator('canvas').isHidden()).toBe(true);
});

test('图片重画一遍再收，看得见小样', async () => {
  await show();
  await give({ name: 'IMG_1.PNG', mimeType: 'image/png', buffer: Buffer.from(pngWith()) });
  await piece(0).waitFor();
  await own().waitForFunction('document.querySelector("canvas")?.hidden === false');
  expect(await run('pieces.all[0].kind')).toBe('file');
  expect(await run('pieces.placeOf(pieces.all[0].name)')).toBe(0);
  expect(await run('pieces.placeOf("没有.png") === undefined')).toBe(true);
});

test('错在第几条填了的，就说在那一条；说不到哪条的说在上面', async () => {
  await show();
  await run(
    `pieces.set([{ kind: 'number', value: '', day: '' }, { kind: 'number', value: '示备1号', day: '' }])`,
  );
  await run(`pieces.fault(0, ['编号不对'])`);
  expect(await piece(1).locator('[data-piece-fault]').textContent()).toBe('编号不对');
  expect(await piece(0).locator('[data-piece-fault]').isHidden()).toBe(true);
  await run(`pieces.fault(undefined, ['没有佐证'])`);
  expect(await own().locator('main > [data-fault]').textContent()).toBe('没有佐证');
  await run(`pieces.fault(7, ['别的'])`);
  expect(await own().locator('main > [data-fault]').textContent()).toBe('别的');
  await run(`pieces.fault(0, [])`);
  expect(await piece(1).locator('[data-piece-fault]').isHidden()).toBe(true);
});

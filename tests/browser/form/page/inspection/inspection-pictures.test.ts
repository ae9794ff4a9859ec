/** 检查的截图：粘贴、拖来、选来的归哪个账号，什么不收。In a real browser. */
import { beforeEach, expect, test } from 'vitest';
import { pngWith } from '../../../../crafted/pictures.ts';
import { addBundled } from '../../../bundled.ts';
import { ownPage } from '../../../own-page.ts';

const PAGE = `<main><p data-form-fault hidden></p><section data-room><input type="file" multiple data-picture-file><ul data-pictures></ul>
  <p data-picture-fault hidden></p><input id="words"><input type="radio" id="radio"></section></main>
<template data-template="picture"><li><span data-name></span><span data-words></span><canvas hidden></canvas><button data-remove>x</button></li></template>`;
const PNG = Buffer.from(pngWith()).toString('base64');

const own = ownPage();
beforeEach(async () => {
  await own().setContent(PAGE);
  await addBundled(
    own(),
    `import { InspectionPictures } from 'SRC/form/page/inspection/inspection-pictures.ts';
     globalThis.rows = Object.fromEntries(['a', 'b'].map((id) => [id, { account: { id, name: '账号' + id }, row: {} }]));
     globalThis.changed = [];
     globalThis.pictures = new InspectionPictures(document.querySelector('[data-room]'), {
       changed: ({ account }) => changed.push(account.id),
       names: () => Object.values(rows).flatMap(({ row }) => (row.pictures ?? []).map(({ file }) => file)),
     });
     pictures.show(rows.a);
     globalThis.png = (name) => new File([Uint8Array.from(atob('${PNG}'), (c) => c.charCodeAt(0))], name, { type: 'image/png' });
     globalThis.pasted = (at, files, text) => {
       const data = new DataTransfer();
       for (const file of files) data.items.add(file);
       if (text) data.setData('text/plain', text);
       const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
       document.querySelector(at).dispatchEvent(event);
       return event.defaultPrevented;
     };
     globalThis.dropped = (files) => {
       const data = new DataTransfer();
       for (const file of files) data.items.add(file);
       document.querySelector('[data-room]').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
     };`,
  );
});
const run = <T>(script: string): Promise<T> => own().evaluate<T>(script);
const files = (id: string) =>
  run<string[]>(`(rows.${id}.row.pictures ?? []).map(({ file }) => file)`);
const items = () => own().locator('[data-pictures] li');
const fault = () => own().locator('[data-picture-fault]').textContent();

test('粘贴在哪里都收，重画一遍，名字按账号编', async () => {
  expect(await run(`pasted('main', [png('1.png')])`)).toBe(true);
  await items().first().waitFor();
  await run(`pasted('main', [png('1.png')])`);
  await items().nth(1).waitFor();
  const names = await files('a');
  expect(names[0]).toMatch(/^a-截图.*\.png$/u);
  expect(new Set(names).size).toBe(2);
  expect(await run('changed')).toEqual(['a', 'a']);
  await own().waitForFunction('document.querySelector("canvas")?.hidden === false');
});

test('粘到填字的格里、还带着字的，字照常进格，不收图；只有图的收', async () => {
  expect(await run(`pasted('#words', [png('1.png')], '表格')`)).toBe(false);
  expect(await run(`pasted('#radio', [png('1.png')], '表格')`)).toBe(true);
  await items().first().waitFor();
  expect(await run(`pasted('#words', [png('1.png')])`)).toBe(true);
  await items().nth(1).waitFor();
  expect(await run(`pasted('main', [], '只有字')`)).toBe(false);
});

test('选来的、拖来的一样收；不是图的说不收，别的照收', async () => {
  await own()
    .locator('[data-picture-file]')
    .setInputFiles([
      { name: '说明.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
      { name: '坏的.png', mimeType: 'image/png', buffer: Buffer.from('不是图') },
      { name: '1.png', mimeType: 'image/png', buffer: Buffer.from(pngWith()) },
    ]);
  await own().waitForFunction('!document.querySelector("[data-picture-fault]").hidden');
  expect(await fault()).toContain('“说明.pdf”不是能读的图片');
  expect(await fault()).toContain('“坏的.png”不是能读的图片');
  expect(await items().count()).toBe(1);
  await run(`dropped([png('2.png')])`);
  await items().nth(1).waitFor();
});

test('画着的时候换了账号，图还归原来那个；不收的也说是谁的', async () => {
  await run(
    `dropped([png('1.png'), new File(['x'], '说明.pdf', { type: 'application/pdf' })]); pictures.show(rows.b)`,
  );
  await own().waitForFunction('(rows.a.row.pictures ?? []).length === 1');
  await own().waitForFunction('!document.querySelector("[data-form-fault]").hidden');
  expect([await files('b'), await items().count(), await run('changed')]).toEqual([[], 0, ['a']]);
  expect(await own().locator('[data-form-fault]').textContent()).toMatch(/^账号a：“说明.pdf”/u);
});

test('台账里有的看得到、去不掉；新贴的去掉哪张是哪张', async () => {
  await run(
    `rows.a.row.pictures = [{ file: '旧.png' }, { file: '新.png', bytes: new Uint8Array(2048) }]; pictures.show(rows.a)`,
  );
  expect(await own().locator('[data-words]').allTextContents()).toEqual([
    '已在台账',
    expect.stringContaining('2'),
  ]);
  expect(await items().first().locator('[data-remove]').isHidden()).toBe(true);
  await items().nth(1).locator('[data-remove]').click();
  expect([await files('a'), await run('changed')]).toEqual([['旧.png'], ['a']]);
});

test('这一处藏起来的时候，粘贴不归它', async () => {
  await run(`document.querySelector('[data-room]').hidden = true`);
  expect(await run(`pasted('main', [png('1.png')])`)).toBe(false);
  expect(await run('changed')).toEqual([]);
});

/** 指到那一格：哪里不对说在哪一格，说不到格子的说在这一份上；改好再查就都收起。In a real browser. (示例区，虚构) */
import { beforeEach, expect, test } from 'vitest';
import { addBundled } from '../../../bundled.ts';
import { ownPage } from '../../../own-page.ts';

const own = ownPage();
const field = (path: string, inside: string) =>
  `<div data-field="${path}">${inside}<p data-fault hidden></p></div>`;
const CARD = `<article><p data-card-fault hidden></p><div data-room>
  ${field('action', '<input type="radio" name="a" value="x">')}
  ${field('note', '<textarea></textarea>')}
  ${field('to', '<input><ul data-chosen></ul>')}
  ${field('from', '<input><ul data-chosen><li>甲</li></ul>')}
  <p data-piece-fault hidden></p></div></article>`;
beforeEach(async () => {
  await own().setContent(CARD);
  await addBundled(
    own(),
    `import { clearFaults, showFaults } from 'SRC/form/page/card/card-faults.ts';
     const element = document.querySelector('article');
     const room = document.querySelector('[data-room]');
     globalThis.told = [];
     const pieces = {
       placeOf: (name) => ({ '图.png': 2 })[name],
       fault: (at, words) => told.push([at ?? 'all', ...words]),
     };
     const fields = ['note', 'to', 'from'].map((path) => ({ path }));
     globalThis.show = (faults, more = {}) => {
       const place = showFaults(faults.map((one) => ({ file: 'r.yaml', at: [], severity: 'fault', message: '不对', remedy: '改', ...one })),
         { element, room, fields, names: new Map(), pieces, fieldOf: undefined, ...more });
       return place === element ? 'card' : (place.closest('[data-field]')?.dataset.field ?? 'fault');
     };
     globalThis.clear = () => clearFaults(element, room);`,
  );
});
const run = (script: string): Promise<unknown> => own().evaluate(script);
const show = (faults: object[], more = '{}') => run(`show(${JSON.stringify(faults)}, ${more})`);
const said = async (place: string) =>
  (await own().locator(place).isVisible()) ? own().locator(place).textContent() : undefined;
const at = (path: string) => said(`[data-field="${path}"] [data-fault]`);
const marked = () =>
  own()
    .locator('[aria-invalid]')
    .evaluateAll((all) =>
      all.map((one) => one.closest<HTMLElement>('[data-field]')?.dataset['field']),
    );

test('说在它的那一格，那一格标成不对；第一处不对的在前', async () => {
  expect(await show([{ at: ['from'] }, { at: ['note'] }])).toBe('note');
  expect(await at('note')).toContain('不对');
  expect(await marked()).toEqual(['note', 'from']);
  expect(await said('[data-card-fault]')).toBeUndefined();
});

test('同样的话只说一次；几句都说', async () => {
  await show([{ at: ['note'] }, { at: ['note'] }, { at: ['note'], message: '太长' }]);
  const words = (await at('note')) ?? '';
  expect([words.split('不对').length, words.includes('太长')]).toEqual([2, true]);
});

test('没有选事项、没有选名称的，只叫先选；选了的照说', async () => {
  await show([{ at: ['action'] }, { at: ['to'] }, { at: ['from'] }]);
  expect([await at('action'), await at('to'), await at('from')]).toEqual([
    expect.stringContaining('还没有选事项'),
    expect.stringContaining('还没有选：写名称里的几个字'),
    expect.stringContaining('不对'),
  ]);
  await own().locator('[type=radio]').check();
  await show([{ at: ['action'] }]);
  expect(await at('action')).toContain('不对');
});

test('不是哪一格的，说在这一份上', async () => {
  expect(await show([{ at: ['deadline', 'text'] }])).toBe('card');
  expect(await said('[data-card-fault]')).toContain('不对');
  expect(await marked()).toEqual([]);
  // A form may know which of its fields a part of the record hangs on.
  expect(await show([{ at: ['deadline', 'text'] }], `{ fieldOf: () => 'note' }`)).toBe('note');
});

test('佐证的说在那一件上：按第几件，或按文件名；说不到哪一件的说在全部上；没有佐证的不出错', async () => {
  await show([
    { at: ['evidence', 1] },
    { at: ['evidence'] },
    { file: 'evidence/zx-01/图.png' },
    { file: 'evidence/zx-01/别的.png', message: '没有' },
  ]);
  const told = (await run('told')) as [number | 'all', ...string[]][];
  expect(told.map(([place]) => place).toSorted()).toEqual([1, 2, 'all']);
  expect(told.find(([place]) => place === 'all')).toHaveLength(3);
  expect(await show([{ at: ['evidence', 1] }], '{ pieces: undefined }')).toBe('card');
});

test('再查以前都收起', async () => {
  await show([{ at: ['note'] }, { at: ['none'] }]);
  await run('clear()');
  expect([await at('note'), await said('[data-card-fault]'), await marked()]).toEqual([
    ...[undefined, undefined, []],
  ]);
});

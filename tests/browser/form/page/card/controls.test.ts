/** 填写处：各种格子里填了什么，怎样放回去，怎样写成话。In a real browser. */
import { expect, test } from 'vitest';
import { addBundled } from '../../../bundled.ts';
import { ownPage } from '../../../own-page.ts';

const radios = (name: string, ...values: string[]) =>
  values.map((value) => `<input type="radio" name="${name}" value="${value}">`).join('');
const PAGE = `<main>
  <div data-field="note"><textarea></textarea></div>
  <div data-field="day"><input type="date"></div>
  <div data-field="kind"><select><option value="">-</option><option value="x">甲</option></select></div>
  <div data-field="many"><input type="checkbox" value="a"><input type="checkbox" value="b"></div>
  <div data-field="yes">${radios('yes', 'true', 'false')}</div>
  <div data-field="file"><input type="file"><input class="words"></div>
</main>`;
const fields = [
  { path: 'note', label: '说明', kind: 'text' },
  { path: 'day', label: '日期', kind: 'day' },
  { path: 'kind', label: '类别', kind: 'choice', options: [{ value: 'x', label: '甲类' }] },
  {
    path: 'many',
    label: '几样',
    kind: 'choices',
    options: [
      { value: 'a', label: '子' },
      { value: 'b', label: '丑' },
    ],
  },
  { path: 'yes', label: '要不要', kind: 'yes-no' },
  { path: 'whose', label: '谁的', kind: 'known' },
  { path: 'proof', label: '佐证', kind: 'evidence' },
  { path: 'gone', label: '没有显示的', kind: 'text' },
];

const own = ownPage();
async function show() {
  await own().setContent(PAGE);
  await addBundled(
    own(),
    `import * as controls from 'SRC/form/page/card/controls.ts';
     globalThis.fields = ${JSON.stringify(fields)};
     globalThis.main = document.querySelector('main');
     Object.assign(globalThis, controls);
     globalThis.put = (path, value) => inputsAt(main, path).forEach((one) => fillIn(one, value));`,
  );
}
const run = <T>(script: string): Promise<T> => own().evaluate<T>(script);

test('填了什么：一格一样，几样是一列，是和否二选一；没有显示的照原来知道的', async () => {
  await show();
  expect(await run('typedValues(main, fields, {})')).toEqual({
    note: '',
    day: '',
    kind: '',
    many: [],
    yes: '',
  });
  await run(
    `put('note', '已改'); put('day', '2026-06-15'); put('kind', 'x'); put('many', ['b']); put('yes', 'false');`,
  );
  expect(
    await run(`typedValues(main, fields, { gone: '留着', proof: 'x', note: '旧的' })`),
  ).toEqual({
    note: '已改',
    day: '2026-06-15',
    kind: 'x',
    many: ['b'],
    yes: 'false',
    gone: '留着',
    proof: 'x',
  });
});

test('放回去：没有值的不动，选的按值选，几行连起来', async () => {
  await show();
  await run(
    `put('note', ['一', '二']); put('many', ['a', 'b']); put('many', ['a']); put('day', undefined)`,
  );
  expect(await run('typedValues(main, fields, {})')).toMatchObject({
    note: '一\n二',
    many: ['a'],
    day: '',
  });
  await run(`put('note', undefined); put('many', undefined)`);
  expect(await run('typedValues(main, fields, {})')).toMatchObject({ note: '一\n二', many: ['a'] });
});

test('选文件的格不算填写处', async () => {
  await show();
  expect(await run(`inputsAt(main, 'file').map((one) => one.className)`)).toEqual(['words']);
});

test('写成话：日期写年月日，选的写名称，是否写是否；空的不写，按名称选的自己会说', async () => {
  await show();
  expect(
    await run(
      `inLines(fields, { note: ' ', day: '2026-06-15', kind: 'x', many: ['a', 'b'], yes: 'true', whose: 'a', gone: '有' })`,
    ),
  ).toEqual([
    ['日期', '2026年6月15日'],
    ['类别', '甲类'],
    ['几样', '子、丑'],
    ['要不要', '是'],
    ['没有显示的', '有'],
  ]);
  expect(await run(`inLines(fields, { day: '上周', yes: 'false', kind: 'y' })`)).toEqual([
    ['日期', '上周'],
    ['类别', 'y'],
    ['要不要', '否'],
  ]);
});

test('程序自己填的几样也有名称', async () => {
  await show();
  expect(await run(`[...fieldNames(fields)].map((one) => one.join(' '))`)).toEqual(
    expect.arrayContaining(['note 说明', 'evidence 佐证材料', 'channel 收件渠道']),
  );
});

/** 按名称选：输入几个字缩小，键盘和手都能选，一个或几个。In a real browser. */
import { expect, test } from 'vitest';
import { addBundled } from '../../../bundled.ts';
import { ownPage } from '../../../own-page.ts';

const PAGE = `<main><div id="holder"><ul data-chosen hidden></ul><input><div data-offered hidden></div></div><button>别处</button></main>`;
const choices = [
  { value: 'a', label: '榆阳发布', about: '微信公众号，甲局' },
  { value: 'b', label: '甲街道发布', about: '微博，甲街道' },
  { value: 'c', label: '区残联', about: '单位' },
  { value: 'd', label: '发布厅' },
  ...Array.from({ length: 9 }, (_, at) => ({
    value: `n${String(at)}`,
    label: `乙${String(at)}站`,
  })),
];

const own = ownPage();
async function show(many = false) {
  await own().setContent(PAGE);
  await addBundled(
    own(),
    `import { NameChooser } from 'SRC/form/page/card/known.ts';
     globalThis.changes = 0;
     globalThis.chooser = new NameChooser(document.querySelector('#holder'), ${JSON.stringify(choices)}, ${String(many)}, () => { changes += 1; });`,
  );
}
const input = () => own().locator('input');
const offered = () => own().locator('[data-offered] > *').allTextContents();
const run = (script: string): Promise<unknown> => own().evaluate(script);
const type = (words: string) => input().fill(words);

test('名字开头的在前，名字里有的其次，说明里有的最后', async () => {
  await show();
  await type('发布');
  expect(await offered()).toEqual(['发布厅', '榆阳发布微信公众号，甲局', '甲街道发布微博，甲街道']);
  await type('甲');
  expect(await offered()).toEqual(['甲街道发布微博，甲街道', '榆阳发布微信公众号，甲局']);
});

test('几个词都要有；没有的说没有，多的说还有几个', async () => {
  await show();
  await type('发布 微博');
  expect(await offered()).toEqual(['甲街道发布微博，甲街道']);
  await type('天外');
  expect(await offered()).toEqual(['没有叫这个名称的']);
  await type('乙');
  expect((await offered()).at(-1)).toBe('还有1个，再写几个字');
  expect(await offered()).toHaveLength(9);
});

test('回车选标着的那个，选了收起来，输入的不留', async () => {
  await show();
  await type('残');
  await input().press('Enter');
  expect(await run('[chooser.values, chooser.words, changes]')).toEqual([
    ['c'],
    '区残联（单位）',
    1,
  ]);
  expect([await input().inputValue(), await own().locator('[data-offered]').isHidden()]).toEqual([
    '',
    true,
  ]);
  await type('发布厅');
  await input().press('Enter');
  expect(await run('[chooser.values, chooser.words]')).toEqual([['d'], '发布厅']);
});

test('什么也没有输入时回车不选；上下键走一圈', async () => {
  await show();
  await input().focus();
  await input().press('Enter');
  expect(await run('chooser.values')).toEqual([]);
  await input().press('ArrowDown');
  const marked = () => own().locator('[aria-selected=true]').first().textContent();
  expect(await marked()).toContain('榆阳发布');
  await input().press('ArrowUp');
  expect(await marked()).toContain('乙3站');
  expect(await input().getAttribute('aria-activedescendant')).toMatch(/-7$/u);
  await input().press('Enter');
  expect(await run('chooser.values')).toEqual(['n3']);
});

test('退出键收起；收起以后按下键又打开；没有匹配的上下键不出错', async () => {
  await show();
  await type('残');
  await input().press('Escape');
  expect([
    await own().locator('[data-offered]').isHidden(),
    await input().getAttribute('aria-expanded'),
  ]).toEqual([true, 'false']);
  await input().press('ArrowDown');
  expect(await own().locator('[data-offered]').isHidden()).toBe(false);
  await type('天外');
  await input().press('ArrowDown');
  await input().press('Enter');
  expect(await run('chooser.values')).toEqual([]);
});

test('能选几个的：选过的不再列，空着退格去掉末一个，按钮去掉哪个是哪个', async () => {
  await show(true);
  for (const words of ['残', '发布厅', '榆阳']) {
    await type(words);
    await input().press('Enter');
  }
  expect(await run('chooser.values')).toEqual(['c', 'd', 'a']);
  await type('残');
  expect(await offered()).toEqual(['没有叫这个名称的']);
  await input().press('Backspace');
  expect(await run('chooser.values')).toEqual(['c', 'd', 'a']);
  await input().press('Backspace');
  expect(await run('chooser.values')).toEqual(['c', 'd']);
  await own().getByRole('button', { name: '去掉区残联' }).click();
  expect(await run('[chooser.values, document.activeElement.tagName]')).toEqual([['d'], 'INPUT']);
});

test('点一下就选；正在拼写的时候键不管；离开就收起', async () => {
  await show();
  await type('残');
  await own().locator('[role=option]').first().click();
  expect(await run('chooser.values')).toEqual(['c']);
  await type('发布厅');
  await run(
    `document.querySelector('input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))`,
  );
  expect(await run('chooser.values')).toEqual(['c']);
  await own().getByRole('button', { name: '别处' }).click();
  expect(await own().locator('[data-offered]').isHidden()).toBe(true);
});

test('照存下来的放回去，没有的不算', async () => {
  await show(true);
  await run(`chooser.set(['b', 'zz', 'd'])`);
  expect(await run('[chooser.values, changes]')).toEqual([['b', 'd'], 0]);
  await run('chooser.set([])');
  expect(await own().locator('[data-chosen]').isHidden()).toBe(true);
});

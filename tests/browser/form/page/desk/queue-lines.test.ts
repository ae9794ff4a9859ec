/** 待办的行：佐证一件一行，报送说了什么，办了以后怎样，检查的话。In a real browser. (示例区，虚构) */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { addBundled } from '../../../bundled.ts';
import { ownPage } from '../../../own-page.ts';

const own = ownPage();
beforeAll(async () => {
  await own().setContent('<main></main>');
  await addBundled(
    own(),
    `import * as lines from 'SRC/form/page/desk/queue-lines.ts';
     globalThis.lines = lines;
     globalThis.opened = [];
     globalThis.show = (...parts) => document.querySelector('main').replaceChildren(...parts.flat());`,
  );
});
beforeEach(() => run('opened.length = 0'));
const run = (script: string): Promise<unknown> => own().evaluate(script);
const call = (name: string, ...given: unknown[]) =>
  run(
    `show(lines.${name}(${given.map((one) => (one === undefined ? 'undefined' : JSON.stringify(one))).join(', ')}))`,
  );
const texts = (selector: string) => own().locator(`main ${selector}`).allTextContents();

const piece = (more: object) => ({ value: '图.png', notes: [], isPicture: false, ...more });
const showPiece = (more: object) =>
  run(
    `show(lines.pieceLine(${JSON.stringify(piece(more))}, '/api/evidence/abc', (at) => opened.push(at)))`,
  );

test('编号、另存的文件没有可打开的，只写是什么；什么材料、哪天的写在下面', async () => {
  await showPiece({ kind: 'number', value: '示例备〔2026〕1号', what: '备案', day: '2026-03-19' });
  expect(await texts('span')).toEqual(['编号：示例备〔2026〕1号', '备案，2026-03-19']);
  await showPiece({ kind: 'stored', value: '柜2' });
  expect(await texts('span')).toEqual(['另存文件：柜2']);
  expect(await texts('a')).toEqual([]);
});

test('打开一件，记下看过第几件；不带来处；校验值、检查的话也在', async () => {
  await showPiece({ kind: 'link', at: 1, sha256: 'ab', notes: ['在别处用过'] });
  const link = own().locator('main a');
  expect([
    await link.getAttribute('href'),
    await link.getAttribute('rel'),
    await own().locator('main img').count(),
  ]).toEqual(['/api/evidence/abc/1', 'noreferrer', 0]);
  expect([await texts('code'), await texts('strong')]).toEqual([['SHA-256 ab'], ['在别处用过']]);
  await link.evaluate((one) => {
    one.addEventListener('click', (event) => event.preventDefault());
    (one as HTMLElement).click();
  });
  expect(await run('opened')).toEqual([1]);
});

test('图片显示出来就算看过', async () => {
  await showPiece({ kind: 'file', at: 0, isPicture: true });
  const picture = own().locator('main img');
  expect(await picture.getAttribute('alt')).toBe('图.png');
  expect(await run('opened')).toEqual([]);
  await picture.dispatchEvent('load');
  expect(await run('opened')).toEqual([0]);
});

const step = {
  ...{ finding: '未备案', deadline: '3月底', actionName: '申请验收', reportedOn: '2026-03-20' },
  ...{ before: '待整改', after: '待审核' },
};
test('收件后从什么到什么；不变的写现在的，不成立的写不成立；没有说的不列', async () => {
  const stateOf = async (more: object) => {
    await call('factsOf', { ...step, ...more }, { owed: [] });
    const names = await texts('dt');
    return (await texts('dd'))[names.indexOf('收件后')];
  };
  expect(await stateOf({})).toBe('待整改 → 待审核');
  expect(await texts('dt')).toEqual(['存在问题', '整改时限', '报送', '收件后']);
  expect(await stateOf({ after: undefined })).toBe('待整改 → 待整改');
  expect(await stateOf({ before: undefined })).toBe('不成立');
  await call('factsOf', { ...step, note: '在改' }, { owed: ['截图', '链接'] });
  expect((await texts('dd')).slice(-2)).toEqual(['在改', '截图；链接']);
});

test('办了以后怎样：都一样的只说一次，不一样的、还没有都选的逐个说', async () => {
  const told = (outcomes: object[], count: number) =>
    run(`lines.outcomeWords(${JSON.stringify(outcomes)}, '验收后', ${String(count)})`);
  const [a, b] = [
    { name: '甲', words: '已销号' },
    { name: '乙', words: '已销号' },
  ];
  expect(await told([a, b], 2)).toBe('验收后：已销号');
  expect(await told([a], 2)).toBe('验收后：甲 已销号');
  expect(await told([a, { ...b, words: '待审核' }], 2)).toBe('验收后：甲 已销号；乙 待审核');
  expect(await told([], 2)).toBe('');
});

const item = { ok: true, isOffice: false, faults: [], others: [], told: 1 };
test('检查的话：错误、提醒分开；拟办过的先说；新增的只列几个；没有通过的说怎么办', async () => {
  const lines = async (more: object, drafted?: string) => {
    await call('faultLines', { ...item, ...more }, drafted);
    return texts('li');
  };
  expect(await lines({})).toEqual([]);
  expect(await lines({ others: ['一', '二'] }, '已拟办')).toEqual([
    ...['已拟办；再拟一次就换掉', '一', '等2个文件'],
  ]);
  const faults = [
    { isFault: true, words: '缺佐证' },
    { isFault: false, words: '迟报' },
  ];
  expect(await lines({ ok: false, faults, others: ['一'] })).toEqual([
    ...['错误：缺佐证', '提醒：迟报', '一'],
    '检查没有通过，不能收件：把上面的话转给单位，改好重新报送。',
  ]);
  expect(await texts('.queue-wrong')).toHaveLength(2);
  expect((await lines({ ok: false, isOffice: true })).at(-1)).toContain('登记的人撤回');
});

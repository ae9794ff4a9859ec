/** 拖进来的文件：按名字留着，同名的不顶掉，太大的不收，去得掉；问服务器的时候都停下。In a real browser. (示例区，虚构) */
import { beforeEach, expect, test } from 'vitest';
import { addBundled } from '../../../bundled.ts';
import { ownPage } from '../../../own-page.ts';
import { ownServer } from '../../../own-server.ts';

const own = ownPage();
const desk = ownServer();
desk.page(`<main><div data-drop><input type="file" multiple></div><ol data-files></ol>
  <p data-busy></p><button disabled>旧的</button><textarea></textarea></main>`);
beforeEach(async () => {
  await own().goto(desk.address());
  await addBundled(
    own(),
    `import { atRest, DroppedFiles, postedToDesk } from 'SRC/form/page/desk/dropped.ts';
     const root = document.querySelector('main');
     globalThis.heard = [];
     globalThis.files = new DroppedFiles(root, (unread) => heard.push(unread));
     globalThis.post = (body) => postedToDesk('/api/x', body);
     globalThis.rest = (work) => atRest(root, '正在读', work);
     globalThis.drop = (kind, ...all) => {
       const dataTransfer = new DataTransfer();
       for (const file of all) dataTransfer.items.add(file);
       const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
       document.querySelector('[data-drop]').dispatchEvent(event);
       return event.defaultPrevented;
     };
     globalThis.text = (name, words) => new File([words], name);`,
  );
});
const run = (script: string): Promise<unknown> => own().evaluate(script);
/** Waits until the page was told so many times. */
const heard = async (count: number) => {
  await expect.poll(() => run('heard.length'), { timeout: 20_000 }).toBe(count);
  return run(`heard[${String(count - 1)}]`);
};
const names = () => run('files.sent.map(({ name }) => name)');
const give = (name: string, words: string) => ({
  ...{ name, mimeType: 'text/plain', buffer: Buffer.from(words) },
});

test('拖进来、选进来的都留着；选过的框空出来，可以再选同一个', async () => {
  expect(await run('files.isEmpty')).toBe(true);
  await run(`drop('drop', text('甲.txt', '一'))`);
  expect(await heard(1)).toEqual([]);
  await own()
    .locator('input')
    .setInputFiles([give('乙.txt', '二')]);
  await heard(2);
  expect(await run('files.sent')).toEqual([
    { name: '甲.txt', base64: Buffer.from('一').toString('base64') },
    { name: '乙.txt', base64: Buffer.from('二').toString('base64') },
  ]);
  expect([await run('files.isEmpty'), await own().locator('input').inputValue()]).toEqual([
    ...[false, ''],
  ]);
});

test('同名而不同的两份都留；一模一样的只留一份', async () => {
  await run(
    `drop('drop', text('1.jpg', 'a'), text('1.jpg', 'b'), text('1.jpg', 'a'), text('1.jpg', 'ab'))`,
  );
  await heard(1);
  expect(await names()).toEqual(['1.jpg', '2/1.jpg', '3/1.jpg']);
});

test('去掉一个，全部清掉', async () => {
  await run(`drop('drop', text('甲.txt', '一'), text('乙.txt', '二'))`);
  await heard(1);
  await own().getByRole('button', { name: '去掉 甲.txt' }).click();
  expect([await names(), await heard(2)]).toEqual([['乙.txt'], []]);
  await run('files.clear()');
  expect(await own().locator('[data-files] li').count()).toBe(0);
});

test('合起来太大的不收，说先办完；收下的还在', async () => {
  await run(`drop('drop', text('小.txt', '一'), new File([new Uint8Array(60_000_000)], '大.zip'))`);
  expect(await heard(1)).toEqual([
    expect.stringMatching(/^大\.zip 没有收下：一次合起来最多 48 MB/u),
  ]);
  expect(await names()).toEqual(['小.txt']);
});

test('读不出来的（文件夹）说怎么办，别的照收', async () => {
  await run(
    `(() => { const broken = text('夹', ''); broken.arrayBuffer = () => Promise.reject(new Error('')); 
       const all = [broken, text('甲.txt', '一')];
       const event = new Event('drop', { bubbles: true, cancelable: true });
       event.dataTransfer = { files: all };
       document.querySelector('[data-drop]').dispatchEvent(event); })()`,
  );
  expect(await heard(1)).toEqual([expect.stringContaining('夹 读不出来：是文件夹的')]);
  expect(await names()).toEqual(['甲.txt']);
});

test('拖到上面标出来，离开、放下不标；放在旁边的也不把页面换掉', async () => {
  const zone = own().locator('[data-drop]');
  const isOver = async () => (await zone.getAttribute('data-over')) !== null;
  const states: boolean[] = [];
  for (const kind of ['dragenter', 'dragleave', 'dragover', 'drop']) {
    await run(`drop('${kind}')`);
    states.push(await isOver());
  }
  expect(states).toEqual([true, false, true, false]);
  expect(await run(`drop('dragover')`)).toBe(true);
});

test('问服务器：答的原样给；答得不是样子的当作空的；没有人答的是 0', async () => {
  desk.answers('POST /api/x', 422, { sentence: '不收' });
  expect(await run(`post({ a: 1 })`)).toEqual({ status: 422, data: { sentence: '不收' } });
  expect(desk.asked).toEqual([{ what: 'POST /api/x', body: { a: 1 } }]);
  desk.answers('POST /api/x', 500, undefined);
  expect(await run('post({})')).toEqual({ status: 500, data: {} });
  desk.drop('POST /api/x');
  expect(await run('post({})')).toEqual({ status: 0, data: {} });
});

test('等的时候都不能按，说在做什么；完了照旧，原来不能按的还是不能', async () => {
  const state = `[...document.querySelectorAll('button, textarea, input')].map((one) => one.disabled)`;
  const before = await run(state);
  await run(`void rest(() => new Promise((done) => (globalThis.finish = done)))`);
  expect([
    new Set((await run(state)) as boolean[]),
    await own().locator('[data-busy]').textContent(),
  ]).toEqual([...[new Set([true]), '正在读']]);
  await run('finish()');
  await expect.poll(() => own().locator('[data-busy]').textContent()).toBe('');
  expect(await run(state)).toEqual(before);
  expect(before).toContain(true);
  await expect(run(`rest(() => Promise.reject(new Error('坏')))`)).rejects.toThrow('坏');
  expect(await run(state)).toEqual(before);
});

/** 登录没有成：why it failed stays in sight when somebody goes on to 预览, until the next try. In a real browser. */
import { expect, test } from 'vitest';
import { addBundled } from '../../../bundled.ts';
import { openAnew, ownPage } from '../../../own-page.ts';
import { ownServer } from '../../../own-server.ts';

const desk = ownServer();
desk.page(`<main><section data-signing><p data-signed-in><span data-account></span></p>
  <button type="button" data-sign-in></button><button type="button" data-sign-out></button><p data-by-server></p>
  <form data-token><input><a></a><span data-token-words></span><button>登录</button></form><p data-sign-fault hidden></p></section>
  <button id="preview">预览</button></main>`);
const own = ownPage();
const FAILED = '登录口令不对：重新粘贴一次';
const WANTED = '还没有登录：登录后再预览';

async function open(): Promise<void> {
  await openAnew(own(), desk.address());
  // A place to which `right` signs in, and nothing else.
  await addBundled(
    own(),
    `import { Signing } from 'SRC/form/page/hand-in/signing.ts';
     let who;
     const sender = {
       signIn: 'token',
       whoAmI: () => Promise.resolve(who),
       trouble: () => undefined,
       start: ({ token }) => {
         if (token !== 'right') return Promise.resolve({ kind: 'failed', why: 'sign-in', sentence: '${FAILED}' });
         who = { account: 'clerk' };
         return Promise.resolve(undefined);
       },
       end: () => { who = undefined; },
     };
     const settings = { kind: 'gitea', token: { words: '生成', address: '/' } };
     const signing = new Signing(document.querySelector('[data-signing]'), sender, { settings, home: '/' }, () => {});
     document.querySelector('#preview').addEventListener('click', async () => {
       await signing.ask();
       if (signing.who === undefined) signing.wanted('${WANTED}');
     });
     void signing.ask().then(() => { document.body.dataset.ready = 'yes'; });`,
  );
  await own().locator('[data-ready]').waitFor();
}
const said = () => own().locator('[data-sign-fault] span').allTextContents();
const signIn = async (token: string) => {
  await own().locator('[data-token] input').fill(token);
  await own().locator('[data-token] button').click();
};

test('口令不对的，点预览以后还看得到为什么；登录成了才没有', async () => {
  await open();
  expect(await said()).toEqual([]);
  await signIn('wrong');
  await expect.poll(said).toEqual([FAILED]);
  await own().locator('#preview').click();
  await expect.poll(said).toEqual([FAILED, WANTED]);
  await signIn('right');
  await expect.poll(said).toEqual([]);
  expect(await own().locator('[data-account]').textContent()).toBe('clerk');
});

test('没有试过登录的，只说还没有登录；退出以后也不再说以前为什么没有成', async () => {
  await open();
  await own().locator('#preview').click();
  await expect.poll(said).toEqual([WANTED]);
  await signIn('wrong');
  await expect.poll(said).toEqual([FAILED]);
  await own()
    .locator('[data-sign-out]')
    .evaluate((button: HTMLElement) => {
      button.click();
    });
  await own().locator('#preview').click();
  await expect.poll(said).toEqual([WANTED]);
});

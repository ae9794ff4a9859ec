import { expect, test } from 'vitest';
import type { Channel } from '../../src/sending/channel.ts';
import { isTold, type Messages, sendAll } from '../../src/sending/send.ts';

const messages: Messages = {
  subject: '整改催办',
  inner: '内部的话',
  open: undefined,
  whole: '全部',
  ofUnit: () => undefined,
};
const open: Channel = {
  kind: 'webhook',
  audience: 'public',
  address: new URL('http://127.0.0.1:9/'),
  token: undefined,
};
const own: Channel = {
  kind: 'mail',
  audience: 'internal',
  server: new URL('smtp://127.0.0.1:9'),
  from: 'office@mail.example',
  to: [{ address: 'jia@mail.example', unit: 'jia' }],
};

test('没有要说的不算没有送到：公开的群没有公开的，单位的邮箱没有要办的', async () => {
  const sent = await sendAll([own, open], messages, 0, 500);
  expect(sent.map(({ state, words }) => [state, words])).toEqual([
    ['nothing', '收件人都没有要办的，没有发'],
    ['nothing', '没有公开站上有的，没有发'],
  ]);
  expect(isTold(sent)).toBe(false);
});

test('内部的没有送到，公开的就不发', async () => {
  const group: Channel = { ...open, audience: 'internal' };
  const sent = await sendAll([open, group], { ...messages, open: '公开的话' }, 0, 500);
  expect(sent.map(({ channel, state }) => [channel.audience, state])).toEqual([
    ['internal', 'refused'],
    ['public', 'refused'],
  ]);
});

/** Group robots and webhooks over real HTTP on this machine. */
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sendToGroup } from '../../src/sending/robot.ts';
import { GroupServer, type Reply } from './servers.ts';

const NOW = 1_600_000_000_000;
const SECRET = 'SEC0123456789';

async function sendTo(kind: 'wecom' | 'dingtalk' | 'webhook', reply?: Reply, timeout = 5000) {
  const server = new GroupServer();
  if (reply !== undefined) server.reply = reply;
  const address = new URL(`${await server.start()}/robot/send?key=abcd-efgh`);
  const more = { secret: SECRET, token: 'hook-token' };
  const channel = { kind, audience: 'internal', address, ...more } as const;
  const outcome = await sendToGroup(channel, '【整改催办】示例', '催办', NOW, timeout);
  return { outcome, taken: server.taken };
}

describe('群机器人', () => {
  test('企业微信：文字消息，密钥在地址里', async () => {
    const { outcome, taken } = await sendTo('wecom');
    expect(outcome).toEqual({ state: 'taken', words: '收下（errcode 0 ok）' });
    expect(taken).toMatchObject([
      {
        path: '/robot/send?key=abcd-efgh',
        body: { msgtype: 'text', text: { content: '【整改催办】示例' } },
      },
    ]);
  });

  test('钉钉：加签是时刻和密钥的 HMAC-SHA256', async () => {
    const { outcome, taken } = await sendTo('dingtalk');
    expect(outcome.state).toBe('taken');
    const { searchParams } = new URL(taken[0]?.path ?? '', 'http://x/');
    expect(searchParams.get('timestamp')).toBe(String(NOW));
    const sign = createHmac('sha256', SECRET)
      .update(`${String(NOW)}\n${SECRET}`)
      .digest('base64');
    expect(searchParams.get('sign')).toBe(sign);
    expect(searchParams.get('key')).toBe('abcd-efgh');
  });

  test('网络钩子：标题和文字，令牌在请求头里', async () => {
    const { outcome, taken } = await sendTo('webhook', { status: 204, text: '' });
    expect(outcome).toEqual({ state: 'taken', words: '收下（204）' });
    expect(taken).toMatchObject([
      {
        headers: { authorization: 'Bearer hook-token' },
        body: { subject: '催办', text: '【整改催办】示例' },
      },
    ]);
  });

  test('机器人说不收：记它的话，密钥、地址、号码不记', async () => {
    const text = JSON.stringify({
      errcode: 310_000,
      errmsg: `sign not match, abcd-efgh ${SECRET}, ip 10.20.30.40, 13800138000,\nsee https://robot.example/help`,
    });
    const { outcome } = await sendTo('dingtalk', { status: 200, text });
    expect(outcome.state).toBe('refused');
    expect(outcome.words).toMatch(/^没有收（errcode 310000 sign not match/u);
    expect(outcome.words).not.toMatch(/abcd|SEC|10\.20|13800|https|\n/u);
  });

  test.each([
    ['全角的号码', '１１０１０５　１９４９１２３１　００２Ｘ 不收'],
    ['别的文字的数字', '١١٠١٠٥١٩٤٩ 不收'],
    ['符号隔开的号码', '138·0013·8000 不收'],
    ['全角的邮箱', 'ａ＠ｂ.cn 不收'],
    ['没有写 https 的网址', 'WWW.evil.example/x 不收'],
  ])('机器人的话里有%s，不记', async (_, errmsg) => {
    const text = JSON.stringify({ errcode: 1, errmsg });
    const { outcome } = await sendTo('wecom', { status: 200, text });
    expect(outcome.words).toMatch(/^没有收（errcode 1 …[a-zA-Z]? 不收）$/u);
  });

  test('机器人的代码本身是一个号码，不记', async () => {
    const text = '{"errcode":110105194912310020,"errmsg":"no"}';
    const { outcome } = await sendTo('wecom', { status: 200, text });
    expect(outcome.words).toBe('没有收（errcode … no）');
  });

  test('机器人把地址里的账户、口令、密钥照样说回来，写成哪样都不记', async () => {
    const server = new GroupServer();
    const address = new URL(`${await server.start()}/send?key=ab%2Fcdef`);
    address.username = 'wangguan';
    address.password = 'kou%25ling@9';
    const errmsg = `wangguan kou%ling@9 ${address.password} ab/cdef ab%2Fcdef no`;
    server.reply = { status: 200, text: JSON.stringify({ errcode: 7, errmsg }) };
    const channel = { kind: 'wecom', audience: 'internal', address } as const;
    const { words } = await sendToGroup(channel, '示例', '催办', NOW, 5000);
    expect(words).toMatch(/^没有收（errcode 7 [… ]+ no）$/u);
  });

  test('要转到别处的不跟过去', async () => {
    const other = new GroupServer();
    const location = `${await other.start()}/elsewhere`;
    const { outcome } = await sendTo('wecom', { status: 307, text: '', headers: { location } });
    expect(outcome.state).toBe('refused');
    expect(outcome.words).toContain('没有跟过去');
    expect(other.taken).toEqual([]);
  });

  test.each([
    ['一直不回答', 'silence', '0.3秒内没有回答'],
    ['收下以后断开', 'hang up', '连接被断开'],
    ['网关出错', { status: 502, text: '' }, '返回 502'],
    ['回答不是机器人的', { status: 200, text: '<html>' }, '回答看不懂'],
  ] as const)('%s：不知道送到没有', async (_, reply, words) => {
    const { outcome } = await sendTo('wecom', reply, 300);
    expect(outcome).toEqual({
      state: 'unknown',
      words: expect.stringContaining(words) as string,
    });
  });

  test('连不上的肯定没有送到', async () => {
    const server = new GroupServer();
    const address = new URL(await server.start());
    await server.stop();
    const channel = { kind: 'wecom', audience: 'internal', address } as const;
    expect(await sendToGroup(channel, '', '', NOW, 1000)).toEqual({
      state: 'refused',
      words: '没有送到：服务器拒绝连接',
    });
  });

  test('没有那个地方的（404）没有收', async () => {
    const { outcome } = await sendTo('webhook', { status: 404, text: '' });
    expect(outcome).toEqual({ state: 'refused', words: '没有收：返回 404' });
  });
});

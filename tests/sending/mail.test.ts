/** Mail over real SMTP on this machine. */
import { describe, expect, test } from 'vitest';
import type { Recipient } from '../../src/sending/channel.ts';
import { sendMails } from '../../src/sending/mail.ts';
import { MailServer } from './servers.ts';

const to: Recipient[] = [
  { address: 'all@mail.example', unit: undefined },
  { address: 'clerk@jia.example', unit: 'jia' },
  { address: 'clerk@yi.example', unit: 'yi' },
];
/** 乙 has nothing to do today. */
const textFor = ({ unit }: Recipient) =>
  unit === 'yi' ? undefined : unit === undefined ? '全部\n.一行以点开头' : '甲的';

async function send(server: MailServer, password?: string, timeout = 5000) {
  const channel = {
    kind: 'mail',
    audience: 'internal',
    server: new URL(await server.start(password)),
    from: 'office@mail.example',
    to,
  } as const;
  return sendMails(channel, '整改催办（2026年6月15日）', textFor, timeout);
}

function body({ data }: { data: string }): string {
  const [head = '', ...rest] = data.split('\n\n');
  const text = rest.join('\n\n');
  return /base64/u.test(head) ? Buffer.from(text, 'base64').toString('utf8') : text;
}

describe('邮件', () => {
  test('每人一封，谁也看不到还有谁；没有事的单位不发', async () => {
    const server = new MailServer();
    expect(await send(server)).toEqual({ state: 'taken', words: '2 封收下' });
    expect(server.mails.map((mail) => [mail.from, mail.to])).toEqual([
      ['office@mail.example', 'all@mail.example'],
      ['office@mail.example', 'clerk@jia.example'],
    ]);
    const [whole, part] = server.mails;
    expect(body(whole!)).toContain('全部');
    expect(body(part!).trim()).toBe('甲的');
    expect(part!.data).not.toContain('all@mail.example');
    expect(part!.data).toMatch(/^Subject: =\?UTF-8\?/mu);
  });

  test('有一封不收：其余照发，写明几封、为什么', async () => {
    const server = new MailServer();
    server.refused.add('all@mail.example');
    expect(await send(server)).toEqual({
      state: 'unknown',
      words: '1 封收下，1 封没有送到（返回 550）',
    });
    expect(server.mails).toHaveLength(1);
  });

  test('口令不对：一封也没有发', async () => {
    const server = new MailServer();
    expect(await send(server, 'wrong')).toEqual({
      state: 'refused',
      words: '没有送到：账户或口令不对',
    });
    expect(server.mails).toEqual([]);
  });

  test('信交出去了而没有回答：不知道送到没有，不再发下一封', async () => {
    const server = new MailServer();
    server.isSilent = true;
    const { state, words } = await send(server, undefined, 500);
    expect(state).toBe('unknown');
    expect(words).toContain('1 封没有送到，1 封不知道送到没有');
    expect(server.mails).toHaveLength(1);
  });

  test('邮件服务器没有开', async () => {
    const server = new MailServer();
    const address = await server.start();
    await server.stop();
    const channel = {
      kind: 'mail',
      audience: 'internal',
      server: new URL(address),
      from: 'office@mail.example',
      to,
    } as const;
    expect(await sendMails(channel, '', textFor, 1000)).toEqual({
      state: 'refused',
      words: '没有送到：邮件服务器连不上',
    });
  });
});

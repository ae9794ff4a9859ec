/** 邮件: one plain mail a recipient over the office's own mail server, so that nobody sees who else got one. */
import { createTransport } from 'nodemailer';
import { type Channel, isInnerAddress, type Recipient } from './channel.ts';
import type { SendOutcome } from './outcome.ts';

type Mail = Extract<Channel, { kind: 'mail' }>;

/** Sends to each what `textFor` has for them; who has nothing to be told gets nothing. */
export async function sendMails(
  channel: Mail,
  subject: string,
  textFor: (recipient: Recipient) => string | undefined,
  timeout: number,
): Promise<SendOutcome> {
  const letters = channel.to.flatMap((recipient) => {
    const text = textFor(recipient);
    return text === undefined ? [] : [{ to: recipient.address, text }];
  });
  if (letters.length === 0) return { state: 'nothing', words: '收件人都没有要办的，没有发' };
  const transport = transportOf(channel, timeout);
  const found = { taken: 0, refused: 0, unknown: 0, nothing: 0 };
  const why = new Set<string>();
  try {
    // Before anything is sent: whether the server is there and lets us in.
    await transport.verify();
    for (const letter of letters) {
      const lost = await sendOne(transport, { from: channel.from, subject, ...letter });
      found[lost?.state ?? 'taken'] += 1;
      if (lost !== undefined) why.add(lost.words);
      if (lost?.state === 'unknown') break;
    }
  } catch (error) {
    return { state: 'refused', words: `没有送到：${reasonOf(error)}` };
  } finally {
    transport.close();
  }
  found.refused = letters.length - found.taken - found.unknown;
  const causes = [...why].join('、');
  const parts = [
    found.taken > 0 ? `${String(found.taken)} 封收下` : '',
    found.refused > 0 ? `${String(found.refused)} 封没有送到` : '',
    found.unknown > 0 ? `${String(found.unknown)} 封不知道送到没有` : '',
  ].filter((part) => part !== '');
  const words = `${parts.join('，')}${causes === '' ? '' : `（${causes}）`}`;
  if (found.taken === letters.length) return { state: 'taken', words };
  return { state: found.taken + found.unknown === 0 ? 'refused' : 'unknown', words };
}

function transportOf({ server }: Mail, timeout: number) {
  const isSecure = server.protocol === 'smtps:';
  const user = decodeURIComponent(server.username);
  return createTransport({
    host: server.hostname.replace(/^\[|\]$/gu, ''),
    port: server.port === '' ? (isSecure ? 465 : 587) : Number(server.port),
    secure: isSecure,
    // Outside the office's own network neither the password nor the letter goes unencrypted.
    requireTLS: !isSecure && !isInnerAddress(server),
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(server.password) } }),
    pool: true,
    maxConnections: 1,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

interface Letter {
  from: string;
  to: string;
  subject: string;
  text: string;
}

/** Undefined where the server took it. Once the server let us in, an answer that does not come leaves it open. */
async function sendOne(
  transport: ReturnType<typeof transportOf>,
  letter: Letter,
): Promise<SendOutcome | undefined> {
  try {
    await transport.sendMail(letter);
    return undefined;
  } catch (error) {
    const isAnswered = error instanceof Error && 'responseCode' in error;
    return { state: isAnswered ? 'refused' : 'unknown', words: reasonOf(error) };
  }
}

const reasons: Readonly<Record<string, string>> = {
  EAUTH: '账户或口令不对',
  EDNS: '邮件服务器的域名解析不了',
  ECONNECTION: '邮件服务器断开了',
  ESOCKET: '邮件服务器连不上',
  ETIMEDOUT: '邮件服务器没有按时回答',
  ETLS: '邮件服务器不能加密',
};

function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (code !== 'EAUTH' && responseCode !== undefined) return `返回 ${String(responseCode)}`;
  return (code !== undefined && Object.hasOwn(reasons, code) ? reasons[code] : undefined) ?? '出错';
}

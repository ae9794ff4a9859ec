/**
 * 群机器人: a message to a group of 企业微信 or 钉钉, or to any webhook. The two robots take the same text and answer
 * with `errcode`, 0 where it was taken; 钉钉's 加签 signs the moment with the robot's secret.
 */
import { createHmac } from 'node:crypto';
import { unescape } from 'node:querystring';
import type { Channel } from './channel.ts';
import { type SendOutcome, withoutSecrets } from './outcome.ts';
import { postOnce, type Posted } from './post.ts';

type Group = Exclude<Channel, { kind: 'mail' }>;

/** Posts the message; `now` are milliseconds since 1970. */
export async function sendToGroup(
  channel: Group,
  message: string,
  subject: string,
  now: number,
  timeout: number,
): Promise<SendOutcome> {
  const headers: Record<string, string> =
    channel.kind === 'webhook' && channel.token !== undefined
      ? { authorization: `Bearer ${channel.token}` }
      : {};
  const body =
    channel.kind === 'webhook'
      ? { subject, text: message }
      : { msgtype: 'text', text: { content: message } };
  const posted = await postOnce(addressOf(channel, now), body, headers, timeout);
  return outcomeOf(channel, posted);
}

/** Where it is posted: of a signed robot with the moment and its signature. */
function addressOf(channel: Group, now: number): URL {
  if (channel.kind !== 'dingtalk' || channel.secret === undefined) return channel.address;
  const signed = new URL(channel.address);
  const sign = createHmac('sha256', channel.secret)
    .update(`${String(now)}\n${channel.secret}`)
    .digest('base64');
  signed.searchParams.set('timestamp', String(now));
  signed.searchParams.set('sign', sign);
  return signed;
}

function outcomeOf(channel: Group, posted: Posted): SendOutcome {
  if (posted.kind === 'unsent') return { state: 'refused', words: `没有送到：${posted.why}` };
  if (posted.kind === 'unanswered')
    return { state: 'unknown', words: `不知道送到没有：${posted.why}` };
  const { status, body } = posted;
  if (status >= 300 && status < 400)
    return { state: 'refused', words: `没有送到：返回 ${String(status)}，要转到别处，没有跟过去` };
  if (status < 200 || status >= 300)
    // A gateway that gave up waiting does not know whether its robot took it.
    return {
      state: status >= 500 ? 'unknown' : 'refused',
      words: `${status >= 500 ? '不知道送到没有' : '没有收'}：返回 ${String(status)}`,
    };
  if (channel.kind === 'webhook') return { state: 'taken', words: `收下（${String(status)}）` };
  const answer = answerIn(body);
  if (answer === undefined) return { state: 'unknown', words: '不知道送到没有：回答看不懂' };
  const secrets = secretsOf(channel);
  const words =
    `errcode ${withoutSecrets(String(answer.code), secrets)} ${withoutSecrets(answer.message, secrets)}`.trim();
  return answer.code === 0
    ? { state: 'taken', words: `收下（${words}）` }
    : { state: 'refused', words: `没有收（${words}）` };
}

/** `errcode` and `errmsg` of a robot's answer; undefined where it is none. */
function answerIn(body: string): { code: number; message: string } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { errcode: code, errmsg: message } = value as Record<string, unknown>;
  if (typeof code !== 'number') return undefined;
  return { code, message: typeof message === 'string' ? message : '' };
}

/** What lets others send to this group: in the address, as it is written there and as it is meant, and beside it. */
function secretsOf(channel: Group): string[] {
  const own = channel.kind === 'dingtalk' ? channel.secret : undefined;
  const { username, password, search, searchParams } = channel.address;
  const values = search.split('&').map((part) => part.slice(part.indexOf('=') + 1));
  const written = [username, password, ...values];
  return [...written, ...written.map(unescape), ...searchParams.values(), own ?? ''].filter(
    (value) => value.length >= 4,
  );
}

/** 发出: a reminder over every channel, the inner ones first. What a public group may read is made apart, from the public site's own face. */
import { sendingAudiences, sendingKinds } from '../text/terms.ts';
import type { Channel, Recipient } from './channel.ts';
import { sendMails } from './mail.ts';
import type { SendOutcome } from './outcome.ts';
import { sendToGroup } from './robot.ts';

export interface Messages {
  readonly subject: string;
  /** One short message for a group of those concerned. */
  readonly inner: string;
  /** The same of what the public site shows; undefined where it shows nothing of it. */
  readonly open: string | undefined;
  /** Everything, by unit and at length, for a mail. */
  readonly whole: string;
  /** The part of a unit; undefined where it has none. */
  readonly ofUnit: (unit: string) => string | undefined;
}

export interface Sendout extends SendOutcome {
  readonly channel: Channel;
}

/** 企业微信群机器人（内部） */
export function channelName({ kind, audience }: Channel): string {
  return `${sendingKinds[kind]}（${sendingAudiences[audience]}）`;
}

/** What goes over a channel to a recipient (of a group: none); undefined where nothing may or need be said there. */
export function textFor(
  { kind, audience }: Channel,
  messages: Messages,
  unit?: string,
): string | undefined {
  if (audience === 'public') return messages.open;
  if (kind !== 'mail') return messages.inner;
  return unit === undefined ? messages.whole : messages.ofUnit(unit);
}

/**
 * Sends one after the other; never throws for what the network does. Where no inner channel may have got it, the public
 * ones are spared, so that the whole can be sent again.
 */
export async function sendAll(
  channels: readonly Channel[],
  messages: Messages,
  now: number,
  timeout: number,
): Promise<Sendout[]> {
  const sent: Sendout[] = [];
  const inner = channels.filter(({ audience }) => audience === 'internal');
  for (const channel of [...inner, ...channels.filter((one) => !inner.includes(one))]) {
    const outcome = isUntold(channel, sent)
      ? ({ state: 'refused', words: '内部的渠道都没有送到，公开的没有发' } as const)
      : await sendOver(channel, messages, now, timeout).catch((): SendOutcome => ({
          state: 'unknown',
          words: '不知道送到没有：程序出错',
        }));
    sent.push({ channel, ...outcome });
  }
  return sent;
}

/** True for a public channel where the inner ones failed: nobody inside may have been told. */
function isUntold({ audience }: Channel, sent: readonly Sendout[]): boolean {
  return audience === 'public' && !isTold(sent) && sent.some(({ state }) => state === 'refused');
}

/** Whether anybody concerned may have been told; else the whole can be sent again. */
export function isTold(sent: readonly Sendout[]): boolean {
  return sent.some(
    ({ channel, state }) =>
      channel.audience === 'internal' && (state === 'taken' || state === 'unknown'),
  );
}

async function sendOver(
  channel: Channel,
  messages: Messages,
  now: number,
  timeout: number,
): Promise<SendOutcome> {
  if (channel.kind === 'mail') {
    const text = ({ unit }: Recipient) => textFor(channel, messages, unit);
    return sendMails(channel, messages.subject, text, timeout);
  }
  const text = textFor(channel, messages);
  if (text === undefined) return { state: 'nothing', words: '没有公开站上有的，没有发' };
  return sendToGroup(channel, text, messages.subject, now, timeout);
}

/** 渠道: where a reminder goes. The ledger's settings say which channels there are, the environment their addresses and secrets. */
import { isIP } from 'node:net';
import { mayConnect } from '../probe/private-network.ts';
import type { Sending, SendingAudience, SendingKind } from '../schema/reminder.ts';
import { own } from '../text/own.ts';
import { sendingKinds } from '../text/terms.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Somebody who gets mail: of one unit what that unit is told, else everything. */
export interface Recipient {
  readonly address: string;
  readonly unit: string | undefined;
}

export type Channel = { readonly audience: SendingAudience } & (
  | {
      readonly kind: 'mail';
      /** smtp: or smtps:, with the account in it. */
      readonly server: URL;
      readonly from: string;
      readonly to: readonly Recipient[];
    }
  | { readonly kind: 'wecom'; readonly address: URL }
  | { readonly kind: 'dingtalk'; readonly address: URL; readonly secret: string | undefined }
  | { readonly kind: 'webhook'; readonly address: URL; readonly token: string | undefined }
);

/** The variables, each a channel's address first. Their values are never printed. */
const variables = {
  mail: 'LEDGER_SEND_MAIL',
  mailFrom: 'LEDGER_SEND_MAIL_FROM',
  mailTo: 'LEDGER_SEND_MAIL_TO',
  wecom: 'LEDGER_SEND_WECOM',
  dingtalk: 'LEDGER_SEND_DINGTALK',
  dingtalkSecret: 'LEDGER_SEND_DINGTALK_SECRET',
  webhook: 'LEDGER_SEND_WEBHOOK',
  webhookToken: 'LEDGER_SEND_WEBHOOK_TOKEN',
} as const;

/** What keeps a channel from being used, a Chinese sentence with what to do. */
export type ChannelTrouble = string;

/** The channels that can be used, and for each that cannot, why. Nothing is tried. */
export function channelsOf(
  sending: Sending | undefined,
  environment: Environment,
  units: ReadonlySet<string>,
): { channels: Channel[]; troubles: ChannelTrouble[] } {
  const channels: Channel[] = [];
  const troubles: ChannelTrouble[] = [];
  for (const kind of Object.keys(sendingKinds) as SendingKind[]) {
    const audience = sending?.[kind];
    const isSet = valueOf(environment, variables[kind]) !== undefined;
    if (audience === undefined) {
      if (isSet)
        troubles.push(
          `${sendingKinds[kind]}：设了 ${variables[kind]}，而 site.yaml 的 sending 没有写 ${kind} → 写明 internal 或 public 才发`,
        );
      continue;
    }
    const found = channelOf(kind, audience, environment, units);
    if (typeof found === 'string') troubles.push(`${sendingKinds[kind]}：${found}`);
    else channels.push(found);
  }
  return { channels, troubles };
}

function channelOf(
  kind: SendingKind,
  audience: SendingAudience,
  environment: Environment,
  units: ReadonlySet<string>,
): Channel | ChannelTrouble {
  const name = variables[kind];
  const value = valueOf(environment, name);
  if (value === undefined) return `没有设环境变量 ${name} → 照 docs/sending.md 设好`;
  if (kind === 'mail') return mailOf(value, audience, environment, units);
  const address = guarded(name, value, ['https:', 'http:']);
  if (typeof address === 'string') return address;
  switch (kind) {
    case 'wecom':
      return { kind, audience, address };
    case 'dingtalk':
      return { kind, audience, address, secret: valueOf(environment, variables.dingtalkSecret) };
    case 'webhook': {
      const token = valueOf(environment, variables.webhookToken);
      if (token !== undefined && !/^[\u0021-\u007E]+$/u.test(token))
        return `${variables.webhookToken} 里有字母、数字、符号以外的字 → 核对抄来的密钥`;
      return { kind, audience, address, token };
    }
    default:
      return kind satisfies never;
  }
}

function mailOf(
  value: string,
  audience: SendingAudience,
  environment: Environment,
  units: ReadonlySet<string>,
): Channel | ChannelTrouble {
  const server = guarded(variables.mail, value, ['smtps:', 'smtp:']);
  if (typeof server === 'string') return server;
  const from = valueOf(environment, variables.mailFrom) ?? '';
  if (!isMailAddress(from)) return `${variables.mailFrom} 应为一个邮箱地址 → 写发件人的邮箱`;
  const to: Recipient[] = [];
  for (const part of (valueOf(environment, variables.mailTo) ?? '')
    .split(',')
    .map((one) => one.trim())) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const unit = at < 0 ? undefined : part.slice(0, at);
    const address = part.slice(at + 1);
    if (!isMailAddress(address))
      return `${variables.mailTo} 里有一项不是邮箱地址 → 逗号隔开，每项写 邮箱 或 单位编号=邮箱`;
    if (unit !== undefined && !units.has(unit))
      return `${variables.mailTo} 里的 ${unit} 不是台账里的单位编号 → 改成单位编号`;
    if (unit !== undefined && audience === 'public')
      return `${variables.mailTo} 里按单位发的，邮件在 site.yaml 的 sending 里不能写 public → 写 internal，或去掉“${unit}=”`;
    to.push({ address, unit });
  }
  if (to.length === 0) return `没有设环境变量 ${variables.mailTo} → 写收件人的邮箱，逗号隔开`;
  return { kind: 'mail', audience, server, from, to };
}

/** What is set; a workflow sets an empty text for a secret that there is none of. */
function valueOf(environment: Environment, name: string): string | undefined {
  const value = own(environment, name)?.trim() ?? '';
  return value === '' ? undefined : value;
}

/** Whether a part of an address can be read: a bare % stands for nothing. */
function isEncoded(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** An address of one of the protocols, the safe one first; the other reaches no further than the office's own network. */
function guarded(
  name: string,
  value: string,
  protocols: readonly [string, string],
): URL | ChannelTrouble {
  const url = URL.parse(value);
  const [safe, plain] = protocols;
  if (url === null || url.hostname === '' || !protocols.includes(url.protocol))
    return `${name} 应为 ${safe}// 开头的完整地址 → 改过来`;
  if (url.protocol === plain && !isInnerAddress(url) && safe === 'https:')
    return `${name} 用的是 http，密钥会露在网上 → 写 https；本单位内网的写 IP 地址`;
  if (!isEncoded(url.username) || !isEncoded(url.password))
    return `${name} 里账户或口令的“%”没有写成 %25 → 口令里的 %、@、:、/ 写成 %25、%40、%3A、%2F`;
  return url;
}

/** An address of this machine or of an office's network, written as such. */
export function isInnerAddress({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/gu, '');
  if (host === 'localhost') return true;
  return isIP(host) !== 0 && mayConnect(host, true) && !mayConnect(host, false);
}

function isMailAddress(text: string): boolean {
  return /^[^\s@<>,;"()]+@[^\s@<>,;"()]+$/u.test(text);
}

/** `ledger remind --send`: the day's reminders over mail, group robots and webhooks; shown first, sent with --yes, once a day. */
import { groupMessage, publicPart } from '../../../src/documents/letter/group/message.ts';
import { inWords } from '../../../src/day/calendar.ts';
import { dayOff, type DueReminder } from '../../../src/domain/reminding.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { type Channel, channelsOf } from '../../../src/sending/channel.ts';
import {
  channelName,
  isTold,
  type Messages,
  sendAll,
  type Sendout,
  textFor,
} from '../../../src/sending/send.ts';
import { sendingKinds } from '../../../src/text/terms.ts';
import { faceOf } from '../../../src/views/face.ts';
import { asOfDay, DataFaults, printJson, soundLedger, WrongUse } from '../../command.ts';
import { openHandingPlace, type HandingOptions } from '../../enter/handing-in.ts';
import { type Claim, claimDay, dayOfOthers, fetchNewest } from './claim.ts';
import { lettersFor, refuseRecords, reminderFiles, remindersOf, warnedUnits } from './reminders.ts';

export interface SendOptions extends HandingOptions {
  yes?: boolean;
  to?: string;
}

/** For one answer of a server, in milliseconds. */
const TIMEOUT = 15_000;

/** What there is to send on a day, and where to. */
interface Sending {
  readonly day: string;
  readonly due: readonly DueReminder[];
  readonly messages: Messages;
  readonly channels: readonly Channel[];
  readonly troubles: readonly string[];
}

/** Shows what would be sent, or sends and records it. Throws WrongUse and DataFaults. */
export async function sendReminders(options: SendOptions): Promise<void> {
  const isReal = options.yes === true;
  if (isReal) fetchNewest(options);
  const desk = isReal ? openHandingPlace(options) : undefined;
  const ledger = desk?.ledger ?? soundLedger(options);
  const day = asOfDay(options, ledger);
  const off = dayOff(day);
  if (off !== undefined) {
    tell(
      options,
      day,
      [],
      [`${inWords(off.on)}不上班，不发；下一个工作日是${inWords(off.next)}。`],
    );
    return;
  }
  if (ledger.reminders.some(({ sentOn, answer }) => sentOn === day && answer !== undefined)) {
    tell(options, day, [], [`${inWords(day)}的已经发过、登记过，不再发。`]);
    return;
  }
  const sending = sendingOf(ledger, day, options.content);
  if (sending.due.length === 0) {
    tell(options, day, [], ['今天没有要催办的，没有发。']);
    return;
  }
  if (desk === undefined) {
    preview(options, sending);
    return;
  }
  refuseUnready(sending);
  const files = reminderFiles(sending.due, day, { channel: namesOf(sending.channels) });
  refuseRecords(desk, files.keys());
  const claim = claimDay(desk, day, files, options);
  if (claim === 'unanswered')
    throw new DataFaults(
      `${inWords(day)}的正在发，或发到一半停了：分支 remind/${day} 在，没有平台的回答；没有再发 → 看一眼群里，没有的自己转发；确实没有发出的，照 docs/sending.md 删掉这个分支再运行`,
    );
  if (typeof claim === 'string') {
    tell(options, day, [], [`${inWords(day)}的${dayOfOthers[claim]}（分支 remind/${day}）。`]);
    return;
  }
  const sent = await sendAll(sending.channels, sending.messages, Date.now(), TIMEOUT);
  conclude(claim, sending, sent, options);
}

/** Records the answers, or takes the claim back where nobody can have got it. Throws DataFaults where something is to be done. */
function conclude(
  claim: Claim,
  { day, due }: Sending,
  sent: readonly Sendout[],
  options: SendOptions,
): void {
  const lines = sent.map(({ channel, words }) => `${channelName(channel)}：${words}。`);
  if (!isTold(sent)) {
    tell(options, day, sent, [...lines, ...claim.withdraw()]);
    if (sent.every(({ state }) => state === 'nothing')) return;
    throw new DataFaults('一个也没有送到，没有登记 → 改好上面的，再运行一次');
  }
  const answer = sent.map(({ channel, words }) => `${sendingKinds[channel.kind]}${words}`);
  const told = sent
    .filter(({ state }) => state === 'taken' || state === 'unknown')
    .map(({ channel }) => channel);
  const files = reminderFiles(due, day, {
    channel: namesOf(told),
    to: options.to,
    answer: answer.join('；'),
  });
  tell(options, day, sent, [...lines, ...claim.settle(files)]);
  const left = sent.filter(({ state }) => state === 'refused' || state === 'unknown');
  if (left.length === 0) return;
  const names = left.map(({ channel }) => channelName(channel)).join('、');
  // That text is for those inside: nobody is told to pass it on to a public group.
  const remedy = left.some(({ channel }) => channel.audience === 'internal')
    ? '核对以后，请人把 ledger remind --format group 的文字转发到内部的渠道'
    : '核对地址和密钥；那段文字只给内部看，不要转发到公开的群';
  throw new DataFaults(`${names}没有全部送到；今天不会再发 → ${remedy}`);
}

function namesOf(channels: readonly Channel[]): string {
  return channels.map(({ kind }) => sendingKinds[kind]).join('、');
}

/** The office itself is not told. */
function sendingOf(ledger: Ledger, day: string, content: string): Sending {
  const face = faceOf(ledger, day, 'internal');
  const due = remindersOf(face, undefined).filter(({ unit }) => unit !== ledger.site.office);
  const open = faceOf(ledger, day, 'public');
  const written = (of: (unit: string) => boolean): string | undefined => {
    const warned = new Set([...warnedUnits(face, undefined)].filter(of));
    const part = due.filter(({ unit }) => of(unit));
    const { reminders, warnings } = lettersFor(face, part, warned, content, 'text');
    return reminders.length + warnings.length === 0
      ? undefined
      : [...reminders, ...warnings].join('\n');
  };
  return {
    day,
    due,
    messages: {
      subject: `整改催办（${inWords(day)}）`,
      inner: groupMessage(face, due) ?? '',
      open: groupMessage(open, publicPart(open, due)),
      whole: written(() => true) ?? '',
      ofUnit: (id) => written((unit) => unit === id),
    },
    ...channelsOf(ledger.site.sending, process.env, new Set(ledger.units.keys())),
  };
}

/** Throws WrongUse where a channel of the settings cannot be used: half of the groups told is worse than none. */
function refuseUnready({ channels, troubles }: Sending): void {
  if (troubles.length > 0) throw new WrongUse(troubles.join('\n'), '没有发；改好再运行');
  if (!channels.some(({ audience }) => audience === 'internal'))
    throw new WrongUse(
      '没有可以发的内部渠道',
      'site.yaml 的 sending 写明发到哪里，照 docs/sending.md 设环境变量',
    );
}

function preview(options: SendOptions, { day, messages, channels, troubles }: Sending): void {
  const shown = channels.map((channel) => ({ channel, text: textFor(channel, messages) }));
  const blocks = shown.map(
    ({ channel, text }) =>
      `—— ${channelName(channel)}${recipients(channel)} ——\n${(text ?? '没有公开站上有的，不发。').trimEnd()}\n`,
  );
  if (options.json) {
    printJson({
      asOf: day,
      dryRun: true,
      channels: shown.map(({ channel: { kind, audience }, text = null }) => ({
        kind,
        audience,
        text,
      })),
      troubles,
    });
    return;
  }
  const nothing = channels.length === 0 && troubles.length === 0;
  process.stdout.write(
    [
      ...blocks,
      ...troubles.map((line) => `! ${line}`),
      nothing ? 'site.yaml 的 sending 没有写发到哪里 → 见程序的 docs/sending.md。' : '',
      '以上是预演，什么都没有发。要发，加 --yes。\n',
    ]
      .filter((part) => part !== '')
      .join('\n'),
  );
}

/** How many get a mail; the addresses are nobody else's business. */
function recipients(channel: Channel): string {
  if (channel.kind !== 'mail') return '';
  const ofUnits = channel.to.filter(({ unit }) => unit !== undefined).length;
  const parts = ofUnits === 0 ? '' : `，其中 ${String(ofUnits)} 个只收本单位的`;
  return `：${String(channel.to.length)} 个收件人${parts}`;
}

function tell(
  options: SendOptions,
  day: string,
  sent: readonly Sendout[],
  lines: readonly string[],
): void {
  if (options.json)
    printJson({
      asOf: day,
      dryRun: options.yes !== true,
      sent: sent.map(({ channel: { kind, audience }, state, words }) => ({
        kind,
        audience,
        state,
        words,
      })),
      told: lines,
    });
  else process.stdout.write(`${lines.join('\n')}\n`);
}

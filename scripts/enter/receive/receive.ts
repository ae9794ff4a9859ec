/** `ledger receive`: sheets that came back and evidence → updates, one proposal a unit, and a reply to each. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { type Posts, postsOf } from '../../../src/domain/membership.ts';
import { isAssignments } from '../../../src/intake/assigned.ts';
import type { ReceiveSettings } from '../../../src/intake/sheet-back/report/new-update.ts';
import { receive } from '../../../src/intake/sheet-back/reception.ts';
import { issueNames, replyText } from '../../../src/intake/sheet-back/reply.ts';
import {
  receivedFiles,
  type UnitReception,
  type WaitingWork,
  waitingIn,
} from '../../../src/intake/sheet-back/unit-reception.ts';
import { DataFaults, newCommand, printJson, todayInChina, WrongUse } from '../../command.ts';
import { enterFiles } from '../entry.ts';
import {
  type HandingPlace,
  type HandingOptions,
  openHandingPlace,
  pushBranch,
} from '../handing-in.ts';
import { unitWords, writeAll } from '../../output.ts';
import { receptionData, receptionLines } from './reception-text.ts';
import { filesBack } from './folder-back.ts';
import { receiveFromAbove } from './from-above.ts';
import { CHANNEL, unitProposal, RECEIVED, receiveSettings, unpushedBranches } from './receiving.ts';

interface ReceiveOptions extends Omit<HandingOptions, 'branch'> {
  branch?: boolean;
  receivedBy?: string;
  channel: string;
  replies?: string;
  as?: string;
  campaign?: string;
}

export function receiveCommand(): Command {
  return newCommand(
    'receive',
    '收件：读交回的报送单和佐证文件，一个单位一次报送；默认只预览，不写入',
  )
    .argument('<文件夹>', '交回的文件放在这里，文件名随意，可以有下级文件夹')
    .addOption(new Option('--write', '写入台账文件夹'))
    .addOption(new Option('--branch', '每个单位写成一个 Git 分支，供审核'))
    .addOption(new Option('--push', '写好分支就推送，一个单位推一次；没有推成的写明原因'))
    .addOption(new Option('--remote <远端>', '推送到哪里').default('origin'))
    .addOption(new Option('--received-by <职务>', '收件人，写职务；写入时必填'))
    .addOption(new Option('--channel <渠道>', '收件渠道').default(CHANNEL))
    .addOption(new Option('--as <账户>', '以哪个平台账户收件；写了就连身份一起检查'))
    .addOption(new Option('--campaign <专项>', '文件夹里有上级的交办单时，登记到哪个专项'))
    .addOption(new Option('--replies <文件夹>', '给每个单位的回复写到这里'))
    .action(run);
}

async function run(dir: string, options: ReceiveOptions): Promise<void> {
  const isBranching = options.branch === true || options.push === true;
  checkUse(dir, options, isBranching);
  const { branch: _, ...rest } = options;
  // A branch grows from the newest main; else it is the folder that is looked at.
  const desk = openHandingPlace({ ...rest, write: !isBranching });
  const waiting: WaitingWork = desk.place
    ? waitingIn(desk.place, RECEIVED)
    : { reports: new Map(), evidence: new Set() };
  const { files: all, unread } = filesBack(dir);
  const files = all.filter(({ bytes }) => !isAssignments(bytes));
  const fromAbove = receiveFromAbove(
    all.filter(({ bytes }) => isAssignments(bytes)),
    desk,
    options,
  );
  const reception = await receive(files, desk.ledger, settingsOf(options, desk), waiting);
  for (const { file, refusal } of unread)
    reception.unknown.push({ file, message: refusal.problem, remedy: refusal.remedy });
  const done = new Map<string, string[]>();
  let isRefused = false;
  for (const unit of isBranching ? reception.units : []) {
    const entered = enterUnit(unit, desk, waiting, options);
    if (entered.lines.length > 0) done.set(unit.unit, entered.lines);
    isRefused ||= !entered.ok;
  }
  if (options.write) {
    const written = new Map(reception.units.flatMap(({ updates }) => [...receivedFiles(updates)]));
    if (written.size > 0)
      done.set('', [
        enterFiles(written, { content: options.content, message: '', read: desk.content }),
      ]);
  }
  const nameOf = issueNames(desk.ledger);
  const { replies } = options;
  const words = unitWords(
    reception.units.map(({ unit, unitName }) => ({ id: unit, name: unitName })),
  );
  if (replies !== undefined)
    writeAll(
      reception.units.map((unit) => ({
        path: join(replies, `回复-${words.get(unit.unit) ?? unit.unit}.txt`),
        // Notepad on older Windows takes a text without the mark for GBK.
        bytes: `\uFEFF${replyText(unit, nameOf)}`,
      })),
    );
  if (options.json)
    printJson({
      ...receptionData(reception, nameOf),
      ...(fromAbove.lines.length === 0 ? {} : { assigned: fromAbove.lines }),
      written: Object.fromEntries([...done].map(([unit, lines]) => [unit, lines.join('\n')])),
    });
  else {
    const isWriting = isBranching || options.write === true;
    const isOnlyAbove = fromAbove.lines.length > 0 && files.length === 0;
    const said = isOnlyAbove ? [] : receptionLines(reception, done, isWriting, nameOf);
    process.stdout.write(`${[...fromAbove.lines, ...said].join('\n')}\n`);
  }
  const faults = reception.units.some((unit) => unit.faults.length > 0);
  process.exitCode =
    faults || isRefused || !fromAbove.right || reception.unknown.length > 0 ? 1 : 0;
}

/** Throws WrongUse. */
function checkUse(dir: string, options: ReceiveOptions, isBranching: boolean): void {
  if (!existsSync(dir) || !statSync(dir).isDirectory())
    throw new WrongUse(`找不到文件夹 ${dir}`, '把交回的文件放进一个文件夹再运行');
  if ((isBranching || options.write === true) && options.receivedBy === undefined)
    throw new WrongUse('没有写收件人', '加 --received-by 职务，如 --received-by 政务公开股');
  if (options.write && isBranching)
    throw new WrongUse('--write 和 --branch、--push 只能用一个', '去掉一个');
}

function settingsOf(options: ReceiveOptions, desk: HandingPlace): ReceiveSettings {
  const today = options.asOf ?? todayInChina();
  return receiveSettings({
    today,
    receivedBy: options.receivedBy ?? '（未写）',
    channel: options.channel,
    as: actingAs(options.as, desk, today),
    content: desk.content,
    recorded: desk.recorded,
  });
}

/** The posts of --as; without it those of a reviewer, who alone receives for others. */
function actingAs(account: string | undefined, { ledger }: HandingPlace, today: string): Posts {
  if (account === undefined)
    return {
      account: '',
      reviewer: true,
      maintainer: false,
      robot: false,
      units: new Set(),
      others: [],
    };
  const posts = postsOf(account, { site: ledger.site, units: [...ledger.units.values()] }, today);
  if (!posts.reviewer)
    throw new WrongUse(`${account} 不是审核员，不能代单位收件`, '换一个账户，或请管理员登记');
  return posts;
}

/** Writes the branch of a unit and pushes it on request; what was told, and whether all went well. */
function enterUnit(
  unit: UnitReception,
  desk: HandingPlace,
  waiting: WaitingWork,
  options: ReceiveOptions,
): { lines: string[]; ok: boolean } {
  const lines: string[] = [];
  const branches: string[] = [];
  try {
    const proposal = unitProposal(unit);
    if (proposal !== undefined) {
      const { content } = options;
      const { files, ...named } = proposal;
      lines.push(enterFiles(files, { content, base: desk.base, ...named }));
      branches.push(proposal.branch);
    }
  } catch (error) {
    if (!(error instanceof DataFaults)) throw error;
    return { lines: [error.message], ok: false };
  }
  if (options.push !== true) return { lines, ok: true };
  const pushed = [...new Set([...branches, ...unpushedBranches(unit, waiting)])].map((branch) =>
    pushBranch(desk, branch, options),
  );
  return {
    lines: [...lines, ...pushed.map(({ line }) => line)],
    ok: pushed.every(({ ok }) => ok),
  };
}

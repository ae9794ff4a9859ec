/** `ledger receive`: returned sheets and evidence → updates, one proposal a unit, and a reply to each. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { placeOf, type Place } from '../../src/history/place.ts';
import { refsLike } from '../../src/history/refs.ts';
import { treeAt } from '../../src/history/objects.ts';
import { sha256Of } from '../../src/intake/returned/attachment.ts';
import type { ReceiveSettings } from '../../src/intake/returned/new-update.ts';
import { receive } from '../../src/intake/returned/reception.ts';
import { replyText } from '../../src/intake/returned/reply.ts';
import { receivedFiles, type UnitReception } from '../../src/intake/returned/unit-reception.ts';
import { checkLedger, isSound } from '../../src/ledger/check.ts';
import { type Content, readFolder } from '../../src/ledger/content.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import {
  newCommand,
  openLedger,
  printJson,
  todayInChina,
  WrongUse,
  type CommonOptions,
} from '../command.ts';
import { enter, overlaid } from './entry.ts';
import { writeAll } from '../output.ts';
import { receptionData, receptionLines } from './reception-text.ts';
import { filesIn, troubleWith } from './returned-folder.ts';

interface ReceiveOptions extends CommonOptions {
  write?: boolean;
  branch?: boolean;
  receivedBy?: string;
  channel: string;
  replies?: string;
}

const BRANCHES = 'receive';

export function receiveCommand(): Command {
  return newCommand(
    'receive',
    '收件：读交回的报送单和佐证文件，一个单位一次报送；默认只预览，不写入',
  )
    .argument('<文件夹>', '交回的文件放在这里，文件名随意，可以有下级文件夹')
    .addOption(new Option('--write', '写入台账文件夹'))
    .addOption(new Option('--branch', '每个单位写成一个 Git 分支，供审核'))
    .addOption(new Option('--received-by <职务>', '收件人，写职务；写入时必填'))
    .addOption(new Option('--channel <渠道>', '收件渠道').default('报送单'))
    .addOption(new Option('--replies <文件夹>', '给每个单位的回复写到这里'))
    .action(async (dir: string, options: ReceiveOptions) => {
      if (!existsSync(dir) || !statSync(dir).isDirectory())
        throw new WrongUse(`找不到文件夹 ${dir}`, '把交回的文件放进一个文件夹再运行');
      const isWriting = options.write === true || options.branch === true;
      if (isWriting && options.receivedBy === undefined)
        throw new WrongUse('没有写收件人', '加 --received-by 职务，如 --received-by 政务公开股');
      if (options.write && options.branch)
        throw new WrongUse('--write 和 --branch 只能用一个', '去掉一个');
      const ledger = openLedger(options);
      const place = placeOf(options.content);
      const { files: read, tooLarge } = filesIn(dir);
      const reception = await receive(
        read,
        ledger,
        settingsOf(options),
        place ? waiting(place) : new Set(),
      );
      for (const file of tooLarge)
        reception.unknown.push({
          file,
          message: '文件超过 200 MB，没有读',
          remedy: '报送单和佐证都不会这么大；请对方压缩图片后重发',
        });
      const base = readFolder(options.content);
      const done = new Map<string, string>();
      for (const unit of reception.units) {
        if (unit.updates.length === 0) continue;
        if (!checkUnit(unit, base) || !isWriting) continue;
        if (options.branch) done.set(unit.unit, enterUnit(unit, options));
      }
      if (options.write) {
        const files = new Map(
          reception.units.flatMap(({ updates }) => [...receivedFiles(updates)]),
        );
        if (files.size > 0) done.set('', enter(files, { content: options.content, message: '' }));
      }
      const { replies } = options;
      if (replies !== undefined)
        writeAll(
          reception.units.map((unit) => ({
            path: join(replies, `回复-${unit.unitName}.txt`),
            bytes: replyText(unit),
          })),
        );
      if (options.json)
        printJson({ ...receptionData(reception), written: Object.fromEntries(done) });
      else process.stdout.write(`${receptionLines(reception, done, isWriting).join('\n')}\n`);
      const faults = reception.units.some((unit) => unit.faults.length > 0);
      process.exitCode = faults || reception.unknown.length > 0 ? 1 : 0;
    });
}

function settingsOf(options: ReceiveOptions): ReceiveSettings {
  const now = new Date();
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    timeStyle: 'medium',
  });
  const today = options.asOf ?? todayInChina();
  return {
    today,
    stamp: `${today.replaceAll('-', '')}-${clock.format(now).replaceAll(':', '')}`,
    receivedBy: options.receivedBy ?? '（未写）',
    channel: options.channel,
    troubleWith,
  };
}

/** `<issue>/<digest>` of the updates in proposals of this command that are not merged. */
function waiting(place: Place): Set<string> {
  const known = new Set<string>();
  for (const { commit } of refsLike(place.repository, [`refs/heads/${BRANCHES}/`])) {
    for (const { path } of treeAt(place.repository, commit, `${place.prefix}updates`)) {
      const match = /updates\/(?<issue>[^/]+)\/\d{8}-\d{6}-(?<digest>[0-9a-f]{8})\.yaml$/u.exec(
        path,
      )?.groups;
      if (match) known.add(`${match['issue'] ?? ''}/${match['digest'] ?? ''}`);
    }
  }
  return known;
}

/** Whether the ledger is sound with the unit's updates; if not, they are not received and the reason is a fault. */
function checkUnit(unit: UnitReception, base: Content): boolean {
  const result = checkLedger(overlaid(base, receivedFiles(unit.updates)));
  if (isSound(result)) return true;
  const place = unit.updates[0]?.place ?? {
    file: unit.files[0] ?? '',
    sheet: '',
    row: 0,
    cell: '',
  };
  for (const fault of result.faults.filter(({ severity }) => severity === 'fault')) {
    const update = unit.updates.find(({ issue, stamp }) =>
      fault.file.includes(`${issue}/${stamp}`),
    );
    unit.faults.push({
      place: update?.place ?? place,
      message: fault.message,
      remedy: fault.remedy,
    });
  }
  const wrong = result.faults.map(faultLine).join('\n');
  unit.updates = unit.updates.filter(({ issue, stamp }) => !wrong.includes(`${issue}/${stamp}`));
  if (isSound(checkLedger(overlaid(base, receivedFiles(unit.updates)))))
    return unit.updates.length > 0;
  unit.updates = [];
  return false;
}

function enterUnit(unit: UnitReception, options: ReceiveOptions): string {
  const digest = sha256Of(
    Buffer.from(unit.updates.map(({ issue, digest: one }) => issue + one).join(' ')),
  );
  const branch = `${BRANCHES}/${unit.unit}-${digest.slice(0, 8)}`;
  return enter(receivedFiles(unit.updates), {
    content: options.content,
    branch,
    message: `收件：${unit.unitName} ${unit.updates.map(({ issue, report }) => `${issue} ${report}`).join('、')}`,
  });
}

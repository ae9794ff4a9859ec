/** `ledger self-check CAMPAIGN`: who answered and who did not; sheets out, sheets in, and the list of what was found. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { foundSheet, selfCheckSheet } from '../../src/documents/sheet/self-check-sheet.ts';
import { workbook } from '../../src/documents/sheet/xlsx.ts';
import { selfCheckStanding } from '../../src/domain/inspection/self-check.ts';
import { readPapers } from '../../src/paper/folder.ts';
import { isSelfCheckTitle, readSelfCheck } from '../../src/intake/inspection/self-check-table.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import type { Campaign } from '../../src/schema/campaign.ts';
import type { Entry, Ledger } from '../../src/schema/ledger.ts';
import { DataFaults, newCommand, printJson, todayInChina, WrongUse } from '../command.ts';
import {
  handIn,
  type HandingOptions,
  handingOptions,
  openHandingPlace,
} from '../enter/handing-in.ts';
import { newStamp } from '../enter/stamp.ts';
import { reviewerPosts } from '../enter/new/new-record.ts';
import { unitWords, writeAll, writeWhole } from '../output.ts';
import { campaignNamed } from '../scope.ts';

interface SelfCheckOptions extends HandingOptions {
  out?: string;
  receive?: string;
  list?: string;
  answeredOn?: string;
}

export function selfCheckCommand(): Command {
  return handingOptions(
    newCommand(
      'self-check',
      '自查：看谁报了、谁零报告、谁没报；发自查表，收自查表，列出发现的问题',
    ),
  )
    .argument('[专项]', '编号或名称')
    .addOption(new Option('--out <文件夹>', '给还没有报的单位每家写一份自查表（xlsx）'))
    .addOption(new Option('--receive <文件或文件夹>', '收交回的自查表，合为一次提交'))
    .addOption(
      new Option('--list <文件>', '把答“有”的写成问题清单（xlsx），补全后用 ledger import 导入'),
    )
    .action(selfCheck);
}

async function selfCheck(what: string | undefined, options: SelfCheckOptions): Promise<void> {
  const desk = openHandingPlace(
    options.receive === undefined ? { ...options, write: true } : options,
  );
  const { ledger } = desk;
  const campaign = campaignNamed(ledger, what);
  const today = options.asOf ?? ledger.site.asOf ?? todayInChina();
  if (campaign.checklist.items.length === 0)
    throw new WrongUse(
      `${campaign.name}没有自查清单`,
      '来源写明重点内容的，请管理员抄进专项的 checklist',
    );
  const standing = selfCheckStanding(ledger, campaign, today);
  const paper = { office: ledger.site.authority, on: today };
  if (options.out !== undefined) {
    const folder = options.out;
    const words = unitWords(standing.silent);
    const files = await Promise.all(
      standing.silent.map(async (unit) => ({
        path: join(folder, `自查表-${words.get(unit.id) ?? unit.id}.xlsx`),
        bytes: await workbook([selfCheckSheet(campaign, unit)], paper),
      })),
    );
    writeAll(files);
    process.stdout.write(`已写出 ${String(files.length)} 份自查表到 ${folder}。\n`);
  } else if (options.list !== undefined) {
    writeWhole(options.list, await workbook([foundSheet(ledger, campaign, standing)], paper));
    process.stdout.write(
      `已写出 ${options.list}，${String(standing.found.length)} 条；补上账号、措施和时限，再用 npx ledger import 导入。\n`,
    );
  } else if (options.receive !== undefined) {
    const files = await received(options.receive, ledger, campaign, today);
    const { lines } = handIn(
      desk,
      {
        files,
        branch: `self-check/${campaign.id}-${newStamp(today)}`,
        message: `收到${campaign.name}自查表 ${String(files.size)} 份`,
        as: reviewerPosts,
        isNamed: false,
      },
      options,
    );
    process.stdout.write(`收到自查表 ${String(files.size)} 份。\n${lines.join('\n')}\n`);
  } else if (options.json) {
    printJson({
      campaign: campaign.id,
      answered: standing.answered.map(({ unit }) => unit),
      zero: standing.zero.map(({ unit }) => unit),
      silent: standing.silent.map(({ id }) => id),
      found: standing.found,
    });
  } else {
    const names = (ids: readonly string[]) =>
      ids.map((id) => ledger.units.get(id)?.name ?? id).join('、') || '没有';
    const { answered, zero, silent, found } = standing;
    process.stdout.write(
      [
        `${campaign.name}：${String(answered.length + silent.length)} 家单位，已报 ${String(answered.length)}，其中零报告 ${String(zero.length)}，未报 ${String(silent.length)}，发现问题 ${String(found.length)} 个。`,
        `零报告：${names(zero.map(({ unit }) => unit))}`,
        `未报：${names(silent.map(({ id }) => id))}`,
        ...found.map(
          ({ unit, item, note }) =>
            `有：${names([unit])}，${item}${note === '' ? '' : `：${note}`}`,
        ),
        '',
      ].join('\n'),
    );
  }
}

/** The records of the sheets that came back, all or none. Throws WrongUse and DataFaults. */
async function received(
  path: string,
  ledger: Ledger,
  campaign: Entry<Campaign>,
  today: string,
): Promise<Map<string, string>> {
  if (!existsSync(path)) throw new WrongUse(`找不到 ${path}`, '检查文件名和位置');
  const { papers, unread } = await readPapers(path, isSelfCheckTitle);
  const wrong = unread.map(
    ({ file, refusal }) => `${file}：${refusal.problem} → ${refusal.remedy}`,
  );
  const files = new Map<string, string>();
  for (const paper of papers) {
    const reading = readSelfCheck(paper);
    const unit = reading?.unit;
    if (reading === undefined || unit === undefined || !ledger.units.has(unit)) {
      wrong.push(`${paper.file}：看不出是哪个单位的自查表 → 用 --out 写出的表填写`);
      continue;
    }
    if (reading.campaign !== campaign.id)
      wrong.push(`${paper.file}：不是${campaign.name}的自查表 → 换对应的专项收`);
    const given = reading.answers.map(({ item }) => item);
    const left = campaign.checklist.items.filter((item) => !given.includes(item));
    if (left.length > 0 && reading.wrong.length === 0)
      wrong.push(`${paper.file}：没有答 ${left.join('、')} → 请单位补填`);
    wrong.push(...reading.wrong.map((sentence) => `${paper.file}：${sentence}`));
    const record = { campaign: campaign.id, unit, answeredOn: today, answers: reading.answers };
    if (reading.answers.length > 0)
      files.set(
        `self-checks/${campaign.id}/${unit}-${newStamp(today)}.yaml`,
        canonical('selfCheck', record),
      );
  }
  if (wrong.length > 0) throw new DataFaults(`${wrong.join('\n')}\n没有写入：先改正上面的错误。`);
  if (files.size === 0) throw new DataFaults(`${path} 里没有自查表`);
  return files;
}

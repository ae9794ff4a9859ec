/**
 * `ledger new assigned-check`: a check of a child's accounts that was made here, with what it failed as findings to mend;
 * `ledger new assigned-self-check`: a self-check that the child's units are to make.
 */
import { existsSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { problemOf } from '../../../src/domain/inspection/openings.ts';
import { inForceOn } from '../../../src/domain/setting.ts';
import {
  isAssignedCheckTitle,
  readAssignedCheck,
} from '../../../src/intake/assigned-check-table.ts';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import { readPapers } from '../../../src/paper/folder.ts';
import type { AssignedCheck } from '../../../src/schema/assigned-check.ts';
import { assigningLevels } from '../../../src/schema/assigning.ts';
import { id as idSchema } from '../../../src/schema/field.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { DataFaults, newCommand, parseDay, printJson, WrongUse } from '../../command.ts';
import {
  handIn,
  type HandingOptions,
  type HandingPlace,
  handingOptions,
  openHandingPlace,
} from '../handing-in.ts';
import { reviewerPosts } from './new-record.ts';
import { childNamed } from '../../scope.ts';

interface HeadOptions extends HandingOptions {
  child: string;
  id: string;
  name: string;
  number: string;
  on: string;
  origin: keyof typeof assigningLevels;
}
interface CheckOptions extends HeadOptions {
  from: string;
  checkedOn: string;
  deadline: string;
}
interface SelfCheckOptions extends HeadOptions {
  replyBy: string;
  item: string[];
}
type Check = Extract<AssignedCheck, { kind: 'inspection' }>;

export function assignedCheckCommand(): Command {
  return headed(
    newCommand(
      'assigned-check',
      '交办检查：本级检查了一个下级的账号，结果交给它；不合格的逐个成为交办的问题',
    ),
  )
    .addOption(
      new Option('--from <文件>', '检查结果：账号、指标、结果、存在问题四栏').makeOptionMandatory(),
    )
    .addOption(
      new Option('--checked-on <日期>', '检查日').argParser(parseDay).makeOptionMandatory(),
    )
    .addOption(new Option('--deadline <时限>', '整改时限，照函里写的').makeOptionMandatory())
    .action(async (options: CheckOptions) => {
      const desk = openHandingPlace(options);
      const check = await checkIn(options, desk.ledger);
      const findings = findingsOf(check, options, desk.ledger);
      enter(desk, options, check, findings);
    });
}

export function assignedSelfCheckCommand(): Command {
  return headed(
    newCommand('assigned-self-check', '交办自查：布置一个下级的各单位照重点内容自查，按时报'),
  )
    .addOption(
      new Option('--reply-by <日期>', '报送截止').argParser(parseDay).makeOptionMandatory(),
    )
    .addOption(new Option('--item <重点内容...>', '重点内容，照通知里的写法').makeOptionMandatory())
    .action((options: SelfCheckOptions) => {
      const { replyBy, item: items } = options;
      enter(
        openHandingPlace(options),
        options,
        { kind: 'self-check', ...headOf(options), items, replyBy },
        new Map(),
      );
    });
}

function headed(command: Command): Command {
  const wanted = (flags: string, words: string) => new Option(flags, words).makeOptionMandatory();
  return handingOptions(command)
    .addOption(wanted('--child <下级>', 'children/ 里的编号'))
    .addOption(wanted('--id <编号>', '编号；下级照此作检查或专项的编号'))
    .addOption(wanted('--name <名称>', '名称，照函里写的'))
    .addOption(wanted('--number <文号>', '交办函的文号'))
    .addOption(wanted('--on <日期>', '交办日期').argParser(parseDay))
    .addOption(wanted('--origin <来源>', '本级是哪一级').choices(Object.keys(assigningLevels)));
}

const headOf = ({ name, number, on, origin }: HeadOptions) => ({
  name,
  number,
  assignedOn: on,
  origin,
});

/** Throws WrongUse and DataFaults. */
async function checkIn(options: CheckOptions, { vocabulary }: Ledger): Promise<Check> {
  const { from, checkedOn } = options;
  if (!existsSync(from)) throw new WrongUse(`找不到 ${from}`, '检查文件名和位置');
  const edition = inForceOn(vocabulary.indicators.editions, checkedOn);
  if (edition === undefined)
    throw new WrongUse('台账没有那天起用的检查指标', '先在 vocabulary/indicators.yaml 登记');
  const { papers, unread } = await readPapers(from, isAssignedCheckTitle);
  const { accounts, wrong } = readAssignedCheck(papers, edition);
  const refused = unread.map(
    ({ file, refusal }) => `${file}：${refusal.problem} → ${refusal.remedy}`,
  );
  if (refused.length + wrong.length > 0)
    throw new DataFaults(`${[...refused, ...wrong].join('\n')}\n没有写入：先改正上面的错误。`);
  if (accounts.length === 0) throw new DataFaults(`${from} 里没有检查结果`);
  return {
    kind: 'inspection',
    ...headOf(options),
    checkedOn,
    edition: edition.id,
    accounts: [...accounts],
  };
}

/** What the check failed, a finding each, under the letter of the check. Throws DataFaults. */
function findingsOf(
  { accounts, edition }: Check,
  { child, id, deadline, number, on, origin }: CheckOptions,
  ledger: Ledger,
): Map<string, string> {
  const files = new Map<string, string>();
  const veto = ledger.vocabulary.indicators.editions.find((one) => one.id === edition)?.veto;
  const names = new Map(
    [...(veto?.website ?? []), ...(veto?.['new-media'] ?? [])].map((one) => [one.id, one.name]),
  );
  for (const { account, results } of accounts)
    for (const { indicator, result, finding } of results) {
      if (result !== 'failed') continue;
      const problem = problemOf(ledger, indicator);
      if (problem === undefined)
        throw new DataFaults(
          `指标 ${indicator} 没有对应的问题类别 → 在 vocabulary/problems.yaml 里给一类问题的 indicators 写上`,
        );
      const name = names.get(indicator) ?? indicator;
      const path = `assignments/${child}/${id}-${String(files.size + 1).padStart(2, '0')}.yaml`;
      const record = {
        number,
        assignedOn: on,
        origin,
        account,
        problems: [problem.id],
        finding: finding === undefined ? name : `${name}：${finding}`,
        measures: problem.measures ?? `对照“${name}”整改`,
        deadline,
        indicator: { id: indicator, edition },
      };
      files.set(path, canonical('assignment', record));
    }
  return files;
}

/** Hands the record in with its findings. Throws WrongUse and DataFaults. */
function enter(
  desk: HandingPlace,
  options: HeadOptions,
  record: AssignedCheck,
  findings: ReadonlyMap<string, string>,
): void {
  const { id } = options;
  const child = childNamed(desk.ledger, options.child).id;
  if (!idSchema.safeParse(id).success)
    throw new WrongUse(`“${id}”不能作编号`, '只用小写字母、数字和单个连字符，如 2026-q2-shi');
  const files = new Map([
    [`assigned-checks/${child}/${id}.yaml`, canonical('assignedCheck', record)],
    ...findings,
  ]);
  const taken = [...files.keys()].find((path) => desk.content.texts.has(path));
  if (taken !== undefined) throw new WrongUse(`${taken} 已经有了`, '换一个编号');
  const handing = { branch: `record/${id}`, message: `交办 ${record.name}` };
  const { lines, branch } = handIn(
    desk,
    { files, ...handing, as: reviewerPosts, isNamed: false },
    options,
  );
  const told = [
    `${record.name}，交办的问题 ${String(findings.size)} 个`,
    `合并以后，npx ledger assign ${child} --out 交办单.json，随函送去`,
  ];
  if (options.json === true) printJson({ id, files: [...files.keys()], branch: branch ?? null });
  else process.stdout.write(`${[...told, ...lines].join('\n')}\n`);
}

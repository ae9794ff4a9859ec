/**
 * `ledger hand-over UNIT`: 更名, 合并, 分设, 撤销 of a unit, or one account that goes to another — everything that it asks
 * for on one branch. Shown first; refused while anything has nobody to go to.
 */
import { Option, type Command } from 'commander';
import type { Posts } from '../../../src/domain/membership.ts';
import { unitEnds } from '../../../src/schema/unit.ts';
import { newCommand, parseDay, printJson, todayInChina, WrongUse } from '../../command.ts';
import { handIn, handingOptions, openHandingPlace } from '../handing-in.ts';
import { type UnitMove, unitMove, type HandOverOptions } from './hand-over-change.ts';

export function handOverCommand(): Command {
  return handingOptions(
    newCommand(
      'hand-over',
      '机构调整：单位更名、合并、分设、撤销，或把一个账号移交给别的单位',
    ).argument('[单位]', '原单位，编号或名称；只移交一个账号的可以不写'),
  )
    .addOption(
      new Option('--to <单位...>', '接收单位，编号或名称；分设的写几个').default([], '没有'),
    )
    .addOption(
      new Option('--on <日期>', '从哪一天起；以前的日子都按原来的单位计').argParser(parseDay),
    )
    .addOption(
      new Option(
        '--how <方式>',
        'merged 合并，split 分设，abolished 撤销；不写则按 --to 有几个',
      ).choices(Object.keys(unitEnds)),
    )
    .addOption(new Option('--rename <新名称>', '只更名，编号不变'))
    .addOption(new Option('--account <账号>', '只移交这一个账号：名称或编号'))
    .addOption(
      new Option(
        '--assign <编号=单位...>',
        '有几个接收单位时，账号、问题、填报员各归谁，如 jia-wechat=yi',
      ).default([], '没有'),
    )
    .addOption(new Option('--assign-file <文件>', '同上，写在文本文件里，一行一个'))
    .addOption(
      new Option('--issues', '只移交不涉及账号的问题：审核员先办这一步，管理员再去掉它办其余的'),
    )
    .addOption(new Option('--document <文号>', '批文的文号；公开台账不写'))
    .addOption(new Option('--public-note <说明>', '写进每一步的公开说明'))
    .addOption(new Option('--dry-run', '只看要写什么，不写'))
    .action(run);
}

function run(what: string | undefined, options: HandOverOptions): void {
  const on = options.on ?? todayInChina();
  if (on > (options.asOf ?? todayInChina()))
    throw new WrongUse(`${on} 还没有到`, '到那一天再办；先看要办什么，加 --as-of 和 --dry-run');
  const desk = openHandingPlace(options);
  const change = unitMove(desk, what, on, options);
  if (options.dryRun === true) {
    if (options.json) printJson({ files: [...change.files.keys()], lines: change.lines });
    else
      process.stdout.write(
        `${change.lines.join('\n')}\n要写 ${String(change.files.size)} 个文件；现在没有写，去掉 --dry-run 就写。\n`,
      );
    return;
  }
  const { lines, branch } = handIn(
    desk,
    {
      files: change.files,
      branch: `hand-over/${change.subject}-${on.replaceAll('-', '')}`,
      message: change.message,
      as: officePosts,
      isNamed: false,
    },
    options,
  );
  if (options.json) printJson({ files: [...change.files.keys()], branch: branch ?? null });
  else process.stdout.write(`${[...change.lines, ...lines, ...who(change, options)].join('\n')}\n`);
}

/** Whoever decides over units and over their problems; the review looks at who it is. */
const officePosts: Posts = {
  account: '',
  reviewer: true,
  maintainer: true,
  robot: false,
  units: new Set(),
  others: [],
};

/** Who may hand it in, where that is not plain. */
function who({ files }: UnitMove, { issues }: HandOverOptions): string[] {
  if (issues === true)
    return [
      '由审核员提交；合并以后，管理员去掉 --issues 再运行一次，办其余的（--assign-file 不用改）。',
    ];
  const hasIssues = [...files.keys()].some((path) => path.startsWith('updates/'));
  return hasIssues
    ? [
        '里面有单位资料（管理员的事）和问题的移交（审核员的事），要由兼任两职的人提交；不是一个人的，不用这个分支：审核员先加 --issues 办一次并合并，管理员再运行一次。',
      ]
    : ['由管理员提交。'];
}

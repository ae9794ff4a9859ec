/** `ledger assign CHILD`: what was assigned to a child as one file for it; with --confirm, first 核销 of some of it. */
import { Option, type Command } from 'commander';
import { assignedTo, assignmentsText } from '../../src/documents/data/assignments.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { newCommand, parseDay, todayInChina, WrongUse } from '../command.ts';
import { contentWith } from '../enter/entry.ts';
import {
  handIn,
  type HandingOptions,
  handingOptions,
  openHandingPlace,
} from '../enter/handing-in.ts';
import { knownId, reviewerPosts } from '../enter/new/new-record.ts';
import { writeWhole } from '../output.ts';
import { proposeBelow } from './propose.ts';
import { childNamed } from '../scope.ts';

interface AssignOptions extends HandingOptions {
  out?: string;
  propose?: boolean;
  again?: boolean;
  campaign?: string;
  confirm: string[];
  document?: string;
  on?: string;
}

export function assignCommand(): Command {
  return handingOptions(
    newCommand('assign', '交办单：交给一个下级的全部问题和核销，存成一个文件，下级用 receive 收'),
  )
    .argument('<下级>', 'children/ 里的编号')
    .option('--out <文件>', '存成一个文件')
    .option('--propose', '直接向下级的仓库提合并请求；令牌在环境变量 LEDGER_PROPOSE_TOKEN 里')
    .option('--again', '提过的合并请求没有合并就关了的，再提一次，和 --propose 一起用')
    .addOption(new Option('--campaign <专项>', '登记到下级的哪个专项，和 --propose 一起用'))
    .addOption(new Option('--confirm <编号...>', '核销这几个').default([], '没有'))
    .addOption(new Option('--document <文号>', '核销文号，和 --confirm 一起用'))
    .addOption(new Option('--on <日期>', '核销日期，和 --confirm 一起用').argParser(parseDay))
    .action(async (called: string, options: AssignOptions) => {
      const desk = openHandingPlace(options);
      const child = childNamed(desk.ledger, called);
      const { id } = child;
      const list = new Map(
        (desk.ledger.assignments.get(id) ?? []).map((one) => [one.id.slice(id.length + 1), one]),
      );
      const checks = desk.ledger.assignedChecks.get(id)?.length ?? 0;
      if (list.size + checks === 0)
        throw new WrongUse(
          `没有给 ${id} 交办过`,
          '先 npx ledger new assignment 或 new assigned-check',
        );
      const { on, document: number } = options;
      if (options.confirm.length > 0 && (on === undefined || number === undefined))
        throw new WrongUse('--confirm 要和 --document、--on 一起用', '写明核销的文号和日期');
      if (options.again === true && options.propose !== true)
        throw new WrongUse('--again 要和 --propose 一起用', '加 --propose');
      const files = new Map(
        options.confirm.map((one) => {
          const found = list.get(knownId(one, list.keys(), '交办'));
          if (found === undefined) throw new RangeError(`no ${one}`);
          const { id: _, path, ...record } = found;
          if (record.confirmed !== undefined) throw new WrongUse(`${one} 核销过了`, '去掉它');
          return [path, canonical('assignment', { ...record, confirmed: { on, number } })];
        }),
      );
      if (files.size > 0) {
        const message = `核销 ${options.confirm.join('、')}`;
        const { lines } = handIn(
          desk,
          { files, branch: `confirm/${id}`, message, as: reviewerPosts, isNamed: false },
          options,
        );
        process.stdout.write(`${lines.join('\n')}\n`);
      }
      const after = checkLedger(contentWith(desk.content, files)).ledger ?? desk.ledger;
      if (options.propose === true) {
        const proposed = await proposeBelow({
          child,
          contents: assignedTo(after, child.id),
          campaign: options.campaign,
          today: options.asOf ?? todayInChina(),
          token: process.env['LEDGER_PROPOSE_TOKEN'],
          again: options.again === true,
          content: options.content,
        });
        process.stdout.write(`${proposed.lines.join('\n')}\n`);
        if (!proposed.ok) process.exitCode = 1;
      }
      if (options.out === undefined) return;
      writeWhole(options.out, assignmentsText(after, child));
      process.stdout.write(`已写出 ${options.out}，${countsOf(list.size, checks)}，随函送去。\n`);
    });
}

const countsOf = (findings: number, checks: number): string =>
  [
    ...(findings > 0 || checks === 0 ? [`${String(findings)} 个`] : []),
    ...(checks > 0 ? [`检查、自查 ${String(checks)} 项`] : []),
  ].join('，');

/** `ledger assign CHILD`: what was assigned to a child as one file for it; with --confirm, first 核销 of some of it. */
import { Option, type Command } from 'commander';
import { assignmentsText } from '../../src/documents/data/assignments.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { newCommand, parseDay, WrongUse } from '../command.ts';
import { overlaid } from '../enter/entry.ts';
import {
  handIn,
  type HandingOptions,
  handingOptions,
  openHandingPlace,
} from '../enter/handing-in.ts';
import { knownId, reviewerPosts } from '../enter/new/new-record.ts';
import { writeWhole } from '../output.ts';

interface AssignOptions extends HandingOptions {
  out?: string;
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
    .addOption(new Option('--confirm <编号...>', '核销这几个').default([], '没有'))
    .addOption(new Option('--document <文号>', '核销文号，和 --confirm 一起用'))
    .addOption(new Option('--on <日期>', '核销日期，和 --confirm 一起用').argParser(parseDay))
    .action((id: string, options: AssignOptions) => {
      const desk = openHandingPlace(options);
      const child = desk.ledger.children.get(knownId(id, desk.ledger.children.keys(), '下级'));
      const list = new Map(
        (desk.ledger.assignments.get(id) ?? []).map((one) => [one.id.slice(id.length + 1), one]),
      );
      if (child === undefined || list.size === 0)
        throw new WrongUse(`没有给 ${id} 交办过`, '先 npx ledger new assignment');
      const { on, document: number } = options;
      if (options.confirm.length > 0 && (on === undefined || number === undefined))
        throw new WrongUse('--confirm 要和 --document、--on 一起用', '写明核销的文号和日期');
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
      if (options.out === undefined) return;
      const after = checkLedger(overlaid(desk.content, files)).ledger ?? desk.ledger;
      writeWhole(options.out, assignmentsText(after, child));
      process.stdout.write(`已写出 ${options.out}，${String(list.size)} 个，随函送去。\n`);
    });
}

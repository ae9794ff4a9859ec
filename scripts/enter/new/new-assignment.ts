/** `ledger new assignment`: 交办 — a finding made here for a ledger below to mend. */
import { Option, type Command } from 'commander';
import { assigningLevels } from '../../../src/schema/assigning.ts';
import { parseDay } from '../../command.ts';
import { askerOf, idOf, recordCommand, textGiven } from './new-record.ts';
import { childNamed } from '../../scope.ts';

export function assignmentCommand(): Command {
  return recordCommand(
    'assignment',
    '交办：本级发现的问题，交给一个下级整改',
    [
      new Option('--child <下级>', 'children/ 里的编号'),
      new Option('--id <编号>', '编号；下级照此作问题的编号'),
      new Option('--number <文号>', '交办函的文号'),
      new Option('--on <日期>', '交办日期').argParser(parseDay),
      new Option('--origin <来源>', '本级是哪一级').choices(Object.keys(assigningLevels)),
      new Option('--account <账号>', '平台：名称，如 微信公众号：甲街道发布'),
      new Option('--unit <单位>', '不涉及账号的，写下级的单位全称'),
      new Option('--problem <类别...>', '问题类别的编号'),
      new Option('--finding <问题>', '存在问题，照函里写的'),
      new Option('--measures <要求>', '整改要求，照函里写的'),
      new Option('--deadline <时限>', '整改时限，照函里写的'),
    ],
    async ({ ledger }, options, asker) => {
      const ask = askerOf(options, asker);
      const child = childNamed(ledger, await ask('child', '下级（名称或编号）')).id;
      const count = ledger.assignments.get(child)?.length ?? 0;
      const id = await idOf(options, asker, `${child}-jb-${String(count + 1).padStart(2, '0')}`);
      const unit = textGiven(options['unit']);
      const given = options['problem'];
      const kinds = Object.fromEntries(ledger.vocabulary.problems.map((one) => [one.id, one.name]));
      return {
        kind: 'assignment',
        id,
        path: `assignments/${child}/${id}.yaml`,
        record: {
          number: await ask('number', '交办函的文号'),
          assignedOn: await ask('on', '交办日期（2026-06-01 这样写）'),
          origin: await ask('origin', '本级是哪一级', assigningLevels),
          account: unit === undefined ? await ask('account', '账号（平台：名称）') : undefined,
          unit,
          problems: Array.isArray(given) ? given : [await ask('problem', '问题类别', kinds)],
          finding: await ask('finding', '存在问题'),
          measures: await ask('measures', '整改要求'),
          deadline: await ask('deadline', '整改时限'),
        },
        notes: [`合并以后，npx ledger assign ${child} --out 交办单.json，随函送去`],
      };
    },
  );
}

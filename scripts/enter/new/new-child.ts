/** `ledger new child`: 登记下级 — an office below that keeps a ledger of its own, and where its sums are fetched. */
import { Option, type Command } from 'commander';
import { newId, UnitNames } from '../../../src/intake/words/unit-names.ts';
import { parseDay, todayInChina } from '../../command.ts';
import { askerOf, idOf, recordCommand, textGiven } from './new-record.ts';

/** The command. */
export function childCommand(): Command {
  return recordCommand(
    'child',
    '登记一个下级台账：它的名称，数从哪里取',
    [
      new Option('--id <编号>', '编号，用作文件名和网页地址'),
      new Option('--name <名称>', '下级台账自己写的名称'),
      new Option('--short <简称>', '页面上怎样称它，如 甲区'),
      new Option('--code <代码>', '行政区划代码或统一社会信用代码'),
      new Option('--order <顺序>', '官方排列的第几个'),
      new Option('--since <日期>', '从哪天起；不写则为今天').argParser(parseDay),
      new Option(
        '--public <从哪里取>',
        '公开的数：网址，文件或文件夹，仓库地址#分支，没有台账的写 报表',
      ),
      new Option('--internal <从哪里取>', '内部的数，写法一样'),
      new Option('--key <公钥>', 'SSH 公钥的前两段；写了的，没有签名或签名不对的不收'),
    ],
    async ({ ledger }, options, asker) => {
      const ask = askerOf(options, asker);
      const name = await ask('name', '下级台账自己写的名称');
      const stem = new UnitNames(ledger).stem(textGiven(options['short']) ?? name);
      const id = await idOf(
        options,
        asker,
        newId(stem, (one) => ledger.children.has(one)),
      );
      const [open, inside] = [textGiven(options['public']), textGiven(options['internal'])];
      const order = textGiven(options['order']);
      return {
        kind: 'child',
        id,
        path: `children/${id}.yaml`,
        record: {
          name,
          shortName: options['short'],
          code: options['code'],
          order: order !== undefined && /^\d+$/u.test(order) ? Number(order) : order,
          since: textGiven(options['since']) ?? options.asOf ?? todayInChina(),
          public: open === undefined ? undefined : placeOf(open),
          internal: inside === undefined ? undefined : placeOf(inside),
          key: options['key'],
        },
        notes: ['合并以后，npx ledger gather 先看取不取得到，加 --write 存下当天的快照'],
      };
    },
  );
}

/** Where sums lie, as one writes it in a line. */
function placeOf(typed: string): object {
  if (typed === '报表') return { paper: true };
  const [, git, branch] = /^(?<git>\S+)#(?<branch>\S+)$/u.exec(typed) ?? [];
  if (git !== undefined) return { git, branch };
  return /^https?:\/\//u.test(typed) ? { address: typed } : { path: typed };
}

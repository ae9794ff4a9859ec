/** `ledger new unit|account|issue|assignment|assigned-check…`: a record from flags, or from answers on a terminal. */
import { Command, Option } from 'commander';
import { unitKinds } from '../../../src/schema/unit.ts';
import { assignedCheckCommand, assignedSelfCheckCommand } from './new-assigned-check.ts';
import { assignmentCommand } from './new-assignment.ts';
import { childCommand } from './new-child.ts';
import { issueCommand } from './new-issue.ts';
import { manyCommands } from './new-many.ts';
import { PlatformNames } from '../../../src/intake/words/listed.ts';
import { freeId, newId, UnitNames } from '../../../src/intake/words/unit-names.ts';
import { WrongUse } from '../../command.ts';
import { unitIdOr } from '../../scope.ts';
import { idOf, knownId, recordCommand, textGiven } from './new-record.ts';
import { WEBSITE } from '../../../src/text/terms.ts';

export function newCommandGroup(): Command {
  const group = new Command('new')
    .description('登记单位、账号、问题：用选项写，或在终端上回答；成批的从文件读')
    .addCommand(unitCommand())
    .addCommand(accountCommand())
    .addCommand(issueCommand())
    .addCommand(assignmentCommand())
    .addCommand(assignedCheckCommand())
    .addCommand(assignedSelfCheckCommand())
    .addCommand(childCommand());
  for (const command of manyCommands()) group.addCommand(command);
  return group;
}

function unitCommand(): Command {
  return recordCommand(
    'unit',
    '登记一个单位',
    [
      new Option('--id <编号>', '单位编号；不写则按名称的拼音'),
      new Option('--name <名称>', '单位名称'),
      new Option('--kind <类别>', `类别：${Object.values(unitKinds).join('、')}`).argParser(
        kindCalled,
      ),
      new Option('--alias <别名...>', '别名、简称'),
      new Option('--phone <电话>', '对外公开的办公电话'),
    ],
    async ({ ledger }, options, asker) => {
      const name = await asker.answer(textGiven(options['name']), {
        title: '单位名称',
        flag: '--name',
      });
      const stem = new UnitNames(ledger).stem(name ?? '');
      const id = await idOf(
        options,
        asker,
        newId(stem, (one) => ledger.units.has(one)),
      );
      const kind = await asker.answer(textGiven(options['kind']), {
        title: '类别',
        flag: '--kind',
        choices: unitKinds,
      });
      const { alias: aliases, phone } = options;
      return {
        kind: 'unit',
        id,
        path: `units/${id}.yaml`,
        record: { name, aliases, kind, phone },
        notes: [],
      };
    },
  );
}

/** 部门 or department. Throws WrongUse. */
function kindCalled(what: string): string {
  const found = Object.entries(unitKinds).find(([id, name]) => id === what || name === what);
  if (found !== undefined) return found[0];
  throw new WrongUse(`没有类别“${what}”`, `可选：${Object.values(unitKinds).join('、')}`);
}

function accountCommand(): Command {
  return recordCommand(
    'account',
    '登记一个网站或新媒体账号',
    [
      new Option('--id <编号>', '账号编号；不写则为 单位-平台'),
      new Option('--unit <单位>', '主办单位的名称或编号'),
      new Option('--name <名称>', '账号或网站的名称'),
      new Option('--platform <平台>', '平台的名称或编号；网站写 政府网站，来源没写明的写 unstated'),
      new Option('--address <网址>', '网站首页或账号主页'),
      new Option('--exception <理由>', '同一平台已有账号时，为什么还要一个'),
    ],
    async ({ ledger }, options, asker) => {
      const named = await asker.answer(textGiven(options['unit']), {
        title: '主办单位的名称或编号',
        flag: '--unit',
      });
      const unit = knownId(unitIdOr(ledger, named ?? ''), ledger.units.keys(), '单位');
      const name = await asker.answer(textGiven(options['name']), {
        title: '账号名称',
        flag: '--name',
      });
      const platforms = Object.fromEntries(
        ledger.vocabulary.platforms.map((one) => [one.id, one.name]),
      );
      const called = await asker.answer(textGiven(options['platform']), {
        title: '平台',
        flag: '--platform',
        choices: { [WEBSITE.id]: WEBSITE.name, ...platforms },
      });
      const names = new PlatformNames(ledger.vocabulary.platforms);
      const platform = names.find(called ?? '') ?? called;
      if (platform !== 'website') knownId(platform ?? '', Object.keys(platforms), '平台');
      const id = await idOf(
        options,
        asker,
        freeId(`${unit}-${platform ?? 'wechat'}`, (one) => ledger.accounts.has(one)),
      );
      const { address, exception } = options;
      const common = { unit, name, address, exception };
      return {
        kind: 'account',
        id,
        path: `accounts/${unit}/${id}.yaml`,
        record:
          platform === 'website'
            ? { kind: 'website', ...common }
            : { kind: 'new-media', platform, ...common },
        notes: [],
      };
    },
  );
}

/** `ledger update ISSUE`: one report or decision, checked as the review will check it, on a branch of its own. */
import { Option, type Command } from 'commander';
import { type Posts, postsOf, roleFor } from '../../src/domain/membership.ts';
import { ledTo } from '../../src/domain/issue/timeline.ts';
import { ownerOn } from '../../src/domain/issue/owner.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { didYouMean } from '../../src/ledger/message.ts';
import { actions } from '../../src/text/terms.ts';
import { type Action, reopenGrounds, voidGrounds } from '../../src/schema/update.ts';
import { objectFor } from '../../src/schema/walk.ts';
import { updatePath } from '../../src/text/update-path.ts';
import { layout } from '../../src/schema/layout.ts';
import { unitIdOr } from '../scope.ts';
import { Asker } from './new/ask.ts';
import { newCommand, parseDay, printJson, todayInChina, WrongUse } from '../command.ts';
import { readEvidence } from './new/new-evidence.ts';
import {
  type HandingPlace,
  handIn,
  type HandingOptions,
  handingOptions,
  openHandingPlace,
} from './handing-in.ts';
import { newStamp } from './stamp.ts';
import { isUnitAction } from '../../src/domain/issue/transition.ts';

interface UpdateOptions extends HandingOptions {
  as?: string;
  action?: string;
  evidence: string[];
  held?: boolean;
  round?: string;
  [field: string]: unknown;
}

/** The flags that become fields of the update as they are: flag, what it is, whether it is a day. */
const fields = [
  ['reportedOn', '--reported-on <日期>', '报告日期；不写则为今天', true],
  ['completedOn', '--completed-on <日期>', '完成日期（申请验收）', true],
  ['reason', '--reason <理由>', '退回、延期、暂缓、重启、撤销的理由', false],
  ['from', '--from <日期>', '公示起', true],
  ['until', '--until <日期>', '公示止，或暂缓到哪一天', true],
  ['contact', '--contact <电话>', '公示联系方式', false],
  ['confirmedOn', '--confirmed-on <日期>', '上级核销日期', true],
  ['document', '--document <文号>', '上级核销或同意暂缓的文号', false],
  ['reviewOn', '--review-on <日期>', '下次复查日', true],
  ['askedOn', '--asked-on <日期>', '延期、暂缓的申请日期', true],
  ['dueOn', '--due-on <日期>', '延期后的截止日，或重启后的截止日', true],
  ['to', '--to <单位>', '接收单位的名称或编号（移交不涉及账号的问题）', false],
  [
    'ground',
    '--ground <依据>',
    `重启依据：${Object.keys(reopenGrounds).join('、')}；撤销依据：${Object.keys(voidGrounds).join('、')}`,
    false,
  ],
  ['note', '--note <说明>', '进展说明（内部）', false],
  ['publicNote', '--public-note <说明>', '公开说明', false],
  ['reporter', '--reporter <职务>', '填报人', false],
  ['approver', '--approver <职务>', '审签人', false],
  ['approvedOn', '--approved-on <日期>', '审签日期（专项规定审签的决定）', true],
  ['drafter', '--drafter <账户>', '拟办人（专项规定审签的决定）', false],
  ['draftedOn', '--drafted-on <日期>', '拟办日期（专项规定审签的决定）', true],
  ['onBehalfOf', '--on-behalf-of <单位>', '审核员代哪个单位录入', false],
  ['receivedBy', '--received-by <职务>', '收件人', false],
  ['channel', '--channel <渠道>', '收件渠道，如 报送单', false],
] as const;

export function updateCommand(): Command {
  const command = handingOptions(
    newCommand(
      'update',
      '报送一个问题：写报送记录、放佐证、建分支；不合规的先说明，不写入',
    ).argument('<问题>', '问题编号，如 2020-special-04'),
  )
    .addOption(new Option('--action <事项>', '报什么').choices(Object.keys(actions)))
    .addOption(
      new Option(
        '--evidence <佐证...>',
        '文件、link:链接、number:编号，可带日期 @2020-05-25',
      ).default([], '不附'),
    )
    .addOption(new Option('--held', '复查：保持'))
    .addOption(new Option('--no-held', '复查：未保持'))
    .addOption(new Option('--round <轮次>', '重启后的轮次；不写则自动'))
    .addOption(new Option('--as <账户>', '以哪个平台账户报送；写了就连身份一起检查'));
  for (const [, flag, description, isDay] of fields) {
    const option = new Option(flag, description);
    command.addOption(isDay ? option.argParser(parseDay) : option);
  }
  // `--held` has no value of its own unless it is given.
  command.setOptionValue('held', undefined);
  return command.action(async (issue: string, options: UpdateOptions) => {
    const asker = new Asker();
    try {
      await update(issue, options, asker);
    } finally {
      asker.close();
    }
  });
}

async function update(issue: string, options: UpdateOptions, asker: Asker): Promise<void> {
  const desk = openHandingPlace(options);
  const { ledger } = desk;
  const record = ledger.issues.get(issue);
  if (record === undefined)
    throw new WrongUse(
      `台账里没有问题 ${issue}`,
      didYouMean(issue, ledger.issues.keys()) || '运行 npx ledger status 看有哪些问题',
    );
  const which = { title: '报什么', flag: '--action', choices: actions };
  const action = (await asker.answer(options.action, which)) as Action;
  const said = { ...options };
  const note = { title: '进展说明', flag: '--note', optional: true };
  said['note'] = await asker.answer(said['note'] as string | undefined, note);
  const today = options.asOf ?? todayInChina();
  const { pieces, files, told } = readEvidence(
    options.evidence,
    issue,
    new Set(ledger.evidence.keys()),
  );
  const unit = ownerOn(ledger, record, today) ?? '';
  const last = ledger.updates.get(issue)?.at(-1)?.id.split('/').at(-1);
  const stamp = newStamp((said['reportedOn'] as string | undefined) ?? today, last);
  const path = updatePath(record, stamp);
  const entered = new Map<string, string | Uint8Array>([
    [path, canonical('update', recordOf(issue, action, said, pieces, today, desk))],
    ...files,
  ]);
  const handed = handIn(
    desk,
    {
      files: entered,
      branch: `report/${issue}-${stamp}`,
      message: `${issue} ${actions[action]}`,
      as: actingAs(options.as, unit, action, said, desk, today),
      isNamed: options.as !== undefined,
    },
    options,
  );
  const words = ledTo(handed.draft.stories[0]?.after.timeline ?? [], `${issue}/${stamp}`);
  const passage = words && `${words.before ?? ''} → ${words.after}`;
  if (options.json) {
    printJson({ update: `${issue}/${stamp}`, path, passage, branch: handed.branch ?? null });
    return;
  }
  process.stdout.write(
    `${issue} ${actions[action]}：${passage ?? ''}\n${[...told, ...handed.lines].join('\n')}\n`,
  );
}

/** The record from the flags; a flag that the action does not know is wrong use. Throws WrongUse. */
function recordOf(
  issue: string,
  action: Action,
  said: UpdateOptions,
  evidence: unknown[],
  today: string,
  { ledger }: HandingPlace,
): object {
  const record: Record<string, unknown> = {
    issue,
    action,
    reportedOn: said['reportedOn'] ?? today,
  };
  for (const [name] of fields) {
    const value = said[name];
    const isUnit = typeof value === 'string' && (name === 'onBehalfOf' || name === 'to');
    if (value !== undefined) record[name] = isUnit ? unitIdOr(ledger, value) : value;
  }
  if (action === 'reviewed' && said.held !== undefined) record['held'] = said.held;
  if (action === 'reopened')
    record['round'] = said.round === undefined ? nextRound(issue, ledger) : Number(said.round);
  if (evidence.length > 0) record['evidence'] = evidence;
  const known = objectFor(layout.update.schema, record)?.shape ?? {};
  const strange = Object.keys(record).find((name) => !Object.hasOwn(known, name));
  if (strange !== undefined) {
    const flag = fields.find(([name]) => name === strange)?.[1].split(' ')[0] ?? strange;
    throw new WrongUse(`报“${actions[action]}”不用写 ${flag}`, '去掉它，或改报别的事项');
  }
  return record;
}

/** The number of the round that a reopening begins: one more than the reopenings and lapsed reviews so far. */
function nextRound(issue: string, { updates }: HandingPlace['ledger']): number {
  const earlier = (updates.get(issue) ?? []).filter(
    (one) => one.action === 'reopened' || (one.action === 'reviewed' && !one.held),
  );
  return earlier.length + 2;
}

/** The posts of --as; without it those that the action needs: the review will look at who it is. Throws WrongUse. */
function actingAs(
  account: string | undefined,
  unit: string,
  action: Action,
  said: UpdateOptions,
  { ledger }: HandingPlace,
  today: string,
): Posts {
  if (account === undefined) {
    const reviewer = !isUnitAction(action) || said['onBehalfOf'] !== undefined;
    const units = new Set(reviewer ? [] : [unit]);
    return { account: '', reviewer, maintainer: false, robot: false, units, others: [] };
  }
  const posts = postsOf(account, { site: ledger.site, units: ledger.units.values() }, today);
  if (roleFor(posts, unit) === undefined)
    throw new WrongUse(
      `${account} 不是${ledger.units.get(unit)?.name ?? unit}的填报员，也不是审核员`,
      '换一个账户，或请管理员登记',
    );
  return posts;
}

/** `ledger register ACCOUNT`: one step in an account's life — 备案, 变更, 关停, 注销 — on a branch of its own. */
import { Option, type Command } from 'commander';
import { register } from '../../../src/domain/register.ts';
import { registeredNames, stepsFrom } from '../../../src/domain/registration.ts';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import { layout } from '../../../src/schema/layout.ts';
import { registrations } from '../../../src/text/terms.ts';
import type { RegistrationAction } from '../../../src/schema/registration.ts';
import { objectFor } from '../../../src/schema/walk.ts';
import { newCommand, parseDay, printJson, todayInChina, WrongUse } from '../../command.ts';
import { handIn, type HandingOptions, handingOptions, openHandingPlace } from '../handing-in.ts';
import { newStamp } from '../stamp.ts';
import { reviewerPosts } from '../new/new-record.ts';
import { accountNamed } from '../../scope.ts';

interface RegisterOptions extends HandingOptions {
  action?: string;
  [field: string]: unknown;
}

/** The flags that become fields as they are: name, flag, what it is, whether it is a day. */
const fields = [
  ['reportedOn', '--reported-on <日期>', '这一步发生的日子；不写则为今天', true],
  ['state', '--state <状态>', '入册时的状态', false],
  ['filedOn', '--filed-on <日期>', '备案日期', true],
  ['filingNumber', '--filing-number <编号>', '备案编号', false],
  ['filedUntil', '--filed-until <日期>', '备案有效期至', true],
  ['receipt', '--receipt <编号>', '受理编号或注销回执', false],
  ['what', '--what <内容>', '变更内容', false],
  ['to', '--to <单位>', '移交：接收单位的编号', false],
  ['reason', '--reason <理由>', '退回备案、列为异常、撤回关停的理由', false],
  ['lastPostOn', '--last-post-on <日期>', '停用前最后更新日', true],
  ['approval', '--approval <文号>', '同意关停的批文', false],
  ['from', '--from <日期>', '公告起', true],
  ['until', '--until <日期>', '公告止', true],
  ['link', '--link <网址>', '公告链接', false],
  ['publicNote', '--public-note <说明>', '公开说明', false],
  ['note', '--note <说明>', '内部备注', false],
] as const;

export function registerCommand(): Command {
  const command = handingOptions(
    newCommand(
      'register',
      '登记账号的备案、变更、异常、停用、关停和注销；不写 --action 则显示现在的状态',
    ).argument('<账号>', '账号的名称或编号'),
  ).addOption(new Option('--action <事项>', '登记什么').choices(Object.keys(registrations)));
  for (const [, flag, description, isDay] of fields) {
    const option = new Option(flag, description);
    command.addOption(isDay ? option.argParser(parseDay) : option);
  }
  return command.action((account: string, options: RegisterOptions) => {
    step(account, options);
  });
}

function step(what: string, options: RegisterOptions): void {
  const desk = openHandingPlace(options);
  const { registry, vocabulary } = desk.ledger;
  const account = accountNamed(desk.ledger, what).id;
  const today = options.asOf ?? todayInChina();
  const now = register(registry.get(account) ?? [], today, vocabulary.registering);
  if (options.action === undefined) {
    const next = stepsFrom(now.state).map((one) => ({ action: one, name: registrations[one] }));
    if (options.json) printJson({ account, state: now.state, since: now.since ?? null, next });
    else {
      const choices = next.map(({ action, name }) => `--action ${action}（${name}）`).join('、');
      process.stdout.write(`${account} ${registeredNames[now.state]}。可以登记：${choices}\n`);
    }
    return;
  }
  const action = options.action as RegistrationAction;
  const record: Record<string, unknown> = { account, action, reportedOn: today };
  for (const [name] of fields) if (options[name] !== undefined) record[name] = options[name];
  const known = objectFor(layout.registration.schema, record)?.shape ?? {};
  const strange = Object.keys(record).find((name) => !Object.hasOwn(known, name));
  if (strange !== undefined) {
    const flag = fields.find(([name]) => name === strange)?.[1].split(' ')[0] ?? strange;
    throw new WrongUse(`登记“${registrations[action]}”不用写 ${flag}`, '去掉它，或登记别的事项');
  }
  const last = desk.ledger.registry.get(account)?.at(-1)?.id.split('/').at(-1);
  const stamp = newStamp(record['reportedOn'] as string, last);
  const path = `registry/${account}/${stamp}.yaml`;
  const { lines, branch } = handIn(
    desk,
    {
      files: new Map([[path, canonical('registration', record)]]),
      branch: `register/${account}-${stamp}`,
      message: `${account} ${registrations[action]}`,
      as: reviewerPosts,
      isNamed: false,
    },
    options,
  );
  if (options.json) printJson({ account, path, branch: branch ?? null });
  else process.stdout.write(`${account} ${registrations[action]}\n${lines.join('\n')}\n`);
}

/** `ledger staff WHOM --in ACCOUNT --out ACCOUNT`: 换人 — who leaves gets a last day, who comes a new line; nobody is deleted. */
import { type Command, Option } from 'commander';
import { addDays, inWords } from '../../../src/day/calendar.ts';
import { isSameAccount, type StaffList } from '../../../src/domain/membership.ts';
import type { Member } from '../../../src/schema/site.ts';
import { own } from '../../../src/text/own.ts';
import { newCommand, parseDay, printJson, todayInChina, WrongUse } from '../../command.ts';
import { handIn, type HandingOptions, handingOptions, openHandingPlace } from '../handing-in.ts';
import { maintainerPosts } from '../new/new-record.ts';
import { rewrittenSetting } from './set.ts';
import { settingTargetNamed } from './setting-target.ts';
import { holdsOn } from '../../../src/day/period.ts';

interface StaffOptions extends HandingOptions {
  in?: string;
  out?: string;
  name?: string;
  post?: string;
  on?: string;
}

/** Lists of people in the settings of the ledger. */
const posts: Readonly<Record<string, StaffList>> = {
  审核员: 'reviewers',
  管理员: 'maintainers',
  定时任务: 'robots',
};

export function staffCommand(): Command {
  return handingOptions(
    newCommand('staff', '人员进出：填报员、审核员、管理员换人；旧的写上最后一天，不删').argument(
      '<单位或岗位>',
      `单位的名称，或 ${Object.keys(posts).join('、')}`,
    ),
  )
    .addOption(new Option('--in <账户>', '新来的人的平台账户'))
    .addOption(new Option('--out <账户>', '离开的人的平台账户'))
    .addOption(new Option('--name <姓名>', '新来的人的姓名（内部）'))
    .addOption(new Option('--post <职务>', '新来的人的职务（内部）'))
    .addOption(new Option('--on <日期>', '从哪天起；不写则为今天').argParser(parseDay))
    .action(staff);
}

function staff(what: string, options: StaffOptions): void {
  const desk = openHandingPlace(options);
  const list = own(posts, what);
  const target = settingTargetNamed(desk, list === undefined ? what : '台账');
  if (list === undefined && target.kind !== 'unit')
    throw new WrongUse(
      `“${what}”不是单位，也不是岗位`,
      `写单位的名称，或 ${Object.keys(posts).join('、')}`,
    );
  const key = list ?? 'members';
  const people = (target.record[key] ?? []) as Member[];
  if (options.in === undefined && options.out === undefined) {
    const lines = people.map(
      ({ account, name, from, until }) =>
        `  ${account}${name === undefined ? '' : `（${name}）`} ${from} 起${until === undefined ? '' : `，至 ${until}`}`,
    );
    const none = lines.length === 0 ? ['  还没有人'] : lines;
    if (options.json === true) printJson(people);
    else
      process.stdout.write(
        `${[`${what}：`, ...none, `换人：npx ledger staff ${what} --out 旧账户 --in 新账户 --on 日期`].join('\n')}\n`,
      );
    return;
  }
  const on = options.on ?? options.asOf ?? todayInChina();
  const after = [...left(people, options.out, on, what), ...come(people, options, on, what)];
  if (list === 'reviewers' || list === 'maintainers') stillServed(after, options, on, what);
  const record = { ...target.record, [key]: after };
  const { lines, branch } = handIn(
    desk,
    {
      files: new Map([[target.path, rewrittenSetting(target, record)]]),
      branch: `staff/${target.kind === 'unit' ? target.path.replace(/^.*\/|\.yaml$/gu, '') : key}-${on.replaceAll('-', '')}`,
      message: `${what}换人`,
      as: maintainerPosts,
      isNamed: false,
    },
    options,
  );
  if (options.json === true) {
    printJson({ path: target.path, people: after, branch: branch ?? null });
    return;
  }
  const told = [
    ...(options.out === undefined ? [] : [`${options.out} 到${inWords(addDays(on, -1))}为止。`]),
    ...(options.in === undefined ? [] : [`${options.in} 从${inWords(on)}起。`]),
    ...(list === undefined || desk.ledger.site.forge === undefined
      ? []
      : ['合并以后再运行一次 npx ledger codeowners。']),
  ];
  process.stdout.write(`${[...told, ...lines].join('\n')}\n`);
}

/** The people, with a last day for whoever leaves. Throws WrongUse. */
function left(
  people: readonly Member[],
  out: string | undefined,
  on: string,
  what: string,
): Member[] {
  if (out === undefined) return [...people];
  const serving = people.filter(
    ({ account, until }) => isSameAccount(account, out) && until === undefined,
  );
  if (serving.length === 0)
    throw new WrongUse(
      `${what}里没有在任的 ${out}`,
      `在任的：${people.flatMap(({ account, until }) => (until === undefined ? [account] : [])).join('、')}`,
    );
  return people.map((one) => (serving.includes(one) ? { ...one, until: addDays(on, -1) } : one));
}

/** Without a maintainer nobody could name another, without a reviewer nothing is decided. Throws WrongUse where nobody is left. */
function stillServed(
  people: readonly Member[],
  { out }: StaffOptions,
  on: string,
  what: string,
): void {
  if (out === undefined) return;
  if (people.some((one) => holdsOn(one, on))) return;
  throw new WrongUse(
    `${out} 是最后一个${what}，${inWords(on)}起就没有${what}了`,
    `加 --in 新账户，一次换好；或先登记新的：npx ledger staff ${what} --in 新账户`,
  );
}

/** The new person's line. Throws WrongUse. */
function come(
  people: readonly Member[],
  { in: account, name, post }: StaffOptions,
  on: string,
  what: string,
): Member[] {
  if (account === undefined) return [];
  if (people.some((one) => isSameAccount(one.account, account) && one.until === undefined))
    throw new WrongUse(`${account} 已经是${what}的人`, '不用再加');
  return [
    {
      account,
      ...(name === undefined ? {} : { name }),
      ...(post === undefined ? {} : { post }),
      from: on,
    },
  ];
}

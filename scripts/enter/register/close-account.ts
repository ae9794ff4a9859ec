/** `ledger close-account ACCOUNT`: 关停 step by step — where it stands, what comes next until when, and writing it. */
import { Option, type Command } from 'commander';
import { inWords } from '../../../src/day/calendar.ts';
import { closureOf, type ClosureStep, noticeUntil } from '../../../src/domain/closure.ts';
import { isUnfinished } from '../../../src/domain/figures/state.ts';
import { isFromAbove } from '../../../src/domain/issue/round/closing.ts';
import { standing } from '../../../src/domain/issue/standing.ts';
import { register } from '../../../src/domain/register.ts';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import { registrations } from '../../../src/text/terms.ts';
import { updatePath } from '../../../src/text/update-path.ts';
import { newCommand, parseDay, printJson, todayInChina, WrongUse } from '../../command.ts';
import { Asker } from '../new/ask.ts';
import { type Closure, tellClosure } from './closure-text.ts';
import {
  type HandingPlace,
  handIn,
  type HandingOptions,
  handingOptions,
  openHandingPlace,
} from '../handing-in.ts';
import { newStamp } from '../stamp.ts';
import { reviewerPosts } from '../new/new-record.ts';
import { accountNamed } from '../../scope.ts';

interface CloseOptions extends HandingOptions {
  next?: boolean;
  approval?: string;
  from?: string;
  until?: string;
  link?: string;
  receipt?: string;
  publicNote?: string;
}

export function closeAccountCommand(): Command {
  return handingOptions(
    newCommand(
      'close-account',
      '关停一个账号：审批、公告、注销、备案，最后撤销它没有办结的问题；不加 --next 只看走到哪一步',
    ).argument('<账号>', '账号的名称或编号'),
  )
    .addOption(new Option('--next', '登记下一步'))
    .addOption(new Option('--approval <文号>', '同意关停的批文'))
    .addOption(new Option('--from <日期>', '公告起；不写则为今天').argParser(parseDay))
    .addOption(new Option('--until <日期>', '公告止；不写则按规定的工作日').argParser(parseDay))
    .addOption(new Option('--link <网址>', '公告链接'))
    .addOption(new Option('--receipt <编号>', '注销回执，或关停备案的受理编号'))
    .addOption(new Option('--public-note <说明>', '公开说明'))
    .action(async (account: string, options: CloseOptions) => {
      const asker = new Asker();
      try {
        await closeAccount(account, options, asker);
      } finally {
        asker.close();
      }
    });
}

async function closeAccount(called: string, options: CloseOptions, asker: Asker): Promise<void> {
  const desk = openHandingPlace(options);
  const account = accountNamed(desk.ledger, called).id;
  const closure = closureFor(desk, account, options.asOf ?? todayInChina());
  if (options.next !== true) {
    tellClosure(desk.ledger, closure, options);
    return;
  }
  if (closure.register.state === 'unknown')
    throw new WrongUse(
      `账号 ${account} 还没有入册`,
      `先登记：npx ledger register ${account} --action entered --state normal`,
    );
  const files =
    closure.next === undefined
      ? withdrawals(desk, closure)
      : await stepFile(desk, closure, closure.next, options, asker);
  if (files.size === 0) {
    tellClosure(desk.ledger, closure, options);
    return;
  }
  const what = closure.next === undefined ? '撤销问题' : registrations[closure.next.action];
  const { lines, branch } = handIn(
    desk,
    {
      files,
      branch: `close-account/${account}-${closure.next?.action ?? 'voided'}`,
      message: `${account} ${what}`,
      as: reviewerPosts,
      isNamed: false,
    },
    options,
  );
  if (options.json)
    printJson({ account, step: what, files: [...files.keys()], branch: branch ?? null });
  else process.stdout.write(`${[`${account} ${what}`, ...lines].join('\n')}\n`);
}

function closureFor({ ledger }: HandingPlace, account: string, today: string): Closure {
  const now = register(ledger.registry.get(account) ?? [], today, ledger.vocabulary.registering);
  const steps = closureOf(now, today);
  const open = standing(ledger, today).issues.filter(
    (one) =>
      one.issue.account === account && (isUnfinished(one) || one.history.state === 'sustained'),
  );
  return {
    account,
    today,
    register: now,
    steps,
    next: steps.find(({ done }) => done === undefined),
    open: open.filter(({ issue }) => !isFromAbove(issue)),
    above: open.filter(({ issue }) => isFromAbove(issue)),
  };
}

/** The next step as a record. Throws WrongUse. */
async function stepFile(
  { ledger }: HandingPlace,
  { account, today, register: now }: Closure,
  { action, from }: ClosureStep,
  options: CloseOptions,
  asker: Asker,
): Promise<ReadonlyMap<string, string>> {
  const isPublic = ledger.site.repository === 'public';
  if (action === 'deregistered' && from !== undefined && today < from)
    throw new WrongUse(`公告到${inWords(now.notice?.until ?? today)}才期满`, '期满以后再登记注销');
  const record: Record<string, unknown> = { account, action, reportedOn: today };
  if (action === 'closing' && !isPublic)
    record['approval'] = await asker.answer(options.approval, {
      title: '批准文号',
      flag: '--approval',
    });
  if (action === 'notice') {
    const first = options.from ?? today;
    record['from'] = first;
    record['until'] = options.until ?? noticeUntil(first, ledger.vocabulary.registering);
    record['link'] = await asker.answer(options.link, { title: '公告链接', flag: '--link' });
  }
  const receipted = action === 'deregistered' || action === 'closureFiled';
  if (receipted && !isPublic && options.receipt !== undefined) record['receipt'] = options.receipt;
  const note = options.publicNote ?? (isPublic ? registrations[action] : undefined);
  if (note !== undefined) record['publicNote'] = note;
  const last = ledger.registry.get(account)?.at(-1)?.id.split('/').at(-1);
  return new Map([
    [`registry/${account}/${newStamp(today, last)}.yaml`, canonical('registration', record)],
  ]);
}

/** The withdrawal of each problem that goes on, for the reason that the account is closed. */
function withdrawals({ ledger }: HandingPlace, { account, today, steps, open }: Closure) {
  const gone = steps.find(({ action }) => action === 'deregistered')?.done?.reportedOn ?? today;
  const isPublic = ledger.site.repository === 'public';
  return new Map(
    open.map(({ id, issue: { campaign } }) => {
      const last = ledger.updates.get(id)?.at(-1)?.id.split('/').at(-1);
      const record = {
        issue: id,
        action: 'voided',
        reportedOn: today,
        ...(isPublic ? {} : { reason: `账号 ${account} 已于${inWords(gone)}在平台注销` }),
        ground: 'closed',
        publicNote: '账号已关停，不再要求整改',
      };
      const path = updatePath({ campaign, id }, newStamp(today, last));
      return [path, canonical('update', record)] as const;
    }),
  );
}

/** `ledger conclude CAMPAIGN`: 结项 — what is still open, and the conclusion with what goes on named. */
import { Option, type Command } from 'commander';
import { type Day, inWords } from '../../src/day/calendar.ts';
import { isUnfinished } from '../../src/domain/figures/state.ts';
import { figureOf, rowsOf } from '../../src/domain/figures/figures.ts';
import { stateInWords } from '../../src/domain/issue/state-words.ts';
import { standing, standingWithin } from '../../src/domain/issue/standing.ts';
import { addKey } from '../../src/ledger/yaml/splice.ts';
import { type Campaign, campaign as campaignSchema } from '../../src/schema/campaign.ts';
import type { Entry, Ledger } from '../../src/schema/ledger.ts';
import { DataFaults, newCommand, parseDay, printJson, todayInChina, WrongUse } from '../command.ts';
import { campaignNamed } from '../scope.ts';
import {
  handIn,
  type HandedProposal,
  type HandingOptions,
  handingOptions,
  type HandingPlace,
  openHandingPlace,
} from './handing-in.ts';
import { maintainerPosts } from './new/new-record.ts';

interface ConcludeOptions extends HandingOptions {
  on?: string;
  document?: string;
  note?: string;
  remaining: string[];
}

export function concludeCommand(): Command {
  return handingOptions(
    newCommand(
      'conclude',
      '专项结项：不写 --on 只列出没有办结的；没有办结的列明继续整改，或先办结',
    ).argument('<专项>', '专项编号或名称'),
  )
    .addOption(new Option('--on <日期>', '结项日期').argParser(parseDay))
    .addOption(new Option('--document <文号>', '结项文号'))
    .addOption(new Option('--note <说明>', '结项说明（内部）'))
    .addOption(
      new Option('--remaining <问题...>', '结项后继续整改的问题编号；全部写 all').default(
        [],
        '不写',
      ),
    )
    .action(conclude);
}

/** What a conclusion says. */
interface Conclusion {
  readonly on: Day;
  readonly document?: string | undefined;
  readonly note?: string | undefined;
  /** The issues that go on; `all`: every one that is not settled by then. */
  readonly remaining: readonly string[] | 'all';
}

/** Where a campaign stands on a day, in words, with each problem that is not settled. Throws WrongUse where it is concluded. */
export function beforeConclusion(
  ledger: Ledger,
  campaign: Entry<Campaign>,
  on: Day,
): { readonly head: string; readonly listed: readonly string[]; readonly open: readonly string[] } {
  if (campaign.concluded !== undefined)
    throw new WrongUse(
      `${campaign.name}已于${inWords(campaign.concluded.on)}结项`,
      '要改的，由管理员改专项记录的 concluded',
    );
  const part = standingWithin(standing(ledger, on), { campaign: campaign.id });
  const open = part.issues.filter(isUnfinished);
  const counted = (id: string) => String(rowsOf(figureOf(part, id)).length);
  return {
    head: `${campaign.name}：截至${inWords(on)}，问题 ${counted('total')} 件，已销号 ${counted('closed')} 件、长期坚持 ${counted('sustained')} 件、撤销 ${counted('void')} 件、未完成 ${counted('unfinished')} 件。`,
    listed: open.map(
      ({ id, history, issue }) => `${id} ${stateInWords(history)}：${issue.finding}`,
    ),
    open: open.map(({ id }) => id),
  };
}

/** The conclusion of a campaign as it is handed in. Throws WrongUse, and DataFaults where something is open and not named. */
export function conclusionToHandIn(
  { ledger, content }: Pick<HandingPlace, 'ledger' | 'content'>,
  campaign: Entry<Campaign>,
  { on, document, note, remaining: named }: Conclusion,
) {
  const { head, listed, open } = beforeConclusion(ledger, campaign, on);
  const remaining = named === 'all' ? open : named;
  const unnamed = open.filter((id) => !remaining.includes(id));
  if (unnamed.length > 0)
    throw new DataFaults(
      `${[head, ...listed.map((line) => `  ${line}`)].join('\n')}\n没有写入：还有 ${String(unnamed.length)} 个没有办结，也没有列明 → 先办结，或加 --remaining ${unnamed.join(' ')}`,
    );
  const concluded = {
    on,
    ...(document === undefined ? {} : { document }),
    ...(note === undefined ? {} : { note }),
    ...(remaining.length === 0 ? {} : { remaining: [...remaining] }),
  };
  const text = new TextDecoder().decode(content.texts.get(campaign.path));
  const schema = campaignSchema.shape.concluded;
  const proposal: HandedProposal = {
    files: new Map([[campaign.path, addKey(text, [], 'concluded', concluded, { schema })]]),
    branch: `conclude/${campaign.id}`,
    message: `结项：${campaign.name}`,
  };
  const goesOn = remaining.length === 0 ? '' : `，继续整改 ${String(remaining.length)} 个`;
  return { head, listed, concluded, proposal, told: `结项日期${inWords(on)}${goesOn}` };
}

function conclude(what: string, options: ConcludeOptions): void {
  const desk = openHandingPlace(options);
  const campaign = campaignNamed(desk.ledger, what);
  if (options.on === undefined) {
    const on = options.asOf ?? todayInChina();
    const { head, listed, open } = beforeConclusion(desk.ledger, campaign, on);
    if (options.json) printJson({ campaign: campaign.id, on, open });
    else
      process.stdout.write(
        `${[head, ...listed.map((line) => `  ${line}`), `结项：npx ledger conclude ${campaign.id} --on 日期 --document 文号${open.length === 0 ? '' : ' --remaining all（或逐个写明）'}`].join('\n')}\n`,
      );
    return;
  }
  const { on, document, note, remaining } = options;
  const isAll = remaining.length === 1 && remaining[0] === 'all';
  const made = conclusionToHandIn(desk, campaign, {
    ...{ on, document, note },
    remaining: isAll ? 'all' : remaining,
  });
  const { lines, branch } = handIn(
    desk,
    { ...made.proposal, as: maintainerPosts, isNamed: false },
    options,
  );
  if (options.json)
    printJson({ campaign: campaign.id, concluded: made.concluded, branch: branch ?? null });
  else
    process.stdout.write(
      `${[made.head, `${made.told}；专项的设置由管理员提交合并。`, ...lines].join('\n')}\n`,
    );
}

/** `ledger conclude CAMPAIGN`: 结项 — what is still open, and the conclusion with what goes on named. */
import { Option, type Command } from 'commander';
import { inWords } from '../../src/day/calendar.ts';
import type { Posts } from '../../src/domain/membership.ts';
import { isUnfinished } from '../../src/domain/figures/state.ts';
import { figureOf, rowsOf } from '../../src/domain/figures/figures.ts';
import { stateInWords } from '../../src/domain/issue/state-words.ts';
import { standing, standingWithin } from '../../src/domain/issue/standing.ts';
import { addKey } from '../../src/ledger/yaml/splice.ts';
import { campaign as campaignSchema } from '../../src/schema/campaign.ts';
import { DataFaults, newCommand, parseDay, printJson, todayInChina, WrongUse } from '../command.ts';
import { campaignNamed } from '../scope.ts';
import { handIn, type HandingOptions, handingOptions, openHandingPlace } from './handing-in.ts';

interface ConcludeOptions extends HandingOptions {
  on?: string;
  document?: string;
  note?: string;
  remaining: string[];
}

/** A campaign's own record is the maintainer's to change; the review looks at who it is. */
const maintainerPosts: Posts = {
  account: '',
  reviewer: false,
  maintainer: true,
  robot: false,
  units: new Set(),
  others: [],
};

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

function conclude(what: string, options: ConcludeOptions): void {
  const desk = openHandingPlace(options);
  const { ledger, content } = desk;
  const campaign = campaignNamed(ledger, what);
  if (campaign.concluded !== undefined)
    throw new WrongUse(
      `${campaign.name}已于${inWords(campaign.concluded.on)}结项`,
      '要改的，由管理员改专项记录的 concluded',
    );
  const on = options.on ?? options.asOf ?? todayInChina();
  const part = standingWithin(standing(ledger, on), { campaign: campaign.id });
  const open = part.issues.filter(isUnfinished);
  const counted = (id: string) => String(rowsOf(figureOf(part, id)).length);
  const head = `${campaign.name}：截至${inWords(on)}，问题 ${counted('total')} 件，已销号 ${counted('closed')} 件、长期坚持 ${counted('sustained')} 件、撤销 ${counted('void')} 件、未完成 ${counted('unfinished')} 件。`;
  const listed = open.map(
    ({ id, history, issue }) => `  ${id} ${stateInWords(history)}：${issue.finding}`,
  );
  if (options.on === undefined) {
    if (options.json) printJson({ campaign: campaign.id, on, open: open.map(({ id }) => id) });
    else
      process.stdout.write(
        `${[head, ...listed, `结项：npx ledger conclude ${campaign.id} --on 日期 --document 文号${open.length === 0 ? '' : ' --remaining all（或逐个写明）'}`].join('\n')}\n`,
      );
    return;
  }
  const remaining =
    options.remaining.length === 1 && options.remaining[0] === 'all'
      ? open.map(({ id }) => id)
      : options.remaining;
  const unnamed = open.filter(({ id }) => !remaining.includes(id));
  if (unnamed.length > 0)
    throw new DataFaults(
      `${[head, ...listed].join('\n')}\n没有写入：还有 ${String(unnamed.length)} 个没有办结，也没有列明 → 先办结，或加 --remaining ${unnamed.map(({ id }) => id).join(' ')}`,
    );
  const concluded = {
    on,
    ...(options.document === undefined ? {} : { document: options.document }),
    ...(options.note === undefined ? {} : { note: options.note }),
    ...(remaining.length === 0 ? {} : { remaining }),
  };
  const text = new TextDecoder().decode(content.texts.get(campaign.path));
  const schema = campaignSchema.shape.concluded;
  const { lines, branch } = handIn(
    desk,
    {
      files: new Map([[campaign.path, addKey(text, [], 'concluded', concluded, { schema })]]),
      branch: `conclude/${campaign.id}`,
      message: `${campaign.id} 结项`,
      as: maintainerPosts,
      isNamed: false,
    },
    options,
  );
  if (options.json) printJson({ campaign: campaign.id, concluded, branch: branch ?? null });
  else
    process.stdout.write(
      `${[head, `结项日期${inWords(on)}${remaining.length === 0 ? '' : `，继续整改 ${String(remaining.length)} 个`}；专项的设置由管理员提交合并。`, ...lines].join('\n')}\n`,
    );
}

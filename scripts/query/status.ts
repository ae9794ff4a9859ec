/** `ledger status [UNIT|CAMPAIGN]`: all figures of the ledger on a day or at a commit, with the rows they count. */
import { Option, type Command } from 'commander';
import { receivedLater } from '../../src/domain/issue/receipt.ts';
import { type Scope, standingWithin } from '../../src/domain/issue/standing.ts';
import { overviewOf } from '../../src/domain/figures/overview.ts';
import { didYouMean } from '../../src/ledger/message.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { type CommonOptions, newCommand, printJson, WrongUse } from '../command.ts';
import { officerNamed, unitCalled } from '../scope.ts';
import { openAt, openNow } from './opened.ts';
import { statusNotes, overviewLines } from './status-lines.ts';

interface StatusOptions extends CommonOptions {
  at?: string;
  rows?: boolean;
  officer?: string;
}

export function statusCommand(): Command {
  return newCommand('status', '统计：某一天或某个提交时的全部指标，每个数都列出是哪些记录')
    .argument('[单位或专项]', '单位或专项的编号或名称；不写则为整个台账')
    .addOption(new Option('--at <提交>', '按某个提交（哈希、分支、标签）时的台账统计'))
    .addOption(new Option('--officer <账户>', '我负责的：只算这个经办人的'))
    .addOption(new Option('--rows', '列出全部编号，不省略'))
    .action((what: string | undefined, options: StatusOptions) => {
      const status = statusOf(what, options);
      if (options.json) printJson(status.data);
      else process.stdout.write(`${status.lines().join('\n')}\n`);
    });
}

/** The figures as data and as lines. Throws WrongUse and DataFaults. */
export function statusOf(what: string | undefined, options: StatusOptions) {
  const opened = options.at === undefined ? openNow(options) : openAt(options, options.at);
  const { receipts, unreadable } = opened;
  const { ledger } = opened.standing;
  const scope = {
    ...(what === undefined ? {} : scopeOf(ledger, what)),
    ...(options.officer === undefined ? {} : { officer: officerNamed(ledger, options.officer) }),
  };
  const part = standingWithin(opened.standing, scope);
  const overview = overviewOf(part);
  const later = receivedLater(part);
  const faults = part.issues.flatMap(({ history }) =>
    history.faults.map(({ update, sentence }) => ({ update: update.id, sentence })),
  );
  return {
    data: { ...overview, receipts, receivedLater: later, unreadable, faults },
    lines: () => [
      part.ledger.site.name,
      overview.basisSentence,
      `范围：${scopeInWords(part.ledger, scope)}`,
      ...statusNotes(opened, later),
      ...faults.map(({ update, sentence }) => `未计入：${update} ${sentence}`),
      ...overviewLines(overview, options.rows ?? false),
    ],
  };
}

/** The unit or campaign of that id, name or alias. Throws WrongUse. */
function scopeOf(ledger: Ledger, what: string): Scope {
  const { units, campaigns } = ledger;
  if (units.has(what)) return { unit: what };
  if (campaigns.has(what)) return { campaign: what };
  const unit = unitCalled(ledger, what);
  if (unit !== undefined) return { unit: unit.id };
  for (const { id, name } of campaigns.values()) if (name === what) return { campaign: id };
  const known = [
    ...units.keys(),
    ...campaigns.keys(),
    ...[...units.values()].map(({ name }) => name),
  ];
  throw new WrongUse(
    `台账里没有单位或专项“${what}”`,
    didYouMean(what, known) || '运行 npx ledger status 看整个台账',
  );
}

function scopeInWords(ledger: Ledger, { officer, ...scope }: Scope): string {
  const part = partInWords(ledger, scope);
  return officer === undefined ? part : `${part}，经办人 ${officer}`;
}

function partInWords({ units, campaigns }: Ledger, { unit, campaign }: Scope): string {
  if (unit !== undefined) return `单位 ${units.get(unit)?.name ?? unit}（${unit}）`;
  if (campaign !== undefined)
    return `专项 ${campaigns.get(campaign)?.name ?? campaign}（${campaign}）`;
  return '整个台账';
}

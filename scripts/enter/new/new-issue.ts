/** `ledger new issue`: a finding as the source has it; the deadline's words are read by the program. */
import { Option, type Command } from 'commander';
import { issueIdOf, nextRowOf } from '../../../src/domain/issue/issue-id.ts';
import { accountOf, ownerNameOn } from '../../../src/domain/issue/owner.ts';
import { readDeadline } from '../../../src/domain/phrase/read.ts';
import { valueOn } from '../../../src/domain/setting.ts';
import { origins } from '../../../src/schema/issue.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import type { Asker } from './ask.ts';
import { parseDay, WrongUse } from '../../command.ts';
import type { HandingPlace } from '../handing-in.ts';
import {
  askerOf,
  knownId,
  type EnteredRecord,
  type Options,
  recordCommand,
  textGiven,
} from './new-record.ts';
import { accountNamed, campaignNamed, unitNamed } from '../../scope.ts';

/** The command. */
export function issueCommand(): Command {
  return recordCommand(
    'issue',
    '登记一个问题；时限照抄原文，读法由程序给出',
    [
      new Option('--campaign <专项>', '专项的名称或编号'),
      new Option('--account <账号>', '账号的名称或编号'),
      new Option('--unit <单位>', '责任单位的名称或编号；不涉及账号的问题用它，不用 --account'),
      new Option('--place <地点>', '地点或项目名称，照抄原文'),
      new Option('--assisting <单位...>', '配合单位的名称或编号'),
      new Option('--finding <问题>', '存在问题，照抄原文'),
      new Option('--measures <措施>', '整改措施，照抄原文'),
      new Option('--deadline <时限>', '整改时限，照抄原文，如 5月底'),
      new Option('--problem <类别...>', '问题类别的编号'),
      new Option('--origin <来源>', '问题来源').choices(Object.keys(origins)),
      new Option('--listed <原文>', '清单里账号的写法；不写则为账号名称'),
      new Option('--listed-host <原文>', '清单里单位的写法；不写则为单位名称'),
      new Option('--listed-on <日期>', '填表日期；不写则为专项的').argParser(parseDay),
      new Option('--row <序号>', '序号；不写则接着往下排'),
      new Option('--id <编号>', '问题编号；不写则为 专项-序号'),
    ],
    issueFrom,
  );
}

async function issueFrom(
  { ledger }: HandingPlace,
  options: Options,
  asker: Asker,
): Promise<EnteredRecord> {
  const ask = askerOf(options, asker);
  const campaign = campaignNamed(ledger, await ask('campaign', '专项（名称或编号）')).id;
  const { account, unit } = await ownerFrom(ledger, options, asker);
  const assisting = [options['assisting'] ?? []].flat().map((one) => unitNamed(ledger, one).id);
  const finding = await ask('finding', '存在问题（照抄原文）');
  const measures = await ask('measures', '整改措施（照抄原文）');
  const words = await ask('deadline', '整改时限（照抄原文）');
  const origin = await ask('origin', '问题来源', origins);
  const kinds = Object.fromEntries(ledger.vocabulary.problems.map(({ id, name }) => [id, name]));
  const given = options['problem'];
  const named = Object.entries(kinds);
  const problems = (Array.isArray(given) ? given : [await ask('problem', '问题类别', kinds)]).map(
    (one) =>
      knownId(named.find(([, name]) => name === one)?.[0] ?? one, Object.keys(kinds), '问题类别'),
  );
  const listedOn =
    textGiven(options['listedOn']) ?? ledger.campaigns.get(campaign)?.list.listedOn ?? '';
  const row = Number(options['row'] ?? nextRowOf(ledger.issues.values(), campaign));
  const id = textGiven(options['id']) ?? issueIdOf(campaign, row);
  const closeOfBusiness = valueOn(ledger.vocabulary.timing.closeOfBusiness, listedOn);
  const { deadline, why, asks } = readDeadline(words, { listedOn, closeOfBusiness });
  return {
    kind: 'issue',
    id,
    path: `issues/${campaign}/${id}.yaml`,
    record: {
      campaign,
      row,
      account,
      unit,
      ...(assisting.length > 0 ? { assisting } : {}),
      place: options['place'],
      listed: options['listed'] ?? accountOf(ledger, { account })?.name,
      listedHost: options['listedHost'] ?? ownerNameOn(ledger, { account, unit }, listedOn),
      problems,
      finding,
      measures,
      deadline,
      listedOn,
      origin,
    },
    notes: [`时限“${words}”：${why.join('')}${asks ?? ''}`],
  };
}

/** The account that the issue is about or, where it is about none, the unit that it belongs to. Throws WrongUse. */
async function ownerFrom(
  ledger: Ledger,
  options: Options,
  asker: Asker,
): Promise<{ account?: string; unit?: string }> {
  const given = textGiven(options['unit']);
  if (given !== undefined && textGiven(options['account']) !== undefined)
    throw new WrongUse('--account 和 --unit 写了两个', '涉及账号的写 --account，不涉及的写 --unit');
  if (given !== undefined) return { unit: unitNamed(ledger, given).id };
  const account = await asker.answer(textGiven(options['account']), {
    title: '账号（名称或编号）；不涉及账号的写“无”',
    flag: '--account（不涉及账号的用 --unit）',
  });
  if (account !== '无') return { account: accountNamed(ledger, account ?? '').id };
  const unit = await asker.answer(undefined, { title: '责任单位（名称或编号）', flag: '--unit' });
  return { unit: unitNamed(ledger, unit ?? '').id };
}

/** `ledger new issue`: a finding as the source has it; the deadline's words are read by the program. */
import { Option, type Command } from 'commander';
import { readDeadline } from '../../src/domain/issue/deadline.ts';
import { valueOn } from '../../src/domain/setting.ts';
import { origins } from '../../src/schema/issue.ts';
import type { Asker } from './ask.ts';
import { parseDay } from '../command.ts';
import type { Desk } from './handing-in.ts';
import { known, type NewRecord, type Options, recordCommand, textOf } from './new-record.ts';

/** The command. */
export function issueCommand(): Command {
  return recordCommand(
    'issue',
    '登记一个问题；时限照抄原文，读法由程序给出',
    [
      new Option('--campaign <专项>', '专项编号'),
      new Option('--account <账号>', '账号编号'),
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

async function issueFrom({ ledger }: Desk, options: Options, asker: Asker): Promise<NewRecord> {
  const ask = async (key: string, title: string, choices?: Record<string, string>) =>
    (await asker.answer(textOf(Object.hasOwn(options, key) ? options[key] : undefined), {
      title,
      flag: `--${key}`,
      ...(choices === undefined ? {} : { choices }),
    })) ?? '';
  const campaign = known(await ask('campaign', '专项编号'), ledger.campaigns.keys(), '专项');
  const account = known(await ask('account', '账号编号'), ledger.accounts.keys(), '账号');
  const finding = await ask('finding', '存在问题（照抄原文）');
  const measures = await ask('measures', '整改措施（照抄原文）');
  const words = await ask('deadline', '整改时限（照抄原文）');
  const origin = await ask('origin', '问题来源', origins);
  const kinds = Object.fromEntries(ledger.vocabulary.problems.map(({ id, name }) => [id, name]));
  const given = options['problem'];
  const problems = Array.isArray(given) ? given : [await ask('problem', '问题类别', kinds)];
  for (const problem of problems) known(problem, Object.keys(kinds), '问题类别');
  const listedOn =
    textOf(options['listedOn']) ?? ledger.campaigns.get(campaign)?.list.listedOn ?? '';
  const rows = [...ledger.issues.values()].filter((one) => one.campaign === campaign);
  const row = Number(options['row'] ?? Math.max(0, ...rows.map((one) => one.row)) + 1);
  const id = textOf(options['id']) ?? `${campaign}-${String(row).padStart(2, '0')}`;
  const owner = ledger.accounts.get(account);
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
      listed: options['listed'] ?? owner?.name,
      listedHost: options['listedHost'] ?? ledger.units.get(owner?.unit ?? '')?.name,
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

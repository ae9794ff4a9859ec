/** `ledger circular ID`: 通报 on a check, as an official document; `--freeze` keeps it as it was published. */
import { type Command, Option } from 'commander';
import { circularSheets, circularValues } from '../src/documents/circular.ts';
import { letterText } from '../src/documents/letter.ts';
import type { Block } from '../src/documents/template/block.ts';
import { traceLines } from '../src/documents/trace.ts';
import { circularFigures } from '../src/domain/circular-figures.ts';
import { inspectionFigures, inspectionImbalances } from '../src/domain/inspection-figures.ts';
import { bulletinSum } from '../src/ledger/bulletin-sum.ts';
import { canonical } from '../src/ledger/canon.ts';
import type { Bulletin } from '../src/schema/bulletin.ts';
import { id as idSchema } from '../src/schema/field.ts';
import { asOfDay, newCommand, openLedger, printJson, WrongUse } from './command.ts';
import { type Desk, handIn, type HandingOptions, handingOptions, openDesk } from './handing-in.ts';
import { inspectionNamed } from './inspect.ts';
import { soundLetter } from './letter.ts';
import { reviewerPosts } from './new-record.ts';
import { writeWhole } from './output.ts';
import { worded } from './wording.ts';

interface CircularOptions extends HandingOptions {
  out?: string;
  text?: boolean;
  trace?: boolean;
  freeze?: boolean;
  number?: string;
  corrects?: string;
  id?: string;
}

export function circularCommand(): Command {
  return handingOptions(
    newCommand('circular', '检查情况的通报（Word，公文格式，附统计表和名单）；数字对不上就不生成'),
  )
    .argument('<检查>', '检查编号')
    .addOption(new Option('--out <文件>', '写到哪里'))
    .addOption(new Option('--text', '只在屏幕上显示文字'))
    .addOption(new Option('--trace', '列出每个数由哪些记录而来'))
    .addOption(
      new Option('--freeze', '印发：把数、正文、提交号和校验值存进 bulletins/，以后不能改'),
    )
    .addOption(new Option('--number <文号>', '印发的文号'))
    .addOption(new Option('--corrects <通报>', '更正哪份通报'))
    .addOption(new Option('--id <编号>', '通报编号；不写则与检查相同'))
    .action(circular);
}

async function circular(id: string, options: CircularOptions): Promise<void> {
  const desk = options.freeze === true ? openDesk(options) : undefined;
  const ledger = desk?.ledger ?? openLedger(options);
  const inspection = inspectionNamed(ledger, id);
  const on = asOfDay(options, ledger);
  const { blocks, used } = worded(
    options.content,
    'circular',
    circularValues(ledger, inspection, on),
  );
  const letter = {
    blocks,
    annexes: circularSheets(ledger, inspection),
    office: ledger.site.authority,
    on,
    fiction: ledger.site.fiction,
  };
  const figures = inspectionFigures(ledger, inspection);
  const bytes = await soundLetter(letter, inspectionImbalances(figures));
  if (desk) {
    freeze(desk, id, { blocks, on }, options);
    return;
  }
  if (options.json) {
    printJson({ blocks, figures: circularFigures(ledger, inspection), trace: used });
    return;
  }
  if (options.text) process.stdout.write(letterText(blocks));
  else {
    const path = options.out ?? `通报-${id}.docx`;
    writeWhole(path, bytes);
    process.stdout.write(`已写出 ${path}。标〔待填〕的地方请补上或删去。\n`);
  }
  if (options.trace) process.stdout.write(`${traceLines(used).join('\n')}\n`);
}

/** Keeps the circular as published. Throws WrongUse and DataFaults. */
function freeze(
  desk: Desk,
  inspection: string,
  { blocks, on }: { blocks: readonly Block[]; on: string },
  options: CircularOptions,
): void {
  const { ledger, base } = desk;
  const id = options.id ?? inspection;
  if (!idSchema.safeParse(id).success)
    throw new WrongUse(`“${id}”不能作编号`, '只用小写字母、数字和单个连字符');
  if (ledger.bulletins?.has(id) === true)
    throw new WrongUse(
      `通报 ${id} 已经印发，不能改`,
      '数字有误的另用 --id 编号，并写 --corrects 更正哪份',
    );
  const kept = {
    figures: circularFigures(ledger, inspectionNamed(ledger, inspection)),
    paragraphs: blocks.map(({ text }) => text),
  };
  const record: Bulletin = {
    inspection,
    publishedOn: on,
    ...(options.number === undefined ? {} : { number: options.number }),
    ...(options.corrects === undefined ? {} : { corrects: options.corrects }),
    ...(base === undefined ? {} : { commit: base }),
    sha256: bulletinSum(kept),
    ...kept,
  };
  const path = `bulletins/${id}.yaml`;
  const { lines, branch } = handIn(
    desk,
    {
      files: new Map([[path, canonical('bulletin', record)]]),
      branch: `bulletin/${id}`,
      message: `印发通报 ${id}`,
      as: reviewerPosts,
      isNamed: false,
    },
    options,
  );
  if (options.json) printJson({ path, branch: branch ?? null, sha256: record.sha256 });
  else process.stdout.write(`${lines.join('\n')}\n校验值 ${record.sha256}\n`);
}

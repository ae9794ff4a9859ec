/** `ledger rollup`: the sums and rows for the office above, as a table or in one file for a stick. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { rollupInOne, rollupTexts } from '../../src/documents/data/rollup.ts';
import { countNames, countOf, ofKey } from '../../src/domain/rollup/counts.ts';
import { signatureMade } from '../../src/gather/signature.ts';
import { headOf } from '../../src/history/place.ts';
import { type FigureCounts, sumsFile } from '../../src/schema/rollup.ts';
import { faceOf } from '../../src/views/face.ts';
import { asOfDay, type CommonOptions, newCommand, soundLedger, WrongUse } from '../command.ts';
import { writeWhole } from '../output.ts';
import { tableLines } from '../table.ts';

interface RollupOptions extends CommonOptions {
  internal?: boolean;
  out?: string;
  sign?: string;
}

export function rollupCommand(): Command {
  return newCommand(
    'rollup',
    '本台账报上级的合计，含计入的下级；--out 存成一个文件，可以拷在 U 盘上',
  )
    .option('--internal', '内部口径（含没有公开的专项），不写则为公开口径')
    .option('--out <文件>', '存成一个文件，上级用 npx ledger gather 收')
    .addOption(new Option('--sign <私钥>', '用这个 SSH 私钥签名，和 --out 一起用'))
    .action((options: RollupOptions) => {
      const ledger = soundLedger(options);
      const audience = options.internal === true ? 'internal' : 'public';
      const face = faceOf(ledger, asOfDay(options, ledger), audience);
      const texts = rollupTexts(face, headOf(resolve(options.content)));
      if (options.sign !== undefined && options.out === undefined)
        throw new WrongUse('--sign 要和 --out 一起用', '加 --out 文件');
      if (options.json) process.stdout.write(texts.summary);
      else if (options.out === undefined) process.stdout.write(tableOf(texts.summary));
      if (options.out === undefined) return;
      const signature = options.sign && signedSums(texts.summary, options.sign);
      writeWhole(options.out, rollupInOne(texts, signature));
      if (!options.json) process.stdout.write(`已写出 ${options.out}\n`);
    });
}

/** The signature as text. Throws WrongUse. */
export function signedSums(sums: string, key: string): string {
  const file = resolve(key);
  const signature = existsSync(file) ? signatureMade(sums, file) : undefined;
  if (signature === undefined)
    throw new WrongUse(
      `没有签成：${key}`,
      '指明 SSH 私钥文件（没有口令的，或已加进 ssh-agent 的），并装好 ssh-keygen（OpenSSH 8.1 以上）',
    );
  return Buffer.from(signature).toString('utf8');
}

/** A count, or a rate as 71/167. */
function words(counts: FigureCounts, id: string): string {
  const of = ofKey(id);
  const value = String(countOf(counts, id));
  return Object.hasOwn(counts, of) ? `${value}/${String(countOf(counts, of))}` : value;
}

function tableOf(text: string): string {
  const { figures, own = figures } = sumsFile.parse(JSON.parse(text));
  const rows = [...countNames()]
    .filter(([id]) => !id.endsWith('-of'))
    .map(([id, name]) => [name.replace('（分子）', ''), words(own, id), words(figures, id)]);
  const columns = ['指标', '本级', '合计'].map((title) => ({ title }));
  return `${tableLines(columns, rows).join('\n')}\n`;
}

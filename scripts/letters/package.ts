/** `ledger package CAMPAIGN --out DIR`: the folder that goes to the level above, whole or not at all. */
import { type Command, Option } from 'commander';
import { imbalances } from '../../src/documents/letter/balance.ts';
import { packetFiles } from '../../src/documents/packet.ts';
import { standingWithin } from '../../src/domain/issue/standing.ts';
import { faceOf } from '../../src/views/face.ts';
import {
  asOfDay,
  type CommonOptions,
  emptyOption,
  newCommand,
  soundLedger,
  printJson,
  refuseEmpty,
} from '../command.ts';
import { refuseTaken, writeFolder } from '../output.ts';
import { blanksIn } from './completed.ts';
import { soundLetter } from './letter.ts';
import { campaignReportLetter } from './report.ts';
import { campaignNamed } from '../scope.ts';

interface PackageOptions extends CommonOptions {
  out: string;
  empty?: boolean;
}

export function packageCommand(): Command {
  return newCommand('package', '报送包：报告、清单（Word 和 Excel）、数据和校验码')
    .argument('[专项]', '编号或名称')
    .addOption(new Option('--out <文件夹>', '写到哪个新文件夹').makeOptionMandatory())
    .addOption(emptyOption())
    .action(async (what: string | undefined, options: PackageOptions) => {
      refuseTaken(options.out);
      const ledger = soundLedger(options);
      const face = faceOf(ledger, asOfDay(options, ledger), 'internal');
      const campaign = campaignNamed(ledger, what);
      const part = standingWithin(face.standing, { campaign: campaign.id });
      const isEmpty = part.issues.length === 0;
      refuseEmpty(isEmpty, `${campaign.name}没有一个问题`, face.today, options.empty);
      const { letter, used } = campaignReportLetter(face, campaign, options.content);
      const bytes = await soundLetter(letter, imbalances(part));
      const files = await packetFiles(face, campaign, { bytes, used });
      writeFolder(options.out, files);
      const blanks = blanksIn(letter.blocks);
      if (options.json) printJson({ out: options.out, files: [...files.keys()], blanks });
      else
        process.stdout.write(
          `已写出 ${options.out}：${[...files.keys()].join('、')}。\n${blankWords(blanks)}`,
        );
    });
}

/** What the report leaves to be filled in by hand before it goes up; nothing where it leaves nothing. */
function blankWords(blanks: readonly string[]): string {
  return blanks.length === 0
    ? ''
    : `报告正文里还有 ${String(blanks.length)} 处待填，台账里没有，报出以前在 Word 里补上或删去：${blanks.join('、')}。\n`;
}

/** `ledger report CAMPAIGN`: 关于…专项整治工作开展情况的报告 with its list, ready to be completed and sealed. */
import { type Command, Option } from 'commander';
import { imbalances } from '../../src/documents/letter/balance.ts';
import type { Letter } from '../../src/documents/letter/letter.ts';
import { listSheet } from '../../src/documents/sheet/list-sheet.ts';
import { campaignReportValues } from '../../src/documents/letter/campaign-report.ts';
import { selectedRows } from '../../src/documents/sheet/selection.ts';
import { standingWithin } from '../../src/domain/issue/standing.ts';
import type { Campaign } from '../../src/schema/campaign.ts';
import type { Entry } from '../../src/schema/ledger.ts';
import { campaignView } from '../../src/views/kind/campaign-view.ts';
import { type Face, faceOf } from '../../src/views/face.ts';
import { asOfDay, newCommand, soundLedger, refuseEmpty } from '../command.ts';
import { giveOut, type LetterOptions, letterOptions, soundLetter } from './letter.ts';
import { campaignNamed } from '../scope.ts';
import { urge } from './urge.ts';
import { filledTemplate } from './wording.ts';

interface ReportOptions extends LetterOptions {
  kind: 'report' | 'duban';
}

export function reportCommand(): Command {
  return letterOptions(
    newCommand('report', '生成专项整治工作开展情况的报告（Word，公文格式）；数字对不上就不生成'),
  )
    .argument('[专项或单位]', '专项的编号或名称；--kind duban 时为单位')
    .addOption(
      new Option('--kind <文种>', 'report 情况报告，duban 督办函')
        .choices(['report', 'duban'])
        .default('report'),
    )
    .action(async (what: string | undefined, options: ReportOptions) => {
      if (options.kind === 'duban') {
        await urge(what, options);
        return;
      }
      const ledger = soundLedger(options);
      const face = faceOf(ledger, asOfDay(options, ledger), 'internal');
      const campaign = campaignNamed(ledger, what);
      const { letter, used } = campaignReportLetter(face, campaign, options.content);
      const part = standingWithin(face.standing, { campaign: campaign.id });
      const isEmpty = part.issues.length === 0;
      refuseEmpty(isEmpty, `${campaign.name}没有一个问题`, face.today, options.empty);
      const bytes = await soundLetter(letter, imbalances(part));
      const hint = '标〔待填〕的地方台账里没有，请补上或删去。';
      giveOut({ letter, bytes, used, path: `${campaign.id}-报告.docx`, hint }, options);
    });
}

/** The report of a campaign with its list as annex. Throws DataFaults when the template is at fault. */
export function campaignReportLetter(face: Face, campaign: Entry<Campaign>, content: string) {
  const { blocks, used } = filledTemplate(content, 'report', campaignReportValues(face, campaign));
  const { rows } = selectedRows(face, { campaign: campaign.id });
  const letter: Letter = {
    blocks,
    annexes: [listSheet(campaignView(face, campaign.id), rows)],
    office: campaign.list.reportedBy,
    on: face.today,
    fiction: face.ledger.site.fiction,
  };
  return { letter, used };
}

/** `ledger brief [CAMPAIGN]`: one page — where things stand, what changed, what needs a decision. */
import { type Command, Option } from 'commander';
import { imbalances } from '../../src/documents/letter/balance.ts';
import { briefValues } from '../../src/documents/letter/brief.ts';
import { linesOf } from '../../src/documents/letter/letter.ts';
import { addDays } from '../../src/day/calendar.ts';
import { standing, standingWithin } from '../../src/domain/issue/standing.ts';
import { flowImbalances, flowsBetween } from '../../src/domain/figures/flows.ts';
import { faceOf } from '../../src/views/face.ts';
import { asOfDay, newCommand, soundLedger, parseDay, refuseEmpty, WrongUse } from '../command.ts';
import { giveOut, type LetterOptions, letterOptions, soundLetter } from './letter.ts';
import { campaignNamed } from '../scope.ts';
import { type Worded, filledTemplate } from './wording.ts';

interface BriefOptions extends LetterOptions {
  since?: string;
}

/** As many names as one page holds, at most four a group. */
function onOnePage(write: (named: number) => Worded): Worded {
  for (const named of [4, 3, 2, 1]) {
    const worded = write(named);
    if (linesOf(worded.blocks) <= 22) return worded;
  }
  return write(0);
}

export function briefCommand(): Command {
  return letterOptions(newCommand('brief', '周报：一页，总体情况、本期变化、需要领导研究的事项'))
    .argument('[专项]', '编号或名称；不写为整个台账')
    .addOption(new Option('--since <日期>', '从哪天之后算变化；不写为七天前').argParser(parseDay))
    .action(async (what: string | undefined, options: BriefOptions) => {
      const ledger = soundLedger(options);
      const today = asOfDay(options, ledger);
      const since = options.since ?? addDays(today, -7);
      if (since >= today) {
        throw new WrongUse(`起始日期 ${since} 不早于统计日 ${today}`, '换一个 --since 或 --as-of');
      }
      const face = faceOf(ledger, today, 'internal');
      const campaign = what === undefined ? undefined : campaignNamed(ledger, what);
      const part = standingWithin(face.standing, { campaign: campaign?.id });
      const isEmpty = part.issues.length === 0;
      refuseEmpty(isEmpty, `${campaign?.name ?? '台账'}没有一个问题`, today, options.empty);
      const { blocks, used } = onOnePage((named) =>
        filledTemplate(options.content, 'brief', briefValues(face, campaign, since, named)),
      );
      const letter = {
        blocks,
        annexes: [],
        office: ledger.site.authority,
        on: today,
        fiction: ledger.site.fiction,
      };
      const then = standingWithin(standing(ledger, since), { campaign: campaign?.id });
      const wrong = [...imbalances(part), ...flowImbalances(flowsBetween(then, part))];
      const bytes = await soundLetter(letter, wrong);
      const path = `周报-${today}.docx`;
      giveOut({ letter, bytes, used, path, json: { since } }, options);
    });
}

import { closingRuleOn } from '../../domain/issue/round/closing.ts';
import { evidenceOfRound, missingEvidence } from '../../domain/issue/round/owed.ts';
import type { TimelineEntry } from '../../domain/issue/timeline.ts';
import type { Campaign } from '../../schema/campaign.ts';
import type { Rule } from '../rule.ts';

/** No issue is accepted without the evidence that its kinds of problem owe (vocabulary/problems.yaml). */
export const evidenceOwedRule: Rule = {
  id: 'evidence-owed',
  title: '验收时，每类问题所需的佐证都已在本轮提交',
  *check({ ledger, history }) {
    const { problems } = ledger.vocabulary;
    for (const issue of ledger.issues.values()) {
      const told = history(issue);
      const campaign = ledger.campaigns.get(issue.campaign);
      if (!told || !campaign) continue;
      for (const entry of told.timeline) {
        const { update } = entry;
        if (!update || !isAcceptance(entry, campaign)) continue;
        const evidence = evidenceOfRound(told, entry.round, update.id);
        for (const { problem, owed } of missingEvidence(issue, problems, evidence))
          yield {
            file: update.path,
            at: ['action'],
            message: `验收了，但“${problem.name}”还缺佐证`,
            remedy: `${owed.ask}；写在这条记录的 evidence 里，或退回单位补充`,
          };
      }
    }
  },
};

/** The reviewer's acceptance, or a submission where merging it is the acceptance. */
function isAcceptance({ update, refusal }: TimelineEntry, campaign: Campaign): boolean {
  if (!update || refusal !== undefined) return false;
  if (update.action === 'accepted' || update.action === 'sustained') return true;
  return (
    update.action === 'submitted' && closingRuleOn(campaign, update.reportedOn).policy === 'merge'
  );
}

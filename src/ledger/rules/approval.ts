import { inWords } from '../../day/calendar.ts';
import { closingRuleOn } from '../../domain/issue/round/closing.ts';
import { approvalOfRecord, approversOn } from '../../domain/issue/approval.ts';
import { isSameAccount, membersOn } from '../../domain/membership.ts';
import { actions, approvalActs } from '../../text/terms.ts';
import type { Approval } from '../../schema/approval.ts';
import type { Campaign } from '../../schema/campaign.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Update } from '../../schema/update.ts';
import type { Finding, Rule } from '../rule.ts';

/** 审签: the record of a decision in two acts says who drafted it, who approved it, and on which days. */
export const approvalRule: Rule = {
  id: 'approval',
  title: '专项规定审签的，决定写明谁拟办、谁审签、各在哪天，拟办和审签是两个人；别的记录不写',
  *check({ ledger }) {
    for (const campaign of ledger.campaigns.values()) yield* settingFindings(ledger, campaign);
    for (const [id, updates] of ledger.updates) {
      if (!ledger.campaigns.has(ledger.issues.get(id)?.campaign ?? '')) continue;
      for (const update of updates) {
        const owed = approvalOfRecord(ledger, update);
        if (owed === undefined) yield* needless(update);
        else yield* wanting(ledger, update, owed);
      }
    }
  },
};

function* settingFindings(
  { site }: Ledger,
  { path: file, approval, closing }: Entry<Campaign>,
): Iterable<Finding> {
  if (approval === undefined) return;
  const { from, until, approvers } = approval;
  if (closingRuleOn({ closing }, from).policy === 'merge' || closing.policy === 'merge')
    yield {
      file,
      at: ['approval'],
      message: '合并即销号的专项没有可以审签的决定',
      remedy: '把 closing.policy 改成 verification，或删去 approval',
    };
  if (until !== undefined && until < from)
    yield {
      file,
      at: ['approval', 'until'],
      message: `审签的最后一天（${inWords(until)}）早于起用日（${inWords(from)}）`,
      remedy: '核对两个日期',
    };
  for (const [index, { account }] of approvers.entries())
    if (
      account !== undefined &&
      !site.reviewers.some((member) => isSameAccount(member.account, account))
    )
      yield {
        file,
        at: ['approval', 'approvers', index, 'account'],
        message: `审签人的账户 ${account} 没有登记为审核员，签发不了`,
        remedy: '在 site.yaml 的 reviewers 里加上他；只在纸上签批的，删去 account',
      };
}

/** A record that is no such decision, or of a campaign that wants one act; a unit's own approver may stand there. */
function* needless(update: Entry<Update>): Iterable<Finding> {
  for (const name of ['drafter', 'draftedOn', 'approvedOn'] as const)
    if (update[name] !== undefined)
      yield {
        file: update.path,
        at: [name],
        key: true,
        message: `这份“${actions[update.action]}”不用审签，不写${approvalActs[name]}`,
        remedy: '删去这一行；要审签的，由管理员在专项里写 approval',
      };
}

function* wanting({ site }: Ledger, update: Entry<Update>, approval: Approval): Iterable<Finding> {
  const { path: file, action, reportedOn, drafter, draftedOn, approver, approvedOn } = update;
  if (
    drafter === undefined ||
    draftedOn === undefined ||
    approver === undefined ||
    approvedOn === undefined
  ) {
    if (update.action === 'voided' && update.ground === 'closed') {
      yield {
        file,
        at: ['ground'],
        message: `到${inWords(reportedOn)}名册上没有“批准关停”，不能凭账号关停免审签`,
        remedy: '先登记账号的“批准关停”；没有关停的，先拟办，领导审签以后再撤销',
      };
      return;
    }
    const missing = Object.entries(approvalActs).filter(
      ([name]) => update[name as keyof typeof approvalActs] === undefined,
    );
    yield {
      file,
      at: ['action'],
      message: `本专项的决定要审签，“${actions[action]}”没有写${missing.map(([, title]) => title).join('、')}`,
      remedy: `先拟办，领导审签以后再签发；补录的写 ${missing.map(([name]) => name).join('、')}`,
    };
    return;
  }
  const wrong = (at: keyof typeof approvalActs, message: string, remedy: string): Finding => ({
    file,
    at: [at],
    message,
    remedy,
  });
  if (approvedOn < draftedOn)
    yield wrong(
      'approvedOn',
      `审签日期（${inWords(approvedOn)}）早于拟办日期（${inWords(draftedOn)}）`,
      '核对审签单上的两个日期',
    );
  if (reportedOn < approvedOn)
    yield wrong(
      'approvedOn',
      `审签日期（${inWords(approvedOn)}）晚于签发的报告日期（${inWords(reportedOn)}）`,
      '审签以后才能签发：核对审签单上的日期',
    );
  if (!membersOn(site.reviewers, draftedOn).some(({ account }) => isSameAccount(account, drafter)))
    yield wrong(
      'drafter',
      `拟办人 ${drafter} 在${inWords(draftedOn)}不是审核员`,
      '写拟办的审核员的账户；人员有变动的，请管理员登记在 site.yaml 的 reviewers',
    );
  const allowed = approversOn(approval, approvedOn);
  const signed = allowed.filter(({ post }) => post === approver);
  if (signed.length === 0)
    yield wrong(
      'approver',
      `“${approver}”在${inWords(approvedOn)}不是本专项的审签人`,
      `应为${allowed.map(({ post }) => `“${post}”`).join('、') || '专项里写明的审签人'}；换人的，请管理员在专项的 approval.approvers 里加上`,
    );
  else if (signed.some(({ account }) => account !== undefined && isSameAccount(account, drafter)))
    yield wrong(
      'approver',
      `${drafter} 自己拟办、自己审签`,
      '拟办和审签要两个人：请另一位审核员拟办；同一职务有几人的，在专项里把职务写得分得清',
    );
}

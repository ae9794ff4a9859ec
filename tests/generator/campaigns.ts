/** The campaigns of the fictional ledger: every closing policy and every level of publication. */
import type { z } from 'zod';
import { addDays, yearOf } from '../../src/day/calendar.ts';
import type { Closing } from '../../src/domain/issue/round/closing.ts';
import { campaign } from '../../src/schema/campaign.ts';

export type NewCampaign = z.input<typeof campaign>;

interface Plan {
  slug: string;
  name: string;
  /** Share of all issues, in percent. */
  share: number;
  /** Days before the ledger's day on which its list was filled in. */
  ago: number;
  closing: NonNullable<NewCampaign['closing']>;
  publication: NonNullable<NewCampaign['publication']>;
}

/** An earlier rule is `until` days after the list's day. */
const plans: readonly Plan[] = [
  {
    slug: 'special',
    name: '政府网站与政务新媒体专项整治',
    share: 44,
    ago: 210,
    closing: { policy: 'verification', publicityDays: 0 },
    publication: { level: 'list', overdueNames: true, basis: '区政府办审签（示例）' },
  },
  {
    slug: 'check',
    name: '政务新媒体季度检查',
    share: 36,
    ago: 130,
    closing: { policy: 'verification', publicityDays: 7 },
    publication: { level: 'list', basis: '区政府办审签（示例）' },
  },
  {
    slug: 'lookback',
    name: '专项整治回头看',
    share: 12,
    ago: 80,
    closing: { policy: 'merge', publicityDays: 0 },
    publication: { level: 'statistics', basis: '区政府办审签，只公开统计（示例）' },
  },
  {
    slug: 'hotline',
    name: '群众反映问题集中办理',
    share: 8,
    ago: 50,
    closing: { policy: 'merge', publicityDays: 5 },
    publication: { level: 'none' },
  },
];

export interface PlannedCampaign {
  id: string;
  listedOn: string;
  /** How many issues it has. */
  issues: number;
  record: NewCampaign;
  /** The record's closing rules with what the schema fills in. */
  closing: Closing;
}

/** The campaigns with their share of `issues`; the first takes what rounding leaves. */
export function plannedCampaigns(asOf: string, issues: number): PlannedCampaign[] {
  const counts = plans.map(({ share }) => Math.floor((issues * share) / 100));
  const rest = issues - counts.reduce((sum, count) => sum + count, 0);
  return plans.map((plan, index) => {
    const listedOn = addDays(asOf, -plan.ago);
    const year = String(yearOf(listedOn));
    const record: NewCampaign = {
      name: `示例区${plan.name}`,
      notice: {
        title: `关于开展${plan.name}的通知`,
        number: `示政办函〔${year}〕${String(11 + index)}号`,
      },
      list: {
        title: `${plan.name}问题清单`,
        reportedBy: '示例区人民政府办公室',
        reportedTo: '示例市政务信息化办公室',
        listedOn,
      },
      checklist: { items: ['账号是否备案', '内容是否按时更新', '互动是否有效', '停用是否注销'] },
      closing:
        plan.slug === 'check'
          ? {
              ...plan.closing,
              earlier: [{ until: addDays(listedOn, 20), policy: 'verification' }],
            }
          : plan.closing,
      publication: {
        ...plan.publication,
        ...(plan.publication.level === 'none' ? {} : { approvedOn: addDays(listedOn, 3) }),
      },
      office: 'shili-office',
      source: { document: `${plan.name}问题清单（虚构）`, at: '全文' },
    };
    return {
      id: `${year}-${plan.slug}`,
      listedOn,
      issues: (counts[index] ?? 0) + (index === 0 ? rest : 0),
      record,
      closing: { closing: campaign.parse(record).closing },
    };
  });
}

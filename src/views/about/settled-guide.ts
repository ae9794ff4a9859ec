/** 怎样算办结: who decides it, and what does not count as it; every definition is that of the figure of its name. */
import { figures } from '../../domain/figures/figures.ts';
import { policyOn, closingOf } from '../../domain/issue/round/closing.ts';
import type { Policy } from '../../domain/issue/transition.ts';
import { actions } from '../../text/terms.ts';
import type { Fact } from '../fact.ts';
import type { Face } from '../face.ts';
import type { GuidePart } from './guide-part.ts';
import { notToBeMended } from './word-views.ts';

export function settledGuide(face: Face): GuidePart {
  const { ledger, standing, today } = face;
  const { authority } = ledger.site;
  /** Each figure by its own name and definition, in the given order. */
  const defined = (...ids: string[]): Fact[] =>
    ids.flatMap((wanted) =>
      figures
        .filter(({ id }) => id === wanted)
        .map(({ name, definition }) => ({ name, value: definition })),
    );
  const policies = standing.issues.map(
    ({ issue }) => [issue.campaign, policyOn(issue, closingOf(ledger, issue), today)] as const,
  );
  const rules = policies.map(([, policy]) => policy);
  return {
    id: 'settled',
    title: '怎样算办结，由谁认定',
    intro: `办结由${authority}认定，单位自己报整改到位不算。${acceptedInWords(face, policies)}`,
    steps: [],
    facts: [
      ...defined('closed'),
      mendedOrClosed,
      ...defined('closed-rate'),
      reportedUpward,
      ...(rules.some(({ above }) => above) ? [fromAbove(authority)] : []),
      ...(rules.some(({ publicity }) => publicity)
        ? [
            {
              name: actions.publicity,
              value:
                '专项规定要公示的，验收以后先公示；期满的次日才算已销号，公示期间有异议的可以退回。',
            },
          ]
        : []),
      ...defined('sustained', 'unfinished'),
      {
        name: actions.extended,
        value: '经审核员批准，只改截止日，不算办结，原截止日仍在问题页上。',
      },
      ...defined('deferred', 'void', 'void-closed'),
      notToBeMended,
      {
        name: actions.reopened,
        value:
          '已销号的问题又出现、复查或群众反映没有改好的，重新整改，从那天起是未完成；以前统计日的数不改。',
      },
    ],
    sources: [],
    link: undefined,
  };
}

/** How many campaigns are named. */
const NAMED = 3;

/**
 * Who looks at the evidence, and when that is an acceptance: by 审核销号 after the report was received, by 合并即销号 before
 * it is (收件即验收). True for whatever rules the campaigns have today.
 */
function acceptedInWords(
  { ledger }: Face,
  policies: readonly (readonly [campaign: string, policy: Policy])[],
): string {
  const onReceipt = new Set(
    policies.flatMap(([campaign, { closing }]) => (closing === 'merge' ? [campaign] : [])),
  );
  const others = policies.some(([, { closing }]) => closing === 'verification');
  const look = '验收以前，审核员都要看过佐证。';
  const verified =
    '单位申请验收，收件以后先是待审核，审核员看过佐证，合格的登记验收，不合格的登记退回';
  const received =
    '收件即验收：审核员先看过佐证，合格的才收件，收下就是验收；不合格的不收，由单位改了再报';
  if (onReceipt.size === 0) return `${look}${verified}。`;
  if (!others) return `${look}${received}。`;
  const names = [...onReceipt].map((id) => `“${ledger.campaigns.get(id)?.name ?? id}”`);
  const more = names.length > NAMED ? `等${String(names.length)}个专项` : '';
  return `${look}${names.slice(0, NAMED).join('、')}${more}${received}。其他专项：${verified}。`;
}

/** 整改到位 is said by a unit or by a check; 销号 is decided. */
export const mendedOrClosed: Fact = {
  name: '整改到位、已整改',
  value:
    '是单位报的或者检查当时看到的情况，不是状态：检查看到已到位，而单位没有申请验收的，仍是未完成，过了截止日仍算逾期；验收而且销号以后才是已销号。台账没有“已整改”的数。',
};

/** Which number is meant upward. */
const reportedUpward: Fact = {
  name: '向上报、对外讲用哪个数',
  value:
    '讲“销号”的照上面的定义数，长期坚持、已验收待销号、待审核都不加进去，要讲的另外列出；文件另有口径的，把口径写在数的旁边。',
};

/** 谁交办谁销号. */
function fromAbove(authority: string): Fact {
  return {
    name: actions.confirmedAbove,
    value: `市、省、国家交办的，谁交办谁销号：${authority}验收以后还不算，由交办的上级决定是否核销，${authority}不能代为决定；收到上级的文件并登记文号以后才算办结。`,
  };
}

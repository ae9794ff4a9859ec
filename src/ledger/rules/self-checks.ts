import type { Entry } from '../../schema/ledger.ts';
import type { SelfCheck } from '../../schema/self-check.ts';
import { stampPattern } from '../../text/stamp.ts';
import { didYouMean } from '../message.ts';
import type { Finding, Rule } from '../rule.ts';

/** A self-check lies where it belongs, answers every item of the checklist once, and says what a 有 is. */
export const selfChecksRule: Rule = {
  id: 'self-checks',
  title: '自查的专项、单位存在，逐项作答，答“有”的写明情况；清单后来改过的只提醒',
  *check({ ledger, known }) {
    const isPublic = ledger.site.repository === 'public';
    for (const one of ledger.selfChecks) {
      const { path: file, campaign, unit, answers } = one;
      yield* placed(one);
      for (const [key, id, words, what] of [
        ['campaign', campaign, known.campaign, '专项'],
        ['unit', unit, known.unit, '单位'],
      ] as const)
        if (!words.has(id))
          yield {
            file,
            at: [key],
            message: `${what} ${id} 不存在`,
            remedy: didYouMean(id, words.keys()) || `先登记${what}，再引用`,
          };
      for (const [index, { answer, note }] of answers.entries())
        if (answer === 'yes' && note === undefined && !isPublic)
          yield {
            file,
            at: ['answers', index, 'answer'],
            message: '答“有”而没有写情况',
            remedy: '补上 note，写明是什么问题',
          };
      const items = ledger.campaigns.get(campaign)?.checklist.items;
      if (items !== undefined) yield* compared(one, items);
    }
  },
};

function* placed({ path: file, id, campaign, unit }: Entry<SelfCheck>): Iterable<Finding> {
  const [folder = '', name = ''] = id.split('/');
  if (folder !== campaign)
    yield {
      file,
      at: ['campaign'],
      message: `campaign 写的是 ${campaign}，文件却在 self-checks/${folder}/ 下`,
      remedy: `把 campaign 改为 ${folder}，或移动文件`,
    };
  if (!name.startsWith(`${unit}-`) || !stampPattern.test(name.slice(unit.length + 1)))
    yield {
      file,
      at: [],
      message: `自查的文件名“${name}”不对`,
      remedy: `改为 单位-日期-时刻-三位随机字符.yaml，如 ${unit}-20200525-091500-k3f.yaml`,
    };
}

/** The checklist may be edited later: what was answered stays, and the difference is only told. */
function* compared(
  { path: file, answers }: Entry<SelfCheck>,
  items: readonly string[],
): Iterable<Finding> {
  const given = answers.map(({ item }) => item);
  const missing = items.filter((item) => !given.includes(item));
  if (missing.length > 0)
    yield {
      file,
      at: ['answers'],
      message: `没有答：${missing.join('、')}`,
      remedy: '请单位补报；清单是后来加的，可以不理',
      severity: 'warning',
    };
  for (const [index, item] of given.entries()) {
    const again = given.indexOf(item) < index;
    if (!again && items.includes(item)) continue;
    yield {
      file,
      at: ['answers', index, 'item'],
      message: again ? `“${item}”答了两次` : `“${item}”不在专项的自查清单里`,
      remedy: again ? '只留一条' : '核对写法；清单后来改过的，可以不理',
      ...(again ? {} : { severity: 'warning' as const }),
    };
  }
}

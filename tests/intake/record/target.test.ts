/** A list without a column 专项, read without --campaign: as `ledger init` reads the one list of most offices. */
import { expect, test } from 'vitest';
import { NEW_UNIT } from '../../../src/intake/record/row/host.ts';
import { questionKey } from '../../../src/intake/inquiry/question.ts';
import { columnNamesOf } from '../../../src/intake/record/papers.ts';
import { planImport, type ImportPlan } from '../../../src/intake/record/plan.ts';
import { readPaper } from '../../../src/paper/paper.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { bare } from '../lists.ts';

async function planOf(
  title: string,
  ledger: Ledger,
  given: readonly (readonly [string, string[]])[] = [],
): Promise<ImportPlan> {
  return planOfText(
    [
      title,
      '填报单位：榆林市榆阳区人民政府办公室,,,填表日期：2024年6月3日',
      '序号,账号名称,平台,责任单位,存在问题,整改措施,整改时限',
      '1,示例发布,微信公众号,榆阳区教育局,超过两周未更新,立即更新,2024年6月30日',
    ].join('\n'),
    ledger,
    given,
  );
}

async function planOfText(
  text: string,
  ledger: Ledger,
  given: readonly (readonly [string, string[]])[],
): Promise<ImportPlan> {
  const names = columnNamesOf(ledger);
  const reading = await readPaper(
    '清单.csv',
    new TextEncoder().encode(text),
    (one) => names.find(one) !== undefined,
  );
  if ('refusal' in reading) throw new Error(reading.refusal.problem);
  return planImport([reading.paper], ledger, {}, new Map(given));
}

test('台账里一个专项也没有：按标题新立，编号短，不问“属于哪个”', async () => {
  const plan = await planOf('2024年第二季度政务新媒体专项检查问题整改清单', bare);
  expect(plan.campaign).toBe('2024-dejdzwxmtzxjc');
  expect(plan.questions.map(({ ask }) => ask)).not.toContain('campaign');
  expect(plan.notes).toContain(
    '新增专项 2024-dejdzwxmtzxjc“2024年第二季度政务新媒体专项检查”，销号方式按系统默认，和公开程度一样用 ledger set 改',
  );
  const short = await planOf('自查问题清单', bare);
  expect(short.campaign).toBe('2024-zicha');
});

test('有的行写了专项、有的没写，标题又是其中一个：编在一个专项里，一行不少，序号不重', async () => {
  const [own, other] = ['2024年政府网站专项检查', '2024年政务新媒体自查'];
  const text = [
    `${own}问题清单`,
    '填报单位：榆林市榆阳区人民政府办公室,,,填表日期：2024年6月3日',
    '序号,专项,账号名称,平台,责任单位,存在问题,整改措施,整改时限',
    `1,${own},示例发布,微信公众号,榆阳区教育局,超过两周未更新,立即更新,2024年6月30日`,
    `1,${other},示例民政,微信公众号,榆阳区教育局,未备案,立即备案,2024年6月30日`,
    '2,,示例水务,微信公众号,榆阳区教育局,无互动功能,立即开通,2024年6月30日',
  ].join('\n');
  const given = [own, other].map((name): [string, string[]] => [
    questionKey('campaign', name),
    [NEW_UNIT],
  ]);
  const plan = await planOfText(text, bare, given);
  const ids = new Map(
    plan.notes.flatMap((note) => {
      const [, id = '', name = ''] = /^新增专项 (\S+?)“(.+?)”/u.exec(note) ?? [];
      return name === '' ? [] : [[name, id]];
    }),
  );
  expect(plan.rows).toHaveLength(3);
  expect([...ids.keys()]).toEqual([own, other]);
  expect(new Set(plan.rows.map(({ issue }) => issue)).size).toBe(3);
});

test('有别的专项：问一次，可以答新增', async () => {
  const campaign = {
    name: '巡察反馈意见整改',
    list: { title: '巡察反馈意见清单', reportedBy: '甲', listedOn: '2024-01-02' },
    id: 'xuncha',
    path: 'campaigns/xuncha.yaml',
  };
  const two = ['xuncha', 'other'].map((id) => [id, { ...campaign, id }] as const);
  const ledger = { ...bare, campaigns: new Map(two) as unknown as Ledger['campaigns'] };
  const title = '督查督办事项清单';
  const asked = await planOf(title, ledger);
  const question = asked.questions.find(({ ask }) => ask === 'campaign');
  expect(question?.candidates.map(({ answer }) => answer)).toEqual([NEW_UNIT, 'xuncha', 'other']);
  const answered = await planOf(title, ledger, [
    [questionKey('campaign', question?.text ?? ''), [NEW_UNIT]],
  ]);
  expect(answered.campaign).toBe('2024-dcdbsx');
});

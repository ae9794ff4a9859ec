import { expect, test } from 'vitest';
import { linesOf, report, swap, type Changes } from './small.ts';

const issue = 'issues/zx/zx-01.yaml';
const unit = 'units/jia.yaml';
const at = 'updates/zx-01/20260305-091500-k3f.yaml';

test.each<[what: string, changes: Changes, ...lines: string[]]>([
  [
    '缺少必填栏目，说是什么栏目、写什么',
    swap(issue, 'listed: 微信公众号：甲街道发布\n', ''),
    `${issue}:1:1 missing 缺少必填栏目“listed”（政府网站/政务新媒体（原文）） → 补上 listed：按来源原样抄录，不改错别字`,
  ],
  [
    '栏目名写成中文名称，只说一处',
    swap(issue, 'finding:', '存在问题:'),
    `${issue}:7:1 unknown-key 没有“存在问题”这个栏目 → 是不是想写“finding”？`,
  ],
  [
    '栏目名写错一个字母，只说一处；别的栏目确实缺了，照说',
    swap(issue, 'finding: 更新不及时\nmeasures:', 'mesures:'),
    `${issue}:1:1 missing 缺少必填栏目“finding”（存在问题） → 补上 finding：应为文字`,
    `${issue}:7:1 unknown-key 没有“mesures”这个栏目 → 是不是想写“measures”？`,
  ],
  [
    '不认识的栏目，列出可用的',
    swap(unit, 'kind: street', 'kind: street\ncolour: 红'),
    `${unit}:4:1 unknown-key 没有“colour”这个栏目 → 删去这一行；可用的栏目：name、aliases、formerNames、establishedOn、ended、kind、order、phone、reported、members、contacts、source、readings`,
  ],
  [
    '选项写错一点，提示最近的',
    swap(issue, 'origin: self-check', 'origin: selfcheck'),
    `${issue}:11:9 value “origin”（问题来源）的值 “selfcheck” 不对 → 应为 self-check、district、city、province、nation、public 之一；是不是想写“self-check”？`,
  ],
  [
    '应为整数',
    swap(issue, 'row: 1', 'row: 第1行'),
    `${issue}:2:6 value “row”（序号）的值 “第1行” 不对 → 应为整数`,
  ],
  [
    '应为列表',
    swap(issue, 'problems: [stale]', 'problems: stale'),
    `${issue}:6:11 value “problems”（问题类别）的值 “stale” 不对 → 应为列表，写成 [甲, 乙]，或每行一项、以“- ”开头`,
  ],
  [
    '应为一组栏目',
    swap(
      'campaigns/zx.yaml',
      'list: { title: 问题清单, reportedBy: 示例区人民政府办公室, listedOn: 2026-03-01 }',
      'list: 问题清单',
    ),
    'campaigns/zx.yaml:2:7 value “list”（清单）的值 “问题清单” 不对 → 应为一组“栏目: 内容”，每项一行或写在花括号里',
  ],
  [
    '栏目空着',
    swap(issue, 'finding: 更新不及时', 'finding:'),
    `${issue}:7:1 value “finding”（存在问题）没有填 → 应为文字`,
  ],
  [
    '时限的类型写错',
    swap(issue, 'kind: fixed', 'kind: fixd'),
    `${issue}:9:30 value “kind”（时限类型）的值 “fixd” 不对 → 时限类型应为 fixed、fixed-then-ongoing、immediate、immediate-then-ongoing、ongoing、relative、recurring、unread 之一；是不是想写“fixed”？`,
  ],
  [
    '时限缺截止日',
    swap(issue, 'kind: fixed, dueOn: 2026-03-31', 'kind: fixed'),
    `${issue}:9:1 missing 缺少必填栏目“dueOn”（截止日） → 补上 dueOn：最后一天（含当天）`,
  ],
  [
    '问题写了账号又写单位',
    swap(issue, 'account: jia-wechat', 'account: jia-wechat\nunit: jia'),
    `${issue}:4:7 value “unit”（责任单位）的值 “jia” 不对 → 已经写了 account，责任单位由账号得出：删去 unit；不涉及账号的，删去 account`,
  ],
  [
    '问题没写账号也没写单位',
    swap(issue, 'account: jia-wechat\n', ''),
    `${issue}:1:1 missing 缺少必填栏目“account”（账号） → 补上 account：账号编号；不涉及账号的问题改写 unit（单位）`,
  ],
  [
    '佐证写错一个栏目',
    { [at]: report('progress', '2026-03-05', 'evidence: [{ lnik: https://a.example/ }]\n') },
    `${at}:4:12 value “evidence”（佐证材料）第 1 项的值 {"lnik":"https://a.example/"} 不对 → 佐证应写 link（链接）、number（编号）、file（文件名）或 stored（另存文件）之一`,
  ],
  [
    '佐证的链接不是网址',
    { [at]: report('progress', '2026-03-05', 'evidence: [{ link: mp.example/s }]\n') },
    `${at}:4:20 value “link”（链接）的值 “mp.example/s” 不对 → 应为网址，以 http:// 或 https:// 开头`,
  ],
  [
    '事项写成中文名称',
    { [at]: report('申请验收', '2026-03-05') },
    `${at}:2:9 value “action”（事项）的值 “申请验收” 不对 → action 应为 started、progress、submitted、returned、accepted、publicity、confirmedAbove、sustained、reviewed、extended、deferred、transferred、reopened、voided 之一；是不是想写“submitted”？`,
  ],
  [
    '没有写事项',
    { [at]: 'issue: zx-01\nreportedOn: 2026-03-05\n' },
    `${at}:1:1 missing 缺少必填栏目“action”（事项） → 补上 action：这次报送或决定是什么`,
  ],
])('%s', (_, changes, ...lines) => {
  expect(linesOf(changes)).toEqual(lines);
});

test('一条记录有几处错，一次全部指出', () => {
  expect(
    linesOf({ [unit]: 'nmae: 甲\nkind: streat\nphone: 12345\n' }).map((line) =>
      line.split(' ').slice(0, 2).join(' '),
    ),
  ).toEqual([`${unit}:1:1 unknown-key`, `${unit}:2:7 value`, `${unit}:3:8 value`]);
});

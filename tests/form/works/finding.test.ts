/** 新列问题: the record that is made of what was filled in, what is filled in beforehand, and whom it may be about. */
import { expect, test } from 'vitest';
import { findingWork } from '../../../src/form/works/finding.ts';
import { type Changes, checkSmall, small } from '../../ledger/small.ts';

const work = findingWork(() => '2026-06-15');
function ledgerWith(changes: Changes = {}) {
  const { ledger, faults } = checkSmall(changes);
  if (ledger === undefined) throw new Error(faults.map(({ message }) => message).join());
  return ledger;
}
type Given = Parameters<typeof work.record>[1];
const record = (fields: Record<string, unknown>, changes: Changes = {}) =>
  work.record(ledgerWith(changes), { fields } as unknown as Given);
const issue = (id: string, row: number, more: [string, string][] = []): Changes => ({
  [`issues/zx/${id}.yaml`]: more.reduce(
    (text, [from, to]) => text.replace(from, to),
    (small['issues/zx/zx-01.yaml'] ?? '').replace('row: 1', `row: ${String(row)}`),
  ),
});

test('账号的问题：序号、编号接着排，账号和单位的名字照名册写', () => {
  expect(record({ campaign: 'zx', about: 'account:jia-wechat', finding: '错字' })).toMatchObject({
    kind: 'issue',
    path: 'issues/zx/zx-02.yaml',
    value: {
      campaign: 'zx',
      row: 2,
      account: 'jia-wechat',
      listed: '甲街道发布',
      listedHost: '示例区甲街道办事处',
      finding: '错字',
    },
  });
});

test('单位的问题没有账号；没有选的两样都没有', () => {
  const { value } = record({ campaign: 'zx', about: 'unit:jia' });
  expect(value).toMatchObject({ unit: 'jia', listedHost: '示例区甲街道办事处' });
  expect(value).not.toHaveProperty('listed');
  const none = record({ campaign: 'zx' }).value;
  expect(none).toMatchObject({ listedHost: undefined });
  expect(none).not.toHaveProperty('unit');
});

test('序号在最大的后面，编号已经有了的再往后', () => {
  expect(record({ campaign: 'zx', about: 'unit:jia' }, issue('zx-07', 7)).path).toBe(
    'issues/zx/zx-08.yaml',
  );
  const { path, value } = record({ campaign: 'zx' }, issue('zx-03', 2));
  expect([path, (value as { row: number }).row]).toEqual(['issues/zx/zx-04.yaml', 3]);
});

test('没有选专项的也有一份，好指出缺什么', () => {
  expect(record({ about: 'unit:jia' }).path).toBe('issues/new/new-01.yaml');
});

test('规则取来以前，时限照写、不读；取来以后读出截止日', async () => {
  const fields = { campaign: 'zx', listedOn: '2026-06-15', deadline: { text: '6月底' } };
  const fresh = findingWork(() => '2026-06-15');
  const of = () => fresh.record(ledgerWith(), { fields } as unknown as Given).value;
  expect(of()).toMatchObject({ deadline: { text: '6月底', kind: 'unread', candidates: [] } });
  const read = () => fresh.remarks?.(ledgerWith(), fields).get('deadline.text');
  expect(read()).toEqual({ label: '时限读作', words: '' });
  await fresh.rules();
  expect(of()).toMatchObject({ deadline: { kind: 'fixed', dueOn: '2026-06-30' } });
  expect(read()?.words).toContain('2026年6月30日');
});

test('预先填好的：最近的专项、今天、这个专项别的问题的来源', () => {
  const preset = (path: string, changes: Changes = {}) =>
    work.preset?.(ledgerWith(changes), { path } as never);
  const two = {
    'campaigns/zz.yaml': (small['campaigns/zx.yaml'] ?? '').replace('示例专项', '另一个专项'),
  };
  expect([preset('campaign'), preset('campaign', two)]).toEqual(['zx', 'zz']);
  expect(preset('listedOn')).toBe('2026-06-15');
  expect([preset('origin'), preset('origin', two)]).toEqual(['self-check', undefined]);
  expect(preset('finding')).toBeUndefined();
});

test('可选的：账号带平台和单位，终止了的单位不列', () => {
  const ended = {
    'units/yi.yaml':
      'name: 示例区乙街道办事处\nkind: street\nended: { on: 2026-05-01, how: abolished }\n',
  };
  const about = (changes: Changes = {}) =>
    work
      .known?.(ledgerWith(changes))
      .get('about')
      ?.map(({ value, about: words }) => `${value} ${words ?? ''}`);
  expect(about()).toEqual([
    'account:jia-wechat 微信公众号，示例区甲街道办事处',
    'unit:ban 单位',
    'unit:jia 单位',
  ]);
  const site = { 'accounts/ban/ban-site.yaml': 'kind: website\nunit: ban\nname: 示例区门户\n' };
  expect(about(site)).toContain('account:ban-site 网站，示例区人民政府办公室');
  expect(about(ended)).not.toContain('unit:yi 单位');
  expect(about({ 'units/yi.yaml': 'name: 示例区乙街道办事处\nkind: street\n' })).toContain(
    'unit:yi 单位',
  );
});

test('审核说的归到哪一栏', () => {
  const at = (...path: string[]) => work.fieldOf?.(path);
  expect(['account', 'unit', 'listed', 'listedHost'].map((one) => at(one))).toEqual(
    Array.from({ length: 4 }, () => 'about'),
  );
  expect([at('deadline', 'kind'), at('problems', '0'), at('finding')]).toEqual([
    'deadline.text',
    'problems',
    undefined,
  ]);
});

const handedOver: Changes = {
  'units/yi.yaml':
    'name: 示例区乙山镇人民政府\nkind: town\nformerNames: [{ name: 示例区乙镇人民政府, until: 2026-06-12 }]\n',
  'registry/jia-wechat/20260610-090000-aaa.yaml':
    'account: jia-wechat\naction: transferred\nreportedOn: 2026-06-10\nto: yi\n',
};

test('账号移交了的，选的时候写现在的主办单位，问题归列入那天的主办单位，单位按那天的名称', () => {
  const choice = work
    .known?.(ledgerWith(handedOver))
    .get('about')
    ?.find(({ value }) => value === 'account:jia-wechat');
  expect(choice?.about).toBe('微信公众号，示例区乙山镇人民政府');
  const host = (listedOn: string) =>
    (
      record({ campaign: 'zx', about: 'account:jia-wechat', listedOn }, handedOver).value as {
        listedHost: string;
      }
    ).listedHost;
  expect([host('2026-06-09'), host('2026-06-10'), host('2026-06-13')]).toEqual([
    '示例区甲街道办事处',
    '示例区乙镇人民政府',
    '示例区乙山镇人民政府',
  ]);
});

test('列入日期在移交以前的，当场说那天属谁、现在由谁整改；在移交以后的、单位的问题不说', () => {
  const said = (about: string, listedOn: string) =>
    work.remarks?.(ledgerWith(handedOver), { about, listedOn }).get('about');
  expect(said('account:jia-wechat', '2026-06-09')).toEqual({
    label: '主办单位',
    words:
      '2026年6月9日属示例区甲街道办事处，现由示例区乙山镇人民政府主办，列入以后由示例区乙山镇人民政府整改。',
  });
  expect(said('account:jia-wechat', '2026-06-10')?.words).toBe('');
  expect(said('unit:jia', '2026-06-09')?.words).toBe('');
});

test('选了类别，写明那一类有没有天数规定；没有选的不写', () => {
  const words = (problems: unknown) =>
    work
      .remarks?.(
        ledgerWith({
          'vocabulary/problems.yaml': `problems:
  - { id: stale, name: 更新不及时, within: { workdays: 10 } }
  - { id: wrong, name: 错别字 }
`,
        }),
        { problems },
      )
      .get('problems')?.words;
  expect(words(['stale', 'wrong'])).toBe(
    '“更新不及时”由检查开列的，自开列之日起10个工作日内（本台账的设定），别的由交办的文件写明；“错别字”没有规定天数，由交办的文件写明。',
  );
  expect([words([]), words(undefined)]).toEqual(['', '']);
});

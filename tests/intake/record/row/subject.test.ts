/** 账号: which account of the register a row is about, a new one, or a question. */
import { expect, test } from 'vitest';
import type { NotedReading } from '../../../../src/intake/record/known.ts';
import { type ListedSubject, readSubject } from '../../../../src/intake/record/row/subject.ts';
import type { Changes } from '../../../ledger/small.ts';
import { asksOf, inquiryWith, knownOf, place } from './rows.ts';

function read(
  more: Partial<ListedSubject['reading']> & { unit?: string; host?: string } = {},
  { changes = {}, given = {} }: { changes?: Changes; given?: Record<string, string> } = {},
) {
  const { unit = 'jia', host = '甲街道', ...reading } = more;
  const known = knownOf(changes);
  const inquiry = inquiryWith(given);
  const readings: NotedReading[] = [];
  const name = reading.name ?? '甲街道发布';
  const id = readSubject(
    {
      listed: name,
      host,
      unit,
      reading: { platform: 'wechat', ...reading, name } as ListedSubject['reading'],
      place,
    },
    known,
    inquiry,
    readings,
  );
  return {
    id,
    asked: asksOf(inquiry),
    question: inquiry.questions[0],
    notes: readings.map(({ note }) => note),
    added: [...known.newAccounts],
  };
}
const site = (unit: string, name: string): Changes => ({
  [`accounts/${unit}/${unit}-site.yaml`]: `kind: website\nunit: ${unit}\nname: ${name}\n`,
});
const KEY = (name: string) => `account ${name} 甲街道`;

test('单位、平台、名称都对上的，就是它；没有写平台的也是', () => {
  expect(read()).toMatchObject({ id: 'jia-wechat', asked: [], notes: [] });
  expect(read({ platform: 'unstated' }).id).toBe('jia-wechat');
});

test('名册没有写类型的，清单可以写；名册写了别的类型就问', () => {
  expect(read({ subtype: '订阅号' }).id).toBe('jia-wechat');
  const changes = {
    'accounts/jia/jia-wechat.yaml':
      'kind: new-media\nunit: jia\nname: 甲街道发布\nplatform: wechat\nsubtype: 服务号\n',
  };
  expect(read({ subtype: '服务号' }, { changes }).id).toBe('jia-wechat');
  expect(read({ subtype: '订阅号' }, { changes })).toMatchObject({
    id: undefined,
    asked: [KEY('甲街道发布')],
  });
});

test('单位一个像的也没有：新增，编号不与人重复', () => {
  const { id, notes, added } = read({ unit: 'ban', host: '区政府办', name: '示例区发布' });
  expect(id).toBe('ban-wechat');
  expect(notes).toEqual(['新增区政府办的微信公众号“示例区发布”']);
  expect(added).toEqual([
    [
      'ban-wechat',
      { kind: 'new-media', unit: 'ban', name: '示例区发布', aliases: [], platform: 'wechat' },
    ],
  ]);
  const taken = read(
    { name: '幸福家园', platform: 'weibo' },
    { changes: { 'accounts/jia/jia-weibo.yaml': 'kind: website\nunit: jia\nname: 别的\n' } },
  );
  expect(taken.id).toMatch(/^jia-(?!weibo$)[a-z0-9-]+$/u);
});

test('网站新增成网站，没有写平台的记作账号', () => {
  const { id, added } = read({
    unit: 'ban',
    host: '区政府办',
    name: '示例区门户',
    platform: 'website',
  });
  expect(id).toBe('ban-website');
  expect(added[0]?.[1]).toMatchObject({ kind: 'website', name: '示例区门户' });
  expect(read({ unit: 'ban', name: '示例区发布', platform: 'unstated' }).id).toBe('ban-account');
});

test('同平台有别的名字、或者名字相近的，问是不是', () => {
  const other = read({ name: '幸福家园' });
  expect(other).toMatchObject({ id: undefined, asked: [KEY('幸福家园')] });
  expect(other.question?.message).toBe('台账里没有甲街道的微信公众号“幸福家园”，有相近的账号');
  expect(other.question?.candidates.map(({ answer }) => answer)).toEqual(['jia-wechat', '新增']);
  expect(read({ name: '甲街道发布厅', platform: 'weibo' }).asked).toHaveLength(1);
  expect(read({ name: '幸福家园', platform: 'weibo' }).asked).toEqual([]);
});

test('别的单位有同名的账号，也问', () => {
  expect(read({ unit: 'ban' }).asked).toHaveLength(1);
});

test('答复：是哪一个、新增、答不着的再问', () => {
  const given = (answer: string) =>
    read({ name: '幸福家园' }, { given: { [KEY('幸福家园')]: answer } });
  expect(given('jia-wechat')).toMatchObject({
    id: 'jia-wechat',
    notes: ['经确认，“幸福家园”是“甲街道发布”'],
  });
  expect(given('新增')).toMatchObject({ notes: ['新增甲街道的微信公众号“幸福家园”'] });
  expect(given('没有的')).toMatchObject({ id: undefined, asked: [KEY('幸福家园')] });
  // Nobody offered it here: the account is no website of several units.
  expect(given('归各单位').id).toBeUndefined();
});

test('一个网站写在几个单位名下：可以记为单位的问题，网站写作地点', () => {
  const changes = site('ban', '示例区门户');
  const asked = read({ name: '示例区门户', platform: 'website' }, { changes });
  expect(asked.question?.message).toBe('“示例区门户”又写在甲街道名下：主办单位是谁？');
  expect(asked.question?.candidates.at(-1)?.answer).toBe('归各单位');
  const answered = read(
    { name: '示例区门户', platform: 'website' },
    { changes, given: { [KEY('示例区门户')]: '归各单位' } },
  );
  expect(answered).toMatchObject({
    id: '',
    notes: ['经确认，“示例区门户”的这一条记为甲街道的问题'],
  });
});

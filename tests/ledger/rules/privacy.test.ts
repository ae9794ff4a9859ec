import { expect, test } from 'vitest';
import { linesOf, report, small, swap } from '../small.ts';

const unit = 'units/jia.yaml';
/** Made up, with the right check digit. */
const identity = '110101199003070011';

test('公开栏目里写座机、内部栏目里写手机，没有错误', () => {
  expect(
    linesOf({
      [unit]: `${small[unit]!}phone: 0912-1234567\ncontacts: [{ name: 王示例, phone: '13800000000' }]\n`,
    }),
  ).toEqual([]);
});

test('公开栏目里有手机号码，提示里不重复号码', () => {
  expect(linesOf({ [unit]: `${small[unit]!}phone: '13800000000'\n` })).toEqual([
    'units/jia.yaml:4:8 privacy 公开栏目里有手机号码 → 公开的联系方式只写办公座机；手机号码写到单位的 contacts 里',
  ]);
});

test.each(['请打138-0000-0000', '１３８００００００００', '+86 13800000000'])(
  '写成“%s”也认得',
  (text) => {
    expect(
      linesOf(swap('issues/zx/zx-01.yaml', 'finding: 更新不及时', `finding: 更新不及时，${text}`)),
    ).toEqual([
      'issues/zx/zx-01.yaml:7:10 privacy 公开栏目里有手机号码 → 公开的联系方式只写办公座机；手机号码写到单位的 contacts 里',
    ]);
  },
);

test.each(['https://mp.example/s/a13800000000b', 'https://mp.example/s/9138000000001'])(
  '链接 %s 不是手机号码',
  (link) => {
    expect(
      linesOf(
        swap(
          'accounts/jia/jia-wechat.yaml',
          'platform: wechat',
          `platform: wechat\naddress: ${link}`,
        ),
      ),
    ).toEqual([]);
  },
);

test('校验值里的数字不是手机号码', () => {
  const sha256 = `${'a'.repeat(20)}13800000000${'b'.repeat(33)}`;
  const stored = `{ name: a.pdf, sha256: ${sha256}, size: 1, where: 档案柜 }`;
  expect(
    linesOf({
      'updates/zx-01/20260305-090000-aaa.yaml': report(
        'progress',
        '2026-03-05',
        `evidence: [{ stored: ${stored}, public: true }]\n`,
      ),
    }),
  ).toEqual([]);
});

test('身份证号码在内部栏目里也不行', () => {
  expect(
    linesOf({
      'updates/zx-01/20260305-090000-aaa.yaml': report(
        'progress',
        '2026-03-05',
        `note: 负责人${identity}\n`,
      ),
    }),
  ).toEqual([
    'updates/zx-01/20260305-090000-aaa.yaml:4:7 privacy 这里有身份证号码 → 删去；身份证号码不得写进台账。已经提交过的，报管理员按泄露处理',
  ]);
});

const numbered = (number: string) =>
  linesOf({
    'updates/zx-01/20260305-090000-aaa.yaml': report(
      'progress',
      '2026-03-05',
      `note: 编号${number}\n`,
    ),
  });

test('地区和生日都对、只有校验码不对的，提醒一声', () => {
  expect(numbered(`${identity.slice(0, 17)}2`)).toEqual([
    'updates/zx-01/20260305-090000-aaa.yaml:4:7 privacy（提醒） 这里像是身份证号码（校验码对不上，也许抄错了一位） → 是身份证号码就删去；不是的不用管',
  ]);
});

test.each([
  ['没有这样的地区', '990101199003070012'],
  ['没有这一天', '110101199002300012'],
])('%s的十八位数字不是身份证号码', (_, number) => {
  expect(numbered(number)).toEqual([]);
});

test('标明可公开的佐证按公开栏目看', () => {
  const evidence = (more: string) =>
    report(
      'progress',
      '2026-03-05',
      `evidence: [{ link: https://a.example/, what: 电话13800000000${more} }]\n`,
    );
  expect(linesOf({ 'updates/zx-01/20260305-090000-aaa.yaml': evidence('') })).toEqual([]);
  expect(linesOf({ 'updates/zx-01/20260305-090000-aaa.yaml': evidence(', public: true') })).toEqual(
    [
      'updates/zx-01/20260305-090000-aaa.yaml:4:46 privacy 公开栏目里有手机号码 → 公开的联系方式只写办公座机；手机号码写到单位的 contacts 里',
    ],
  );
});

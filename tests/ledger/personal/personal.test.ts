/** Identity numbers are found however they are written; numbers that only look like them are left alone. */
import { expect, test } from 'vitest';
import { identityNumberIn } from '../../../src/ledger/personal/personal.ts';
import { Random } from '../../generator/random.ts';

/** Made up, with the right check digit. */
const NUMBER = '110101199003070011';
const WITH_X = '11010519491231002X';
const spread = (by: string): string => NUMBER.split('').join(by);
const parted = (by: string): string => ['110101', '19900307', '0011'].join(by);
const inScript = (zero: number): string =>
  NUMBER.split('')
    .map((digit) => String.fromCodePoint(zero + Number(digit)))
    .join('');
const wide = (text: string): string =>
  text.replaceAll(/[0-9X]/gu, (one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0));

const written: [string, string][] = [
  ['光写号码', NUMBER],
  ['末位是 X', WITH_X],
  ['末位是小写 x', WITH_X.toLowerCase()],
  ['紧挨着汉字', `身份证${NUMBER}号`],
  ['紧挨着字母', `ID${NUMBER}abc`],
  ['末位 X 后面还有字母', `${WITH_X}Y`],
  ['按 6、8、4 分开', '110101 19900307 0011'],
  ['用连字符分开', '110101-19900307-0011'],
  ['每位之间有空格', spread(' ')],
  ['每位之间有全角空格', spread('\u3000')],
  ['每位之间有零宽空格', spread('\u200b')],
  ['用点分开', spread('.')],
  ['断成两行', '1101011990\n03070011'],
  ['全角', wide(NUMBER)],
  ['全角带 X', wide(WITH_X)],
  ...['：', '|', '｜', '~', '；', '\\', '……', ' - ', '   ', '→', '\n    '].map(
    (by): [string, string] => [`各段之间是 ${JSON.stringify(by)}`, parted(by)],
  ),
  ['出生日期在括号里', '110101（19900307）0011'],
  ['出生日期在方头括号里', '110101【19900307】0011'],
  ['每位之间有竖线', spread('|')],
  ['阿拉伯数字（阿拉伯文的）', inScript(0x06_60)],
  ['波斯文数字', inScript(0x06_f0)],
  ['天城文数字', inScript(0x09_66)],
  [
    '每位加框（键帽）',
    NUMBER.split('')
      .map((digit) => `${digit}\ufe0f\u20e3`)
      .join(''),
  ],
  ['每位之间有软连字符', spread('\u00ad')],
  ['每位之间有填充字符', spread('\u3164')],
  ['末位写成西里尔字母 Х', `${WITH_X.slice(0, 17)}\u0425`],
  ['末位写成希腊字母 Χ', `${WITH_X.slice(0, 17)}\u03a7`],
  ['末位写成乘号', `${WITH_X.slice(0, 17)}×`],
  ['前面有序号', `1 ${NUMBER}`],
  ['前面有别的号码', `2024 ${NUMBER}`],
  ['在链接里', `https://a.example/?id=${NUMBER}&x=1`],
];
test.each(written)('身份证号码认得出：%s', (_, text) => {
  expect(identityNumberIn(text)).toBe('sure');
});

test.each([
  ['一列数', '1, 10, 101, 19, 90, 03, 07, 2024, 15, 300'],
  ['两个日期和时刻', '2024-06-10 09:00:00、2024-06-11 10:00:00'],
  ['手机号码', '13800138000 13900139000'],
  ['座机', '0512-12345678转8001'],
  ['统一社会信用代码', '91110108MA01ABCD2X'],
  ['全是数字的统一社会信用代码', '12440106455345678'],
  ['文号', '示例政办〔2024〕15号、示例府函〔2023〕128号'],
  ['备案编号', '苏ICP备12345678号-1 32050002000012'],
  ['日期和时刻', '2024-01-01 09:00:00 至 2024-12-31 18:00:00'],
  ['年份一排', '2015 2016 2017 2018 2019 2020 2021 2022'],
  ['受理编号：地区加今天的日期', '320500202406010001'],
  ['校验值', 'a1b2c3d4e5f6110101199003070011aabbccdd'],
  ['银行账号', '6222021234567890123'],
  ['十九位数字', `1${NUMBER}`],
  ['经纬度', '120.123456789012345678'],
])('不是身份证号码的不惊动：%s', (_, text) => {
  expect(identityNumberIn(text)).toBeUndefined();
});

test('十万个编号里，当成身份证号码拒绝的不到十个', () => {
  const dice = new Random(20240601);
  const digits = (count: number): string =>
    Array.from({ length: count }, () => String(dice.int(0, 9))).join('');
  const day = (): string =>
    `${String(dice.int(2016, 2026))}${String(dice.int(1, 12)).padStart(2, '0')}${String(dice.int(1, 28)).padStart(2, '0')}`;
  const numbers = Array.from({ length: 25_000 }, () => [
    digits(18),
    `3205${digits(2)}${day()}${digits(4)}`,
    `12${digits(16)}`,
    `1${digits(10)} ${digits(7)}`,
  ]).flat();
  const found = numbers.map(identityNumberIn);
  expect(found.filter((one) => one === 'sure').length).toBeLessThan(10);
  // Numbers of today's documents are as likely those of children: some are asked about.
  expect(found.filter((one) => one === 'likely').length).toBeLessThan(numbers.length / 25);
});

import { describe, expect, test } from 'vitest';
import { channelsOf } from '../../src/sending/channel.ts';

const units = new Set(['jia', 'yi']);
const mail = {
  LEDGER_SEND_MAIL: 'smtps://office:secret@mail.example',
  LEDGER_SEND_MAIL_FROM: 'office@mail.example',
  LEDGER_SEND_MAIL_TO: 'all@mail.example, jia=clerk@jia.example',
};

describe('渠道', () => {
  test('设置写了、环境里有地址的才用；按单位的收件人各归各', () => {
    const { channels, troubles } = channelsOf(
      { mail: 'internal', wecom: 'public' },
      { ...mail, LEDGER_SEND_WECOM: 'https://robot.example/send?key=abcd' },
      units,
    );
    expect(troubles).toEqual([]);
    expect(channels).toMatchObject([
      {
        kind: 'mail',
        audience: 'internal',
        to: [
          { address: 'all@mail.example', unit: undefined },
          { address: 'clerk@jia.example', unit: 'jia' },
        ],
      },
      { kind: 'wecom', audience: 'public' },
    ]);
  });

  test('什么都没有写的，一个也没有', () => {
    // A workflow sets an empty text for a secret that nobody gave it.
    for (const environment of [{}, { LEDGER_SEND_WECOM: '' }])
      expect(channelsOf(undefined, environment, units)).toEqual({ channels: [], troubles: [] });
  });

  test.each([
    ['设了地址而没有写给谁看', undefined, mail, '而 site.yaml 的 sending 没有写 mail'],
    [
      '口令里有没写成 %25 的 %',
      { mail: 'internal' },
      { ...mail, LEDGER_SEND_MAIL: 'smtps://a:100%@mail.example' },
      '没有写成 %25',
    ],
    [
      '群的地址里有没写成 %25 的 %',
      { wecom: 'internal' },
      { LEDGER_SEND_WECOM: 'https://a:100%@robot.example/send?key=1' },
      'LEDGER_SEND_WECOM 里账户或口令的“%”没有写成 %25',
    ],
    [
      '密钥里有别的字',
      { webhook: 'internal' },
      { LEDGER_SEND_WEBHOOK: 'https://a.example/', LEDGER_SEND_WEBHOOK_TOKEN: '密钥' },
      'LEDGER_SEND_WEBHOOK_TOKEN 里有',
    ],
    ['写了而没有地址', { dingtalk: 'internal' }, {}, '没有设环境变量 LEDGER_SEND_DINGTALK'],
    ['不是地址', { wecom: 'internal' }, { LEDGER_SEND_WECOM: 'abcd' }, '应为 https:// 开头'],
    [
      '密钥要露在网上',
      { webhook: 'internal' },
      { LEDGER_SEND_WEBHOOK: 'http://hook.example/secret' },
      '密钥会露在网上',
    ],
    [
      '没有发件人',
      { mail: 'internal' },
      { ...mail, LEDGER_SEND_MAIL_FROM: '' },
      'LEDGER_SEND_MAIL_FROM 应为一个邮箱地址',
    ],
    [
      '没有收件人',
      { mail: 'internal' },
      { ...mail, LEDGER_SEND_MAIL_TO: ' , ' },
      '没有设环境变量 LEDGER_SEND_MAIL_TO',
    ],
    [
      '收件人不是邮箱',
      { mail: 'internal' },
      { ...mail, LEDGER_SEND_MAIL_TO: 'jia' },
      '有一项不是邮箱地址',
    ],
    [
      '没有这个单位',
      { mail: 'internal' },
      { ...mail, LEDGER_SEND_MAIL_TO: 'bing=a@b.example' },
      'bing 不是台账里的单位编号',
    ],
    ['公开的不能按单位发', { mail: 'public' }, mail, '不能写 public'],
  ] as const)('%s：不用，说怎样办，不露出值', (_, sending, environment, sentence) => {
    const { channels, troubles } = channelsOf(sending, environment, units);
    expect(channels).toEqual([]);
    expect(troubles).toEqual([expect.stringContaining(sentence)]);
    expect(troubles[0]).toContain(' → ');
    expect(troubles[0]).not.toContain('secret');
  });

  test('本机和单位内网的可以不加密', () => {
    const inside = { LEDGER_SEND_WEBHOOK: 'http://10.1.2.3/hook' };
    expect(channelsOf({ webhook: 'internal' }, inside, units).channels).toHaveLength(1);
    const outside = { LEDGER_SEND_WEBHOOK: 'http://8.8.8.8/hook' };
    expect(channelsOf({ webhook: 'internal' }, outside, units).channels).toEqual([]);
  });
});

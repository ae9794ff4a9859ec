/** 文件名里的时刻: bare stamps are by the clock of UTC, those with an ending by China's; order is order in time. */
import { describe, expect, test } from 'vitest';
import { isBareStamp, stampKey, stampPattern } from '../../src/text/stamp.ts';

describe('先后', () => {
  test.each([
    ['表单 09:15（世界时 01:15）在命令 09:00 之后', 'a/20260615-090000-k3f', 'a/20260615-011500'],
    ['表单 08:59 在命令 09:00 之前', 'a/20260615-005900', 'a/20260615-090000-k3f'],
    ['表单在北京时间 0 点半写，文件名还是前一天', 'a/20260614-235900-zzz', 'a/20260614-163000'],
    ['表单在月末、年末过半夜', 'a/20251231-235959-abc', 'a/20251231-160001'],
    ['闰日', 'a/20240229-090000-abc', 'a/20240229-013000'],
    ['自查只写到分', 'c/unit-202606150059', 'c/unit-202606150100'],
  ])('%s', (_, earlier, later) => {
    expect(stampKey(earlier) < stampKey(later)).toBe(true);
  });

  test('编号里像时刻的数字只在末尾才算，别的编号就是自己', () => {
    for (const id of ['2026-check-04', 'a/20260615-090000-k3f', '20260615-090000-k3f', 'u/unit-1'])
      expect(stampKey(id)).toBe(id);
    expect(stampKey('20260615-010000')).toBe('20260615-090000');
    expect(stampKey('c/unit-20260615-0100')).toBe('c/unit-20260615-090000');
  });

  test('没有编码的才是表单写的', () => {
    expect(isBareStamp('updates/x/20260615-011500')).toBe(true);
    expect(isBareStamp('updates/x/20260615-011500-a1b')).toBe(false);
    expect(stampPattern.test('20260615-011500')).toBe(true);
    expect(stampPattern.test('20260615-0115')).toBe(false);
  });
});

import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { Asker } from '../../../../scripts/enter/new/ask.ts';

/** A terminal on which somebody has typed these lines. */
function terminal(...lines: string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = new PassThrough();
  input.end(lines.map((line) => `${line}\n`).join(''));
  return { asker: new Asker(input, output), shown: () => String(output.read() ?? '') };
}

const action = { title: '报什么', flag: '--action', choices: { submitted: '申请验收' } };

describe('在终端上回答', () => {
  test('选项写了的不问', async () => {
    const { asker, shown } = terminal();
    expect(await asker.answer('submitted', action)).toBe('submitted');
    expect(shown()).toBe('');
  });

  test('列出可选的，写错了再问', async () => {
    const { asker, shown } = terminal('什么', 'submitted');
    expect(await asker.answer(undefined, action)).toBe('submitted');
    expect(shown()).toBe('  submitted  申请验收\n报什么：请写上面左边的一项。\n报什么：');
  });

  test('答得不对，当场说明白再问；大小写不论', async () => {
    const { asker, shown } = terminal('张三', 'zhang3', 'SUBMITTED');
    const check = (answer: string): string | undefined =>
      /^\w+$/u.test(answer) ? undefined : `“${answer}”不是账户 → 写登录名`;
    expect(await asker.answer(undefined, { title: '审核员', flag: '--as', check })).toBe('zhang3');
    expect(shown()).toBe('审核员：“张三”不是账户 → 写登录名。\n审核员：');
    expect(await asker.answer(undefined, action)).toBe('submitted');
  });

  test('必填的不能空着，可不填的可以，有默认的用默认', async () => {
    const { asker } = terminal('', '沙河路', '', '');
    expect(await asker.answer(undefined, { title: '名称', flag: '--name' })).toBe('沙河路');
    expect(
      await asker.answer(undefined, { title: '说明', flag: '--note', optional: true }),
    ).toBeUndefined();
    expect(
      await asker.answer(undefined, { title: '远端', flag: '--remote', otherwise: 'origin' }),
    ).toBe('origin');
  });

  test('没有答完就结束了，说明白', async () => {
    const { asker } = terminal();
    await expect(asker.answer(undefined, { title: '名称', flag: '--name' })).rejects.toThrow(
      '没有答完就结束了',
    );
  });

  test('不在终端上：必填的报用法不对，可不填的不问', async () => {
    const asker = new Asker(new PassThrough(), new PassThrough());
    await expect(asker.answer(undefined, action)).rejects.toThrow('没有写报什么');
    expect(
      await asker.answer(undefined, { title: '说明', flag: '--note', optional: true }),
    ).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { codePoint, unseenDotted, unseenIn, withoutUnseen } from '../../src/text/unseen.ts';

const codes = (text: string) => unseenIn(text).map(({ char }) => codePoint(char));

describe('看不见的字符', () => {
  test.each([
    ['不是字符的码位', ['\ufffe', '\uffff', '\ufdd0', '\ufdef', '\u{1fffe}', '\u{10ffff}']],
    ['半个代理对', ['\ud800', '\udbff', '\udc00', '\udfff']],
    ['控制字符', ['\u0000', '\u0008', '\u000b', '\u000c', '\u001b', '\u007f', '\u0085', '\u009b']],
    ['专用区', ['\ue000', '\uf8ff', '\u{f0000}', '\u{10fffd}']],
    ['书写方向', ['\u061c', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069']],
    ['标签', ['\u{e0001}', '\u{e0041}', '\u{e007f}']],
    ['填充', ['\u115f', '\u1160', '\u3164', '\uffa0', '\u2800', '\u034f', '\u17b4', '\u00ad']],
    ['零宽', ['\u200b', '\u2060', '\u2064', '\ufeff', '\u180e', '\u200c', '\u200d', '\ufff9']],
    ['分隔', ['\u2028', '\u2029']],
    ['变体', ['\ufe00', '\ufe0f', '\u{e0100}', '\u{e01ef}', '\u180b']],
  ])('%s', (_, chars) => {
    for (const char of chars) {
      expect(codes(`a${char}b`)).toEqual([codePoint(char)]);
      expect(codes(char)).toEqual([codePoint(char)]);
    }
  });

  test('每个 XML 1.0 写不下的码位都不收', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const isXml =
        [9, 10, 13].includes(code) ||
        (code >= 0x20 && code <= 0xd7ff) ||
        (code >= 0xe000 && code <= 0xfffd);
      if (!isXml) expect([code, unseenIn(String.fromCharCode(code)).length]).toEqual([code, 1]);
    }
  });

  test.each([
    ['汉字、标点、扩展区、换行', '整改台账（2024年）\n\t㐀𠀀𮯰〇…—·、“”'],
    ['维吾尔文的零宽不连字', 'قوش\u200cنامە'],
    ['蒙古文的变体和分隔', 'ᠮᠣᠩᠭᠣᠯ\u180e\u180b ᠤ\u202fᠨ'.replace('\u180e\u180b', '\u180e')],
    ['藏文', 'བོད་ཡིག'],
    ['印地文的连字', 'क्\u200dष'],
    ['汉字的异体选择', '葛\u{e0100}飾区 ，\ufe00'],
    ['表情', '👨‍👩‍👧 ❤️ 1\ufe0f⃣ 👍🏽'],
    ['阿拉伯数字号', '\u0600١٢'],
  ])('%s可以写', (_, text) => {
    expect(codes(text)).toEqual([]);
  });

  test('能写的地方也只能有一个：排成串夹带内容不行', () => {
    expect(codes('葛\u{e0100}\u{e0101}')).toEqual(['U+E0101']);
    expect(codes('❤\ufe0f\ufe0e')).toEqual(['U+FE0E']);
    expect(codes('ق\u200c\u200c')).toEqual(['U+200C']);
    expect(codes('中\u200d文')).toEqual(['U+200D']);
  });

  test('去掉：看不见的没有了，别处显示成方框的留下记号', () => {
    expect(withoutUnseen('甲\u200b乙\ue000丙\uffff丁\ud800')).toBe('甲乙\ufffd丙\ufffd丁\ufffd');
    expect(withoutUnseen('没有变化')).toBe('没有变化');
    expect(unseenDotted('甲\u202e乙\u{e0041}')).toBe('甲·乙·');
  });
});

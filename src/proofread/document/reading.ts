/**
 * 读法: the same text with one way of writing digits and punctuation, one character for one, so that a place found in
 * it is the place in the document.
 */
import { own } from '../../text/own.ts';

const ONE_WAY: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ';': '；',
  '?': '？',
  '!': '！',
  '¥': '￥',
  '〜': '～',
  '~': '～',
};

/** Full-width digits, letters and signs made half width; commas, colons and brackets of prose made full width. */
export function reading(text: string): string {
  return text.replace(/[^\u4e00-\u9fff]/gu, (char, at: number) => {
    if (/[０-９Ａ-Ｚａ-ｚ％．－＋／]/u.test(char)) {
      return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
    }
    if (char === ',' || char === ':') {
      const inNumber = /\d/u.test(text.charAt(at - 1)) && /\d/u.test(text.charAt(at + 1));
      return inNumber ? char : char === ',' ? '，' : '：';
    }
    if (/\s/u.test(char)) return ' ';
    return own(ONE_WAY, char) ?? char;
  });
}

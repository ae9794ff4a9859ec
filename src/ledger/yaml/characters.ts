/** 看不见的字符: what is said of them, wherever they stand. */
import { codePoint, unseenIn } from '../../text/unseen.ts';

/** The first such character of a value; a carriage return can only have come from an escape. */
export function hiddenCharacter(text: string): string | undefined {
  return unseenIn(text)[0]?.char ?? (text.includes('\r') ? '\r' : undefined);
}

/** What is wrong and what to do. */
export function unseenSentence(char: string): [message: string, remedy: string] {
  return [
    /[\p{Co}\p{Cs}\p{NChar}]/u.test(char)
      ? `有只在个别电脑上才显示的字符，或残缺的字符 ${codePoint(char)}`
      : `有看不见的控制字符 ${codePoint(char)}`,
    '删去这个字符，重新输入这一处',
  ];
}

/** 栏目（责任单位）: columns, and in brackets behind each the office that answers for it. */
import type { Mention } from './mentions.ts';
import { OFFICE, officesOf } from './office-names.ts';

/** An office of a list, with what the list says of it alone. */
export type Office = Pick<Mention, 'name' | 'part' | 'figure' | 'said'>;

/** 通知公告栏目（县教育局）、政策解读栏目（责任单位：县司法局）: columns, and in brackets who answers for each. */
const ANSWERED = new RegExp(
  String.raw`^(?<part>[^（），；：、“”]{0,30}(?:“[^“”]+”)?(?:栏目|专栏|专题|板块|子站))（(?:(?:责任|主办|保障|维护)(?:单位|部门)：?)?(?<name>\p{Script=Han}{1,24}?${OFFICE})）`,
  'u',
);

/** 甲栏目（县教育局），|均超过6个月未更新: what is said begins behind the comma. */
export function isAnswered({ names }: { names: readonly Office[] }, behind: string): boolean {
  const isEach = names.every(({ part }) => part !== undefined && /[^“”]{2}$/u.test(part));
  return isEach && /^(?:均|都|超|未|长期|已|存在|无|更新|内容)/u.test(behind);
}

/** The offices that answer for the columns words begin with, and how far the list goes. */
export function columnsIn(words: string): { names: Office[]; length: number } | undefined {
  const names: Office[] = [];
  let length = 0;
  for (;;) {
    const joint =
      names.length === 0 ? '' : (/^(?:、|以及|[和与及])/u.exec(words.slice(length))?.[0] ?? '');
    if (names.length > 0 && joint === '') break;
    const match = ANSWERED.exec(words.slice(length + joint.length));
    const { name = '', part = '' } = match?.groups ?? {};
    if (match === null || officesOf(name).length !== 1) break;
    names.push({ name, part });
    length += joint.length + match[0].length;
  }
  return names.length === 0 ? undefined : { names, length };
}

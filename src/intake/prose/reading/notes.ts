/** 说明: what a circular says and is not proposed, in words for people. */
import { bareText } from '../../words/wording.ts';
import type { NamedMention, UnreadSentence } from '../mention/named.ts';
import { withoutAccount } from '../mention/platform-words.ts';
import { isGeneral } from '../tone.ts';
import { listedName } from './proposed-row.ts';

/** What tells an account from others. */
export function keyOf({ mention: { name, platform } }: NamedMention): string {
  return `${bareText(name)}\u0000${bareText(withoutAccount(platform))}`;
}

/** “甲发布”等12个账号: how many of them the circular does not name. */
export function shortNotes(named: readonly NamedMention[]): string[] {
  const short = new Map(
    named.flatMap(({ sentence, told, place }) =>
      told === undefined || told.count <= told.names
        ? []
        : [
            [
              sentence,
              `正文第${place.row}行说有 ${told.count} 个，只点到 ${told.names} 个名字，其余没有提出：“${sentence}”`,
            ] as const,
          ],
    ),
  );
  return [...short.values()];
}

export function unreadNote({ sentence, place }: UnreadSentence): string {
  return `正文第${place.row}行说到问题，没有认出是哪个网站或账号，没有提出：“${sentence}”`;
}

/** What was named and is not proposed, in one line for each reason. */
export function leftNotes(left: readonly NamedMention[], proposed: ReadonlySet<string>): string[] {
  const reasons = [
    ['mended', '写明已经整改，没有提出'],
    ['cancelled', '写明本项取消，没有提出'],
    ['nothing', '没有说有问题，没有提出'],
  ] as const;
  return reasons.flatMap(([reason, words]) => {
    const names = new Map(
      left
        .filter((one) => one.why === reason && !proposed.has(keyOf(one)))
        .map((one): [string, string] => [keyOf(one), listedName(one.mention)]),
    );
    const all = [...names.values()].join('、');
    return names.size === 0 ? [] : [`正文里另点到 ${names.size} 个网站或账号，${words}：${all}`];
  });
}

/** What the text says of those whom the tables name, where no cell says the same. */
export function tabledNotes(inTable: readonly NamedMention[], cells: readonly string[]): string[] {
  const isSaid = (words: string): boolean =>
    cells.some((cell) => cell.includes(words) || (cell.length >= 4 && words.includes(cell)));
  return inTable.flatMap(({ mention, findings, place }) =>
    findings
      .filter((finding) => !isGeneral(finding) && !isSaid(bareText(finding)))
      .map(
        (finding) =>
          `正文第${place.row}行说“${listedName(mention)}”${finding}；附表里有它，按附表录入，正文这一条没有提出`,
      ),
  );
}

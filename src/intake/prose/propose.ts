/** 提出: the rows that a circular in prose proposes, what it asks, and what it names without proposing it. */
import { platformOf } from '../../domain/issue/standing.ts';
import type { Inquiry } from '../inquiry/question.ts';
import type { ListRow } from '../list/entry.ts';
import type { Known } from '../record/known.ts';
import type { Line, PaperPlace } from '../../paper/sheet.ts';
import { bareText } from '../words/wording.ts';
import { namedInCircular } from './circular.ts';
import { WEBSITE_WORD } from './mention/item.ts';
import type { Mention } from './mention/mentions.ts';
import { OFFICE_WORD } from './mention/offices.ts';
import type { NamedMention, UnreadSentence } from './mention/named.ts';
import { withoutAccount } from './mention/platform-words.ts';
import { tableLinesIn } from './table-lines.ts';
import { takeLimits, withOwn } from './limit.ts';
import { isGeneral } from './tone.ts';

export interface Proposals {
  rows: ListRow[];
  /** What was named and not proposed, counted and listed, for people. */
  notes: string[];
}

/**
 * The rows that the lines propose, numbered as they come. What is unclear is asked; what is answered is a row. `cells`:
 * what stands in the tables beside the text; an account that they name is theirs.
 */
export function proposedIn(
  lines: readonly Line[],
  known: Known,
  inquiry: Inquiry,
  cells: readonly string[] = [],
): Proposals {
  const tables = tableLinesIn(lines, known);
  const { named: inProse, unread } = namedInCircular(tables.rest, known);
  const held = cells.map(bareText);
  const isHeld = (words: string): boolean => held.some((cell) => cell.includes(bareText(words)));
  const [inTable = [], named = []] = [true, false].map((is) =>
    [...inProse, ...tables.named].filter(({ mention }) => isHeld(mention.name) === is),
  );
  const rows: ListRow[] = [];
  const taken = new Set<string>();
  const specific = new Set(
    named.filter(({ findings }) => findings.some((one) => !isGeneral(one))).map(keyOf),
  );
  const units = new Map(
    named.flatMap((one) =>
      one.mention.unit === undefined ? [] : [[keyOf(one), one.mention.unit]],
    ),
  );
  const left: NamedMention[] = [];
  for (const one of named) {
    const asked = one.why === 'unclear' ? settled(one, inquiry) : undefined;
    if (asked === 'asked') continue;
    const findings =
      asked === undefined ? one.findings : [asked].filter((answer) => answer !== '不录入');
    for (const finding of findings) {
      // 不合格 says nothing of an account whose problem stands elsewhere.
      if (isGeneral(finding) && specific.has(keyOf(one))) continue;
      const key = `${keyOf(one)}\u0000${bareText(finding)}`;
      if (taken.has(key)) continue;
      taken.add(key);
      const row = rowOf(
        one,
        finding,
        { number: rows.length + 1, unit: units.get(keyOf(one)), isSettled: asked !== undefined },
        known,
      );
      rows.push(withOwn(row, one));
    }
    if (findings.length === 0 && asked === undefined && one.mention.platform !== OFFICE_WORD)
      left.push(one);
  }
  takeLimits(rows, lines);
  const isTold = ({ file, row }: PaperPlace): boolean =>
    tables.unread.some(({ place }) => place.file === file && place.row === row);
  const proposed = new Set(named.filter(({ findings }) => findings.length > 0).map(keyOf));
  return {
    rows,
    notes: [
      ...shortNotes(named),
      ...[...tables.unread, ...unread.filter(({ place }) => !isTold(place))].map(unreadNote),
      ...leftNotes(left, proposed),
      ...heldNotes(inTable, held),
    ],
  };
}

function keyOf({ mention: { name, platform } }: NamedMention): string {
  return `${bareText(name)}\u0000${bareText(withoutAccount(platform))}`;
}

/** The finding that somebody gave, 不录入, or `asked` while nobody has. */
function settled({ mention, sentence, guesses, place }: NamedMention, inquiry: Inquiry): string {
  const listed = listedName(mention);
  const answer = inquiry.ask(
    {
      ask: 'confirm',
      text: `${listed} ${sentence}`,
      message: `通报里点到“${listed}”，看不准说的是什么问题：“${sentence}”；是问题的写出存在问题，不是的答“不录入”`,
      candidates: [
        ...[...new Set(guesses)].map((guess) => ({ answer: guess, label: guess })),
        { answer: '不录入', label: '不是问题，或已另有记录' },
      ],
    },
    place,
    ([words = '']) => (words.trim() === '' ? undefined : words.trim()),
  );
  return answer ?? 'asked';
}

/** 微信公众号：名称; the name alone where nothing says the platform or the name says it itself. */
export function listedName({ name, platform }: Pick<Mention, 'name' | 'platform'>): string {
  if (platform === '' || platform === OFFICE_WORD) return name;
  if (platform !== WEBSITE_WORD) return `${withoutAccount(platform)}：${name}`;
  return /网站$/u.test(name) ? name : `政府网站：${name}`;
}

function rowOf(
  { mention, place, sentence, site }: NamedMention,
  finding: string,
  { number, unit, isSettled }: { number: number; unit: string | undefined; isSettled: boolean },
  known: Known,
): ListRow {
  const own = { place, table: 0, number, numberText: '', raw: { 原句: sentence } };
  if (mention.platform === OFFICE_WORD && site !== undefined)
    return {
      ...own,
      cells: {
        listed: { text: listedName({ name: site, platform: WEBSITE_WORD }), place },
        host: { text: mention.name, place },
        finding: { text: finding, place },
      },
      isProposed: true,
      ...(isSettled && { isSettled }),
      notes: [`由通报文字提出，是${site}里由${mention.name}负责的栏目；录入与否要确认`],
    };
  if (mention.platform === OFFICE_WORD)
    return {
      ...own,
      cells: { host: { text: mention.name, place }, finding: { text: finding, place } },
      isOfUnit: true,
      isProposed: true,
      ...(isSettled && { isSettled }),
      notes: ['由通报文字提出，是单位自己的问题；录入与否要确认'],
    };
  const { name, listed } = registered(mention, known) ?? {
    name: mention.name,
    listed: listedName(mention),
  };
  const owners = known.accounts.filter(({ account }) => account.name === name);
  const [owner] = owners;
  const host =
    unit ?? (owner && owners.length === 1 ? known.unitName(owner.account.unit) : undefined) ?? '';
  return {
    ...own,
    cells: {
      listed: { text: listed, place },
      host: { text: host, place },
      finding: { text: finding, place },
    },
    isProposed: true,
    ...(isSettled && { isSettled }),
    notes: ['由通报文字提出，录入与否要确认'],
  };
}

/** 示例区民政局微信公众号: a unit with its platform, where the register has exactly one such account. */
function registered(
  { name, platform }: NamedMention['mention'],
  known: Known,
): { name: string; listed: string } | undefined {
  const unit = known.units.find(name);
  const id = known.platforms.find(withoutAccount(platform));
  if (unit === undefined || id === undefined) return undefined;
  if (known.accounts.some(({ account }) => account.name === name)) return undefined;
  const own = known.accounts.filter(
    ({ account }) => account.unit === unit && platformOf(account) === id,
  );
  const [only] = own;
  if (only === undefined || own.length !== 1) return undefined;
  return { name: only.account.name, listed: listedName({ name: only.account.name, platform }) };
}

/** “甲发布”等12个账号: how many of them the circular does not name. */
function shortNotes(named: readonly NamedMention[]): string[] {
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

function unreadNote({ sentence, place }: UnreadSentence): string {
  return `正文第${place.row}行说到问题，没有认出是哪个网站或账号，没有提出：“${sentence}”`;
}

/** What was named and is not proposed, in one line for each reason. */
function leftNotes(left: readonly NamedMention[], proposed: ReadonlySet<string>): string[] {
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
function heldNotes(inTable: readonly NamedMention[], cells: readonly string[]): string[] {
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

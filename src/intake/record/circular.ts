/**
 * 通报文字: issues proposed from a circular in prose, where a sentence names an account — in quotation marks beside a
 * platform, or a unit with its platform — and a problem. Each is put to a person, none is taken for certain.
 */
import { platformOf } from '../../domain/issue/standing.ts';
import type { Known } from './known.ts';
import type { ListRow } from '../list/row.ts';
import type { Line, Place } from '../../paper/sheet.ts';
import { mend } from '../words/wording.ts';

/** An account as a sentence names it. */
interface Mention {
  at: number;
  end: number;
  platform: string;
  name: string;
  unit: string | undefined;
}

/** Characters between a platform and the name beside it, and between a unit and its account. */
const BESIDE = 2;
const NEAR = 24;

/** The rows that the lines propose, numbered as they come. */
export function proposedIn(lines: readonly Line[], known: Known): ListRow[] {
  const rows: ListRow[] = [];
  let heading = '';
  for (const { text, place } of lines) {
    const line = mend(text);
    for (const sentence of line.split(/(?<=[。；;！!？?])/u)) {
      const words = sentence.replace(/[。；;！!？?]$/u, '').trim();
      const mentions = mentionsIn(words, known);
      const own = known.phrases.read(words).problems;
      if (mentions.length === 0) {
        if (own.length > 0) heading = headingOf(words);
        continue;
      }
      const finding = findingOf(words, mentions, own.length > 0, heading);
      if (finding === '') continue;
      for (const mention of mentions)
        rows.push(rowOf(mention, finding, words, rows.length + 1, place, known));
    }
  }
  return rows;
}

/** 一是内容更新不及时 → 内容更新不及时. */
function headingOf(words: string): string {
  return words
    .replace(/^(?:[一二三四五六七八九十]+是|[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]?)/u, '')
    .trim();
}

/** What the sentence says behind the last account; else what the heading above says. */
function findingOf(
  words: string,
  mentions: readonly Mention[],
  hasOwn: boolean,
  heading: string,
): string {
  const behind = words
    .slice(mentions.at(-1)?.end ?? 0)
    // （榆阳区卫生健康局主办） behind an account says whose it is, not what is wrong.
    .replace(/^[（(][^（）()]*[)）]/u, '')
    .replace(/^(?:[等，,、：:]|\d+[家个](?:账号|单位)?|的|均|都|存在|账号)+/u, '')
    .trim();
  if (hasOwn) return behind === '' ? words : behind;
  return heading;
}

function mentionsIn(words: string, known: Known): Mention[] {
  const quoted = [...words.matchAll(/[“"](?<name>[^“”"]{2,30})[”"]/gu)].flatMap(
    (match): Mention[] => {
      const name = match.groups?.['name'] ?? '';
      const at = match.index;
      const end = at + match[0].length;
      const platform = platformBeside(words, at, end, known);
      return platform === undefined
        ? []
        : [
            {
              at: Math.min(at, platform.at),
              end: Math.max(end, platform.end),
              platform: platform.id,
              name,
              unit: unitBefore(words, at, known),
            },
          ];
    },
  );
  return quoted.length > 0 ? quoted : unquotedIn(words, known);
}

/** 示例区民政局微信公众号: a unit with its platform, where the register has exactly one such account. */
function unquotedIn(words: string, known: Known): Mention[] {
  const found: Mention[] = [];
  for (const [id, { name, aliases }] of known.ledger.units) {
    for (const one of [name, ...aliases].toSorted((a, b) => b.length - a.length)) {
      const at = words.indexOf(one);
      if (at < 0) continue;
      const platform = platformBeside(words, at, at + one.length, known);
      const own = known.accounts.filter(
        ({ account }) => account.unit === id && platformOf(account) === platform?.id,
      );
      const [only] = own;
      if (platform && platform.at >= at + one.length && own.length === 1 && only)
        found.push({
          at,
          end: platform.end,
          platform: platform.id,
          name: only.account.name,
          unit: name,
        });
      break;
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** The platform whose name stands right behind or right before a stretch of words. */
function platformBeside(
  words: string,
  at: number,
  end: number,
  known: Known,
): { id: string; at: number; end: number } | undefined {
  for (const name of known.platforms.names) {
    const id = known.platforms.find(name);
    if (id === undefined) continue;
    const behind = words
      .slice(end, end + name.length + BESIDE)
      .toLowerCase()
      .indexOf(name);
    if (behind >= 0) return { id, at: end + behind, end: end + behind + name.length };
    const from = Math.max(0, at - name.length - BESIDE);
    const before = words.slice(from, at).toLowerCase().indexOf(name);
    if (before >= 0) return { id, at: from + before, end };
  }
  return undefined;
}

/** The unit named last before a place, by name or alias, the longest first. */
function unitBefore(words: string, at: number, known: Known): string | undefined {
  const before = words.slice(Math.max(0, at - NEAR), at);
  let best: { name: string; end: number; length: number } | undefined;
  for (const { name, aliases } of known.ledger.units.values()) {
    for (const one of [name, ...aliases]) {
      const found = before.lastIndexOf(one);
      if (found < 0) continue;
      const end = found + one.length;
      if (!best || end > best.end || (end === best.end && one.length > best.length))
        best = { name: one, end, length: one.length };
    }
  }
  return best?.name;
}

function rowOf(
  mention: Mention,
  finding: string,
  sentence: string,
  number: number,
  place: Place,
  known: Known,
): ListRow {
  const listed = `${known.platforms.title(mention.platform)}：${mention.name}`;
  const owner = known.accounts.find(
    ({ account }) => account.name === mention.name && platformOf(account) === mention.platform,
  );
  const host = mention.unit ?? (owner && known.unitName(owner.account.unit)) ?? '';
  return {
    place,
    table: 0,
    number,
    numberText: '',
    cells: {
      listed: { text: listed, place },
      host: { text: host, place },
      finding: { text: finding, place },
    },
    raw: { 原句: sentence },
    isProposed: true,
    notes: ['由通报文字提出，录入与否要确认'],
  };
}

/**
 * 逐条列出的账号: lines that are the cells of a row with commas between them — 1.甲统计，微信公众号，市统计局，超过2周未更新.
 * A piece that is a platform and nothing else tells such a line from a sentence.
 */
import type { Line } from '../../paper/sheet.ts';
import type { Known } from '../record/known.ts';
import { isOrganisation } from '../words/unit-names.ts';
import { tidy } from '../words/wording.ts';
import type { NamedMention } from './mention/named.ts';
import type { PlatformWords } from './mention/platform-words.ts';
import { plainOf } from './passage.ts';
import { toneOf } from './tone.ts';

const NUMBER = /^(?:\d{1,3}[.．、)）]|[（(]\d{1,3}[)）]|[①-⑳]|[-—·●■]+)\s*/u;
const NAME = /^(?:“[^“”]{2,30}”|[^“”《》（）\d][^“”《》]{1,29})$/u;

/** The account of such a line; undefined where it is none. */
export function accountLine(
  line: Line,
  known: Known,
  words: PlatformWords,
): NamedMention | undefined {
  const text = tidy(line.text).replace(NUMBER, '');
  const cells = plainOf(text)
    .replace(/[。；]$/u, '')
    .split(/[，；|｜]/u)
    .map((cell) => cell.trim());
  const at = cells.findIndex(
    (cell) => words.isPlatform(cell) || /^(?:政府|门户)*网站$/u.test(cell),
  );
  const platform = cells[at];
  if (platform === undefined || at > 2 || cells.length < 3 || cells.includes('')) return undefined;
  // 微信公众号，甲统计，… names the platform first.
  const head = cells.slice(0, at === 0 ? 2 : at).filter((cell) => cell !== platform);
  const rest = cells.slice(Math.max(at + 1, 2));
  const isUnit = (cell: string): boolean => isOrganisation(cell) && !/[未不无存有]/u.test(cell);
  const name = head.length === 1 ? head[0] : head.find((cell) => !isUnit(cell));
  const unit =
    head.find((cell) => cell !== name && isUnit(cell)) ??
    rest.slice(0, -1).find((cell) => isUnit(cell));
  const said = rest.filter((cell) => cell !== unit).join('，');
  if (name === undefined || !NAME.test(name) || said === '') return undefined;
  if (head.length > 1 && unit === undefined) return undefined;
  const tone = toneOf(said, known);
  return {
    mention: { at: 0, end: 0, name: name.replace(/[“”]/gu, ''), platform, unit, isUnsure: false },
    place: line.place,
    sentence: text,
    findings: tone === 'problem' ? [said] : [],
    guesses: [],
    ...(tone !== 'problem' && {
      why: tone === 'mended' ? ('mended' as const) : ('nothing' as const),
    }),
  };
}

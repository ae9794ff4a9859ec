/** 序号: headings and items that skip a number, repeat one or do not begin with the first. */
import { numeralValue } from '../../text/numeral.ts';
import { type Contradiction, quoteAround, shortened } from '../contradiction.ts';
import { type Marker, markerOf, markerWords, mayBeMarker } from '../marker.ts';
import { type ReadDocument, type PlacedText, paragraphsOf } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

/** What was counted last at a level of headings. */
interface Count {
  value: number;
  /** How many have been counted since the level began. */
  length: number;
  /** True when Word has numbered paragraphs since: they may hold what seems to be missing. */
  hidden: boolean;
}

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  return [...headings(paragraphs), ...inline(paragraphs), ...paragraphs.flatMap(bracketed)];
}

function headings(paragraphs: readonly (PlacedText & { numbered: boolean })[]): Contradiction[] {
  const findings: Contradiction[] = [];
  let counts = new Map<number, Count>();
  /** Where the lists of a level ended that a heading above them closed. */
  const ended = new Map<number, number>();
  let hidden = false;
  for (const [index, passage] of paragraphs.entries()) {
    if (passage.numbered || mayBeMarker(passage.read)) {
      hidden = true;
      for (const count of counts.values()) count.hidden = true;
      continue;
    }
    if (/^附件 ?\d*：?$/u.test(passage.read.trim())) counts = new Map();
    const marker = markerOf(passage.read);
    if (marker === undefined) continue;
    const last = counts.get(marker.level);
    if (standsInside(paragraphs.slice(Math.max(0, index - 3), index), marker)) {
      // The one before it is written on in a paragraph that begins otherwise: 总体情况：1.……
    } else if (
      last === undefined &&
      marker.script === 'arabic' &&
      marker.value === (ended.get(marker.level) ?? -1) + 1
    ) {
      // 5. under 二、 behind 4. under 一、: the numbers run on through the sections.
    } else if (last === undefined) {
      // A text that begins with 二、, or with a paragraph before it and no title, is a piece of one.
      const isHighest = [...counts.keys()].every((level) => level > marker.level);
      const lead = paragraphs[0]?.read ?? '';
      // What begins with （一） was cut out of a section, behind which 二、 may follow.
      const isSection = (markerOf(lead)?.level ?? -1) > marker.level;
      const cutOut =
        index === 0 ||
        isExcerpt(paragraphs) ||
        (isHighest && (isSection || (index <= 2 && !isTitle(lead))));
      if (marker.value !== 1 && !hidden && !cutOut)
        findings.push(finding(passage, marker, 1, '没有从头编起'));
    } else if (!mayFollow(marker, last)) {
      const wrong = marker.value > last.value ? '跳号' : '重号或倒号';
      findings.push(finding(passage, marker, last.value + 1, wrong));
    }
    // Articles run on through the chapters of a rule; everything else begins anew below its heading.
    for (const level of counts.keys()) {
      if (level <= marker.level || marker.chapter) continue;
      ended.set(level, counts.get(level)?.value ?? 0);
      counts.delete(level);
    }
    const length = marker.value === 1 ? 1 : (last?.length ?? 0) + 1;
    counts.set(marker.level, { value: marker.value, length, hidden: false });
  }
  return findings;
}

/** 关于检查情况的通报（节选）. */
function isExcerpt(paragraphs: readonly PlacedText[]): boolean {
  return paragraphs.slice(0, 3).some(({ read }) => /（(?:节选|摘录|摘要|摘编)）/u.test(read));
}

/** A title ends without a full stop and says what the document is. */
function isTitle(read: string): boolean {
  return read.trim().length <= 60 && !/[，。；：！？]/u.test(read);
}

function mayFollow({ value }: Marker, last: Count): boolean {
  if (value === last.value + 1 || (last.hidden && value !== last.value)) return true;
  return value === 1 && last.length >= 2;
}

/** Whether the number before `marker` stands inside one of the paragraphs, not at its beginning. */
function standsInside(paragraphs: readonly PlacedText[], marker: Marker): boolean {
  const words = markerWords(marker, marker.value - 1);
  return (
    marker.value > 1 &&
    paragraphs.some(({ read }) =>
      ['：', '。', '；', ' '].some((edge) => read.includes(edge + words)),
    )
  );
}

function finding(
  passage: PlacedText,
  marker: Marker,
  expected: number,
  wrong: string,
): Contradiction {
  return {
    rule: numberingRule.id,
    place: passage.place,
    quote: shortened(passage.text.trim()),
    message: `序号“${markerWords(marker, marker.value)}”${wrong}`,
    expected: `应为“${markerWords(marker, expected)}”，或补上缺的一项`,
  };
}

const ENUMERATED = /(?<=^|[。；：，、 ])([一二三四五六七八九十]{1,2})(是|要)/gu;

/** 一是……二是……三是 within a section, which may run over several paragraphs. */
function inline(paragraphs: readonly PlacedText[]): Contradiction[] {
  const findings: Contradiction[] = [];
  let last = new Map<string, number>();
  for (const passage of paragraphs) {
    if (markerOf(passage.read) !== undefined) last = new Map();
    for (const match of passage.read.matchAll(ENUMERATED)) {
      const value = numeralValue(match[1] ?? '');
      const word = match[2] ?? '';
      if (value === undefined) continue;
      const before = last.get(word) ?? 0;
      last.set(word, value);
      if (value === before + 1 || value === 1) continue;
      // 三是 at the head of a text: a piece of one.
      if (passage === paragraphs[0] && before === 0 && match.index === 0) continue;
      findings.push({
        rule: numberingRule.id,
        place: passage.place,
        quote: quoteAround(passage.text, match.index, match.index + match[0].length),
        message: `“${match[0]}”${value > before ? '跳号' : '重号或倒号'}`,
        expected: `应为第${String(before + 1)}项，或补上缺的一项`,
      });
    }
  }
  return findings;
}

const BRACKETED = /(?<=^|[：；。])（(?:([一二三四五六七八九十]{1,2})|(\d{1,2}))）/gu;

/** （一）……；（二）……；（三） one behind the other in a paragraph that begins to count at the first; （1） begins anew below each. */
function bracketed(passage: PlacedText): Contradiction[] {
  const findings: Contradiction[] = [];
  let [chinese, arabic]: (number | undefined)[] = [];
  for (const match of passage.read.matchAll(BRACKETED)) {
    const [words, numeral, figure] = match;
    const before = numeral === undefined ? arabic : chinese;
    const value = numeral === undefined ? Number(figure) : (numeralValue(numeral) ?? 1);
    if (before === undefined && value !== 1) continue;
    if (numeral === undefined) arabic = value;
    else [chinese, arabic] = [value, undefined];
    if (before === undefined || value === before + 1 || value === 1) continue;
    findings.push({
      rule: numberingRule.id,
      place: passage.place,
      quote: quoteAround(passage.text, match.index, match.index + words.length),
      message: `序号“${words}”${value > before ? '跳号' : '重号或倒号'}`,
      expected: `应为第${String(before + 1)}项，或补上缺的一项`,
    });
  }
  return findings;
}

export const numberingRule: ProofRule = { id: 'numbering', name: '标题和条目的序号', check };

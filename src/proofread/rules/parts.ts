/** 总数与分项: 共23个，其中甲11个、乙12个; 23个（甲11个、乙12个）; 甲11个、乙12个，共23个. */
import {
  added,
  areParts,
  canMake,
  differentCuts,
  flat,
  isComplement,
  isNearMiss,
  NO_PART,
  OVERLAP,
  partsIn,
  reached,
} from '../division.ts';
import { type Finding, quoteAround } from '../finding.ts';
import { type Paper, type Passage, passagesOf } from '../paper.ts';
import { type Quantity, quantitiesIn } from '../quantity.ts';
import type { Rule } from '../rule.ts';
import { type Sentence, sentencesOf } from '../sentence.ts';

interface Wrong {
  readonly total: Quantity;
  readonly parts: readonly Quantity[];
}

function check(paper: Paper): Finding[] {
  return passagesOf(paper).flatMap((passage) => {
    const sentences = sentencesOf(passage.read);
    return sentences.flatMap((sentence, index) => {
      const all = quantitiesIn(sentence.text);
      const wrong = all.flatMap((total, place) => {
        const after = all.slice(place + 1);
        const led = within(sentence.text, total, after) ?? loose(sentence.text, total, after);
        const others = all.slice(0, place).filter(({ unit }) => unit === total.unit);
        return [
          ...bracketed(sentence.text, total, after),
          ...led.filter(({ parts }) => !others.some((other) => reached(other, parts))),
          ...summedUp(sentence.text, total, all.slice(0, place)),
        ];
      });
      const before = sentences[index - 1];
      return [
        ...wrong.map((one) => finding(passage, sentence.at, one)),
        ...(before === undefined ? [] : continued(passage, before, sentence, all)),
      ];
    });
  });
}

function finding(passage: Passage, at: number, { total, parts }: Wrong): Finding {
  const places = [total, ...parts];
  const from = at + Math.min(...places.map((one) => one.at));
  const to = at + Math.max(...places.map((one) => one.end));
  const sum = String(added(parts));
  const terms = parts.map(({ value }) => String(value)).join('+');
  return {
    rule: rule.id,
    place: passage.place,
    quote: quoteAround(passage.text, from, to),
    message: `分项之和与总数不一致：${terms}=${sum}，总数写的是${String(total.value)}`,
    expected: `总数为${sum}，或改正分项`,
  };
}

/** 23个（甲11个、乙12个）: brackets right behind a total hold all of its parts. */
function bracketed(text: string, total: Quantity, after: readonly Quantity[]): Wrong[] {
  const match = /^[^，。；：（）]{0,14}（([^（）]*)）/u.exec(text.slice(total.end));
  if (!match) return [];
  const inner = match[1] ?? '';
  const end = total.end + match[0].length;
  const parts = after.filter(({ at }) => at < end);
  if (/等$|其中|含|包括|占/u.test(inner) || OVERLAP.test(inner) || NO_PART.test(inner)) return [];
  if (!areParts(total, parts) || !/[、，]/u.test(inner)) return [];
  return added(parts) === total.value ? [] : [{ total, parts }];
}

/** 其中, 分别为, or a colon behind a total; undefined where the total leads no parts. */
function within(text: string, total: Quantity, after: readonly Quantity[]): Wrong[] | undefined {
  const behind = text.slice(total.end);
  const lead =
    /^[^，。；：（）\d]{0,14}(?:（[^（）]*）)?[，；：（]?(其中|分别(?:为|是)|包括)[：，]?/u.exec(
      behind,
    );
  const colon = /^[^，。；：（）\d]{0,14}：/u.exec(behind);
  const opening = lead ?? colon;
  if (!opening) return undefined;
  const from = total.end + opening[0].length;
  const stop = /（|其中|[。）]/u.exec(flat(text.slice(from)))?.index ?? text.length;
  const rest = flat(text.slice(from, from + stop));
  const inside = after.filter(({ at }) => at >= from && at < from + stop);
  const { parts, whole } = partsIn(rest, inside, from, total.unit);
  // 减少4个 is a balance: what it is made of may well be more.
  if (!areParts(total, parts) || /减少|增加|下降|上升|净/u.test(total.label)) return [];
  if (reached(total, parts) || OVERLAP.test(text)) return [];
  if (added(parts) > total.value) return differentCuts(parts) ? [] : [{ total, parts }];
  const all = lead?.[1]?.startsWith('分别') === true || isComplement(parts);
  const listed = lead === null && whole && !/等|主要|另/u.test(rest);
  return all || listed || isNearMiss(total, parts, rest) ? [{ total, parts }] : [];
}

/** 全区现有84个，拟保留60个、整合15个、注销10个: no word says that these are parts, but they miss the total by little. */
function loose(text: string, total: Quantity, after: readonly Quantity[]): Wrong[] {
  if (!/共|现有|累计|总|检查|抽查|复查|通报问题|交办/u.test(total.label)) return [];
  const rest = flat(text.slice(total.end));
  if (!/^[^，。；：\d]{0,14}，/u.test(rest) || /发现|印发|开展|召开|发布|收到|其中/u.test(rest))
    return [];
  const { parts } = partsIn(rest, after, total.end, total.unit);
  if (!areParts(total, parts) || reached(total, parts) || OVERLAP.test(text)) return [];
  const gap = Math.abs(added(parts) - total.value);
  const near = gap <= Math.max(2, total.value * 0.05) && total.value >= 10;
  const pair = parts.slice(0, 2);
  if (isComplement(pair) && added(pair) !== total.value) return [{ total, parts: pair }];
  return near && !differentCuts(parts) && !/等|主要|另/u.test(rest) ? [{ total, parts }] : [];
}

/** A sentence that begins with 其中 or 按平台分 divides what the sentence before it counted. */
function continued(
  passage: Passage,
  before: Sentence,
  { text, at }: Sentence,
  all: readonly Quantity[],
): Finding[] {
  const lead = /^ ?(?:其中|按[^，。；\d]{1,8}分|从[^，。；\d]{1,8}看)[，：]/u.exec(text);
  const unit = all[0]?.unit;
  if (!lead || unit === undefined) return [];
  const rest = flat(text.slice(lead[0].length));
  const { parts } = partsIn(rest, all, lead[0].length, unit);
  const totals = quantitiesIn(before.text).filter((one) => one.unit === unit);
  const [total] = totals;
  if (!total || !areParts(total, parts) || OVERLAP.test(text)) return [];
  if (totals.some((one) => reached(one, parts))) return [];
  if (!isNearMiss(total, parts, rest) || added(parts) > total.value * 1.2) return [];
  const end = at + Math.max(...parts.map((one) => one.end));
  const whole = finding(passage, at, { total: { ...total, at: parts[0]?.at ?? 0, end: 0 }, parts });
  return [{ ...whole, quote: quoteAround(passage.text, at, end) }];
}

/** 甲11个、乙12个，共23个: some of the quantities before make the total, or none of them do. */
function summedUp(text: string, total: Quantity, before: readonly Quantity[]): Wrong[] {
  if (!/^(?:共|共计|合计|总计|总共|一共|计)$/u.test(total.label)) return [];
  const from = Math.max(...['；', '：', '。'].map((mark) => text.lastIndexOf(mark, total.at))) + 1;
  const clause = text.slice(from, total.at);
  const parts = before.filter(({ at }) => at >= from);
  if (!areParts(total, parts) || NO_PART.test(clause) || OVERLAP.test(clause)) return [];
  // Two clauses with a comma may speak of different things: only a near miss is one.
  const gap = Math.abs(added(parts) - total.value);
  if (!clause.includes('、') && parts.length < 3 && gap > Math.max(2, total.value / 10)) return [];
  if (canMake(total.value, parts)) return [];
  const nouns = new Set(parts.map(({ noun }) => noun).filter((noun) => noun !== ''));
  if (total.noun !== '' && nouns.size > 0 && !nouns.has(total.noun)) return [];
  return [{ total, parts }];
}

const rule: Rule = { id: 'parts', name: '总数与分项之和', check };
export { rule as parts };

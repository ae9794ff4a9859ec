/** 个数与列举: 以下三个方面：一是…二是…, 前五位的是：…；…, and items that follow as paragraphs. */
import { numeralValue, numeralWords } from '../../text/numeral.ts';
import { markerOf } from '../marker.ts';
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { type ReadDocument, type PlacedText, paragraphsOf } from '../document/paper.ts';
import { type Quantity, quantitiesIn } from '../number/quantity.ts';
import { EXACTLY } from '../roll.ts';
import { withoutBrackets } from '../scope.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  return paragraphs.flatMap((passage, index) => [
    ...pieces(passage),
    ...numbered(passage),
    ...enumerated(passage, paragraphs.slice(index + 1, index + 7)),
    ...headed(passage, paragraphs.slice(index + 1)),
  ]);
}

function listOff(
  passage: PlacedText,
  quantity: Quantity,
  end: number,
  count: number,
): Contradiction {
  const words = passage.text.slice(quantity.at, quantity.end);
  return {
    rule: listsRule.id,
    place: passage.place,
    quote: quoteAround(passage.text, quantity.at, end),
    message: `写的是“${words}”，列出的是${String(count)}个`,
    expected: `应为${quantity.chinese ? numeralWords(count) : String(count)}${quantity.unit}，或补全列举`,
  };
}

/** 三个方面的问题：一是…二是…, in the paragraph or in those that follow. */
function enumerated(passage: PlacedText, next: readonly PlacedText[]): Contradiction[] {
  return sentencesOf(passage.read).flatMap(({ text, at }) => {
    const first = /[：，。]一(?:是|要)|^一(?:是|要)/u.exec(text);
    if (!first || first.index === 0) return [];
    const before = quantitiesIn(text.slice(0, first.index + 1), true).findLast(({ noun, unit }) =>
      /方面|问题|措施|工作|环节|点|原因|要求|重点|项|不足|意见|建议|类|种|案例|情形|做法/u.test(
        noun + unit,
      ),
    );
    const lead = before && text.slice(before.end, first.index);
    if (!before || lead === undefined || lead.length > 14 || /[，。；]/u.test(lead)) return [];
    if (/以上|多|余|几/u.test(before.label + lead)) return [];
    // The enumeration ends where a heading begins; a paragraph that goes on with 二是 belongs to it.
    const end = next.findIndex(({ read }) => markerOf(read) !== undefined);
    const rest = [
      passage.read.slice(at),
      ...next.slice(0, end < 0 ? undefined : end).map(({ read }) => read),
    ];
    const whole = rest.join('');
    const again = [...whole.matchAll(/(?<=^|[。；：，])一(?:是|要)/gu)];
    const until = again.length > 1 ? (again[1]?.index ?? whole.length) : whole.length;
    const marks = [
      ...whole.slice(0, until).matchAll(/(?<=^|[。；：，])[一二三四五六七八九十]{1,2}(?:是|要)/gu),
    ];
    if (marks.length < 2 || marks.length === before.value) return [];
    const quantity = { ...before, at: before.at + at, end: before.end + at };
    return [listOff(passage, quantity, quantity.end + lead.length, marks.length)];
  });
}

const NUMBERED = new RegExp(
  `${EXACTLY}(?<number>\\d{1,2}|[二两三四五六七八九十]{1,2}) ?(?<unit>[个项条点处起类])(?:方面)?的?(?:主要|突出|具体)?(?:问题|隐患|意见|建议|措施|要求|任务|工作|情况)?(?:如下)?：(?<items>(?:1[.、]|（1）|①|（一）).+)$`,
  'u',
);
const SHAPES: readonly RegExp[] = [
  /(?<=^|[；。，])(\d{1,2})[.、](?!\d)/gu,
  /(?<=^|[；。，])（(\d{1,2})）/gu,
  /(?<=^|[；。，])([①-⑳])/gu,
  /(?<=^|[；。，])（([一二三四五六七八九十]{1,2})）/gu,
];

/** 发现3个问题：1.…；2.…；3.…；4.…, numbered one behind the other in one paragraph. */
function numbered(passage: PlacedText): Contradiction[] {
  const match = NUMBERED.exec(passage.read);
  const { number = '', unit = '', items = '' } = match?.groups ?? {};
  const value = /\d/u.test(number) ? Number(number) : numeralValue(number);
  if (match === null || value === undefined) return [];
  const marks = SHAPES.map((shape) =>
    [...items.matchAll(shape)].map(([, mark = '']) => valueOf(mark)),
  );
  const own = marks.find(([first]) => first === 1) ?? [];
  const isInOrder = own.every((one, index) => one === index + 1);
  if (!isInOrder || own.length < 2 || own.length === value) return [];
  // 发现5处问题：①首页；②栏目，其中①有2处: the points count on their own.
  const counts = quantitiesIn(items, true);
  const isCounted = counts.some((one) => one.unit === unit);
  const sum = counts.reduce((all, one) => all + one.value, 0);
  if (own.length < value && (isCounted || sum === value)) return [];
  const at = match.index;
  const end = at + number.length + unit.length;
  const quantity = { value, unit, at, end, label: '', noun: '', chinese: !/\d/u.test(number) };
  return [listOff(passage, quantity, at + match[0].length - items.length, own.length)];
}

function valueOf(mark: string): number | undefined {
  if (/\d/u.test(mark)) return Number(mark);
  return /[①-⑳]/u.test(mark) ? mark.charCodeAt(0) - '①'.charCodeAt(0) + 1 : numeralValue(mark);
}

const PIECES = new RegExp(
  `${EXACTLY}([一二两三四五六七八九十\\d]{1,3}) ?(位|类|种|项|大类|部分|个类型|个类别|个方面)[^，。；：\\d]{0,10}：(?<items>[^。：]+)`,
  'u',
);

/** 居于前五位的是：甲10件；乙9件；…, each piece with its number. */
function pieces(passage: PlacedText): Contradiction[] {
  return sentencesOf(passage.read).flatMap(({ text, at }) => {
    // （每个问题只归入一类） counts nothing that is listed.
    const match = PIECES.exec(withoutBrackets(text));
    const items = match?.groups?.['items']?.split('；') ?? [];
    const number = match?.[1] ?? '';
    const value = /\d/u.test(number) ? Number(number) : numeralValue(number);
    if (!match || value === undefined || items.length < 2 || items.length === value) return [];
    if (
      Math.abs(items.length - value) > 3 ||
      items.some((item) => !/\d/u.test(item) || /等$|^一是/u.test(item))
    )
      return [];
    const start = at + match.index;
    const words = match[0].slice(0, number.length + (match[2] ?? '').length);
    const quantity = {
      value,
      unit: match[2] ?? '',
      at: start,
      end: start + words.length,
      label: '',
      noun: '',
      chinese: !/\d/u.test(number),
    };
    return [listOff(passage, quantity, start + match[0].length, items.length)];
  });
}

/** 做好以下五项工作： at the end of a paragraph, and numbered paragraphs behind it. */
function headed(
  passage: PlacedText,
  next: readonly (PlacedText & { numbered: boolean })[],
): Contradiction[] {
  if (!/[：]\s*$|(?:如下|(?:以下|下列)[^，。；：]{1,16})。\s*$/u.test(passage.read)) return [];
  const sentence = sentencesOf(passage.read).at(-1);
  // Only what the last clause counts is what follows: 对照十个重点内容自查，现汇报如下 counts nothing.
  const lastClause = sentence === undefined ? 0 : sentence.text.lastIndexOf('，') + 1;
  if (!sentence || !/以下|如下|下列/u.test(sentence.text.slice(lastClause))) return [];
  const quantities = quantitiesIn(sentence.text, true).filter(
    ({ at, noun, unit }) =>
      at >= lastClause && /^(?:[项条点个]|方面)$/u.test(unit) && !/单位|部门|账号/u.test(noun),
  );
  const [quantity] = quantities;
  const marker = next[0] && markerOf(next[0].read);
  if (quantities.length !== 1 || !quantity || marker?.value !== 1) return [];
  let count = 0;
  for (const { read, numbered } of next) {
    const here = numbered ? undefined : markerOf(read);
    if (numbered || /^附件/u.test(read.trim())) break;
    if (!here) continue;
    if (here.level < marker.level || (here.level === marker.level && here.value !== count + 1))
      break;
    if (here.level === marker.level) count += 1;
  }
  if (count === quantity.value || count < 2) return [];
  const at = sentence.at;
  return [
    listOff(
      passage,
      { ...quantity, at: quantity.at + at, end: quantity.end + at },
      quantity.end + at,
      count,
    ),
  ];
}

export const listsRule: ProofRule = { id: 'lists', name: '个数与列举', check };

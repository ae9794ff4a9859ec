/** 全部的个数: 对全区48个政务新媒体全覆盖检查…… 全区46个政务新媒体运行较好; how many there are in all, told twice. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

interface Told {
  readonly passage: PlacedText;
  readonly kind: string;
  readonly value: number;
  readonly at: number;
  readonly end: number;
}

const WHERE = '(?:全[市县区州省旗镇]|新区|我[市县区州])';
const KIND = '(?<kind>政务新媒体|新媒体|政府网站|网站)';
/** 全区46个政务新媒体. */
const BEFORE = new RegExp(
  `${WHERE}(?:政府系统|现有|在用|正常运行|正在运行|在运行)?的?(?<count>\\d{1,4}) ?[个家]${KIND}`,
  'gu',
);
/** 全市在运行的政府网站共27家. */
const BEHIND = new RegExp(
  `${WHERE}(?:政府系统|现有|在用|正常运行|正在运行|在运行|登记)*的?(?:各类)?${KIND}(?:账号)?(?:总数为|共有|共计|共|总计|为|有)?(?<count>\\d{1,4}) ?[个家]`,
  'gu',
);
/** All of them are looked at: there is only one number. */
const ALL = /(?:检查|抽查|覆盖)(?:比例|率)(?:为|达到?)?100%|全覆盖|逐一|全面检查/u;
/** Of another time, or some of them. */
const OTHER =
  /抽查(?!比例|率)|随机|其中|年初|年底|去年|上[季月年次]|同期|注销|关停|新增|新开|原有|较(?!好|为)|减少|增加|整合|合格|发现|问题|余|多个|约|近(?!期|日|平)|不再|退出|迁移|计划/u;

/** What one of the two may have been before. */
const CHANGED = /注销|关停|新增|新开|迁移|整合|退出|移交|划转|停用|停办|未纳入|不含|不包括|除/u;

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  const whole = paragraphs.map(({ read }) => read).join('\n');
  if (!ALL.test(whole)) return [];
  const told = paragraphs.flatMap(toldIn);
  return [...new Set(told.map(({ kind }) => kind))].flatMap((kind) => {
    const own = told.filter((one) => one.kind === kind);
    const [first] = own;
    const values = [...new Set(own.map(({ value }) => value))];
    const other = own.find(({ value }) => value !== first?.value);
    if (first === undefined || other === undefined || values.length !== 2) return [];
    const gap = Math.abs(first.value - other.value);
    if (gap > Math.max(3, first.value * 0.15)) return [];
    // What is between the two may be told: 注销2个.
    const standing = (value: number): number =>
      [...whole.matchAll(new RegExp(`(?<![\\d.])${String(value)}(?=[个家])`, 'gu'))].length;
    if (CHANGED.test(whole)) return [];
    if (own.filter(({ value }) => value === other.value).length !== standing(other.value))
      return [];
    const words = ({ passage, at, end }: Told): string => passage.text.slice(at, end);
    return [
      {
        rule: standingRule.id,
        place: other.passage.place,
        quote: quoteAround(other.passage.text, other.at, other.end),
        against: {
          place: first.passage.place,
          quote: quoteAround(first.passage.text, first.at, first.end),
        },
        message: `写的是“${words(other)}”，前面写的是“${words(first)}”`,
        expected: `前后同为${String(first.value)}或${String(other.value)}`,
      },
    ];
  });
}

function toldIn(passage: PlacedText): Told[] {
  return [BEFORE, BEHIND].flatMap((shape) =>
    [...passage.read.matchAll(shape)].flatMap((match) => {
      const { read } = passage;
      const end = match.index + match[0].length;
      const lead = /[^，。；：]*$/u.exec(read.slice(0, match.index))?.[0] ?? '';
      const behind = /^[^，。；：]*/u.exec(read.slice(end))?.[0] ?? '';
      const { kind = '', count = '' } = match.groups ?? {};
      if (OTHER.test(lead + behind)) return [];
      return [
        {
          passage,
          kind: /网站/u.test(kind) ? '网站' : '新媒体',
          value: Number(count),
          at: match.index,
          end,
        },
      ];
    }),
  );
}

export const standingRule: ProofRule = { id: 'standing', name: '全部的个数前后一致', check };

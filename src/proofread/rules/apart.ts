/**
 * 分列与其余: 按单位分，甲局5条，乙局、丙局各1条 of so many in all; 21个市中除3市外，其余19市; 甲、乙、丙，共4个网站; 合格率96.95%，去年同期98.66%，下降2.71个百分点.
 */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { exactSum, sumInWords } from '../number/quantity.ts';
import { sentencesOf } from '../statement.ts';
import { own } from '../../text/own.ts';
import { valueWritten } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => [
    ...divided(passage),
    ...besides(passage),
    ...besidesNamed(passage),
    ...together(passage),
    ...sincePeriod(passage),
  ]);
}

const PIECE = /^(?<names>[^\d]+?)(?<each>各)?(?<count>\d+) ?(?<unit>[条件个家人次篇])$/u;

/** 共收到13条。按单位分，甲局5条，乙局2条，丙局、丁局各1条. */
function divided(passage: PlacedText): Contradiction[] {
  const sentences = sentencesOf(passage.read);
  return sentences.flatMap(({ text, at }, index) => {
    const row = /^按[^，。；]{1,6}(?:分|划分|统计|来看)，(?<row>.+?)[。；]?$/u.exec(text)?.groups?.[
      'row'
    ];
    if (row === undefined || /等|主要|其中|其余/u.test(row)) return [];
    const pieces = row
      .split(/[，；]/u)
      .filter((piece) => !/^(?:占|约占)/u.test(piece))
      .map((piece) => PIECE.exec(piece)?.groups);
    const unit = pieces[0]?.['unit'];
    // Without 各 the rule of parts adds them up.
    const hasEach = pieces.some((one) => one?.['each'] !== undefined);
    const isAlike = pieces.every((one) => one?.['unit'] === unit);
    if (unit === undefined || !hasEach || !isAlike || pieces.length < 2) return [];
    const counts = pieces.map((one) => {
      const names = (one?.['names'] ?? '').split('、').length;
      // 甲、乙共3条 is one number; without 各 a row of names is not told apart.
      return one?.['each'] === undefined ? Number(one?.['count']) : names * Number(one['count']);
    });
    const totals = sentences
      .slice(0, index)
      .flatMap((one) =>
        [...one.text.matchAll(new RegExp(`共[^，。；\\d]{0,12}(\\d+) ?${unit}`, 'gu'))].map(
          ([, number]) => Number(number),
        ),
      );
    const [total, another] = new Set(totals);
    const sum = exactSum(counts);
    if (total === undefined || another !== undefined || sum === total) return [];
    if (Math.abs(sum - total) > Math.max(3, total * 0.2)) return [];
    const words = `各项相加，${sumInWords(counts)}，与总数${String(total)}不符`;
    return [
      foundAt(
        apartRule.id,
        passage,
        [at, at + text.length],
        words,
        `总数为${String(sum)}，或改正分项`,
      ),
    ];
  });
}

const NUMBER = String.raw`\d{1,3}|[一二两三四五六七八九十]{1,3}`;
const KIND =
  '(?:地级以上市|地级市|县区|县市|区县|市州|县（市、区）|市|县|区|州|旗|镇|乡|街道|家|个)';
const BESIDES = new RegExp(
  `(?<whole>${NUMBER})个?${KIND}[^。；\\d]{0,12}?，?除(?<names>[^，。；\\d]{2,80}?)(?<some>${NUMBER})个?${KIND}外，(?:其余|其他|其它)(?<rest>${NUMBER})个?${KIND}`,
  'gu',
);

/** 全省21个市中，除甲、乙、丙3市外，其余19市. */
function besides(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(BESIDES)].flatMap((match) => {
    const [whole, some, rest] = ['whole', 'some', 'rest'].map((name) =>
      valueWritten(own(match.groups, name)),
    );
    if (whole === undefined || some === undefined || rest === undefined) return [];
    const right = whole - some;
    // 2个镇 and 13个镇 are told by the rule of parts.
    if (/\d个[^，。]{1,4}外，(?:其余|其他|其它)\d+个/u.test(match[0])) return [];
    if (right === rest || Math.abs(right - rest) > Math.max(2, whole * 0.2)) return [];
    return [
      foundAt(
        apartRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `${String(whole)}除去${String(some)}，其余写的是${String(rest)}`,
        `其余为${String(right)}`,
      ),
    ];
  });
}

const BESIDES_NAMES = new RegExp(
  `(?<whole>${NUMBER})个${KIND}(?:中|里)?，?除(?<names>[^，。；\\d]{2,60}?)外，(?:其余|其他|其它)(?<rest>${NUMBER})个${KIND}`,
  'gu',
);

/** 21个地级以上市中，除甲市外，其余20个市: without a number of those that are left out. */
function besidesNamed(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(BESIDES_NAMES)].flatMap((match) => {
    const [whole, rest] = ['whole', 'rest'].map((name) => valueWritten(own(match.groups, name)));
    const names = (match.groups?.['names'] ?? '').split(/[、和及]/u);
    const areNames = names.every((name) => /^[^等\d]{2,10}$/u.test(name)) && !/等/u.test(match[0]);
    if (whole === undefined || rest === undefined || !areNames) return [];
    if (/[\d一二两三四五六七八九十]个?[市县区州家镇乡]$/u.test(names.at(-1) ?? '')) return [];
    const right = whole - names.length;
    if (right === rest || Math.abs(right - rest) > 2) return [];
    return [
      foundAt(
        apartRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `${String(whole)}除去${String(names.length)}，其余写的是${String(rest)}`,
        `其余为${String(right)}`,
      ),
    ];
  });
}

const TOGETHER =
  /(?:的|分别)(?:有|是|为)：?(?<row>[^，。；：“”\d（）]{2,300})，共(?:计|有)?(?<count>\d{1,2}) ?[个家](?:网站|单位|账号|县区|县|区|部门|乡镇|政务新媒体)/gu;

/** 和 inside the name of an office. */
const INSIDE = /(?<=工业|发展|文化|卫生|资源|住房|粮食|林业|经济|民族|水务|科学)和/gu;

/** 得分超过100分的是甲、乙、丙，共4个网站. */
function together(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(TOGETHER)].flatMap((match) => {
    const { row = '', count = '' } = match.groups ?? {};
    const least = row.split('、').length;
    const most = row.replace(INSIDE, '').split(/、|和|及|与/u).length;
    const value = Number(count);
    if (least < 3 || /等|例如|比如|不|未/u.test(row)) return [];
    if ((value >= least && value <= most) || Math.abs(value - most) > 2) return [];
    return [
      foundAt(
        apartRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `写的是“共${count}个”，列出的是${String(most)}个`,
        `应为${String(most)}，或补全列举`,
      ),
    ];
  });
}

const SINCE =
  /率(?:为|是)?(?<to>\d+(?:\.\d+)?)%，(?:去年同期|上年同期|上年|去年|上季度|上月|上期|上半年)(?:为|是)?(?<from>\d+(?:\.\d+)?)%，(?:同比|环比)?(?<way>提高|上升|提升|增加|下降|降低|回落)了?(?<by>\d+(?:\.\d+)?)个百分点/gu;

/** 合格率96.95%，去年同期98.66%，同比下降2.71个百分点. */
function sincePeriod(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(SINCE)].flatMap((match) => {
    const { to = '', from = '', way = '', by = '' } = match.groups ?? {};
    const change = Number((Number(to) - Number(from)).toFixed(4));
    const said = /下降|降低|回落/u.test(way) ? -Number(by) : Number(by);
    if (Math.abs(change - said) < 0.011) return [];
    const right = `${change < 0 ? '下降' : '提高'}${String(Math.abs(change))}个百分点`;
    return [
      foundAt(
        apartRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `由${from}%到${to}%，不是${way}${by}个百分点`,
        `为${right}`,
      ),
    ];
  });
}

export const apartRule: ProofRule = { id: 'apart', name: '分列与其余', check };

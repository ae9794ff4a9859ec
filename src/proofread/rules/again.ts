/**
 * 前后两处的个数: 县直52个、乡镇34个 and then 32个乡镇; 4个县不合格，其余5个县合格 of 8; 3家网站的问题如下 over four; 76个，对比上季度44个，增长率
 * 42.1%.
 */
import { numeralValue } from '../../text/numeral.ts';
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sharedPairs } from '../meaning.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => [
    ...counted(passage),
    ...others(passage),
    ...pieces(passage),
    ...growth(passage),
    ...growthOver(passage),
    ...points(passage),
  ]);
}

const ROW =
  /其中[：，]?(?<row>(?:\p{Script=Han}{2,8}\d+[个家](?:账号|网站)?[、，和]?){2,6})[。；]/u;
const KIND = /(?<kind>\p{Script=Han}{2,8})(?<count>\d+)[个家]/gu;

/** 其中县直部门52个、乡镇34个。52个县直部门…，32个乡镇…: each again, and one of them not the same. */
function counted(passage: PlacedText): Contradiction[] {
  const { read } = passage;
  const match = ROW.exec(read);
  const row = match?.groups?.['row'];
  if (match === null || row === undefined) return [];
  const from = match.index + match[0].length;
  const kinds = [...row.matchAll(KIND)].map(({ groups }) => ({
    kind: (groups?.['kind'] ?? '').replace(/^[和及]/u, ''),
    count: Number(groups?.['count']),
  }));
  const again = kinds.flatMap(({ kind, count }) => {
    const all = [
      ...read
        .slice(from)
        .matchAll(new RegExp(`(?<=^|[，。；、])(\\d+)[个家]${kind}(?![级直])`, 'gu')),
    ];
    const [one, another] = all;
    return one === undefined || another !== undefined
      ? []
      : [{ kind, count, said: Number(one[1]), at: from + one.index, length: one[0].length }];
  });
  const off = again.filter(({ count, said }) => count !== said);
  const [first] = off;
  if (first === undefined || off.length > 1 || again.length < 2) return [];
  // 52个中检查了50个 is told in other words.
  return [
    foundAt(
      againRule.id,
      passage,
      [first.at, first.at + first.length],
      `前面写的是${first.kind}${String(first.count)}个，这里写的是${String(first.said)}个`,
      '前后同为一个数',
    ),
  ];
}

const REST =
  /(?<some>\d+)个(?<kind>县区|县市区|市州|区县|县|区|市|州|镇|乡镇|街道|单位|部门)[^。；\d]{0,30}，(?:其余|其他|其它)(?<rest>\d+)个\k<kind>/gu;

/** 4个县…，其余5个县…。全市8个县. */
function others(passage: PlacedText): Contradiction[] {
  const { read } = passage;
  return [...read.matchAll(REST)].flatMap((match) => {
    const { some = '', rest = '', kind = '' } = match.groups ?? {};
    if (/除[^，。；]*$/u.test(read.slice(Math.max(0, match.index - 80), match.index))) return [];
    const wholes = new Set(
      [
        ...read.matchAll(
          new RegExp(`全[国省市州县区](?:现有|共有|共计|共|的)?(\\d+)个${kind}(?!级)`, 'gu'),
        ),
      ].map(([, number]) => Number(number)),
    );
    const [whole] = wholes;
    const sum = Number(some) + Number(rest);
    if (whole === undefined || wholes.size > 1 || sum === whole) return [];
    if (Math.abs(sum - whole) > Math.max(2, whole * 0.2)) return [];
    return [
      foundAt(
        againRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `${some}＋${rest}＝${String(sum)}，与全部${String(whole)}个不符`,
        `相加为${String(whole)}`,
      ),
    ];
  });
}

const PROBLEMS =
  /(?<!第)(?<count>\d{1,2}|[两二三四五六七八九十])[个家](?:不合格|问题)?(?:政府)?(?:网站|账号|政务新媒体|单位)(?:存在)?的?(?:主要|具体|突出)?问题(?:分别)?(?:如下|是|为)：(?<items>[^。]+)。/gu;
const NAME =
  /^(?:\d{1,2}[.、]|（\d{1,2}）|[①-⑳])?(?<name>“[^“”]+”|\p{Script=Han}{2,16}?(?:网站|网|公众号|微博|抖音号|视频号|快手号|局|镇|乡|街道))/u;

/** 3家网站的问题如下：甲网站…；乙网站…；…: as many as are told. */
function pieces(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(PROBLEMS)].flatMap((match) => {
    const { count = '', items = '' } = match.groups ?? {};
    const value = /\d/u.test(count) ? Number(count) : numeralValue(count);
    const names = items.split('；').map((item) => NAME.exec(item)?.groups?.['name']);
    const listed = new Set(names).size;
    if (value === undefined || names.length < 2 || names.includes(undefined)) return [];
    if (/等|、“|和“/u.test(items) || listed === value || Math.abs(listed - value) > 2) return [];
    return [
      foundAt(
        againRule.id,
        passage,
        [match.index, match.index + match[0].length - items.length],
        `写的是“${count}”个，说到的是${String(listed)}个`,
        `为${String(listed)}，或补全所列`,
      ),
    ];
  });
}

const GROWTH =
  /(?<now>\d+) ?(?<unit>[个家件条篇次])，(?:对比|相比|相较|较|比)(?:于|之)?[^，。；\d]{0,12}(?<!(?:增加|减少|增长|下降|多|少)了?)(?<old>\d+) ?\k<unit>[^，。；]{0,18}，(?:同比|环比)?(?<way>增长|增加|上升|提高|增幅|下降|减少|降低|降幅)(?:率|了|幅度)?(?:为|达|约)?(?<rate>\d+(?:\.(?<decimals>\d+))?)%/gu;

/** 76个，对比第一季度44个，增长率42.1%: of the former. */
function growth(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(GROWTH)].flatMap((match) => grown(passage, match));
}

function grown(passage: PlacedText, match: RegExpExecArray): Contradiction[] {
  const { now = '', old = '', way = '', rate = '', decimals = '' } = match.groups ?? {};
  const change = ((Number(now) - Number(old)) / Number(old)) * 100;
  const isDown = /下降|减少|降低|降幅/u.test(way);
  const said = isDown ? -Number(rate) : Number(rate);
  if (Number(old) === 0 || Math.abs(change - said) < 10 ** -decimals.length) return [];
  const right = `${change < 0 ? '下降' : '增长'}${Math.abs(change).toFixed(decimals.length)}%`;
  return [
    foundAt(
      againRule.id,
      passage,
      [match.index, match.index + match[0].length],
      `“${way}${rate}%”与前后两个数字不符`,
      `由${old}到${now}，为${right}`,
    ),
  ];
}

const OVER =
  /(?<now>\d+(?:\.\d+)?)(?<unit>万?[个家件条篇次])[^，。；\d]{0,8}，(?<then>上[一个]*[季年月期次]度?|去年(?:同期)?|(?:\d{4}年)?第?[一二三四]季度|\d{1,2}月份?)(?<words>[^，。；]{0,16}?)(?<old>\d+(?:\.\d+)?)\k<unit>[^，。；\d]{0,6}，(?:同比|环比)?(?<way>增长率?|增幅|降幅|下降率|下降)(?:为|达)?(?<rate>\d+(?:\.(?<decimals>\d+))?)%/gu;

/** 90分以上的网站76个，第一季度90分以上的为44个，增长率42.1%: the earlier number stands in a clause of its own. */
function growthOver(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(OVER)].flatMap((match) => {
    const { then = '', words = '' } = match.groups ?? {};
    const lead = /[^，。；]*$/u.exec(passage.read.slice(0, match.index))?.[0] ?? '';
    // 环比 is no change over the year before, and 同比 none over the month before.
    const isYear = /年/u.test(then) && !/季度|月/u.test(then);
    const isCompared = isYear ? match[0].includes('环比') : /同比|\d月.*环比/u.test(match[0]);
    const label = words.replace(/^的?|[为有是共]+$/gu, '');
    const isSame = label.length < 2 || sharedPairs(label, lead + match[0].slice(0, 30)) > 0;
    return isCompared || !isSame ? [] : grown(passage, match);
  });
}

const POINTS =
  /(?<then>(?:\d{4}年)?第?(?:[一二三四]季度|\d{1,2}月份?|[上下]半年))[^，。；%]{0,16}率(?:为|是)?(?<from>\d+(?:\.\d+)?)%，(?<now>(?:\d{4}年)?第?(?:[一二三四]季度|\d{1,2}月份?|[上下]半年))[^，。；%]{0,16}率(?:为|是)?(?<to>\d+(?:\.\d+)?)%，(?<way>提高|上升|提升|增加|下降|降低|回落)了?(?<by>\d+(?:\.\d+)?)个百分点/gu;

/** 第四季度合格率93.3%，第一季度95.6%，提高了3.2个百分点. */
function points(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(POINTS)].flatMap((match) => {
    const { from, to, way = '', by, then, now } = match.groups ?? {};
    const change = Number((Number(to) - Number(from)).toFixed(4));
    const said = /下降|降低|回落/u.test(way) ? -Number(by) : Number(by);
    if (then === now || Math.abs(change - said) < 0.011) return [];
    const right = `${change < 0 ? '下降' : '提高'}${String(Math.abs(change))}个百分点`;
    return [
      foundAt(
        againRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `由${from ?? ''}%到${to ?? ''}%，不是${way}${by ?? ''}个百分点`,
        `为${right}`,
      ),
    ];
  });
}

export const againRule: ProofRule = { id: 'again', name: '前后两处的个数', check };

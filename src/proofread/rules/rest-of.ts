/** 除外与其余: 9个县（区）…除甲县、乙县外，其余6个县（区）; 7个街道中，仅甲街道、乙街道未达标，其余6个; 26家网站，除甲局网站不合格外，其余24家. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { namedUnits } from '../name/units.ts';
import { sentencesOf } from '../statement.ts';
import { valueWritten } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

const N = String.raw`\d{1,4}|[一二两三四五六七八九十]{1,3}`;
const REST = new RegExp(
  String.raw`(?:其余|其他|其它|另外|剩余|余下|剩下|另有)的?(?<rest>${N})(?<unit>[个家名])(?<kind>[\p{Script=Han}（、）]{0,12})`,
  'gu',
);
const OUT = /除了?(?<out>[^。；]{2,120}?)(?:之外|以外|外)，?$/u;
const COUNT = new RegExp(
  String.raw`(?<!第)(?<n>${N})(?<unit>[个家名])(?<kind>[\p{Script=Han}（、）]{0,8})`,
  'gu',
);
/** What is counted, in one word for all that mean one another. */
const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['account', /账号|新媒体|公众号|微博|抖音/u],
  ['site', /网站/u],
  [
    'place',
    /县（|县区|区县|县市|区市|市州|州市|[县区市]级|(?<!全|我|各)[县市州](?=$|[、（均全都已共的中]|[^政直级内本人])/u,
  ],
  ['town', /乡镇|镇街|街道|乡（|镇（|(?<!城)镇(?!长)/u],
  ['unit', /单位|部门/u],
];

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap(({ text, at }) => [
      ...[...text.matchAll(REST)].flatMap((match) => wrong(passage, text, at, match)),
      ...afterDone(passage, text, at),
    ]),
  );
}

function wrong(
  passage: PlacedText,
  text: string,
  at: number,
  match: RegExpExecArray,
): Contradiction[] {
  const { rest: words = '', unit = '', kind = '' } = match.groups ?? {};
  const lead = text.slice(0, match.index);
  const left = leftOut(lead);
  const rest = valueWritten(words);
  if (left === undefined || rest === undefined) return [];
  // 其余8家单位均未报送（应报送单位12家）.
  const behind =
    /^[^。；（]{0,16}（(?:应|共|全)[^（）]{2,14}）/u.exec(
      text.slice(match.index + match[0].length),
    )?.[0] ?? '';
  const before = passage.read.slice(0, at + left.at) + behind;
  const wholes = wholesBefore(before, unit, kindOf(kind) ?? left.kind);
  // Any of those told before may be meant.
  if (wholes.some(({ value }) => value - left.count === rest)) return [];
  const whole = wholes.at(-1);
  if (whole === undefined || whole.value <= left.count) return [];
  const right = whole.value - left.count;
  if (Math.abs(right - rest) > Math.max(2, whole.value * 0.25)) return [];
  return [
    foundAt(
      restOfRule.id,
      passage,
      [
        Math.max(at + left.at - 40, Math.min(whole.at, at + left.at)),
        at + match.index + match[0].length,
      ],
      `${String(whole.value)}${unit}除去${String(left.count)}${unit}，其余写的是${String(rest)}${unit}`,
      `其余为${String(right)}${unit}`,
    ),
  ];
}

/** How many are left out right before 其余: by their number, else by their names. */
function leftOut(
  lead: string,
): { count: number; at: number; kind: string | undefined } | undefined {
  const outside = OUT.exec(lead)?.groups?.['out'];
  if (outside !== undefined) {
    const at = lead.lastIndexOf(outside);
    const count = countIn(outside);
    return count === undefined ? undefined : { count, at, kind: kindLeftOut(outside) };
  }
  // 仅甲街道、乙街道未达标，其余6个街道: names with what is said of them, right before.
  const clause =
    /(?:^|[，：。])(?:其中，?)?(?:仅有?|只有)?(?<names>[^，。；：\d]{3,60}?)(?:未|没有|不|尚|得分|合格率|低于|存在|因)[^，。；]{0,16}，$/u.exec(
      lead,
    );
  const names = clause?.groups?.['names'];
  if (names === undefined) return undefined;
  const all = namedUnits(names);
  return all === undefined
    ? undefined
    : { count: all.length, at: lead.lastIndexOf(names), kind: kindLeftOut(names) };
}

function countIn(outside: string): number | undefined {
  const counts = [...outside.matchAll(COUNT)];
  const [one, more] = counts;
  if (one !== undefined)
    return more === undefined ? valueWritten(one.groups?.['n'] ?? '') : undefined;
  if (/\d|等/u.test(outside)) return undefined;
  const quoted = outside.match(/“[^“”]+”/gu);
  if (quoted !== null) return new Set(quoted).size;
  return namedUnits(outside)?.length;
}

/** What the last of the names is: an account or a site where it says so, else by how it ends. */
function kindLeftOut(words: string): string | undefined {
  if (/“/u.test(words)) return 'account';
  if (/\d/u.test(words) || /网站|账号|公众号/u.test(words)) return kindOf(words);
  const last = namedUnits(words)?.at(-1) ?? '';
  if (/[县市区旗州]$/u.test(last)) return 'place';
  return /[镇乡]$|街道$/u.test(last) ? 'town' : 'unit';
}

function kindOf(words: string): string | undefined {
  return KINDS.map(([kind, shape]) => ({ kind, at: words.search(shape) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0]?.kind;
}

const DONE =
  /(?<whole>\d{1,4})(?<unit>[项个条件])[^，。；\d]{0,10}，(?:其中)?(?:目前)?(?:已经?)(?:完成|整改|办结|销号|落实|注销|备案)[^，。；\d]{0,6}(?<done>\d{1,4})\k<unit>[^，。；\d]{0,6}[，（][^，。；\d]{0,4}率(?:为|达)?\d+(?:\.\d+)?%）?[，；](?:剩余|其余|余下|尚余)的?(?<rest>\d{1,4})\k<unit>/gu;

/** 26项，已完成21项，完成率80.8%；剩余6项. */
function afterDone(passage: PlacedText, text: string, at: number): Contradiction[] {
  return [...text.matchAll(DONE)].flatMap((match) => {
    const { whole = '', done = '', rest = '', unit = '' } = match.groups ?? {};
    const right = Number(whole) - Number(done);
    if (right === Number(rest) || right < 0) return [];
    return [
      foundAt(
        restOfRule.id,
        passage,
        [at + match.index, at + match.index + match[0].length],
        `${whole}${unit}除去${done}${unit}，剩余写的是${rest}${unit}`,
        `剩余为${String(right)}${unit}`,
      ),
    ];
  });
}

interface Whole {
  readonly value: number;
  readonly at: number;
}

/** What is told as the number of all: 全市9个县（区）, 部门共20家, 检查账号32个. */
function wholesBefore(before: string, unit: string, kind: string | undefined): Whole[] {
  return [...before.matchAll(COUNT)].flatMap((match): Whole[] => {
    const { n = '', unit: own = '', kind: behind = '' } = match.groups ?? {};
    const value = valueWritten(n);
    const lead = /[^，。；：]{0,16}$/u.exec(before.slice(0, match.index))?.[0] ?? '';
    const what = kindOf(behind) ?? kindOf(lead);
    const isAlike = own === unit || (own !== '名' && unit !== '名');
    if (value === undefined || value < 3 || !isAlike) return [];
    if (kind !== undefined && what !== undefined && kind !== what) return [];
    if (kind !== undefined && what === undefined) return [];
    return [{ value, at: match.index }];
  });
}

export const restOfRule: ProofRule = { id: 'rest-of', name: '除外与其余', check };

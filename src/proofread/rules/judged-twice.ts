/** 一处合格、一处不合格: 甲局、乙局网站检查结果均为合格 in one place, 乙局网站…判定为不合格 in another; the same of 备案, 报送, 更新. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { rowsOfUnits } from '../name/units.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

/** What is said of an office or an account, and its opposite. */
const TOPICS: readonly (readonly [good: RegExp, bad: RegExp])[] = [
  [
    /(?:(?:均|都|全部|结果|判定|评定|认定|检查|评)(?:均|都|全部)?(?:为|是)?|^)(?<!不)合格|(?<!不)合格(?:的)?(?:[^，。；：“”]{0,8}?)(?:有|为|是|包括)?：|符合(?:指标)?要求|运行(?:情况)?(?:正常|良好|较好|平稳)|未发现(?:突出)?问题|评为优秀|(?:予以|给予|受到|通报)表扬/u,
    /不合格|单项否决|一票否决|通报批评|未达标|评为较差|评为差/u,
  ],
  [
    /已(?:经|全部|按要求|按规定|按时|按期|均)*(?:完成)?备案/u,
    /(?:尚未|仍未|至今未|均未|未|没有)(?:按要求|按规定|完成|进行)*备案/u,
  ],
  [
    /(?<!未能|未|没有|不|能)按(?:时|期|要求)(?:完成|报送|上报|提交|反馈)/u,
    /(?:未能|未|没有)(?:能)?(?:按(?:时|期|要求)|在规定(?:时间|期限)内)?(?:完成)?(?:报送|上报|提交|反馈)/u,
  ],
  [
    /已(?:经|全部|按要求|按时|按期|均)*(?:完成)?(?:注销|关停)/u,
    /(?:尚未|仍未|至今未|未|没有)(?:完成)?(?:注销|关停)/u,
  ],
];
/** Of another time, of a part, or after what was wrong had been mended. */
const OTHER_TIME =
  /上[一个]*(?:季度|次|月|年|期|半年)|去年|同期|此前|以前|曾|首次|初次|复查|复检|复核|整改(?!报告|情况|结果|方案|台账)|后，|之后|恢复|回头看|连续[两二三四五六\d]+个?(?:季度|次|年)|除|个别|部分|一度|其中一|多次|累计|往年|历次|(?<!本)[一二三四]季度|\d月|如|凡|一律|将/u;
const KIND = /政府网站|网站|政务新媒体|新媒体|微信公众号|公众号|微博|抖音|视频号|头条|账号/u;

interface Said {
  readonly passage: PlacedText;
  readonly at: number;
  readonly text: string;
  readonly names: readonly string[];
  readonly kind: string;
}

function check(paper: ReadDocument): Contradiction[] {
  const pieces = paragraphsOf(paper).flatMap(piecesOf);
  if (pieces.length > MOST) return [];
  return TOPICS.flatMap(([good, bad]) => {
    const [has, lacks] = [
      pieces.filter(({ text }) => good.test(bareOf(text)) && !bad.test(bareOf(text))),
      pieces.filter(
        ({ text }) =>
          bad.test(bareOf(text)) &&
          !good.test(bareOf(text).replaceAll(new RegExp(bad.source, 'gu'), '')),
      ),
    ];
    const known = new Map<string, Said>();
    for (const one of has) for (const name of one.names) known.set(name, known.get(name) ?? one);
    return lacks.flatMap((one) => {
      const name = one.names.find((own) => {
        const other = known.get(own);
        return (
          other !== undefined &&
          other !== one &&
          isOfOneKind(other.kind, one.kind) &&
          isOfOneMatter(other, one) &&
          isOfOnePlace(own, other, one)
        );
      });
      const other = name === undefined ? undefined : known.get(name);
      return name === undefined || other === undefined
        ? []
        : [found(name, other, one, [good, bad])];
    });
  });
}

/** No paper has more that names an office; a register would. */
const MOST = 400;

/** 不合格 is no 合格. */
function bareOf(text: string): string {
  return text.replace(/“[^“”]*”/gu, '“”');
}

function piecesOf(passage: PlacedText): Said[] {
  return sentencesOf(passage.read).flatMap(({ text, at }) =>
    [...text.matchAll(/[^；]+；?/gu)].flatMap((piece): Said[] => {
      const words = piece[0];
      if (
        !/合格|否决|批评|表扬|备案|报送|上报|提交|反馈|注销|关停|符合|正常|良好|较好|达标|优秀|问题/u.test(
          words,
        ) ||
        OTHER_TIME.test(
          words.replace(/超过\d+个?月|\d+个月|自\d{1,2}月[^，。；]{0,10}?(?:未|没有)/gu, ''),
        )
      )
        return [];
      const quoted = [
        ...words.matchAll(
          /“(?<name>[^“”]{2,16})”(?=[“、和及与]|(?:等)?\d*个?(?:微信|公众号|微博|账号|抖音|网站|政务|新媒体|头条|视频号)|[^，。；]{0,6}[更因未超被判评均]|$|。|\d)/gu,
        ),
      ].map(({ groups }) => `“${groups?.['name'] ?? ''}”`);
      const rows = rowsOfUnits(words)
        .flatMap(({ names }) => names)
        .filter(
          (name) =>
            name.length >= 3 &&
            !/^(?:各|全|我|该|本|其他|有关|市政府办|县政府办|区政府办)|政府办公室$|办公厅$|单位|部门/u.test(
              name,
            ),
        );
      // 东平县“东平水利”: of that county.
      const places = [
        ...words.matchAll(/(?<![\p{Script=Han}])(?<place>\p{Script=Han}{2,4}[县区市旗])“/gu),
      ].map(({ groups }) => groups?.['place'] ?? '');
      const kind = KIND.exec(bareOf(words))?.[0] ?? '';
      return quoted.length + rows.length === 0
        ? []
        : [
            {
              passage,
              at: at + piece.index,
              text: words,
              names: quoted.length > 0 ? [...quoted, ...places] : rows,
              kind,
            },
          ];
    }),
  );
}

function isOfOneKind(a: string, b: string): boolean {
  const [one, two] = [a, b].map((kind) =>
    kind === '' ? '' : kind.includes('网站') ? 'site' : 'account',
  );
  return one === '' || two === '' || one === two;
}

/** Praise for reports is no verdict on accounts: what is praised or blamed must be named in both. */
function isOfOneMatter(one: Said, two: Said): boolean {
  const isPraise = /表扬|优秀/u.test(one.text) && !/(?<!不)合格|符合|运行/u.test(one.text);
  return (
    !isPraise ||
    /批评/u.test(two.text) ||
    (one.kind !== '' && one.kind === two.kind) ||
    one.names.some((name) => name.startsWith('“') && two.names.includes(name))
  );
}

/** A 城关镇 of one county and of another. */
function isOfOnePlace(name: string, one: Said, two: Said): boolean {
  if (!/(?:镇|乡|街道|村|社区)$/u.test(name)) return true;
  const places = [one, two].map(
    ({ passage }) =>
      new Set(passage.read.match(/(?<![\p{Script=Han}])[\p{Script=Han}]{2,3}[县区市旗]/gu) ?? []),
  );
  return places.every((all) => all.size === 0) || one.passage !== two.passage
    ? places.every((all) => all.size === 0)
    : false;
}

function found(
  name: string,
  one: Said,
  two: Said,
  [good, bad]: readonly [RegExp, RegExp],
): Contradiction {
  const quoteOf = ({ passage, at, text }: Said): string =>
    quoteAround(passage.text, at, at + text.length);
  const said = [good.exec(bareOf(one.text))?.[0], bad.exec(bareOf(two.text))?.[0]];
  return {
    rule: judgedTwiceRule.id,
    place: two.passage.place,
    quote: quoteOf(two),
    against: { place: one.passage.place, quote: quoteOf(one) },
    message: `${name.startsWith('“') ? name : `“${name}”`}一处写的是${said[0] ?? ''}，一处写的是${said[1] ?? ''}`,
    expected: '前后两处说法一致',
  };
}

export const judgedTwiceRule: ProofRule = { id: 'judged-twice', name: '同一单位的两种结论', check };

/** 降至: 一季度17个，二季度降至11个，减少6个; a number that another one went down or up to, and by how much. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { own } from '../../text/own.ts';
import { cutPieces } from './gaps.ts';
import type { ProofRule } from '../rule.ts';

const UNIT = '[个家件条项次处篇起人]|%';
const BECAME = new RegExp(
  String.raw`(?<a>(?<![\d.])\d+(?:\.\d+)?) ?(?<unit>${UNIT})(?<gap>[^。；\d]{0,24}?)(?<way>降|减|减少|下降|压减|压降|回落|升|增|增加|上升|增长|提高|提升)(?:至|到|为)(?:[^，。；\d]{0,8}的)?(?<b>\d+(?:\.\d+)?) ?\k<unit>(?:[，（](?:净|共|累计|环比|同比)?(?<moved>减少|下降|增加|增长|上升|提高|提升|降低)了?(?<by>\d+(?:\.\d+)?) ?(?<by_unit>个百分点|${UNIT}))?`,
  'gu',
);
/** The number before is of an earlier time. */
const EARLIER = /季度|上[月季年半]|去年|年初|年底|\d月|同期|原[来有]|此前|[由从]/u;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    cutPieces(passage).flatMap(({ text, at }) => [
      ...[...text.matchAll(BECAME)].flatMap((match) => wrong(passage, text, at, match)),
      ...leftOf(passage, text, at),
    ]),
  );
}

function wrong(
  passage: PlacedText,
  text: string,
  at: number,
  match: RegExpExecArray,
): Contradiction[] {
  const { unit = '', way = '', moved, by, by_unit: byUnit, gap = '' } = match.groups ?? {};
  const [a, b] = ['a', 'b'].map((name) => Number(own(match.groups, name)));
  const lead = /[^，。；]*$/u.exec(text.slice(0, match.index))?.[0] ?? '';
  if (a === undefined || b === undefined || !EARLIER.test(lead)) return [];
  if (/其中|另|分别|、/u.test(gap)) return [];
  const isDown = /降|减|落/u.test(way);
  const span: [number, number] = [at + match.index, at + match.index + match[0].length];
  const change = Number((b - a).toFixed(4));
  if (change !== 0 && change < 0 !== isDown)
    return [
      foundAt(
        becameRule.id,
        passage,
        span,
        `写的是“${way}至”，由${String(a)}到${String(b)}`,
        change < 0 ? '为减少' : '为增加',
      ),
    ];
  // 由12个减少到9个，减少3个: the rule of changes speaks of it.
  if (moved === undefined || by === undefined || /[由从]/u.test(lead)) return [];
  const isPoints = unit === '%' && byUnit === '个百分点';
  if (byUnit !== unit && !isPoints) return [];
  if (unit === '%' && !isPoints) return [];
  const said = /减|降/u.test(moved) ? -Number(by) : Number(by);
  const decimals = by.split('.')[1]?.length ?? 0;
  if (Math.abs(said - change) < (decimals === 0 ? 0.001 : 1.01 * 10 ** -decimals)) return [];
  return [
    foundAt(
      becameRule.id,
      passage,
      span,
      `“${moved}${by}${byUnit}”与前后两个数字不符`,
      `由${String(a)}到${String(b)}，为${change < 0 ? '减少' : '增加'}${String(Math.abs(change))}${isPoints ? '个百分点' : unit}`,
    ),
  ];
}

const LEFT_OF =
  /(?:比|较)[^，。；\d]{2,10}的(?<a>\d+) ?(?<unit>[个家件条项处篇])(?<moved>减少|增加|净减|净增)了?(?<by>\d+) ?\k<unit>，(?:现有|现为|目前有|目前为|目前共有)(?<b>\d+) ?\k<unit>/gu;

/** 比去年同期的308个减少24个，现有284个. */
function leftOf(passage: PlacedText, text: string, at: number): Contradiction[] {
  return [...text.matchAll(LEFT_OF)].flatMap((match) => {
    const [a, b] = ['a', 'b'].map((name) => Number(own(match.groups, name)));
    const { moved = '', unit = '' } = match.groups ?? {};
    const by = Number(match.groups?.['by']);
    if (a === undefined || b === undefined) return [];
    const right = moved.includes('减') ? a - by : a + by;
    if (right === b) return [];
    return [
      foundAt(
        becameRule.id,
        passage,
        [at + match.index, at + match.index + match[0].length],
        `${String(a)}${moved}${String(by)}为${String(right)}，现有写的是${String(b)}`,
        `现有${String(right)}${unit}，或改正增减`,
      ),
    ];
  });
}

export const becameRule: ProofRule = { id: 'became', name: '降至与升至', check };

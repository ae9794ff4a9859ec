/** 隔句的百分点: 第二季度合格率为93.4%；第三季度……总体合格率95.8%，较上季度提高1.4个百分点: the rate of that time is told elsewhere. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';
import { isClose } from './gaps.ts';

const RATE =
  /(?<name>[^，。；：、（）\d%]{0,16}率)(?:为|达到?|是|由|从)?(?<value>\d+(?:\.\d+)?)%/gu;
const QUARTER =
  /(?<![较比])第?(?<quarter>[一二三四])季度|(?<![较比])(?<other>上季度|去年同期|上年同期|去年|上年|上月|本季度|本月|今年)/gu;
const BY =
  /^[^。；%]{0,14}?[较比](?<then>上[一个]*季度|第?[一二三四]季度|去年同期|上年同期|去年|上年)(?<way>提高|提升|上升|增加|增长|下降|降低|回落|下滑|减少)了?(?<by>\d+(?:\.\d+)?)个百分点/u;
const QUARTERS = '一二三四';

interface TimedRate {
  readonly passage: PlacedText;
  readonly at: number;
  readonly end: number;
  readonly name: string;
  readonly value: number;
  readonly when: string;
  /** 网站 or 账号, the last that its sentence names before it. */
  readonly kind: string | undefined;
}

function check(paper: ReadDocument): Contradiction[] {
  const rates = paragraphsOf(paper).flatMap(ratesIn);
  return rates.flatMap((now) => {
    const { passage, end } = now;
    const { then, way = '', by = '' } = BY.exec(passage.read.slice(end))?.groups ?? {};
    if (then === undefined) return [];
    const time = timeBefore(now.when, then);
    const own = rates.filter(
      (one) =>
        one !== now &&
        one.when !== '' &&
        one.name === now.name &&
        one.when === time &&
        isOfKind(one, now),
    );
    const [base, more] = own;
    // Any rate that the points lead to may be meant.
    const sign = /降|落|滑|减/u.test(way) ? -1 : 1;
    const isMade = rates.some((one) => one !== now && isClose((now.value - one.value) * sign, by));
    if (base === undefined || more !== undefined || isMade) return [];
    const right = Number((now.value - base.value).toFixed(4));
    // 91% and 94% are rounded to whole ones.
    const isRounded = [now.value, base.value].some((value) => Number.isInteger(value));
    if (isRounded && Math.abs(Math.abs(right) - Number(by)) < 1) return [];
    const match = BY.exec(passage.read.slice(end));
    return [
      disagreement(
        pointsToldRule.id,
        [{ passage, at: now.at, end: end + (match?.[0].length ?? 0) }],
        base,
        {
          message: `写的是${way}${by}个百分点，由${String(base.value)}%到${String(now.value)}%`,
          expected: `${right < 0 ? '下降' : '提高'}${String(Math.abs(right))}个百分点`,
        },
      ),
    ];
  });
}

/** Rates with what they are called, whose they are left in, and the time that their sentence names last before them. */
function ratesIn(passage: PlacedText): TimedRate[] {
  return sentencesOf(passage.read).flatMap(({ text, at }) =>
    [...text.matchAll(RATE)].map((match) => {
      const lead = text.slice(0, match.index) + (match.groups?.['name'] ?? '');
      const time = [...lead.matchAll(QUARTER)].at(-1)?.groups;
      return {
        passage,
        at: at + match.index,
        end: at + match.index + match[0].length,
        name: (match.groups?.['name'] ?? '').replace(
          /^年|第?[一二三四]季度|本季度|上季度|去年同期|\d{4}年|总体|整体|综合|平均|全[市县区省州]|抽查|检查|账号|(?:政府|门户)?网站|政务新媒体|新媒体|的/gu,
          '',
        ),
        value: Number(match.groups?.['value']),
        when: time?.['quarter'] ?? time?.['other'] ?? '',
        kind: lead
          .match(/网站|新媒体|账号|公众号/gu)
          ?.at(-1)
          ?.replace(/新媒体|公众号/u, '账号'),
      };
    }),
  );
}

function isOfKind(one: TimedRate, other: TimedRate): boolean {
  return one.kind === undefined || other.kind === undefined || one.kind === other.kind;
}

/** 上季度 of the third quarter is the second. */
function timeBefore(when: string, then: string): string {
  const named = /第?(?<quarter>[一二三四])季度/u.exec(then)?.groups?.['quarter'];
  if (named !== undefined) return named;
  if (!/^上[一个]*季度$/u.test(then)) return then;
  const place = QUARTERS.indexOf(when);
  return place < 0 || when === '' ? '上季度' : QUARTERS.charAt((place + 3) % 4);
}

export const pointsToldRule: ProofRule = { id: 'points-told', name: '隔句的百分点', check };

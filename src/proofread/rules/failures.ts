/**
 * 不合格数: how many failed, said in one part of a document and listed in another: 不合格网站4个 in the first section,
 * 不合格网站名单（5个） over a list or in front of an annex of five lines.
 */
import { disagreement, type Contradiction } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { markerOf } from '../marker.ts';
import { entityOf } from '../meaning.ts';
import { isRate, type Percentage } from '../number/quantity.ts';
import { type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

/** A number of failures, and of what. */
interface Failures {
  readonly of: string;
  readonly value: number;
  readonly passage: PlacedText;
  readonly at: number;
  readonly end: number;
  /** Of another time or place, or of some of them: it may be what the list holds, but says nothing against it. */
  readonly isOther?: boolean;
}

/** Another time, another place, or only some of them. */
const OF_OTHERS =
  /上[季月年次半]|去年|同期|以来|累计|整改后|复[查检核]|其余|其中|较|比|[省市县区州]级|[市县区州省]直|各[县市区]|部门网站|乡镇|门户网站(?!和)/u;
const BAD = '(?:不(?:合格|达标)的?|(?<!突出|主要)问题(?!突出|较))';
const FAILED = `(?:被判定为|判定为|发现|为)?${BAD}`;
const THING = '(?:政府网站|网站|政务新媒体(?:账号)?|新媒体(?:账号)?|政务新媒体账号|账号)';
/** 不合格网站名单（5个）, 附件：不合格账号名单（3个）. */
const HEADED = new RegExp(
  `^\\s*(?:附件 ?\\d*：?)?(?:本次)?${BAD}(?<thing>${THING})(?:名单|清单|情况|一览表)?（(?:共)?(?<count>\\d+)[个家]）[：。]?\\s*$`,
  'u',
);
/** 不合格网站3个：甲网站、乙网站、丙网站. */
const NAMING = new RegExp(
  `^\\s*(?:本次)?${BAD}(?<thing>${THING})(?:共|有|为)*(?<count>\\d+)[个家]：(?=[^，；：\\d]+、)`,
  'u',
);
/** 不合格网站名单 over numbered lines. */
const TITLED = new RegExp(
  `^\\s*(?:附件 ?\\d*：?)?(?:本次)?${BAD}(?<thing>${THING})(?:名单|清单|一览表)[：。]?\\s*$`,
  'u',
);
/** 不合格网站3个：甲、乙、丙: the list stands behind it. */
const LISTED = new RegExp(
  `(?:^|[，。；]|发现|查出|检出|存在)(?:其中)?${FAILED}${THING}(?:有|为|共)?$`,
  'u',
);

function check(paper: ReadDocument): Contradiction[] {
  const listed = listedIn(paper);
  if (listed.length === 0) return [];
  const statements = statementsOf(paper).filter(
    ({ passage }) => passage.place.kind === 'paragraph',
  );
  const own = new Set(listed.map(({ passage }) => passage.block));
  const said = statements.filter(({ passage }) => !own.has(passage.block)).flatMap(saidIn);
  return [...new Set(listed.map(({ of }) => of))].flatMap((of) => {
    const [lists, claims] = [listed, said].map((all) => all.filter((one) => one.of === of));
    const [list, another] = lists ?? [];
    const [claim, ...more] = (claims ?? []).filter(({ isOther }) => isOther !== true);
    // Several lists or several numbers speak of several places.
    if (list === undefined || another !== undefined || claim === undefined) return [];
    if (more.some(({ value }) => value !== claim.value)) return [];
    if (claims?.some(({ value }) => value === list.value)) return [];
    return [
      disagreement(failuresRule.id, [list], claim, {
        message: `名单中不合格的是${String(list.value)}个，前面的数字是${String(claim.value)}个`,
        expected: `前后同为${String(claim.value)}个或${String(list.value)}个`,
      }),
    ];
  });
}

/** What failed, and how: what has problems need not have failed, 发现问题网站12家 of which 3 are 不合格. */
function thingOf(words: string, verdict: string): string {
  const of = entityOf({ label: words, noun: '' });
  if (of === undefined) return '';
  return /问题/u.test(verdict) && !/不(?:合格|达标)/u.test(verdict) ? `${of} with problems` : of;
}

function listedIn(paper: ReadDocument): Failures[] {
  const paragraphs = paragraphsOf(paper);
  return paragraphs.flatMap((passage, index): Failures[] => {
    const start = markerOf(passage.read)?.length ?? 0;
    const text = passage.read.slice(start);
    const headed = (HEADED.exec(text) ?? NAMING.exec(text))?.groups;
    if (headed !== undefined)
      return [
        {
          of: thingOf(headed['thing'] ?? '', text),
          value: Number(headed['count']),
          passage,
          at: start,
          end: passage.read.length,
        },
      ];
    const titled = TITLED.exec(text)?.groups;
    const lines = titled === undefined ? 0 : numberedFrom(paragraphs.slice(index + 1));
    if (titled === undefined || lines < 2) return [];
    const of = thingOf(titled['thing'] ?? '', text);
    return [{ of, value: lines, passage, at: start, end: passage.read.length }];
  });
}

/** How many lines 1., 2., 3. … follow one another. */
function numberedFrom(paragraphs: readonly PlacedText[]): number {
  const end = paragraphs.findIndex(({ read }, index) => {
    const marker = markerOf(read);
    return marker?.script !== 'arabic' || marker.value !== index + 1 || read.length > 60;
  });
  return end < 0 ? paragraphs.length : end;
}

/** What a sentence says failed, or leaves: 检查30个，合格28个; 检查50个，合格率94%. */
function saidIn(statement: Statement): Failures[] {
  const { passage, text } = statement;
  const exact = statement.numbers.filter((one) => one.scope < 0 && !one.rough && !one.compared);
  const direct = exact.flatMap((one): Failures[] => {
    const behind = one.noun;
    const judged =
      new RegExp(`^${THING}`, 'u').exec(behind) !== null &&
      /^[^\d；。]*(?:判定|认定|评定|评)为不(?:合格|达标)/u.test(passage.read.slice(one.end));
    const of = judged
      ? thingOf(behind, '不合格')
      : LISTED.test(passage.read.slice(0, one.at))
        ? thingOf(one.label, one.label)
        : new RegExp(`${FAILED}(?:有|为|共)?$`, 'u').test(one.label) &&
            new RegExp(`^${THING}$`, 'u').test(behind)
          ? thingOf(behind, one.label)
          : '';
    return of === '' ? [] : [{ of, value: one.value, passage, at: one.at, end: one.end }];
  });
  const isOther = OF_OTHERS.test(text.replace(/其中：?(?=不合格)/gu, ''));
  const found = direct.length > 0 ? direct : leftIn(statement, exact);
  return found.map((one) => ({ ...one, isOther }));
}

function leftIn(
  { passage, text, percentages }: Statement,
  exact: readonly SaidNumber[],
): Failures[] {
  const [whole, passed] = exact;
  const of = whole === undefined ? undefined : entityOf(whole);
  if (whole === undefined || (of !== 'site' && of !== 'account')) return [];
  if (!/检查|抽查|监测|普查|巡查/u.test(whole.label)) return [];
  const at = { of, passage, at: whole.at };
  const isPassed = passed !== undefined && /^(?:其中)?合格$/u.test(passed.label);
  if (exact.length === 2 && isPassed && passed.value <= whole.value)
    return [{ ...at, value: whole.value - passed.value, end: passed.end }];
  const [rate, another] = percentages;
  if (exact.length > 1 || rate === undefined || another !== undefined) return [];
  const isPassRate = /(?<!不)合格率(?:为|是|达到|达)?$/u.test(passage.read.slice(0, rate.at));
  const value = isPassRate && !/100/u.test(text) ? failuresBy(whole.value, rate) : undefined;
  return value === undefined ? [] : [{ ...at, value, end: rate.end }];
}

/** How many failed of so many at a rate, where it can only be one number. */
function failuresBy(whole: number, rate: Percentage): number | undefined {
  const near = Math.round(whole * (1 - rate.value / 100));
  const fit = [near - 1, near, near + 1].filter((one) => isRate(rate, whole - one, whole));
  return fit.length === 1 ? fit[0] : undefined;
}

export const failuresRule: ProofRule = { id: 'failures', name: '各处所写的不合格数', check };

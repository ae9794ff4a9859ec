/** 余下: 542个问题按时整改，尚有41个问题未整改到位 of 583个 that were found; and the names that are left of so many. */
import { disagreement, type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { exactSum } from '../number/quantity.ts';
import { type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  return [
    ...statements.flatMap((statement, index) =>
      left(
        statement,
        statements
          .slice(Math.max(0, index - 2), index)
          .filter(({ passage }) => passage === statement.passage),
      ),
    ),
    ...paragraphsOf(paper).flatMap(namesLeft),
  ];
}

const LEFT = /(?:尚有|仍有|还有|剩余|仍剩|还剩|余下)[^，。；]{0,14}$/u;
const UNDONE = /^[^，。；]{0,14}(?:未|待|没有|不到位)/u;
const DONE = /^[^，。；\d]{0,10}(?:整改|办结|完成|解决|销号|修复|更正|改正|答复|回复|注销|清理)/u;
const FOUND = /发现|查出|存在|交办|通报|反馈|转办|共|收到|应/u;
/** Others may have come in between. */
const OTHERS = /新(?:发现|增)|上季|上月|去年|往期|遗留|历史|同时|另|其中/u;

function left(statement: Statement, before: readonly Statement[]): Contradiction[] {
  const { passage, at, end, numbers } = statement;
  const { read } = passage;
  return numbers.flatMap((rest, index): Contradiction[] => {
    const thing = thingOf(rest);
    if (thing === undefined || rest.rough || rest.scope >= 0) return [];
    if (!LEFT.test(read.slice(at, rest.at)) || !UNDONE.test(read.slice(rest.end, end))) return [];
    const isOf = (one: SaidNumber): boolean =>
      one.unit === rest.unit &&
      thingOf(one) === thing &&
      !one.rough &&
      !one.compared &&
      one.scope < 0;
    const done = numbers
      .slice(0, index)
      .findLast(
        (one) =>
          isOf(one) &&
          DONE.test(read.slice(one.end, end)) &&
          !/^[^，。；]{0,6}(?:未|没有|不)/u.test(read.slice(one.end, end)),
      );
    if (done === undefined) return [];
    const lead = (one: SaidNumber): string =>
      one.passage.read.slice(Math.max(0, one.at - 24), one.at);
    const wholes = [...before.flatMap((one) => one.numbers), ...numbers].filter(
      (one) =>
        one.at < done.at && FOUND.test(lead(one)) && named(one, thing) && one.unit === rest.unit,
    );
    const [whole] = wholes;
    const sum = exactSum([done.value, rest.value]);
    if (whole === undefined || wholes.some(({ value }) => value === sum)) return [];
    if (OTHERS.test(read.slice(whole.at, rest.at)) || wholes.length > 1) return [];
    if (Math.abs(sum - whole.value) > Math.max(3, whole.value * 0.3)) return [];
    return [
      disagreement(leftoverRule.id, [done, rest], whole, {
        message: `${String(done.value)}＋${String(rest.value)}＝${String(sum)}，与前面的${String(whole.value)}${whole.unit}不符`,
        expected: `余下${String(exactSum([whole.value, -done.value]))}${rest.unit}，或改正前面的数字`,
      }),
    ];
  });
}

const THING = /^(?<thing>问题|隐患|账号|网站|工单|留言|信件|事项|单位)/u;

/** What stands right behind a number: 43个问题. */
function thingOf({ noun }: SaidNumber): string | undefined {
  return THING.exec(noun)?.groups?.['thing'];
}

/** 一般性问题583个, 583个问题. */
function named(one: SaidNumber, thing: string): boolean {
  return thingOf(one) === thing || one.label.endsWith(thing);
}

const KIND = '(?:乡镇|县（市、区）|县（区）|县区|县|区|镇|街道|单位|部门|市)';
const NAMES_LEFT = new RegExp(
  `(?<whole>\\d{1,3})(?:个|家)${KIND}[^，。；\\d]{0,14}[，中]有?(?<done>\\d{1,3})(?:个|家)[^，。；\\d]{2,20}，(?<row>[^，。；：、\\d“”]+(?:、[^，。；：、\\d“”]+)+)(?<said>(?:尚|仍|至今|均|还)?(?:未|没有)[^，。；]{2,16})(?=[。；])`,
  'gu',
);
const PLACE =
  /(?:局|委|办|厅|镇|乡|街道|县|区|市|旗|州|中心|公司|院|校|社|会|行|队|所|联|馆|处|厂)$/u;

/** 15个乡镇中，12个已完成备案，甲镇、乙镇、丙镇尚未备案. */
function namesLeft(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(NAMES_LEFT)].flatMap((match) => {
    const { row = '', whole = '', done = '' } = match.groups ?? {};
    const names = row.replace(/(?:尚|仍|至今|均|还)+$/u, '').split(/[、和]/u);
    if (/等/u.test(row) || !names.every((name) => PLACE.test(name) && name.length <= 14)) return [];
    const right = Number(whole) - Number(done);
    if (right === names.length || right < 1 || Math.abs(right - names.length) > 2) return [];
    return [
      foundAt(
        leftoverRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `${whole}－${done}＝${String(right)}，点到的是${String(names.length)}个`,
        `点到${String(right)}个，或改正前面的数字`,
      ),
    ];
  });
}

export const leftoverRule: ProofRule = { id: 'leftover', name: '余下的与总数', check };

/** 全部与半数: all were mended and some are not, nothing failed and so many failed, 超过半数 that is less than half. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { entityOf } from '../meaning.ts';
import { numeralValue } from '../../text/numeral.ts';
import type { ReadDocument } from '../document/paper.ts';
import { type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return statementsOf(paper).flatMap((statement) => [
    ...allMended(statement),
    ...noneFailed(statement),
    ...halves(statement),
    ...tenths(statement),
    ...inRow(statement),
    ...allAndSome(statement),
  ]);
}

const ALL_MENDED =
  /(?:已?全部|均已?|都已)(?:按[期时])?(?:完成)?整改(?:完成|到位|完毕)?，(?:其中|但)[^。；]{0,6}?\d+[个项处条家][^。；，\d]{0,8}(?:仍在|正在|尚在|尚未|仍未|未)(?:推进|整改|完成|办理|销号|解决)/gu;
const OTHERS = /除|新|此外|另|基本|上季|上[年月次]|以前/u;

/** 56个问题已全部完成整改，其中3个问题仍在推进. */
function allMended({ passage, text, at }: Statement): Contradiction[] {
  return [...text.matchAll(ALL_MENDED)].flatMap((match) => {
    if (OTHERS.test(text.slice(0, match.index + match[0].length))) return [];
    return [
      foundAt(
        outrightRule.id,
        passage,
        [at + match.index, at + match.index + match[0].length],
        '写的是全部整改，同一句又写有的没有完成',
        '写明已完成的个数，或改正后半句',
      ),
    ];
  });
}

const NONE = /(?:未发现|(?<!有)无)不合格(?<kind>的?(?:政府)?网站|的?政务新媒体|的?账号)?/u;

/** 不合格1家，未发现不合格网站; of one kind of thing alone. */
function noneFailed(statement: Statement): Contradiction[] {
  const { passage, text, at } = statement;
  const match = NONE.exec(text);
  if (match === null || /季度[^。]*季度|上[季年月次]|复查|整改后|其余|其他|除/u.test(text))
    return [];
  const failed = statement.numbers.find(
    (one) =>
      one.value > 0 &&
      one.scope < 0 &&
      !one.rough &&
      !one.compared &&
      /(?<!未发现)不合格(?:的)?(?:网站|账号|单位)?(?:有|为|共)?$/u.test(one.label),
  );
  const kinds = new Set(
    [...text.matchAll(/网站|新媒体|账号|公众号|微博/gu)].map(([word]) =>
      word === '网站' ? 'site' : 'account',
    ),
  );
  if (failed === undefined || kinds.size > 1 || /[；]/u.test(text)) return [];
  const of = entityOf({ label: match[0], noun: '' });
  const own = entityOf(failed);
  if (of !== undefined && own !== undefined && of !== own) return [];
  const from = Math.min(failed.at, at + match.index);
  const to = Math.max(failed.end, at + match.index + match[0].length);
  return [
    foundAt(
      outrightRule.id,
      passage,
      [from, to],
      `写的是不合格${String(failed.value)}${failed.unit}，同一句又写“${match[0]}”`,
      '两处说法一致',
    ),
  ];
}

const HALF =
  /(?<whole>\d{1,5})(?<unit>[个家件条项])[^。；\d]{0,16}?(?<part>\d{1,5})\k<unit>[^。；\d]{0,12}，[^，。；\d]{0,4}(?<![未没不])(?<bound>超过?|不足|不到)(?:总数的)?(?:半数|一半)/gu;

/** 41个账号中有19个不合格，超过半数. */
function halves({ passage, text, at }: Statement): Contradiction[] {
  return [HALF, HALF_FIRST]
    .flatMap((shape) => [...text.matchAll(shape)])
    .flatMap((match) => {
      const { whole = '', part = '', bound = '' } = match.groups ?? {};
      const twice = Number(part) * 2 - Number(whole);
      const isRight = bound.startsWith('超') ? twice > 0 : twice < 0;
      if (isRight || Number(part) > Number(whole)) return [];
      return [
        foundAt(
          outrightRule.id,
          passage,
          [at + match.index, at + match.index + match[0].length],
          `写的是“${bound}半数”，与${whole}、${part}不符`,
          twice > 0 ? '为超过半数' : twice < 0 ? '为不足半数' : '为半数',
        ),
      ];
    });
}

const HALF_FIRST =
  /(?<whole>\d{1,5})(?<unit>[个家件条项])[^。；\d]{0,16}?(?<bound>超过|不足|不到)(?:总数的)?(?:半数|一半)(?:以上)?（(?<part>\d{1,5})\k<unit>）/gu;

const TENTHS =
  /合格率[^，。；\d]{0,4}?(?<bound>超过?|不足|不到|达到?|在)?(?<tenths>[五六七八九])成(?<half>五)?(?<above>以上)?/u;
const VALUES = '五六七八九';

/** 60个账号，合格率达九成以上，不合格账号9个. */
function tenths({ passage, text, at, numbers }: Statement): Contradiction[] {
  const match = TENTHS.exec(text);
  const { bound = '', tenths: words = '', half, above } = match?.groups ?? {};
  const exact = numbers.filter((one) => one.scope < 0 && !one.rough && !one.compared);
  const [whole, failed, more] = exact;
  if (match === null || whole === undefined || failed === undefined || more !== undefined)
    return [];
  if (failed.value > whole.value || !/不合格/u.test(failed.label + failed.noun)) return [];
  const said = (VALUES.indexOf(words) + 5) * 10 + (half === undefined ? 0 : 5);
  const rate = (1 - failed.value / whole.value) * 100;
  const isMost = /不足|不到/u.test(bound);
  if (!isMost && above === undefined && !/超/u.test(bound)) return [];
  if (isMost ? rate < said : rate >= said) return [];
  return [
    foundAt(
      outrightRule.id,
      passage,
      [at + match.index, at + match.index + match[0].length],
      `写的是“${match[0]}”，与${String(whole.value)}、${String(failed.value)}不符`,
      `合格率为${rate.toFixed(1)}%`,
    ),
  ];
}

const IN_ROW =
  /连续(?<count>[两二三四五六]|\d)(?:个)?(?<unit>季度|月|年)[^，。；（）]{0,8}?（(?<row>[^（）。；]{2,30})）/gu;

/** 连续三个季度（一季度、二季度、三季度）. */
function inRow({ passage, text, at }: Statement): Contradiction[] {
  return [...text.matchAll(IN_ROW)].flatMap((match) => {
    const { count = '', row = '', unit = '' } = match.groups ?? {};
    const items = row.split(/[、和]/u);
    const value = /\d/u.test(count) ? Number(count) : numeralValue(count);
    const isPeriods = items.every((item) =>
      unit === '季度'
        ? /^(?:\d{4}年)?第?[一二三四](?:季度)?$/u.test(item)
        : /^(?:\d{4}年)?\d{1,2}(?:月份?|年)?$/u.test(item),
    );
    if (value === undefined || !isPeriods || items.length < 2 || items.length === value) return [];
    return [
      foundAt(
        outrightRule.id,
        passage,
        [at + match.index, at + match.index + match[0].length],
        `写的是连续${count}个${unit}，列出的是${String(items.length)}个`,
        '个数与所列时段一致',
      ),
    ];
  });
}

const ALL_AND_SOME =
  /(?:全部|所有)(?:乡镇|单位|部门|县区|街道)均(?:已|按[时期])*(?<verb>报送|整改|备案|注销|更新|公开)[^，。；]{0,10}，(?<row>[^，。；\d“”]{2,60}?(?:镇|乡|局|委|办|街道|县|区))(?:尚|仍|至今|均)*(?:未|没有)(?:按[时期])?\k<verb>/gu;

/** 全部乡镇均报送了报告，甲镇、乙乡未报送. */
function allAndSome({ passage, text, at }: Statement): Contradiction[] {
  return [...text.matchAll(ALL_AND_SOME)].flatMap((match) =>
    /除|此前|上[季月年次]|去年/u.test(text.slice(0, match.index + match[0].length))
      ? []
      : [
          foundAt(
            outrightRule.id,
            passage,
            [at + match.index, at + match.index + match[0].length],
            `写的是全部${match.groups?.['verb'] ?? ''}，后面又写有的未${match.groups?.['verb'] ?? ''}`,
            '写明未完成的，或改正前半句',
          ),
        ],
  );
}

export const outrightRule: ProofRule = { id: 'outright', name: '全部、没有与半数', check };

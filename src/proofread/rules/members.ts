/**
 * 个数与说到的: 甲、乙等3家网站存在错链。其中甲5条、乙3条、丙2条、丁1条; 以上5个账号须于5月20日前完成整改：“甲”“乙”“丙”; 共有8个区县，其中5个优秀，2个良好，2个
 * 合格.
 */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { exactSum, sumInWords } from '../number/quantity.ts';
import { countAt, NUMBER } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => [
    ...shared(passage),
    ...these(passage),
    ...graded(passage),
  ]);
}

const SHARED = new RegExp(
  String.raw`等${NUMBER} ?[个家](?<thing>网站|单位|部门|账号|乡镇|县区|县|镇)[^。；\d]{2,30}[。，；]其中[，：]?(?<row>(?:(?!和)[^，。；、\d]{2,16}\d+[个条处次件][、，和]?)+)[。；]`,
  'gu',
);

/** More names with a number each than there are in all; fewer may be some of them. */
function shared(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(SHARED)].flatMap((match) => {
    const number = countAt(new RegExp(NUMBER, 'u').exec(match[0]) ?? match);
    const names = (match.groups?.['row'] ?? '')
      .split(/[、，]|(?<=[个条处次件])和/u)
      .map((item) => item.replace(/\d.*$/u, ''))
      .filter((name) => name !== '');
    const distinct = new Set(names).size;
    const isOfNames = names.every((name) =>
      /(?:网站|网|局|委|办|镇|乡|街道|县|区|中心|号)$/u.test(name),
    );
    if (number === undefined || !isOfNames || distinct !== names.length) return [];
    if (distinct <= number.value || distinct > number.value + 3) return [];
    return [
      foundAt(
        membersRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `写的是“${number.words}”，说到的有${String(distinct)}个`,
        `为${String(distinct)}，或改正所列`,
      ),
    ];
  });
}

const THESE = new RegExp(
  String.raw`(?:以上|上述|以下|下列)${NUMBER} ?[个家](?:不合格|问题)?(?:账号|网站|政务新媒体|微信公众号|公众号)[^“”。；：]{2,30}：(?<row>(?:“[^“”]{2,20}”[、，和]?)+)[。；]`,
  'gu',
);

function these(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(THESE)].flatMap((match) => {
    const number = countAt(new RegExp(NUMBER, 'u').exec(match[0]) ?? match);
    const names = match.groups?.['row']?.match(/“[^“”]+”/gu) ?? [];
    if (number === undefined || names.length === number.value) return [];
    if (new Set(names).size !== names.length || Math.abs(names.length - number.value) > 3)
      return [];
    return [
      foundAt(
        membersRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `写的是“${number.words}”，列出的是${String(names.length)}个`,
        `为${String(names.length)}，或补全所列`,
      ),
    ];
  });
}

const GRADE = String.raw`[^，。；、\d]{0,8}(?:优秀|良好|合格|较好|一般|较差|不合格|[一二三]等|[ABCD]级)(?:等次|档次|等级)?`;
const GRADED = new RegExp(
  String.raw`(?<whole>\d+)[个家](?<thing>区县|县区|县市区|乡镇|镇街|单位|部门|账号|网站)，(?:其中[，：]?)?(?<row>\d+[个家](?:\k<thing>)?${GRADE}(?:[、，]\d+[个家](?:\k<thing>)?${GRADE}){2,4})(?=[。；])`,
  'gu',
);

/** Grades exclude one another. */
function graded(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(GRADED)].flatMap((match) => {
    const { whole = '', row = '' } = match.groups ?? {};
    const values = [...row.matchAll(/\d+/gu)].map(([value]) => Number(value));
    const sum = exactSum(values);
    // Some may have no grade.
    if (sum <= Number(whole) || sum > Number(whole) * 1.6) return [];
    return [
      foundAt(
        membersRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `各等次相加，${sumInWords(values)}，多于${whole}个`,
        `各等次相加为${whole}`,
      ),
    ];
  });
}

export const membersRule: ProofRule = { id: 'members', name: '个数与说到的', check };

/** 每家至少与总数: 36家单位，每家至少独立运维1个账号, and 在运行账号共34个: fewer than they would have at least. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { quantitiesIn } from '../number/quantity.ts';
import { valueWritten } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

const EACH =
  /(?:每[家个](?<kind>单位|部门|乡镇|镇街?|街道|县|学校|社区|村)?|各(?<each>单位|部门|乡镇|镇街|街道|学校|社区))(?:均|都|各)?(?:已|应)?(?<least>至少|最少|不少于|均|都|各)?(?:(?<alone>独立|单独|自行|各自)(?:运维|运营|管理)?)?(?:开设|开通|运维|运营|建有|拥有|有|主办|开办|配备|报送|提交|发布)(?:了)?(?:至少|不少于)?(?<n>\d{1,2}|[一两二三四五六])(?<unit>[个条篇名份件])(?:以上)?(?:的)?(?:政务新媒体)?(?<thing>账号|微信公众号|公众号|新媒体|网站|信息|稿件|专栏|管理员|联络员)/gu;
/** What may be of two units at once. */
const SHARED = /共用(?!账号的情况)|联合|合办|共同|合并|共建|共享/u;
const NOT_SHARED = /(?:无|没有|不存在)[^，。；]{0,12}(?:共用|联合|合办|共同)[^，。；]{0,10}/gu;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    /每[家个]|各/u.test(passage.read)
      ? [...passage.read.matchAll(EACH)].flatMap((match) => wrong(passage, match))
      : [],
  );
}

function wrong(passage: PlacedText, match: RegExpExecArray): Contradiction[] {
  const { read } = passage;
  const {
    n = '',
    unit = '',
    thing = '',
    least = '',
    kind = '单位',
    each = kind,
  } = match.groups ?? {};
  const count = valueWritten(n);
  const isLeast = least !== '' || /至少|不少于|以上/u.test(match[0]);
  const isPlan = /应|须|要求|确保|力争|原则上|计划|目标|不少于/u.test(
    `${/[^。；]*$/u.exec(read.slice(0, match.index))?.[0] ?? ''}${match[0]}`,
  );
  const from = match.index + match[0].length;
  const sure = read.replace(NOT_SHARED, '');
  const isOfOne = (match.groups?.['alone'] ?? '') !== '' || sure !== read || isLeast;
  if (count === undefined || !isLeast || isPlan || !isOfOne || SHARED.test(sure)) return [];
  const units = quantitiesIn(read.slice(0, match.index)).filter(
    (one) => /^[家个]$/u.test(one.unit) && one.noun.startsWith(each),
  );
  const [all, other] = units;
  if (all === undefined || other !== undefined) return [];
  if (/其余|除|部分|另/u.test(read.slice(all.end, match.index))) return [];
  const behind = quantitiesIn(read.slice(from)).map((one) => ({
    ...one,
    at: one.at + from,
    end: one.end + from,
  }));
  const total = behind.find(
    (one) =>
      one.unit === unit &&
      (one.label.includes(thing) || one.noun.startsWith(thing)) &&
      /共|总数|合计|总计|累计/u.test(one.label) &&
      !/检查|抽查|不合格|发现|问题|其中|新增|本月|本季/u.test(one.label),
  );
  if (total === undefined || total.value >= all.value * count) return [];
  if (/其中/u.test(/[^。；]*$/u.exec(read.slice(0, total.at))?.[0] ?? '')) return [];
  return [
    foundAt(
      leastEachRule.id,
      passage,
      [total.at - total.label.length, total.end],
      `${String(all.value)}${all.unit}${each}每家至少${n}${unit}，总数写的是${String(total.value)}${unit}`,
      `总数不少于${String(all.value * count)}${unit}`,
    ),
  ];
}

export const leastEachRule: ProofRule = { id: 'least-each', name: '每家至少与总数', check };

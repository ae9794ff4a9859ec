/** 回指: 发现问题12个……上述15个问题: what is pointed back at has another number than what was told. */
import { disagreement, type Contradiction } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { entityOf } from '../meaning.ts';
import { exactSum } from '../number/quantity.ts';
import { isAlike, type SaidNumber, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const BEFORE = 8;

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper).filter(
    ({ passage }) => passage.place.kind === 'paragraph',
  );
  return statements.flatMap((statement, index) =>
    statement.numbers.flatMap((one): Contradiction[] => {
      if (!pointsBack(one) || one.rough || one.value < 2) return [];
      const before = [
        ...statements.slice(Math.max(0, index - BEFORE), index).flatMap(({ numbers }) => numbers),
        ...statement.numbers.filter(({ at }) => at < one.at),
      ];
      const named = before.filter((other) => isAlike(other, one) && isNamed(other, one));
      // 抽查70个，不合格5个……上述5个不合格账号: of those that failed.
      const failed = named.filter(({ label, noun }) => /不合格/u.test(label + noun));
      const told = /^不合格/u.test(one.noun) && failed.length > 0 ? failed : named;
      const [whole] = told.filter(
        ({ label, scope }) => scope < 0 && /发现|存在|共|通报|查出|不合格/u.test(label),
      );
      // 55个账号中有5个不合格账号: of the same 55.
      const base = statement.numbers.findLast(({ at }) => at < one.at);
      if (
        /中有$/u.test(one.label) &&
        !before.some((other) => other !== base && other.value === base?.value)
      )
        return [];
      const values = before.filter((other) => isAlike(other, one)).map(({ value }) => value);
      if (!whole || told.length > 1 || values.includes(one.value) || isSum(one.value, values))
        return [];
      return [
        disagreement(anaphoraRule.id, [one], whole, {
          message: `写的是“${one.label.slice(-2)}${String(one.value)}${one.unit}”，前文是${String(whole.value)}${whole.unit}`,
          expected: `前后一致，为${String(whole.value)}${whole.unit}`,
        }),
      ];
    }),
  );
}

const OTHER_TIME =
  /季度|上[次月季年半期]|去年|\d月|其中|以来|前期|累计|同时|第[一二三四五\d]+[次轮批期]|普查/u;

/** 上述15个, 对交办的15个问题, 本次检查的5个不合格账号; what another time found is another number. */
function pointsBack({ label, noun, passage, at }: SaidNumber): boolean {
  if (/(?:上述|以上|前述|这)$/u.test(label)) return true;
  const sentence = /[^。；]*$/u.exec(passage.read.slice(0, at))?.[0] ?? '';
  const clause = /[^，]*$/u.exec(sentence)?.[0] ?? '';
  if (OTHER_TIME.test(sentence) || /[区县市省州]级|[各另]/u.test(clause)) return false;
  const isFailed = /不合格|问题/u.test(noun);
  if (/^不合格/u.test(noun) && /(?:^|[，。；])(?:请|责令|要求|约谈)$/u.test(`，${label}`))
    return true;
  if (/^不合格(?:账号|网站|政务新媒体)/u.test(noun) && /中有$/u.test(label)) return true;
  // 39个不合格账号中，38个未回复.
  if (/^不合格[^，。]{2,6}中$/u.test(noun) && label === '') return true;
  return isFailed && /(?:检查|发现|通报|交办|查出|反馈|排查|监测)(?:出|到)?的$/u.test(label);
}

/** Both count the same thing. */
function isNamed(other: SaidNumber, one: SaidNumber): boolean {
  const own = entityOf({ label: '', noun: one.noun });
  // 不合格39个……39个不合格账号中.
  if (/^不合格/u.test(one.noun) && /不合格的?$/u.test(other.label) && other.noun === '')
    return true;
  // 检查发现10个存在问题……检查发现的12个问题账号.
  if (
    /^(?:问题|不合格)(?:账号|网站|政务新媒体)/u.test(one.noun) &&
    /^存在(?:突出|严重)?问题|^(?:问题|不合格)(?:账号|网站|政务新媒体)/u.test(
      other.noun || other.label.replace(/^.*(?=(?:问题|不合格)(?:账号|网站|政务新媒体)$)/u, ''),
    )
  )
    return true;
  return own !== undefined && own === entityOf(other) && !other.rough && !other.compared;
}

/** Whether some of the numbers one behind the other make the value, or what is left of one of them. */
function isSum(value: number, values: readonly number[]): boolean {
  return values.some((_, from) =>
    values.some(
      (_, to) =>
        to > from &&
        (exactSum(values.slice(from, to + 1)) === value ||
          Math.abs((values[from] ?? 0) - (values[to] ?? 0)) === value),
    ),
  );
}

export const anaphoraRule: ProofRule = { id: 'anaphora', name: '上述个数与前文', check };

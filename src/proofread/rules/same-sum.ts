/** 万与元: 12.6万元，即人民币162000元; 发布信息12600条 and 1.36万条信息: one number in two measures. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { own } from '../../text/own.ts';
import type { ProofRule } from '../rule.ts';

const SUM =
  /(?<a>\d+(?:\.\d+)?)(?<scale>万)(?<unit>元|条|人次|次|篇|人|件)[，（]?(?:即|也就是|合|折合|计)(?:人民币)?(?<b>[\d,]+(?:\.\d+)?)\k<unit>/gu;
const BACK =
  /(?:全年|上半年|本季度|共|累计|总)[^，。；\d]{0,6}(?:发布|受理|收到|推送|制发|办理)[^，。；\d]{0,8}?(?<b>\d{5,}|\d{1,3}(?:,\d{3})+)(?<unit>条|件|篇|次)[^万]{0,80}?(?:全年|上半年|本季度|上述|这)的?(?<a>\d+(?:\.\d+)?)万\k<unit>/gu;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    passage.read.includes('万') ? [SUM, BACK].flatMap((shape) => wrong(passage, shape)) : [],
  );
}

function wrong(passage: PlacedText, shape: RegExp): Contradiction[] {
  return [...passage.read.matchAll(shape)].flatMap((match) => {
    const [a = '', b = '', unit = ''] = ['a', 'b', 'unit'].map(
      (name) => own(match.groups, name) ?? '',
    );
    const value = Number(b.replaceAll(',', ''));
    const decimals = a.split('.')[1]?.length ?? 0;
    const room = 10 ** (4 - decimals);
    if (Math.abs(Number(a) * 1e4 - value) < room || /[近约超余]/u.test(match[0])) return [];
    return [
      foundAt(
        sameSumRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `${a}万${unit}与${b}${unit}不是同一个数`,
        `${b}${unit}为${String(value / 1e4)}万${unit}`,
      ),
    ];
  });
}

export const sameSumRule: ProofRule = { id: 'same-sum', name: '万与个数', check };

/** 连续几个季度: 第一季度检查中合格，第二季度、第三季度不合格, and 连续三个季度不合格 of the same account. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { valueWritten } from '../roll.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const BAD = '不合格|被?通报|不达标';
const ROW = String.raw`连续(?<n>[两二三四2-4])个季度(?:被)?(?:检查|抽查|判定|评定)?(?:为)?(?:${BAD})`;
const SAID: readonly RegExp[] = [
  new RegExp(String.raw`${ROW}的?[^，。；“]{0,10}“(?<name>[^“”]{2,16})”`, 'gu'),
  new RegExp(String.raw`“(?<name>[^“”]{2,16})”[^。；“”第]{0,16}${ROW}`, 'gu'),
];
const PASSED = new RegExp(
  String.raw`“(?<name>[^“”]{2,16})”[^。；“”]{0,14}第?(?<good>[一二三四])季度[^，。；“”季]{0,8}(?<!不)合格，(?<bad>[^。；“”]{0,24}季度[^。；“”]{0,24}(?:${BAD}))`,
  'gu',
);

interface Mention {
  readonly passage: PlacedText;
  readonly at: number;
  readonly end: number;
  readonly name: string;
  readonly groups: Readonly<Record<string, string>>;
}

function check(paper: ReadDocument): Contradiction[] {
  const passages = paragraphsOf(paper).filter(({ read }) => read.includes('季度'));
  const passed = passages.flatMap((passage) => mentionsIn(passage, [PASSED]));
  if (passed.length === 0) return [];
  return passages
    .flatMap((passage) => mentionsIn(passage, SAID))
    .flatMap((one) => {
      const count = valueWritten(one.groups['n']);
      const other = passed.find(({ name }) => name === one.name);
      if (other === undefined || count === undefined) return [];
      const failed = quartersIn(other.groups['bad'] ?? '');
      if (failed === 0 || count <= failed) return [];
      return [
        disagreement(failsInARowRule.id, [one], other, {
          message: `“${one.name}”一处写连续${one.groups['n'] ?? ''}个季度，一处只有${String(failed)}个季度`,
          expected: `连续的季度为${String(failed)}个，或改正另一处`,
        }),
      ];
    });
}

function mentionsIn(passage: PlacedText, shapes: readonly RegExp[]): Mention[] {
  return sentencesOf(passage.read).flatMap(({ text, at }) =>
    shapes.flatMap((shape) =>
      [...text.matchAll(shape)].map((match) => ({
        passage,
        at: at + match.index,
        end: at + match.index + match[0].length,
        name: match.groups?.['name'] ?? '',
        groups: { ...match.groups },
      })),
    ),
  );
}

/** 第二季度、第三季度, 二、三季度, 第二至四季度: how many are named; nought where years stand between. */
function quartersIn(words: string): number {
  if (/年|至/u.test(words)) return 0;
  return new Set([...words.matchAll(/([一二三四])(?:季度|、)/gu)].map(([, one]) => one)).size;
}

export const failsInARowRule: ProofRule = { id: 'fails-in-a-row', name: '连续几个季度', check };

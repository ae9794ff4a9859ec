/** 回指的名字: “教育体育”微信公众号…恢复上述“教体视界”微信公众号: points back to a name that nobody said. */
import { disagreement, type Contradiction } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const PLATFORM = String.raw`(?<platform>微信公众号|公众号|(?:新浪|政务)?微博|抖音号?|快手号?|头条号?|视频号|小程序|网站)`;
const POINTED = new RegExp(`(?:上述|前述)“(?<name>[^“”]{2,20})”${PLATFORM}`, 'gu');
const NAMED = new RegExp(`“(?<name>[^“”]{2,20})”${PLATFORM}`, 'gu');

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  return paragraphs.flatMap((passage, index) =>
    [...passage.read.matchAll(POINTED)].flatMap((match) => {
      const { name = '', platform = '' } = match.groups ?? {};
      const before = [...paragraphs.slice(0, index), headOf(passage, match.index)];
      if (before.some(({ read }) => read.includes(name))) return [];
      const named = before.flatMap((one) =>
        [...one.read.matchAll(NAMED)]
          .filter(({ groups }) => groups?.['platform'] === platform)
          .map((other) => ({ passage: one, match: other })),
      );
      const [only] = named;
      const isOne = new Set(named.map(({ match: other }) => other.groups?.['name'])).size === 1;
      if (only === undefined || !isOne) return [];
      const other = only.match.groups?.['name'] ?? '';
      return [
        disagreement(
          pointedNameRule.id,
          [{ passage, at: match.index, end: match.index + match[0].length }],
          {
            passage: only.passage,
            at: only.match.index,
            end: only.match.index + only.match[0].length,
          },
          {
            message: `写的是“${match[0].slice(0, 2)}“${name}””，前文说到的${platform}只有“${other}”`,
            expected: `名称前后一致`,
          },
        ),
      ];
    }),
  );
}

/** A paragraph up to a place in it. */
function headOf(passage: PlacedText, at: number): PlacedText {
  return { ...passage, text: passage.text.slice(0, at), read: passage.read.slice(0, at) };
}

export const pointedNameRule: ProofRule = {
  id: 'pointed-name',
  name: '上述名称与前文',
  check,
};

/** 各类问题给多少天: what the office's rules give and what the ledger's problems were given, for both editions. */
import type { Face } from '../face.ts';
import { problemTerms } from '../kind/problem-terms.ts';
import type { GuidePart } from './guide-part.ts';

export function problemTermsGuide(face: Face): GuidePart {
  return {
    id: 'terms',
    title: '各类问题给多少天整改',
    intro:
      '期限由交办的文件（清单、通报、督办函）写明，台账照原文登记。有天数规定的类别，是本台账的设定，只用于由检查开列的；没有的不推定。“实际给过”是本台账里这类问题从列入到原定的截止日有多少天，有三个以上才列，是事实，不是规定。',
    steps: [],
    facts: problemTerms(face),
    sources: [],
    link: undefined,
  };
}

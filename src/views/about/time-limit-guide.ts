/** 限期整改是什么: in a sentence for readers from outside, and that it is no punishment of a person. */
import type { Face } from '../face.ts';
import type { GuidePart } from './guide-part.ts';

export function timeLimitGuide({ ledger }: Pick<Face, 'ledger'>): GuidePart {
  const { authority } = ledger.site;
  return {
    id: 'time-limit',
    title: '限期整改是什么，是不是处分',
    intro: `限期整改，是要责任单位把查出的问题在写明的日子以前改好，报佐证，由${authority}验收；说的是要改的事，不是对人的处分。`,
    steps: [],
    facts: [
      {
        name: '政务处分',
        value:
          '法律列的政务处分有六种：警告、记过、记大过、降级、撤职、开除。限期整改不在其中，到期没有改好的逾期也不在其中。',
      },
      {
        name: '有没有人受处分',
        value: '本台账只记问题和整改，不登记处分；一个单位列了几个问题，看不出有没有人受处分。',
      },
      {
        name: '期限从哪里来',
        value:
          '期限照来源清单的原文，读成哪一天、是不是延过期，都写在问题页的“时限认定”；来源没有写而由本台账定的，注明“系统设定”。',
      },
    ],
    sources: [
      {
        name: '《中华人民共和国公职人员政务处分法》第七条',
        says: '政务处分的种类。',
        address: undefined,
      },
    ],
    link: undefined,
  };
}

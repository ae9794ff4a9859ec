/** 已全部与仅剩: 已全部完成整改并销号 and behind it 目前仅甲局“乙”仍在办理注销手续. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const DONE =
  '整改|销号|办结|注销|恢复更新|恢复正常|备案|反馈|报送|提交|关停|更正|答复|完成|合格|达标';
const ALL = new RegExp(
  `(?<=[，。；：]|^)[^，。；：]{0,40}?(?:已全部|全部已?|均已|都已|均|悉数)(?:按[期时要求]+|完成|得到|及时|实现)*(?:${DONE})(?:到位|完毕|完成|并销号)*`,
  'gu',
);
const OPEN = '(?:办理|整改|更新|恢复|完成|办结|报送|反馈|备案|注销|答复|提交|更正|推进|处理)';
/** 目前仅甲局仍在办理, 仍有2个尚未整改; 甲、乙仍未恢复. */
const YET = new RegExp(
  `(?:目前|现|截至[^，。；]{2,12}，?)?(?:仅|只|尚|仍|还)(?:有|剩|余)?[^，。；]{0,24}?(?:仍在|仍未|仍没有|尚未|还未|还在|正在|未能?|没有)[^，。；]{0,4}?${OPEN}|[^，。；]{2,24}?(?:仍在|仍未|尚未|至今仍?未)[^，。；]{0,4}?${OPEN}`,
  'gu',
);
const HEDGED =
  /除|基本|其中|要求|须|应|确保|力争|如|若|未|不|以前|计划|预计|将|拟|尚|部门|乡镇|镇街|县区|网站均/u;
/** From here on of something else, or of another time. */
const ELSEWHERE =
  /新(?:发现|增|查出|收)|本季度|本次|此次|另|又|再次|复查|复核|回头看|其中，?[^。]*网站|要求|截止|此外|反弹|[一二三四五]是|第[一二三四]季度|下一步|\n/u;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    [...passage.read.matchAll(ALL)].flatMap((match) => yetIn(passage, match)),
  );
}

function yetIn(passage: PlacedText, match: RegExpExecArray): Contradiction[] {
  const end = match.index + match[0].length;
  const behind = /^[^，。；]{0,12}/u.exec(passage.read.slice(end))?.[0] ?? '';
  if (HEDGED.test(match[0]) || /除|外|前|后|的/u.test(behind)) return [];
  const [yet] = [...passage.read.slice(end, end + 160).matchAll(YET)];
  if (yet === undefined) return [];
  const between = passage.read.slice(end, end + yet.index);
  const at = end + yet.index;
  if (ELSEWHERE.test(between + yet[0]) || /应|须|要/u.test(yet[0])) return [];
  return [
    disagreement(
      allYetRule.id,
      [{ passage, at, end: at + yet[0].length }],
      { passage, at: match.index, end },
      {
        message: `前面写“${match[0].slice(-16)}”，这里写“${yet[0].slice(-24)}”`,
        expected: '前后两处说法一致，写明已完成的和没有完成的',
      },
    ),
  ];
}

export const allYetRule: ProofRule = { id: 'all-yet', name: '已全部与仍在办理', check };

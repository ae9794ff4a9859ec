/** 换个说法再说: 仍未整改的有2个 and 未整改的3个问题分别是; 有效留言31条 and 33条有效留言全部; 有15个公开了 and 公开的14个乡镇中. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isAnySum, isNearTo } from '../figures/explained.ts';
import { type ToldFigure, figuresOf } from '../figures/figure.ts';
import type { ProofRule } from '../rule.ts';

/** How many paragraphs back the first telling may stand. */
const BACK = 3;
/** What leads to the words that say which are meant, and tells nothing of whose they are. */
const GENERAL =
  /^(?:对|针对|其中|本季度|本次|此次|这|上述|以上|全部|仍|尚|的|经|有|共|又|截至目前|目前|发现|检查|抽查|复查|核查|存在|县?全[市县区省州]|账号|网站|单位|问题|、)*$/u;

function check(paper: ReadDocument): Contradiction[] {
  return figuresOf(paper).flatMap((paragraph, index, all) => {
    const earlier = all.slice(Math.max(0, index - BACK), index).flatMap(({ figures }) => figures);
    const again = paragraph.figures.flatMap((one) => {
      const words = meantBy(one);
      return words === undefined ? [] : [{ one, words }];
    });
    return again.flatMap(({ one, words }) => {
      const before = [...earlier, ...paragraph.figures.filter(({ end }) => end <= one.at)];
      return wrong(before, one, words);
    });
  });
}

/** Which are meant: 未整改 of 未整改的3个问题, 有效 of 33条有效留言. */
function meantBy({ label, noun, role, scope, compared, chinese }: ToldFigure): string | undefined {
  if (scope >= 0 || compared || chinese || role !== 'count') return undefined;
  const words = /^(?<general>.*?)(?<words>\p{Script=Han}{2,6})的$/u.exec(label);
  if (words !== null && /^\p{Script=Han}/u.test(noun)) {
    const own = label
      .slice(0, -1)
      .replace(/^(?:对|针对|其中|本季度|本次|此次|这|上述|以上|全部|仍|尚|已)+/u, '');
    return own.length >= 2 &&
      own.length <= 6 &&
      !/[个家条的]/u.test(own) &&
      !/[年月季次期]|较|比|由|从/u.test(own)
      ? own
      : undefined;
  }
  const behind =
    /^(?<words>有效|无效|不合格|重点|僵尸|问题|未备案|未整改|逾期|新开设|新增|被通报)(?:政府|政务)?(?:网站|新媒体|账号|留言|信件|工单|问题|单位|诉求)(?:中|均|都|全部|已|，均|，已)/u.exec(
      noun,
    );
  return GENERAL.test(label) ? behind?.groups?.['words'] : undefined;
}

function wrong(before: readonly ToldFigure[], one: ToldFigure, words: string): Contradiction[] {
  const alike = before.filter(
    (other) => other.kind === one.kind && other.role !== 'rough' && other.role !== 'mean',
  );
  const told = alike.filter((other) => isSaidOf(other, words));
  const [first] = told;
  if (first === undefined || told.some(({ value }) => value !== first.value)) return [];
  if (first.compared || first.scope >= 0 || first.unit !== one.unit) return [];
  if (alike.some(({ value }) => value === one.value) || !isNearTo(one.value, first.value, 0.2))
    return [];
  if (isAnySum(one.value, alike)) return [];
  if (one.time !== '' && one.time !== first.time && !/^本/u.test(one.time)) return [];
  if (/其中|另|含/u.test(one.lead)) return [];
  return [
    disagreement(retoldRule.id, [one], first, {
      message: `前面写的是${String(first.value)}${first.unit}，这里写的是${words}的${String(one.value)}${one.unit}`,
      expected: `前后一致，为${String(first.value)}${first.unit}，或改正前面的数字`,
    }),
  ];
}

/** Whether these very words are said of a number, and of no part of it. */
function isSaidOf({ label, noun }: ToldFigure, words: string): boolean {
  const at = label.lastIndexOf(words);
  if (at >= 0)
    return (
      !/[未不没]$/u.test(label.slice(0, at)) &&
      GENERAL.test(label.slice(0, at)) &&
      label.length - at - words.length <= 6
    );
  const behind = noun.indexOf(words);
  return (
    behind >= 0 && behind <= 4 && !/[未不没]$/u.test(noun.slice(0, behind)) && GENERAL.test(label)
  );
}

export const retoldRule: ProofRule = { id: 'retold', name: '换个说法再说的数', check };

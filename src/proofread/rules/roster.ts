/** 标题与名单: （二）功能无法使用（5个） over a paragraph that names the five. */
import type { Contradiction } from '../contradiction.ts';
import { paragraphsOf, type ReadDocument } from '../document/paper.ts';
import { markerOf } from '../marker.ts';
import { countAt, countsOff, type Names, namesIn, NUMBER } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

const HEADED = new RegExp(
  `${NUMBER} ?(?:个|家)(?:单位|部门|账号|网站|新媒体|政务新媒体)?）?[：。]?\\s*$`,
  'u',
);
/** 报送：区委、区政府领导: who gets the paper. */
const ADDRESS = /^(?:报送|抄送|主送|抄报|发送|印发|联系人?|附件)：/u;
/** No list of a heading runs over more paragraphs. */
const MOST = 60;

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  return paragraphs.flatMap((passage, index) => {
    const match = HEADED.exec(passage.read);
    const count = match && countAt(match);
    if (!count || count.value < 2 || !/（[^（）]{0,6}$|：$/u.test(passage.read.slice(0, count.at)))
      return [];
    const names: Names[] = [];
    for (const { read, numbered } of paragraphs.slice(index + 1, index + 1 + MOST)) {
      const text = read.trim().replace(/[。；、，]$/u, '');
      const isOver = numbered || markerOf(read) !== undefined || ADDRESS.test(text);
      const named = isOver ? undefined : namesIn(text, true);
      if (!named) break;
      names.push(named);
    }
    const listed = {
      least: names.reduce((sum, { least }) => sum + least, 0),
      most: names.reduce((sum, { most }) => sum + most, 0),
      open: names.some(({ open }) => open),
    };
    // A single name is a heading of its own, or a sentence.
    if (listed.least < 2) return [];
    const words = count.words.replace(/[）：。\s]+$/u, '');
    return countsOff(rosterRule.id, passage, { ...count, words }, count.at, count.end, listed);
  });
}

export const rosterRule: ProofRule = { id: 'roster', name: '标题中的个数与名单', check };

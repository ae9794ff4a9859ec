/** 标题与名单: （二）功能无法使用（5个） over a paragraph that names the five. */
import type { Contradiction } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { markerOf } from '../marker.ts';
import { areHalfQuoted, countAt, countsOff, type Names, namesIn, NUMBER } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

const HEADED = new RegExp(
  `${NUMBER} ?(?:个|家)(?:单位|部门|账号|网站|新媒体|政务新媒体)?）?[：。]?\\s*$`,
  'u',
);
/** 报送：区委、区政府领导: who gets the paper. */
const ADDRESS = /^(?:报送|抄送|主送|抄报|发送|印发|联系人?|附件)：/u;
/** No list of a heading runs over more paragraphs. */
const MOST = 60;

/** （一）更新不及时（4个）。“甲”“乙”“丙”微信公众号超过两周未更新。: heading and names in one paragraph. */
const INLINE = new RegExp(
  `^[^，。；：（）]{2,30}（共?${NUMBER} ?(?:个|家)(?:单位|账号|网站|政务新媒体)?）[。：](?<rest>[^。]{6,}。?)\\s*$`,
  'u',
);
/** How what is said of the names begins. */
const SAID = /存在|出现|未(?!来)|超过|长期|连续|无(?!线|锡)|不|均|都|更新|停更|[^“]等(?![级候])/u;

function inline(passage: PlacedText): Contradiction[] {
  const start = markerOf(passage.read)?.length ?? 0;
  const match = start === 0 ? null : INLINE.exec(passage.read.slice(start));
  const rest = match?.groups?.['rest'];
  if (match === null || rest === undefined) return [];
  const masked = rest.replace(/“[^”]*”/gu, (name) => `“${'名'.repeat(name.length - 2)}”`);
  const end = masked.search(SAID);
  const lead = rest.slice(0, Math.max(end, 0));
  const names = areHalfQuoted(lead) ? undefined : namesIn(lead);
  // What is said may name others, or more of them, and quotes may be parts of a website.
  if (/栏目|专栏|板块|菜单|功能|页面|[网站号]“/u.test(lead)) return [];
  if (names === undefined || names.open || /“|等|；/u.test(masked.slice(end))) return [];
  const at = passage.read.search(new RegExp(`${NUMBER} ?(?:个|家)`, 'u'));
  const words = new RegExp(`${NUMBER} ?(?:个|家)`, 'u').exec(passage.read)?.[0] ?? '';
  const value = /\d/u.test(words) ? Number.parseInt(words, 10) : undefined;
  if (value === undefined || value < 2 || at < start) return [];
  const count = { value, words, at, end: at + words.length };
  return countsOff(rosterRule.id, passage, count, at, count.end, names);
}

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  return [...paragraphs.flatMap(inline), ...below(paragraphs)];
}

function below(paragraphs: ReturnType<typeof paragraphsOf>): Contradiction[] {
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

/** 标题、正文与落款: a title of 2023年第二季度检查 over a paper signed in 2022; a report of one office that another one signs; a title and a body of two years. */
import { yearOf } from '../../day/calendar.ts';
import { signedOn } from '../date.ts';
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const TITLE =
  /^(?<who>[\p{Script=Han}]{2,24}?)?关于[^，。；：]{4,60}(?:的?(?:通报|报告|情况说明|函|汇报|总结|说明|情况))(?:（[^（）]{1,8}）)?$/u;
const OFFICE = /(?:局|委员会|委|办公室|办公厅|厅|人民政府|院|中心|社|管委会|街道办事处)$/u;
/** Done, and so not later than the paper. */
const DONE = /检查|抽查|监测|自查|整改|运行|办理|考核|测评|普查|情况|总结|报表|工作/u;

function check(paper: ReadDocument): Contradiction[] {
  const passages = paragraphsOf(paper);
  const signed = signedOn(paper);
  const title = passages.slice(0, 3).find(({ read }) => TITLE.test(read.trim()));
  if (title === undefined) return [];
  return [
    ...(signed === undefined ? [] : early(title, passages, signed)),
    ...(signed === undefined ? [] : office(title, passages, signed.block)),
    ...years(title, passages),
  ];
}

/** 2023年第二季度, and signed on 5 July 2022: before it began. */
function early(
  title: PlacedText,
  passages: readonly PlacedText[],
  { day, block }: { day: string; block: number },
): Contradiction[] {
  const own = /(?<year>\d{4})年(?:度|第?(?<quarter>[一二三四])季度|(?<half>[上下])半年)?/u.exec(
    title.read,
  );
  const { year = '', quarter, half } = own?.groups ?? {};
  if (
    own === null ||
    !DONE.test(title.read) ||
    /方案|计划|安排|做好|开展|关于印发|通知/u.test(title.read)
  )
    return [];
  const month =
    quarter === undefined ? (half === '下' ? 7 : 1) : '一二三四'.indexOf(quarter) * 3 + 1;
  const begins = `${year}-${String(month).padStart(2, '0')}-01`;
  const last = passages.find((one) => one.block === block);
  if (day >= begins || last === undefined || yearOf(day) < Number(year) - 2) return [];
  return [
    {
      rule: signedTitleRule.id,
      place: last.place,
      quote: quoteAround(last.text, 0, last.text.length),
      against: { place: title.place, quote: quoteAround(title.text, 0, title.text.length) },
      message: `标题写的是${own[0]}，成文日期“${last.text.trim()}”在它开始之前`,
      expected: `成文日期不早于${begins}`,
    },
  ];
}

/** The office of the title, and the one above the day. */
function office(
  title: PlacedText,
  passages: readonly PlacedText[],
  block: number,
): Contradiction[] {
  const who = TITLE.exec(title.read.trim())?.groups?.['who'];
  const at = passages.findIndex((one) => one.block === block);
  const signer = passages[at - 1];
  const name = signer?.read.trim().replace(/^[ ]+/gu, '') ?? '';
  if (who === undefined || signer === undefined || signer === title || !OFFICE.test(who)) return [];
  if (
    !OFFICE.test(name) ||
    name.length > 24 ||
    /[，。：；、（“ ]/u.test(name) ||
    /[ 、]/u.test(who)
  )
    return [];
  if (isSameOffice(who, name)) return [];
  return [
    {
      rule: signedTitleRule.id,
      place: signer.place,
      quote: quoteAround(signer.text, 0, signer.text.length),
      against: { place: title.place, quote: quoteAround(title.text, 0, title.text.length) },
      message: `标题的发文单位是“${who}”，落款是“${name}”`,
      expected: '标题与落款是同一单位',
    },
  ];
}

/** 县农业农村局 and 石坪县农业农村局; 政府 and its 办公室. */
function isSameOffice(a: string, b: string): boolean {
  const [one, two] = [a, b].map((name) =>
    name
      .replace(
        /^[\p{Script=Han}]{2,4}?(?:省|市|县|区|州|旗)(?=[\p{Script=Han}]{2})|^[省市县区州旗](?=[\p{Script=Han}]{2})/u,
        '',
      )
      .replace(/委员会$/u, '委')
      .replace(/人民|中共|办公[室厅]$/gu, ''),
  );
  if (one === undefined || two === undefined) return true;
  const isShort =
    [...one].every((char) => two.includes(char)) || [...two].every((char) => one.includes(char));
  return one === two || isShort;
}

/** 关于2023年度…的说明 over 现将2022年度情况报告如下. */
function years(title: PlacedText, passages: readonly PlacedText[]): Contradiction[] {
  const all = [
    ...title.read.matchAll(/(?<year>\d{4})年(?<what>度|第?[一二三四]季度|[上下]半年)/gu),
  ];
  const [own, more] = all;
  if (own === undefined || more !== undefined || !DONE.test(title.read)) return [];
  const { year = '', what = '' } = own.groups ?? {};
  const bare = what.replace(/^第/u, '');
  const shape = new RegExp(
    `现将(?<year>\\d{4})年第?${bare}[^，。；\\d]{0,24}(?:报告|通报|汇报|说明|公布)如下`,
    'u',
  );
  return passages.slice(1, 12).flatMap((passage) => {
    const match = shape.exec(passage.read);
    if (match === null || match.groups?.['year'] === year) return [];
    return [
      {
        rule: signedTitleRule.id,
        place: passage.place,
        quote: quoteAround(passage.text, match.index, match.index + match[0].length),
        against: { place: title.place, quote: quoteAround(title.text, 0, title.text.length) },
        message: `标题写的是${own[0]}，这里写的是${match.groups?.['year'] ?? ''}年${bare}`,
        expected: '标题与正文是同一时期',
      },
    ];
  });
}

export const signedTitleRule: ProofRule = { id: 'signed-title', name: '标题、正文与落款', check };

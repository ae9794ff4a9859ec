/**
 * 不常见的说法: 土桥乡年度报告格式不符合要求 — an office, and behind it words that no list of beginnings foresees. Its name ends
 * with its first word for an office, what follows begins no longer name, and has a form in which something is wrong.
 */
import { saysDefect } from '../../said/defect.ts';
import { officesOf } from './office-names.ts';

const ENDS =
  /(?:局|委员会|厅|镇|乡|街道|[妇残文科侨]联|管委会|供销社|(?<![我本该各县市区州省政府])办公室)/gu;
/** No name is longer. */
const LONGEST = 16;
/** 石佛镇卫生院, 县教育局信息中心, 县水利局网站: the name, or what is spoken of, goes on. */
const GOES_ON =
  /^(?:[和与及、的部分支大机党工领主门网内辖各村社居长等由向让给会者须应请要拟可需以“（]|人民|政府|办(?!理|结)|\p{Script=Han}{0,8}?(?:局|所|站|院|中心|队|委员会|[居村]委会|社区|学校|[中小]学|园|馆|公司|网站|公众号|微博|号|干部|同志|负责人|人员|群众|居民|村民))/u;
/** 县政府办检查发现…, 县教育局责令…: who finds what is wrong with others, or does something about it. */
const OF_OTHERS =
  /^(?:对(?!“|[^，；。]{1,20}(?:答复|回复)(?:不|敷衍|[仅只]|简单|未|空泛))|(?:首次|再次|连续|多次|[^，；。]{0,6})被|公布|[将把](?![^，；。]{1,30}(?:答复|回复|写|当|作|错|误)(?:为|成|作))|在|于|经|通过|组织|开展|检查|抽查|发现|监测|督促|责令|要求|通报|约谈|提醒|下发|印发|会同|牵头|收到|接到|转办|交办|反映|曾|多次|先后|已|就|按|针对|指出|认为|加强|强化|建立|完善|坚持|严格|积极|认真|及时|主动)/u;

/** The office that words begin with, and how far its name goes. `behind`: what the sentence says behind the words. */
export function looseOffice(
  words: string,
  behind: string,
): { name: string; length: number } | undefined {
  // 县住房城乡建设局: 乡 ends no name here.
  for (const { 0: end, index } of words.slice(0, LONGEST).matchAll(ENDS)) {
    const name = words.slice(0, index + end.length);
    if (officesOf(name).length === 1 && goesWrong(words.slice(name.length), behind))
      return { name, length: name.length };
  }
  return undefined;
}

/** Whether what follows an office says what is wrong with it, and no more of its name. */
function goesWrong(said: string, behind: string): boolean {
  if (!/^[\p{Script=Han}《]/u.test(said)) return false;
  const isAnswer = /答复|回复/u.test(said) && saysDefect(behind);
  return !GOES_ON.test(said) && !OF_OTHERS.test(said) && (isAnswer || saysDefect(said));
}

/** 单位的名字: which words name offices, and nothing else. */
import { isOrganisation } from '../../../words/unit-names.ts';
import { isName, namesSaid } from '../names.ts';

/** How the name of an office ends. */
export const OFFICE = String.raw`(?:局|委|委员会|办|办公室|中心|镇|乡|街道|苏木|办事处|管委会|(?<=\p{Script=Han}{2})处(?=“[^“”]{2,16}”(?:栏目|专栏|专题|板块)|$)|人民政府|政府|院|馆|供销社|联社|合作社|联合会|总工会|[妇残文科侨]联|科协|工商联|团委|厅|[大支]队|公司|集团|学校|委.{2,3}部|(?<!辖|城|县|社|市|郊|山|片|地|景|牧)区|县|(?<![县城])市|旗|自治州)`;

/** 重要政府, 基层镇: no office's name. */
const VAGUE =
  /^(?:(?:新闻|资讯|数据|办事|下载|互动|用户|个人|帮助|会员|专题)中心$|[县市区州]{2,3}$|重要|主要|基层|地方|上级|下级|市级|县级|区级|当地|辖区|重点|城镇|乡镇|集镇|村镇|有的|国务院|新闻办|检查|责任|牵头|主管|主办)|(?:国务院|省政府|省人民政府)办公[厅室]$|(?<![省市县区乡镇旗州盟民])政府$/u;

/** 评论区, 办事专区: where something stands on a page. */
const PART_OF_PAGE = /(?:评论|留言|互动|功能|底部|顶部|信息|公示|下载|服务|展示|导航|弹幕|专)区$/u;

/** 云溪县, 石桥市: a place answers for what is its own. */
const PLACE = /.{2}(?:县|市|区|旗|州|苏木)$/u;

const KINDS =
  /等(?:\d+|[两二三四五六七八九十多]+)?[个家]?(?:单位|部门|乡镇|镇街|街道|县区|区县|县市)(?:以及|[和与及])/u;

/** The offices that words name, if they name nothing else. */
export function officesOf(words: string): string[] {
  // 甲镇、乙镇等乡镇|及|县交运局、县供销社等单位: two kinds of offices, and the word for the first.
  const names = words.split(KINDS).flatMap((one) => (one === '' ? [] : namesSaid(one)));
  return names.every(isOffice) ? names : [];
}

const AT_HEAD =
  /^(?<name>\p{Script=Han}{2,12}?(?:局|委员会|厅|镇|乡(?!村)|街道|[妇残文科侨]联|管委会|供销社|办公室|中心|[县市区]))(?!的|级|直|委|政府网|内|外|域)/u;
/** Whether words begin with the name of an office or a place, whatever follows. */
export function beginsWithOffice(words: string): boolean {
  const name = AT_HEAD.exec(words)?.groups?.['name'] ?? '';
  return name !== '' && officesOf(name).length === 1;
}

function isOffice(name: string): boolean {
  return (
    (isOrganisation(name) || PLACE.test(name)) &&
    isName(name) &&
    !/[的其]|[催督]办|经[多再反两]/u.test(name) &&
    !VAGUE.test(name) &&
    !PART_OF_PAGE.test(name) &&
    new RegExp(`${OFFICE}$`, 'u').test(name)
  );
}

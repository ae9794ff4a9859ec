/** 题目: the lines that are the title of a paper, and what they say it is — a circular, or rules and plans. */
import type { Passage } from './passage.ts';

/** 关于限期整改“甲发布”微信公众号问题的函, 三季度政务新媒体检查情况通报. */
const TITLE =
  /^(?:关于[^。；！？]{2,80}的|[^。；！？]{2,80}(?:关于[^。；！？]{2,80}的|(?:情况|问题|结果|检查|抽查|监测|检测|巡查|督查|整改)的?))(?:通报|通知|函|复函|报告|公告|通告|请示|简报|专报|月报|季报|意见|方案)(?:（[^（）]*）)*$/u;
/** 政务新媒体管理办法（试行）, 专项整治实施方案, 账号停更公告. */
const RULES =
  /^[^。；！？：]{2,60}(?:办法|细则|方案|制度|规定|规程|规则|规范|指南|指引|要点|计划|预案|章程|承诺书|责任书|须知|纪要|会议记录|讲话|发言|讲稿|公约|答记者问|问答|访谈)(?:（[^（）]*）)*$|^[^。；！？：]{0,60}(?:停更|停止(?:更新|运营|运行|使用)|注销|关停|迁移|启用|更名)[^。；！？]{0,20}(?:公告|声明|启事|通告)$|^关于印发《[^《》]*(?:办法|细则|方案|制度|规定|规程|规则|规范|指南|指引|要点|计划|预案|标准|指标)[^《》]{0,12}》的通知$|^(?:[^。；！？：]{0,30})?关于(?:通报)?(?:表扬|表彰|命名)[^。；！？：]*(?:通报|决定)$|^(?:答记者问|问答|访谈|专访)[：｜|—]/u;
const ARTICLE = /^第[一二三四五六七八九十百]+条/u;
/** A title stands among the first lines. */
const FIRST = 6;

/** 清源县12月政务新媒体监测情况 */
const SITUATION =
  /^[^，。；！？：“”]{6,60}(?:监测|检测|检查|抽查|自查|巡查|督查|复查|整改|扣分|运行)[^，。；：“”]{0,8}(?:情况|结果)$/u;
/** 附件2：“甲发布”等账号存在问题及整改建议 */
const APPENDIX =
  /^附件?[一二三四五六七八九十\d]*[：:、.．]?[^。；，]{2,60}(?:建议|清单|名单|表|情况|报告|方案|台账|汇总|问题)$/u;
/** 二、检查情况: a heading within a paper. */
const NUMBERED =
  /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.．、]|附件|第[一二三四五六七八九十]+)/u;

/** Whether a passage is the title of a paper: it says of nobody what is wrong. */
export function isTitle({ plain }: Passage): boolean {
  const line = plain.trim();
  return (
    APPENDIX.test(line) || (!NUMBERED.test(line) && (TITLE.test(line) || SITUATION.test(line)))
  );
}

/** Whether a paper lays down rules or plans: what it says of accounts is asked of them, and reported of nobody. */
export function isRules(passages: readonly Passage[]): boolean {
  const titles = passages.slice(0, FIRST).map(({ plain }) => plain.trim());
  const first = titles.find((one) => RULES.test(one) || TITLE.test(one));
  const articles = passages.filter(({ plain }) => ARTICLE.test(plain)).length;
  return articles > 1 || (first !== undefined && RULES.test(first));
}

/** 第二季度检查发现问题整改情况的报告, 培训会讲稿摘录: what is wrong in it was known before. */
const REPORT =
  /^[^。；！？：]{2,80}(?:整改|落实|办理|反馈)[^。；！？：]{0,16}(?:的报告|的汇报|的复函|情况报告)(?:（[^（）]*）)*$|^[^。；！？：]{2,80}(?:讲稿|讲话|讲义|课件|心得|纪实|侧记|经验交流)(?:摘录|摘要|稿|材料)?(?:（[^（）]*）)*$/u;

/** Whether a paper tells what became of problems that were told before, or teaches by them. */
export function isRetelling(passages: readonly Passage[]): boolean {
  return passages.slice(0, FIRST).some(({ plain }) => REPORT.test(plain.trim()));
}

/** What a title says that its paper is about: accounts, or websites alone. */
export function titledAbout(title: string): { isOfAccounts: boolean; isOfWebsites: boolean } {
  const isOfAccounts = /新媒体|账号|帐号/u.test(title);
  return { isOfAccounts, isOfWebsites: !isOfAccounts && title.includes('政府网站') };
}

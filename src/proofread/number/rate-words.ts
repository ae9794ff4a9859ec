/** 率的名称: what a rate is called, what that is the rate of, and whose. */
export const NAMED =
  /([\u4e00-\u9fff]{2,14})(?:率|比例|比)(?:分别|均)?(?:为|是|达到|达|仅为|仅|只有|：)?(不足|不到|低于|超过|高于|超|近|约)? ?$/u;
/** Whose rate it is, where it is everybody's. */
export const PLAIN =
  /^.*(?:监督抽检|抽检|抽查|检查|普查|监测|总体|整体|综合|平均|本次|此次|总|全市|全区|全县|全省|全州|其|的)|(?:项目|工程|案件|问题|工单|信件|任务)$/gu;

/** What the rate is a rate of: the last two characters, and whose it is, where it is not everybody's. */
export function aboutOf(words: string): { stem: string; whose: string } | undefined {
  const known =
    /(?:更新及时|答复及时|回复及时|办理及时|问题发生|及时办结|及时答复|及时回复|按时回复|按时答复|按期答复|不合格|不满意|不达标|整改完成|有效回收|按期回复|按期办结|按时办结|按时结案|抽查|检查)$/u.exec(
      words,
    )?.[0];
  const stem = known ?? words.slice(-2);
  const lead = words.slice(0, words.length - stem.length);
  // 我市政府网站总体合格率: of the sites.
  const kind = /(网站|新媒体|公众号|账号)(?:总体|整体|综合|平均|抽查|检查|监测)*$/u.exec(lead)?.[1];
  // 省级部门网站合格率 is of them alone.
  const isOfSome = /[省市县区州]级|部门|乡镇|镇街|街道|县区|区县|县市|门户|[省市县区州]直/u.test(
    lead,
  );
  const whose = (isOfSome ? undefined : kind) ?? lead.replace(PLAIN, '');
  return { stem, whose };
}

/** Whose rate it is, of a rank: 省级部门. */
export const RANKS = /[省市县区州]级|部门|乡镇|镇街|街道|县区|区县|县市|门户|[省市县区州]直/gu;

/** Rates are named by short words. */
export const LONG: ReadonlyMap<string, string> = new Map([
  ['问题发生', '(?:存在|出现)[^|]{0,6}问题'],
  ['及时办结', '(?:工作日|小时|时限)内办结|按[期时]办结'],
  ['及时答复', '(?:工作日|小时|时限)内答复|按[期时]答复'],
  ['及时回复', '(?:工作日|小时|时限)内回复|按[期时]回复'],
  ['参训', '参加培训'],
  ['参会', '参加会议|到会'],
  ['到会', '实到|到会'],
  ['出勤', '实到|到岗'],
  ['参评', '参加测评|参评'],
  ['办复', '办复|答复'],
  ['答复', '办复|答复'],
  ['结案', '结案|审结|审执结|执结'],
  ['回收', '回收|收回'],
  ['销号', '销号|核销'],
  ['整改', '整改|销号'],
  ['整改完成', '整改'],
  ['处置', '处置|处理'],
  ['接通', '接通|接听'],
  ['响应', '响应|回应|答复'],
  ['达标', '达标|合格'],
  ['优良', '优良|优秀和良好'],
]);

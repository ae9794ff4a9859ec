/** What a check finds and what a unit promises, by kind of problem; several wordings each. */

interface Wording {
  finding: string;
  measures: string;
  /** A frequency that the measures promise. */
  duty?: { what: string; times: number; per: 'week' | 'month' };
}

const wordings: Record<string, readonly Wording[]> = {
  'not-filed': [
    { finding: '未进行备案', measures: '按相关要求进行备案' },
    { finding: '账号已运行，未登记备案', measures: '补报备案材料，一周内完成备案登记' },
  ],
  'stopped-not-deregistered': [
    { finding: '停用未注销', measures: '发布注销公告后，向平台申请注销' },
    { finding: '长期停用，未及时注销', measures: '经集体研究后注销账号，并报备案机关' },
  ],
  'content-stale': [
    {
      finding: '栏目更新不及时',
      measures: '及时更新栏目，确保一周两次信息发布',
      duty: { what: '信息发布', times: 2, per: 'week' },
    },
    {
      finding: '内容不更新，最近一次发布在两个月以前',
      measures: '明确专人负责，确保每周一次信息发布',
      duty: { what: '信息发布', times: 1, per: 'week' },
    },
  ],
  'no-interaction': [
    { finding: '未提供有效互动', measures: '开通留言功能，三个工作日内回复' },
    { finding: '无互动功能', measures: '设置互动栏目，公布咨询渠道' },
  ],
  'rules-incomplete': [
    { finding: '管理制度不完善', measures: '修订信息发布审核制度，明确责任分工' },
    { finding: '信息发布“三审三校”机制不完善', measures: '印发审校办法，逐级审签' },
  ],
  'no-training': [
    {
      finding: '未定期组织工作人员开展学习培训',
      measures: '由分管负责人牵头，每月组织一次业务培训',
      duty: { what: '业务培训', times: 1, per: 'month' },
    },
    { finding: '未组织培训', measures: '制定年度培训计划，按季度开展培训' },
  ],
  'content-thin': [
    { finding: '内容不够丰富，原创信息少', measures: '增加政策解读和民生信息，提高原创比例' },
    { finding: '内容单一', measures: '开设便民服务专栏，丰富发布形式' },
  ],
  'interaction-weak': [
    { finding: '互动交流不够积极', measures: '安排专人答复留言，每周汇总一次' },
    { finding: '互动不积极，留言答复慢', measures: '建立留言台账，限时办结' },
  ],
};

/** The wording of one problem; a kind the program does not know by name is described by its own name. */
export function wordingOf(problem: { id: string; name: string }, turn: number): Wording {
  const known = wordings[problem.id];
  return (
    known?.[turn % known.length] ?? {
      finding: problem.name,
      measures: `针对“${problem.name}”制定措施，限期整改到位`,
    }
  );
}

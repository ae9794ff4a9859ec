/** What a check finds, what a unit promises, why its report is sent back and why it asks for more time, by kind of problem. */
import type { Issue } from '../../src/schema/issue.ts';
import type { Vocabulary } from '../../src/schema/vocabulary.ts';

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

/** Why a report is sent back, and why more time is needed. */
interface Reasons {
  returned: string;
  extended: string;
}

const reasons: Record<string, Reasons> = {
  'not-filed': {
    returned: '备案编号查不到，请附备案登记证明后再报',
    extended: '平台审核备案材料需要时间',
  },
  'stopped-not-deregistered': {
    returned: '账号在平台上仍能打开，请附平台的注销结果后再报',
    extended: '平台办理注销需要时间',
  },
  'content-stale': {
    returned: '佐证看不出发布日期，请补充后再报',
    extended: '编辑人员调整，补齐稿件需要时间',
  },
  'no-interaction': {
    returned: '打开页面没有看到留言入口，请开通后附界面截图再报',
    extended: '平台开通留言功能需要时间',
  },
  'rules-incomplete': {
    returned: '附的是征求意见稿，请附正式印发的文件后再报',
    extended: '制度要经集体研究，印发需要时间',
  },
  'no-training': {
    returned: '培训记录没有写培训日期，请补充后再报',
    extended: '授课人员时间冲突，培训改期',
  },
  'content-thin': {
    returned: '新发的内容仍以转载为主，请增加原创后再报',
    extended: '原创稿件采写需要时间',
  },
  'interaction-weak': {
    returned: '仍有留言没有答复，请答复后附截图再报',
    extended: '积压的留言逐条核实答复需要时间',
  },
};

/** The reasons that fit a finding of this kind; of another one they say it by its name. */
export function reasonsOf({ id, name }: { id: string; name: string }): Reasons {
  return (
    reasons[id] ?? {
      returned: `佐证看不出“${name}”已经改好，请补充后再报`,
      extended: `“${name}”的整改涉及几个部门，需要时间`,
    }
  );
}

/** What an issue is about first of all. */
export function problemIn(
  { vocabulary }: { vocabulary: Pick<Vocabulary, 'problems'> },
  { problems: [first] }: Pick<Issue, 'problems'>,
): { id: string; name: string } {
  const found = vocabulary.problems.find(({ id }) => id === first);
  if (found === undefined) throw new RangeError(`no kind of problem ${first ?? ''}`);
  return found;
}

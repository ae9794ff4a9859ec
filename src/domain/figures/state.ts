/** 状态: every issue is in exactly one state, so that the states add up to the total. */
import type { IssueStanding } from '../issue/standing.ts';
import { awaitedStep } from '../issue/state-words.ts';
import { type State, UNFINISHED } from '../issue/transition.ts';
import { acceptedStates, states } from '../../text/terms.ts';
import { countingFigure, type Figure } from './figure.ts';

/** 未完成: neither closed nor sustained nor withdrawn, whatever has been handed in. */
export function isUnfinished({ history }: IssueStanding): boolean {
  return UNFINISHED.has(history.state);
}

/** 有效问题: all that was not withdrawn; the denominator of the shares. */
export function isValid({ history }: IssueStanding): boolean {
  return history.state !== 'void';
}

const definitions: Record<State, string> = {
  open: '列入清单或重启后，单位还没有报开始整改、进展或申请验收的问题。',
  rectifying: '单位已报开始整改或进展，还没有申请验收的问题；复查未保持的也在内。',
  submitted: '单位已申请验收、还没有销号也没有退回的问题；待审核与已验收待销号两项之和。',
  returned: '审核员退回、单位还没有再报的问题。',
  closed: '已经验收，并且公示期满、上级核销（有此要求时）的问题；完成整改而未验收的不算。',
  sustained: '验收后转入长期坚持、定期复查的问题；不算已销号，也不算未完成。',
  void: '经审核员撤销、不再要求整改的问题；计入问题总数，不计入有效问题。',
};

/** A figure that counts more than the state of its name. */
const figureNames: Partial<Record<State, string>> = { submitted: `${states.submitted}和待销号` };

export const stateFigures: readonly Figure[] = [
  countingFigure(
    'state',
    'total',
    '问题总数',
    '统计日及以前列入台账的全部问题，撤销的也在内。',
    () => true,
  ),
  countingFigure('state', 'valid', '有效问题', '问题总数减去撤销的问题；各项比率的分母。', isValid),
  ...(Object.keys(states) as State[]).map((state) =>
    countingFigure(
      'state',
      state,
      figureNames[state] ?? states[state],
      definitions[state],
      ({ history }) => history.state === state,
    ),
  ),
  countingFigure(
    'state',
    'void-closed',
    '因关停撤销',
    '撤销的问题中，撤销依据是账号已关停的；已计入撤销，不是另一种状态。',
    ({ history }) => history.state === 'void' && history.round.voidGround === 'closed',
  ),
  countingFigure(
    'state',
    'unfinished',
    '未完成',
    '待整改、整改中、待审核和待销号、退回四项之和；已销号、长期坚持、未完成三项之和等于有效问题。',
    isUnfinished,
  ),
  countingFigure(
    'state',
    'to-verify',
    '待审核',
    '单位已申请验收，审核员还没有验收或退回的问题。',
    ({ history }) => history.phase === 'submitted',
  ),
  countingFigure(
    'state',
    'held',
    '已验收待销号',
    '已经验收、正等公示期满或上级核销的问题；不再是待审核，还不算已销号。',
    ({ history }) => history.phase === 'awaiting',
  ),
  countingFigure(
    'state',
    'held-unpublicised',
    acceptedStates.publicise,
    '已验收待销号中，还没有登记公示的问题。',
    ({ history }) => awaitedStep(history) === 'publicise',
  ),
  countingFigure(
    'state',
    'held-above',
    acceptedStates.confirm,
    '已验收待销号中，只等交办的上级核销的问题。',
    ({ history }) => awaitedStep(history) === 'confirm',
  ),
  countingFigure(
    'state',
    'held-publicity',
    acceptedStates.publicity,
    '已验收待销号中，正在公示、还没有期满的问题。',
    ({ history }) => awaitedStep(history) === 'publicity',
  ),
  countingFigure(
    'state',
    'reopened',
    '重启过的问题',
    '进入第二轮及以后轮次的有效问题，不论现在是什么状态；重启不改动以前统计日的数字。',
    (issue) => isValid(issue) && issue.history.round.number > 1,
  ),
];

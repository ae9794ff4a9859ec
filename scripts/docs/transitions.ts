/** docs/transitions.md: the table of transitions in Chinese, asked of the program itself. */
import { type Role, roles } from '../../src/domain/membership.ts';
import {
  type Move,
  moves,
  type Phase,
  phases,
  type Policy,
  transition,
} from '../../src/domain/issue/transition.ts';
import { FULL_POLICY } from '../../src/domain/issue/round/closing.ts';

const MOVES = Object.keys(moves) as Move[];
const PHASES = Object.keys(phases) as Phase[];
const ROLES = Object.keys(roles) as Role[];
const PLAIN: Policy = { closing: 'verification', publicity: false, above: false, ongoing: false };

/** The whole document. */
export function transitionsDoc(): string {
  return `# 状态转换

本页由 \`npm run docs\` 从 \`src/domain/issue/transition.ts\` 生成，请勿手改。

问题的状态从不写在文件里，由报送记录按报告日期依次推算。读者看到的状态有七种：待整改、整改中、待审核、退回、已销号、长期坚持、撤销；“已验收待销号”是待审核的一种，指已经验收、正等公示期满或上级核销。

## 谁可以办

${table(['步骤', ...ROLES.map((role) => roles[role])], MOVES.map(byRole))}

审核员可以代单位报送（写明 onBehalfOf）。管理员只管程序、设置和单位资料；同时是审核员的，以审核员身份办理。

## 从一种状态到另一种

下表是审核销号、不公示、不需上级核销、时限不延续的问题；“公示”“上级核销”两行按有此要求的问题。空格表示不能办，理由见后。

${table(['步骤＼状态', ...PHASES.map((phase) => phases[phase])], MOVES.map(byPhase))}

“已验收待销号”不用再登记：公示止日的次日、登记上级核销的当天，两者取晚的一天，自动办结（不早于验收日，也不早于这些记录的报告日期）。复查未保持和重启都从新的一轮开始，原来一轮的销号记录不变。

## 销号规则的影响

合并即销号：合并单位的“申请验收”就是验收。时限延续：长期整改、限期后长期坚持、立行立改并长期坚持、按频次的问题，验收后转长期坚持，不算销号。

${table(['销号方式', '公示', '上级核销', '时限延续', '申请验收之后', '验收之后', '转长期坚持之后'], allPolicies().map(byPolicy))}

## 不能办时怎么说

${table(['步骤', '状态或角色', '说明'], refusals())}
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function byRole(move: Move): string[] {
  const can = (role: Role) =>
    PHASES.some((phase) => 'to' in transition(move, role, FULL_POLICY, phase)) ? '可' : '';
  return [moves[move], ...ROLES.map(can)];
}

function byPhase(move: Move): string[] {
  const policy = move === 'publicity' || move === 'confirmedAbove' ? FULL_POLICY : PLAIN;
  return [moves[move], ...PHASES.map((phase) => nextName(move, policy, phase))];
}

function nextName(move: Move, policy: Policy, phase: Phase): string {
  const outcome = transition(move, 'reviewer', policy, phase);
  return 'to' in outcome ? phases[outcome.to] : '';
}

function allPolicies(): Policy[] {
  const both = [false, true];
  return (['verification', 'merge'] as const).flatMap((closing) =>
    both.flatMap((publicity) =>
      both.flatMap((above) => both.map((ongoing) => ({ closing, publicity, above, ongoing }))),
    ),
  );
}

function byPolicy(policy: Policy): string[] {
  return [
    policy.closing === 'merge' ? '合并即销号' : '审核销号',
    ...[policy.publicity, policy.above, policy.ongoing].map((is) => (is ? '是' : '否')),
    nextName('submitted', policy, 'rectifying'),
    nextName('accepted', policy, 'submitted'),
    nextName('sustained', policy, 'submitted'),
  ];
}

/** Every refusal once, with the states that it is the answer to. */
function refusals(): string[][] {
  return MOVES.flatMap((move) => {
    const answers = new Map<string, string[]>();
    const note = (where: string, outcome: ReturnType<typeof transition>) => {
      if (!('refusal' in outcome)) return;
      answers.set(outcome.refusal, [...(answers.get(outcome.refusal) ?? []), where]);
    };
    for (const phase of PHASES)
      note(phases[phase], transition(move, 'reviewer', FULL_POLICY, phase));
    if (move === 'publicity' || move === 'confirmedAbove') {
      note('没有此要求', transition(move, 'reviewer', PLAIN, 'awaiting'));
    }
    const clerk = transition(move, 'clerk', FULL_POLICY, 'awaiting');
    if ('refusal' in clerk && !answers.has(clerk.refusal)) note(roles.clerk, clerk);
    note(roles.maintainer, transition(move, 'maintainer', FULL_POLICY, 'open'));
    return [...answers].map(([refusal, where]) => [moves[move], where.join('、'), refusal]);
  });
}

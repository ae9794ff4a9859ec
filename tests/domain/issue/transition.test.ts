import { describe, expect, test } from 'vitest';
import { type Role, roles } from '../../../src/domain/membership.ts';
import {
  isUnitAction,
  isUnitsMove,
  type Move,
  moveOf,
  moves,
  type Outcome,
  type Phase,
  phases,
  type Policy,
  stateOf,
  transition,
} from '../../../src/domain/issue/transition.ts';
import { states, unitActions } from '../../../src/text/terms.ts';
import { issueOf, updatesOf } from '../sample.ts';

const PHASES = Object.keys(phases) as Phase[];
const MOVES = Object.keys(moves) as Move[];
const both = [false, true];
const POLICIES: Policy[] = (['verification', 'merge'] as const).flatMap((closing) =>
  both.flatMap((publicity) =>
    both.flatMap((above) => both.map((ongoing) => ({ closing, publicity, above, ongoing }))),
  ),
);

/**
 * What the table must say, written a second time by hand: a column for each phase, `.` for a refusal, `A` where an
 * acceptance leads, `K` where 转长期坚持 leads, `H` where a submission leads.
 */
const COLUMNS: Phase[] = [
  'open',
  'rectifying',
  'submitted',
  'returned',
  'closed',
  'sustained',
  'void',
  'awaiting',
];
const EXPECTED: Record<Move, string> = {
  started: 'r..r....',
  progress: 'rrsr.u.h',
  submitted: 'HH.H....',
  returned: '..t....t',
  accepted: '..A.....',
  publicity: '.......h',
  confirmedAbove: '.......h',
  sustained: '..K.....',
  held: '.....u..',
  lapsed: '.....r..',
  extended: 'or.t....',
  deferred: 'or.t....',
  transferred: 'orstcuvh',
  reopened: '....ooo.',
  voided: 'vvvv.v.v',
};
const LETTERS: Record<string, Phase> = {
  o: 'open',
  c: 'closed',
  r: 'rectifying',
  s: 'submitted',
  t: 'returned',
  u: 'sustained',
  v: 'void',
  h: 'awaiting',
};
const BY_CLERK: Move[] = ['started', 'progress', 'submitted'];

function expected(move: Move, role: Role, policy: Policy, phase: Phase): Phase | 'refused' {
  if (role === 'maintainer') return 'refused';
  if (role === 'clerk' && !BY_CLERK.includes(move)) return 'refused';
  if (move === 'publicity' && !policy.publicity) return 'refused';
  if (move === 'confirmedAbove' && !policy.above) return 'refused';
  const letter = EXPECTED[move][COLUMNS.indexOf(phase)] ?? '.';
  const holds = policy.publicity || policy.above;
  const end = policy.ongoing ? 'sustained' : 'closed';
  if (letter === 'A') return holds ? 'awaiting' : end;
  if (letter === 'K') return holds ? 'awaiting' : 'sustained';
  if (letter === 'H') {
    if (policy.closing === 'verification') return 'submitted';
    return holds ? 'awaiting' : end;
  }
  return LETTERS[letter] ?? 'refused';
}

describe('每种步骤 × 角色 × 销号规则 × 状态', () => {
  for (const move of MOVES) {
    test(`${moves[move]}：逐格与手写的表一致`, () => {
      for (const role of Object.keys(roles) as Role[]) {
        for (const policy of POLICIES) {
          for (const phase of PHASES) {
            const outcome = transition(move, role, policy, phase);
            const got = 'to' in outcome ? outcome.to : 'refused';
            expect([move, role, policy, phase, got]).toEqual([
              move,
              role,
              policy,
              phase,
              expected(move, role, policy, phase),
            ]);
          }
        }
      }
    });
  }

  test('八种状态都在表里，没有别的', () => {
    expect(PHASES.toSorted()).toEqual(COLUMNS.toSorted());
  });

  test('不能办的每一格都说明理由和办法', () => {
    for (const move of MOVES) {
      for (const role of Object.keys(roles) as Role[]) {
        for (const phase of PHASES) {
          const outcome = transition(move, role, POLICIES[15]!, phase);
          if ('refusal' in outcome) expect(outcome.refusal).toMatch(/^.+；.+$/u);
        }
      }
    }
  });
});

describe('不能办时的话', () => {
  const PLAIN: Policy = { closing: 'verification', publicity: false, above: false, ongoing: false };
  const FULL: Policy = { closing: 'verification', publicity: true, above: true, ongoing: false };
  const say = (move: Move, phase: Phase, role: Role = 'reviewer', policy = FULL): Outcome =>
    transition(move, role, policy, phase);

  test('没有申请验收就验收：先请单位申请', () => {
    expect(say('accepted', 'rectifying')).toEqual({
      refusal: '本轮还没有申请验收；请单位先报“申请验收”',
    });
  });

  test('填报员不能验收', () => {
    expect(say('accepted', 'submitted', 'clerk')).toEqual({
      refusal: '“验收”由审核员登记；填报员请报“开始整改”“进展”或“申请验收”，并写明情况',
    });
  });

  test('管理员连进展也不办', () => {
    expect(say('progress', 'open', 'maintainer')).toEqual({
      refusal: '管理员只管程序、设置和单位资料，不办“进展”；请审核员登记',
    });
  });

  test('专项没有公示时不能登记公示', () => {
    expect(say('publicity', 'awaiting', 'reviewer', { ...FULL, publicity: false })).toEqual({
      refusal: '本专项的销号规则没有公示；要公示的，先由管理员在专项里写明公示天数',
    });
  });

  test('不是上级交办的不用上级核销', () => {
    expect(say('confirmedAbove', 'awaiting', 'reviewer', PLAIN)).toEqual({
      refusal: '这个问题不是上级交办的，不用上级核销；请登记“验收”',
    });
  });

  test('已销号的再报进展：请审核员重启', () => {
    expect(say('progress', 'closed', 'clerk')).toEqual({
      refusal: '已销号；情况有变的，由审核员登记“重启”并写明依据',
    });
  });

  test('步骤有自己的话时用自己的，没有时用状态的', () => {
    expect(say('extended', 'submitted')).toEqual({
      refusal: '单位已申请验收，不用延期；验收不合格的先登记“退回”',
    });
    expect(say('extended', 'awaiting')).toEqual({
      refusal: '已验收，正等公示期满或上级核销；补充情况报“进展”，有异议的登记“退回”',
    });
  });
});

describe('名称', () => {
  test('已验收待销号对读者就是待审核，其余状态是自己', () => {
    expect(stateOf('awaiting')).toBe('submitted');
    for (const state of Object.keys(states) as (keyof typeof states)[]) {
      expect(stateOf(state)).toBe(state);
    }
  });

  test('复查分保持和未保持两步，其余每个报送一步', () => {
    const issue = issueOf();
    const reportedOn = '2024-04-01';
    const made = updatesOf(
      issue,
      { action: 'reviewed', reportedOn, held: true },
      { action: 'reviewed', reportedOn, held: false },
      { action: 'accepted', reportedOn },
    );
    expect(made.map(moveOf)).toEqual(['held', 'lapsed', 'accepted']);
  });

  test('七种状态的名称与台账用语一致', () => {
    expect(Object.values(states)).toEqual([
      '待整改',
      '整改中',
      '待审核',
      '退回',
      '已销号',
      '长期坚持',
      '撤销',
    ]);
  });
});

test('单位报的只有开始整改、进展、申请验收', () => {
  const moves = MOVES.filter(isUnitsMove);
  expect(moves).toEqual(['started', 'progress', 'submitted']);
  expect(new Set(moves)).toEqual(new Set(unitActions));
  expect(MOVES.filter(isUnitAction)).toEqual(moves);
  expect(['listed', 'settled', 'reviewed', ''].filter(isUnitAction)).toEqual([]);
});

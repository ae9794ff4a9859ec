import { register } from '../../domain/register.ts';
import { registrations } from '../../text/terms.ts';
import type { Registration } from '../../schema/registration.ts';
import type { Entry } from '../../schema/ledger.ts';
import { stampPattern } from '../../text/stamp.ts';
import { didYouMean } from '../message.ts';
import type { Finding, Rule } from '../rule.ts';

/** Steps that owe words: a reason or an approval where the repository is internal, else a public note. */
const OWED = { refused: 'reason', faulted: 'reason', kept: 'reason', closing: 'approval' } as const;

/** The steps of an account are a legal run, lie in its folder and say what each owes. */
export const registryRule: Rule = {
  id: 'registry',
  title: '备案登记的账号存在、次序合规、每步写明所需内容，公告满规定的工作日',
  *check({ ledger, known }) {
    const isPublic = ledger.site.repository === 'public';
    for (const [account, steps] of ledger.registry) {
      for (const step of steps) {
        yield* placed(step);
        if (!known.account.has(account))
          yield {
            file: step.path,
            at: ['account'],
            message: `账号 ${account} 不存在`,
            remedy: didYouMean(account, known.account.keys()) || '先在 accounts/ 登记，再引用',
          };
        yield* owed(step, isPublic);
      }
      const [first] = register(steps, '9999-12-31', ledger.vocabulary.registering).faults;
      if (first === undefined) continue;
      const [message = '', ...advice] = first.sentence.split('；');
      yield {
        file: first.step.path,
        at: ['action'],
        message,
        remedy: advice.join('；') || '核对这个账号的登记次序',
      };
    }
  },
};

function* placed({ path, id, account }: Entry<Registration>): Iterable<Finding> {
  const [folder = '', stamp = ''] = id.split('/');
  if (folder !== account)
    yield {
      file: path,
      at: ['account'],
      message: `account 写的是 ${account}，文件却在 registry/${folder}/ 下`,
      remedy: `把 account 改为 ${folder}，或把文件移到 registry/${account}/ 下`,
    };
  if (!stampPattern.test(stamp))
    yield {
      file: path,
      at: [],
      message: `备案登记的文件名“${stamp}”不对`,
      remedy: '改为 日期-时刻-三位随机字符.yaml，如 20200525-091500-k3f.yaml',
    };
}

function* owed(step: Entry<Registration>, isPublic: boolean): Iterable<Finding> {
  if (!Object.hasOwn(OWED, step.action)) return;
  const key = OWED[step.action as keyof typeof OWED];
  const what = registrations[step.action];
  if (isPublic ? step.publicNote !== undefined : Object.hasOwn(step, key)) return;
  yield {
    file: step.path,
    at: ['action'],
    message: isPublic
      ? `“${what}”没有写公开说明`
      : `“${what}”没有写${key === 'reason' ? '理由' : '批准文号'}`,
    remedy: isPublic ? '补上 publicNote，用一句可以公开的话说明' : `补上 ${key}`,
  };
}

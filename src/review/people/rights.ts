/**
 * 权限: who may add, edit or remove what. Updates and evidence are only ever added; what a source says is written once;
 * settings and people are the maintainer's. A person may hold several posts and may then do what any of them may.
 */
import { type Post, type Posts, posts } from '../../domain/membership.ts';
import type { Fault } from '../../ledger/fault.ts';
import { layout } from '../../schema/layout.ts';
import {
  type FileKind,
  type ChangeKind,
  changeWords,
  type LedgerChange,
} from '../proposal/change.ts';

type Rights = Record<ChangeKind, readonly Post[]>;

const unit: readonly Post[] = ['clerk', 'reviewer'];
const reviewer: readonly Post[] = ['reviewer'];
const maintainer: readonly Post[] = ['maintainer'];
const office: readonly Post[] = ['reviewer', 'maintainer'];
const nobody: readonly Post[] = [];
const setting: Rights = { added: maintainer, edited: maintainer, removed: nobody };

/** The whole table. */
export const rights: Record<FileKind, Rights> = {
  update: { added: unit, edited: nobody, removed: nobody },
  evidence: { added: unit, edited: nobody, removed: maintainer },
  issue: { added: reviewer, edited: office, removed: nobody },
  account: { added: office, edited: office, removed: maintainer },
  unit: { added: office, edited: maintainer, removed: maintainer },
  campaign: { added: office, edited: maintainer, removed: nobody },
  site: setting,
  platforms: setting,
  problems: setting,
  indicators: setting,
  timing: setting,
  columns: setting,
  reminding: setting,
  registering: setting,
  registerColumns: setting,
  bulletin: { added: reviewer, edited: nobody, removed: nobody },
  // It comes back as a sheet under seal and is entered by whoever received it.
  selfCheck: { added: reviewer, edited: nobody, removed: nobody },
  inspection: { added: reviewer, edited: office, removed: nobody },
  // A step in an account's life is on record once, like a report; of its steps a maintainer enters 移交 alone.
  registration: { added: office, edited: nobody, removed: nobody },
  // What was sent is on record once, like a report; the scheduled job that sends it has this right and no other.
  reminder: { added: ['reviewer', 'robot'], edited: nobody, removed: nobody },
  // The program writes it; who runs it hands it in.
  probe: { added: office, edited: nobody, removed: maintainer },
  child: setting,
  // Its confirmation is written into it.
  assignment: { added: reviewer, edited: reviewer, removed: nobody },
  // The child may have taken it already.
  assignedCheck: { added: reviewer, edited: nobody, removed: nobody },
  // What was fetched on a day is on record once.
  snapshot: { added: office, edited: nobody, removed: nobody },
  internalSnapshot: { added: office, edited: nobody, removed: nobody },
  // Replaced by each gathering; nothing is counted from it.
  roster: { added: office, edited: office, removed: office },
  internalRoster: { added: office, edited: office, removed: office },
  removed: setting,
  template: { added: maintainer, edited: maintainer, removed: maintainer },
  program: { added: maintainer, edited: maintainer, removed: maintainer },
  stray: { added: nobody, edited: maintainer, removed: maintainer },
};

const fileKindWords: Record<Exclude<FileKind, keyof typeof layout>, string> = {
  evidence: '佐证文件',
  template: '文书模板',
  program: '程序和流程文件',
  stray: '台账以外的文件',
};

/** The Chinese name of a kind of file. */
export function fileKindName(fileKind: FileKind): string {
  return Object.hasOwn(fileKindWords, fileKind)
    ? fileKindWords[fileKind as keyof typeof fileKindWords]
    : layout[fileKind as keyof typeof layout].title;
}

/** The posts that a person holds. */
export function rolesOf({ reviewer: reviews, maintainer: maintains, robot, units }: Posts): Post[] {
  const held: Post[] = [];
  if (units.size > 0) held.push('clerk');
  if (reviews) held.push('reviewer');
  if (maintains) held.push('maintainer');
  if (robot) held.push('robot');
  return held;
}

/** The fault of a change that `person` may not make, or undefined. `who` is 提交人 or 推送人. */
export function rightFault(
  change: LedgerChange,
  person: Posts,
  who: string,
): Omit<Fault, 'file'> | undefined {
  const allowed = rights[change.fileKind][change.kind];
  const held = rolesOf(person);
  if (allowed.some((role) => held.includes(role))) return undefined;
  const name = fileKindName(change.fileKind);
  const verb = changeWords[change.kind];
  const special = forNobody(change);
  if (allowed.length === 0 && special !== undefined) return whole(...special);
  const as = held.map((role) => posts[role]).join('、');
  return whole(
    `${who} ${person.account}（${as}）不能${verb}${name}`,
    allowed.length === 0
      ? `从这次提交里去掉对这个文件的${verb}`
      : `从这次提交里去掉这个文件；${verb}${name}由${allowed.map((role) => posts[role]).join('或')}办理`,
  );
}

/** The sentences for what nobody may do. */
function forNobody({
  fileKind,
  kind,
}: LedgerChange): [message: string, remedy: string] | undefined {
  if (fileKind === 'stray') return ['这个位置不应有文件', '移走它，或改成台账规定的位置和文件名'];
  if (fileKind === 'update')
    return [
      `报送只能新增，不能${changeWords[kind]}：合并过的报送是历史`,
      '恢复原文件；要更正的另报一份“进展”写明更正，要退回、撤销、重启的由审核员登记',
    ];
  if (fileKind === 'evidence')
    return ['佐证文件不能替换：原来的报送引用着它', '恢复原文件；新文件另起名字，随新的报送提交'];
  if (fileKind === 'reminder')
    return [`催办记录只能新增，不能${changeWords[kind]}`, '恢复原文件；再次催办的另登记一份'];
  if (fileKind === 'snapshot' || fileKind === 'internalSnapshot')
    return [
      `下级快照只能新增，不能${changeWords[kind]}`,
      '恢复原文件；下级更正了的，再汇总一次，以后收到的为准',
    ];
  if (fileKind === 'bulletin')
    return [
      `通报印发后不能${changeWords[kind]}`,
      '恢复原文件；数字有误的重新印发一份，写明 corrects',
    ];
  if (fileKind === 'selfCheck')
    return [
      `自查只能新增，不能${changeWords[kind]}`,
      '恢复原文件；要更正的请单位另报一份，以后报的为准',
    ];
  if (fileKind === 'registration')
    return [
      `备案登记只能新增，不能${changeWords[kind]}`,
      '恢复原文件；要更正的另登记一步，并在备注里写明',
    ];
  if (fileKind === 'assignment')
    return ['交办不能删除', '恢复原文件；交办错的，随函撤回，由下级登记“撤销”'];
  if (fileKind === 'assignedCheck')
    return [
      `交办的检查只能新增，不能${changeWords[kind]}：下级可能已经收了`,
      '恢复原文件；有误的随函更正，另交办一次',
    ];
  if (fileKind === 'issue')
    return ['问题不能删除', '恢复原文件；列错的问题由审核员登记“撤销”并写明理由'];
  return undefined;
}

function whole(message: string, remedy: string): Omit<Fault, 'file'> {
  return { line: 0, col: 0, rule: 'not-allowed', severity: 'fault', message, remedy };
}

/** 归属: whoever hands in a report, and whoever pushes it, belongs to the unit that it speaks for. Other files: `rights.ts`. */
import { inWords } from '../../day/calendar.ts';
import { membersOn, roleFor, roles } from '../../domain/membership.ts';
import type { Fault } from '../../ledger/fault.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Update } from '../../schema/update.ts';
import { faultOf, newUpdates, type Person, type StepCase, issueUnit } from '../proposal/case.ts';
import { rolesOf } from './rights.ts';
import { registrations } from '../../text/terms.ts';
import { isUnitAction } from '../../domain/issue/transition.ts';

/** Whoever has no right to speak for a unit, file by file. */
export function ownershipFaults(file: StepCase): Fault[] {
  const faults: Fault[] = [];
  for (const { fileKind, kind, path, issue } of file.changes) {
    if (kind !== 'added' || (fileKind !== 'update' && fileKind !== 'evidence')) continue;
    const unit = issue === undefined ? undefined : issueUnit(file, issue);
    const isOfCheck = unit === undefined && file.merged.inspections.has(issue ?? '');
    if (unit === undefined && !isOfCheck) continue;
    for (const { who, posts } of file.people) {
      if (unit === undefined) {
        if (rolesOf(posts).length > 0 && !posts.reviewer)
          faults.push(
            faultOf(
              path,
              'not-allowed',
              `${who} ${posts.account} 不能新增检查的截图`,
              `检查的截图由${roles.reviewer}随检查结果提交`,
            ),
          );
        continue;
      }
      // Whoever holds no post at all is told once for the whole proposal.
      if (rolesOf(posts).length === 0) continue;
      const role = roleFor(posts, unit);
      if (role === 'reviewer' || role === 'clerk') continue;
      faults.push(faultOf(path, 'not-member', ...notMember(file, { who, posts }, unit, issue)));
    }
  }
  for (const update of newUpdates(file)) faults.push(...behalfFaults(file, update));
  return [...faults, ...registerFaults(file)];
}

/** A maintainer, who settles what becomes of units, enters 移交 of accounts and no other step of the register. */
function registerFaults({ changes, people, merged }: StepCase): Fault[] {
  const added = new Set(
    changes
      .filter(({ fileKind, kind }) => fileKind === 'registration' && kind === 'added')
      .map(({ path }) => path),
  );
  const outsider = people.find(({ posts }) => posts.maintainer && !posts.reviewer);
  if (added.size === 0 || outsider === undefined) return [];
  return [...merged.registry.values()]
    .flat()
    .filter(({ path, action }) => added.has(path) && action !== 'transferred')
    .map(({ path, action }) =>
      faultOf(
        path,
        'not-allowed',
        `${outsider.who} ${outsider.posts.account}（${roles.maintainer}）不能登记“${registrations[action]}”`,
        `请${roles.reviewer}登记；${roles.maintainer}只登记“${registrations.transferred}”`,
      ),
    );
}

function notMember(
  { base, merged }: StepCase,
  { who, posts }: Person,
  unit: string,
  issue: string | undefined,
): [message: string, remedy: string] {
  const name = base.units.get(unit)?.name ?? unit;
  const record =
    issue === undefined ? undefined : (base.issues.get(issue) ?? merged.issues.get(issue));
  const assists = (record?.assisting ?? []).find((one) => posts.units.has(one));
  if (assists !== undefined)
    return [
      `${base.units.get(assists)?.name ?? assists}是这个问题的配合单位，由责任单位${name}统一报送`,
      `把情况告诉${name}，由它的填报员报送`,
    ];
  const former = posts.others.find((term) => term.unit === unit);
  const remedy = `请${name}的填报员报送；人员有变动的，请管理员登记（units/${unit}.yaml 的 members）`;
  if (former?.until !== undefined)
    return [`${who} ${posts.account} 任${name}填报员到${inWords(former.until)}为止`, remedy];
  if (former !== undefined)
    return [`${who} ${posts.account} 自${inWords(former.from)}起才是${name}的填报员`, remedy];
  return [`${who} ${posts.account} 不是${name}的填报员`, remedy];
}

/** 代录: a reviewer who enters a unit's report says so; a clerk never does. */
function behalfFaults(file: StepCase, update: Entry<Update>): Fault[] {
  const { author, merging, people } = file;
  const unit = issueUnit(file, update.issue);
  if (unit === undefined) return [];
  const faults: Fault[] = [];
  const role = roleFor(author, unit);
  const { onBehalfOf, path } = update;
  if (onBehalfOf !== undefined && onBehalfOf !== unit)
    faults.push(
      faultOf(
        path,
        'on-behalf',
        `代录单位写的是 ${onBehalfOf}，这个问题属于 ${unit}`,
        `把 onBehalfOf 改成 ${unit}`,
      ),
    );
  else if (onBehalfOf !== undefined && role === 'clerk' && !merging)
    faults.push(
      faultOf(
        path,
        'on-behalf',
        `${roles.clerk}报送本单位的情况，不是代录`,
        '删去 onBehalfOf 这一行',
      ),
    );
  else if (
    onBehalfOf === undefined &&
    !merging &&
    // A public repository holds no internal field: there nobody can say for whom.
    file.base.site.repository !== 'public' &&
    role === 'reviewer' &&
    !author.units.has(unit) &&
    isUnitAction(update.action)
  )
    faults.push(
      faultOf(
        path,
        'on-behalf',
        `${roles.reviewer} ${author.account} 代单位报送，没有写明代录`,
        `加上 onBehalfOf: ${unit}，并写 channel（收件渠道）`,
      ),
    );
  if (update.receivedBy !== undefined && !merging && role !== 'reviewer')
    faults.push(
      faultOf(
        path,
        'received-by',
        `收件人由${roles.reviewer}登记，${author.account} 不能写`,
        '删去 receivedBy 这一行',
      ),
    );
  const outsider = people.find(({ posts }) => !posts.reviewer);
  if (outsider !== undefined && update.evidence.some((piece) => piece.public === true))
    faults.push(
      faultOf(
        path,
        'public-evidence',
        `${outsider.who} ${outsider.posts.account} 不能决定公开佐证`,
        '删去佐证里的 public: true；可否公开由审核员决定',
      ),
    );
  if (!isUnitAction(update.action) && author.reviewer && author.units.has(unit))
    faults.push(
      faultOf(
        path,
        'self-review',
        `${author.account} 既是这个单位的填报员，又办理审核`,
        membersOn(file.base.site.reviewers, file.today).length > 1
          ? '最好由另一位审核员办理'
          : '只登记了一位审核员，照办就行，审计记“单人代录”；有第二位的，请管理员在 site.yaml 的 reviewers 添上',
        'warning',
      ),
    );
  return faults;
}

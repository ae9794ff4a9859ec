/** 办理: the steps of the new updates, replayed on what the base holds, with the closing's evidence. */
import { inWords } from '../day/calendar.ts';
import { type Role, roleFor } from '../domain/membership.ts';
import { closingOf } from '../domain/issue/round/closing.ts';
import { evidenceOfRound, missingEvidence } from '../domain/issue/round/owed.ts';
import { type History, replay } from '../domain/issue/replay.ts';
import type { Fault } from '../ledger/fault.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import { actions } from '../text/terms.ts';
import type { Update } from '../schema/update.ts';
import { faultOf, newUpdates, type StepCase, issueUnit } from './proposal/case.ts';
import { dayFaults } from './step-day.ts';

/** An issue before and after the proposal. */
export interface StepStory {
  readonly issue: string;
  /** Undefined where the base does not know the issue. */
  readonly before: History | undefined;
  readonly after: History;
  readonly updates: readonly Entry<Update>[];
}

/** The story of every issue that the proposal reports on. */
export function storiesOf(file: StepCase): StepStory[] {
  const byIssue = Map.groupBy(newUpdates(file), ({ issue }) => issue);
  return [...byIssue].flatMap(([issue, updates]): StepStory[] => {
    const after = historyOf(file, file.merged, issue, new Set(updates.map(({ id }) => id)));
    if (after === undefined) return [];
    return [{ issue, before: historyOf(file, file.base, issue), after, updates }];
  });
}

function historyOf(
  file: StepCase,
  ledger: Ledger,
  issue: string,
  added: ReadonlySet<string> = new Set(),
): History | undefined {
  const record = ledger.issues.get(issue);
  if (record === undefined) return undefined;
  const role = roleIn(file, issue);
  return replay(record, ledger.updates.get(issue) ?? [], {
    campaign: closingOf(file.base.campaigns.has(record.campaign) ? file.base : ledger, record),
    timing: file.base.vocabulary.timing,
    today: file.today,
    roleOf: (update) => (added.has(update.id) ? role : 'reviewer'),
  });
}

/** The lesser of the roles in which author and pusher act for the issue's unit. */
function roleIn(file: StepCase, issue: string): Role {
  const unit = issueUnit(file, issue) ?? '';
  const held = file.people.map(({ posts }) => roleFor(posts, unit));
  if (held.every((role) => role === 'reviewer')) return 'reviewer';
  return 'clerk';
}

/** True for the cross-record rules that are told here with the roles of the people. */
export function isToldBySteps(rule: string): boolean {
  return rule === 'sequence' || rule === 'evidence-owed';
}

/** Everything wrong with the days, the steps and the evidence of the new updates. */
export function stepFaults(file: StepCase, stories: readonly StepStory[]): Fault[] {
  return [
    ...newUpdates(file).flatMap((update) => dayFaults(file, update)),
    ...stories.flatMap((story) => {
      const owed = owedFaults(file, story);
      // Whoever is asked for evidence needs not be told that there is none.
      const asked = new Set(owed.map(({ file: path }) => path));
      return [
        ...transitionFaults(story),
        ...backdated(file, story),
        ...owed,
        ...emptyFaults(file, story).filter(({ file: path }) => !asked.has(path)),
      ];
    }),
  ];
}

/** Steps that the table or the guards refuse, and old ones that the new ones put out of order. */
function transitionFaults({ before, after, updates }: StepStory): Fault[] {
  const known = new Set(before?.faults.map(({ update }) => update.id));
  const own = new Set(updates.map(({ id }) => id));
  return after.faults
    .filter(({ update }) => !known.has(update.id))
    .map(({ update, sentence }) => {
      if (own.has(update.id)) {
        const [message = '', ...remedy] = sentence.split('；');
        return faultOf(
          update.path,
          'step',
          `不能报“${actions[update.action]}”：${message}`,
          remedy.join('；') || '请核对这个问题的进展再报',
        );
      }
      return faultOf(
        updates[0]?.path ?? update.path,
        'step',
        `插在已有的报送之前，使 ${update.id}（${actions[update.action]}）不能成立`,
        '把 reportedOn 改成实际报送的日期',
      );
    });
}

/** 补录: a report that counts from a day before what is already on record. */
function backdated({ base }: StepCase, { issue, updates }: StepStory): Fault[] {
  const last = base.updates.get(issue)?.at(-1);
  if (last === undefined) return [];
  return updates
    .filter(({ reportedOn }) => reportedOn < last.reportedOn)
    .map(({ path, reportedOn }) =>
      faultOf(
        path,
        'backdated',
        `报告日期${inWords(reportedOn)}早于已有的最后一次报送（${inWords(last.reportedOn)}）`,
        '请审核员核对：它会按这个日期排在前面',
        'warning',
      ),
    );
}

/** 销号所需佐证: at the submission, and again at the acceptance. */
function owedFaults({ base, merged }: StepCase, { issue, after, updates }: StepStory): Fault[] {
  const record = merged.issues.get(issue);
  if (record === undefined) return [];
  return updates.flatMap((update) => {
    if (!['submitted', 'accepted', 'sustained'].includes(update.action)) return [];
    const entry = after.timeline.find((one) => one.update?.id === update.id);
    if (entry === undefined || entry.refusal !== undefined) return [];
    const evidence = evidenceOfRound(after, entry.round, update.id);
    return missingEvidence(record, base.vocabulary.problems, evidence).map(({ problem, owed }) =>
      faultOf(update.path, 'owed', `“${problem.name}”缺少销号所需的佐证`, owed.ask),
    );
  });
}

/** 空报: what a unit sends says or shows something; a submission after a return is more than the one that was returned. */
function emptyFaults(file: StepCase, { issue, after, updates }: StepStory): Fault[] {
  if (roleIn(file, issue) === 'reviewer') return [];
  const refused = new Set(
    after.timeline.flatMap(({ update, refusal }) => (refusal === undefined ? [] : update?.id)),
  );
  return updates.flatMap((update) => {
    const isSaid = update.note !== undefined || update.publicNote !== undefined;
    if (isSaid || update.evidence.length > 0 || refused.has(update.id)) return [];
    if (update.action === 'progress')
      return [
        faultOf(
          update.path,
          'empty-report',
          '这份进展没有写说明，也没有附材料',
          '写一句现在到了哪一步，或附上材料',
        ),
      ];
    if (update.action !== 'submitted') return [];
    if (isAfterReturn(after, update.id))
      return [
        faultOf(
          update.path,
          'empty-report',
          '退回以后没有补充说明，也没有补充材料',
          '按退回的理由改好，写一句改了什么，或附上新材料',
        ),
      ];
    return update.completedOn === undefined
      ? [
          faultOf(
            update.path,
            'empty-report',
            '申请验收没有写完成日期、说明，也没有附材料',
            '写明怎样改好的、哪天完成的，或附上材料',
          ),
        ]
      : [];
  });
}

/** True where the round was sent back before the update. */
function isAfterReturn({ timeline }: History, update: string): boolean {
  const at = timeline.findIndex((entry) => entry.update?.id === update);
  const { round } = timeline[at] ?? {};
  return timeline
    .slice(0, Math.max(at, 0))
    .some(
      (entry) =>
        entry.round === round && entry.refusal === undefined && entry.update?.action === 'returned',
    );
}

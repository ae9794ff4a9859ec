/** 填报页: what the page of a unit asks, and what its script is told. */
import { decisionAddress, type Ref, reportAddress } from '../../views/address.ts';
import type { Face } from '../../views/face.ts';
import { bareTask, dutiesView, type TaskView, waitingTask } from '../../views/unit/task-view.ts';
import { requestSentences, requestsOf } from '../../views/due/request-view.ts';
import { askedEvidence, evidenceOfRound, missingEvidence } from '../../domain/issue/round/owed.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { type Phase, type Policy, transition } from '../../domain/issue/transition.ts';
import type { Site } from '../../schema/site.ts';
import type { Action } from '../../schema/update.ts';
import { type Act, actsOf, officeActs } from '../act.ts';
import { type BesideReport, besideReport } from './beside-report.ts';
import type { AskedPiece, JudgedApart, PageData, Subject } from './page-data.ts';
import { openingSlice, sliceOf } from '../slice/slice.ts';
import type { SenderSettings } from '../send/settings.ts';
import { rowName } from '../../text/row-name.ts';
import { unitActions } from '../../text/terms.ts';
import { FULL_POLICY } from '../../domain/issue/round/closing.ts';

/** An issue that something may be reported or decided on. */
export interface ReportIssue extends TaskView {
  /** What may be done with it as it stands, the likeliest first. */
  readonly acts: readonly Action[];
  /** What its unit asked for and nobody has answered, a sentence each. */
  readonly asks: readonly string[];
  /** What a reviewer reads beside it; empty on the page of a unit. */
  readonly beside: readonly BesideReport[];
}

export interface ReportPage extends JudgedApart {
  readonly unit: Ref;
  readonly issues: readonly ReportIssue[];
  readonly acts: readonly Act[];
  readonly data: PageData;
}

/** Those of the wanted acts that the table of steps lets somebody do in a phase. */
export function actsIn(
  phase: Phase,
  wanted: readonly Action[],
  role: 'clerk' | 'reviewer',
  policy: Policy = FULL_POLICY,
): Action[] {
  return wanted.filter((action) => {
    const move = action === 'reviewed' ? 'held' : action;
    return 'to' in transition(move, role, policy, phase);
  });
}

/** The page on which a unit reports, or the office decides (`office`) on what a unit has. */
export function reportPage(
  face: Face,
  unit: Ref,
  place: SenderSettings | undefined,
  office = false,
): ReportPage {
  const duties = dutiesView(face, unit.id);
  const tasks = duties.groups.flatMap((group) => group.tasks);
  const others = [duties.waiting, duties.held, duties.sustained, ...(office ? duties.done : [])]
    .flatMap((group) => group?.rows ?? [])
    .map((row): TaskView =>
      office && row.state === 'submitted' ? waitingTask(face, row) : bareTask(row),
    );
  const wanted = office ? officeActs : unitActions;
  // Of a reviewer what waits for him comes first.
  const issues = (office ? [...others, ...tasks] : [...tasks, ...others]).flatMap(
    ({ row, ...task }): ReportIssue[] => {
      const one = face.issues.get(row.id);
      const phase = one?.history.phase;
      const possible =
        phase === undefined ? [] : actsIn(phase, wanted, office ? 'reviewer' : 'clerk');
      // What is about an account goes with it and is not handed over by itself.
      const acts = possible.filter((act) => act !== 'transferred' || row.account === undefined);
      if (acts.length === 0) return [];
      const asks = one === undefined ? [] : requestSentences(face, one);
      const beside = office && one !== undefined ? besideReport(face, one) : [];
      return [{ row, ...task, acts, asks, beside }];
    },
  );
  const used = new Set<string>(issues.flatMap(({ acts }) => acts));
  const acts = actsOf(face.ledger, wanted).filter(({ action }) => used.has(action));
  const { site } = face.ledger;
  const href = office ? decisionAddress(unit.id) : reportAddress(unit.id);
  const slice = sliceOf(
    face.ledger,
    issues.map(({ row }) => row.id),
    office && used.has('transferred'),
  );
  return {
    unit: { ...unit, href },
    rest: slice,
    sliceHref: href.replace(/\.html$/u, '.json'),
    issues,
    acts,
    data: {
      unit: office ? undefined : unit.id,
      decides: office,
      sender: office ? officeOf(site) : { id: unit.id, name: unit.name },
      words: office
        ? { choose: '勾选要办的问题', verb: '办理', noun: '问题' }
        : { choose: '勾选要报的问题', verb: '报送', noun: '问题' },
      acts,
      subjects: issues.map(({ row, acts: possible }) => ({
        id: row.id,
        name: `${rowName(row.row)} ${row.subject === '' ? row.platform.name : row.subject}`,
        finding: row.finding,
        state: row.stateName,
        acts: possible,
        reports: face.ledger.updates.get(row.id)?.length ?? 0,
        ...knownOf(face, row.id, office),
      })),
      place,
      slice: openingSlice(slice, office ? undefined : unit.id),
    },
  };
}

/** What its unit asked for and nobody has answered, by field: the day of it, and the day to which it asks. */
function askedOf(face: Face, one: IssueStanding): Record<string, string> {
  const [asked] = requestsOf(face, one).filter(
    ({ kind }) => kind === 'extension' || kind === 'deferral',
  );
  if (asked === undefined) return {};
  const { kind, since, until } = asked;
  const field = kind === 'extension' ? 'dueOn' : 'until';
  return { askedOn: since, ...(until === undefined ? {} : { [field]: until }) };
}

/** What the page knows of an issue before anybody types. */
function knownOf(face: Face, id: string, office: boolean): Pick<Subject, 'presets' | 'asked'> {
  const { issues, ledger } = face;
  const one = issues.get(id);
  if (one === undefined) return {};
  const { issue, history } = one;
  const presets = { round: String(history.round.number + 1) };
  // Only who reports a closing is asked for its evidence.
  if (office) return { presets: { ...presets, ...askedOf(face, one) } };
  const { problems } = ledger.vocabulary;
  const held = evidenceOfRound(history, history.round.number);
  const owed = new Set(missingEvidence(issue, problems, held).map((one) => one.owed));
  const asked = askedEvidence(issue, problems, history).flatMap(
    ({ owed: wanted }): AskedPiece[] => {
      const { ask, dated, kinds } = wanted;
      // The kind that the office names first is the one that it likes best.
      const [kind] = kinds;
      if (kind !== 'number' && kind !== 'link') return [];
      const other = kind === 'number' ? 'link' : 'number';
      const isProved = dated && !owed.has(wanted);
      return [
        {
          ...{ kind: kinds.includes(other) ? 'either' : kind, ask, dated },
          ...(isProved ? { proved: true } : {}),
        },
      ];
    },
  );
  return { presets, asked };
}

/** Who sends what the office enters. */
export function officeOf({ office = 'office', authority }: Site): PageData['sender'] {
  return { id: office, name: authority };
}

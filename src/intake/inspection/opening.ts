/** 开列: the records that a check leads to — new findings with a campaign where it has none, reopenings, rechecks. */
import type { Day } from '../../day/calendar.ts';
import { lastDayOf, type NewFinding, type Openings } from '../../domain/inspection/openings.ts';
import { termInWords } from '../../domain/inspection/problem-term.ts';
import { issueIdOf, nextRowOf } from '../../domain/issue/issue-id.ts';
import { ownerNameOn } from '../../domain/issue/owner.ts';
import { canonical } from '../../ledger/yaml/canon.ts';
import type { Inspection } from '../../schema/inspection.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { updatePath } from '../../text/update-path.ts';
import { WEBSITE_PLATFORM } from '../words/listed.ts';
import { UNSTATED } from '../../text/terms.ts';

/** Makes a stamp for an update of `day`. */
export type Stamper = (day: Day) => string;

/** Path below content/ → text. Throws RangeError where the ledger names no office and the campaign must be made. */
export function openingFiles(
  ledger: Ledger,
  inspection: Entry<Inspection>,
  { findings, reopened, rechecked }: Openings,
  today: Day,
  stampOn: Stamper,
): Map<string, string> {
  const files = new Map<string, string>();
  const { campaign } = inspection;
  if (findings.length > 0 && !ledger.campaigns.has(campaign))
    files.set(`campaigns/${campaign}.yaml`, newCampaign(ledger, inspection, today));
  const first = nextRowOf(ledger.issues.values(), campaign);
  for (const [at, finding] of findings.entries()) {
    const row = first + at;
    const id = issueIdOf(campaign, row);
    const record = newIssue(ledger, inspection, finding, row, today);
    files.set(`issues/${campaign}/${id}.yaml`, canonical('issue', record));
  }
  const isPublic = ledger.site.repository === 'public';
  for (const { issue, verdict } of reopened) {
    const problem = ledger.vocabulary.problems.find(({ id }) => id === issue.issue.problems[0]);
    const dueOn = problem && lastDayOf(problem, today);
    const why = `${inspection.name}回头看：${verdict.name}仍不合格${verdict.why === undefined ? '' : `，${verdict.why}`}`;
    files.set(
      updatePath(issue.issue, stampOn(today)),
      canonical('update', {
        issue: issue.id,
        action: 'reopened',
        reportedOn: today,
        ...(isPublic ? { publicNote: why } : { reason: why }),
        ground: 'inspection',
        ...(dueOn === undefined ? {} : { dueOn }),
        round: issue.history.rounds.length + 1,
      }),
    );
  }
  for (const issue of rechecked)
    files.set(
      updatePath(issue.issue, stampOn(today)),
      canonical('update', {
        issue: issue.id,
        action: 'reviewed',
        reportedOn: today,
        held: true,
        publicNote: `${inspection.name}复查，保持`,
      }),
    );
  return files;
}

function newCampaign(ledger: Ledger, { name }: Inspection, listedOn: Day): string {
  const { office, authority } = ledger.site;
  if (office === undefined) throw new RangeError('site.yaml without office');
  return canonical('campaign', {
    name,
    list: { title: `${name}问题清单`, reportedBy: authority, listedOn },
    office,
  });
}

function newIssue(
  ledger: Ledger,
  inspection: Entry<Inspection>,
  { account, verdict, problem }: NewFinding,
  row: number,
  listedOn: Day,
): Issue {
  const text = termInWords(problem);
  const { within } = problem;
  const { scope } = inspection;
  return {
    campaign: inspection.campaign,
    row,
    account: account.id,
    listed: listedAs(ledger, account),
    listedHost: ownerNameOn(ledger, { account: account.id }, listedOn) ?? account.unit,
    problems: [problem.id],
    finding: `${verdict.name}${verdict.why === undefined ? '' : `：${verdict.why}`}`,
    measures: problem.measures ?? `对照“${verdict.name}”整改`,
    duties: [],
    deadline:
      within === undefined
        ? { text, kind: 'immediate', from: listedOn }
        : { text, kind: 'relative', from: listedOn, length: within },
    listedOn,
    foundOn: inspection.checkedOn,
    origin: scope.kind === 'above' ? scope.origin : 'district',
    indicator: { id: verdict.indicator, edition: inspection.edition },
    source: {
      document: scope.kind === 'above' ? scope.document : inspection.name,
      at: `检查清单 ${account.name}`,
    },
  };
}

function listedAs({ vocabulary }: Ledger, account: NewFinding['account']): string {
  const platform = account.kind === WEBSITE_PLATFORM ? undefined : account.platform;
  const name = vocabulary.platforms.find(({ id }) => id === platform)?.name;
  return name === undefined || platform === UNSTATED ? account.name : `${name}：${account.name}`;
}

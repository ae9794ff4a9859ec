/** 报送和决定: a new report on an issue. */
import { askedEvidence } from '../../domain/issue/round/owed.ts';
import { type History, replay } from '../../domain/issue/replay.ts';
import { stateInWords } from '../../domain/issue/state-words.ts';
import { reportRules } from '../../ledger/report-rules.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { updatePath } from '../../text/update-path.ts';
import type { AskedPiece, Work } from '../work.ts';

/** `today` as the page has it. */
export function reportWork(today: () => string): Work {
  return {
    rules: reportRules,
    record: ({ issues }, { subject, action, fields, stamp }) => {
      const campaign = issues.get(subject)?.campaign ?? '';
      return {
        kind: 'update',
        path: updatePath({ campaign, id: subject }, stamp),
        value: { issue: subject, action, ...fields },
      };
    },
    count: ({ updates }, subject) => updates.get(subject)?.length ?? 0,
    course: ({ stories }, _base, subject) => {
      const story = stories.find((one) => one.issue === subject);
      if (story === undefined) return undefined;
      const { before, after } = story;
      return {
        before: before === undefined ? undefined : stateInWords(before),
        after: stateInWords(after),
      };
    },
    preset: (ledger, subject, { path }) => {
      const round =
        path === 'round' ? historyOf(ledger, subject, today())?.round.number : undefined;
      return round === undefined ? undefined : String(round + 1);
    },
    asked: (ledger, subject) => {
      const record = ledger.issues.get(subject);
      const history = historyOf(ledger, subject, today());
      if (record === undefined || history === undefined) return [];
      return askedEvidence(record, ledger.vocabulary.problems, history).flatMap(
        ({ owed: { ask, dated = false, kinds } }): AskedPiece[] => {
          // The kind that the office names first is the one that it likes best.
          const [kind] = kinds;
          if (kind !== 'number' && kind !== 'link') return [];
          const other = kind === 'number' ? 'link' : 'number';
          return [{ kind: kinds.includes(other) ? 'either' : kind, ask, dated }];
        },
      );
    },
  };
}

/** The issue's history so far. */
function historyOf(
  { issues, campaigns, updates, vocabulary: { timing } }: Ledger,
  id: string,
  today: string,
): History | undefined {
  const record = issues.get(id);
  const campaign = record && campaigns.get(record.campaign);
  if (record === undefined || campaign === undefined) return undefined;
  return replay(record, updates.get(id) ?? [], { campaign, timing, today });
}

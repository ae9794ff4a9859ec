import { readDeadline } from '../../domain/phrase/read.ts';
import { valueOn } from '../../domain/setting.ts';
import type { Deadline } from '../../schema/deadline.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Timing } from '../../schema/vocabulary.ts';
import type { Rule } from '../rule.ts';

/** The words of a deadline, read again, give what the record says; where they do not, the record says why. */
export const deadlineReadingRule: Rule = {
  id: 'deadline-reading',
  title: '时限原文重读一遍，与记录的读法一致，不一致的写明读法说明（提醒）',
  *check({ ledger }) {
    const readings = new Map<string, Deadline>();
    for (const issue of ledger.issues.values()) {
      if (issue.readings?.some(({ field }) => /^deadline(?:\.|$)/u.test(field))) continue;
      // A list of a thousand rows has a dozen phrases.
      const phrase = `${issue.listedOn} ${issue.deadline.text}`;
      const read = readings.get(phrase) ?? readAgain(issue, ledger.vocabulary.timing);
      readings.set(phrase, read);
      const key = differenceOf(issue.deadline, read);
      if (key === undefined) continue;
      yield {
        file: issue.path,
        at: ['deadline', key],
        message: `时限原文“${issue.deadline.text}”读作 ${facts(read)}，记录写的是 ${facts(issue.deadline)}`,
        remedy: '核对时限；确实应照记录的，在 readings 里写一条 field: deadline 说明为什么',
        severity: 'warning',
      };
    }
  },
};

function readAgain({ deadline, listedOn }: Entry<Issue>, timing: Timing): Deadline {
  const closeOfBusiness = valueOn(timing.closeOfBusiness, listedOn);
  return readDeadline(deadline.text, { listedOn, closeOfBusiness }).deadline;
}

/** What decides when something is due; words about it (goal, candidates) may differ. */
const DECISIVE = [
  'kind',
  'dueOn',
  'time',
  'reportOn',
  'from',
  'length',
  'every',
  'reviewOn',
  'reviewEvery',
] as const;

type Facts = Partial<Record<(typeof DECISIVE)[number], unknown>>;

/** The first decisive key in which two deadlines differ; a key that only the reading has counts as its kind. */
function differenceOf(record: Facts, read: Facts): string | undefined {
  const key = DECISIVE.find((name) => JSON.stringify(record[name]) !== JSON.stringify(read[name]));
  return key === undefined || record[key] !== undefined ? key : 'kind';
}

function facts(deadline: Facts): string {
  return DECISIVE.flatMap((name) =>
    deadline[name] === undefined ? [] : [words(deadline[name])],
  ).join(' ');
}

function words(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, held]) => `${key} ${String(held)}`)
    .join(' ');
}

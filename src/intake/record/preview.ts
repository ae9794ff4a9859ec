/** 预览: a plan in words for a terminal, and as plain data for other programs. */
import { inWords } from '../../day/calendar.ts';
import type { Deadline } from '../../schema/deadline.ts';
import type { FieldDifference } from './match.ts';
import type { ImportPlan } from './plan.ts';
import type { PlannedRow, Status } from './planned.ts';
import { asks, placesInWords, type Question } from '../inquiry/question.ts';
import { placeInWords } from '../../paper/sheet.ts';

const statuses: Record<Status, string> = {
  new: '新增',
  changed: '改动',
  unchanged: '不变',
  unread: '待确认',
};

/** Ids that are named before the rest is only counted. */
const FEW = 10;

/** The plan as lines of Chinese; with `all` also the rows that change nothing. */
export function previewLines(plan: ImportPlan, all = false): string[] {
  const lines = [
    ...headLines(plan),
    ...toldRows(plan, all).flatMap(rowLines),
    ...absentLines(plan),
  ];
  if (plan.questions.length > 0) {
    lines.push(`要确认 ${plan.questions.length} 处：`);
    for (const question of plan.questions) lines.push(...questionLines(question));
  }
  return lines;
}

/** The rows that say something; with `all` every row. */
export function toldRows({ rows }: ImportPlan, all = false): PlannedRow[] {
  return rows.filter((row) => all || row.status !== 'unchanged' || row.notes.length > 0);
}

/** What the list is, how much was read of it, and what is noted of the whole. */
export function headLines(plan: ImportPlan): string[] {
  const counted = (Object.keys(statuses) as Status[])
    .map((status) => [status, plan.rows.filter((row) => row.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${statuses[status]} ${count}`);
  const head = [
    plan.campaign === undefined ? '' : `专项 ${plan.campaign}`,
    plan.listedOn === undefined ? '' : `填表日期 ${inWords(plan.listedOn)}`,
    plan.head.reportedBy ? `报送单位 ${plan.head.reportedBy.value}` : '',
  ].filter((part) => part !== '');
  const lines = [
    `读出 ${plan.rows.length} 条${counted.length > 0 ? `：${counted.join('、')}` : ''}${head.length > 0 ? `（${head.join('，')}）` : ''}`,
  ];
  if (plan.nothingFound > 0)
    lines.push(`另有 ${plan.nothingFound} 行写“未发现”，不是问题，没有录入`);
  if (plan.leftOut > 0) lines.push(`按答复没有录入 ${plan.leftOut} 行`);
  lines.push(...plan.notes.map((note) => `提示：${note}`));
  return lines;
}

/** What the ledger has and the list has not. */
export function absentLines({ absent }: ImportPlan): string[] {
  if (absent.length === 0) return [];
  const named = absent.slice(0, FEW).map(({ id }) => id);
  return [
    `台账里有而清单里没有 ${absent.length} 条，保持不变：${named.join('、')}${absent.length > FEW ? '等' : ''}`,
  ];
}

/** A row: what it is, and below it what it says and what is noted of it. */
export function rowLines(row: PlannedRow): string[] {
  const { status, issue, notes, readings, differences } = row;
  const about = [row.host, row.listed, row.finding].filter((part) => part !== '').join('，');
  const lines = [
    `${statuses[status]} 第${row.row ?? '？'}条${issue === undefined ? '' : ` ${issue}`}：${about}`,
  ];
  if (status === 'new' || status === 'unread') {
    const { deadline: limit } = row.values ?? row.found;
    const deadline = limit === undefined ? '' : `时限：${deadlineInWords(limit)}`;
    const said = readings.map(({ note }) => note.replace(/。$/u, ''));
    const words = [...said, deadline].filter((part) => part !== '');
    if (words.length > 0) lines.push(`    ${words.join('；')}`);
  }
  for (const difference of differences)
    lines.push(`    ${differenceInWords(difference)}（${placeInWords(row.place)}）`);
  for (const note of notes) lines.push(`    ${note}`);
  return lines;
}

function differenceInWords({ title, was, now }: FieldDifference): string {
  return `${title}：${shown(was)} → ${shown(now)}`;
}

/** A value of a record on one line. */
function shown(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '（无）';
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'kind' in value && 'text' in value) {
    const deadline = value as Deadline;
    return `${deadline.text}（${deadlineInWords(deadline)}）`;
  }
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? value.join('、')
    : JSON.stringify(value);
}

function deadlineInWords(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'fixed':
      return inWords(deadline.dueOn);
    case 'fixed-then-ongoing':
      return `${inWords(deadline.dueOn)}，之后长期坚持`;
    case 'immediate':
      return `立行立改，自${inWords(deadline.from)}起`;
    case 'immediate-then-ongoing':
      return `立行立改，自${inWords(deadline.from)}起，之后长期坚持`;
    case 'ongoing':
      return '长期坚持，没有截止日';
    case 'relative':
      return '按期限推算';
    case 'recurring':
      return '按频次';
    case 'unread':
      return '待定';
    default:
      return deadline satisfies never;
  }
}

/** A question as lines: what is asked, where it stands, what may be answered. */
export function questionLines(question: Question): string[] {
  const { ask, text, message, candidates } = question;
  const places = placesInWords(question, 3);
  const answers = candidates
    .slice(0, 8)
    .map(({ answer, label }) => (answer === label ? answer : `${answer}（${label}）`));
  return [
    `  ${asks[ask]} ${text === '' ? '' : `“${text}”`}：${message}${places === '' ? '' : `（${places}）`}`,
    ...(answers.length > 0 ? [`      可答：${answers.join('；')}`] : []),
  ];
}

/** The plan as one value: `rows` has one entry a row of the list. */
export function planData(plan: ImportPlan) {
  return {
    campaign: plan.campaign,
    listedOn: plan.listedOn,
    title: plan.head.title?.value,
    reportedBy: plan.head.reportedBy?.value,
    rows: plan.rows.map(rowData),
    leftOut: plan.leftOut,
    questions: plan.questions,
    notes: plan.notes,
    nothingFound: plan.nothingFound,
    absent: plan.absent.map(({ id }) => id),
    files: [...plan.files.keys()],
  };
}

function rowData(row: PlannedRow) {
  const { owner, problems, deadline, duties, listedOn, foundOn, origin } = row.values ?? row.found;
  return {
    row: row.row,
    issue: row.issue,
    status: row.status,
    listed: row.listed,
    host: row.host,
    finding: row.finding,
    measures: row.measures,
    deadlineText: row.deadlineText,
    platform: owner?.platform,
    name: owner?.name,
    unit: owner?.unit,
    account: owner?.account,
    at: owner?.place,
    assisting: owner?.assisting,
    problems,
    deadline,
    duties,
    listedOn,
    foundOn,
    origin,
    differences: row.differences,
    questions: row.questions,
    readings: row.readings,
    notes: row.notes,
    place: row.place,
    raw: row.raw,
  };
}

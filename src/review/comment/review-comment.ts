/** 审核摘要: a review as one comment in Chinese Markdown. Every word of the proposal in it is escaped. */
import { inWords } from '../../day/calendar.ts';
import { figures } from '../../domain/figures/figures.ts';
import type { Fault } from '../../ledger/fault.ts';
import { isUnitAction } from '../../domain/issue/transition.ts';
import { changeWords } from '../proposal/change.ts';
import { sizeInWords } from '../../text/size.ts';
import { plain } from '../../text/plain.ts';
import { escapedMarkdown, mdLink } from './escape.ts';
import { passedMark } from './typed.ts';
import {
  postsInWords,
  type ReportedEvidence,
  type ReportedStep,
  type ReviewResult,
} from './review-result.ts';

/** Marks the one comment of a proposal that is updated at every check. */
export const MARKER = '<!-- zhenggai-taizhang-review -->';

/** Forges take 65,536 characters; what does not fit is left out with a word. */
const LONGEST = 60_000;
const LONGEST_TEXT = 300;
const MOST_FAULTS = 100;
const MOST_STEPS = 40;

/** The whole comment, ending in a line end; with what to type where a workflow makes the record of it. */
export function reviewComment(report: ReviewResult, isTyped = false): string {
  const wrong = report.faults.filter(({ severity }) => severity === 'fault');
  const noted = report.faults.filter(({ severity }) => severity === 'warning');
  const lines = [
    MARKER,
    `## 报送检查：${verdictInWords(report, wrong.length, noted.length)}`,
    ...(report.ok ? [passedMark(report.head)] : []),
    '',
    ...head(report),
    ...(isTyped ? typedBlocks(report) : []),
    ...faultLines('错误', '每条后面写着怎么改；改好再推送，检查会自动重跑。', wrong),
    ...faultLines('提醒', '不妨碍合并，请审核员留意。', noted),
    ...stepLines(report.steps),
    ...recordLines(report),
    ...effectLines(report),
  ];
  return withinLimit(lines);
}

function typedBlocks({ typed, ok, steps, isForDraft }: ReviewResult): string[] {
  // A proposal of decisions alone waits for none.
  if (!ok || !steps.some(({ action }) => isUnitAction(action))) return [];
  if (isForDraft) return ['这份报送要审签，不能用评论办理：先不要合并，在办理台的待办里拟办。', ''];
  if (typed.length === 0) return ['这份报送不能用评论办理：合并以后在办理台办。', ''];
  return [
    '### 怎样办',
    '',
    '审核员把其中一行复制成评论发出，收件和决定就一起写进主分支；评论以后又推送过的不算。',
    '',
    ...typed.flatMap((line) => ['```text', line, '```', '']),
  ];
}

/** The verdict in words. */
export function verdictInWords(
  { ok }: Pick<ReviewResult, 'ok'>,
  wrong: number,
  noted: number,
): string {
  const warnings = noted > 0 ? `${String(noted)} 条提醒` : '';
  if (ok) return warnings === '' ? '通过' : `通过，${warnings}`;
  return `未通过，${[`${String(wrong)} 处错误`, warnings].filter(Boolean).join('、')}`;
}

function head({ people, today, base, head: tip, outdated }: ReviewResult): string[] {
  const who = people
    .map(
      (person) =>
        `${person.who} ${escapedMarkdown(person.account)}：${escapedMarkdown(postsInWords(person))}`,
    )
    .join('；');
  return [
    `${who}。检查日 ${inWords(today)}，主分支 ${base.slice(0, 10)}，报送 ${tip.slice(0, 10)}。`,
    '',
    ...(outdated ? ['分支不是从最新的主分支拉的：合并之前请先更新分支，检查会再跑一遍。', ''] : []),
  ];
}

function faultLines(title: string, advice: string, faults: readonly Fault[]): string[] {
  if (faults.length === 0) return [];
  const shown = faults.slice(0, MOST_FAULTS);
  return [
    `### ${title}`,
    '',
    advice,
    '',
    ...shown.map(({ file, line, col, message, remedy }) => {
      const place = line > 0 ? `:${String(line)}:${String(col)}` : '';
      return `1. ${code(`${file}${place}`)} ${escapedMarkdown(shortened(message))} → ${escapedMarkdown(shortened(remedy))}`;
    }),
    ...(faults.length > shown.length
      ? ['', `另有 ${String(faults.length - shown.length)} 条，改好这些后再看。`]
      : []),
    '',
  ];
}

function stepLines(steps: readonly ReportedStep[]): string[] {
  if (steps.length === 0) return [];
  const shown = steps.slice(0, MOST_STEPS);
  const more = steps.length - shown.length;
  return [
    '### 报送',
    '',
    ...shown.flatMap(stepBlock),
    ...(more > 0 ? [`另有 ${String(more)} 份报送，见各文件。`, ''] : []),
  ];
}

function stepBlock(step: ReportedStep): string[] {
  const state =
    step.before === undefined
      ? '不成立，见“错误”'
      : `${step.before} → ${step.after ?? step.before}`;
  return [
    `#### ${escapedMarkdown(step.unitName)} · ${escapedMarkdown(step.accountName)}（${escapedMarkdown(step.issue)}）`,
    '',
    `- 事项：${step.actionName}，报告日期 ${inWords(step.reportedOn)}${step.onBehalfOf === undefined ? '' : '（审核员代录）'}`,
    `- 状态：${state}`,
    `- 时限：${escapedMarkdown(shortened(step.deadline))}${daysInWords(step)}`,
    `- 存在问题：${escapedMarkdown(shortened(step.finding))}`,
    ...(step.note === undefined ? [] : [`- 进展说明：${escapedMarkdown(shortened(step.note))}`]),
    ...(step.publicNote === undefined
      ? []
      : [`- 公开说明：${escapedMarkdown(shortened(step.publicNote))}`]),
    ...(step.evidence.length === 0 ? ['- 佐证：无'] : evidenceTable(step.evidence)),
    '',
  ];
}

function daysInWords({ dueOn, daysLeft }: ReportedStep): string {
  if (dueOn === undefined || daysLeft === undefined) return '，没有确定的截止日';
  const until = `，截止 ${inWords(dueOn)}`;
  if (daysLeft === 0) return `${until}，当天报送`;
  return daysLeft > 0
    ? `${until}，提前 ${String(daysLeft)} 天报送`
    : `${until}，逾期${String(-daysLeft)}天报送`;
}

const kindWords: Record<ReportedEvidence['kind'], string> = {
  link: '链接',
  number: '编号',
  file: '文件',
  stored: '另存文件',
};

function evidenceTable(evidence: readonly ReportedEvidence[]): string[] {
  return [
    '- 佐证：',
    '',
    '  | 材料 | 内容 | 日期 | 大小 | SHA-256 |',
    '  | --- | --- | --- | --- | --- |',
    ...evidence.slice(0, MOST_FAULTS).map(({ kind, value, what, day, size, sha256 }) => {
      const content = kind === 'link' ? mdLink(value) : escapedMarkdown(shortened(value));
      const about = what === undefined ? '' : `：${escapedMarkdown(shortened(what))}`;
      return `  | ${kindWords[kind]}${about} | ${content} | ${day ?? ''} | ${size === undefined ? '' : sizeInWords(size)} | ${sha256 ?? ''} |`;
    }),
  ];
}

function recordLines({ records }: ReviewResult): string[] {
  if (records.length === 0) return [];
  const shown = records.slice(0, MOST_FAULTS);
  return [
    '### 其他变更',
    '',
    ...shown.map(({ change, what, path }) => `- ${changeWords[change]}${what} ${code(path)}`),
    ...(records.length > shown.length
      ? [`- 另有 ${String(records.length - shown.length)} 个文件`]
      : []),
    '',
  ];
}

function effectLines({ effects }: ReviewResult): string[] {
  const rows = effects.flatMap(({ unitName, figures: values }) =>
    values
      .filter(({ id, before, after }) => before !== after || id === 'total')
      .map(
        ({ id, before, after }) =>
          `| ${escapedMarkdown(unitName)} | ${figures.find((one) => one.id === id)?.name ?? id} | ${String(before)} | ${String(after)} |`,
      ),
  );
  if (rows.length === 0) return [];
  return [
    '### 对单位统计的影响',
    '',
    '| 单位 | 指标 | 合并前 | 合并后 |',
    '| --- | --- | ---: | ---: |',
    ...rows.slice(0, MOST_FAULTS * 2),
    '',
  ];
}

/** A path as code where it holds nothing that could end the code, else escaped. */
function code(path: string): string {
  return /^[\p{L}\p{N}\-_./:]+$/u.test(path) ? `\`${path}\`` : escapedMarkdown(shortened(path));
}

function shortened(text: string): string {
  const signs = [...plain(text)];
  return signs.length > LONGEST_TEXT
    ? `${signs.slice(0, LONGEST_TEXT).join('')}……`
    : signs.join('');
}

function withinLimit(lines: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > LONGEST) return `${kept.join('\n')}\n\n（太长，以下从略；全文见检查日志。）\n`;
    kept.push(line);
  }
  return `${kept.join('\n').trimEnd()}\n`;
}

/** Zod's issues in Chinese sentences with a remedy. */
import type { z } from 'zod';
import { fieldAt, keysAt, metaOf } from '../schema/walk.ts';
import type { DataPath } from './yaml/node.ts';
import { didYouMean, nearest } from '../text/nearest.ts';
import { own } from '../text/own.ts';

export { didYouMean } from '../text/nearest.ts';

export interface Sentence {
  path: DataPath;
  /** Whether the key or the value is wrong. */
  at: 'key' | 'value';
  rule: string;
  message: string;
  remedy: string;
  /** The key that was most likely meant by an unknown one. */
  meant?: string | undefined;
}

/** One sentence for each thing that is wrong. `record` is the value that was checked. */
export function sentencesFor(
  schema: z.ZodType,
  issues: readonly z.core.$ZodIssue[],
  record: unknown,
  base: DataPath = [],
): Sentence[] {
  const sentences = issues.flatMap((issue) => {
    const path = [
      ...base,
      ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
    ];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => unknownKey(schema, path, key));
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const branch = bestBranch(issue.errors);
      if (branch) return sentencesFor(schema, branch, record, path);
    }
    return [plain(schema, issue, path, record)];
  });
  return withoutEchoes(sentences);
}

/** A misspelt key is one slip: that the right key is missing is not told as well. */
function withoutEchoes(sentences: readonly Sentence[]): Sentence[] {
  const meant = new Set(
    sentences.flatMap(({ path, meant: key }) =>
      key === undefined ? [] : [JSON.stringify([...path.slice(0, -1), key])],
    ),
  );
  return sentences.filter(
    ({ rule, path }) => rule !== 'missing' || !meant.has(JSON.stringify(path)),
  );
}

function unknownKey(schema: z.ZodType, path: DataPath, key: string): Sentence {
  const known = keysAt(schema, path);
  const byTitle = known.find((name) => titleAt(schema, [...path, name]) === key);
  const meant = byTitle ?? nearest(key, known);
  return {
    path: [...path, key],
    at: 'key',
    rule: 'unknown-key',
    message: `没有“${key}”这个栏目`,
    remedy:
      meant === undefined
        ? `删去这一行；可用的栏目：${known.join('、')}`
        : `是不是想写“${meant}”？`,
    meant,
  };
}

function plain(
  schema: z.ZodType,
  issue: z.core.$ZodIssue,
  path: DataPath,
  record: unknown,
): Sentence {
  const key = String(path.at(-1) ?? '');
  const name = nameAt(schema, path);
  const found = valueAt(record, path);
  if (found === undefined) {
    return {
      path,
      at: 'key',
      rule: 'missing',
      message: `缺少必填栏目${name}`,
      remedy: `补上 ${key}：${describe(schema, path) || wanted(issue)}`,
    };
  }
  // Nothing was written there: there is no value that could be wrong.
  const isEmpty = found === null || found === '';
  return {
    path,
    at: 'value',
    rule: 'value',
    message: isEmpty ? `${name}没有填` : `${name}的值 ${show(found)} 不对`,
    remedy: `${wanted(issue)}${typeof found === 'string' ? hintFor(schema, path, found) : ''}`,
  };
}

/** What the schema wants, in its own Chinese words, or for a bare type in ours. */
function wanted(issue: z.core.$ZodIssue): string {
  if (/[\u4e00-\u9fff]/u.test(issue.message)) return issue.message;
  if (issue.code !== 'invalid_type') return '对照同类文件核对这一处的写法';
  return own(wantedTypes, issue.expected) ?? '对照同类文件核对这一处的写法';
}

const wantedTypes: Partial<Record<string, string>> = {
  object: '应为一组“栏目: 内容”，每项一行或写在花括号里',
  array: '应为列表，写成 [甲, 乙]，或每行一项、以“- ”开头',
  boolean: '应为 true（是）或 false（否）',
  string: '应为文字',
  number: '应为数字',
  int: '应为整数',
};

/** A key with its Chinese name; an item of a list by its number. */
function nameAt(schema: z.ZodType, path: DataPath): string {
  const key = path.at(-1);
  if (key === undefined) return '这条记录';
  if (typeof key === 'number')
    return `${nameAt(schema, path.slice(0, -1))}第 ${String(key + 1)} 项`;
  const title = titleAt(schema, path);
  return title ? `“${key}”（${title}）` : `“${key}”`;
}

/** The choice that was most likely meant: the one with this Chinese name, or the one spelt nearly so. */
function hintFor(schema: z.ZodType, path: DataPath, found: string): string {
  const node = fieldAt(schema, path);
  const choices = Object.entries((node && metaOf(node)?.choices) ?? {});
  const named = choices.find(([, name]) => name === found)?.[0];
  const hint = named
    ? `是不是想写“${named}”？`
    : didYouMean(
        found,
        choices.map(([value]) => value),
      );
  return hint === '' ? '' : `；${hint}`;
}

/** The branch of a union that the record most likely meant: fewest complaints. */
function bestBranch(
  errors: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | undefined {
  const weight = (branch: readonly z.core.$ZodIssue[]) =>
    branch.reduce(
      (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1),
      0,
    );
  const sorted = errors.toSorted((a, b) => weight(a) - weight(b));
  const [first, second] = sorted;
  // Two branches fit equally badly: the union's own sentence says more than either.
  if (!first || (second && weight(first) === weight(second) && weight(first) > 1)) return undefined;
  return first.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type')
    ? undefined
    : first;
}

function titleAt(schema: z.ZodType, path: DataPath): string {
  const node = fieldAt(schema, path);
  return (node && metaOf(node)?.title) ?? '';
}

function describe(schema: z.ZodType, path: DataPath): string {
  const node = fieldAt(schema, path);
  return (node && metaOf(node)?.description) ?? '';
}

function valueAt(record: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (at, part) =>
      typeof at === 'object' && at !== null
        ? own(at as Record<string, unknown>, String(part))
        : undefined,
    record,
  );
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

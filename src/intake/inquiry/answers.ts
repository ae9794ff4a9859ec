/**
 * 答复文件: a small YAML file in which questions are answered, kept beside the ledger and used again for every later
 * file. New questions are written at its end; what stands in it is never changed.
 */
import { z } from 'zod';
import type { Fault } from '../../ledger/fault.ts';
import { scalarText } from '../../ledger/yaml/scalar.ts';
import { readYaml } from '../../ledger/yaml/yaml.ts';
import { type Ask, asks, questionKey, placesInWords, type Question } from './question.ts';
import { schemaFaults } from '../../ledger/record.ts';

/** A number that somebody wrote without quotation marks is its text. */
const word = z.union([z.string(), z.number().transform(String)], { error: '应为文字' });

const answers = z.strictObject({
  answers: z
    .array(
      z.strictObject({
        ask: z.enum(Object.keys(asks) as [Ask, ...Ask[]], {
          error: `应为 ${Object.keys(asks).join('、')} 之一`,
        }),
        text: word,
        answer: z
          .union([word, z.array(word), z.null()], { error: '应为文字，或几段文字' })
          .optional(),
      }),
    )
    .nullable(),
});

/** By key; what is not answered yet is known, so that it is not written a second time. */
export interface GivenAnswers {
  given: ReadonlyMap<string, readonly string[]>;
  known: ReadonlySet<string>;
}

/** Reads an answers file. */
export function readAnswers(
  file: string,
  bytes: Uint8Array,
): { answers: GivenAnswers } | { faults: Fault[] } {
  const yaml = readYaml(file, bytes);
  if (!yaml.ok) return { faults: yaml.faults };
  const parsed = answers.safeParse(yaml.value);
  if (!parsed.success) return { faults: schemaFaults(file, yaml, answers, parsed.error) };
  const given = new Map<string, readonly string[]>();
  const known = new Set<string>();
  for (const { ask, text, answer } of parsed.data.answers ?? []) {
    known.add(questionKey(ask, text));
    if (answer === null || answer === undefined || answer === '') continue;
    given.set(questionKey(ask, text), Array.isArray(answer) ? answer : [answer]);
  }
  return { answers: { given, known } };
}

const HEAD = `# 导入时认不出、要人确认的地方。在 answer: 后面填答复（冒号后空一格），存盘后再运行同一条命令；
# 答复以后照用。可选的答复写在每一条上面；列出的都不对时，按提示自己写。
answers:
`;

/** The text of an answers file with the questions added that it does not have yet; `old` is its text, if there is one. */
export function withQuestions(
  old: string | undefined,
  known: ReadonlySet<string>,
  questions: readonly Question[],
): string {
  const fresh = questions.flatMap((question) =>
    [question, ...(question.each ?? [])].filter(
      ({ ask, text }) => !known.has(questionKey(ask, text)),
    ),
  );
  const together = new Set(questions.flatMap(({ each = [] }) => each));
  const start = old === undefined || old.trim() === '' ? HEAD : old.replace(/\n*$/u, '\n');
  return start + fresh.map((question) => entryText(question, together.has(question))).join('');
}

/** A question with its answers in comments; one of many that are asked about together needs no answer. */
function entryText(question: Question, isOptional: boolean): string {
  const { ask, text, message, candidates } = question;
  const offered = isOptional ? candidates.slice(0, 5) : candidates;
  const where = placesInWords(question);
  const lines = [
    `  # ${asks[ask]}${isOptional ? '（单独答，可以不填）' : ''}：${oneLine(message)}`,
    ...(where === '' ? [] : [`  #   在 ${oneLine(where)}`]),
    ...offered.map(({ answer, label }) =>
      answer === label
        ? `  #   ${oneLine(answer)}`
        : `  #   ${oneLine(answer)}  （${oneLine(label)}）`,
    ),
    `  - ask: ${ask}`,
    `    text: ${scalarText(text)}`,
    '    answer:',
  ];
  return `${lines.join('\n')}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

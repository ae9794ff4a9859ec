/** Arbitrary records of a schema, for properties: whatever the schema lets through, odd texts above all. */
import fc from 'fast-check';
import { z } from 'zod';
import { unseenIn } from '../../src/text/unseen.ts';

/** Texts that some YAML reader takes for something else. */
const odd = fc.constantFrom(
  ...[
    'yes',
    'no',
    'null',
    '~',
    'true',
    '1',
    '1.5',
    '0x1F',
    '1e3',
    '.inf',
    '12:30',
    '2026-03-01',
    '=',
    '<<',
    '-',
    '- a',
  ],
  ...[
    'a: b',
    'a #b',
    '#a',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '%a',
    '@a',
    '`a',
    '"a"',
    "it's",
    '[a]',
    '{a}',
    'a, b',
    '? a',
  ],
  ...[
    ': a',
    'a:',
    '，：；',
    '“引号”',
    '---',
    '...',
    '两行\n文字',
    '段\n\n落',
    'a\n b',
    '末尾\n  空',
    '\u3000全角',
  ],
);

const text = fc
  .oneof(odd, fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ maxLength: 130 }))
  .map((value) => value.trim())
  .filter((value) => value !== '' && unseenIn(value).length === 0 && !value.includes('\r'));

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const candidates: readonly fc.Arbitrary<unknown>[] = [
  text,
  day,
  fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,5}){0,2}$/u),
  fc.webUrl({ validSchemes: ['https'] }),
  fc.stringMatching(/^[A-Z]\d{1,2}$/u),
  fc.stringMatching(/^[0-9a-f]{64}$/u),
  fc.stringMatching(/^[0-9a-f]{40}$/u),
  fc.constantFrom('00:00', '18:00'),
  fc.constantFrom('2026-q1', '2026-h2'),
  fc.stringMatching(/^[0-9A-Z]{2,18}$/u),
  fc.constantFrom('1.0', '12.3'),
  fc.stringMatching(/^[a-z][a-z-]{0,9}$/u),
  fc.constantFrom('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5', 'ssh-rsa AAAAB3NzaC1yc2E='),
  fc.constantFrom('/issues/a-1.html', '/accounts/b.html'),
  // A line.
  text.filter((value) => !/[\n\t]/u.test(value) && value.length <= 200),
  day.map((date) => `${date}T09:30:00+08:00`),
];

/** Values that `schema` accepts. */
export function recordOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional)
    return fc.option(recordOf(schema.unwrap() as z.ZodType), { nil: undefined });
  if (schema instanceof z.ZodDefault)
    return fc.option(recordOf(schema.unwrap() as z.ZodType), { nil: undefined });
  if (schema instanceof z.ZodObject)
    return (
      fc
        .record(
          Object.fromEntries(
            Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, child]) => [
              key,
              recordOf(child),
            ]),
          ),
        )
        // Some records ask of their fields together, as a bulletin for one of two.
        .filter((record) => schema.safeParse(record).success)
    );
  if (schema instanceof z.ZodArray)
    return fc
      .array(recordOf(schema.element as z.ZodType), { maxLength: 3 })
      .filter((list) => schema.safeParse(list).success);
  if (schema instanceof z.ZodRecord)
    return fc.dictionary(
      recordOf(schema.keyType as z.ZodType) as fc.Arbitrary<string>,
      recordOf(schema.valueType as z.ZodType),
      { maxKeys: 3 },
    );
  if (schema instanceof z.ZodUnion)
    return fc.oneof(...(schema.options as z.ZodType[]).map((option) => recordOf(option)));
  if (schema instanceof z.ZodLiteral) return fc.constant([...schema.values][0]);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...(schema.options as string[]));
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber)
    return fc.integer({ min: 2, max: Math.min(9999, schema.maxValue ?? 9999) });
  return leafOf(schema);
}

/** The kind of text that a leaf accepts, found by trying. */
function leafOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const fits = candidates.filter((candidate) =>
    fc.sample(candidate, { numRuns: 5, seed: 1 }).every((value) => schema.safeParse(value).success),
  );
  const [first] = fits;
  if (!first) throw new RangeError('no arbitrary for this schema');
  return fits.includes(text) ? text : first.filter((value) => schema.safeParse(value).success);
}

export { text as anyText };

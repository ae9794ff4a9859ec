/** 办理的内容 as the desk's page sends it. */
import { z } from 'zod';

function isOnceEach(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

/** What the page sends: for each report what the reviewer saw of it, and what is decided on its issues. */
export const decisionsRequest = z.strictObject({
  items: z
    .array(
      z.strictObject({
        commit: z.string().regex(/^[0-9a-f]{40}$/u),
        seen: z.string().regex(/^[0-9a-f]{64}$/u),
        decided: z
          .array(
            z.strictObject({
              issue: z.string().max(200),
              action: z.string().max(40),
              fields: z.record(z.string().max(40), z.string().max(5000)),
            }),
          )
          .max(200)
          // Two records of one moment would have one name, and the second would take the place of the first.
          .refine((decided) => isOnceEach(decided.map(({ issue }) => issue))),
      }),
    )
    .min(1)
    .max(100)
    .refine((items) => isOnceEach(items.map(({ commit }) => commit))),
});
export type Decisions = z.infer<typeof decisionsRequest>;

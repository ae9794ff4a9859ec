import { expect, test } from 'vitest';
import { GitRefused } from '../../src/history/git/git.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import { reviewResult } from '../../src/review/comment/review-result.ts';
import { reviewComment } from '../../src/review/comment/review-comment.ts';
import { fuzz, mutated, patience } from '../fuzz/fuzz.ts';
import type { Entries } from './depot.ts';
import * as samples from './samples.ts';
import { step, submitted, updateFile, World, worldFiles } from './world.ts';

const words = [
  'content/',
  'updates/',
  'evidence/',
  '/',
  '.yaml',
  '..',
  '.git',
  ':',
  '"',
  '\\',
  '甲',
  ' ',
  '-',
  'plain-01',
  '\n',
  '\t',
  'CON',
  '.',
];
const people = [
  'clerk-jia',
  'clerk-yi',
  'clerk-both',
  'clerk-old',
  'rev-1',
  'keeper',
  '',
  '无此人',
];

test(
  '乱写的报送：从 Git 里读，不出错、不卡住，拒绝的都有一句话，填报员动不了别人的记录',
  async () => {
    const world = new World();
    const existing = Object.entries(worldFiles());
    const count = await fuzz((chance) => {
      const files: [string, string | Uint8Array][] = [
        ...Object.entries(updateFile(submitted())),
        ...Object.entries(updateFile(step('started'))),
        chance.pick(existing),
        ['content/evidence/plain-01/a.png', samples.png],
      ];
      const commits = Array.from({ length: chance.int(1, 3) }, (): Entries => {
        const made: Record<string, Entries[string]> = {};
        for (let turns = chance.int(1, 3); turns > 0; turns -= 1) {
          const [path, data] = chance.pick(files);
          const name = (chance.chance(0.3) ? mutated(path, words, chance) : path).replaceAll(
            '\0',
            '',
          );
          const kind = chance.int(0, 5);
          made[name] =
            kind === 0
              ? null
              : kind === 1
                ? { mode: chance.pick(['120000', '100755']), data: 'x' }
                : typeof data === 'string' && kind < 4
                  ? mutated(data, words, chance)
                  : data;
        }
        return made;
      });
      let head: string;
      try {
        head = world.propose(commits);
      } catch {
        // Git itself takes no such name.
        return;
      }
      const author = chance.pick(people);
      try {
        const review = world.review(head, author, chance.pick(people));
        for (const fault of review.faults) expect(faultLine(fault)).not.toMatch(/[\n\r\u0000]/u);
        expect(reviewComment(reviewResult(review)).length).toBeGreaterThan(0);
        if (review.ok && author.startsWith('clerk'))
          expect(review.changes.filter(({ kind }) => kind !== 'added')).toEqual([]);
      } catch (error) {
        if (!(error instanceof GitRefused)) throw error;
      }
    });
    expect(count).toBeGreaterThan(3);
  },
  patience,
);

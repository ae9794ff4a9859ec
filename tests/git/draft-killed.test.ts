/** 拟办 written by a process that is killed at every question to Git: the drafts are as before or as after, and the next writing goes on. */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type StoredDraft, DraftStore } from '../../scripts/site/decide/draft-store.ts';
import { scratch } from '../documents/run.ts';
import { killerIn } from './killed-at.ts';

const module = JSON.stringify(
  resolve(import.meta.dirname, '../../scripts/site/decide/draft-store.ts'),
);

function draft(words: string): StoredDraft {
  return {
    ...{ id: randomUUID(), drafter: 'rev-1', draftedOn: '2024-06-10', words },
    ...{ commit: 'a'.repeat(40), seen: 'b'.repeat(64), decided: [] },
  };
}

test('拟办在写的途中被强行结束：全有或全无，原有的不丢，再写就成', () => {
  const preload = killerIn(scratch());
  const repository = scratch();
  execFileSync('git', ['init', '--quiet', '--bare', repository]);
  const store = new DraftStore(repository);
  store.change(() => [draft('原有')]);
  const words = (): string[] => store.all().map((one) => one.words);
  const written = `const { DraftStore } = await import(${module});
new DraftStore(${JSON.stringify(repository)}).change((drafts) => [...drafts, ${JSON.stringify(draft('新的'))}]);`;
  const run = (at: number) =>
    spawnSync(process.execPath, ['--import', preload, '--input-type=module', '-e', written], {
      env: { ...process.env, LEDGER_KILL_AT: String(at) },
    });
  let kills = 0;
  for (let at = 1; run(at).signal === 'SIGKILL'; at += 1) {
    kills += 1;
    expect(words()).toEqual(['原有']);
  }
  expect(kills).toBeGreaterThan(3);
  expect(words()).toEqual(['原有', '新的']);
});

/** The repository of a new ledger: its first commit, where it will be pushed, and who works at it. */
import { git, GitRefused } from '../../src/history/git/git.ts';
import type { Site } from '../../src/schema/site.ts';
import { forgeRoot } from '../../src/text/forge-address.ts';
import { PROGRAM } from '../program.ts';
import { RUNNABLE } from './own-files.ts';

/** Makes the repository in a folder that holds the ledger. */
export function firstCommit(folder: string, { authority, forge, reviewers }: Site): void {
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  git(folder, ['config', 'ledger.program', PROGRAM]);
  const [only, ...others] = reviewers;
  // One person works at this desk; of several each is asked once.
  if (only !== undefined && others.length === 0)
    git(folder, ['config', 'ledger.account', only.account]);
  const remote = forgeRoot(forge);
  if (remote !== undefined) git(folder, ['remote', 'add', 'origin', `${remote}.git`]);
  if (!knowsWho(folder)) {
    // The office signs until somebody says who it is.
    git(folder, ['config', 'user.name', authority]);
    git(folder, ['config', 'user.email', 'ledger@localhost']);
  }
  git(folder, ['add', '--all']);
  // Where the file system knows no such mode, the launchers still have it for others.
  for (const file of RUNNABLE) git(folder, ['update-index', '--chmod=+x', file]);
  git(folder, ['commit', '--quiet', '-m', '建账']);
}

/** True where Git has been told who commits on this machine; what it guesses from the machine's name is not that. */
function knowsWho(folder: string): boolean {
  try {
    git(folder, ['config', 'user.email']);
    return true;
  } catch (error) {
    if (error instanceof GitRefused) return false;
    throw error;
  }
}

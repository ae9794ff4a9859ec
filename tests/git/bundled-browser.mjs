/**
 * What the browser of an office does at its desk, run by the Node of a bundle where nothing else is: starts `desk` over
 * `taizhang/`, asks for its pages, has lists read, decides what waits, makes papers, and prints what came as JSON.
 * Arguments: the port, and the lists to be read.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';

const [port, ...lists] = process.argv.slice(2);
const options = ['--as', 'reviewer-1', '--as-of', '2026-04-10', '--port', port];
const desk = spawn('./ledger', ['desk', ...options], { cwd: 'taizhang', detached: true });
let words = '';
desk.stderr.on('data', (piece) => (words += piece));
const started = new Promise((heard, failed) => {
  desk.stdout.on('data', (piece) => {
    words += piece;
    if (words.includes('Ctrl+C')) heard();
  });
  desk.on('close', (code) => failed(new Error(`desk ended with ${code}: ${words}`)));
});
/** Accepted, waiting for the rest or closed: by what the campaign asks. */
const isSettled = (page) => /已验收|已销号/u.test(page);
const give = (paths) =>
  paths.map((path) => ({
    name: basename(path),
    base64: readFileSync(path).toString('base64'),
  }));

try {
  await started;
  const [address] = /http:\/\/127\.0\.0\.1:\d+\/\?key=\S+/u.exec(words) ?? [];
  const first = await fetch(address, { redirect: 'manual' });
  const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0];
  const { origin } = new URL(address);
  const ask = (path, body) =>
    fetch(
      new URL(path, address),
      body === undefined
        ? { headers: { cookie } }
        : {
            method: 'POST',
            headers: { cookie, origin, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          },
    );
  const json = async (path, body) => {
    const answer = await ask(path, body);
    return { ...(await answer.json()), status: answer.status };
  };

  const { waiting } = await json('/api/queue');
  const [{ commit, seen, issues }] = waiting;
  const issue = issues[0].issue;
  const pages = {};
  for (const path of [
    ...['/index.html', '/desk/', '/desk/list.html', '/desk/papers.html', '/report/'],
    ...['/report/report.js', '/desk/queue.js', `/issues/${issue}.html`],
    ...['/search/pagefind/pagefind.js', '/search/pagefind/pagefind-entry.json'],
  ]) {
    const answer = await ask(path);
    const text = await answer.text();
    const title = /^<!DOCTYPE html>[^]*?<title>(?<title>[^<]*)/u.exec(text)?.groups?.title.trim();
    pages[path.replace(issue, 'ID')] = [answer.status, title ?? text.length > 100];
  }

  const read = {};
  for (const path of lists) {
    const {
      status,
      words: said,
      sentence,
    } = await json('/api/list', {
      ...{ files: give([path]), answers: [] },
    });
    read[basename(path)] = [status, said?.[0] ?? sentence];
  }

  const campaign = process.env.CAMPAIGN;
  const papers = {};
  for (const [paper, of] of [
    ...[['sheets', campaign], ['list', campaign], ['ledger', campaign], ['group'], ['reminders']],
    ...[['brief'], ['package', campaign]],
  ]) {
    const made = await json('/api/papers', { paper, of });
    const [bytes] = await Promise.all(
      (made.files ?? [])
        .slice(0, 1)
        .map(async () => (await ask(`/api/papers/${made.id}/0`)).bytes()),
    );
    papers[paper] = [
      made.status,
      made.sentence ?? [...new Set((made.files ?? []).map(({ name }) => extname(name)))].toSorted(),
      bytes === undefined ? made.words.length > 50 : String.fromCodePoint(...bytes.slice(0, 4)),
    ];
  }

  const decided = await json('/api/decisions', {
    items: [{ commit, seen, decided: [{ issue, action: 'accepted', fields: {} }] }],
  });
  const until = Date.now() + 120_000;
  let shown = '';
  while (!isSettled(shown) && Date.now() < until) {
    await new Promise((go) => setTimeout(go, 1000));
    shown = await (await ask(`/issues/${issue}.html`)).text();
  }
  console.log(
    JSON.stringify({
      ...{ pages, read, papers },
      decided: [decided.status, decided.words.replace(issue, 'ID')],
      left: (await json('/api/queue')).waiting.length,
      isShown: isSettled(shown) || words,
    }),
  );
} finally {
  desk.removeAllListeners('close');
  process.kill(-desk.pid, 'SIGTERM');
}

/** 填报页脚本的打包: what runs where old browsers still do, without any of Node. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/**
 * The oldest browsers that run it: domestic browsers on Windows 7 are built on Chromium 86 to 108, Chrome itself ended
 * there with 109; iPhones from iOS 16.4, since older ones do not know the patterns that look back.
 */
const oldest = ['chrome86', 'safari16.4'];

/** The scripts by their place below the root of the site. */
const scripts = {
  'report/report.js': 'report',
  'report/register.js': 'register',
  'report/finding.js': 'finding',
  'report/check.js': 'check',
  'report/return.js': 'return',
  'desk/queue.js': 'queue',
  'desk/returned.js': 'sheets-back',
  'desk/list.js': 'list',
  'desk/papers.js': 'papers',
  'desk/records.js': 'records',
  'desk/approval.js': 'approval',
} as const;
const OUT = join(tmpdir(), 'form-scripts');

/** Those that are imported without a name, because they act at once. */
export const actingModules = /\/(?:polyfill|no-eval)\.[jt]s$/u;

/** A module of ours is left out whole when nothing of it is used, but for those that act. */
const unused: Plugin = {
  name: 'unused',
  setup: (builder) => {
    builder.onResolve({ filter: /^\.{1,2}\// }, async ({ path, pluginData, ...from }) => {
      const isOurs = !/[/\\]node_modules[/\\]/u.test(from.importer);
      if (pluginData === unused || !isOurs || actingModules.test(path)) return undefined;
      const found = await builder.resolve(path, { ...from, pluginData: unused });
      return { ...found, sideEffects: false };
    });
  },
};

/** What Zod knows of JSON Schema, a sixth of its bytes, is asked by no page: its functions are there and say nothing. */
const undescribed: Plugin = {
  name: 'undescribed',
  setup: (builder) => {
    builder.onLoad(
      { filter: /zod[/\\]v4[/\\]core[/\\](?:to-json-schema|json-schema-processors)\.js$/ },
      async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const names = [...text.matchAll(/^export (?:const|function) (\w+)/gmu)].map(
          ([, name]) => name,
        );
        return { contents: names.map((name) => `export const ${name} = () => ({});`).join('\n') };
      },
    );
  },
};

/** Of the calendar of working days two lists are asked, of days alone, never the names of the holidays. */
const nameless: Plugin = {
  name: 'nameless',
  setup: (builder) => {
    builder.onLoad({ filter: /chinese-days\.json$/ }, async ({ path }) => {
      const { holidays, workdays } = JSON.parse(await readFile(path, 'utf8')) as Calendar;
      const bare = JSON.stringify({ holidays, workdays }, (_key, value: unknown) =>
        typeof value === 'string' ? '' : value,
      );
      return { contents: bare, loader: 'json' };
    });
  },
};

type Calendar = Record<'holidays' | 'workdays', Record<string, string>>;

/**
 * A script, and the parts of it that are fetched when they are needed, by their places below the root of the site. Each
 * script by itself, so that what two of them share is no third file to wait for.
 */
async function bundle(place: string, entry: string): Promise<[place: string, bytes: Uint8Array][]> {
  const here = fileURLToPath(import.meta.url);
  const { outputFiles } = await build({
    entryPoints: { [entry]: join(dirname(here), 'page', `${entry}${extname(here)}`) },
    bundle: true,
    minify: true,
    write: false,
    splitting: true,
    // A name to be told by: nothing is written there.
    outdir: OUT,
    chunkNames: `${basename(place, '.js')}-[hash]`,
    entryNames: basename(place, '.js'),
    format: 'esm',
    platform: 'browser',
    target: oldest,
    charset: 'utf8',
    legalComments: 'none',
    plugins: [unused, undescribed, nameless],
    logLevel: 'silent',
  });
  return outputFiles.map(({ path, contents }) => [`${dirname(place)}/${basename(path)}`, contents]);
}

let bundled: Promise<[place: string, bytes: Uint8Array][]> | undefined;

/** Writes the scripts into a site; they are made once a process. Throws what the file system throws, and where something of Node is imported. */
export async function writeFormScripts(dir: string): Promise<void> {
  bundled ??= Promise.all(
    Object.entries(scripts).map(async ([place, entry]) => bundle(place, entry)),
  ).then((made) => made.flat());
  for (const [place, bytes] of await bundled) {
    await mkdir(join(dir, dirname(place)), { recursive: true });
    await writeFile(join(dir, place), bytes);
  }
}

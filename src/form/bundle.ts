/** 填报页脚本的打包: what runs where old browsers still do, without any of Node. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
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
type Script = keyof typeof scripts;

const bundled = new Map<Script, Promise<Uint8Array>>();

/** A script; made once a process. Throws where something of Node is imported. */
export function formScript(script: Script): Promise<Uint8Array> {
  const made = bundled.get(script) ?? bundle(scripts[script]);
  bundled.set(script, made);
  return made;
}

/** Those that are imported without a name, because they act at once. */
export const acting = /\/(?:polyfill|no-eval)\.[jt]s$/u;

/** A module of ours is left out whole when nothing of it is used, but for those that act. */
const unused: Plugin = {
  name: 'unused',
  setup: (builder) => {
    builder.onResolve({ filter: /^\.{1,2}\// }, async ({ path, pluginData, ...from }) => {
      const isOurs = !/[/\\]node_modules[/\\]/u.test(from.importer);
      if (pluginData === unused || !isOurs || acting.test(path)) return undefined;
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

/** Of the calendar of working days only the days are asked, never the names of the holidays. */
const nameless: Plugin = {
  name: 'nameless',
  setup: (builder) => {
    builder.onLoad({ filter: /chinese-days\.json$/ }, async ({ path }) => {
      const calendar = JSON.parse(await readFile(path, 'utf8')) as unknown;
      const bare = JSON.stringify(calendar, (_key, value: unknown) =>
        typeof value === 'string' ? '' : value,
      );
      return { contents: bare, loader: 'json' };
    });
  },
};

async function bundle(entry: string): Promise<Uint8Array> {
  const here = fileURLToPath(import.meta.url);
  const { outputFiles } = await build({
    entryPoints: [join(dirname(here), 'page', `${entry}${extname(here)}`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: oldest,
    charset: 'utf8',
    legalComments: 'none',
    plugins: [unused, undescribed, nameless],
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('the form has no script');
  return file.contents;
}

/** Writes the scripts into a site. Throws what the file system throws. */
export async function writeFormScripts(dir: string): Promise<void> {
  for (const script of Object.keys(scripts) as Script[]) {
    await mkdir(join(dir, dirname(script)), { recursive: true });
    await writeFile(join(dir, script), await formScript(script));
  }
}

import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join, matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService, type SchemasSettings } from 'yaml-language-server';
import { dictionaryDoc } from '../../../scripts/docs/dictionary.ts';
import { layoutKinds, schemaPath } from '../../../scripts/docs/schemas.ts';
import { kindOfPath, layout } from '../../../src/schema/layout.ts';
import { fieldsOf } from '../../../src/schema/walk.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8')) as {
  'yaml.schemas': Record<string, string[]>;
};

/** The language service of the editors' YAML extension, with the repository's own settings. */
function editor() {
  const service = getLanguageService({
    schemaRequestService: (uri) => Promise.resolve(readFileSync(new URL(uri), 'utf8')),
    workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
  });
  const schemas: SchemasSettings[] = Object.entries(settings['yaml.schemas']).map(
    ([path, globs]) => ({
      uri: pathToFileURL(join(root, path)).href,
      fileMatch: globs.map((glob) => `**/${glob}`),
    }),
  );
  service.configure({ validate: true, hover: true, completion: true, yamlVersion: '1.2', schemas });
  return service;
}

let version = 0;
/** A document of its own version: the service remembers what it has seen. */
const document = (path: string, text: string) =>
  TextDocument.create(pathToFileURL(join(root, path)).href, 'yaml', (version += 1), text);

test('每类文件都有格式，不认识的栏目一律不许', () => {
  expect(Object.keys(settings['yaml.schemas'])).toEqual(
    layoutKinds.map((kind) => `./${schemaPath(kind)}`),
  );
  for (const kind of layoutKinds) {
    const json = JSON.parse(readFileSync(join(root, schemaPath(kind)), 'utf8')) as object;
    const objects = objectsIn(json).filter((node) => node['type'] === 'object');
    expect(objects.length).toBeGreaterThan(0);
    // Of a table by names the names have a pattern of their own.
    for (const node of objects)
      if (node['propertyNames'] === undefined) expect(node['additionalProperties']).toBe(false);
  }
});

test('每个栏目的中文名称和谁能看都带到格式里', () => {
  for (const kind of layoutKinds) {
    const text = readFileSync(join(root, schemaPath(kind)), 'utf8');
    for (const { meta } of fieldsOf(layout[kind].schema)) {
      expect(text).toContain(`"title": ${JSON.stringify(meta.title)}`);
      expect(text).toContain(`"x-audience": "${meta.audience}"`);
    }
  }
});

test('台账里的每个文件都挂上自己的格式', () => {
  for (const folder of ['content', 'tests/fixtures/shili']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const kind = kindOfPath(entry)?.kind;
      if (!kind) continue;
      const found = Object.entries(settings['yaml.schemas']).filter(([, globs]) =>
        globs.some((glob) => matchesGlob(`${folder}/${entry}`, glob)),
      );
      expect(
        found.map(([path]) => path),
        entry,
      ).toEqual([`./${schemaPath(kind)}`]);
    }
  }
});

test('数据字典里有每类文件的每个栏目', () => {
  const text = dictionaryDoc();
  for (const kind of layoutKinds) {
    const [, section = ''] = text.split(`文件：\`${layout[kind].glob}\``);
    for (const { path } of fieldsOf(layout[kind].schema))
      expect(section).toContain(`| \`${path.join('.').replaceAll('.[]', '[]')}\` |`);
  }
});

describe('在编辑器里', () => {
  test('演示台账的文件没有一处报错', async () => {
    const service = editor();
    const paths = [
      'site.yaml',
      'units/jia-jiedao.yaml',
      'campaigns/2026-check.yaml',
      'evidence/removed.yaml',
    ];
    for (const top of [
      'issues/2026-check',
      'updates/2026-check-06',
      'updates/2026-check-10',
      'accounts/jia-jiedao',
    ])
      for (const name of readdirSync(join(root, 'tests/fixtures/shili', top)).slice(0, 12))
        paths.push(`${top}/${name}`);
    for (const path of paths) {
      const file = `tests/fixtures/shili/${path}`;
      const faults = await service.doValidation(
        document(file, readFileSync(join(root, file), 'utf8')),
        false,
      );
      expect(
        faults.map(({ message }) => message),
        path,
      ).toEqual([]);
    }
  });

  test('光标停在栏目上，用中文说明', async () => {
    const text = readFileSync(
      join(root, 'content/issues/2020-special/2020-special-01.yaml'),
      'utf8',
    );
    const hover = await editor().doHover(
      document('content/issues/2020-special/2020-special-01.yaml', text),
      { line: 3, character: 2 },
    );
    expect(JSON.stringify(hover)).toContain('政府网站/政务新媒体（原文）');
    expect(JSON.stringify(hover)).toContain('按来源原样抄录，不改错别字');
  });

  test('写到可选的值时，列出每个值和它的中文名称', async () => {
    const { items } = await editor().doComplete(
      document('content/updates/zx-01/20260301-090000.yaml', 'issue: zx-01\naction: \n'),
      { line: 1, character: 8 },
      false,
    );
    expect(items.map(({ label }) => label)).toEqual(
      Object.keys(
        fieldsOf(layout.update.schema).find(({ path }) => path[0] === 'action')!.meta.choices!,
      ),
    );
    expect(items.find(({ label }) => label === 'submitted')?.documentation).toBe('申请验收');
  });

  test.each([
    [
      '日期',
      'issue: zx-01\naction: started\nreportedOn: 2026-3-1\n',
      '应为日期，写成 2020-05-31 这样',
    ],
    [
      '编号',
      'issue: ZX\naction: started\nreportedOn: 2026-03-01\n',
      '编号只能用小写字母、数字和单个连字符，如 shahelu-wechat',
    ],
    [
      '栏目名',
      'issue: zx-01\naction: started\nreportedOn: 2026-03-01\nremark: x\n',
      'Property remark is not allowed.',
    ],
  ])('%s写错时说应该怎么写', async (_, text, message) => {
    const faults = await editor().doValidation(
      document('content/updates/zx-01/20260301-090000.yaml', text),
      false,
    );
    expect(faults.map((fault) => fault.message)).toEqual([message]);
  });
});

function objectsIn(node: unknown): Record<string, unknown>[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = Array.isArray(node) ? [] : [node as Record<string, unknown>];
  return [...own, ...Object.values(node).flatMap(objectsIn)];
}

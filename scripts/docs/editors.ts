/** Settings that let editors check, complete and explain the ledger's files: which schema belongs to which files. */
import { layout } from '../../src/schema/layout.ts';
import { layoutKinds, schemaPath } from './schemas.ts';
import { jsonFile } from '../../src/text/notation/json.ts';

/** Folders that hold a ledger: the shipped one and the fictional one. */
const ledgers = ['content', 'tests/fixtures/shili'];

/** `yaml.schemas` of the YAML language server: schema → globs from the root of the repository. */
function schemaGlobs(): Record<string, string[]> {
  return Object.fromEntries(
    layoutKinds.map((kind) => [
      `./${schemaPath(kind)}`,
      ledgers.map((folder) => `${folder}/${layout[kind].glob}`),
    ]),
  );
}

/** .vscode/settings.json. The schema store is off: it would ask the internet for schemas by file name. */
export function vscodeSettings(): string {
  return jsonFile({
    'files.encoding': 'utf8',
    'files.eol': '\n',
    'files.insertFinalNewline': true,
    '[yaml]': { 'editor.insertSpaces': true, 'editor.tabSize': 2, 'editor.formatOnSave': false },
    'redhat.telemetry.enabled': false,
    'yaml.schemaStore.enable': false,
    'yaml.format.enable': false,
    'yaml.schemas': schemaGlobs(),
  });
}

/** .zed/settings.json. */
export function zedSettings(): string {
  return jsonFile({
    lsp: {
      'yaml-language-server': {
        settings: {
          yaml: {
            schemaStore: { enable: false },
            format: { enable: false },
            schemas: schemaGlobs(),
          },
        },
      },
    },
    languages: { YAML: { tab_size: 2, hard_tabs: false, format_on_save: 'off' } },
  });
}

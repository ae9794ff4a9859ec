/**
 * docs/sbom.cdx.json (CycloneDX 1.6) and docs/third-party.md: what is installed to build, check and serve, by the lock
 * file alone, so that they are the same on every machine.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../program.ts';

interface Locked {
  version?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  devOptional?: boolean;
  link?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** A package that is installed without those for development. */
export interface Component {
  /** Place in the lock file; empty for the program itself. */
  readonly place: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string | undefined;
  readonly sha512: string | undefined;
  /** Places of the packages that it needs. */
  readonly needs: readonly string[];
}

/** Licences under which the program may be passed on with the package in it, each as the lock file writes it. */
const FREE =
  /^(?:MIT|MIT-0|ISC|0BSD|BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Python-2\.0|PSF-2\.0|Unlicense|WTFPL|Zlib|MPL-2\.0)$/u;
/** May be passed on whole and unchanged, as npm does; whoever changes it passes on the change. */
const LESSER = /^LGPL-3\.0-or-later$/u;

export function componentsOf(lock: string): Component[] {
  const { packages } = JSON.parse(lock) as { packages: Record<string, Locked> };
  /** As Node looks for it: beside the packages of each folder above. */
  const found = (from: string, name: string): string | undefined => {
    const folders = from.split('/node_modules/');
    for (let depth = from === '' ? 0 : folders.length; depth >= 0; depth -= 1) {
      const above = folders.slice(0, depth).join('/node_modules/');
      const place = above === '' ? `node_modules/${name}` : `${above}/node_modules/${name}`;
      if (Object.hasOwn(packages, place)) return place;
    }
    return undefined;
  };
  return Object.entries(packages)
    .filter(([, { dev, link }]) => dev !== true && link !== true)
    .map(([place, one]) => {
      const needs = [one.dependencies, one.optionalDependencies, one.peerDependencies]
        .flatMap((list) => Object.keys(list ?? {}))
        .flatMap((name) => found(place, name) ?? []);
      const hash = /^sha512-(\S+)/u.exec(one.integrity ?? '')?.[1];
      return {
        place,
        name: place.replace(/^.*node_modules\//u, ''),
        version: one.version ?? '',
        licence: one.license,
        sha512: hash === undefined ? undefined : Buffer.from(hash, 'base64').toString('hex'),
        needs: [...new Set(needs)].toSorted(),
      };
    });
}

/** How a licence stands: `free`, `lesser` (LGPL), or undefined where there is none or an unknown one. */
export function licenceStanding(licence: string | undefined): 'free' | 'lesser' | undefined {
  const sides = (licence ?? '').replaceAll(/[()]/gu, '').split(/ (OR) /u);
  const kinds = sides
    .filter((side) => side !== 'OR')
    .map((side) => {
      const parts = side.split(' AND ');
      if (parts.every((part) => FREE.test(part))) return 'free';
      return parts.every((part) => FREE.test(part) || LESSER.test(part)) ? 'lesser' : undefined;
    });
  return kinds.find((kind) => kind === 'free') ?? kinds.find((kind) => kind === 'lesser');
}

/** The packages from one that the program itself names down to `place`. */
function wayTo(place: string, components: readonly Component[]): string[] {
  const byPlace = new Map(components.map((one) => [one.place, one]));
  const from = new Map<string, string>([['', '']]);
  const waiting = [''];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift())
    for (const next of byPlace.get(at)?.needs ?? [])
      if (byPlace.has(next) && !from.has(next)) {
        from.set(next, at);
        waiting.push(next);
      }
  const way: string[] = [];
  for (let at = from.has(place) ? place : ''; at !== ''; at = from.get(at) ?? '')
    way.unshift(byPlace.get(at)?.name ?? at);
  return way;
}

function lock(): string {
  return readFileSync(join(PROGRAM, 'package-lock.json'), 'utf8');
}

const refOf = ({ name, version, place }: Component) =>
  `${name}@${version}${place.includes('/node_modules/') ? `|${place}` : ''}`;
const addressOf = ({ name, version }: Component) =>
  `pkg:npm/${name.replace(/^@/u, '%40')}@${version}`;

export function sbomDoc(): string {
  const components = componentsOf(lock());
  const byPlace = new Map(components.map((one) => [one.place, one]));
  const [own, ...others] = components;
  if (own === undefined) throw new RangeError('empty lock file');
  const { name, version } = JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const self = { ...own, name, version };
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': refOf(self), name, version },
    },
    components: others.map((one) => ({
      type: 'library',
      'bom-ref': refOf(one),
      name: one.name,
      version: one.version,
      purl: addressOf(one),
      ...(one.licence === undefined ? {} : { licenses: licences(one.licence) }),
      ...(one.sha512 === undefined ? {} : { hashes: [{ alg: 'SHA-512', content: one.sha512 }] }),
    })),
    dependencies: [self, ...others].map((one) => ({
      ref: refOf(one),
      dependsOn: one.needs.flatMap((place) => {
        const held = byPlace.get(place);
        return held === undefined ? [] : [refOf(held)];
      }),
    })),
  };
  return `${JSON.stringify(bom, undefined, 1)}\n`;
}

/** An expression for more than one licence; a name for what is no identifier of SPDX. */
function licences(licence: string): object[] {
  if (/ (?:AND|OR) /u.test(licence)) return [{ expression: licence }];
  return [{ license: licence === 'BSD' ? { name: licence } : { id: licence } }];
}

export function licencesDoc(): string {
  const components = componentsOf(lock());
  const others = components.filter(({ place }) => place !== '');
  const counts = Map.groupBy(others, ({ licence }) => licence ?? '没有写');
  const rows = [...counts]
    .toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([licence, list]) => `| ${licence} | ${String(list.length)} |`);
  const line = (one: Component) =>
    `| ${one.name} ${one.version} | ${one.licence ?? '没有写'} | ${wayTo(one.place, components).slice(0, -1).join(' → ') || '本程序'} |`;
  const without = others.filter(({ licence }) => licenceStanding(licence) === undefined);
  const lesser = others.filter(({ licence }) => licenceStanding(licence) === 'lesser');
  return `# 用到的别人的程序

本页由 \`npm run docs\` 从 \`package-lock.json\` 生成，请勿手改。只列生成、检查和查看要装的（\`npm ci --omit=dev\`）；全部清单、版本和校验值在 [sbom.cdx.json](sbom.cdx.json)（CycloneDX 1.6）。许可以各包自己写的为准，各包的许可全文在装好以后的 \`node_modules/包名/\` 里。

| 许可 | 包数 |
| --- | --- |
${rows.join('\n')}

## 锁文件里没有写许可的

锁文件里没有写，不等于没有：转发程序以前，看包里的说明。

| 包 | 许可 | 谁要用 |
| --- | --- | --- |
${without.map(line).join('\n')}

## LGPL

只随 npm 原样安装，不改动、不编进本程序。

| 包 | 许可 | 谁要用 |
| --- | --- | --- |
${lesser.map(line).join('\n')}
`;
}

/**
 * ECharts' drawing as a tree that a component can render. What the security policy forbids or what differs from run to
 * run is taken out: style elements, style attributes, class names and ids from a process counter. Colours become
 * classes, so that 关怀版, print and forced colours reach into pictures.
 */
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, LineChart, GridComponent, AriaComponent, SVGRenderer]);

export interface Shape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Shape | string)[];
}

/** The colours of pictures; each stands for a class of the same name in chart.css. */
export const inks = {
  pine: '#0b5a50',
  mid: '#6aa297',
  pale: '#cfe3de',
  faint: '#e3e8e6',
  paper: '#fefefe',
  ink: '#17211e',
  soft: '#47534f',
  line: '#d3dbd8',
  ochre: '#d9a441',
  cinnabar: '#a3261b',
} as const;
const classes = new Map<string, string>(Object.entries(inks).map(([name, hex]) => [hex, name]));

/** Draws `option` in a box of `width` × `height` units. `id` is unique on the page and begins every id of the drawing. */
export function drawing(
  id: string,
  width: number,
  height: number,
  option: EChartsCoreOption,
): Shape {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return cleaned(parsed(chart.renderToSVGString()), id);
  } finally {
    chart.dispose();
  }
}

/** The tree of an SVG string as ECharts writes it: attributes in double quotes, no comments. */
export function parsed(svg: string): Shape {
  const root: Open = { tag: '', attributes: {}, children: [] };
  const stack = [root];
  const tokens =
    /<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/gu;
  for (const [, close, tag, attributes = '', selfClosed, text] of svg.matchAll(tokens)) {
    const parent = stack.at(-1) ?? root;
    if (text !== undefined) {
      if (text.trim() !== '') parent.children.push(decoded(text));
    } else if (tag === undefined) continue;
    else if (close === '/') stack.pop();
    else {
      const shape: Open = { tag, attributes: attributesOf(attributes), children: [] };
      parent.children.push(shape);
      if (selfClosed !== '/') stack.push(shape);
    }
  }
  const [svgRoot] = root.children;
  if (svgRoot === undefined || typeof svgRoot === 'string') throw new TypeError('not an SVG');
  return svgRoot;
}

interface Open {
  tag: string;
  attributes: Record<string, string>;
  children: (Open | string)[];
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [
      name,
      decoded(value),
    ]),
  );
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

const KEPT =
  /^(?:d|x|y|x1|x2|y1|y2|width|height|transform|viewBox|text-anchor|dominant-baseline|stroke-width|stroke-dasharray|fill-opacity|pattern[A-Z]\w+|id)$/u;

function cleaned({ tag, attributes, children }: Shape, id: string): Shape {
  const names: string[] = [];
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...attributes, ...styleOf(attributes['style']) })) {
    if (name === 'fill' || name === 'stroke') {
      const ink = classes.get(value);
      if (ink === undefined) kept[name] = renumbered(value, id);
      else names.push(`${name}-${ink}`);
    } else if (KEPT.test(name) || name === 'font-size' || name === 'font-weight') {
      kept[name] = renumbered(value, id);
    }
  }
  if (names.length > 0) kept['class'] = names.join(' ');
  return {
    tag,
    attributes: kept,
    children: children
      .filter((child) => typeof child === 'string' || child.tag !== 'style')
      .map((child) => (typeof child === 'string' ? child : cleaned(child, id))),
  };
}

function styleOf(style = ''): Record<string, string> {
  return Object.fromEntries(
    style.split(';').flatMap((part) => {
      const [name = '', value = ''] = part.split(':');
      return name === 'font-size' || name === 'font-weight' ? [[name, value]] : [];
    }),
  );
}

/** Ids count from 0 within each drawing: zr17-p0 and zr3-p0 are both `<id>-p0`. */
function renumbered(value: string, id: string): string {
  return value.replaceAll(/\bzr\d+-/gu, `${id}-`);
}

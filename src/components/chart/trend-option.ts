/** What ECharts draws for a chart of a trend page. Lines differ by dash and mark, bars by hatching: grey is enough. */
import type { EChartsCoreOption } from 'echarts/core';
import type { TrendChart } from '../../views/trend/trend-chart.ts';
import { inks } from './drawing.ts';
import { hatch } from './states.ts';

/** The lines in their order. `dash` as in SVG; empty is unbroken. */
export const strokes = [
  { ink: 'pine', dash: [], symbol: 'circle' },
  { ink: 'cinnabar', dash: [7, 4], symbol: 'triangle' },
  { ink: 'soft', dash: [2, 3], symbol: 'rect' },
  { ink: 'ochre', dash: [9, 3, 2, 3], symbol: 'diamond' },
] as const satisfies readonly { ink: keyof typeof inks; dash: readonly number[]; symbol: string }[];

/** The parts of a bar in their order. */
export const fills = [
  { ink: 'pine', hatched: false },
  { ink: 'pine', hatched: true },
  { ink: 'paper', hatched: false },
] as const satisfies readonly { ink: keyof typeof inks; hatched: boolean }[];

/** Units of the picture; as wide as a phone, so that its words stay readable there. */
export const WIDTH = 400;
const BAR = 20;

/** The height of the picture in the same units. */
export function heightOf(chart: TrendChart): number {
  return chart.kind === 'stacks' ? chart.rows.length * BAR + 28 : 220;
}

const axis = {
  axisTick: { show: false },
  axisLine: { lineStyle: { color: inks.soft } },
  axisLabel: { color: inks.ink, fontSize: 12, hideOverlap: true },
};

export function optionOf(chart: TrendChart): EChartsCoreOption {
  switch (chart.kind) {
    case 'lines':
      return {
        grid: { left: 34, right: 14, top: 12, bottom: 26 },
        xAxis: { type: 'category', data: chart.columns, ...axis },
        yAxis: {
          type: 'value',
          minInterval: 1,
          axisLabel: axis.axisLabel,
          splitLine: { lineStyle: { color: inks.line } },
        },
        series: chart.lines.map(({ values }, at) => lineOf(values, at)),
      };
    case 'columns':
      return {
        grid: { left: 6, right: 6, top: 22, bottom: 26 },
        xAxis: { type: 'category', data: chart.columns.map(({ name }) => name), ...axis },
        yAxis: {
          type: 'value',
          show: false,
          min: 0,
          max: Math.max(...chart.columns.map(({ value, range }) => range?.[1] ?? value)),
        },
        series: [
          {
            type: 'bar',
            silent: true,
            barMaxWidth: 36,
            data: chart.columns.map(({ value, range }) => ({
              value,
              itemStyle: range === undefined ? {} : { decal: hatch() },
            })),
            itemStyle: { color: inks.pine },
            label: {
              show: true,
              position: 'top',
              fontSize: chart.columns.length > 12 ? 10 : 12,
              color: inks.ink,
              formatter: ({ dataIndex }: { dataIndex: number }) =>
                chart.columns[dataIndex]?.words ?? '',
            },
          },
          ...rangesOf(chart.columns),
        ],
      };
    case 'stacks':
      return {
        grid: { left: 132, right: 10, top: 24, bottom: 4 },
        xAxis: {
          type: 'value',
          position: 'top',
          minInterval: 1,
          axisLabel: axis.axisLabel,
          splitLine: { lineStyle: { color: inks.line } },
        },
        yAxis: {
          type: 'category',
          inverse: true,
          data: chart.rows.map(({ name }) => name),
          ...axis,
          axisLabel: { ...axis.axisLabel, interval: 0, width: 122, overflow: 'truncate' },
        },
        series: chart.parts.map((_, at) =>
          barOf(
            chart.rows.map(({ values }) => values[at] ?? 0),
            at,
          ),
        ),
      };
    default:
      return chart satisfies never;
  }
}

/** A line from the lower to the upper end of each range, beside the number on top. */
function rangesOf(
  columns: Extract<TrendChart, { kind: 'columns' }>['columns'],
): EChartsCoreOption[] {
  if (columns.every(({ range }) => range === undefined)) return [];
  return [
    {
      type: 'custom',
      silent: true,
      z: 5,
      data: columns.flatMap(({ range }, at) => (range === undefined ? [] : [[at, ...range]])),
      renderItem: (_: unknown, api: DrawingPlace) => {
        const [x = 0, low = 0] = api.coord([api.value(0), api.value(1)]);
        const [, high = 0] = api.coord([api.value(0), api.value(2)]);
        const line = (x1: number, y1: number, x2: number, y2: number) => ({
          type: 'line',
          shape: { x1, y1, x2, y2 },
          style: { stroke: inks.cinnabar, lineWidth: 2 },
        });
        const edge = x + 17;
        return {
          type: 'group',
          children: [
            line(edge, low, edge, high),
            line(edge - 3, low, edge + 3, low),
            line(edge - 3, high, edge + 3, high),
          ],
        };
      },
    },
  ];
}

/** What ECharts hands to who draws an item. */
interface DrawingPlace {
  value: (dimension: number) => number;
  coord: (at: readonly [number, number]) => readonly number[];
}

function lineOf(values: readonly number[], at: number): object {
  const { ink, dash, symbol } = strokes[at % strokes.length] ?? strokes[0];
  return {
    type: 'line',
    silent: true,
    clip: false,
    data: values,
    symbol,
    symbolSize: 7,
    showAllSymbol: true,
    lineStyle: { color: inks[ink], width: 2, type: dash.length === 0 ? 'solid' : dash },
    itemStyle: { color: inks[ink] },
  };
}

function barOf(values: readonly number[], at: number): object {
  const { ink, hatched } = fills[at % fills.length] ?? fills[0];
  return {
    type: 'bar',
    stack: 'all',
    silent: true,
    barWidth: '70%',
    data: values,
    itemStyle: {
      color: inks[ink],
      borderColor: inks.soft,
      borderWidth: 1,
      ...(hatched ? { decal: hatch() } : {}),
    },
  };
}

import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  LegendScrollComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendScrollComponent, TooltipComponent, CanvasRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

/** The page's colours as the theme has them now. */
export interface ChartColours {
  ink: string;
  muted: string;
  line: string;
  raised: string;
  first: string;
  second: string;
  /** For series side by side: told apart by colour-blind readers too, the first is the accent. */
  series: string[];
}

/** Draws a chart into an element and keeps it at its size and theme; returns how to remove it. */
export function drawChart(element: HTMLElement, option: (colours: ChartColours) => ChartOption): () => void {
  const chart = init(element, undefined, { renderer: 'canvas' });
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const draw = (): void =>
    chart.setOption(
      {
        animation: !still,
        animationDuration: 150,
        textStyle: { fontFamily: '"Inter Variable", system-ui, sans-serif' },
        ...option(readColours(element)),
      },
      { notMerge: true },
    );
  const resized = new ResizeObserver(() => chart.resize());
  draw();
  resized.observe(element);
  window.addEventListener('themechange', draw);
  dark.addEventListener('change', draw);
  return () => {
    resized.disconnect();
    window.removeEventListener('themechange', draw);
    dark.removeEventListener('change', draw);
    chart.dispose();
  };
}

function readColours(element: HTMLElement): ChartColours {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: read('--ink'),
    muted: read('--muted'),
    line: read('--line'),
    raised: read('--raised'),
    first: read('--chart-1'),
    second: read('--chart-2'),
    series: Array.from({ length: 8 }, (_, index) => read(`--series-${index + 1}`)),
  };
}

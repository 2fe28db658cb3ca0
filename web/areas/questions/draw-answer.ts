import type { ChartColours, ChartOption } from '../../ui/draw-chart.ts';
import { showCount, showMoney, showName, showPercent, showShortMoney } from '../../ui/show-values.ts';
import type { ChartPoints } from './chart-points.ts';

export interface Drawing {
  points: ChartPoints;
  type: 'line' | 'bar' | 'funnel';
  /** Of the amounts; empty when they are none. */
  currency: string;
  /** Categories as people read them. */
  labels: string[];
}

/** Bars lie down when their names are long or many: they can then be read without turning the head. */
export function isLying({ points, type, labels }: Drawing): boolean {
  if (type === 'funnel') return true;
  return (
    type === 'bar' && points.series.length <= 3 && (labels.some((label) => label.length > 12) || labels.length > 12) && !isTime(points)
  );
}

/** Lines over time or bars from zero; the exact figures are in the tooltip. */
export function drawAnswer(drawing: Drawing): (colours: ChartColours) => ChartOption {
  const { points, type, labels } = drawing;
  const lying = isLying(drawing);
  // Side by side, parts of many categories would be hairs.
  const stacked = points.areParts && points.series.length > 1 && points.series.length * labels.length > 24;
  return (colours) => {
    const categories = {
      type: 'category' as const,
      data: labels,
      inverse: lying,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
      axisLabel: {
        color: colours.muted,
        fontSize: 12,
        hideOverlap: true,
        width: lying ? (window.innerWidth < 768 ? 110 : 200) : 110,
        overflow: 'truncate' as const,
      },
    };
    const values = {
      type: 'value' as const,
      splitNumber: window.innerWidth < 768 && lying ? 2 : 4,
      splitLine: { lineStyle: { color: colours.line, opacity: 0.6 } },
      axisLabel: { color: colours.muted, fontSize: 12, formatter: (value: number) => shortValue(value, points) },
    };
    return {
      grid: {
        left: 4,
        right: 12,
        top: points.series.length > 1 ? 34 : 12,
        bottom: 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      ...(points.series.length > 1
        ? {
            legend: {
              top: 0,
              left: 0,
              type: 'scroll' as const,
              icon: 'roundRect',
              itemWidth: 12,
              itemHeight: 8,
              textStyle: { color: colours.muted, fontSize: 12 },
            },
          }
        : {}),
      xAxis: lying ? values : categories,
      yAxis: lying ? categories : values,
      tooltip: {
        trigger: 'axis',
        axisPointer: type === 'line' ? { type: 'line' } : { type: 'shadow', shadowStyle: { color: colours.line, opacity: 0.35 } },
        backgroundColor: colours.raised,
        borderColor: colours.line,
        textStyle: { color: colours.ink, fontSize: 13 },
        formatter: (hit) => describePoint(drawing, firstIndex(hit)),
      },
      series: points.series.map((series, index) => {
        const name = showName(series.name);
        const color = colours.series[index % colours.series.length] ?? colours.first;
        if (type === 'line')
          return {
            name,
            type: 'line' as const,
            data: series.values,
            symbol: 'circle',
            symbolSize: series.values.length > 40 ? 0 : 5,
            connectNulls: false,
            lineStyle: { width: 2, color },
            itemStyle: { color },
          };
        return {
          name,
          type: 'bar' as const,
          data: series.values,
          ...(stacked ? { stack: 'whole' } : {}),
          barMaxWidth: lying ? 18 : 36,
          itemStyle: { color, borderRadius: stacked ? 0 : lying ? [0, 3, 3, 0] : [3, 3, 0, 0] },
        };
      }),
    };
  };
}

function isTime(points: ChartPoints): boolean {
  return points.categories.every((category) => /^\d{4}(-\d\d){0,2}$/.test(category));
}

function firstIndex(points: { dataIndex?: number } | { dataIndex?: number }[]): number {
  return (Array.isArray(points) ? points[0]?.dataIndex : points.dataIndex) ?? 0;
}

/** Elements instead of HTML text: the content policy forbids style attributes in markup. */
function describePoint({ points, currency, labels }: Drawing, index: number): HTMLElement[] {
  const lines = points.series.flatMap((series) => {
    const value = series.values[index];
    if (value === null || value === undefined) return [];
    const text = exactValue(value, points, currency);
    return [series.name === '' ? text : `${showName(series.name)} ${text}`];
  });
  return [labels[index] ?? '', ...lines].map((line, place) => {
    const element = document.createElement('div');
    element.textContent = line;
    if (place === 0) element.style.fontWeight = '600';
    return element;
  });
}

function shortValue(value: number, { measure }: ChartPoints): string {
  return measure.type === 'percent' ? `${showCount(value)} %` : showShortMoney(value);
}

/** A figure of a chart, exact. */
export function exactValue(value: number, { measure }: ChartPoints, currency: string): string {
  if (measure.type === 'percent') return showPercent(value);
  if (measure.type === 'money' && currency !== '') return showMoney(value, currency);
  return `${showCount(value)}${measure.unit === null || measure.type === 'money' ? '' : ` ${measure.unit}`}`;
}

import type { ChartColours, ChartOption } from '../../ui/draw-chart.ts';
import { counted, showDay, showMoney, showShortMoney } from '../../ui/show-values.ts';

export interface MonthOfRevenue {
  /** First day of the month. */
  day: string;
  jobs: number;
  closed: number;
  booked: number;
  revenue: number;
}

/** Stacked bars from zero, closed below and booked on top; the exact figures are in the tooltip. */
export function drawRevenue(months: readonly MonthOfRevenue[], currency: string): (colours: ChartColours) => ChartOption {
  return (colours) => ({
    grid: { left: 4, right: 4, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: months.map((month) => showDay(month.day, 'month')),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.muted, fontSize: 12, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 4,
      splitLine: { lineStyle: { color: colours.line, opacity: 0.6 } },
      axisLabel: { color: colours.muted, fontSize: 12, formatter: (value: number) => showShortMoney(value) },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colours.line, opacity: 0.35 } },
      backgroundColor: colours.raised,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: 13 },
      formatter: (points) => describeMonth(months[firstIndex(points)], currency),
    },
    series: [
      {
        name: 'Closed',
        type: 'bar',
        stack: 'revenue',
        barMaxWidth: 36,
        barCategoryGap: '28%',
        itemStyle: { color: colours.first },
        data: months.map((month) => month.closed),
      },
      {
        name: 'Booked',
        type: 'bar',
        stack: 'revenue',
        barMaxWidth: 36,
        itemStyle: { color: colours.second, borderRadius: [3, 3, 0, 0] },
        data: months.map((month) => month.booked),
      },
    ],
  });
}

function firstIndex(points: { dataIndex?: number } | { dataIndex?: number }[]): number {
  return (Array.isArray(points) ? points[0]?.dataIndex : points.dataIndex) ?? 0;
}

/** Elements instead of HTML text: the content policy forbids style attributes in markup. */
function describeMonth(month: MonthOfRevenue | undefined, currency: string): HTMLElement[] {
  if (month === undefined) return [];
  const lines = [
    `${showDay(month.day, 'month')} · ${counted(month.jobs, 'job')}`,
    `Closed ${showMoney(month.closed, currency)}`,
    `Booked ${showMoney(month.booked, currency)}`,
    `Together ${showMoney(month.revenue, currency)}`,
  ];
  return lines.map((line, index) => {
    const element = document.createElement('div');
    element.textContent = line;
    if (index === 0 || index === lines.length - 1) element.style.fontWeight = '600';
    return element;
  });
}

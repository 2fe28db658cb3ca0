import { useEffect, useRef } from 'react';
import type { ChartColours, ChartOption } from './draw-chart.ts';

/**
 * A chart, drawn by the chart library once it has been loaded (it is a file of its own).
 * Colours are read from the page, so that the chart follows the theme.
 */
export function Chart({
  option,
  label,
  className = 'h-64',
}: {
  option: (colours: ChartColours) => ChartOption;
  label: string;
  className?: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let remove = (): void => {};
    let isGone = false;
    void import('./draw-chart.ts').then(({ drawChart }) => {
      if (!isGone) remove = drawChart(element, option);
    });
    return () => {
      isGone = true;
      remove();
    };
  }, [option]);
  return <div ref={place} role="img" aria-label={label} className={className} />;
}

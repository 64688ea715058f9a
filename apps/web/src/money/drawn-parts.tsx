import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use as draw } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { grouped } from '#wording';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../language/language.js';
import { useShade } from '../look/shade.js';
import type { Part } from './position.js';

draw([BarChart, GridComponent, SVGRenderer]);

/** The parts of an award as bars, each where the ones before it end. */
export default function DrawnParts({ parts }: { readonly parts: readonly Part[] }) {
  const { language } = useLanguage();
  const { shade } = useShade();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return undefined;
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name);
    const text = { color: colour('--ink'), fontSize: 13, fontFamily: style.fontFamily };
    const chart = init(place.current, null, { renderer: 'svg' });
    chart.setOption({
      animation: false,
      grid: { left: 8, right: 96, top: 4, bottom: 4, outerBoundsMode: 'same' },
      xAxis: { type: 'value', show: false },
      yAxis: {
        ...{ type: 'category', inverse: true, data: parts.map(({ name }) => name[language]) },
        ...{ axisLine: { show: false }, axisTick: { show: false }, axisLabel: text },
      },
      series: [
        {
          ...{ type: 'bar', stack: 'award', silent: true, itemStyle: { color: 'transparent' } },
          data: parts.map(({ after }) => Number(after)),
        },
        {
          ...{ type: 'bar', stack: 'award', silent: true, barWidth: '62%' },
          data: parts.map(({ amount, colour: name }) => ({
            ...{ value: Number(amount), itemStyle: { color: colour(name), borderRadius: 2 } },
            label: { ...text, show: true, position: 'right', formatter: grouped(amount) },
          })),
        },
      ],
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [parts, language, shade]);
  return <div ref={place} className="drawn-parts" aria-hidden />;
}

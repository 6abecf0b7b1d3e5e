/** The parts of ECharts the cards use, and nothing else of it: fetched when a chart is first drawn. */
import { BarChart, GraphChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GraphicComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type ECharts } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

register([BarChart, LineChart, ScatterChart, GraphChart, GridComponent, TooltipComponent, AriaComponent, GraphicComponent, LabelLayout, SVGRenderer]);

export type Chart = ECharts;

/** A chart in an element of the page. */
export const chartIn = (element: HTMLElement): Chart => init(element, null, { renderer: 'svg' });

/** A chart of no element, for its SVG text. */
export const chartOf = (width: number, height: number): Chart => init(null, null, { renderer: 'svg', ssr: true, width, height });

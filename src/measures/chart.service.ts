import { ruleBroken } from '../kernel/errors';
import type { Work } from '../store/work';
import type { ChooseChartInput, MarkChartInput, WithdrawChartMarkInput } from './chart.input';
import { ChartMark } from './chartMark.entity';
import { DataPoint } from './dataPoint.entity';
import { Measure } from './measure.entity';
import { requireChartable } from './measureChart.rules';

export type ChartMarkChange = { mark: ChartMark; measure: Measure };

export async function chooseChart(work: Work, input: ChooseChartInput): Promise<{ measure: Measure }> {
  const measure = await work.forChange(Measure, input);
  if (input.kind) requireChartable(input.kind, 'input.kind');
  Object.assign(measure, {
    chartKind: input.kind ?? null,
    ruleSet: input.ruleSet ?? null,
    baselineEndOn: input.baselineEndOn ?? null,
    centreLine: input.centreLine ?? null,
    rebaseSide: input.rebaseSide ?? null,
    screensMovingRanges: input.screensMovingRanges ?? true,
  });
  return { measure: await work.save(Measure, measure) };
}

/** The measure is locked, so that two people cannot mark the same figure at once. */
export async function markChart(work: Work, input: MarkChartInput): Promise<ChartMarkChange> {
  const measure = await work.lock(Measure, input.measureId, 'input.measureId');
  const { kind, markedOn, text } = input;
  const marks = await work.store.children(ChartMark, 'measureId', measure.id);
  if (kind !== 'NOTE') await requireFigure(work, measure, markedOn);
  if (kind !== 'NOTE' && marks.some((mark) => mark.kind === kind && mark.markedOn === markedOn && !mark.withdrawnAt)) {
    throw ruleBroken('chartMark.once', `There is such a mark on ${markedOn} already; withdraw it first.`, 'input.markedOn');
  }
  return { mark: await work.add(ChartMark, { measureId: measure.id, authorId: work.actor.id, kind, markedOn, text }), measure };
}

export async function withdrawChartMark(work: Work, input: WithdrawChartMarkInput): Promise<ChartMarkChange> {
  const mark = await work.forChange(ChartMark, input);
  Object.assign(mark, { withdrawnAt: work.now, withdrawnById: work.actor.id, withdrawnReason: input.reason });
  const saved = await work.save(ChartMark, mark);
  const measure = await work.store.find(Measure, mark.measureId);
  if (!measure) throw new Error('A mark outlived its measure.');
  return { mark: saved, measure };
}

async function requireFigure(work: Work, measure: Measure, day: string): Promise<void> {
  const points = await work.store.children(DataPoint, 'measureId', measure.id);
  if (points.some(({ periodStart, isMissing }) => periodStart === day && !isMissing)) return;
  throw ruleBroken('chartMark.period', `No period with a figure starts on ${day}.`, 'input.markedOn');
}

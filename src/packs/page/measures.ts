import { kindNames, signalOf, strongest } from '../../chartViews/pictureOfChart';
import { ruleSetNames } from '../../chartViews/provenanceInWords';
import { dateInWords } from '../../history/words.rules';
import type { ChartPicture, PicturePoint } from '../../pictures/chartPicture';
import { svgOf } from '../../pictures/chartSvg';
import { dataTable, targetInWords } from '../../pictures/dataTable';
import { element, fragment, nothing, text, type Markup } from '../../pictures/markup';
import type { PackContent } from '../packContent.rules';
import type { MeasureOfPack, PointOfPack } from '../packMeasure.rules';
import { capitalised, stateInWords } from '../packWords.rules';
import { dayOfMoment, heading, list, paragraph, section } from './html';

/** Each measure in use: its chart in a sentence, as a picture and as a table. */
export function measures({ measures: all, asAt }: PackContent): Markup {
  if (all.length === 0) return nothing;
  return section(
    'measures',
    'Measures',
    all.map((measure, place) => ofMeasure(measure, place, dayOfMoment(asAt))),
  );
}

function ofMeasure(measure: MeasureOfPack, place: number, asAtDay: string): Markup {
  const { ref, name, kind, definition, standing } = measure;
  const picture = pictureOf(measure, place, asAtDay);
  const latest = standing.lastPeriodEndsOn === null ? 'No figures yet' : `Figures to ${dateInWords(standing.lastPeriodEndsOn)}`;
  return fragment([
    heading(3, `${ref} ${name}`),
    paragraph(`${capitalised(stateInWords(kind))} measure. ${latest}${standing.isSilent ? '; the next ones are late' : ''}.`),
    definition
      ? paragraph(`${definition.statement}${definition.dataSource ? ` Source: ${definition.dataSource}.` : ''}`)
      : nothing,
    picture.points.length === 0
      ? nothing
      : element('figure', { class: 'chart' }, [
          fragment([
            element('figcaption', {}, [text(picture.summary)]),
            svgOf(picture),
            list([...picture.warnings, targetInWords(picture)].filter((words) => words !== '').map(text)),
            list(picture.notes.map(({ on, text: words }) => text(`${dateInWords(on)}: ${words}`))),
            dataTable(picture),
          ]),
        ]),
  ]);
}

/** The chart as it was sealed, as something to be drawn. */
function pictureOf({ chart }: MeasureOfPack, place: number, asAtDay: string): ChartPicture {
  const isTrial = chart.warnings.some(({ code }) => code === 'TOO_FEW_POINTS');
  const rules = ruleSetNames[chart.ruleSet as keyof typeof ruleSetNames];
  return {
    id: `chart-${place + 1}`,
    title: chart.title,
    kindName: kindNames[chart.kind as keyof typeof kindNames],
    summary: chart.summary,
    caution: isTrial ? (chart.kind === 'RUN' ? 'provisional median' : 'trial limits') : null,
    warnings: chart.warnings.map(({ message }) => message),
    provenance: [],
    unit: chart.unit,
    betterIs: chart.directionOfGood as ChartPicture['betterIs'],
    target: chart.target,
    hasDates: chart.points.every(({ periodStartsOn }) => periodStartsOn !== null),
    points: chart.points.map(pointOf),
    phases: chart.phases,
    cycles: chart.cycles.map(({ label, title, fromOn, toOn }) => ({ label, title, from: fromOn, to: toOn })),
    notes: chart.notes.map(({ markedOn, text: words }) => ({ on: markedOn, text: words })),
    source: `Rules: ${rules}, version ${chart.provenance.ruleSetVersion}. As at ${asAtDay}.`,
  };
}

function pointOf(point: PointOfPack): PicturePoint {
  const signals = point.signals.map(signalOf);
  return {
    period: point.periodStartsOn ?? point.period,
    periodEnd: point.periodEndsOn,
    label: point.label,
    value: point.value,
    missingBecause: point.missingReason ?? point.disclosure.sentence,
    isExcluded: point.excludedBecause !== null,
    excludedBecause: point.excludedBecause,
    isInBaseline: point.isInBaseline,
    isProvisional: point.status === 'PROVISIONAL',
    phase: point.phase,
    centre: point.centre,
    ...{ lower: point.lowerLimit, upper: point.upperLimit, lower2: point.lowerTwoSigma, upper2: point.upperTwoSigma },
    ...{ lower1: point.lowerOneSigma, upper1: point.upperOneSigma },
    signal: strongest(signals),
    signalNames: signals.map(({ words }) => words),
  };
}

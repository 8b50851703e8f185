import { verb } from '../api/verbs';
import { chartVerbs } from './chart.verbs';
import { dataPointVerbs } from './dataPoint.verbs';
import { ActivateMeasureInput, DefineMeasureInput, RedefineMeasureInput, RetireMeasureInput } from './measure.input';
import { MeasurePayload } from './measure.payloads';
import { activateMeasure, defineMeasure, redefineMeasure, retireMeasure } from './measure.service';
import { Measure } from './measure.entity';
import { measurePolicy } from './measure.policy';

const defining = [
  verb('defineMeasure', {
    description: 'Define a measure with its first operational definition.',
    ...measurePolicy.defineMeasure,
    input: DefineMeasureInput,
    gives: MeasurePayload,
    does: defineMeasure,
  }),
  verb('activateMeasure', {
    description: 'Take a measure into use.',
    ...measurePolicy.activateMeasure,
    on: Measure,
    input: ActivateMeasureInput,
    gives: MeasurePayload,
    does: activateMeasure,
  }),
  verb('redefineMeasure', {
    description: 'Give a measure a new operational definition from a day on; the old one is kept for the days before.',
    ...measurePolicy.redefineMeasure,
    on: Measure,
    input: RedefineMeasureInput,
    gives: MeasurePayload,
    does: redefineMeasure,
  }),
  verb('retireMeasure', {
    description: 'Stop collecting a measure, with the reason.',
    ...measurePolicy.retireMeasure,
    on: Measure,
    input: RetireMeasureInput,
    gives: MeasurePayload,
    does: retireMeasure,
  }),
];

export const measureVerbs = [...defining, ...dataPointVerbs, ...chartVerbs];

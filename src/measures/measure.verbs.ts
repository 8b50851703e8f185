import type { Role } from '../access/roles';
import { verb } from '../api/verbs';
import { chartVerbs } from './chart.verbs';
import { dataPointVerbs } from './dataPoint.verbs';
import { ActivateMeasureInput, DefineMeasureInput, RedefineMeasureInput, RetireMeasureInput } from './measure.input';
import { MeasurePayload } from './measure.payloads';
import { activateMeasure, defineMeasure, redefineMeasure, retireMeasure } from './measure.service';

const collectors: readonly Role[] = ['DATA_ANALYST', 'IMPROVEMENT_ADVISER', 'LEAD_OFFICER'];
const checkers: readonly Role[] = ['DATA_ANALYST', 'LEAD_OFFICER'];

const defining = [
  verb('defineMeasure', {
    description: 'Define a measure with its first operational definition.',
    by: collectors,
    input: DefineMeasureInput,
    gives: MeasurePayload,
    does: defineMeasure,
  }),
  verb('activateMeasure', {
    description: 'Take a measure into use.',
    by: collectors,
    input: ActivateMeasureInput,
    gives: MeasurePayload,
    does: activateMeasure,
  }),
  verb('redefineMeasure', {
    description: 'Give a measure a new operational definition from a day on; the old one is kept for the days before.',
    by: collectors,
    input: RedefineMeasureInput,
    gives: MeasurePayload,
    does: redefineMeasure,
  }),
  verb('retireMeasure', {
    description: 'Stop collecting a measure, with the reason.',
    by: checkers,
    input: RetireMeasureInput,
    gives: MeasurePayload,
    does: retireMeasure,
  }),
];

export const measureVerbs = [...defining, ...dataPointVerbs, ...chartVerbs];

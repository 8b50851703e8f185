import { relation, toFew, toOne, toOneBack } from '../api/relations';
import { Measure } from '../measures/measure.entity';
import { Member } from '../members/member.entity';
import { PdsaCycle } from './cycle.entity';
import { PdsaQuestion, PdsaTask, PlannedData, Prediction } from './cyclePlan.entity';
import { CycleAddendum, Observation, PredictionComparison } from './cycleRecord.entity';

const cycle = () => PdsaCycle;
const order = ['position'];

const plan = [
  relation(PdsaCycle, 'questions', toFew(PdsaQuestion, 'cycleId', order, 'Plan: the questions it is to answer.')),
  relation(PdsaCycle, 'tasks', toFew(PdsaTask, 'cycleId', order, 'Plan: who does what, when and where.')),
  relation(PdsaCycle, 'plannedData', toFew(PlannedData, 'cycleId', order, 'Plan: which data are collected.')),
  relation(PdsaQuestion, 'predictions', toFew(Prediction, 'questionId', order, 'What was predicted as its answer.')),
  relation(PdsaQuestion, 'cycle', toOne(cycle, 'cycleId', 'The cycle that is to answer it.')),
  relation(
    Prediction,
    'question',
    toOne(() => PdsaQuestion, 'questionId', 'The question it answers in advance.'),
  ),
  relation(
    Prediction,
    'measure',
    toOne(() => Measure, 'measureId', 'The measure that will show it.', 'nullable'),
  ),
  relation(PdsaTask, 'cycle', toOne(cycle, 'cycleId', 'The cycle it is part of.')),
  relation(PlannedData, 'cycle', toOne(cycle, 'cycleId', 'The cycle they are collected in.')),
  relation(
    PlannedData,
    'measure',
    toOne(() => Measure, 'measureId', 'The measure they belong to.', 'nullable'),
  ),
];

const record = [
  relation(PdsaCycle, 'observations', toFew(Observation, 'cycleId', order, 'Do: what was seen.')),
  relation(Observation, 'cycle', toOne(cycle, 'cycleId', 'The cycle it was seen in.')),
  relation(
    Prediction,
    'comparison',
    toOneBack(PredictionComparison, 'predictionId', 'Study: what became of it; null until it is compared.'),
  ),
  relation(
    PredictionComparison,
    'prediction',
    toOne(() => Prediction, 'predictionId', 'The prediction that was compared.'),
  ),
  relation(PdsaCycle, 'addenda', toFew(CycleAddendum, 'cycleId', ['recordedAt'], 'What was added to its record afterwards.')),
  relation(CycleAddendum, 'cycle', toOne(cycle, 'cycleId', 'The cycle it adds to.')),
  relation(
    CycleAddendum,
    'author',
    toOne(() => Member, 'authorId', 'Who added it.'),
  ),
];

export const recordRelations = [...plan, ...record];

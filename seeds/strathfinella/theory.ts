import type { Aim } from '../../src/aims/aim.entity';
import { stateAim } from '../../src/aims/aim.service';
import type { ChangeIdea } from '../../src/aims/changeIdea.entity';
import { proposeChangeIdea, startTestingChangeIdea } from '../../src/aims/changeIdea.service';
import { addDriver } from '../../src/aims/driver.service';
import type { Scribe } from '../scribe';

const ADVISER = 'IMPROVEMENT_ADVISER';

export interface Theory {
  readonly aim: Aim;
  readonly diaryHold: ChangeIdea;
}

/** The aim for core groups and the theory of how it is to be reached. */
export async function stateTheory(scribe: Scribe): Promise<Theory> {
  const { aim } = await scribe.say(ADVISER, '2025-01-14', stateAim, {
    statement: '90 % of initial core groups meet within 15 working days of the planning meeting by 31 March 2027.',
    population: 'Every child whose name is put on the child protection register',
    systemBoundary: 'All localities of Strathfinella',
    baselineValue: 62,
    baselinePeriod: 'Median of January to December 2024',
    targetValue: 90,
    unit: '%',
    targetOn: '2027-03-31',
    ownerMemberId: scribe.member('ACTION_LEAD'),
  });
  const drivers = await addDrivers(scribe, aim);
  const propose = (statement: string, driverIds: string[]) =>
    scribe.say(ADVISER, '2025-01-21', proposeChangeIdea, { statement, driverIds, degreeOfBelief: 'LOW' });
  const { changeIdea } = await propose('Hold the date of the core group in every diary before the planning meeting ends.', [
    drivers.date,
    drivers.attendance,
  ]);
  await propose('Send the invitation from one shared mailbox on the day of the planning meeting.', [drivers.attendance]);
  const moved = { id: changeIdea.globalId, version: changeIdea.version };
  const testing = await scribe.say(ADVISER, '2025-02-04', startTestingChangeIdea, moved);
  return { aim, diaryHold: testing.changeIdea };
}

async function addDrivers(scribe: Scribe, aim: Aim): Promise<{ date: string; attendance: string }> {
  const primary = (statement: string) =>
    scribe.say(ADVISER, '2025-01-14', addDriver, { aimId: aim.globalId, kind: 'PRIMARY', statement });
  const secondary = (statement: string, parentDriverIds: string[]) =>
    scribe.say(ADVISER, '2025-01-14', addDriver, { aimId: aim.globalId, kind: 'SECONDARY', statement, parentDriverIds });
  const inTime = (await primary('The core group has a date in time')).driver.globalId;
  const present = (await primary('Everyone who delivers the plan is there')).driver.globalId;
  const date = (await secondary('The date is set before people leave the planning meeting', [inTime])).driver.globalId;
  const attendance = (await secondary('People know the date early enough to keep it free', [inTime, present])).driver.globalId;
  return { date, attendance };
}

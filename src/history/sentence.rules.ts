import type { ReadChange, ReadEvent } from './sentenceFacts.rules';
import { called, details, wordsOf } from './sentenceWords.rules';
import { specials } from './specialSentences.rules';

/** What happened in one sentence of plain English. Verbs that matter most have words of their own; any other is read from its name. */
export function sentenceOf(event: ReadEvent): string {
  const told = { ...event, changes: withoutChecks(event.changes) };
  return `${event.actor} ${specials[event.verb]?.(told) ?? generic(told)}.`;
}

/** That texts were checked is kept with a change; no event is about it. */
const withoutChecks = (changes: readonly ReadChange[]): readonly ReadChange[] =>
  changes.filter(({ typeName }) => typeName !== 'TextCheck');

function generic({ verb, changes }: ReadEvent): string {
  const { done, object } = pastOf(verb);
  const main = changes.find((change) => isCalled(change, object)) ?? changes[0];
  if (!main) return `${done} ${object}`.trim();
  return `${done} ${whatOf(main, object)}${main.how === 'CHANGED' ? details(main) : ''}`;
}

/** An update belongs to the action that was updated, which is what to name. */
function whatOf(main: ReadChange, object: string): string {
  if (isCalled(main, object) || object === '') return called(main);
  const owner = /^of (the .*)$/.exec(main.name ?? '')?.[1];
  return owner?.startsWith(`the ${object} `) ? owner : `the ${object}: ${called(main)}`;
}

/** recordDataPoints made data points, addEvidence an evidence item. */
const isCalled = ({ typeName }: ReadChange, object: string): boolean => {
  const words = wordsOf(typeName);
  return object !== '' && (words.endsWith(object.replace(/s$/, '')) || words.startsWith(object));
};

/** signOffAction is "signed off" and "action". */
function pastOf(verb: string): { done: string; object: string } {
  const own = wholes[verb];
  if (own) return own;
  const words = wordsOf(verb).split(' ');
  const [first = '', second = ''] = words;
  const two = phrases[`${first} ${second}`];
  if (two) return { done: two, object: words.slice(2).join(' ') };
  const done = first === 'hold' && second !== 'meeting' ? 'put on hold' : past(first);
  return { done, object: words.slice(1).join(' ') };
}

/** Verbs whose names are in another order than their words. */
const wholes: Readonly<Record<string, { done: string; object: string }>> = {
  takeSourceStep: { done: 'took a step with', object: 'learning source' },
  finishDoing: { done: 'finished the Do stage of', object: 'PDSA cycle' },
  stopCycleEarly: { done: 'stopped early', object: 'cycle' },
  planNextCycle: { done: 'planned', object: 'cycle' },
  reviseCyclePlan: { done: 'revised the plan of', object: 'cycle' },
  askForEvidence: { done: 'asked for evidence of', object: 'action' },
  agreeFindingResponse: { done: 'agreed the response to', object: 'finding' },
};

const phrases: Readonly<Record<string, string>> = {
  ...{
    'sign off': 'signed off',
    'step back': 'stepped back',
    'start testing': 'started testing',
    'respond to': 'responded to',
  },
  ...{ 'ask for': 'asked for', 'ask erasure': 'asked for the erasure of', 'take up': 'took up', 'wind up': 'wound up' },
  ...{
    'carry out': 'carried out',
    'delegate to': 'delegated to',
    'admit to': 'admitted somebody to',
    'make ready': 'made ready',
  },
};

const irregular: Readonly<Record<string, string>> = {
  ...{ hold: 'held', take: 'took', withdraw: 'withdrew', choose: 'chose', spread: 'spread', redate: 're-dated', keep: 'kept' },
  ...{ ready: 'made ready', plan: 'planned', replan: 'replanned', stop: 'stopped', submit: 'submitted', embed: 'embedded' },
  ...{ cancel: 'cancelled', log: 'logged', defer: 'deferred', admit: 'admitted', leave: 'left' },
};

function past(word: string): string {
  if (irregular[word]) return irregular[word];
  if (word.endsWith('e')) return `${word}d`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${word}ed`;
}

import { dateInWords } from '../../history/words.rules';
import { counted } from '../../kernel/text';
import { element, fragment, text, type Markup } from '../../pictures/markup';
import type { PackContent } from '../packContent.rules';
import type { ActionOfPack, FindingOfPack, Page, RecommendationOfPack, SourceOfPack } from '../packThread.rules';
import { capitalised, stateInWords } from '../packWords.rules';
import { dayOfMoment, dayOr, heading, lines, paragraph, section, table, type Column } from './html';
import { evidenceInWords, redatingInWords, textOr } from './words';

/** Each source with what was found, what answers it, and how far the evidence goes. */
export function sources(content: PackContent): Markup {
  const loose = content.actions.filter(
    ({ findings, recommendations }) => findings.nodes.length + recommendations.nodes.length === 0,
  );
  return section('sources', 'Each source, and what became of it', [
    ...content.sources.map((source) => ofSource(source, content)),
    ...(loose.length === 0
      ? []
      : [heading(3, 'Actions that no finding asked for'), actionTable('Actions of other origin', loose)]),
  ]);
}

function ofSource(source: SourceOfPack, content: PackContent): Markup {
  const findings = content.findings.filter((finding) => finding.source.id === source.id);
  const recommendations = content.recommendations.filter((recommendation) => recommendation.source.id === source.id);
  const published = [source.publisher, source.publishedYear === null ? null : String(source.publishedYear), source.attribution];
  return fragment([
    heading(3, `${source.ref} ${textOr(source.title, source.withheld)}`),
    paragraph(`${capitalised(stateInWords(source.kind))}; ${stateInWords(source.status)}. ${source.response?.sentence ?? ''}`),
    paragraph(published.filter((part) => part !== null).join('; ')),
    ...findings.map((finding) => ofFinding(finding, content)),
    ...(recommendations.length === 0 ? [] : [recommendationTable(source, recommendations, content)]),
  ]);
}

function ofFinding(finding: FindingOfPack, { actions }: PackContent): Markup {
  const answering = actions.filter(({ findings }) => has(findings, finding.id));
  return fragment([
    heading(4, `${finding.ref}: ${stateInWords(finding.status)}`),
    paragraph(textOr(finding.statement, finding.withheld)),
    paragraph(aboutFinding(finding)),
    answering.length === 0 ? paragraph(unanswered(finding)) : actionTable(`What answers ${finding.ref}`, answering),
  ]);
}

const has = ({ nodes }: Page<{ readonly id: string }>, id: string): boolean => nodes.some((node) => node.id === id);

const aboutFinding = ({ recordedAt, repeatOf, primaryTheme, assurances, statusReason }: FindingOfPack): string =>
  [
    `Recorded on ${dayOfMoment(recordedAt)}.`,
    primaryTheme ? `Theme: ${primaryTheme.label}.` : '',
    repeatOf ? `Repeats ${repeatOf.ref}.` : '',
    statusReason ? `Reason: ${statusReason}` : '',
    ...assurances.map(({ meetingOn, minuteRef }) => `Assured by the meeting of ${dateInWords(meetingOn)} (minute ${minuteRef}).`),
  ]
    .filter((part) => part !== '')
    .join(' ');

const unanswered = ({ noActionReason, referredTo }: FindingOfPack): string =>
  noActionReason ? `No action, because: ${noActionReason}` : referredTo ? `Referred to ${referredTo}.` : 'No action answers it.';

const columns: readonly Column<ActionOfPack>[] = [
  { name: 'Action', cell: ({ ref, title, withheld }) => lines(ref, textOr(title, withheld)) },
  { name: 'Who', cell: ({ leadRole, leadAgency }) => lines(leadRole, leadAgency?.name ?? null) },
  { name: 'State', cell: ({ status, statusReason }) => lines(capitalised(stateInWords(status)), statusReason) },
  { name: 'Due', cell: dueOf },
  { name: 'Rating', cell: ratingOf },
  { name: 'Evidence', cell: evidenceOf },
];

const actionTable = (caption: string, actions: readonly ActionOfPack[]): Markup => table(caption, columns, actions);

/** Both dates, and each step from the one to the other. */
function dueOf({ originalDueOn, dueOn, dueDateChanges }: ActionOfPack): Markup {
  if (dueOn === null) return text('No date yet');
  const steps = dueDateChanges.nodes.map(
    ({ fromOn, toOn, reason, approvedBy }) =>
      `From ${dateInWords(fromOn)} to ${dateInWords(toOn)}, approved by the ${stateInWords(approvedBy.role)}: ${textOr(reason, null)}`,
  );
  const original = originalDueOn === null || originalDueOn === dueOn ? null : `Originally ${dateInWords(originalDueOn)}`;
  return lines(dateInWords(dueOn), original, ...steps);
}

function ratingOf({ rating: { now, againstOriginal, category, asAtOn } }: ActionOfPack): Markup {
  const rated = element('div', { class: `rating ${now.colour}` }, [text(`${now.colour}: ${now.label}`)]);
  const original =
    againstOriginal.colour === now.colour
      ? null
      : `Against the original date ${againstOriginal.colour}: ${againstOriginal.label}`;
  return fragment([rated, lines(original, redatingInWords(category), `As at ${dateInWords(asAtOn)}`)]);
}

function evidenceOf({ evidence, improvement, signOffs }: ActionOfPack): Markup {
  const items = evidence.nodes.map(
    ({ kind, description, datedOn, impactLevel }) =>
      `${capitalised(stateInWords(kind))} of ${dateInWords(datedOn)}, level ${impactLevel}: ${textOr(description, null)}`,
  );
  const closed = signOffs.map(
    ({ meetingOn, minuteRef, isOnAssertion }) =>
      `Signed off by the meeting of ${dateInWords(meetingOn)} (minute ${minuteRef})${isOnAssertion ? ', on assertion only' : ''}`,
  );
  const data = `What the data say: ${stateInWords(improvement.status)}`;
  return lines(evidenceInWords(evidence.nodes.map(({ impactLevel }) => impactLevel)), ...items, ...closed, data);
}

function recommendationTable(
  source: SourceOfPack,
  recommendations: readonly RecommendationOfPack[],
  { actions }: PackContent,
): Markup {
  return table<RecommendationOfPack>(
    `Recommendations of ${source.ref}`,
    [
      { name: 'Recommendation', cell: ({ ref, text: words, withheld }) => lines(ref, textOr(words, withheld)) },
      { name: 'State', cell: ({ status, responseReason }) => lines(capitalised(stateInWords(status)), responseReason) },
      {
        name: 'Progress',
        cell: ({ progress, progressRatedOn }) =>
          lines(progress === null ? 'Not rated' : capitalised(stateInWords(progress)), dayOr(progressRatedOn, '')),
      },
      {
        name: 'Answered by',
        cell: ({ id }) => {
          const answering = actions.filter(({ recommendations: asked }) => has(asked, id));
          return lines(counted(answering.length, 'action'), ...answering.map(({ ref }) => ref));
        },
      },
    ],
    recommendations,
  );
}

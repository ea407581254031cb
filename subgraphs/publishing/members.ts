import type { Catalogue, MatterEntry } from './catalogue.ts';
import { createKept } from './kept.ts';
import { conditionsOf, optionsInstead } from './link/events.ts';
import { matterContent } from './link/matters.ts';
import { peopleConcerned, questionsOfPeople } from './link/people.ts';
import { questionsNamed } from './link/questions.ts';
import type { MatterContent } from './published.ts';
import type { LifeEventFile } from './shapes.ts';

/** A member of an event whose matter is there, as its department answers it where it is declared. */
export interface KnownMember {
  readonly index: number;
  readonly matter: MatterEntry;
  readonly content: MatterContent;
}

export function knownMembers(event: LifeEventFile, { matterOf, elementOf }: Catalogue): ReadonlyArray<KnownMember> {
  return event.members.flatMap((member, index) => {
    const matter = matterOf.get(member.matter);
    if (!matter) return [];
    const elements = matter.value.formFields.map(({ element }) => elementOf.get(element));
    const content = contentOf(matter, elements, () => matterContent(matter.value, elementOf, () => true));
    return [{ index, matter, content }];
  });
}

const contentOf = createKept<MatterEntry, MatterContent>();

/** Codes of the questions that an event asks. */
export function questionsAsked(
  event: LifeEventFile,
  members: ReadonlyArray<KnownMember>,
  catalogue: Catalogue,
): ReadonlySet<string> {
  const contents = members.map(({ content }) => content);
  const named = questionsNamed(conditionsOf(event, contents), catalogue.questionOf);
  const people = peopleConcerned(contents, optionsInstead(event), catalogue.roles);
  return new Set([...named, ...questionsOfPeople(people, catalogue, named, event.bindings ?? {})]);
}

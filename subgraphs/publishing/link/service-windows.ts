import type { Catalogue } from '../catalogue.ts';
import type { ServiceWindows } from '../published-desk.ts';

/** All files of windows as one, what they leave out said. */
export function linkServiceWindows(files: Catalogue['serviceWindows']): ServiceWindows {
  const values = files.map(({ value }) => value);
  return {
    halls: values.flatMap(({ halls }) => halls),
    exemptions: values
      .flatMap(({ exemptions = [] }) => exemptions)
      .map(({ legalBasis: { article = null, documentNumber = null, ...basis }, ...each }) => ({
        ...each,
        legalBasis: { ...basis, article, documentNumber },
      })),
    queues: values.flatMap(({ queues }) =>
      queues.map(
        ({ opening: { shifts, workingWeekendsAs = null }, offered = null, offeredReason = null, ...queue }) => ({
          ...{ ...queue, offered, offeredReason },
          opening: { shifts, workingWeekendsAs },
        }),
      ),
    ),
    agents: values.find(({ agents }) => agents)?.agents ?? null,
  };
}

import type { Expansion, Need, Row } from './expansion.ts';
import { type Edge, orderByEdges } from './graph.ts';

/**
 * Whether some choice of options may lead in a circle, or have two matters take the same document: then the fewest lines may have no order.
 * Looks at every option of every row at once, so it doubts more than it must.
 */
export function isOrderInDoubt({ instances, rows }: Expansion): boolean {
  const uses = usesOf(rows);
  const made = uses.flatMap(({ instance, need }) => need.producers.map((producer): Edge => [producer, instance]));
  const given: Edge[] = [];
  for (const same of byDocument(uses).values()) {
    const takers = new Set(same.filter(({ need }) => need.use.use === 'HAND_IN').map(({ instance }) => instance));
    if (new Set([...takers].map((taker) => instances[taker]?.member.matter)).size > 1) return true;
    const lookers = same.filter(({ need }) => need.use.use !== 'HAND_IN' && need.use.use !== 'ELECTRONIC');
    for (const taker of takers)
      for (const { instance } of lookers) if (instance !== taker) given.push([instance, taker]);
  }
  return orderByEdges(instances.length, [...made, ...given]).cycle !== null;
}

interface Use {
  readonly instance: number;
  readonly need: Need;
}

function usesOf(rows: ReadonlyArray<Row>): ReadonlyArray<Use> {
  return rows.flatMap(({ instance, options }) =>
    options.flatMap(({ needs }) =>
      needs.filter(({ generated }) => !generated).map((need) => ({ instance: instance.index, need })),
    ),
  );
}

/** Uses of a sort of document that one party's line, or their group's, may meet. */
function byDocument(uses: ReadonlyArray<Use>): ReadonlyMap<string, ReadonlyArray<Use>> {
  const found = new Map<string, Use[]>();
  for (const use of uses)
    for (const party of use.need.parties) {
      const document = `${use.need.documentType.code}|${use.need.spec ?? ''}|${party}`;
      const same = found.get(document);
      if (same) same.push(use);
      else found.set(document, [use]);
    }
  return found;
}

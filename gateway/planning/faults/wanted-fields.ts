import type { QueryPlanSelectionNode } from '@apollo/query-planner';

/** Whether a fetch is told all that a field requires of a type. */
export function tells(
  told: ReadonlyArray<QueryPlanSelectionNode> | undefined,
  type: string,
  wanted: ReadonlyArray<QueryPlanSelectionNode>,
): boolean {
  const own = flat(told ?? [], type);
  return flat(wanted, type).every((want) =>
    own.some((each) => each.name === want.name && (!want.selections || tellsBelow(each.selections, want.selections))),
  );
}

function tellsBelow(
  told: ReadonlyArray<QueryPlanSelectionNode> | undefined,
  wanted: ReadonlyArray<QueryPlanSelectionNode>,
): boolean {
  const own = flat(told ?? []);
  return flat(wanted).every((want) =>
    own.some((each) => each.name === want.name && (!want.selections || tellsBelow(each.selections, want.selections))),
  );
}

type Named = Extract<QueryPlanSelectionNode, { readonly kind: 'Field' }>;

/** The fields of a selection, those of its fragments too: of one type alone, where one is given. */
export function flat(selections: ReadonlyArray<QueryPlanSelectionNode>, type?: string): ReadonlyArray<Named> {
  return selections.flatMap((each) => {
    if (each.kind === 'Field') return each.name === '__typename' ? [] : [each];
    return type === undefined || each.typeCondition === undefined || each.typeCondition === type
      ? flat(each.selections, type)
      : [];
  });
}

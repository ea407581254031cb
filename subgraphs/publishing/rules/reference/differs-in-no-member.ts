import type { RegionalEvent } from '../../link/regional-events.ts';
import type { Fault, Rule } from '../../rule.ts';

/**
 * 地方规定取消或替换的成员，上级一件事没有，或已经说过一次；增加的成员，上级已经有了。
 * A region removes or replaces a member that the event above has not, or does so twice; or adds one that it has.
 *
 * @why 上级换了事项，地方规定就悄悄失效，本地又照上级办理；加了两次的，申请人要办两次。
 * Once the event above names another matter, what the region decided no longer holds and nobody is told; what is added twice is done twice.
 * @mend 写上级成员现在的事项编码，或删去该条；上级已有的用 replaced。
 * Name a member that the event above has, or remove the line; what it has already belongs under replaced.
 * @source schema/catalogue/regional-event.schema.json
 */
export const rule: Rule = {
  code: 'DIFFERS_IN_NO_MEMBER',
  severity: 'error',
  perFile: true,
  *find({ regionalEvents }) {
    for (const each of regionalEvents) if (each.above) yield* faultsOf(each);
  },
};

function* faultsOf({ file, value, memberAbove }: RegionalEvent): Iterable<Fault> {
  const { removed = [], replaced = [], added = [] } = value;
  const named = [
    ...removed.map((matter, index) => ({ matter, at: ['removed', index] })),
    ...replaced.map(({ member: matter }, index) => ({ matter, at: ['replaced', index, 'member'] })),
  ];
  const before = new Set<number | undefined>();
  for (const { matter, at } of named) {
    const index = memberAbove(matter);
    if (index === undefined || before.has(index))
      yield {
        file,
        at,
        ...(index === undefined
          ? said(`上级一件事没有成员“${matter}”。`, `The event above has no member "${matter}".`)
          : said(`成员“${matter}”已另有规定。`, `The member "${matter}" is removed or replaced already.`)),
      };
    before.add(index);
  }
  for (const [index, { matter }] of added.entries()) {
    const above = memberAbove(matter);
    if (above === undefined || before.has(above)) continue;
    yield {
      file,
      at: ['added', index, 'matter'],
      ...said(`上级一件事已有成员“${matter}”。`, `The event above has the member "${matter}" already.`),
    };
  }
}

function said(zh: string, en: string): Pick<Fault, 'message' | 'mend'> {
  return {
    message: { zh, en },
    mend: {
      zh: '请改为上级现有的成员编码、改用 replaced，或删去该条。',
      en: 'Name a member that it has, use replaced, or remove the line.',
    },
  };
}

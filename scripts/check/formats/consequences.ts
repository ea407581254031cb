import type { Localized } from '../../../subgraphs/language/text.ts';
import { eventLine, figureLine, type ItemLine, itemLines, whereLine } from '../effect/lines.ts';
import type { EventLoss } from '../removal.ts';
import type { Consequences } from '../report.ts';

/** A sentence in both languages, so far indented; or what needs none. */
export interface ToldLine {
  readonly depth: number;
  readonly text: Localized | string;
  /** Of an item of a list. */
  readonly sign?: ItemLine['sign'];
}

/** As lines without markup; an item is one: `+ 结婚证 Marriage certificate`. */
export function linesOf({ text, sign }: ToldLine): ReadonlyArray<string> {
  if (typeof text === 'string') return [text];
  return sign ? [`${sign} ${text.zh} ${text.en}`] : [text.zh, text.en];
}

/** At most so many changes of one event are told, unless all are asked for. */
const shownChanges = 8;

/** What a change or a deletion comes to, in words; nothing where nothing was compared. */
export function consequenceLines({ removal, effect }: Consequences, all: boolean): ReadonlyArray<ToldLine> {
  return [
    ...(removal ? removalLines(removal) : []),
    ...(effect ? effectLines(effect, removal !== undefined, all) : []),
  ];
}

function removalLines({ target, matters, events, operations }: NonNullable<Consequences['removal']>): ToldLine[] {
  const { code } = target;
  return [
    {
      depth: 0,
      text: {
        zh: `删除 ${code}：${matters.length} 个事项，${events.length} 件事，${operations.length} 个登记的操作受影响`,
        en: `Without ${code}: ${matters.length} matters go, ${events.length} events and ${operations.length} registered operations lose something`,
      },
    },
    ...events.flatMap(lossLines),
    ...operations.map((file): ToldLine => ({ depth: 1, text: `! ${file}` })),
  ];
}

function lossLines({ title, region, matters, whole, fields, documents }: EventLoss): ReadonlyArray<ToldLine> {
  const list = (texts: ReadonlyArray<{ readonly title: Localized }>, language: keyof Localized): string =>
    texts.map((each) => each.title[language]).join(language === 'zh' ? '、' : ', ');
  const line = (zh: string, en: string, of: typeof matters): ReadonlyArray<ToldLine> =>
    of.length === 0 ? [] : [{ depth: 2, text: { zh: `${zh}：${list(of, 'zh')}`, en: `${en}: ${list(of, 'en')}` } }];
  return [
    {
      depth: 1,
      text: {
        zh: `${title.zh}（${region}）${whole ? '整体消失' : ''}`,
        en: `${title.en} (${region})${whole ? ' vanishes' : ''}`,
      },
    },
    ...line('事项', 'matters', matters),
    ...line('表单字段', 'fields of the form', fields),
    ...line('不再产生而其他事项仍需要', 'not made any more, and needed by what stays', documents),
  ];
}

function effectLines(
  { against, compared, events }: NonNullable<Consequences['effect']>,
  ofRemoval: boolean,
  all: boolean,
): ToldLine[] {
  const compares = ofRemoval
    ? { zh: '删除以后', en: 'once it is gone' }
    : { zh: `对比 ${against}`, en: `compared with ${against}` };
  return [
    {
      depth: 0,
      text: {
        zh: `对申请人的影响（${compares.zh}）：内容不同 ${compared} 处，有变化 ${events.length} 项`,
        en: `Effect on citizens (${compares.en}): ${compared} events in regions differ in content, ${events.length} in what is asked`,
      },
    },
    ...events.flatMap((event): ToldLine[] => {
      const changes = all ? event.changes : event.changes.slice(0, shownChanges);
      const left = event.changes.length - changes.length;
      return [
        { depth: 1, text: eventLine(event) },
        ...changes.flatMap((change): ToldLine[] => [
          { depth: 2, text: whereLine(change, event.planned) },
          { depth: 3, text: figureLine(change) },
          ...itemLines(change).map((item): ToldLine => ({ depth: 3, ...item })),
        ]),
        ...(left > 0 ? [{ depth: 2, text: `… ${left} (--all)` }] : []),
      ];
    }),
  ];
}

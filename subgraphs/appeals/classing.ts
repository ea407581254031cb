import { randomUUID } from 'node:crypto';
import type {
  CloseAppealClassInput,
  LinkAppealClassInput,
  ProposeAppealClassChangeInput,
} from '../../schema/generated/appeals.ts';
import { fingerprint } from '../language/canonical.ts';
import { type Identity, requireIdentity } from '../runtime/identity.ts';
import { type Asked, isKey, longestKey, refused } from './asked.ts';
import { type Classifiable, suggestClasses } from './domain/like-classes.ts';
import { handlersOf, unitHandler } from './domain/rules.ts';
import type { OpeningParts } from './opening.ts';
import type { ClassRefusal, KeptClass, OfClass } from './store/index.ts';

export interface AskedClass {
  readonly class: KeptClass | null;
  readonly problems: Asked['problems'];
}
type Step<Input> = (input: Input, identity: Identity | null) => Promise<AskedClass>;
/** What several appeals have in common, and what is changed so that it comes no more. */
export interface Classing {
  readonly link: Step<LinkAppealClassInput>;
  readonly propose: Step<ProposeAppealClassChangeInput>;
  readonly close: Step<CloseAppealClassInput>;
  /** Open ones of a kind that may have one cause; none for who does not look after that kind. */
  readonly suggested: (kind: string, identity: Identity | null) => Promise<ReadonlyArray<ReadonlyArray<Classifiable>>>;
  /** Null: there is none, or it is of a kind that the caller does not look after. */
  readonly visible: (id: string, identity: Identity | null) => Promise<KeptClass | null>;
}

/** A class of one is an appeal. */
const fewest = 2;
/** Each is opened and compared with the others. */
const mostCompared = 200;

export function createClassing({ store, rules, now }: Pick<OpeningParts, 'store' | 'rules' | 'now'>): Classing {
  /** The unit by which somebody of the staff looks after a kind; null: they do not. */
  const unitFor = async (code: string, identity: Identity | null): Promise<string | null> => {
    const { kind, ...staff } = requireIdentity(identity);
    const found = (await rules()).kinds.find((each) => each.code === code);
    if (kind !== 'STAFF' || !found) return null;
    const units = [unitHandler(found.owner), unitHandler(found.escalatesTo)];
    return handlersOf(staff).find((each) => units.includes(each)) ?? null;
  };
  const visible: Classing['visible'] = async (id, identity) => {
    const found = (await store.classes([id])).get(id) ?? null;
    return found && (await unitFor(found.kind, identity)) !== null ? found : null;
  };
  const answer = async (outcome: OfClass): Promise<AskedClass> => {
    if (typeof outcome === 'string') return wrong(told(outcome));
    return { class: (await store.classes([outcome.id])).get(outcome.id) ?? null, problems: [] };
  };
  const askedOf = (
    { idempotencyKey, ...content }: { readonly idempotencyKey: string },
    name: string,
    identity: Identity | null,
    unit: string,
    reason: string,
  ) => {
    const { subject: by } = requireIdentity(identity);
    const request = { request: JSON.stringify([by, name, idempotencyKey]), requestHash: fingerprint(content) };
    return { ...request, unit, by, reason, at: new Date(now()).toISOString() };
  };
  const badKey = ({ idempotencyKey }: { readonly idempotencyKey: string }): Asked | null =>
    isKey(idempotencyKey) ? null : refused('IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey', { most: longestKey });
  return {
    visible,
    async link(input, identity) {
      requireIdentity(identity);
      const ids = [...new Set(input.appeals)];
      const bad = badKey(input) ?? (input.reason.trim() === '' ? refused('CASE_REASON_MISSING', 'reason') : null);
      if (bad) return wrong(bad);
      const found = await store.many(ids);
      const kinds = new Set([...found.values()].map(({ kind }) => kind));
      const [kind] = kinds;
      const unit = kind === undefined ? null : await unitFor(kind, identity);
      if (found.size < ids.length || kind === undefined || unit === null)
        return wrong(refused('APPEAL_NOT_FOUND', 'appeals'));
      if (kinds.size > 1 || (input.class == null && ids.length < fewest)) return wrong(told('LIKE_CLASS_OTHER'));
      if (input.class != null && !(await visible(input.class, identity))) return wrong(told('LIKE_CLASS_NOT_FOUND'));
      const asked = askedOf(input, 'link', identity, unit, input.reason);
      return answer(await store.linkClass(input.class ?? randomUUID(), kind, ids, asked));
    },
    async propose(input, identity) {
      const found = await visible(input.class, identity);
      const bad = badKey(input) ?? (input.reason.trim() === '' ? refused('CASE_REASON_MISSING', 'reason') : null);
      if (bad) return wrong(bad);
      const unit = found && (await unitFor(found.kind, identity));
      if (!unit) return wrong(told('LIKE_CLASS_NOT_FOUND'));
      const { matter, path, value = null } = input;
      const change = { id: `change-${randomUUID()}`, matter, path, value };
      const asked = askedOf(input, 'propose', identity, unit, input.reason);
      return answer(await store.proposeChange(input.class, change, asked));
    },
    async close(input, identity) {
      const found = await visible(input.class, identity);
      const bad = badKey(input) ?? (input.text.trim() === '' ? refused('CASE_REASON_MISSING', 'text') : null);
      if (bad) return wrong(bad);
      const unit = found && (await unitFor(found.kind, identity));
      if (!unit) return wrong(told('LIKE_CLASS_NOT_FOUND'));
      return answer(await store.closeClass(input.class, askedOf(input, 'close', identity, unit, input.text)));
    },
    async suggested(kind, identity) {
      if ((await unitFor(kind, identity)) === null) return [];
      return suggestClasses(await store.unclassified(kind, mostCompared));
    },
  };
}

const wrong = ({ problems }: Asked): AskedClass => ({ class: null, problems });

function told(outcome: ClassRefusal): Asked {
  switch (outcome) {
    case 'KEY_REUSED':
      return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
    case 'LIKE_CLASS_OTHER':
      return refused(outcome, 'appeals');
    case 'CATALOGUE_MATTER_UNKNOWN':
      return refused(outcome, 'matter');
    case 'CATALOGUE_CHANGE_HOLDS':
      return refused(outcome, 'path');
    default:
      return refused(outcome, 'class');
  }
}

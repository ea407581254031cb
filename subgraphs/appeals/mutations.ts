import type { Resolvers } from '../../schema/generated/appeals.ts';
import { requireService } from '../runtime/identity.ts';
import type { Asked } from './asked.ts';
import { openForRefusals } from './excluding.ts';
import type { Context } from './parents.ts';
import { feeder } from './queries.ts';
import { payload } from './seeing.ts';
import type { Steps } from './steps.ts';

/** A step of the staff or of the applicant, answered with the appeal. */
const stepped =
  <Name extends Exclude<keyof Steps, 'answerAll'>>(name: Name) =>
  async (_: unknown, { input }: { input: Parameters<Steps[Name]>[0] }, context: Context) => {
    const step = context.steps[name] as (given: typeof input, identity: Context['identity']) => Promise<Asked>;
    return payload(await step(input, context.identity), context);
  };

export const mutations: NonNullable<Resolvers['Mutation']> = {
  openAppeal: async (_, { input }, context) => payload(await context.opening.open(input, context.identity), context),
  openAppealAt: async (_, { input }, { opening, identity, caller, store }) => {
    const { id, source, problems } = await opening.openAt(input, identity, caller);
    if (id === null || source === null) return { trackingCode: null, appeal: null, problems };
    const [appeals, sources] = await Promise.all([store.many([id]), store.sourcesByIds([source])]);
    const [appeal, own] = [appeals.get(id), sources.get(source)];
    return {
      trackingCode: own?.trackingCode ?? null,
      appeal: appeal && own ? { appeal, source: own } : null,
      problems,
    };
  },
  deliverAppeals: async (_, { input }, { delivering, identity }) => ({
    delivered: await delivering.deliver(input, identity),
    problems: [],
  }),
  acknowledgeAppealNotices: (_, { input }, { delivering, identity }) => delivering.acknowledge(input, identity),
  confirmTrackedAppeal: async (_, { input }, { steps, identity, store }) => {
    const { id, problems } = await steps.confirmTracked(input, identity);
    return { appeal: id === null ? null : await store.byCode(input.trackingCode), problems };
  },
  confirmAppeal: stepped('confirm'),
  classifyAppeal: stepped('classify'),
  assignAppeal: stepped('assign'),
  pauseAppeal: stepped('pause'),
  resumeAppeal: stepped('resume'),
  extendAppeal: stepped('extend'),
  escalateAppeal: stepped('escalate'),
  telephoneAppeal: stepped('telephone'),
  answerAppeal: stepped('answer'),
  answerAppeals: (_, { input }, { steps, identity }) => steps.answerAll(input, identity),
  checkAppeal: stepped('check'),
  photographAppeal: stepped('photograph'),
  mergeAppeals: stepped('merge'),
  appealsNotSame: stepped('notSame'),
  lodgeCertificate: stepped('lodge'),
  appealsOpenForRefusals: (_, { input }, { store, rules, identity, now }) => {
    requireService(identity, feeder);
    return openForRefusals({ store, rules, now }, input);
  },
  linkAppealClass: (_, { input }, { classing, identity }) => classing.link(input, identity),
  proposeAppealClassChange: (_, { input }, { classing, identity }) => classing.propose(input, identity),
  closeAppealClass: (_, { input }, { classing, identity }) => classing.close(input, identity),
  appealsErase: (_, { submission }, { store, identity, photos, now }) => {
    requireService(identity, feeder);
    return store.eraseOf(submission, new Date(now()).toISOString(), photos.letGo);
  },
};

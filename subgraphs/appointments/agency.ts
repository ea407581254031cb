import { randomUUID } from 'node:crypto';
import type {
  GrantPowerInput,
  RegisterAgentInput,
  ReviewAgentInput,
  RevokePowerInput,
} from '../../schema/generated/appointments.ts';
import { addDays, civilDateOf, isCivilDate } from '../language/civil-date.ts';
import { type Identity, requireIdentity, requireScope } from '../runtime/identity.ts';
import { masked } from '../runtime/personal-data.ts';
import { type Answered, askedOf, isBlank, refused, type StepParts } from './asking.ts';
import { type AgentDone, mostPowers, type PowerDone } from './store/index.ts';

type AgentAnswer = Answered<{ readonly agent: string }>;
type PowerAnswer = Answered<{ readonly power: string }>;

/** Agents, and the powers by which they act. */
export function createAgency({ store, rules, now }: StepParts) {
  const agentDone = (done: AgentDone): AgentAnswer => {
    if (typeof done === 'object') return done;
    return done === 'KEY_REUSED' ? refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey') : refused(done, 'agent');
  };
  const powerDone = (done: PowerDone): PowerAnswer => {
    if (typeof done === 'object') return done;
    if (done === 'KEY_REUSED') return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
    if (done === 'POWERS_TOO_MANY') return refused(done, 'agent', { most: mostPowers });
    return refused(done, done === 'POWER_UNKNOWN' ? 'power' : 'agent');
  };
  return {
    async register(input: RegisterAgentInput, anyone: Identity | null): Promise<AgentAnswer> {
      const identity = requireScope(anyone, 'agency');
      const asked = askedOf(input, 'register', identity, now());
      if ('problems' in asked) return asked;
      const { name, organisation = null } = input;
      if (isBlank(name)) return refused('TEXT_MISSING', 'name');
      const record = { name: name.trim(), organisation: organisation && (organisation.trim() || null) };
      const { subject: account } = identity;
      return agentDone(await store.agentSteps.register({ ...asked, id: randomUUID(), account, record }));
    },
    async review(input: ReviewAgentInput, anyone: Identity | null): Promise<AgentAnswer> {
      const identity = requireScope(anyone, 'station');
      const asked = askedOf(input, 'review', identity, now());
      if ('problems' in asked) return asked;
      const { agent, admitted, reason } = input;
      if (isBlank(reason)) return refused('TEXT_MISSING', 'reason');
      return agentDone(
        await store.agentSteps.review({ ...asked, agent, admitted, reason: reason.trim(), operator: identity.subject }),
      );
    },
    async grant(input: GrantPowerInput, anyone: Identity | null): Promise<PowerAnswer> {
      const identity = requireIdentity(anyone);
      const asked = askedOf(input, 'grant', identity, now());
      if ('problems' in asked) return asked;
      const { identityNumber, name } = identity.claims ?? {};
      if (identity.kind !== 'CITIZEN' || identityNumber === undefined || name === undefined)
        return refused('REAL_NAME_REQUIRED', 'agent');
      const { agent, validTo, text } = input;
      const { agents: limits, queues } = await rules();
      if (limits === null) return refused('AGENT_UNKNOWN', 'agent');
      const today = civilDateOf(now());
      const matters = [...new Set(input.matters)];
      if (matters.length === 0 || !matters.every((matter) => queues.some((queue) => queue.matters.includes(matter))))
        return refused('QUEUE_TAKES_NOT', 'matters');
      if (!isCivilDate(validTo) || validTo < today || validTo > addDays(today, limits.powerDays))
        return refused('POWER_TERM', 'validTo', { most: limits.powerDays });
      if (isBlank(text)) return refused('TEXT_MISSING', 'text');
      return powerDone(
        await store.powerSteps.grant({
          ...{ ...asked, id: randomUUID(), account: identity.subject, identityNumber, agent, matters },
          ...{ validFrom: today, validTo, record: { name, identityNumber: masked(identityNumber), text: text.trim() } },
        }),
      );
    },
    async revoke(input: RevokePowerInput, anyone: Identity | null): Promise<PowerAnswer> {
      const identity = requireIdentity(anyone);
      const asked = askedOf(input, 'revoke', identity, now());
      if ('problems' in asked) return asked;
      return powerDone(await store.powerSteps.revoke({ ...asked, power: input.power, account: identity.subject }));
    },
  };
}

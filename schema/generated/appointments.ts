// Generated from the SDL by "npm run compose": a change here is lost at the next.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ServiceQueue as ServiceQueueParent, Slot as SlotParent, QueueQuota as QueueQuotaParent, Quota as QuotaParent, Appointment as AppointmentParent, IntegrityAlert as IntegrityAlertParent, QueueLogEntry as QueueLogEntryParent, Agent as AgentParent, Power as PowerParent, Matter as MatterParent, Department as DepartmentParent, Submission as SubmissionParent, Filing as FilingParent, Problem as ProblemParent, Context } from '../../subgraphs/appointments/parents.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Calendar date, ISO 8601 (日期). */
  Date: { input: string; output: string; }
  /** Instant, ISO 8601 (时间). */
  DateTime: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: string; output: string; }
};

export type Query = {
  /** One number: the caller's own, one they booked for another, or, of staff at windows, one that is with their department. Null for anyone else, as for none. */
  readonly appointment: Maybe<Appointment>;
  /** The caller's own numbers and, of an agent, those that they booked, newest first (我的预约). */
  readonly appointments: AppointmentConnection;
  /** The queues in which numbers are given, of one department where it is named (排队队列). */
  readonly serviceQueues: ReadonlyArray<ServiceQueue>;
  /** Staff: who waits in a queue of their department today, in the order in which they are called (候办队列). */
  readonly waitingNow: ReadonlyArray<Appointment>;
  /** Staff who look after integrity: what was recorded of a queue on a day, and whether nobody has changed it since (排队日志). */
  readonly queueLog: QueueLogConnection;
  /** Staff who look after integrity: what the rows show that should not be (廉政预警), of at most 92 days; by default of the last 31. */
  readonly integrityAlerts: IntegrityAlertConnection;
  /** An agent's own registration; null: there is none (代办登记). */
  readonly agent: Maybe<Agent>;
  /** Staff who lead a station: agents that somebody has to look at, the longest waiting first (待核查代办人). */
  readonly agentsToReview: AgentConnection;
  /** Powers that the caller gave or, of an agent, was given, newest first (委托书). */
  readonly powers: PowerConnection;
  /** Everything that is held of numbers and powers of an account, for the person whose it is. */
  readonly appointmentsData: AppointmentDataConnection;
};


export type QueryAppointmentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAppointmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryServiceQueuesArgs = {
  department?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryWaitingNowArgs = {
  queue: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryQueueLogArgs = {
  queue: Scalars['ID']['input'];
  date: Scalars['Date']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryIntegrityAlertsArgs = {
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  kind?: InputMaybe<IntegrityAlertKind>;
  queue?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAgentsToReviewArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPowersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAppointmentsDataArgs = {
  account: Scalars['String']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /** Book a time (预约取号): one number for one or several matters of one queue; of a joint site visit for all that it does. For another only by their power. */
  readonly bookAppointment: AppointmentPayload;
  /** Give a booked number back before its time (取消预约). It is given out again with the next release. */
  readonly cancelAppointment: AppointmentPayload;
  /** Staff at the windows: a number for who comes without one (现场取号). */
  readonly issueTicket: AppointmentPayload;
  /** Staff at the windows: whoever booked is here (签到). */
  readonly checkIn: AppointmentPayload;
  /** Staff at the windows: whoever is next by the order of the queue (叫号); null where nobody waits. */
  readonly callNext: AppointmentPayload;
  /**
   * Staff at the windows: somebody is served (办理). It is never refused for want of a number or of a turn: it is recorded with who served whom, unalterably, and where there was no
   * number or others were passed over, that is an alert.
   */
  readonly serve: ServePayload;
  /** Staff at the windows: whoever has the number did not come in time (爽约). */
  readonly markNoShow: AppointmentPayload;
  /** Staff who lead a station: how many numbers their queue offers on one day (调整放号), with a reason where that is fewer than can be served. */
  readonly setQuota: QuotaPayload;
  /** Agents: be registered (代办人登记). Somebody has to look at it before they may act for others. */
  readonly registerAgent: AgentPayload;
  /** Staff who lead a station: whether an agent may act, or act again (代办人核查). */
  readonly reviewAgent: AgentPayload;
  /** Give an agent a written power (授权委托书): for named matters, from a day to a day. */
  readonly grantPower: PowerPayload;
  /** Take a power back at once (撤销委托). */
  readonly revokePower: PowerPayload;
  /** Takes out what numbers about a submission tell of persons, once they are over; answers how many. */
  readonly appointmentsErase: Scalars['Int']['output'];
};


export type MutationBookAppointmentArgs = {
  input: BookAppointmentInput;
};


export type MutationCancelAppointmentArgs = {
  input: AppointmentStepInput;
};


export type MutationIssueTicketArgs = {
  input: IssueTicketInput;
};


export type MutationCheckInArgs = {
  input: CheckInInput;
};


export type MutationCallNextArgs = {
  input: CallNextInput;
};


export type MutationServeArgs = {
  input: ServeInput;
};


export type MutationMarkNoShowArgs = {
  input: AppointmentStepInput;
};


export type MutationSetQuotaArgs = {
  input: SetQuotaInput;
};


export type MutationRegisterAgentArgs = {
  input: RegisterAgentInput;
};


export type MutationReviewAgentArgs = {
  input: ReviewAgentInput;
};


export type MutationGrantPowerArgs = {
  input: GrantPowerInput;
};


export type MutationRevokePowerArgs = {
  input: RevokePowerInput;
};


export type MutationAppointmentsEraseArgs = {
  submission: Scalars['ID']['input'];
};

export type Matter = {
  readonly code: Scalars['ID']['output'];
  /** Times at which it can be done, that have begun to be given out, with how many numbers are left (可预约时段). At most 31 days; by default a week from today. */
  readonly slots: Maybe<ReadonlyArray<Slot>>;
};


export type MatterSlotsArgs = {
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type Department = {
  readonly code: Scalars['ID']['output'];
  /** What its queues can serve on a day and what they offer (办理能力与放号), by default today; null: it has no windows here. */
  readonly quota: Maybe<Quota>;
};


export type DepartmentQuotaArgs = {
  date?: InputMaybe<Scalars['Date']['input']>;
};

export type Submission = {
  readonly id: Scalars['ID']['output'];
  /** Numbers that were taken for it (相关预约); null for anyone but the applicant. */
  readonly appointments: Maybe<ReadonlyArray<Appointment>>;
};

export type Filing = {
  readonly id: Scalars['ID']['output'];
  readonly submission: Submission;
  readonly matter: Matter;
  /** The number that was taken for it, of several the last that stands (预约); null: none, and for anyone but the applicant. Times to book are its matter's `slots`. */
  readonly appointment: Maybe<Appointment>;
};

/** A time that can be booked (可预约时段). */
export type Slot = {
  readonly queue: ServiceQueue;
  readonly date: Scalars['Date']['output'];
  /** Time of day in China (开始时间): 09:30. */
  readonly from: Scalars['String']['output'];
  readonly to: Scalars['String']['output'];
  /** Numbers that can be booked now (余号). */
  readonly left: Scalars['Int']['output'];
};

/** What queues can serve on a day, and what they offer (办理能力与放号). */
export type Quota = {
  readonly date: Scalars['Date']['output'];
  /** Windows × open minutes ÷ minutes that one takes (办理能力). */
  readonly capacity: Scalars['Int']['output'];
  /** Numbers of the day (放号数). */
  readonly offered: Scalars['Int']['output'];
  /** How many fewer than can be served (缺口); 0: none. */
  readonly gap: Scalars['Int']['output'];
  /** Why, as its stations say; null: there is no gap, or nobody says (缺口理由). */
  readonly gapReason: Maybe<Scalars['String']['output']>;
  /** The holidays of this year are not published yet: only weekends are known (节假日未公布). */
  readonly yearNotCovered: Scalars['Boolean']['output'];
  readonly queues: ReadonlyArray<QueueQuota>;
};


/** What queues can serve on a day, and what they offer (办理能力与放号). */
export type QuotaGapReasonArgs = {
  language?: InputMaybe<Language>;
};

/** The same of one queue. */
export type QueueQuota = {
  readonly queue: ServiceQueue;
  readonly capacity: Scalars['Int']['output'];
  readonly offered: Scalars['Int']['output'];
  readonly gap: Scalars['Int']['output'];
  readonly gapReason: Maybe<Scalars['String']['output']>;
  /** Of those offered: given out and not given back (已取号). */
  readonly given: Scalars['Int']['output'];
};


/** The same of one queue. */
export type QueueQuotaGapReasonArgs = {
  language?: InputMaybe<Language>;
};

/** The windows that take one series of numbers (排队队列). */
export type ServiceQueue = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly kind: QueueKind;
  readonly department: Department;
  readonly hall: Scalars['String']['output'];
  readonly address: Scalars['String']['output'];
  readonly matters: ReadonlyArray<Matter>;
  /** Minutes that one number takes (每号分钟). */
  readonly serviceMinutes: Scalars['Int']['output'];
  /** When numbers are given out: so many days ahead, at these times, these shares (放号时刻). */
  readonly release: QueueRelease;
  readonly noShow: NoShowRule;
  /** Kept for who comes without an appointment, in per cent of the day's numbers (现场号比例). */
  readonly walkInPercent: Scalars['Int']['output'];
};


/** The windows that take one series of numbers (排队队列). */
export type ServiceQueueNameArgs = {
  language?: InputMaybe<Language>;
};


/** The windows that take one series of numbers (排队队列). */
export type ServiceQueueHallArgs = {
  language?: InputMaybe<Language>;
};


/** The windows that take one series of numbers (排队队列). */
export type ServiceQueueAddressArgs = {
  language?: InputMaybe<Language>;
};

/** Where somebody is served (办理方式): 窗口, 上门勘查. */
export type QueueKind =
  | 'WINDOW'
  | 'SITE_VISIT';

/** How numbers of a queue are given out (放号). */
export type QueueRelease = {
  readonly daysAhead: Scalars['Int']['output'];
  readonly waves: ReadonlyArray<ReleaseWave>;
};

/** A time of day, and how much of the numbers is given out then (放号批次). */
export type ReleaseWave = {
  readonly at: Scalars['String']['output'];
  readonly percent: Scalars['Int']['output'];
};

/** So many no-shows in so many days, and for so many days nothing is booked; a number on the spot is still given (爽约规则). */
export type NoShowRule = {
  readonly graceMinutes: Scalars['Int']['output'];
  readonly count: Scalars['Int']['output'];
  readonly withinDays: Scalars['Int']['output'];
  readonly barredDays: Scalars['Int']['output'];
};

/** A number (号): booked, or given on the spot. */
export type Appointment = {
  readonly id: Scalars['ID']['output'];
  readonly queue: ServiceQueue;
  readonly date: Scalars['Date']['output'];
  /** Unique in its queue on its day (号码). */
  readonly number: Scalars['Int']['output'];
  readonly origin: AppointmentOrigin;
  readonly status: AppointmentStatus;
  /** The time that was booked (预约时段); null: given on the spot. */
  readonly from: Maybe<Scalars['String']['output']>;
  readonly to: Maybe<Scalars['String']['output']>;
  readonly matters: ReadonlyArray<Matter>;
  /** All departments that this one appointment is with (办理单位). */
  readonly departments: ReadonlyArray<Department>;
  readonly submission: Maybe<Submission>;
  /** Whose it is (办事人); null once it was erased. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Booked by an agent (代办人); null: by themselves. */
  readonly agent: Maybe<Agent>;
  /** Called first by law (优先). */
  readonly exempt: Scalars['Boolean']['output'];
  /** Numbers that are called before it, while it waits (前面人数). */
  readonly ahead: Maybe<Scalars['Int']['output']>;
  readonly window: Maybe<Scalars['String']['output']>;
};

export type AppointmentConnection = {
  readonly nodes: ReadonlyArray<Appointment>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** Where a number comes from (取号方式): 预约, 现场. */
export type AppointmentOrigin =
  | 'BOOKED'
  | 'WALK_IN';

/** How a number stands (号状态): 已预约, 候办, 已叫号, 已办理, 已取消, 爽约, 未办离开. */
export type AppointmentStatus =
  | 'BOOKED'
  | 'WAITING'
  | 'CALLED'
  | 'SERVED'
  | 'CANCELLED'
  | 'NO_SHOW'
  | 'LEFT';

/** Something that the rows show and that should not be (廉政预警). */
export type IntegrityAlert = {
  /** Names the row that shows it. */
  readonly id: Scalars['ID']['output'];
  readonly kind: IntegrityAlertKind;
  readonly date: Scalars['Date']['output'];
  /** When it happened; null: it lasts all day. */
  readonly at: Maybe<Scalars['DateTime']['output']>;
  /** Null: it is about an agent. */
  readonly queue: Maybe<ServiceQueue>;
  /** Of a gap (办理能力). */
  readonly capacity: Maybe<Scalars['Int']['output']>;
  /** Of a gap (放号数). */
  readonly offered: Maybe<Scalars['Int']['output']>;
  /** Of a gap (缺口). */
  readonly gap: Maybe<Scalars['Int']['output']>;
  /** Of a gap, what the station says (缺口理由). */
  readonly gapReason: Maybe<Scalars['String']['output']>;
  /** Who of the staff served (经办人); null: it is none of that kind, or erased. */
  readonly operator: Maybe<Scalars['String']['output']>;
  /** Who was served (受益人). */
  readonly beneficiary: Maybe<Beneficiary>;
  readonly matter: Maybe<Matter>;
  /** The number that was served, where there was one. */
  readonly number: Maybe<Scalars['Int']['output']>;
  /** Of OUT_OF_ORDER: how many waited whose turn was before (被插队人数). */
  readonly passedOver: Maybe<Scalars['Int']['output']>;
  readonly agent: Maybe<Agent>;
};


/** Something that the rows show and that should not be (廉政预警). */
export type IntegrityAlertGapReasonArgs = {
  language?: InputMaybe<Language>;
};

/** Kind of alert: 放号少于办理能力, 无号办理, 插队办理, 代办超量. */
export type IntegrityAlertKind =
  | 'CAPACITY_GAP'
  | 'WITHOUT_NUMBER'
  | 'OUT_OF_ORDER'
  | 'AGENT_ABOVE_NUMBER';

/** Who was served (受益人): the number that tells who somebody is stands masked. */
export type Beneficiary = {
  readonly name: Scalars['String']['output'];
  readonly identityNumber: Scalars['String']['output'];
};

export type IntegrityAlertConnection = {
  readonly nodes: ReadonlyArray<IntegrityAlert>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** One row of what was recorded (日志). */
export type QueueLogEntry = {
  /** From 1, without a gap. */
  readonly number: Scalars['Int']['output'];
  readonly at: Scalars['DateTime']['output'];
  readonly kind: QueueLogKind;
  /** The number that it is about. */
  readonly ticket: Maybe<Scalars['Int']['output']>;
  /** Who of the staff did it; null: whoever has the number, or the clock. */
  readonly operator: Maybe<Scalars['String']['output']>;
  /** Over this row and the one before (SHA-256). */
  readonly digest: Scalars['String']['output'];
};

/** What happened (日志类型). */
export type QueueLogKind =
  | 'OPENED'
  | 'QUOTA_SET'
  | 'BOOKED'
  | 'ISSUED'
  | 'CANCELLED'
  | 'CHECKED_IN'
  | 'CALLED'
  | 'SERVED'
  | 'NO_SHOW'
  | 'LEFT';

export type QueueLogConnection = {
  readonly nodes: ReadonlyArray<QueueLogEntry>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
  /** Number of the first row that was changed, removed or put in since, or not signed by who added it (被改动的首行); null: none. */
  readonly brokenAt: Maybe<Scalars['Int']['output']>;
};

/** Somebody who acts for others (代办人). */
export type Agent = {
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly organisation: Maybe<Scalars['String']['output']>;
  readonly status: AgentStatus;
  /** Numbers that they booked for others this week, since somebody last looked (本周代办数). */
  readonly thisWeek: Scalars['Int']['output'];
  /** The most a week (每周上限). */
  readonly mostPerWeek: Scalars['Int']['output'];
};

/** How an agent stands (代办人状态): 待核准, 可代办, 超量停用待核查, 不准代办. */
export type AgentStatus =
  | 'PENDING'
  | 'ADMITTED'
  | 'BLOCKED'
  | 'BARRED';

export type AgentConnection = {
  readonly nodes: ReadonlyArray<Agent>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** A written power (授权委托书). */
export type Power = {
  readonly id: Scalars['ID']['output'];
  /** Who gave it (委托人); null once it was erased. */
  readonly principal: Maybe<Scalars['String']['output']>;
  readonly agent: Agent;
  readonly matters: ReadonlyArray<Matter>;
  readonly validFrom: Scalars['Date']['output'];
  readonly validTo: Scalars['Date']['output'];
  /** What the agent may do, in the words of who gave it (授权内容). */
  readonly text: Maybe<Scalars['String']['output']>;
  readonly revoked: Scalars['Boolean']['output'];
};

export type PowerConnection = {
  readonly nodes: ReadonlyArray<Power>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type AppointmentPayload = {
  readonly appointment: Maybe<Appointment>;
  readonly problems: ReadonlyArray<Problem>;
};

/** `alert`: what was recorded against it; null: nothing. */
export type ServePayload = {
  readonly appointment: Maybe<Appointment>;
  readonly alert: Maybe<IntegrityAlertKind>;
  readonly problems: ReadonlyArray<Problem>;
};

export type QuotaPayload = {
  readonly quota: Maybe<QueueQuota>;
  readonly problems: ReadonlyArray<Problem>;
};

export type AgentPayload = {
  readonly agent: Maybe<Agent>;
  readonly problems: ReadonlyArray<Problem>;
};

export type PowerPayload = {
  readonly power: Maybe<Power>;
  readonly problems: ReadonlyArray<Problem>;
};

export type AppointmentDataConnection = {
  readonly nodes: ReadonlyArray<Scalars['JSON']['output']>;
  readonly endCursor: Maybe<Scalars['String']['output']>;
  readonly totalCount: Scalars['Int']['output'];
};

export type BookAppointmentInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly queue: Scalars['ID']['input'];
  /** Left out: the first day on which a number is left. Maximum (上限): 10 characters (字符). */
  readonly date?: InputMaybe<Scalars['Date']['input']>;
  /** Beginning of a slot, 09:30; left out: the first at which a number is left. Maximum (上限): 1000 characters (字符). */
  readonly from?: InputMaybe<Scalars['String']['input']>;
  /** Matters of the queue: at a window mostly one, of a joint site visit all that it is for. Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly matters: ReadonlyArray<Scalars['ID']['input']>;
  /** The caller's own submission that it is for. Maximum (上限): 200 characters (字符). */
  readonly submission?: InputMaybe<Scalars['ID']['input']>;
  /** Of an agent: the power by which they book. Maximum (上限): 200 characters (字符). */
  readonly power?: InputMaybe<Scalars['ID']['input']>;
};

export type AppointmentStepInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appointment: Scalars['ID']['input'];
};

/** `exemption`: code of what lets them be called first. */
export type CheckInInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appointment: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly exemption?: InputMaybe<Scalars['ID']['input']>;
};

/** As their identity card says. */
export type PersonInput = {
  /** Maximum (上限): 1000 characters (字符). */
  readonly name: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly identityNumber: Scalars['String']['input'];
};

export type IssueTicketInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly queue: Scalars['ID']['input'];
  /** Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly matters: ReadonlyArray<Scalars['ID']['input']>;
  readonly person: PersonInput;
  /** Maximum (上限): 200 characters (字符). */
  readonly exemption?: InputMaybe<Scalars['ID']['input']>;
};

export type CallNextInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly queue: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly window: Scalars['String']['input'];
};

/** Exactly one of `appointment` and `person`: the number that is served, or who is served without one. */
export type ServeInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly queue: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly window: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appointment?: InputMaybe<Scalars['ID']['input']>;
  readonly person?: InputMaybe<PersonInput>;
  /** Of who is served without a number. Maximum (上限): 200 characters (字符). */
  readonly matter?: InputMaybe<Scalars['ID']['input']>;
};

export type SetQuotaInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly queue: Scalars['ID']['input'];
  /** Maximum (上限): 10 characters (字符). */
  readonly date: Scalars['Date']['input'];
  readonly offered: Scalars['Int']['input'];
  readonly reason?: InputMaybe<LocalizedInput>;
};

export type LocalizedInput = {
  /** Maximum (上限): 1000 characters (字符). */
  readonly zh: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly en: Scalars['String']['input'];
};

export type RegisterAgentInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly name: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
};

export type ReviewAgentInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly agent: Scalars['ID']['input'];
  readonly admitted: Scalars['Boolean']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly reason: Scalars['String']['input'];
};

export type GrantPowerInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly agent: Scalars['ID']['input'];
  /** Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly matters: ReadonlyArray<Scalars['ID']['input']>;
  /** Maximum (上限): 10 characters (字符). */
  readonly validTo: Scalars['Date']['input'];
  /** What the agent may do (授权内容). Maximum (上限): 1000 characters (字符). */
  readonly text: Scalars['String']['input'];
};

export type RevokePowerInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly power: Scalars['ID']['input'];
};

/** Language of a text (语言). */
export type Language =
  | 'ZH'
  | 'EN';

/** One page of a list (分页). */
export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** A refusal the caller can act on: all of them at once, each pointing at its field or material. */
export type Problem = {
  readonly code: Scalars['ID']['output'];
  readonly message: Scalars['String']['output'];
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  readonly material: Maybe<Scalars['ID']['output']>;
};


/** A refusal the caller can act on: all of them at once, each pointing at its field or material. */
export type ProblemMessageArgs = {
  language?: InputMaybe<Language>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Matter: Matter;
  Department: Department;
  Submission: Submission;
  Filing: Filing;
  Appointment: Appointment;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Matter:
    ( { __typename: 'Matter' }
    & GraphQLRecursivePick<FederationTypes['Matter'], {"code":true}> );
  Department:
    ( { __typename: 'Department' }
    & GraphQLRecursivePick<FederationTypes['Department'], {"code":true}> );
  Submission:
    ( { __typename: 'Submission' }
    & GraphQLRecursivePick<FederationTypes['Submission'], {"id":true}> );
  Filing:
    ( { __typename: 'Filing' }
    & GraphQLRecursivePick<FederationTypes['Filing'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Filing'], {"submission":{"id":true},"matter":{"code":true}}> ) );
  Appointment:
    ( { __typename: 'Appointment' }
    & GraphQLRecursivePick<FederationTypes['Appointment'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Matter: ResolverTypeWrapper<MatterParent>;
  Department: ResolverTypeWrapper<DepartmentParent>;
  Submission: ResolverTypeWrapper<SubmissionParent>;
  Filing: ResolverTypeWrapper<FilingParent>;
  Slot: ResolverTypeWrapper<SlotParent>;
  Quota: ResolverTypeWrapper<QuotaParent>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  QueueQuota: ResolverTypeWrapper<QueueQuotaParent>;
  ServiceQueue: ResolverTypeWrapper<ServiceQueueParent>;
  QueueKind: QueueKind;
  QueueRelease: ResolverTypeWrapper<QueueRelease>;
  ReleaseWave: ResolverTypeWrapper<ReleaseWave>;
  NoShowRule: ResolverTypeWrapper<NoShowRule>;
  Appointment: ResolverTypeWrapper<AppointmentParent>;
  AppointmentConnection: ResolverTypeWrapper<Omit<AppointmentConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Appointment']> }>;
  AppointmentOrigin: AppointmentOrigin;
  AppointmentStatus: AppointmentStatus;
  IntegrityAlert: ResolverTypeWrapper<IntegrityAlertParent>;
  IntegrityAlertKind: IntegrityAlertKind;
  Beneficiary: ResolverTypeWrapper<Beneficiary>;
  IntegrityAlertConnection: ResolverTypeWrapper<Omit<IntegrityAlertConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['IntegrityAlert']> }>;
  QueueLogEntry: ResolverTypeWrapper<QueueLogEntryParent>;
  QueueLogKind: QueueLogKind;
  QueueLogConnection: ResolverTypeWrapper<Omit<QueueLogConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['QueueLogEntry']> }>;
  Agent: ResolverTypeWrapper<AgentParent>;
  AgentStatus: AgentStatus;
  AgentConnection: ResolverTypeWrapper<Omit<AgentConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Agent']> }>;
  Power: ResolverTypeWrapper<PowerParent>;
  PowerConnection: ResolverTypeWrapper<Omit<PowerConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Power']> }>;
  AppointmentPayload: ResolverTypeWrapper<Omit<AppointmentPayload, 'appointment' | 'problems'> & { appointment?: Maybe<ResolversTypes['Appointment']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  ServePayload: ResolverTypeWrapper<Omit<ServePayload, 'appointment' | 'problems'> & { appointment?: Maybe<ResolversTypes['Appointment']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  QuotaPayload: ResolverTypeWrapper<Omit<QuotaPayload, 'quota' | 'problems'> & { quota?: Maybe<ResolversTypes['QueueQuota']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  AgentPayload: ResolverTypeWrapper<Omit<AgentPayload, 'agent' | 'problems'> & { agent?: Maybe<ResolversTypes['Agent']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  PowerPayload: ResolverTypeWrapper<Omit<PowerPayload, 'power' | 'problems'> & { power?: Maybe<ResolversTypes['Power']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  AppointmentDataConnection: ResolverTypeWrapper<AppointmentDataConnection>;
  BookAppointmentInput: BookAppointmentInput;
  AppointmentStepInput: AppointmentStepInput;
  CheckInInput: CheckInInput;
  PersonInput: PersonInput;
  IssueTicketInput: IssueTicketInput;
  CallNextInput: CallNextInput;
  ServeInput: ServeInput;
  SetQuotaInput: SetQuotaInput;
  LocalizedInput: LocalizedInput;
  RegisterAgentInput: RegisterAgentInput;
  ReviewAgentInput: ReviewAgentInput;
  GrantPowerInput: GrantPowerInput;
  RevokePowerInput: RevokePowerInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Language: Language;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Problem: ResolverTypeWrapper<ProblemParent>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  Mutation: Record<PropertyKey, never>;
  Matter: MatterParent;
  Department: DepartmentParent;
  Submission: SubmissionParent;
  Filing: FilingParent;
  Slot: SlotParent;
  Quota: QuotaParent;
  Boolean: Scalars['Boolean']['output'];
  QueueQuota: QueueQuotaParent;
  ServiceQueue: ServiceQueueParent;
  QueueRelease: QueueRelease;
  ReleaseWave: ReleaseWave;
  NoShowRule: NoShowRule;
  Appointment: AppointmentParent;
  AppointmentConnection: Omit<AppointmentConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Appointment']> };
  IntegrityAlert: IntegrityAlertParent;
  Beneficiary: Beneficiary;
  IntegrityAlertConnection: Omit<IntegrityAlertConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['IntegrityAlert']> };
  QueueLogEntry: QueueLogEntryParent;
  QueueLogConnection: Omit<QueueLogConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['QueueLogEntry']> };
  Agent: AgentParent;
  AgentConnection: Omit<AgentConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Agent']> };
  Power: PowerParent;
  PowerConnection: Omit<PowerConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Power']> };
  AppointmentPayload: Omit<AppointmentPayload, 'appointment' | 'problems'> & { appointment?: Maybe<ResolversParentTypes['Appointment']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  ServePayload: Omit<ServePayload, 'appointment' | 'problems'> & { appointment?: Maybe<ResolversParentTypes['Appointment']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  QuotaPayload: Omit<QuotaPayload, 'quota' | 'problems'> & { quota?: Maybe<ResolversParentTypes['QueueQuota']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  AgentPayload: Omit<AgentPayload, 'agent' | 'problems'> & { agent?: Maybe<ResolversParentTypes['Agent']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  PowerPayload: Omit<PowerPayload, 'power' | 'problems'> & { power?: Maybe<ResolversParentTypes['Power']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  AppointmentDataConnection: AppointmentDataConnection;
  BookAppointmentInput: BookAppointmentInput;
  AppointmentStepInput: AppointmentStepInput;
  CheckInInput: CheckInInput;
  PersonInput: PersonInput;
  IssueTicketInput: IssueTicketInput;
  CallNextInput: CallNextInput;
  ServeInput: ServeInput;
  SetQuotaInput: SetQuotaInput;
  LocalizedInput: LocalizedInput;
  RegisterAgentInput: RegisterAgentInput;
  ReviewAgentInput: ReviewAgentInput;
  GrantPowerInput: GrantPowerInput;
  RevokePowerInput: RevokePowerInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  JSON: Scalars['JSON']['output'];
  PageInfo: PageInfo;
  Problem: ProblemParent;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType, RequireFields<QueryAppointmentArgs, 'id'>>;
  appointments?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, RequireFields<QueryAppointmentsArgs, 'first'>>;
  serviceQueues?: Resolver<ReadonlyArray<ResolversTypes['ServiceQueue']>, ParentType, ContextType, Partial<QueryServiceQueuesArgs>>;
  waitingNow?: Resolver<ReadonlyArray<ResolversTypes['Appointment']>, ParentType, ContextType, RequireFields<QueryWaitingNowArgs, 'queue' | 'first'>>;
  queueLog?: Resolver<ResolversTypes['QueueLogConnection'], ParentType, ContextType, RequireFields<QueryQueueLogArgs, 'queue' | 'date' | 'first'>>;
  integrityAlerts?: Resolver<ResolversTypes['IntegrityAlertConnection'], ParentType, ContextType, RequireFields<QueryIntegrityAlertsArgs, 'first'>>;
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  agentsToReview?: Resolver<ResolversTypes['AgentConnection'], ParentType, ContextType, RequireFields<QueryAgentsToReviewArgs, 'first'>>;
  powers?: Resolver<ResolversTypes['PowerConnection'], ParentType, ContextType, RequireFields<QueryPowersArgs, 'first'>>;
  appointmentsData?: Resolver<ResolversTypes['AppointmentDataConnection'], ParentType, ContextType, RequireFields<QueryAppointmentsDataArgs, 'account' | 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  bookAppointment?: Resolver<ResolversTypes['AppointmentPayload'], ParentType, ContextType, RequireFields<MutationBookAppointmentArgs, 'input'>>;
  cancelAppointment?: Resolver<ResolversTypes['AppointmentPayload'], ParentType, ContextType, RequireFields<MutationCancelAppointmentArgs, 'input'>>;
  issueTicket?: Resolver<ResolversTypes['AppointmentPayload'], ParentType, ContextType, RequireFields<MutationIssueTicketArgs, 'input'>>;
  checkIn?: Resolver<ResolversTypes['AppointmentPayload'], ParentType, ContextType, RequireFields<MutationCheckInArgs, 'input'>>;
  callNext?: Resolver<ResolversTypes['AppointmentPayload'], ParentType, ContextType, RequireFields<MutationCallNextArgs, 'input'>>;
  serve?: Resolver<ResolversTypes['ServePayload'], ParentType, ContextType, RequireFields<MutationServeArgs, 'input'>>;
  markNoShow?: Resolver<ResolversTypes['AppointmentPayload'], ParentType, ContextType, RequireFields<MutationMarkNoShowArgs, 'input'>>;
  setQuota?: Resolver<ResolversTypes['QuotaPayload'], ParentType, ContextType, RequireFields<MutationSetQuotaArgs, 'input'>>;
  registerAgent?: Resolver<ResolversTypes['AgentPayload'], ParentType, ContextType, RequireFields<MutationRegisterAgentArgs, 'input'>>;
  reviewAgent?: Resolver<ResolversTypes['AgentPayload'], ParentType, ContextType, RequireFields<MutationReviewAgentArgs, 'input'>>;
  grantPower?: Resolver<ResolversTypes['PowerPayload'], ParentType, ContextType, RequireFields<MutationGrantPowerArgs, 'input'>>;
  revokePower?: Resolver<ResolversTypes['PowerPayload'], ParentType, ContextType, RequireFields<MutationRevokePowerArgs, 'input'>>;
  appointmentsErase?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<MutationAppointmentsEraseArgs, 'submission'>>;
};

export type MatterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Matter'] = ResolversParentTypes['Matter'], FederationReferenceType extends FederationReferenceTypes['Matter'] = FederationReferenceTypes['Matter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Matter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slots?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Slot']>>, ParentType, ContextType, Partial<MatterSlotsArgs>>;
};

export type DepartmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department'], FederationReferenceType extends FederationReferenceTypes['Department'] = FederationReferenceTypes['Department']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Department']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quota?: Resolver<Maybe<ResolversTypes['Quota']>, ParentType, ContextType, Partial<DepartmentQuotaArgs>>;
};

export type SubmissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Submission'] = ResolversParentTypes['Submission'], FederationReferenceType extends FederationReferenceTypes['Submission'] = FederationReferenceTypes['Submission']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Submission']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  appointments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Appointment']>>, ParentType, ContextType>;
};

export type FilingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Filing'] = ResolversParentTypes['Filing'], FederationReferenceType extends FederationReferenceTypes['Filing'] = FederationReferenceTypes['Filing']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Filing']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
};

export type SlotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Slot'] = ResolversParentTypes['Slot']> = {
  queue?: Resolver<ResolversTypes['ServiceQueue'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuotaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quota'] = ResolversParentTypes['Quota']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  offered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gap?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gapReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<QuotaGapReasonArgs, 'language'>>;
  yearNotCovered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  queues?: Resolver<ReadonlyArray<ResolversTypes['QueueQuota']>, ParentType, ContextType>;
};

export type QueueQuotaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QueueQuota'] = ResolversParentTypes['QueueQuota']> = {
  queue?: Resolver<ResolversTypes['ServiceQueue'], ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  offered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gap?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gapReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<QueueQuotaGapReasonArgs, 'language'>>;
  given?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ServiceQueueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceQueue'] = ResolversParentTypes['ServiceQueue']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ServiceQueueNameArgs, 'language'>>;
  kind?: Resolver<ResolversTypes['QueueKind'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  hall?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ServiceQueueHallArgs, 'language'>>;
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ServiceQueueAddressArgs, 'language'>>;
  matters?: Resolver<ReadonlyArray<ResolversTypes['Matter']>, ParentType, ContextType>;
  serviceMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  release?: Resolver<ResolversTypes['QueueRelease'], ParentType, ContextType>;
  noShow?: Resolver<ResolversTypes['NoShowRule'], ParentType, ContextType>;
  walkInPercent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueueReleaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QueueRelease'] = ResolversParentTypes['QueueRelease']> = {
  daysAhead?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waves?: Resolver<ReadonlyArray<ResolversTypes['ReleaseWave']>, ParentType, ContextType>;
};

export type ReleaseWaveResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseWave'] = ResolversParentTypes['ReleaseWave']> = {
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NoShowRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoShowRule'] = ResolversParentTypes['NoShowRule']> = {
  graceMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withinDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  barredDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppointmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Appointment'] = ResolversParentTypes['Appointment'], FederationReferenceType extends FederationReferenceTypes['Appointment'] = FederationReferenceTypes['Appointment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Appointment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  queue?: Resolver<ResolversTypes['ServiceQueue'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['AppointmentOrigin'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AppointmentStatus'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  matters?: Resolver<ReadonlyArray<ResolversTypes['Matter']>, ParentType, ContextType>;
  departments?: Resolver<ReadonlyArray<ResolversTypes['Department']>, ParentType, ContextType>;
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  exempt?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  ahead?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  window?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AppointmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentConnection'] = ResolversParentTypes['AppointmentConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Appointment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IntegrityAlertResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrityAlert'] = ResolversParentTypes['IntegrityAlert']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IntegrityAlertKind'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  queue?: Resolver<Maybe<ResolversTypes['ServiceQueue']>, ParentType, ContextType>;
  capacity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  offered?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  gap?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  gapReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<IntegrityAlertGapReasonArgs, 'language'>>;
  operator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  beneficiary?: Resolver<Maybe<ResolversTypes['Beneficiary']>, ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  passedOver?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
};

export type BeneficiaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Beneficiary'] = ResolversParentTypes['Beneficiary']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  identityNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IntegrityAlertConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrityAlertConnection'] = ResolversParentTypes['IntegrityAlertConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['IntegrityAlert']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueueLogEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QueueLogEntry'] = ResolversParentTypes['QueueLogEntry']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['QueueLogKind'], ParentType, ContextType>;
  ticket?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueueLogConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QueueLogConnection'] = ResolversParentTypes['QueueLogConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['QueueLogEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  brokenAt?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AgentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Agent'] = ResolversParentTypes['Agent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AgentStatus'], ParentType, ContextType>;
  thisWeek?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mostPerWeek?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgentConnection'] = ResolversParentTypes['AgentConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Agent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PowerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Power'] = ResolversParentTypes['Power']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  principal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agent?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
  matters?: Resolver<ReadonlyArray<ResolversTypes['Matter']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revoked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PowerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PowerConnection'] = ResolversParentTypes['PowerConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Power']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppointmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentPayload'] = ResolversParentTypes['AppointmentPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type ServePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServePayload'] = ResolversParentTypes['ServePayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  alert?: Resolver<Maybe<ResolversTypes['IntegrityAlertKind']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type QuotaPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuotaPayload'] = ResolversParentTypes['QuotaPayload']> = {
  quota?: Resolver<Maybe<ResolversTypes['QueueQuota']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type AgentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgentPayload'] = ResolversParentTypes['AgentPayload']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type PowerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PowerPayload'] = ResolversParentTypes['PowerPayload']> = {
  power?: Resolver<Maybe<ResolversTypes['Power']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type AppointmentDataConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentDataConnection'] = ResolversParentTypes['AppointmentDataConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['JSON']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ProblemMessageArgs, 'language'>>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  material?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Matter?: MatterResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  Submission?: SubmissionResolvers<ContextType>;
  Filing?: FilingResolvers<ContextType>;
  Slot?: SlotResolvers<ContextType>;
  Quota?: QuotaResolvers<ContextType>;
  QueueQuota?: QueueQuotaResolvers<ContextType>;
  ServiceQueue?: ServiceQueueResolvers<ContextType>;
  QueueRelease?: QueueReleaseResolvers<ContextType>;
  ReleaseWave?: ReleaseWaveResolvers<ContextType>;
  NoShowRule?: NoShowRuleResolvers<ContextType>;
  Appointment?: AppointmentResolvers<ContextType>;
  AppointmentConnection?: AppointmentConnectionResolvers<ContextType>;
  IntegrityAlert?: IntegrityAlertResolvers<ContextType>;
  Beneficiary?: BeneficiaryResolvers<ContextType>;
  IntegrityAlertConnection?: IntegrityAlertConnectionResolvers<ContextType>;
  QueueLogEntry?: QueueLogEntryResolvers<ContextType>;
  QueueLogConnection?: QueueLogConnectionResolvers<ContextType>;
  Agent?: AgentResolvers<ContextType>;
  AgentConnection?: AgentConnectionResolvers<ContextType>;
  Power?: PowerResolvers<ContextType>;
  PowerConnection?: PowerConnectionResolvers<ContextType>;
  AppointmentPayload?: AppointmentPayloadResolvers<ContextType>;
  ServePayload?: ServePayloadResolvers<ContextType>;
  QuotaPayload?: QuotaPayloadResolvers<ContextType>;
  AgentPayload?: AgentPayloadResolvers<ContextType>;
  PowerPayload?: PowerPayloadResolvers<ContextType>;
  AppointmentDataConnection?: AppointmentDataConnectionResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  Problem?: ProblemResolvers<ContextType>;
};


// Generated from the SDL by "npm run compose": a change here is lost at the next.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DepartmentMatter as DepartmentMatterParent, Requirement as RequirementParent, Cost as CostParent, Deferral as DeferralParent, Commitment as CommitmentParent, SpecialProcedure as SpecialProcedureParent, WaitingPeriod as WaitingPeriodParent, ResultValidity as ResultValidityParent, FormField as FormFieldParent, AcceptanceCondition as AcceptanceConditionParent, MatterPayment as MatterPaymentParent, Remedy as RemedyParent, Receipt as ReceiptParent, Context } from '../../subgraphs/departments/parents.ts';
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
  /** An object: party → data element → value. */
  FormByParty: { input: Readonly<Record<string, Readonly<Record<string, unknown>>>>; output: Readonly<Record<string, Readonly<Record<string, unknown>>>>; }
  /** An object: role → ids of parties. */
  PartiesByRole: { input: Readonly<Record<string, ReadonlyArray<string>>>; output: Readonly<Record<string, ReadonlyArray<string>>>; }
  /** An object: question → answer, as a situation's answers are. */
  AnswersByQuestion: { input: Readonly<Record<string, unknown>>; output: Readonly<Record<string, unknown>>; }
  /** Calendar date, ISO 8601 (日期). */
  Date: { input: string; output: string; }
  /** Instant, ISO 8601 (时间). */
  DateTime: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** Whose document (当事人角色): CHILD MOTHER FATHER PARENTS GUARDIAN APPLICANT AGENT DECEASED HEIR LEGAL_REPRESENTATIVE ENTERPRISE PREMISES … Extensible by catalogue data. */
  PartyRole: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

export type Matter = {
  readonly code: Scalars['ID']['output'];
  readonly type: Maybe<MatterType>;
  /** Who exercises the power (行使主体). */
  readonly authority: Maybe<Scalars['String']['output']>;
  /** Limit by law (法定办结时限). */
  readonly statutoryLimit: Maybe<TimeLimit>;
  /** Limit the authority promises (承诺办结时限). */
  readonly promisedLimit: Maybe<TimeLimit>;
  /** Notices, hearings, appraisals, surveys (特别程序). */
  readonly specialProcedures: Maybe<ReadonlyArray<SpecialProcedure>>;
  /** What must be over before it begins, and is nobody's work (等待期). */
  readonly waits: Maybe<ReadonlyArray<WaitingPeriod>>;
  /** Visits in person needed (到办事现场次数). */
  readonly visits: Maybe<Scalars['Int']['output']>;
  /** Depth of online handling, 1 to 4 (网上办理深度). */
  readonly onlineDepth: Maybe<Scalars['Int']['output']>;
  readonly channels: Maybe<ReadonlyArray<Channel>>;
  /** Conditions of acceptance in words (受理条件). */
  readonly conditions: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Conditions of acceptance that are decided before anything is submitted (可判定的受理条件). */
  readonly acceptance: Maybe<ReadonlyArray<AcceptanceCondition>>;
  /** What it pays (待遇标准); of a group of benefits of which only the highest is granted, what decides. */
  readonly benefits: Maybe<ReadonlyArray<BenefitAmount>>;
  /** Legal bases (设定依据). */
  readonly legalBases: Maybe<ReadonlyArray<LegalBasis>>;
  /** How a decision on it can be challenged (救济渠道): to whom, within what time, by which law. */
  readonly remedies: Maybe<ReadonlyArray<Remedy>>;
  /** By what somebody may act for another, and with which documents (代办方式). */
  readonly proxies: Maybe<ReadonlyArray<Proxy>>;
  /** Fees (收费). */
  readonly costs: Maybe<ReadonlyArray<Cost>>;
  /** The payment that it demands (缴费要求); null: none. */
  readonly payment: Maybe<MatterPayment>;
  /** For what it asks for once it is lodged (补正期限); null: fifteen working days, and what comes after them its department decides. */
  readonly correctionPeriod: Maybe<CorrectionPeriod>;
  /** What it asks for, row by row (申请材料). */
  readonly requirements: Maybe<ReadonlyArray<Requirement>>;
  /** What it issues (审批结果). */
  readonly results: Maybe<ReadonlyArray<MatterResult>>;
  /** Fields of its form (表单字段). */
  readonly formFields: Maybe<ReadonlyArray<FormField>>;
};


export type MatterAuthorityArgs = {
  language?: InputMaybe<Language>;
};


export type MatterConditionsArgs = {
  language?: InputMaybe<Language>;
};

export type DepartmentMatter = Matter & {
  readonly code: Scalars['ID']['output'];
  readonly type: Maybe<MatterType>;
  /** Who exercises the power (行使主体). */
  readonly authority: Maybe<Scalars['String']['output']>;
  /** Limit by law (法定办结时限). */
  readonly statutoryLimit: Maybe<TimeLimit>;
  /** Limit the authority promises (承诺办结时限). */
  readonly promisedLimit: Maybe<TimeLimit>;
  /** Notices, hearings, appraisals, surveys (特别程序). */
  readonly specialProcedures: Maybe<ReadonlyArray<SpecialProcedure>>;
  /** What must be over before it begins, and is nobody's work (等待期). */
  readonly waits: Maybe<ReadonlyArray<WaitingPeriod>>;
  /** Visits in person needed (到办事现场次数). */
  readonly visits: Maybe<Scalars['Int']['output']>;
  /** Depth of online handling, 1 to 4 (网上办理深度). */
  readonly onlineDepth: Maybe<Scalars['Int']['output']>;
  readonly channels: Maybe<ReadonlyArray<Channel>>;
  /** Conditions of acceptance in words (受理条件). */
  readonly conditions: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Conditions of acceptance that are decided before anything is submitted (可判定的受理条件). */
  readonly acceptance: Maybe<ReadonlyArray<AcceptanceCondition>>;
  /** What it pays (待遇标准); of a group of benefits of which only the highest is granted, what decides. */
  readonly benefits: Maybe<ReadonlyArray<BenefitAmount>>;
  /** Legal bases (设定依据). */
  readonly legalBases: Maybe<ReadonlyArray<LegalBasis>>;
  /** How a decision on it can be challenged (救济渠道): to whom, within what time, by which law. */
  readonly remedies: Maybe<ReadonlyArray<Remedy>>;
  /** By what somebody may act for another, and with which documents (代办方式). */
  readonly proxies: Maybe<ReadonlyArray<Proxy>>;
  /** Fees (收费). */
  readonly costs: Maybe<ReadonlyArray<Cost>>;
  /** The payment that it demands (缴费要求); null: none. */
  readonly payment: Maybe<MatterPayment>;
  /** For what it asks for once it is lodged (补正期限); null: fifteen working days, and what comes after them its department decides. */
  readonly correctionPeriod: Maybe<CorrectionPeriod>;
  /** What it asks for, row by row (申请材料). */
  readonly requirements: Maybe<ReadonlyArray<Requirement>>;
  /** What it issues (审批结果). */
  readonly results: Maybe<ReadonlyArray<MatterResult>>;
  /** Fields of its form (表单字段). */
  readonly formFields: Maybe<ReadonlyArray<FormField>>;
};


export type DepartmentMatterAuthorityArgs = {
  language?: InputMaybe<Language>;
};


export type DepartmentMatterConditionsArgs = {
  language?: InputMaybe<Language>;
};

/** Kind of matter (事项类型). */
export type MatterType =
  /** 行政许可 */
  | 'LICENCE'
  /** 行政确认 */
  | 'CONFIRMATION'
  /** 行政给付 */
  | 'BENEFIT'
  /** 行政奖励 */
  | 'REWARD'
  /** 行政裁决 */
  | 'ADJUDICATION'
  /** 其他行政权力 */
  | 'OTHER_POWER'
  /** 公共服务 */
  | 'PUBLIC_SERVICE';

/** A way to challenge a decision (救济渠道). */
export type Remedy = {
  readonly kind: RemedyKind;
  /** To whom (受理机关). */
  readonly to: Scalars['String']['output'];
  /** ISO 8601 (P60D, P6M), from the day on which one knows of the decision (提出期限); null: no limit. */
  readonly within: Maybe<Scalars['String']['output']>;
  readonly legalBasis: LegalBasis;
};


/** A way to challenge a decision (救济渠道). */
export type RemedyToArgs = {
  language?: InputMaybe<Language>;
};

/** Kind of remedy: 行政复议, 行政诉讼, 民事诉讼, 投诉. */
export type RemedyKind =
  | 'RECONSIDERATION'
  | 'LITIGATION'
  | 'CIVIL_ACTION'
  | 'COMPLAINT';

/** By what somebody may act for another (代办方式): one option of one row. */
export type Proxy = {
  readonly kind: ProxyKind;
  /** Code of the row that asks for it (材料行). */
  readonly requirement: Scalars['ID']['output'];
  /** Only where this holds; null: always. */
  readonly condition: Maybe<Scalars['JSON']['output']>;
  /** All that it takes (授权材料). */
  readonly uses: ReadonlyArray<EvidenceUse>;
};

/** What somebody acts for another by: 书面委托, 法定监护, 单位经办（职务代理）, 机构代办. */
export type ProxyKind =
  | 'WRITTEN_POWER'
  | 'STATUTORY_GUARDIAN'
  | 'EMPLOYEE'
  | 'INSTITUTION';

/** A fee (收费项目), in fen (分). */
export type Cost = {
  readonly item: Scalars['String']['output'];
  readonly amountFen: Scalars['Int']['output'];
  readonly basis: Scalars['String']['output'];
};


/** A fee (收费项目), in fen (分). */
export type CostItemArgs = {
  language?: InputMaybe<Language>;
};

export type Query = {
  /** A filing on this department's desk, for the journeys' worker. */
  readonly departmentFiling: Maybe<Receipt>;
  /**
   * Everything the desk holds of a filing, for the person whom it is about (个人信息查阅). A system of the department's own may leave it out: then they are told
   * to ask the department itself.
   */
  readonly departmentHeld: Maybe<Scalars['JSON']['output']>;
  /**
   * Provide one document from this department's register, in place of the citizen (数据共享、电子证照调用); it changes nothing. A system of the department's own
   * may leave it out: then what it holds is asked of the citizen.
   */
  readonly departmentProvide: Maybe<ProvidedEvidence>;
  /**
   * What the department demands for a filing of which it has said AWAITING_PAYMENT (缴费通知). A system of the department's own that never says so may leave
   * it out.
   */
  readonly departmentDemand: Maybe<PaymentDemand>;
  /**
   * For what the department refused a filing, by code of the catalogue (不予办理理由); null: for another reason. A system of the department's own may leave it
   * out: then a refusal that another department's excludes is not seen.
   */
  readonly departmentRefusalReason: Maybe<Scalars['ID']['output']>;
};


export type QueryDepartmentFilingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDepartmentHeldArgs = {
  filing: Scalars['ID']['input'];
};


export type QueryDepartmentProvideArgs = {
  request: EvidenceRequestInput;
};


export type QueryDepartmentDemandArgs = {
  filing: Scalars['ID']['input'];
};


export type QueryDepartmentRefusalReasonArgs = {
  filing: Scalars['ID']['input'];
};

export type Mutation = {
  /** Take one filing in. The filing id makes it idempotent: the same id again answers with the same receipt in its current state. */
  readonly departmentAccept: Receipt;
  /** Decide a filing; staff of the department only. */
  readonly departmentDecide: Receipt;
  /** Answer a correction request: the same filing with what was asked for. The supplement id makes it idempotent. */
  readonly departmentSupplement: Receipt;
  /**
   * What was demanded for a filing has been paid (缴费结果); idempotent. It answers how the filing stands with that. A system of the department's own that never
   * says AWAITING_PAYMENT may leave it out.
   */
  readonly departmentPaid: Receipt;
  /** Take a filing back; idempotent. */
  readonly departmentWithdraw: Receipt;
  /**
   * Take out of a settled filing what it tells of persons, for good (个人信息删除); idempotent. A system of the department's own may leave it out: then the
   * person is told that this department has not erased anything and is to be asked itself.
   */
  readonly departmentErase: Maybe<ErasedFiling>;
};


export type MutationDepartmentAcceptArgs = {
  filing: FilingInput;
};


export type MutationDepartmentDecideArgs = {
  decision: DecisionInput;
};


export type MutationDepartmentSupplementArgs = {
  filing: Scalars['ID']['input'];
  supplement: Scalars['ID']['input'];
  form: Scalars['FormByParty']['input'];
  evidence: Scalars['JSON']['input'];
};


export type MutationDepartmentPaidArgs = {
  payment: PaidInput;
};


export type MutationDepartmentWithdrawArgs = {
  filing: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationDepartmentEraseArgs = {
  filing: Scalars['ID']['input'];
};

/** A document that somebody must have, to be found by who they are (调取请求). */
export type EvidenceRequestInput = {
  /** Tells one request from another in both parties' logs. Maximum (上限): 200 characters (字符). */
  readonly id: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly source: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly documentType: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly spec?: InputMaybe<Scalars['String']['input']>;
  /** All whose document it is, together. Maximum (上限): 20 items (项). */
  readonly parties: ReadonlyArray<EvidencePartyInput>;
  /** Who applies and agreed to it: what belongs to somebody without a number, a newborn say, is found by them. */
  readonly applicant: EvidencePartyInput;
  /** The matter, or the policy, that needs it (调用事由). Maximum (上限): 200 characters (字符). */
  readonly matter: Scalars['ID']['input'];
};

/** Who somebody is, as far as the one form tells. */
export type EvidencePartyInput = {
  /** Maximum (上限): 1000 characters (字符). */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly identityNumber?: InputMaybe<Scalars['String']['input']>;
  /** Maximum (上限): 10 characters (字符). */
  readonly bornOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What a register answers (调取结果). */
export type ProvidedEvidence = {
  readonly outcome: EvidenceOutcome;
  /** In words a citizen understands, where it was not found. */
  readonly messages: Maybe<LocalizedText>;
  /** Of the document; only where it was found. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** What it says: name of the entry → value. */
  readonly data: Maybe<Scalars['JSON']['output']>;
  /** Trust grade of the record (证明材料可信等级). */
  readonly trust: Maybe<TrustGrade>;
  readonly issuedOn: Maybe<Scalars['Date']['output']>;
  readonly expiresOn: Maybe<Scalars['Date']['output']>;
};

/** 已找到, 未找到, 有多人或信息不一致, 不予提供, 稍后再试. */
export type EvidenceOutcome =
  | 'FOUND'
  | 'NOT_FOUND'
  | 'NOT_MATCHED'
  | 'REFUSED'
  | 'LATER';

/** One matter's share of a submission, with only the fields that the matter declares (办件). */
export type FilingInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly id: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly party?: InputMaybe<Scalars['ID']['input']>;
  /** Whom the roles mean here. */
  readonly parties: Scalars['PartiesByRole']['input'];
  /** This department's own form, derived from the one form. */
  readonly form: Scalars['FormByParty']['input'];
  /** Per requirement row: how it is met (upload, licence, counter, later, committed, shared, produced). Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly evidence: Scalars['JSON']['input'];
  /** Answers to the questions that this matter's conditions name. */
  readonly answers: Scalars['AnswersByQuestion']['input'];
  /** Results that earlier matters of the event issued and this one needs. Maximum (上限): 100 items (项). */
  readonly produced: ReadonlyArray<ProducedResultInput>;
  /** What nobody has verified of what it rests on: where there is any, a person decides, no rule. Maximum (上限): 100 items (项). */
  readonly unverified?: InputMaybe<ReadonlyArray<UnverifiedFactInput>>;
};

/** One fact that nobody has verified, with words for staff; `fact` is APPLICANT, MANDATE, RELATION, HELD, LICENCE, SECOND or CONSENT. */
export type UnverifiedFactInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly fact: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly party?: InputMaybe<Scalars['ID']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly zh: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly en: Scalars['String']['input'];
};

/** What an earlier matter of the same event issued. */
export type ProducedResultInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly documentType: Scalars['ID']['input'];
  /** Maximum (上限): 64 characters (字符). */
  readonly subject: Scalars['PartyRole']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly party?: InputMaybe<Scalars['ID']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly spec?: InputMaybe<Scalars['String']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly number: Scalars['String']['input'];
};

/** What is to be paid for a filing (缴费通知), in fen (分). */
export type PaymentDemand = {
  readonly amountFen: Scalars['Int']['output'];
  readonly items: LocalizedText;
  readonly payer: Scalars['PartyRole']['output'];
  readonly channel: PaymentChannel;
  readonly dueInWorkingDays: Scalars['Int']['output'];
};

/** What was paid for a filing (缴费结果); `id` is the demand's. */
export type PaidInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly id: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly filing: Scalars['ID']['input'];
  readonly amountFen: Scalars['Int']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly receiptNumber: Scalars['String']['input'];
  /** Maximum (上限): 40 characters (字符). */
  readonly paidAt: Scalars['DateTime']['input'];
};

/** What was erased of a filing (删除证明): how many rows, and a digest (SHA-256) of what lay there sealed. */
export type ErasedFiling = {
  readonly at: Scalars['DateTime']['output'];
  readonly rows: Scalars['Int']['output'];
  readonly digest: Scalars['String']['output'];
};

/** A decision of the department's staff. */
export type DecisionInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly id: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly filing: Scalars['ID']['input'];
  /** ACCEPT, REQUEST_CORRECTION, APPROVE or REFUSE. Maximum (上限): 1000 characters (字符). */
  readonly decision: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Maximum (上限): 100 items (项). */
  readonly corrections?: InputMaybe<ReadonlyArray<DeskCorrectionInput>>;
  /** Maximum (上限): 100 items (项). */
  readonly results?: InputMaybe<ReadonlyArray<DeskResultInput>>;
  /** Of ACCEPT, where the matter demands a payment and does not say how much: in fen (分). */
  readonly amountFen?: InputMaybe<Scalars['Int']['input']>;
  /** Of REFUSE: the code of the reason, where it is one of the catalogue. Maximum (上限): 200 characters (字符). */
  readonly refusalReason?: InputMaybe<Scalars['ID']['input']>;
};

/** One thing to correct, in the words of staff; `field` is `party.element` of the one form. */
export type DeskCorrectionInput = {
  /** Maximum (上限): 1000 characters (字符). */
  readonly field?: InputMaybe<Scalars['String']['input']>;
  /** Maximum (上限): 200 characters (字符). */
  readonly material?: InputMaybe<Scalars['ID']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly message: Scalars['String']['input'];
};

/** One result that staff issue. */
export type DeskResultInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly documentType: Scalars['ID']['input'];
  /** Maximum (上限): 64 characters (字符). */
  readonly subject: Scalars['PartyRole']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly party?: InputMaybe<Scalars['ID']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly spec?: InputMaybe<Scalars['String']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly number: Scalars['String']['input'];
  /** Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly data?: InputMaybe<Scalars['JSON']['input']>;
};

/** Where a filing stands at the department (回执). */
export type Receipt = {
  readonly filing: Scalars['ID']['output'];
  readonly state: ReceiptState;
  readonly messages: Maybe<LocalizedText>;
  /** Everything that must be corrected. */
  readonly corrections: Maybe<ReadonlyArray<ReceiptCorrection>>;
  /** What was issued. */
  readonly results: Maybe<ReadonlyArray<ReceiptResult>>;
};

/** Where a filing stands at a department. */
export type ReceiptState =
  | 'SUBMITTED'
  | 'ACCEPTED'
  | 'AWAITING_PAYMENT'
  | 'NEEDS_CORRECTION'
  | 'APPROVED'
  | 'REFUSED'
  | 'WITHDRAWN';

/** One thing to correct; `field` is `party.element` of the one form. */
export type ReceiptCorrection = {
  readonly field: Maybe<Scalars['String']['output']>;
  readonly material: Maybe<Scalars['ID']['output']>;
  readonly message: LocalizedText;
};

/** One result issued. */
export type ReceiptResult = {
  readonly documentType: Scalars['ID']['output'];
  readonly subject: Scalars['PartyRole']['output'];
  readonly party: Maybe<Scalars['ID']['output']>;
  readonly spec: Maybe<Scalars['String']['output']>;
  readonly number: Scalars['String']['output'];
  readonly data: Maybe<Scalars['JSON']['output']>;
  readonly issuedAt: Scalars['DateTime']['output'];
};

/** Language of a text (语言). */
export type Language =
  | 'ZH'
  | 'EN';

/** A text in both languages. */
export type LocalizedText = {
  readonly zh: Scalars['String']['output'];
  readonly en: Scalars['String']['output'];
};

/** A time limit (时限). */
export type TimeLimit = {
  readonly amount: Scalars['Int']['output'];
  readonly unit: TimeUnit;
};

/** Where it can be done (办理形式): 窗口, 网上, 自助终端, 邮寄. */
export type Channel =
  | 'COUNTER'
  | 'ONLINE'
  | 'SELF_SERVICE'
  | 'POST';

/** A notice, hearing, appraisal or survey while a matter is handled (特别程序). */
export type SpecialProcedure = {
  readonly code: Scalars['ID']['output'];
  readonly title: Scalars['String']['output'];
  readonly titles: LocalizedText;
  readonly limit: TimeLimit;
  /** True: the matter's own limit stands still meanwhile; false: the days run beside it. */
  readonly stopsClock: Scalars['Boolean']['output'];
};


/** A notice, hearing, appraisal or survey while a matter is handled (特别程序). */
export type SpecialProcedureTitleArgs = {
  language?: InputMaybe<Language>;
};

/** Time that must pass before a matter begins, and that is nobody's work (等待期): a notice is posted for sixty days. */
export type WaitingPeriod = {
  readonly code: Scalars['ID']['output'];
  readonly title: Scalars['String']['output'];
  readonly titles: LocalizedText;
  readonly limit: TimeLimit;
  readonly since: WaitStart;
  /** Only where this holds; null: always. */
  readonly condition: Maybe<Scalars['JSON']['output']>;
  readonly legalBasis: LegalBasis;
};


/** Time that must pass before a matter begins, and that is nobody's work (等待期): a notice is posted for sixty days. */
export type WaitingPeriodTitleArgs = {
  language?: InputMaybe<Language>;
};

/** A law, regulation or document (设定依据). */
export type LegalBasis = {
  readonly title: Scalars['String']['output'];
  readonly article: Maybe<Scalars['String']['output']>;
  readonly documentNumber: Maybe<Scalars['String']['output']>;
};

/** A condition of acceptance that the plan decides (受理条件), and what follows where it does not hold. */
export type AcceptanceCondition = {
  /** Unique within the matter. */
  readonly code: Scalars['ID']['output'];
  /** Over the answers, as every condition: while it is unknown the matter is planned as if it held. */
  readonly condition: Scalars['JSON']['output'];
  /** About whom (当事人); null: about no party. */
  readonly subject: Maybe<Scalars['PartyRole']['output']>;
  /** Why who does not meet it is not entitled (不予受理的原因). */
  readonly reason: Scalars['String']['output'];
  readonly reasons: LocalizedText;
  readonly legalBasis: LegalBasis;
  /** What else is possible (其他途径); null: nothing. */
  readonly alternative: Maybe<Scalars['String']['output']>;
  readonly alternatives: Maybe<LocalizedText>;
  /** Code of the matter that is possible instead, if it is one. */
  readonly alternativeMatter: Maybe<Scalars['ID']['output']>;
};


/** A condition of acceptance that the plan decides (受理条件), and what follows where it does not hold. */
export type AcceptanceConditionReasonArgs = {
  language?: InputMaybe<Language>;
};


/** A condition of acceptance that the plan decides (受理条件), and what follows where it does not hold. */
export type AcceptanceConditionAlternativeArgs = {
  language?: InputMaybe<Language>;
};

/** What a benefit pays (待遇标准), in fen (分); of several amounts the first whose condition holds. */
export type BenefitAmount = {
  readonly condition: Maybe<Scalars['JSON']['output']>;
  readonly amountFen: Scalars['Int']['output'];
  readonly per: BenefitPeriod;
};

/** A payment that a matter demands (缴费要求): until it is made nothing is issued. */
export type MatterPayment = {
  /** What is paid (缴费项目). */
  readonly item: Scalars['String']['output'];
  readonly items: LocalizedText;
  /** In fen (分); null: the department says how much once it has looked. */
  readonly amountFen: Maybe<Scalars['Int']['output']>;
  /** The amount is for each party in this role; null: for the whole filing. */
  readonly each: Maybe<Scalars['PartyRole']['output']>;
  readonly payer: Scalars['PartyRole']['output'];
  readonly channel: PaymentChannel;
  /** Working days from the demand on (缴费期限). */
  readonly dueInWorkingDays: Scalars['Int']['output'];
  readonly demanded: PaymentTime;
  readonly basis: LegalBasis;
};


/** A payment that a matter demands (缴费要求): until it is made nothing is issued. */
export type MatterPaymentItemArgs = {
  language?: InputMaybe<Language>;
};

/** How long an applicant has for what is asked for (补正期限), and whether an application that is not completed by then counts as taken back (逾期视为撤回). */
export type CorrectionPeriod = {
  readonly limit: TimeLimit;
  readonly deemedWithdrawn: Scalars['Boolean']['output'];
  readonly legalBasis: LegalBasis;
};

/** How it is paid (缴费方式): 网上缴费, 银行转账, 窗口缴费. */
export type PaymentChannel =
  | 'ONLINE'
  | 'BANK_TRANSFER'
  | 'COUNTER';

/** What a matter issues (审批结果). */
export type MatterResult = {
  readonly documentType: DocumentType;
  readonly subject: Scalars['PartyRole']['output'];
  readonly spec: Maybe<Scalars['String']['output']>;
  /** How long it holds; null: its department does not say. */
  readonly validity: Maybe<ResultValidity>;
};

/** One row of one matter, as the department states it (申请材料). */
export type Requirement = {
  readonly code: Scalars['ID']['output'];
  /** The row's own wording (材料名称). */
  readonly name: Scalars['String']['output'];
  readonly names: LocalizedText;
  /** 必要, 非必要 (then with a condition), 容缺后补 (then with a deferral). */
  readonly necessity: Necessity;
  /** When it is needed (办理情形); null: always. */
  readonly condition: Maybe<Scalars['JSON']['output']>;
  /** 来源渠道 as the department states it; the plan may know better. */
  readonly declaredSource: Maybe<DeclaredSource>;
  /** It may follow later (容缺后补). */
  readonly deferral: Maybe<Deferral>;
  /** A signed commitment (告知承诺) is accepted instead. */
  readonly commitment: Maybe<Commitment>;
  /** Any one option is enough (OR). */
  readonly options: ReadonlyArray<EvidenceOption>;
  readonly legalBasis: Maybe<LegalBasis>;
  /** Met on site alone (须到现场): a photograph taken there, a signature before somebody; null: its department does not say. */
  readonly onSite: Maybe<Scalars['Boolean']['output']>;
  /** By which sources it may be met here, or that it is waived (免提交). Null: by any of its document types'; empty: by none. */
  readonly exemptions: Maybe<ReadonlyArray<Exemption>>;
  /** How sure the row is; null: its department does not say (来源可靠程度). */
  readonly provenance: Maybe<Provenance>;
};


/** One row of one matter, as the department states it (申请材料). */
export type RequirementNameArgs = {
  language?: InputMaybe<Language>;
};

/** A document type of a party, and how it is used (材料使用). */
export type EvidenceUse = {
  readonly documentType: DocumentType;
  /** Whose document it is. */
  readonly subject: Scalars['PartyRole']['output'];
  /** A variant that is not interchangeable (规格). */
  readonly spec: Maybe<Scalars['String']['output']>;
  readonly use: UseKind;
  /** Copies kept (份数). */
  readonly copies: Scalars['Int']['output'];
  readonly minimumTrust: TrustGrade;
  readonly maximumAgeDays: Maybe<Scalars['Int']['output']>;
  /** What it asks of a photograph beside what its document type says (照片要求); null: nothing. */
  readonly photo: Maybe<PhotoFacts>;
};

/** Trust grade of licence data (国办函〔2016〕108号): A issued by the authority … D made by the user. */
export type TrustGrade =
  | 'A'
  | 'B'
  | 'C'
  | 'D';

/** A field of the matter's form (表单字段). */
export type FormField = {
  /** Data element code (数据元), the same in every department. */
  readonly code: Scalars['ID']['output'];
  /** About whom. */
  readonly subject: Scalars['PartyRole']['output'];
  readonly title: Scalars['String']['output'];
  readonly titles: LocalizedText;
  readonly required: Scalars['Boolean']['output'];
  /** Sensitive personal information (敏感个人信息, PIPL art. 28). */
  readonly sensitive: Scalars['Boolean']['output'];
  /** Asked only where this holds; null: always. */
  readonly condition: Maybe<Scalars['JSON']['output']>;
  /** JSON Schema 2020-12 of the value. */
  readonly schema: Scalars['JSON']['output'];
};


/** A field of the matter's form (表单字段). */
export type FormFieldTitleArgs = {
  language?: InputMaybe<Language>;
};

export type DocumentType = {
  readonly code: Scalars['ID']['output'];
};

/** Unit of a time limit: 工作日, 自然日, 小时, 分钟. */
export type TimeUnit =
  | 'WORKING_DAY'
  | 'NATURAL_DAY'
  | 'HOUR'
  | 'MINUTE';

/** From when a wait counts (起算): 自联办开始之日, 自前序事项办结. */
export type WaitStart =
  | 'BEGINNING'
  | 'PREVIOUS';

/** How often it pays (发放周期): 一次性, 按月, 按年. */
export type BenefitPeriod =
  | 'ONCE'
  | 'MONTH'
  | 'YEAR';

/** When it is demanded (缴费环节): 收件时, 受理后. */
export type PaymentTime =
  | 'ON_RECEIPT'
  | 'AFTER_ACCEPTANCE';

/** How long a result holds (有效期): so long from its day on, or until something happens. */
export type ResultValidity = {
  /** ISO 8601: P1Y, P6M, P90D; null: it ends with an event. */
  readonly duration: Maybe<Scalars['String']['output']>;
  readonly until: Maybe<Scalars['String']['output']>;
  readonly untils: Maybe<LocalizedText>;
};


/** How long a result holds (有效期): so long from its day on, or until something happens. */
export type ResultValidityUntilArgs = {
  language?: InputMaybe<Language>;
};

/** That a row need not be brought, and on what basis (免提交). */
export type Exemption = {
  /** Those that meet it instead (数据共享); null: nothing is asked for. */
  readonly sources: Maybe<ReadonlyArray<Source>>;
  readonly legalBasis: LegalBasis;
};

/** How sure a row is: from a source, made to fit what a source says in sum, background knowledge (有据, 推定, 常识). */
export type Provenance =
  | 'SOURCED'
  | 'RECONSTRUCTED'
  | 'BACKGROUND';

/** Necessity (材料必要性). */
export type Necessity =
  | 'REQUIRED'
  | 'CONDITIONAL'
  | 'DEFERRABLE';

/** Declared source (来源渠道): 申请人自备, 政府部门核发, 其他. */
export type DeclaredSource =
  | 'APPLICANT'
  | 'GOVERNMENT'
  | 'OTHER';

/** May follow later (容缺后补). What follows on missing the date: in words. */
export type Deferral = {
  readonly workingDays: Scalars['Int']['output'];
  readonly consequence: Scalars['String']['output'];
  readonly consequences: LocalizedText;
};


/** May follow later (容缺后补). What follows on missing the date: in words. */
export type DeferralConsequenceArgs = {
  language?: InputMaybe<Language>;
};

/** A signed commitment (告知承诺). */
export type Commitment = {
  readonly text: Scalars['String']['output'];
  readonly texts: LocalizedText;
  readonly consequence: Scalars['String']['output'];
  readonly consequences: LocalizedText;
};


/** A signed commitment (告知承诺). */
export type CommitmentTextArgs = {
  language?: InputMaybe<Language>;
};


/** A signed commitment (告知承诺). */
export type CommitmentConsequenceArgs = {
  language?: InputMaybe<Language>;
};

/** One way to meet a requirement (CCCEV: EvidenceTypeList). Everything in it must be supplied (AND). */
export type EvidenceOption = {
  /** Open only where this holds; null: always. */
  readonly condition: Maybe<Scalars['JSON']['output']>;
  readonly uses: ReadonlyArray<EvidenceUse>;
};

/** What a photograph has to be (照片要求); a fact that is null may be anything. */
export type PhotoFacts = {
  /** In pixels (宽，像素). */
  readonly width: Maybe<WholeRange>;
  /** In pixels (高，像素). */
  readonly height: Maybe<WholeRange>;
  readonly background: Maybe<PhotoBackground>;
  /** Size of the file in KiB, 1024 bytes (文件大小). */
  readonly kib: Maybe<WholeRange>;
  /** Of the print, in millimetres (冲印宽，毫米). */
  readonly printWidthMm: Maybe<WholeRange>;
  /** Of the print, in millimetres (冲印高，毫米). */
  readonly printHeightMm: Maybe<WholeRange>;
};

/** How it is used (材料类型): 验原件, 收复印件, 验原件并收复印件, 收原件, 电子件. */
export type UseKind =
  | 'INSPECT'
  | 'COPY'
  | 'INSPECT_AND_COPY'
  | 'HAND_IN'
  | 'ELECTRONIC';

export type Source = {
  readonly code: Scalars['ID']['output'];
};

/** Whole numbers from one to another, both included (范围); null: open on that side. */
export type WholeRange = {
  readonly least: Maybe<Scalars['Int']['output']>;
  readonly most: Maybe<Scalars['Int']['output']>;
};

/** The one colour behind the person (背景颜色): 白色, 蓝色, 红色. */
export type PhotoBackground =
  | 'WHITE'
  | 'BLUE'
  | 'RED';



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
  DepartmentMatter: DepartmentMatter;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  DepartmentMatter:
    ( { __typename: 'DepartmentMatter' }
    & GraphQLRecursivePick<FederationTypes['DepartmentMatter'], {"code":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Matter: ( DepartmentMatterParent );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Matter: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Matter']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DepartmentMatter: ResolverTypeWrapper<DepartmentMatterParent>;
  MatterType: MatterType;
  Remedy: ResolverTypeWrapper<RemedyParent>;
  RemedyKind: RemedyKind;
  Proxy: ResolverTypeWrapper<Proxy>;
  ProxyKind: ProxyKind;
  Cost: ResolverTypeWrapper<CostParent>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  EvidenceRequestInput: EvidenceRequestInput;
  EvidencePartyInput: EvidencePartyInput;
  ProvidedEvidence: ResolverTypeWrapper<ProvidedEvidence>;
  EvidenceOutcome: EvidenceOutcome;
  FilingInput: FilingInput;
  UnverifiedFactInput: UnverifiedFactInput;
  FormByParty: ResolverTypeWrapper<Scalars['FormByParty']['output']>;
  PartiesByRole: ResolverTypeWrapper<Scalars['PartiesByRole']['output']>;
  AnswersByQuestion: ResolverTypeWrapper<Scalars['AnswersByQuestion']['output']>;
  ProducedResultInput: ProducedResultInput;
  PaymentDemand: ResolverTypeWrapper<PaymentDemand>;
  PaidInput: PaidInput;
  ErasedFiling: ResolverTypeWrapper<ErasedFiling>;
  DecisionInput: DecisionInput;
  DeskCorrectionInput: DeskCorrectionInput;
  DeskResultInput: DeskResultInput;
  Receipt: ResolverTypeWrapper<ReceiptParent>;
  ReceiptState: ReceiptState;
  ReceiptCorrection: ResolverTypeWrapper<ReceiptCorrection>;
  ReceiptResult: ResolverTypeWrapper<ReceiptResult>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  PartyRole: ResolverTypeWrapper<Scalars['PartyRole']['output']>;
  Language: Language;
  LocalizedText: ResolverTypeWrapper<LocalizedText>;
  TimeLimit: ResolverTypeWrapper<TimeLimit>;
  Channel: Channel;
  SpecialProcedure: ResolverTypeWrapper<SpecialProcedureParent>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  WaitingPeriod: ResolverTypeWrapper<WaitingPeriodParent>;
  LegalBasis: ResolverTypeWrapper<LegalBasis>;
  AcceptanceCondition: ResolverTypeWrapper<AcceptanceConditionParent>;
  BenefitAmount: ResolverTypeWrapper<BenefitAmount>;
  MatterPayment: ResolverTypeWrapper<MatterPaymentParent>;
  CorrectionPeriod: ResolverTypeWrapper<CorrectionPeriod>;
  PaymentChannel: PaymentChannel;
  MatterResult: ResolverTypeWrapper<Omit<MatterResult, 'validity'> & { validity?: Maybe<ResolversTypes['ResultValidity']> }>;
  Requirement: ResolverTypeWrapper<RequirementParent>;
  EvidenceUse: ResolverTypeWrapper<EvidenceUse>;
  TrustGrade: TrustGrade;
  FormField: ResolverTypeWrapper<FormFieldParent>;
  DocumentType: ResolverTypeWrapper<DocumentType>;
  TimeUnit: TimeUnit;
  WaitStart: WaitStart;
  BenefitPeriod: BenefitPeriod;
  PaymentTime: PaymentTime;
  ResultValidity: ResolverTypeWrapper<ResultValidityParent>;
  Exemption: ResolverTypeWrapper<Exemption>;
  Provenance: Provenance;
  Necessity: Necessity;
  DeclaredSource: DeclaredSource;
  Deferral: ResolverTypeWrapper<DeferralParent>;
  Commitment: ResolverTypeWrapper<CommitmentParent>;
  EvidenceOption: ResolverTypeWrapper<EvidenceOption>;
  PhotoFacts: ResolverTypeWrapper<PhotoFacts>;
  UseKind: UseKind;
  Source: ResolverTypeWrapper<Source>;
  WholeRange: ResolverTypeWrapper<WholeRange>;
  PhotoBackground: PhotoBackground;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Matter: ResolversInterfaceTypes<ResolversParentTypes>['Matter'];
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  DepartmentMatter: DepartmentMatterParent;
  Remedy: RemedyParent;
  Proxy: Proxy;
  Cost: CostParent;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  EvidenceRequestInput: EvidenceRequestInput;
  EvidencePartyInput: EvidencePartyInput;
  ProvidedEvidence: ProvidedEvidence;
  FilingInput: FilingInput;
  UnverifiedFactInput: UnverifiedFactInput;
  FormByParty: Scalars['FormByParty']['output'];
  PartiesByRole: Scalars['PartiesByRole']['output'];
  AnswersByQuestion: Scalars['AnswersByQuestion']['output'];
  ProducedResultInput: ProducedResultInput;
  PaymentDemand: PaymentDemand;
  PaidInput: PaidInput;
  ErasedFiling: ErasedFiling;
  DecisionInput: DecisionInput;
  DeskCorrectionInput: DeskCorrectionInput;
  DeskResultInput: DeskResultInput;
  Receipt: ReceiptParent;
  ReceiptCorrection: ReceiptCorrection;
  ReceiptResult: ReceiptResult;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  JSON: Scalars['JSON']['output'];
  PartyRole: Scalars['PartyRole']['output'];
  LocalizedText: LocalizedText;
  TimeLimit: TimeLimit;
  SpecialProcedure: SpecialProcedureParent;
  Boolean: Scalars['Boolean']['output'];
  WaitingPeriod: WaitingPeriodParent;
  LegalBasis: LegalBasis;
  AcceptanceCondition: AcceptanceConditionParent;
  BenefitAmount: BenefitAmount;
  MatterPayment: MatterPaymentParent;
  CorrectionPeriod: CorrectionPeriod;
  MatterResult: Omit<MatterResult, 'validity'> & { validity?: Maybe<ResolversParentTypes['ResultValidity']> };
  Requirement: RequirementParent;
  EvidenceUse: EvidenceUse;
  FormField: FormFieldParent;
  DocumentType: DocumentType;
  ResultValidity: ResultValidityParent;
  Exemption: Exemption;
  Deferral: DeferralParent;
  Commitment: CommitmentParent;
  EvidenceOption: EvidenceOption;
  PhotoFacts: PhotoFacts;
  Source: Source;
  WholeRange: WholeRange;
};

export type MatterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Matter'] = ResolversParentTypes['Matter']> = {
  __resolveType: TypeResolveFn<'DepartmentMatter', ParentType, ContextType>;
};

export type DepartmentMatterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DepartmentMatter'] = ResolversParentTypes['DepartmentMatter'], FederationReferenceType extends FederationReferenceTypes['DepartmentMatter'] = FederationReferenceTypes['DepartmentMatter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DepartmentMatter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['MatterType']>, ParentType, ContextType>;
  authority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<DepartmentMatterAuthorityArgs, 'language'>>;
  statutoryLimit?: Resolver<Maybe<ResolversTypes['TimeLimit']>, ParentType, ContextType>;
  promisedLimit?: Resolver<Maybe<ResolversTypes['TimeLimit']>, ParentType, ContextType>;
  specialProcedures?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SpecialProcedure']>>, ParentType, ContextType>;
  waits?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WaitingPeriod']>>, ParentType, ContextType>;
  visits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  onlineDepth?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  channels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Channel']>>, ParentType, ContextType>;
  conditions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType, RequireFields<DepartmentMatterConditionsArgs, 'language'>>;
  acceptance?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AcceptanceCondition']>>, ParentType, ContextType>;
  benefits?: Resolver<Maybe<ReadonlyArray<ResolversTypes['BenefitAmount']>>, ParentType, ContextType>;
  legalBases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LegalBasis']>>, ParentType, ContextType>;
  remedies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Remedy']>>, ParentType, ContextType>;
  proxies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Proxy']>>, ParentType, ContextType>;
  costs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Cost']>>, ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['MatterPayment']>, ParentType, ContextType>;
  correctionPeriod?: Resolver<Maybe<ResolversTypes['CorrectionPeriod']>, ParentType, ContextType>;
  requirements?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Requirement']>>, ParentType, ContextType>;
  results?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MatterResult']>>, ParentType, ContextType>;
  formFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FormField']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemedyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Remedy'] = ResolversParentTypes['Remedy']> = {
  kind?: Resolver<ResolversTypes['RemedyKind'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RemedyToArgs, 'language'>>;
  within?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
};

export type ProxyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Proxy'] = ResolversParentTypes['Proxy']> = {
  kind?: Resolver<ResolversTypes['ProxyKind'], ParentType, ContextType>;
  requirement?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  uses?: Resolver<ReadonlyArray<ResolversTypes['EvidenceUse']>, ParentType, ContextType>;
};

export type CostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cost'] = ResolversParentTypes['Cost']> = {
  item?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CostItemArgs, 'language'>>;
  amountFen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  departmentFiling?: Resolver<Maybe<ResolversTypes['Receipt']>, ParentType, ContextType, RequireFields<QueryDepartmentFilingArgs, 'id'>>;
  departmentHeld?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType, RequireFields<QueryDepartmentHeldArgs, 'filing'>>;
  departmentProvide?: Resolver<Maybe<ResolversTypes['ProvidedEvidence']>, ParentType, ContextType, RequireFields<QueryDepartmentProvideArgs, 'request'>>;
  departmentDemand?: Resolver<Maybe<ResolversTypes['PaymentDemand']>, ParentType, ContextType, RequireFields<QueryDepartmentDemandArgs, 'filing'>>;
  departmentRefusalReason?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType, RequireFields<QueryDepartmentRefusalReasonArgs, 'filing'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  departmentAccept?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType, RequireFields<MutationDepartmentAcceptArgs, 'filing'>>;
  departmentDecide?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType, RequireFields<MutationDepartmentDecideArgs, 'decision'>>;
  departmentSupplement?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType, RequireFields<MutationDepartmentSupplementArgs, 'filing' | 'supplement' | 'form' | 'evidence'>>;
  departmentPaid?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType, RequireFields<MutationDepartmentPaidArgs, 'payment'>>;
  departmentWithdraw?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType, RequireFields<MutationDepartmentWithdrawArgs, 'filing'>>;
  departmentErase?: Resolver<Maybe<ResolversTypes['ErasedFiling']>, ParentType, ContextType, RequireFields<MutationDepartmentEraseArgs, 'filing'>>;
};

export type ProvidedEvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProvidedEvidence'] = ResolversParentTypes['ProvidedEvidence']> = {
  outcome?: Resolver<ResolversTypes['EvidenceOutcome'], ParentType, ContextType>;
  messages?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  trust?: Resolver<Maybe<ResolversTypes['TrustGrade']>, ParentType, ContextType>;
  issuedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export interface FormByPartyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FormByParty'], any> {
  name: 'FormByParty';
}

export interface PartiesByRoleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PartiesByRole'], any> {
  name: 'PartiesByRole';
}

export interface AnswersByQuestionScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AnswersByQuestion'], any> {
  name: 'AnswersByQuestion';
}

export type PaymentDemandResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentDemand'] = ResolversParentTypes['PaymentDemand']> = {
  amountFen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  items?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  payer?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['PaymentChannel'], ParentType, ContextType>;
  dueInWorkingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ErasedFilingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErasedFiling'] = ResolversParentTypes['ErasedFiling']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Receipt'] = ResolversParentTypes['Receipt']> = {
  filing?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ReceiptState'], ParentType, ContextType>;
  messages?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  corrections?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReceiptCorrection']>>, ParentType, ContextType>;
  results?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReceiptResult']>>, ParentType, ContextType>;
};

export type ReceiptCorrectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiptCorrection'] = ResolversParentTypes['ReceiptCorrection']> = {
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  material?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
};

export type ReceiptResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiptResult'] = ResolversParentTypes['ReceiptResult']> = {
  documentType?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  party?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  spec?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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

export interface PartyRoleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PartyRole'], any> {
  name: 'PartyRole';
}

export type LocalizedTextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocalizedText'] = ResolversParentTypes['LocalizedText']> = {
  zh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  en?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TimeLimitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeLimit'] = ResolversParentTypes['TimeLimit']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['TimeUnit'], ParentType, ContextType>;
};

export type SpecialProcedureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpecialProcedure'] = ResolversParentTypes['SpecialProcedure']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SpecialProcedureTitleArgs, 'language'>>;
  titles?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['TimeLimit'], ParentType, ContextType>;
  stopsClock?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type WaitingPeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WaitingPeriod'] = ResolversParentTypes['WaitingPeriod']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<WaitingPeriodTitleArgs, 'language'>>;
  titles?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['TimeLimit'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['WaitStart'], ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
};

export type LegalBasisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LegalBasis'] = ResolversParentTypes['LegalBasis']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AcceptanceConditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptanceCondition'] = ResolversParentTypes['AcceptanceCondition']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  condition?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['PartyRole']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AcceptanceConditionReasonArgs, 'language'>>;
  reasons?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  alternative?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<AcceptanceConditionAlternativeArgs, 'language'>>;
  alternatives?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  alternativeMatter?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type BenefitAmountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BenefitAmount'] = ResolversParentTypes['BenefitAmount']> = {
  condition?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  amountFen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  per?: Resolver<ResolversTypes['BenefitPeriod'], ParentType, ContextType>;
};

export type MatterPaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterPayment'] = ResolversParentTypes['MatterPayment']> = {
  item?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MatterPaymentItemArgs, 'language'>>;
  items?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  amountFen?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  each?: Resolver<Maybe<ResolversTypes['PartyRole']>, ParentType, ContextType>;
  payer?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['PaymentChannel'], ParentType, ContextType>;
  dueInWorkingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  demanded?: Resolver<ResolversTypes['PaymentTime'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
};

export type CorrectionPeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CorrectionPeriod'] = ResolversParentTypes['CorrectionPeriod']> = {
  limit?: Resolver<ResolversTypes['TimeLimit'], ParentType, ContextType>;
  deemedWithdrawn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
};

export type MatterResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterResult'] = ResolversParentTypes['MatterResult']> = {
  documentType?: Resolver<ResolversTypes['DocumentType'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  spec?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validity?: Resolver<Maybe<ResolversTypes['ResultValidity']>, ParentType, ContextType>;
};

export type RequirementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Requirement'] = ResolversParentTypes['Requirement']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RequirementNameArgs, 'language'>>;
  names?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  necessity?: Resolver<ResolversTypes['Necessity'], ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  declaredSource?: Resolver<Maybe<ResolversTypes['DeclaredSource']>, ParentType, ContextType>;
  deferral?: Resolver<Maybe<ResolversTypes['Deferral']>, ParentType, ContextType>;
  commitment?: Resolver<Maybe<ResolversTypes['Commitment']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['EvidenceOption']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  onSite?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  exemptions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Exemption']>>, ParentType, ContextType>;
  provenance?: Resolver<Maybe<ResolversTypes['Provenance']>, ParentType, ContextType>;
};

export type EvidenceUseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvidenceUse'] = ResolversParentTypes['EvidenceUse']> = {
  documentType?: Resolver<ResolversTypes['DocumentType'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  spec?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  use?: Resolver<ResolversTypes['UseKind'], ParentType, ContextType>;
  copies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minimumTrust?: Resolver<ResolversTypes['TrustGrade'], ParentType, ContextType>;
  maximumAgeDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  photo?: Resolver<Maybe<ResolversTypes['PhotoFacts']>, ParentType, ContextType>;
};

export type FormFieldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormField'] = ResolversParentTypes['FormField']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FormFieldTitleArgs, 'language'>>;
  titles?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sensitive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  schema?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type DocumentTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentType'] = ResolversParentTypes['DocumentType']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ResultValidityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResultValidity'] = ResolversParentTypes['ResultValidity']> = {
  duration?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ResultValidityUntilArgs, 'language'>>;
  untils?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
};

export type ExemptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Exemption'] = ResolversParentTypes['Exemption']> = {
  sources?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Source']>>, ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
};

export type DeferralResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Deferral'] = ResolversParentTypes['Deferral']> = {
  workingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  consequence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<DeferralConsequenceArgs, 'language'>>;
  consequences?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
};

export type CommitmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Commitment'] = ResolversParentTypes['Commitment']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CommitmentTextArgs, 'language'>>;
  texts?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  consequence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CommitmentConsequenceArgs, 'language'>>;
  consequences?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
};

export type EvidenceOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvidenceOption'] = ResolversParentTypes['EvidenceOption']> = {
  condition?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  uses?: Resolver<ReadonlyArray<ResolversTypes['EvidenceUse']>, ParentType, ContextType>;
};

export type PhotoFactsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoFacts'] = ResolversParentTypes['PhotoFacts']> = {
  width?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
  background?: Resolver<Maybe<ResolversTypes['PhotoBackground']>, ParentType, ContextType>;
  kib?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
  printWidthMm?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
  printHeightMm?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
};

export type SourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type WholeRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WholeRange'] = ResolversParentTypes['WholeRange']> = {
  least?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  most?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Matter?: MatterResolvers<ContextType>;
  DepartmentMatter?: DepartmentMatterResolvers<ContextType>;
  Remedy?: RemedyResolvers<ContextType>;
  Proxy?: ProxyResolvers<ContextType>;
  Cost?: CostResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  ProvidedEvidence?: ProvidedEvidenceResolvers<ContextType>;
  FormByParty?: GraphQLScalarType;
  PartiesByRole?: GraphQLScalarType;
  AnswersByQuestion?: GraphQLScalarType;
  PaymentDemand?: PaymentDemandResolvers<ContextType>;
  ErasedFiling?: ErasedFilingResolvers<ContextType>;
  Receipt?: ReceiptResolvers<ContextType>;
  ReceiptCorrection?: ReceiptCorrectionResolvers<ContextType>;
  ReceiptResult?: ReceiptResultResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  PartyRole?: GraphQLScalarType;
  LocalizedText?: LocalizedTextResolvers<ContextType>;
  TimeLimit?: TimeLimitResolvers<ContextType>;
  SpecialProcedure?: SpecialProcedureResolvers<ContextType>;
  WaitingPeriod?: WaitingPeriodResolvers<ContextType>;
  LegalBasis?: LegalBasisResolvers<ContextType>;
  AcceptanceCondition?: AcceptanceConditionResolvers<ContextType>;
  BenefitAmount?: BenefitAmountResolvers<ContextType>;
  MatterPayment?: MatterPaymentResolvers<ContextType>;
  CorrectionPeriod?: CorrectionPeriodResolvers<ContextType>;
  MatterResult?: MatterResultResolvers<ContextType>;
  Requirement?: RequirementResolvers<ContextType>;
  EvidenceUse?: EvidenceUseResolvers<ContextType>;
  FormField?: FormFieldResolvers<ContextType>;
  DocumentType?: DocumentTypeResolvers<ContextType>;
  ResultValidity?: ResultValidityResolvers<ContextType>;
  Exemption?: ExemptionResolvers<ContextType>;
  Deferral?: DeferralResolvers<ContextType>;
  Commitment?: CommitmentResolvers<ContextType>;
  EvidenceOption?: EvidenceOptionResolvers<ContextType>;
  PhotoFacts?: PhotoFactsResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  WholeRange?: WholeRangeResolvers<ContextType>;
};


// Generated from the SDL by "npm run compose": a change here is lost at the next.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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
  /** 12-digit administrative division code (行政区划代码, GB/T 2260 extended), e.g. 330381000000 瑞安市. */
  RegionCode: { input: string; output: string; }
  /** Whose document (当事人角色): CHILD MOTHER FATHER PARENTS GUARDIAN APPLICANT AGENT DECEASED HEIR LEGAL_REPRESENTATIVE ENTERPRISE PREMISES … Extensible by catalogue data. */
  PartyRole: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

export type Query = {
  /**
   * One submission (联办件). Only the applicant, and staff of a department with a filing in it, may see it; staff see their own department's part
   * (部门人员仅可见本部门的事项).
   */
  readonly submission: Maybe<Submission>;
  /** The caller's own, newest first. */
  readonly submissions: SubmissionConnection;
  /** Staff: the queue of their department, oldest due first; `parked`: those alone that their department's system did not take again and again (搁置的办件). */
  readonly filings: FilingConnection;
  /** What the caller had sources show before submitting; null for anyone else's, as for one that has ended or was used. */
  readonly evidenceRequest: Maybe<EvidenceRequest>;
  /**
   * Everything that is held of the caller, a citizen (个人信息查阅、复制): submissions, filings, what happened, requests, files, looks of staff. A page holds
   * fewer than `first` where more would be too large: go on while there is a next one.
   */
  readonly myData: PersonalRecordConnection;
  /** The key by which submissions are proven: what `Submission.proof` shows can be checked by anybody, offline. */
  readonly submissionLedgerKey: LedgerKey;
  /** What an appeal has to know of a submission of an account; null for another's, as for none. */
  readonly uploadsFit: ReadonlyArray<TakenUpload>;
  readonly uploadLink: Maybe<Download>;
  readonly submissionParts: Maybe<SubmissionParts>;
  /** What came of filings of a matter at a department, in the order asked, for whoever supervises them. */
  readonly filingFigures: ReadonlyArray<FilingFigures>;
  /** Submissions of an account of these events, or with these matters, that have not ended or were done within a day: at most 100, the newest first. */
  readonly underWay: ReadonlyArray<UnderWay>;
};


export type QuerySubmissionArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySubmissionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryFilingsArgs = {
  department: Scalars['ID']['input'];
  state?: InputMaybe<FilingState>;
  parked?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryEvidenceRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMyDataArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryUploadsFitArgs = {
  account: Scalars['String']['input'];
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryUploadLinkArgs = {
  upload: Scalars['ID']['input'];
  of: Scalars['String']['input'];
  subject: Scalars['String']['input'];
  department?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySubmissionPartsArgs = {
  id: Scalars['ID']['input'];
  account: Scalars['String']['input'];
};


export type QueryFilingFiguresArgs = {
  of: ReadonlyArray<FilingFiguresInput>;
};


export type QueryUnderWayArgs = {
  account: Scalars['String']['input'];
  lifeEvents: ReadonlyArray<Scalars['ID']['input']>;
  matters: ReadonlyArray<Scalars['ID']['input']>;
};

export type Mutation = {
  /**
   * Look at what sources have before anything is submitted (预览共享材料): every document that the plan shares, of every source that is consented to. For an applicant
   * whose token vouches for who they are. What is refused, is not found or is disputed is planned again with its source among `refusedSources`.
   */
  readonly requestEvidence: EvidenceRequestPayload;
  /** Say of what was found that it is to go to the departments that need it, or that it is disputed (确认或异议). */
  readonly acceptEvidence: EvidenceRequestPayload;
  /** The one submission (一次提交). Replays of an idempotency key answer with the same submission in its current state. */
  readonly submitLifeEvent: SubmitLifeEventPayload;
  /** Everything that a correction notice (一次性告知) asked for, in one go. */
  readonly supplementSubmission: SubmissionPayload;
  /** Take a submission back (撤回). */
  readonly withdrawSubmission: SubmissionPayload;
  /**
   * Take consent to one source back (撤回同意), which changes nothing that was done: filings that are not handed over yet say no more that their documents may
   * be obtained there, and staff ask the applicant for what is missing. A department that has its filing already is to be asked itself.
   */
  readonly withdrawConsent: SubmissionPayload;
  /**
   * Have what an ended submission tells of persons erased (删除个人信息), here and at its departments. One under way is taken back first. Asked again it
   * answers what was erased.
   */
  readonly requestErasure: ErasurePayload;
  /** A place to put one file: the answer holds a URL for it (上传). */
  readonly createUpload: CreateUploadPayload;
  readonly uploadsTake: ReadonlyArray<TakenUpload>;
  readonly uploadsLetGo: Scalars['Int']['output'];
  /** Staff of the department: accept, ask for correction, decide (受理, 补正, 办结). */
  readonly decideFiling: FilingPayload;
  /** Staff of the department: have its system asked now for a filing that it did not take, or whose answer did not hold, once what was wrong is mended (重新递交). */
  readonly retryFiling: FilingPayload;
};


export type MutationRequestEvidenceArgs = {
  input: RequestEvidenceInput;
};


export type MutationAcceptEvidenceArgs = {
  input: AcceptEvidenceInput;
};


export type MutationSubmitLifeEventArgs = {
  input: SubmitLifeEventInput;
};


export type MutationSupplementSubmissionArgs = {
  input: SupplementSubmissionInput;
};


export type MutationWithdrawSubmissionArgs = {
  input: WithdrawSubmissionInput;
};


export type MutationWithdrawConsentArgs = {
  input: WithdrawConsentInput;
};


export type MutationRequestErasureArgs = {
  input: RequestErasureInput;
};


export type MutationCreateUploadArgs = {
  input: CreateUploadInput;
};


export type MutationUploadsTakeArgs = {
  account: Scalars['String']['input'];
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type MutationUploadsLetGoArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type MutationDecideFilingArgs = {
  input: DecideFilingInput;
};


export type MutationRetryFilingArgs = {
  input: RetryFilingInput;
};

export type LifeEvent = {
  readonly code: Scalars['ID']['output'];
  readonly region: Scalars['RegionCode']['output'];
  readonly matterCodes: ReadonlyArray<Scalars['ID']['output']>;
  readonly planningBasis: Scalars['JSON']['output'];
  readonly matters: ReadonlyArray<Matter>;
  /**
   * The plan (联办方案): one list, one form, one order of work, and an account of every row.
   * `commitments`: codes of requirements for which the citizen chooses the signed commitment (告知承诺) instead of the document. `facts`: fields of the form that are filled
   * in already: what they answer is not asked. `fromVault`, which the citizen agrees to (经本人同意): what of their own vault serves is planned with, of parties who are
   * called by their `name` or whose name is among `facts`; `licences` of the plan says what, and is named as `held` when it is submitted.
   */
  readonly plan: Maybe<Plan>;
  /** What the plan is made from, for the service that plans anew on submission. */
  readonly planningInput: Maybe<Scalars['JSON']['output']>;
};


export type LifeEventPlanArgs = {
  answers?: InputMaybe<ReadonlyArray<AnswerInput>>;
  parties?: InputMaybe<ReadonlyArray<PartyInput>>;
  refusedSources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  held?: InputMaybe<ReadonlyArray<HeldDocumentInput>>;
  commitments?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  facts?: InputMaybe<ReadonlyArray<FactInput>>;
  fromVault?: InputMaybe<Scalars['Boolean']['input']>;
};

export type Matter = {
  readonly code: Scalars['ID']['output'];
  readonly visits: Maybe<Scalars['Int']['output']>;
  readonly channels: Maybe<ReadonlyArray<Channel>>;
  readonly promisedLimit: Maybe<TimeLimit>;
  readonly statutoryLimit: Maybe<TimeLimit>;
  readonly specialProcedures: Maybe<ReadonlyArray<SpecialProcedure>>;
  readonly waits: Maybe<ReadonlyArray<WaitingPeriod>>;
  readonly requirements: Maybe<ReadonlyArray<Requirement>>;
  readonly results: Maybe<ReadonlyArray<MatterResult>>;
  readonly formFields: Maybe<ReadonlyArray<FormField>>;
  readonly acceptance: Maybe<ReadonlyArray<AcceptanceCondition>>;
  readonly benefits: Maybe<ReadonlyArray<BenefitAmount>>;
  readonly payment: Maybe<MatterPayment>;
  readonly correctionPeriod: Maybe<CorrectionPeriod>;
};

/** One list, one form, one order of work (联办方案), computed from what every department concerned answered. */
export type Plan = {
  /** A hash: same catalogue, departments' answers, situation and day, same id (PLANNING.md, rule 16). */
  readonly id: Scalars['ID']['output'];
  readonly catalogueRevision: Scalars['ID']['output'];
  /** Answers, parties, held documents that cannot be (unknown code, contradiction): planned without them; while there is one, the plan cannot be submitted. */
  readonly problems: ReadonlyArray<Problem>;
  readonly complete: Scalars['Boolean']['output'];
  /** Matters whose department did not answer; while any is named, the plan cannot be submitted. */
  readonly missing: ReadonlyArray<Matter>;
  /** Unanswered questions that can still change the plan, in the order of their groups, in these the most decisive first; while there is one, the plan cannot be submitted. */
  readonly openQuestions: ReadonlyArray<OpenQuestion>;
  readonly questionnaire: Questionnaire;
  /** Answers that followed from `facts`: nobody is asked for them (由已填内容得出的答案). */
  readonly derivedAnswers: ReadonlyArray<DerivedAnswer>;
  /**
   * Matters that the situation needs or may need and to which those concerned are not entitled (不予受理): they are not done, whatever else is. Told at once: every condition that
   * does not hold.
   */
  readonly refusals: ReadonlyArray<PlanRefusal>;
  /** The one list. While questions are open it also holds what may still be needed; see `dependsOn`. */
  readonly materials: ReadonlyArray<Material>;
  /** Every row of every matter of the event, also of matters this situation does not need, with what became of it. */
  readonly account: ReadonlyArray<AccountRow>;
  readonly reduction: Reduction;
  readonly form: Form;
  readonly steps: ReadonlyArray<Step>;
  /** What it draws on (数据来源), also for a part of a row that the account tells under another fate: submitLifeEvent wants a consent for each that requires one. */
  readonly sources: ReadonlyArray<Source>;
  /** Licences of the caller's vault that meet rows, in place of what would be brought or fetched (所用证照): submitLifeEvent takes them as `held`. */
  readonly licences: ReadonlyArray<UsedLicence>;
  readonly criticalPath: CriticalPath;
  /** False when the search stopped at its budget; then `lowerBound` lines are certainly needed. */
  readonly optimal: Scalars['Boolean']['output'];
  readonly lowerBound: Scalars['Int']['output'];
  readonly warnings: ReadonlyArray<PlanWarning>;
};

/** An unanswered question that can still change the plan (待答问题). */
export type OpenQuestion = {
  readonly question: Question;
  /** Most and fewest list lines over its options. */
  readonly mostMaterials: Scalars['Int']['output'];
  readonly fewestMaterials: Scalars['Int']['output'];
  /** It changes nothing but what the form asks (仅影响表单). */
  readonly onlyForm: Scalars['Boolean']['output'];
  /** Sources that can answer it (可代为回答的来源): `requestEvidence` asks them, with consent. */
  readonly knownBy: ReadonlyArray<Source>;
  /** Fields of the form that answer it (填写后即不再询问): filled in and given as `facts`, they stand in its place, and nobody is asked twice. Empty: none does. */
  readonly answeredBy: ReadonlyArray<OneFormField>;
};

/** An answer that follows from fields of the form (推得的答案). */
export type DerivedAnswer = {
  readonly question: Question;
  readonly value: Scalars['JSON']['output'];
};

/** What came of the event's questions (问答统计): open, answered by the citizen, answered by sources in their place, answered by fields of the form. */
export type Questionnaire = {
  readonly open: Scalars['Int']['output'];
  readonly asked: Scalars['Int']['output'];
  readonly told: Scalars['Int']['output'];
  readonly derived: Scalars['Int']['output'];
};

/** Who is not entitled to a matter, why, by which law, and what else is possible (不符合受理条件). */
export type PlanRefusal = {
  readonly matter: Matter;
  /** Code of the condition of acceptance that does not hold, of the matter or of one that it rests on; or of the group of which another benefit is higher. */
  readonly condition: Scalars['ID']['output'];
  /** About whom (当事人); null: about no party. */
  readonly subject: Maybe<Scalars['PartyRole']['output']>;
  readonly parties: ReadonlyArray<Scalars['ID']['output']>;
  /** Their names, as titles of materials have them; null: no party. */
  readonly who: Maybe<Scalars['String']['output']>;
  readonly reason: Scalars['String']['output'];
  readonly legalBasis: LegalBasis;
  /** What else is possible (其他途径); null: nothing. */
  readonly alternative: Maybe<Scalars['String']['output']>;
  /** The matter that is possible instead, if it is one. */
  readonly alternativeMatter: Maybe<Matter>;
  /** Open questions that decide whether the matter is needed at all; empty: it certainly is. */
  readonly dependsOn: ReadonlyArray<Question>;
};


/** Who is not entitled to a matter, why, by which law, and what else is possible (不符合受理条件). */
export type PlanRefusalWhoArgs = {
  language?: InputMaybe<Language>;
};


/** Who is not entitled to a matter, why, by which law, and what else is possible (不符合受理条件). */
export type PlanRefusalReasonArgs = {
  language?: InputMaybe<Language>;
};


/** Who is not entitled to a matter, why, by which law, and what else is possible (不符合受理条件). */
export type PlanRefusalAlternativeArgs = {
  language?: InputMaybe<Language>;
};

/** One line of the one list (材料). */
export type Material = {
  readonly id: Scalars['ID']['output'];
  readonly documentType: DocumentType;
  /** The people or things whose document it is, after binding roles to parties. */
  readonly subjects: ReadonlyArray<Scalars['PartyRole']['output']>;
  /** Their ids; `party` is the only one of them, null for a group. */
  readonly parties: ReadonlyArray<Scalars['ID']['output']>;
  readonly party: Maybe<Scalars['ID']['output']>;
  readonly spec: Maybe<Scalars['String']['output']>;
  /** What it has to be for all of its rows (照片要求); null where it is no photograph of which any says so. An upload that is not is refused with PHOTO_UNFIT. */
  readonly photo: Maybe<PhotoFacts>;
  /** Lines for which the same photograph does not do, each with the reason (不能合用的照片). */
  readonly apart: ReadonlyArray<ApartMaterial>;
  readonly title: Scalars['String']['output'];
  readonly showOriginal: Scalars['Boolean']['output'];
  readonly handIn: Scalars['Boolean']['output'];
  /** Sum of copies kept, for the counter; online one file serves all. */
  readonly copies: Scalars['Int']['output'];
  readonly minimumTrust: TrustGrade;
  readonly maximumAgeDays: Maybe<Scalars['Int']['output']>;
  readonly deferrable: Scalars['Boolean']['output'];
  readonly dueInWorkingDays: Maybe<Scalars['Int']['output']>;
  readonly neededBy: ReadonlyArray<AccountRow>;
  /** Open questions that decide whether it is needed; empty: it certainly is. */
  readonly dependsOn: ReadonlyArray<Question>;
  /** Other documents that would do instead. */
  readonly alternatives: ReadonlyArray<DocumentType>;
};


/** One line of the one list (材料). */
export type MaterialTitleArgs = {
  language?: InputMaybe<Language>;
};

/** A line that would be one with another, were there one photograph that is right for both (不能合用的照片). */
export type ApartMaterial = {
  readonly material: Scalars['ID']['output'];
  readonly reason: Scalars['String']['output'];
};


/** A line that would be one with another, were there one photograph that is right for both (不能合用的照片). */
export type ApartMaterialReasonArgs = {
  language?: InputMaybe<Language>;
};

/** A licence that meets rows of a plan (所用证照). All but `title`, `parties` and `rows` is what `HeldDocumentInput` takes. */
export type UsedLicence = {
  readonly licence: Scalars['ID']['output'];
  readonly documentType: DocumentType;
  readonly subject: Scalars['PartyRole']['output'];
  /** Of a group that holds it jointly: null. */
  readonly party: Maybe<Scalars['ID']['output']>;
  /** Whose row it meets. */
  readonly parties: ReadonlyArray<Scalars['ID']['output']>;
  readonly spec: Maybe<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
  readonly rows: ReadonlyArray<AccountRow>;
};


/** A licence that meets rows of a plan (所用证照). All but `title`, `parties` and `rows` is what `HeldDocumentInput` takes. */
export type UsedLicenceTitleArgs = {
  language?: InputMaybe<Language>;
};

/** What became of one row of one matter (材料去向). */
export type AccountRow = {
  readonly matter: Matter;
  readonly requirement: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** For whom the matter is repeated (each of two twins); null where it is done once. */
  readonly party: Maybe<Scalars['ID']['output']>;
  readonly fate: Fate;
  /** Of a row that needs several lines: the first that it adds to the list; `Material.neededBy` tells all. */
  readonly material: Maybe<Scalars['ID']['output']>;
  readonly dependsOn: ReadonlyArray<Question>;
  readonly producedBy: Maybe<Matter>;
  readonly source: Maybe<Source>;
  readonly reason: Scalars['String']['output'];
  /** On what it is shared or waived, where somebody says (免提交依据). */
  readonly basis: Maybe<LegalBasis>;
};


/** What became of one row of one matter (材料去向). */
export type AccountRowNameArgs = {
  language?: InputMaybe<Language>;
};


/** What became of one row of one matter (材料去向). */
export type AccountRowReasonArgs = {
  language?: InputMaybe<Language>;
};

/** What became of a row: 需提交, 已合并, 事中产生, 数据共享, 表单生成, 告知承诺, 容缺后补, 免提交, 不适用, 不予受理. WAIVED: were it needed, nobody is asked for it; NOT_APPLICABLE: not needed; NOT_ENTITLED: its matter is refused. */
export type Fate =
  | 'KEPT'
  | 'MERGED'
  | 'PRODUCED'
  | 'SHARED'
  | 'GENERATED'
  | 'COMMITTED'
  | 'DEFERRED'
  | 'WAIVED'
  | 'NOT_APPLICABLE'
  | 'NOT_ENTITLED';

/** `rows` counts the account. What portals call the documents before is `before.materials`: rows neither generated nor not applicable nor of a refused matter. */
export type Reduction = {
  readonly before: Tally;
  readonly after: Tally;
  readonly rows: Scalars['Int']['output'];
  readonly kept: Scalars['Int']['output'];
  readonly merged: Scalars['Int']['output'];
  readonly produced: Scalars['Int']['output'];
  readonly shared: Scalars['Int']['output'];
  readonly generated: Scalars['Int']['output'];
  readonly committed: Scalars['Int']['output'];
  readonly deferred: Scalars['Int']['output'];
  readonly waived: Scalars['Int']['output'];
  readonly notApplicable: Scalars['Int']['output'];
  readonly notEntitled: Scalars['Int']['output'];
};

/**
 * Counted (统计). `visits`: alone, what each department says, at least one where a matter is done at the counter alone or a row is met on site, by an original looked at, or by one taken;
 * in the event, one for each stage with a matter that has to be attended, and one for everything shown and handed in. `workingDays`: one matter after another, each
 * begun on a day of its own, against the critical path; natural days fall on the calendar and special procedures count, on both sides.
 */
export type Tally = {
  readonly departments: Scalars['Int']['output'];
  readonly matters: Scalars['Int']['output'];
  readonly forms: Scalars['Int']['output'];
  readonly materials: Scalars['Int']['output'];
  readonly visits: Scalars['Int']['output'];
  readonly workingDays: Scalars['Int']['output'];
};

/** The one form (一张表). */
export type Form = {
  /**
   * JSON Schema of the whole form in one language, alike in draft-07 and 2020-12: titles, hints, labels of what is chosen. What validators do not know stands under `x-`.
   * submitLifeEvent validates against the same, whatever the language.
   */
  readonly schema: Scalars['JSON']['output'];
  /** In the order in which they are asked: person by person, the one concerned first, then group by group. */
  readonly fields: ReadonlyArray<OneFormField>;
  /** Forms of the departments that this one replaces. */
  readonly replaces: ReadonlyArray<Scalars['String']['output']>;
};


/** The one form (一张表). */
export type FormSchemaArgs = {
  language?: InputMaybe<Language>;
};

/** A field of the one form (表单字段). */
export type OneFormField = {
  readonly code: Scalars['ID']['output'];
  /** Under which the form holds it. */
  readonly party: Scalars['ID']['output'];
  readonly subject: Scalars['PartyRole']['output'];
  readonly title: Scalars['String']['output'];
  /** What is to be filled in, where the title does not say it (填写说明). */
  readonly hint: Maybe<Scalars['String']['output']>;
  /** Title of the fields that it stands with (分组). */
  readonly group: Maybe<Scalars['String']['output']>;
  readonly required: Scalars['Boolean']['output'];
  /** Matters that receive it. */
  readonly receivedBy: ReadonlyArray<Matter>;
  readonly prefilledFrom: Maybe<Source>;
  /** The value that an answer leaves, where it leaves one, or that was given as one of the `facts`: nobody is asked for it again. */
  readonly value: Maybe<Scalars['JSON']['output']>;
  /** The answered question that leaves it; null: none does. */
  readonly fixedBy: Maybe<Question>;
  readonly sensitive: Scalars['Boolean']['output'];
};


/** A field of the one form (表单字段). */
export type OneFormFieldTitleArgs = {
  language?: InputMaybe<Language>;
};


/** A field of the one form (表单字段). */
export type OneFormFieldHintArgs = {
  language?: InputMaybe<Language>;
};


/** A field of the one form (表单字段). */
export type OneFormFieldGroupArgs = {
  language?: InputMaybe<Language>;
};

/** One matter in the order of work (办理步骤). */
export type Step = {
  readonly matter: Matter;
  /** For whom it is repeated. */
  readonly party: Maybe<Scalars['ID']['output']>;
  readonly stage: Scalars['Int']['output'];
  readonly after: ReadonlyArray<Matter>;
  readonly promised: Maybe<TimeLimit>;
  /** What must be over before it begins, or may have to (等待期); it counts on both sides of `reduction`, and is no department's work. */
  readonly waits: ReadonlyArray<WaitingPeriod>;
  /** Somebody has to be there (须到现场): it is done at the counter alone, or one of its rows is met on site. */
  readonly inPerson: Scalars['Boolean']['output'];
};

/** Rounded up to whole working days at the end of the path, not at each step. */
export type CriticalPath = {
  readonly workingDays: Scalars['Int']['output'];
  readonly matters: ReadonlyArray<Matter>;
};

/** Something the authority should mend (提示). */
export type PlanWarning = {
  readonly code: Scalars['ID']['output'];
  readonly message: Scalars['String']['output'];
  readonly matters: ReadonlyArray<Matter>;
};


/** Something the authority should mend (提示). */
export type PlanWarningMessageArgs = {
  language?: InputMaybe<Language>;
};

/** An answer to a question. */
export type AnswerInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly question: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符), 20 values (值), 2 levels (层). */
  readonly value: Scalars['JSON']['input'];
  /** Id of the request for evidence whose source told it (来源查得): the citizen was not asked. Submitted, it is held against what was accepted there. Maximum (上限): 200 characters (字符). */
  readonly toldBy?: InputMaybe<Scalars['ID']['input']>;
};

/** A field of the form that is filled in before the plan is made (已填内容). Answers and fields have to agree; submitted, the form need not repeat it. */
export type FactInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly party: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly field: Scalars['ID']['input'];
  /** Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly value: Scalars['JSON']['input'];
};

/** Binds a role to a person or thing; repeat a role for several children, heirs … */
export type PartyInput = {
  /** 1 to 64 Latin letters, digits, `-` or `_`, beginning with a letter or a digit; not the code of a role that the party does not have. Maximum (上限): 200 characters (字符). */
  readonly id: Scalars['ID']['input'];
  /** Maximum (上限): 10 items (项), 64 characters (字符). */
  readonly roles: ReadonlyArray<Scalars['PartyRole']['input']>;
  /** What titles call the party (姓名或名称): up to 100 visible characters. Nothing is planned from it, and it outdates no plan; without it a title says the role. Maximum (上限): 100 characters (字符). */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

/** A document the citizen already has in a vault or wallet. */
export type HeldDocumentInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly documentType: Scalars['ID']['input'];
  /** Maximum (上限): 64 characters (字符). */
  readonly subject: Scalars['PartyRole']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly party?: InputMaybe<Scalars['ID']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly spec?: InputMaybe<Scalars['String']['input']>;
  /** Of no account: a grade comes from the source or the licence, and without one it is D. On submission staff look at what is said to be held. */
  readonly trust?: InputMaybe<TrustGrade>;
  /** Maximum (上限): 10 characters (字符). */
  readonly issuedOn?: InputMaybe<Scalars['Date']['input']>;
  /**
   * A licence of the caller's own vault (证照库): naming it is consent to have it looked up for this event. Its grade and dates are then the vault's, what is
   * said here of them counts for nothing, and nobody has to look at it; a submission is refused where it is not what is said of it. Maximum (上限): 200 characters (字符).
   */
  readonly licence?: InputMaybe<Scalars['ID']['input']>;
};

/** One submission for a whole event (联办申请). */
export type SubmitLifeEventInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly lifeEvent: Scalars['ID']['input'];
  /** Maximum (上限): 12 characters (字符). */
  readonly region: Scalars['RegionCode']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly planId: Scalars['ID']['input'];
  /** Maximum (上限): 200 items (项). */
  readonly answers?: ReadonlyArray<AnswerInput>;
  /** Maximum (上限): 20 items (项). */
  readonly parties?: ReadonlyArray<PartyInput>;
  /** Maximum (上限): 100 items (项). */
  readonly held?: ReadonlyArray<HeldDocumentInput>;
  /** Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly commitments?: ReadonlyArray<Scalars['ID']['input']>;
  /** Those that the plan was made with. Maximum (上限): 200 items (项). */
  readonly facts?: ReadonlyArray<FactInput>;
  /** Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly form: Scalars['JSON']['input'];
  /** Maximum (上限): 200 items (项). */
  readonly evidence: ReadonlyArray<EvidenceInput>;
  /** One for every source the plan draws on that requires consent; those not granted are the `refusedSources` the plan was made with. Maximum (上限): 100 items (项). */
  readonly consents?: ReadonlyArray<ConsentInput>;
  /** What was looked at and accepted before: it goes to the filings whose rows it meets without its source being asked again. What serves no more, or was not looked at, is fetched. Maximum (上限): 200 characters (字符). */
  readonly evidenceRequest?: InputMaybe<Scalars['ID']['input']>;
};

/** What is looked at (预览): while questions are open of which sources know answers, these; then documents. `refusedSources`: those that the plan was made with; `form`: as much as is known of who the parties are. */
export type RequestEvidenceInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly lifeEvent: Scalars['ID']['input'];
  /** Maximum (上限): 12 characters (字符). */
  readonly region: Scalars['RegionCode']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly planId: Scalars['ID']['input'];
  /** Maximum (上限): 200 items (项). */
  readonly answers?: ReadonlyArray<AnswerInput>;
  /** Maximum (上限): 20 items (项). */
  readonly parties?: ReadonlyArray<PartyInput>;
  /** Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly refusedSources?: ReadonlyArray<Scalars['ID']['input']>;
  /** Maximum (上限): 100 items (项). */
  readonly held?: ReadonlyArray<HeldDocumentInput>;
  /** Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly commitments?: ReadonlyArray<Scalars['ID']['input']>;
  /** Maximum (上限): 200 items (项). */
  readonly facts?: ReadonlyArray<FactInput>;
  /** Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly form: Scalars['JSON']['input'];
  /** A source that requires consent and is not granted is not asked. Maximum (上限): 100 items (项). */
  readonly consents?: ReadonlyArray<ConsentInput>;
};

/** What the citizen says to what they were shown, item by item; what is not named stays undecided. */
export type AcceptEvidenceInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly request: Scalars['ID']['input'];
  /** Maximum (上限): 100 items (项). */
  readonly items: ReadonlyArray<EvidenceDecisionInput>;
};

/** Accepted, or disputed (确认, 异议). Only of what was found. */
export type EvidenceDecisionInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly item: Scalars['ID']['input'];
  readonly accepted: Scalars['Boolean']['input'];
};

/** What is supplied for one material of the plan: an upload, an e-licence, the promise to bring the original, or `later` (容缺后补) where the material is `deferrable`. */
export type EvidenceInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly material: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly upload?: InputMaybe<Scalars['ID']['input']>;
  /**
   * A licence of the caller's own vault (证照库), which is looked up: it has to be of the type and the person, hold on the day its matter starts, and be of the
   * grade and age that the material asks. A document that is handed in takes none. Maximum (上限): 200 characters (字符).
   */
  readonly licence?: InputMaybe<Scalars['ID']['input']>;
  /** In place of `licence`: one for each person of a material that each of a group has (父母双方的身份证). Maximum (上限): 20 items (项), 200 characters (字符). */
  readonly licences?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly bringToCounter?: InputMaybe<Scalars['Boolean']['input']>;
  readonly later?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Consent to one source (授权同意). */
export type ConsentInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly source: Scalars['ID']['input'];
  readonly granted: Scalars['Boolean']['input'];
};

/** Answer to a correction notice (补正): what the notice names and nothing else, and nothing is taken away. */
export type SupplementSubmissionInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly submission: Scalars['ID']['input'];
  /** Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly form?: InputMaybe<Scalars['JSON']['input']>;
  /** Maximum (上限): 200 items (项). */
  readonly evidence?: ReadonlyArray<EvidenceInput>;
};

/** Taking back (撤回). */
export type WithdrawSubmissionInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly submission: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Consent to one source, taken back (撤回同意). */
export type WithdrawConsentInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly submission: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly source: Scalars['ID']['input'];
};

/** Erasure of what an ended submission tells of persons (删除个人信息). */
export type RequestErasureInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly submission: Scalars['ID']['input'];
};

/** One file to come; sha256 in lower-case hex. */
export type CreateUploadInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly fileName: Scalars['String']['input'];
  /** Maximum (上限): 100 characters (字符). */
  readonly contentType: Scalars['String']['input'];
  readonly bytes: Scalars['Int']['input'];
  /** Maximum (上限): 64 characters (字符). */
  readonly sha256: Scalars['String']['input'];
};

/** Decision of a department's staff. */
export type DecideFilingInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly filing: Scalars['ID']['input'];
  readonly decision: FilingDecision;
  /** Maximum (上限): 1000 characters (字符). */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Of REFUSE, where it is one of the matter's `refusalReasons`: its code (不予办理理由). Maximum (上限): 200 characters (字符). */
  readonly refusalReason?: InputMaybe<Scalars['ID']['input']>;
  /** Maximum (上限): 100 items (项). */
  readonly corrections?: InputMaybe<ReadonlyArray<CorrectionInput>>;
  /** Maximum (上限): 100 items (项). */
  readonly results?: InputMaybe<ReadonlyArray<ResultInput>>;
  /** Of ACCEPT, where the matter demands a payment and does not say how much: in fen (分). */
  readonly amountFen?: InputMaybe<Scalars['Int']['input']>;
};

/** A filing to be asked for again. */
export type RetryFilingInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly filing: Scalars['ID']['input'];
};

/** 受理, 要求补正, 准予, 不予. */
export type FilingDecision =
  | 'ACCEPT'
  | 'REQUEST_CORRECTION'
  | 'APPROVE'
  | 'REFUSE';

/** One thing to correct; field is `party.code` of the one form. */
export type CorrectionInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly field?: InputMaybe<Scalars['ID']['input']>;
  /** Maximum (上限): 200 characters (字符). */
  readonly material?: InputMaybe<Scalars['ID']['input']>;
  /** A paper that is asked for and that no row of the matter names, by its standard type (清单外材料): asked for often, it is looked into. Maximum (上限): 200 characters (字符). */
  readonly documentType?: InputMaybe<Scalars['ID']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly message: Scalars['String']['input'];
};

/** One result issued (办理结果). */
export type ResultInput = {
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

/** Either a submission or every problem at once. */
export type SubmitLifeEventPayload = {
  readonly submission: Maybe<Submission>;
  readonly problems: ReadonlyArray<Problem>;
};

/** Either a submission or every problem at once. */
export type SubmissionPayload = {
  readonly submission: Maybe<Submission>;
  readonly problems: ReadonlyArray<Problem>;
};

/** Either a filing or every problem at once. */
export type FilingPayload = {
  readonly filing: Maybe<Filing>;
  readonly problems: ReadonlyArray<Problem>;
};

/** Either the erasure or every problem at once. */
export type ErasurePayload = {
  readonly erasure: Maybe<Erasure>;
  readonly problems: ReadonlyArray<Problem>;
};

/** Either the request or every problem at once. */
export type EvidenceRequestPayload = {
  readonly request: Maybe<EvidenceRequest>;
  readonly problems: ReadonlyArray<Problem>;
};

/** What sources showed before anything is submitted (预览); gone once it is used or has expired. */
export type EvidenceRequest = {
  readonly id: Scalars['ID']['output'];
  readonly requestedAt: Scalars['DateTime']['output'];
  readonly expiresAt: Scalars['DateTime']['output'];
  /** What who accepts an item agrees to. */
  readonly handOverText: Scalars['String']['output'];
  readonly consents: ReadonlyArray<SourceConsent>;
  /** One for each source and document. */
  readonly items: ReadonlyArray<EvidenceItem>;
  /** What accepted items answer: to plan with among `answers`, and nobody is asked (查得的答案). */
  readonly answers: ReadonlyArray<ToldAnswer>;
  /** What accepted items tell of fields of the form, by party; submitted with this request, the form need not hold it (查得的字段). */
  readonly form: Scalars['JSON']['output'];
  /** Not consented to, or disputed: to plan again with among `refusedSources`. */
  readonly sourcesToRefuse: ReadonlyArray<Source>;
};


/** What sources showed before anything is submitted (预览); gone once it is used or has expired. */
export type EvidenceRequestHandOverTextArgs = {
  language?: InputMaybe<Language>;
};

/** An answer that a source gave (查得的答案), as `AnswerInput` takes it. */
export type ToldAnswer = {
  readonly question: Question;
  readonly value: Scalars['JSON']['output'];
  readonly toldBy: Scalars['ID']['output'];
};

/** What a document tells of a field of the form (查得的字段). */
export type ToldField = {
  readonly party: Scalars['ID']['output'];
  readonly field: Scalars['ID']['output'];
  readonly value: Scalars['JSON']['output'];
};

/** One document of one source (共享材料). */
export type EvidenceItem = {
  readonly id: Scalars['ID']['output'];
  readonly source: Source;
  readonly documentType: DocumentType;
  /** Of the list that it would stand on if the source were refused; of an answer to a question, `question:` and its code. */
  readonly material: Scalars['ID']['output'];
  readonly title: Scalars['String']['output'];
  readonly parties: ReadonlyArray<Scalars['ID']['output']>;
  readonly matters: ReadonlyArray<Matter>;
  readonly requirements: ReadonlyArray<Scalars['ID']['output']>;
  readonly outcome: PreviewOutcome;
  /** What the outcome means, and what to do. */
  readonly message: Scalars['String']['output'];
  /** Null unless it was found and serves. */
  readonly document: Maybe<EvidenceDocument>;
  /** The open question that it was looked up for; null: it is for rows. */
  readonly question: Maybe<Question>;
  /** What it answers to that; null: nothing. */
  readonly answer: Maybe<Scalars['JSON']['output']>;
  /** What it tells of fields of the form. */
  readonly values: ReadonlyArray<ToldField>;
  /** Null: not decided yet. */
  readonly accepted: Maybe<Scalars['Boolean']['output']>;
  readonly decidedAt: Maybe<Scalars['DateTime']['output']>;
};


/** One document of one source (共享材料). */
export type EvidenceItemTitleArgs = {
  language?: InputMaybe<Language>;
};


/** One document of one source (共享材料). */
export type EvidenceItemMessageArgs = {
  language?: InputMaybe<Language>;
};

/** A document as its source has it; personal numbers are masked (材料内容). */
export type EvidenceDocument = {
  readonly number: Maybe<Scalars['String']['output']>;
  readonly data: Maybe<Scalars['JSON']['output']>;
  readonly trust: TrustGrade;
  readonly issuedOn: Maybe<Scalars['Date']['output']>;
  readonly expiresOn: Maybe<Scalars['Date']['output']>;
};

/**
 * 已查到, 未查到, 信息不一致, 不予提供, 不能使用, 暂不能答复, 未同意查询, 属于他人.
 * UNFIT: too old, expired or of too low a grade; LATER: ask again by a new request; OF_ANOTHER: shown to nobody, its department fetches it.
 */
export type PreviewOutcome =
  | 'FOUND'
  | 'NOT_FOUND'
  | 'NOT_MATCHED'
  | 'REFUSED'
  | 'UNFIT'
  | 'LATER'
  | 'NOT_ASKED'
  | 'OF_ANOTHER';

/** Either an upload or every problem at once. */
export type CreateUploadPayload = {
  readonly upload: Maybe<Upload>;
  readonly problems: ReadonlyArray<Problem>;
};

/** A place for one file (上传地址): PUT brings it; after a broken link HEAD says how much stands, and PATCH goes on from there (断点续传). */
export type Upload = {
  readonly id: Scalars['ID']['output'];
  readonly url: Scalars['String']['output'];
  readonly expiresAt: Scalars['DateTime']['output'];
};

/** One submission of a life event (联办件). */
export type Submission = {
  readonly id: Scalars['ID']['output'];
  readonly receiptNumber: Scalars['String']['output'];
  readonly state: SubmissionState;
  readonly lifeEvent: LifeEvent;
  readonly planId: Scalars['ID']['output'];
  readonly receivedAt: Scalars['DateTime']['output'];
  readonly dueOn: Scalars['Date']['output'];
  /** For staff: their department's (部门人员仅见本部门的). */
  readonly filings: ReadonlyArray<Filing>;
  /** For staff: what their department asks for (部门人员仅见本部门要求的). */
  readonly correction: Maybe<CorrectionNotice>;
  /** For staff: what happened to their department's filings (部门人员仅见本部门事项的进度). */
  readonly timeline: ReadonlyArray<TimelineEntry>;
  /** For staff: what their department issued (部门人员仅见本部门签发的). */
  readonly results: ReadonlyArray<IssuedResult>;
  /** What the submission rests on and nobody has verified: while there is any, staff decide and no rule does (人工核验). */
  readonly unverified: Maybe<ReadonlyArray<UnverifiedFact>>;
  /** Looks and decisions of staff, and files given out, newest first; for the applicant, null for others (查阅记录，仅申请人可见). */
  readonly accesses: Maybe<AccessConnection>;
  /** What the applicant agreed to and what not, source by source; null for all but the applicant (授权同意记录，仅申请人可见). */
  readonly consents: Maybe<ReadonlyArray<SourceConsent>>;
  /**
   * What was received, handed over, answered, decided and paid, each signed and chained to the one before (存证): nobody can change, take out or add an entry
   * without its being seen. For the applicant alone, null for others.
   */
  readonly proof: Maybe<SubmissionProof>;
  /** What was erased of it, and what is kept; null where nothing was, and for all but the applicant (删除证明，仅申请人可见). */
  readonly erasure: Maybe<Erasure>;
};


/** One submission of a life event (联办件). */
export type SubmissionAccessesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What the applicant agreed to, or did not, for one source (授权同意). */
export type SourceConsent = {
  readonly source: Source;
  /** What for: SUBMISSION, this one and nothing else; PREVIEW, to look before it; HAND_OVER, what was seen goes to its departments. */
  readonly purpose: Scalars['ID']['output'];
  readonly textVersion: Scalars['ID']['output'];
  readonly text: Scalars['String']['output'];
  /** Codes of the requirements that the source may meet. */
  readonly requirements: ReadonlyArray<Scalars['ID']['output']>;
  readonly granted: Scalars['Boolean']['output'];
  readonly at: Scalars['DateTime']['output'];
  /** Null: it stands. */
  readonly withdrawnAt: Maybe<Scalars['DateTime']['output']>;
};


/** What the applicant agreed to, or did not, for one source (授权同意). */
export type SourceConsentTextArgs = {
  language?: InputMaybe<Language>;
};

/** What a submission told of persons is gone (删除证明). */
export type Erasure = {
  readonly cause: ErasureCause;
  readonly at: Scalars['DateTime']['output'];
  /** False while a department has yet to answer: it is asked again by itself. */
  readonly complete: Scalars['Boolean']['output'];
  /** One for this service, and one for each filing that a department has answered for. */
  readonly parts: ReadonlyArray<ErasedPart>;
  /** What the law keeps, without a personal word. */
  readonly kept: ReadonlyArray<KeptByLaw>;
};

/** 本人申请, 保存期限届满. */
export type ErasureCause =
  | 'ASKED'
  | 'RETENTION';

/** What was erased in one place: rows, files, and a digest (SHA-256) of what lay there sealed (删除明细). */
export type ErasedPart = {
  /** Null: this service. */
  readonly department: Maybe<Department>;
  /** The filing that the department had; null: this service's part, the whole submission. */
  readonly filing: Maybe<Scalars['ID']['output']>;
  readonly outcome: ErasureOutcome;
  readonly at: Scalars['DateTime']['output'];
  readonly rows: Scalars['Int']['output'];
  readonly files: Scalars['Int']['output'];
  readonly digest: Scalars['String']['output'];
};

/** 已删除; 该部门系统不支持，请向部门申请. */
export type ErasureOutcome =
  | 'ERASED'
  | 'NOT_KNOWN';

/** What an erasure leaves, and by which law (依法保留). */
export type KeptByLaw = {
  readonly what: Scalars['String']['output'];
  readonly basis: Scalars['String']['output'];
};


/** What an erasure leaves, and by which law (依法保留). */
export type KeptByLawWhatArgs = {
  language?: InputMaybe<Language>;
};


/** What an erasure leaves, and by which law (依法保留). */
export type KeptByLawBasisArgs = {
  language?: InputMaybe<Language>;
};

/** A look of staff at what their department has of a submission, a decision, or a file given out (工作人员的查阅或决定，文件的下载). */
export type Access = {
  readonly at: Scalars['DateTime']['output'];
  readonly kind: AccessKind;
  /** Null: the applicant's own download (申请人本人). */
  readonly department: Maybe<Department>;
  /** That was decided on, or was to be, or whose file it is; null of a look (所决定或所下载文件的事项). */
  readonly matter: Maybe<Matter>;
};

/** A look, a decision, one that was not taken, a file given out (查阅, 决定, 未被接受的决定, 下载). */
export type AccessKind =
  | 'READ'
  | 'DECIDED'
  | 'REJECTED'
  | 'DOWNLOADED';

/** Something that nobody has verified (待核验); `fact` is APPLICANT, MANDATE, RELATION, HELD, LICENCE, SECOND or CONSENT. */
export type UnverifiedFact = {
  readonly fact: Scalars['ID']['output'];
  /** About whom; null: about the whole submission. */
  readonly party: Maybe<Scalars['ID']['output']>;
  readonly message: Scalars['String']['output'];
};


/** Something that nobody has verified (待核验); `fact` is APPLICANT, MANDATE, RELATION, HELD, LICENCE, SECOND or CONSENT. */
export type UnverifiedFactMessageArgs = {
  language?: InputMaybe<Language>;
};

/** 已收件, 办理中, 待补正, 部分办结, 已办结, 不予办理, 已撤回. */
export type SubmissionState =
  | 'RECEIVED'
  | 'IN_PROGRESS'
  | 'NEEDS_CORRECTION'
  | 'PARTLY_COMPLETED'
  | 'COMPLETED'
  | 'REFUSED'
  | 'WITHDRAWN';

/** One matter's share of a submission. */
export type Filing = {
  readonly id: Scalars['ID']['output'];
  readonly submission: Submission;
  readonly matter: Matter;
  /** For whom it is repeated. */
  readonly party: Maybe<Scalars['ID']['output']>;
  readonly state: FilingState;
  readonly waitingFor: ReadonlyArray<Matter>;
  /** What went wrong or what is being waited for, in words a citizen understands. */
  readonly message: Maybe<Scalars['String']['output']>;
  /** For what it was refused, where its department named a reason of the catalogue (不予办理理由). */
  readonly refusalReason: Maybe<RefusalReason>;
  readonly attempts: Scalars['Int']['output'];
  /** Its department's system did not take it ten times in a row: it is asked once an hour, and staff look (搁置). */
  readonly parked: Scalars['Boolean']['output'];
  /** Last day for what it is asked for, while it is (补正期限). */
  readonly correctionDueOn: Maybe<Scalars['Date']['output']>;
  readonly dueOn: Maybe<Scalars['Date']['output']>;
  /**
   * From when its department has it where something has to go by first, a notice that is posted for one (等待期满日); null: nothing has, or it is not known before
   * what it comes after is done.
   */
  readonly beginsOn: Maybe<Scalars['Date']['output']>;
  readonly results: ReadonlyArray<IssuedResult>;
  /** What has to be paid for it; null where nothing has, and for all but the applicant and the department's staff (缴费，仅申请人和本部门人员可见). */
  readonly payment: Maybe<Payment>;
  /** What its department is sent of the one form, by party and field; for the applicant and the department's staff, null for others (本部门收到的表单，仅申请人和本部门人员可见). */
  readonly form: Maybe<Scalars['JSON']['output']>;
  /**
   * How each row of the matter is met, as its department is sent it: `requirement`, `fate`, `sources` and the `materials` supplied; for the applicant and the
   * department's staff, null for others (本部门收到的材料，仅申请人和本部门人员可见).
   */
  readonly evidence: Maybe<Scalars['JSON']['output']>;
  /** The files among its evidence; for the applicant and the department's staff, null for others (随附的文件，仅申请人和本部门人员可见). */
  readonly files: Maybe<ReadonlyArray<SuppliedFile>>;
};


/** One matter's share of a submission. */
export type FilingMessageArgs = {
  language?: InputMaybe<Language>;
};

/** The chain of entries of a submission (存证链). */
export type SubmissionProof = {
  /** Number of the first entry that was changed, moved, added or is missing; null: all of it holds. */
  readonly brokenAt: Maybe<Scalars['Int']['output']>;
  readonly entries: ReadonlyArray<SubmissionProofEntry>;
};

/**
 * One entry: `digest` is SHA-256 over the digest before and the rest of the entry, `signature` is Ed25519 by `submissionLedgerKey` over `ledger of journeys`, a line feed
 * and the digest. `contentDigest` is keyed: of what was sent and said. Where `digest` begins with `sm3:` it is SM3, and `signature` begins with `sm2:` and is SM2.
 */
export type SubmissionProofEntry = {
  readonly number: Scalars['Int']['output'];
  readonly at: Scalars['DateTime']['output'];
  readonly kind: SubmissionProofKind;
  /** Ids, codes and states. */
  readonly body: Scalars['JSON']['output'];
  readonly contentDigest: Scalars['String']['output'];
  readonly digest: Scalars['String']['output'];
  readonly signature: Scalars['String']['output'];
  readonly signatureHolds: Scalars['Boolean']['output'];
};

/** 收件, 部门回执, 部门决定, 数据来源答复, 缴费结果, 补正, 撤回, 撤回同意, 自动提起诉求. */
export type SubmissionProofKind =
  | 'SUBMITTED'
  | 'RECEIPT'
  | 'DECIDED'
  | 'PROVIDED'
  | 'PAYMENT_ANSWERED'
  | 'SUPPLEMENTED'
  | 'WITHDRAWN'
  | 'CONSENT_WITHDRAWN'
  | 'HARD_CASE_OPENED';

/** The payment of a filing (缴费), in fen (分). */
export type Payment = {
  readonly id: Scalars['ID']['output'];
  readonly item: Scalars['String']['output'];
  readonly amountFen: Scalars['Int']['output'];
  readonly payer: Scalars['PartyRole']['output'];
  readonly channel: PaymentChannel;
  readonly dueOn: Scalars['Date']['output'];
  readonly state: PaymentState;
  /** Where it is paid, while it can be. One without a host is of the sandbox, at the gateway: a POST to it with `/pay` added pays. */
  readonly payUrl: Maybe<Scalars['String']['output']>;
  readonly paidAt: Maybe<Scalars['DateTime']['output']>;
  /** Of the money (缴费票据号). */
  readonly receiptNumber: Maybe<Scalars['String']['output']>;
  /** When all of it was back. */
  readonly refundedAt: Maybe<Scalars['DateTime']['output']>;
  /** What went back of it so far (已退回金额). */
  readonly refundedFen: Scalars['Int']['output'];
  /** Money that came once more for the same demand: it goes back, each by itself (重复缴纳的款项). */
  readonly surplus: ReadonlyArray<SurplusPayment>;
  /** How it came to stand so, oldest first. */
  readonly history: ReadonlyArray<PaymentEvent>;
};


/** The payment of a filing (缴费), in fen (分). */
export type PaymentItemArgs = {
  language?: InputMaybe<Language>;
};

/** DUE 正在通知缴费系统, DEMANDED 待缴费, FAILED 缴费未成功（可重新缴费）, PAID 已缴费, EXPIRED 逾期未缴, CANCELLED 无需缴费, REFUNDING 退款中, REFUNDED 已退款. */
export type PaymentState =
  | 'DUE'
  | 'DEMANDED'
  | 'FAILED'
  | 'PAID'
  | 'EXPIRED'
  | 'CANCELLED'
  | 'REFUNDING'
  | 'REFUNDED';

/** Money that nobody demanded, in fen (分): somebody paid once more (重复缴纳的款项). */
export type SurplusPayment = {
  readonly amountFen: Scalars['Int']['output'];
  readonly receiptNumber: Scalars['String']['output'];
  readonly paidAt: Scalars['DateTime']['output'];
  readonly refundedAt: Maybe<Scalars['DateTime']['output']>;
};

/** A step of a payment (缴费记录). */
export type PaymentEvent = {
  readonly at: Scalars['DateTime']['output'];
  readonly state: PaymentState;
  /** What the provider said was paid where it is not what was demanded, or came once more: it does not count (不符或者重复的金额). */
  readonly saidFen: Maybe<Scalars['Float']['output']>;
  readonly saidCurrency: Maybe<Scalars['String']['output']>;
};

/** A file that was supplied for a material (材料文件). */
export type SuppliedFile = {
  readonly upload: Scalars['ID']['output'];
  readonly material: Scalars['ID']['output'];
  /** As the applicant named it. */
  readonly fileName: Scalars['String']['output'];
  readonly contentType: Scalars['String']['output'];
  readonly bytes: Scalars['Int']['output'];
  /** In lower-case hexadecimal. */
  readonly sha256: Scalars['String']['output'];
  /**
   * A link for one download by the caller, who sends their own token with it; each is made anew. Null with an error while the file waits to be scanned
   * (`FILE_WAITS`) and once it is not kept any more (`FILE_GONE`) (下载地址，仅限本人使用一次).
   */
  readonly download: Maybe<Download>;
};

/** For one GET until it expires; relative to the gateway (一次性下载). */
export type Download = {
  readonly url: Scalars['String']['output'];
  readonly expiresAt: Scalars['DateTime']['output'];
};

/** 待办理, 已提交, 已受理, 待缴费, 待补正, 准予, 不予, 已撤回. */
export type FilingState =
  | 'WAITING'
  | 'SUBMITTED'
  | 'ACCEPTED'
  | 'AWAITING_PAYMENT'
  | 'NEEDS_CORRECTION'
  | 'APPROVED'
  | 'REFUSED'
  | 'WITHDRAWN';

/** A result issued (办理结果). Personal numbers are masked. */
export type IssuedResult = {
  readonly documentType: DocumentType;
  readonly subject: Scalars['PartyRole']['output'];
  readonly party: Maybe<Scalars['ID']['output']>;
  readonly spec: Maybe<Scalars['String']['output']>;
  readonly number: Scalars['String']['output'];
  readonly issuedAt: Scalars['DateTime']['output'];
  /** Last day on which it holds (有效期至); null: until something happens, or its department does not say. */
  readonly expiresOn: Maybe<Scalars['Date']['output']>;
};

/** Everything to correct, told at once (一次性告知). */
export type CorrectionNotice = {
  readonly items: ReadonlyArray<Problem>;
  readonly dueOn: Scalars['Date']['output'];
};

/** One thing that happened (办理进度). */
export type TimelineEntry = {
  readonly at: Scalars['DateTime']['output'];
  readonly matter: Maybe<Matter>;
  readonly party: Maybe<Scalars['ID']['output']>;
  readonly event: Scalars['ID']['output'];
  readonly message: Scalars['String']['output'];
};


/** One thing that happened (办理进度). */
export type TimelineEntryMessageArgs = {
  language?: InputMaybe<Language>;
};

/**
 * One thing that is held of a person (所持个人信息), whole: numbers are not masked. Of a FILING `data.atDepartment` is what its department holds of it; where that is
 * null `data.departmentSaid` is DEPARTMENT_OUT (ask again later) or NOT_KNOWN (ask the department itself).
 */
export type PersonalRecord = {
  readonly kind: PersonalRecordKind;
  readonly id: Scalars['ID']['output'];
  /** Of which submission; null: of none. */
  readonly submission: Maybe<Scalars['ID']['output']>;
  readonly data: Scalars['JSON']['output'];
};

/** 联办件, 办件, 办理进度, 请求, 文件, 查阅记录, 删除证明, 授权同意, 缴费, 缴费记录, 预览, 证照, 诉求, 预约, 政策推送, 评价. */
export type PersonalRecordKind =
  | 'SUBMISSION'
  | 'FILING'
  | 'EVENT'
  | 'REQUEST'
  | 'FILE'
  | 'ACCESS'
  | 'ERASURE'
  | 'CONSENT'
  | 'PAYMENT'
  | 'PAYMENT_EVENT'
  | 'EVIDENCE'
  | 'LICENCE'
  | 'APPEAL'
  | 'APPOINTMENT'
  | 'OFFER'
  | 'REVIEW';

/** A page of submissions. */
export type SubmissionConnection = {
  readonly nodes: ReadonlyArray<Submission>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** A page of looks and decisions. */
export type AccessConnection = {
  readonly nodes: ReadonlyArray<Access>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** A page of what is held of a person. */
export type PersonalRecordConnection = {
  readonly nodes: ReadonlyArray<PersonalRecord>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** A page of filings. */
export type FilingConnection = {
  readonly nodes: ReadonlyArray<Filing>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type FilingFigures = {
  readonly lodged: Scalars['Int']['output'];
  readonly decided: Scalars['Int']['output'];
  readonly refused: Scalars['Int']['output'];
  readonly corrected: Scalars['Int']['output'];
  readonly faulty: Scalars['Int']['output'];
};

/** `until` is not among them. */
export type FilingFiguresInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly department: Scalars['ID']['input'];
  /** Maximum (上限): 10 characters (字符). */
  readonly from: Scalars['Date']['input'];
  /** Maximum (上限): 10 characters (字符). */
  readonly until: Scalars['Date']['input'];
};

/** What is being done, and the people whom its form tells of. */
export type UnderWay = {
  readonly lifeEvent: Scalars['ID']['output'];
  readonly matters: ReadonlyArray<Scalars['ID']['output']>;
  readonly people: ReadonlyArray<UnderWayPerson>;
};

export type UnderWayPerson = {
  readonly name: Maybe<Scalars['String']['output']>;
  readonly identityNumber: Maybe<Scalars['String']['output']>;
  readonly bornOn: Maybe<Scalars['Date']['output']>;
};

export type TakenUpload = {
  readonly id: Scalars['ID']['output'];
  readonly sha256: Scalars['String']['output'];
  readonly contentType: Scalars['String']['output'];
};

export type SubmissionParts = {
  readonly lifeEvent: Scalars['ID']['output'];
  readonly region: Scalars['RegionCode']['output'];
  readonly filings: ReadonlyArray<SubmissionPart>;
};

export type SubmissionPart = {
  readonly id: Scalars['ID']['output'];
  readonly matter: Scalars['ID']['output'];
  readonly department: Scalars['ID']['output'];
  readonly state: FilingState;
};

/** Language of a text (语言). */
export type Language =
  | 'ZH'
  | 'EN';

export type Department = {
  readonly code: Scalars['ID']['output'];
};

export type DocumentType = {
  readonly code: Scalars['ID']['output'];
};

export type Question = {
  readonly code: Scalars['ID']['output'];
};

export type Source = {
  readonly code: Scalars['ID']['output'];
};

export type RefusalReason = {
  readonly code: Scalars['ID']['output'];
};

/**
 * The public keys by which a part signs its ledgers (签名公钥): `x` of Ed25519 (RFC 8037), in base64url; `sm2` of SM2 (GB/T 32918; 国密), after `sm2:` the point, uncompressed, in
 * base64url, null where it has none.
 */
export type LedgerKey = {
  readonly part: Scalars['String']['output'];
  readonly x: Scalars['String']['output'];
  readonly sm2: Maybe<Scalars['String']['output']>;
};

/** One page of a list (分页). */
export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly endCursor: Maybe<Scalars['String']['output']>;
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

/** A text in both languages. */
export type LocalizedText = {
  readonly zh: Scalars['String']['output'];
  readonly en: Scalars['String']['output'];
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

/** How it is used (材料类型): 验原件, 收复印件, 验原件并收复印件, 收原件, 电子件. */
export type UseKind =
  | 'INSPECT'
  | 'COPY'
  | 'INSPECT_AND_COPY'
  | 'HAND_IN'
  | 'ELECTRONIC';



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
  LifeEvent: LifeEvent;
  Matter: Matter;
  Submission: Submission;
  Filing: Filing;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  LifeEvent:
    ( { __typename: 'LifeEvent' }
    & GraphQLRecursivePick<FederationTypes['LifeEvent'], {"code":true,"region":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['LifeEvent'], {"matterCodes":true,"planningBasis":true,"matters":{"code":true,"visits":true,"channels":true,"promisedLimit":{"amount":true,"unit":true},"statutoryLimit":{"amount":true,"unit":true},"specialProcedures":{"code":true,"titles":{"zh":true,"en":true},"limit":{"amount":true,"unit":true},"stopsClock":true},"waits":{"code":true,"titles":{"zh":true,"en":true},"limit":{"amount":true,"unit":true},"since":true,"condition":true,"legalBasis":{"title":true,"article":true,"documentNumber":true}},"requirements":{"code":true,"names":{"zh":true,"en":true},"necessity":true,"condition":true,"declaredSource":true,"onSite":true,"deferral":{"workingDays":true,"consequences":{"zh":true,"en":true}},"commitment":{"texts":{"zh":true,"en":true},"consequences":{"zh":true,"en":true}},"options":{"condition":true,"uses":{"documentType":{"code":true},"subject":true,"spec":true,"use":true,"copies":true,"minimumTrust":true,"maximumAgeDays":true,"photo":{"width":{"least":true,"most":true},"height":{"least":true,"most":true},"background":true,"kib":{"least":true,"most":true},"printWidthMm":{"least":true,"most":true},"printHeightMm":{"least":true,"most":true}}}},"legalBasis":{"title":true,"article":true,"documentNumber":true},"exemptions":{"sources":{"code":true},"legalBasis":{"title":true,"article":true,"documentNumber":true}}},"results":{"documentType":{"code":true},"subject":true,"spec":true,"validity":{"duration":true,"untils":{"zh":true,"en":true}}},"formFields":{"code":true,"subject":true,"titles":{"zh":true,"en":true},"required":true,"sensitive":true,"condition":true,"schema":true},"acceptance":{"code":true,"condition":true,"subject":true,"reasons":{"zh":true,"en":true},"legalBasis":{"title":true,"article":true,"documentNumber":true},"alternatives":{"zh":true,"en":true},"alternativeMatter":true},"benefits":{"condition":true,"amountFen":true,"per":true},"correctionPeriod":{"limit":{"amount":true,"unit":true},"deemedWithdrawn":true},"payment":{"items":{"zh":true,"en":true},"amountFen":true,"each":true,"payer":true,"channel":true,"dueInWorkingDays":true,"demanded":true,"basis":{"title":true,"article":true,"documentNumber":true}}}}>
        | GraphQLRecursivePick<FederationTypes['LifeEvent'], {"matterCodes":true,"planningBasis":true,"matters":{"code":true,"visits":true,"channels":true,"promisedLimit":{"amount":true,"unit":true},"statutoryLimit":{"amount":true,"unit":true},"specialProcedures":{"code":true,"titles":{"zh":true,"en":true},"limit":{"amount":true,"unit":true},"stopsClock":true},"waits":{"code":true,"titles":{"zh":true,"en":true},"limit":{"amount":true,"unit":true},"since":true,"condition":true,"legalBasis":{"title":true,"article":true,"documentNumber":true}},"requirements":{"code":true,"names":{"zh":true,"en":true},"necessity":true,"condition":true,"declaredSource":true,"onSite":true,"deferral":{"workingDays":true,"consequences":{"zh":true,"en":true}},"commitment":{"texts":{"zh":true,"en":true},"consequences":{"zh":true,"en":true}},"options":{"condition":true,"uses":{"documentType":{"code":true},"subject":true,"spec":true,"use":true,"copies":true,"minimumTrust":true,"maximumAgeDays":true,"photo":{"width":{"least":true,"most":true},"height":{"least":true,"most":true},"background":true,"kib":{"least":true,"most":true},"printWidthMm":{"least":true,"most":true},"printHeightMm":{"least":true,"most":true}}}},"legalBasis":{"title":true,"article":true,"documentNumber":true},"exemptions":{"sources":{"code":true},"legalBasis":{"title":true,"article":true,"documentNumber":true}}},"results":{"documentType":{"code":true},"subject":true,"spec":true,"validity":{"duration":true,"untils":{"zh":true,"en":true}}},"formFields":{"code":true,"subject":true,"titles":{"zh":true,"en":true},"required":true,"sensitive":true,"condition":true,"schema":true},"acceptance":{"code":true,"condition":true,"subject":true,"reasons":{"zh":true,"en":true},"legalBasis":{"title":true,"article":true,"documentNumber":true},"alternatives":{"zh":true,"en":true},"alternativeMatter":true},"benefits":{"condition":true,"amountFen":true,"per":true},"correctionPeriod":{"limit":{"amount":true,"unit":true},"deemedWithdrawn":true},"payment":{"items":{"zh":true,"en":true},"amountFen":true,"each":true,"payer":true,"channel":true,"dueInWorkingDays":true,"demanded":true,"basis":{"title":true,"article":true,"documentNumber":true}}}}>
        | GraphQLRecursivePick<FederationTypes['LifeEvent'], {"matterCodes":true,"planningBasis":true,"matters":{"code":true,"visits":true,"channels":true,"promisedLimit":{"amount":true,"unit":true},"statutoryLimit":{"amount":true,"unit":true},"specialProcedures":{"code":true,"titles":{"zh":true,"en":true},"limit":{"amount":true,"unit":true},"stopsClock":true},"waits":{"code":true,"titles":{"zh":true,"en":true},"limit":{"amount":true,"unit":true},"since":true,"condition":true,"legalBasis":{"title":true,"article":true,"documentNumber":true}},"requirements":{"code":true,"names":{"zh":true,"en":true},"necessity":true,"condition":true,"declaredSource":true,"onSite":true,"deferral":{"workingDays":true,"consequences":{"zh":true,"en":true}},"commitment":{"texts":{"zh":true,"en":true},"consequences":{"zh":true,"en":true}},"options":{"condition":true,"uses":{"documentType":{"code":true},"subject":true,"spec":true,"use":true,"copies":true,"minimumTrust":true,"maximumAgeDays":true,"photo":{"width":{"least":true,"most":true},"height":{"least":true,"most":true},"background":true,"kib":{"least":true,"most":true},"printWidthMm":{"least":true,"most":true},"printHeightMm":{"least":true,"most":true}}}},"legalBasis":{"title":true,"article":true,"documentNumber":true},"exemptions":{"sources":{"code":true},"legalBasis":{"title":true,"article":true,"documentNumber":true}}},"results":{"documentType":{"code":true},"subject":true,"spec":true,"validity":{"duration":true,"untils":{"zh":true,"en":true}}},"formFields":{"code":true,"subject":true,"titles":{"zh":true,"en":true},"required":true,"sensitive":true,"condition":true,"schema":true},"acceptance":{"code":true,"condition":true,"subject":true,"reasons":{"zh":true,"en":true},"legalBasis":{"title":true,"article":true,"documentNumber":true},"alternatives":{"zh":true,"en":true},"alternativeMatter":true},"benefits":{"condition":true,"amountFen":true,"per":true},"correctionPeriod":{"limit":{"amount":true,"unit":true},"deemedWithdrawn":true},"payment":{"items":{"zh":true,"en":true},"amountFen":true,"each":true,"payer":true,"channel":true,"dueInWorkingDays":true,"demanded":true,"basis":{"title":true,"article":true,"documentNumber":true}}}}> ) );
  Matter:
    ( { __typename: 'Matter' }
    & GraphQLRecursivePick<FederationTypes['Matter'], {"code":true}> );
  Submission:
    ( { __typename: 'Submission' }
    & GraphQLRecursivePick<FederationTypes['Submission'], {"id":true}> );
  Filing:
    ( { __typename: 'Filing' }
    & GraphQLRecursivePick<FederationTypes['Filing'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  LifeEvent: ResolverTypeWrapper<LifeEvent>;
  Matter: ResolverTypeWrapper<Matter>;
  Plan: ResolverTypeWrapper<Plan>;
  OpenQuestion: ResolverTypeWrapper<OpenQuestion>;
  DerivedAnswer: ResolverTypeWrapper<DerivedAnswer>;
  Questionnaire: ResolverTypeWrapper<Questionnaire>;
  PlanRefusal: ResolverTypeWrapper<PlanRefusal>;
  Material: ResolverTypeWrapper<Material>;
  ApartMaterial: ResolverTypeWrapper<ApartMaterial>;
  UsedLicence: ResolverTypeWrapper<UsedLicence>;
  AccountRow: ResolverTypeWrapper<AccountRow>;
  Fate: Fate;
  Reduction: ResolverTypeWrapper<Reduction>;
  Tally: ResolverTypeWrapper<Tally>;
  Form: ResolverTypeWrapper<Form>;
  OneFormField: ResolverTypeWrapper<OneFormField>;
  Step: ResolverTypeWrapper<Step>;
  CriticalPath: ResolverTypeWrapper<CriticalPath>;
  PlanWarning: ResolverTypeWrapper<PlanWarning>;
  AnswerInput: AnswerInput;
  FactInput: FactInput;
  PartyInput: PartyInput;
  HeldDocumentInput: HeldDocumentInput;
  SubmitLifeEventInput: SubmitLifeEventInput;
  RequestEvidenceInput: RequestEvidenceInput;
  AcceptEvidenceInput: AcceptEvidenceInput;
  EvidenceDecisionInput: EvidenceDecisionInput;
  EvidenceInput: EvidenceInput;
  ConsentInput: ConsentInput;
  SupplementSubmissionInput: SupplementSubmissionInput;
  WithdrawSubmissionInput: WithdrawSubmissionInput;
  WithdrawConsentInput: WithdrawConsentInput;
  RequestErasureInput: RequestErasureInput;
  CreateUploadInput: CreateUploadInput;
  DecideFilingInput: DecideFilingInput;
  RetryFilingInput: RetryFilingInput;
  FilingDecision: FilingDecision;
  CorrectionInput: CorrectionInput;
  ResultInput: ResultInput;
  SubmitLifeEventPayload: ResolverTypeWrapper<SubmitLifeEventPayload>;
  SubmissionPayload: ResolverTypeWrapper<SubmissionPayload>;
  FilingPayload: ResolverTypeWrapper<FilingPayload>;
  ErasurePayload: ResolverTypeWrapper<ErasurePayload>;
  EvidenceRequestPayload: ResolverTypeWrapper<EvidenceRequestPayload>;
  EvidenceRequest: ResolverTypeWrapper<EvidenceRequest>;
  ToldAnswer: ResolverTypeWrapper<ToldAnswer>;
  ToldField: ResolverTypeWrapper<ToldField>;
  EvidenceItem: ResolverTypeWrapper<EvidenceItem>;
  EvidenceDocument: ResolverTypeWrapper<EvidenceDocument>;
  PreviewOutcome: PreviewOutcome;
  CreateUploadPayload: ResolverTypeWrapper<CreateUploadPayload>;
  Upload: ResolverTypeWrapper<Upload>;
  Submission: ResolverTypeWrapper<Submission>;
  SourceConsent: ResolverTypeWrapper<SourceConsent>;
  Erasure: ResolverTypeWrapper<Erasure>;
  ErasureCause: ErasureCause;
  ErasedPart: ResolverTypeWrapper<ErasedPart>;
  ErasureOutcome: ErasureOutcome;
  KeptByLaw: ResolverTypeWrapper<KeptByLaw>;
  Access: ResolverTypeWrapper<Access>;
  AccessKind: AccessKind;
  UnverifiedFact: ResolverTypeWrapper<UnverifiedFact>;
  SubmissionState: SubmissionState;
  Filing: ResolverTypeWrapper<Filing>;
  SubmissionProof: ResolverTypeWrapper<SubmissionProof>;
  SubmissionProofEntry: ResolverTypeWrapper<SubmissionProofEntry>;
  SubmissionProofKind: SubmissionProofKind;
  Payment: ResolverTypeWrapper<Payment>;
  PaymentState: PaymentState;
  SurplusPayment: ResolverTypeWrapper<SurplusPayment>;
  PaymentEvent: ResolverTypeWrapper<PaymentEvent>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  SuppliedFile: ResolverTypeWrapper<SuppliedFile>;
  Download: ResolverTypeWrapper<Download>;
  FilingState: FilingState;
  IssuedResult: ResolverTypeWrapper<IssuedResult>;
  CorrectionNotice: ResolverTypeWrapper<CorrectionNotice>;
  TimelineEntry: ResolverTypeWrapper<TimelineEntry>;
  PersonalRecord: ResolverTypeWrapper<PersonalRecord>;
  PersonalRecordKind: PersonalRecordKind;
  SubmissionConnection: ResolverTypeWrapper<SubmissionConnection>;
  AccessConnection: ResolverTypeWrapper<AccessConnection>;
  PersonalRecordConnection: ResolverTypeWrapper<PersonalRecordConnection>;
  FilingConnection: ResolverTypeWrapper<FilingConnection>;
  FilingFigures: ResolverTypeWrapper<FilingFigures>;
  FilingFiguresInput: FilingFiguresInput;
  UnderWay: ResolverTypeWrapper<UnderWay>;
  UnderWayPerson: ResolverTypeWrapper<UnderWayPerson>;
  TakenUpload: ResolverTypeWrapper<TakenUpload>;
  SubmissionParts: ResolverTypeWrapper<SubmissionParts>;
  SubmissionPart: ResolverTypeWrapper<SubmissionPart>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  PartyRole: ResolverTypeWrapper<Scalars['PartyRole']['output']>;
  Language: Language;
  Department: ResolverTypeWrapper<Department>;
  DocumentType: ResolverTypeWrapper<DocumentType>;
  Question: ResolverTypeWrapper<Question>;
  Source: ResolverTypeWrapper<Source>;
  RefusalReason: ResolverTypeWrapper<RefusalReason>;
  LedgerKey: ResolverTypeWrapper<LedgerKey>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  TimeLimit: ResolverTypeWrapper<TimeLimit>;
  Channel: Channel;
  SpecialProcedure: ResolverTypeWrapper<SpecialProcedure>;
  WaitingPeriod: ResolverTypeWrapper<WaitingPeriod>;
  LegalBasis: ResolverTypeWrapper<LegalBasis>;
  AcceptanceCondition: ResolverTypeWrapper<AcceptanceCondition>;
  BenefitAmount: ResolverTypeWrapper<BenefitAmount>;
  MatterPayment: ResolverTypeWrapper<MatterPayment>;
  CorrectionPeriod: ResolverTypeWrapper<CorrectionPeriod>;
  PaymentChannel: PaymentChannel;
  MatterResult: ResolverTypeWrapper<MatterResult>;
  Requirement: ResolverTypeWrapper<Requirement>;
  PhotoFacts: ResolverTypeWrapper<PhotoFacts>;
  TrustGrade: TrustGrade;
  FormField: ResolverTypeWrapper<FormField>;
  Problem: ResolverTypeWrapper<Problem>;
  LocalizedText: ResolverTypeWrapper<LocalizedText>;
  TimeUnit: TimeUnit;
  WaitStart: WaitStart;
  BenefitPeriod: BenefitPeriod;
  PaymentTime: PaymentTime;
  ResultValidity: ResolverTypeWrapper<ResultValidity>;
  Exemption: ResolverTypeWrapper<Exemption>;
  Provenance: Provenance;
  Necessity: Necessity;
  DeclaredSource: DeclaredSource;
  Deferral: ResolverTypeWrapper<Deferral>;
  Commitment: ResolverTypeWrapper<Commitment>;
  EvidenceOption: ResolverTypeWrapper<EvidenceOption>;
  WholeRange: ResolverTypeWrapper<WholeRange>;
  PhotoBackground: PhotoBackground;
  EvidenceUse: ResolverTypeWrapper<EvidenceUse>;
  UseKind: UseKind;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  Mutation: Record<PropertyKey, never>;
  LifeEvent: LifeEvent | FederationReferenceTypes['LifeEvent'];
  Matter: Matter | FederationReferenceTypes['Matter'];
  Plan: Plan;
  OpenQuestion: OpenQuestion;
  DerivedAnswer: DerivedAnswer;
  Questionnaire: Questionnaire;
  PlanRefusal: PlanRefusal;
  Material: Material;
  ApartMaterial: ApartMaterial;
  UsedLicence: UsedLicence;
  AccountRow: AccountRow;
  Reduction: Reduction;
  Tally: Tally;
  Form: Form;
  OneFormField: OneFormField;
  Step: Step;
  CriticalPath: CriticalPath;
  PlanWarning: PlanWarning;
  AnswerInput: AnswerInput;
  FactInput: FactInput;
  PartyInput: PartyInput;
  HeldDocumentInput: HeldDocumentInput;
  SubmitLifeEventInput: SubmitLifeEventInput;
  RequestEvidenceInput: RequestEvidenceInput;
  AcceptEvidenceInput: AcceptEvidenceInput;
  EvidenceDecisionInput: EvidenceDecisionInput;
  EvidenceInput: EvidenceInput;
  ConsentInput: ConsentInput;
  SupplementSubmissionInput: SupplementSubmissionInput;
  WithdrawSubmissionInput: WithdrawSubmissionInput;
  WithdrawConsentInput: WithdrawConsentInput;
  RequestErasureInput: RequestErasureInput;
  CreateUploadInput: CreateUploadInput;
  DecideFilingInput: DecideFilingInput;
  RetryFilingInput: RetryFilingInput;
  CorrectionInput: CorrectionInput;
  ResultInput: ResultInput;
  SubmitLifeEventPayload: SubmitLifeEventPayload;
  SubmissionPayload: SubmissionPayload;
  FilingPayload: FilingPayload;
  ErasurePayload: ErasurePayload;
  EvidenceRequestPayload: EvidenceRequestPayload;
  EvidenceRequest: EvidenceRequest;
  ToldAnswer: ToldAnswer;
  ToldField: ToldField;
  EvidenceItem: EvidenceItem;
  EvidenceDocument: EvidenceDocument;
  CreateUploadPayload: CreateUploadPayload;
  Upload: Upload;
  Submission: Submission | FederationReferenceTypes['Submission'];
  SourceConsent: SourceConsent;
  Erasure: Erasure;
  ErasedPart: ErasedPart;
  KeptByLaw: KeptByLaw;
  Access: Access;
  UnverifiedFact: UnverifiedFact;
  Filing: Filing | FederationReferenceTypes['Filing'];
  SubmissionProof: SubmissionProof;
  SubmissionProofEntry: SubmissionProofEntry;
  Payment: Payment;
  SurplusPayment: SurplusPayment;
  PaymentEvent: PaymentEvent;
  Float: Scalars['Float']['output'];
  SuppliedFile: SuppliedFile;
  Download: Download;
  IssuedResult: IssuedResult;
  CorrectionNotice: CorrectionNotice;
  TimelineEntry: TimelineEntry;
  PersonalRecord: PersonalRecord;
  SubmissionConnection: SubmissionConnection;
  AccessConnection: AccessConnection;
  PersonalRecordConnection: PersonalRecordConnection;
  FilingConnection: FilingConnection;
  FilingFigures: FilingFigures;
  FilingFiguresInput: FilingFiguresInput;
  UnderWay: UnderWay;
  UnderWayPerson: UnderWayPerson;
  TakenUpload: TakenUpload;
  SubmissionParts: SubmissionParts;
  SubmissionPart: SubmissionPart;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  JSON: Scalars['JSON']['output'];
  RegionCode: Scalars['RegionCode']['output'];
  PartyRole: Scalars['PartyRole']['output'];
  Department: Department;
  DocumentType: DocumentType;
  Question: Question;
  Source: Source;
  RefusalReason: RefusalReason;
  LedgerKey: LedgerKey;
  PageInfo: PageInfo;
  TimeLimit: TimeLimit;
  SpecialProcedure: SpecialProcedure;
  WaitingPeriod: WaitingPeriod;
  LegalBasis: LegalBasis;
  AcceptanceCondition: AcceptanceCondition;
  BenefitAmount: BenefitAmount;
  MatterPayment: MatterPayment;
  CorrectionPeriod: CorrectionPeriod;
  MatterResult: MatterResult;
  Requirement: Requirement;
  PhotoFacts: PhotoFacts;
  FormField: FormField;
  Problem: Problem;
  LocalizedText: LocalizedText;
  ResultValidity: ResultValidity;
  Exemption: Exemption;
  Deferral: Deferral;
  Commitment: Commitment;
  EvidenceOption: EvidenceOption;
  WholeRange: WholeRange;
  EvidenceUse: EvidenceUse;
};

export type QueryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType, RequireFields<QuerySubmissionArgs, 'id'>>;
  submissions?: Resolver<ResolversTypes['SubmissionConnection'], ParentType, ContextType, RequireFields<QuerySubmissionsArgs, 'first'>>;
  filings?: Resolver<ResolversTypes['FilingConnection'], ParentType, ContextType, RequireFields<QueryFilingsArgs, 'department' | 'parked' | 'first'>>;
  evidenceRequest?: Resolver<Maybe<ResolversTypes['EvidenceRequest']>, ParentType, ContextType, RequireFields<QueryEvidenceRequestArgs, 'id'>>;
  myData?: Resolver<ResolversTypes['PersonalRecordConnection'], ParentType, ContextType, RequireFields<QueryMyDataArgs, 'first'>>;
  submissionLedgerKey?: Resolver<ResolversTypes['LedgerKey'], ParentType, ContextType>;
  uploadsFit?: Resolver<ReadonlyArray<ResolversTypes['TakenUpload']>, ParentType, ContextType, RequireFields<QueryUploadsFitArgs, 'account' | 'ids'>>;
  uploadLink?: Resolver<Maybe<ResolversTypes['Download']>, ParentType, ContextType, RequireFields<QueryUploadLinkArgs, 'upload' | 'of' | 'subject'>>;
  submissionParts?: Resolver<Maybe<ResolversTypes['SubmissionParts']>, ParentType, ContextType, RequireFields<QuerySubmissionPartsArgs, 'id' | 'account'>>;
  filingFigures?: Resolver<ReadonlyArray<ResolversTypes['FilingFigures']>, ParentType, ContextType, RequireFields<QueryFilingFiguresArgs, 'of'>>;
  underWay?: Resolver<ReadonlyArray<ResolversTypes['UnderWay']>, ParentType, ContextType, RequireFields<QueryUnderWayArgs, 'account' | 'lifeEvents' | 'matters'>>;
};

export type MutationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  requestEvidence?: Resolver<ResolversTypes['EvidenceRequestPayload'], ParentType, ContextType, RequireFields<MutationRequestEvidenceArgs, 'input'>>;
  acceptEvidence?: Resolver<ResolversTypes['EvidenceRequestPayload'], ParentType, ContextType, RequireFields<MutationAcceptEvidenceArgs, 'input'>>;
  submitLifeEvent?: Resolver<ResolversTypes['SubmitLifeEventPayload'], ParentType, ContextType, RequireFields<MutationSubmitLifeEventArgs, 'input'>>;
  supplementSubmission?: Resolver<ResolversTypes['SubmissionPayload'], ParentType, ContextType, RequireFields<MutationSupplementSubmissionArgs, 'input'>>;
  withdrawSubmission?: Resolver<ResolversTypes['SubmissionPayload'], ParentType, ContextType, RequireFields<MutationWithdrawSubmissionArgs, 'input'>>;
  withdrawConsent?: Resolver<ResolversTypes['SubmissionPayload'], ParentType, ContextType, RequireFields<MutationWithdrawConsentArgs, 'input'>>;
  requestErasure?: Resolver<ResolversTypes['ErasurePayload'], ParentType, ContextType, RequireFields<MutationRequestErasureArgs, 'input'>>;
  createUpload?: Resolver<ResolversTypes['CreateUploadPayload'], ParentType, ContextType, RequireFields<MutationCreateUploadArgs, 'input'>>;
  uploadsTake?: Resolver<ReadonlyArray<ResolversTypes['TakenUpload']>, ParentType, ContextType, RequireFields<MutationUploadsTakeArgs, 'account' | 'ids'>>;
  uploadsLetGo?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<MutationUploadsLetGoArgs, 'ids'>>;
  decideFiling?: Resolver<ResolversTypes['FilingPayload'], ParentType, ContextType, RequireFields<MutationDecideFilingArgs, 'input'>>;
  retryFiling?: Resolver<ResolversTypes['FilingPayload'], ParentType, ContextType, RequireFields<MutationRetryFilingArgs, 'input'>>;
};

export type LifeEventResolvers<ContextType = any, ParentType extends ResolversParentTypes['LifeEvent'] = ResolversParentTypes['LifeEvent'], FederationReferenceType extends FederationReferenceTypes['LifeEvent'] = FederationReferenceTypes['LifeEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LifeEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType, RequireFields<LifeEventPlanArgs, 'answers' | 'parties' | 'refusedSources' | 'held' | 'commitments' | 'facts' | 'fromVault'>>;
  planningInput?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type MatterResolvers<ContextType = any, ParentType extends ResolversParentTypes['Matter'] = ResolversParentTypes['Matter'], FederationReferenceType extends FederationReferenceTypes['Matter'] = FederationReferenceTypes['Matter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Matter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PlanResolvers<ContextType = any, ParentType extends ResolversParentTypes['Plan'] = ResolversParentTypes['Plan']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  catalogueRevision?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['Matter']>, ParentType, ContextType>;
  openQuestions?: Resolver<ReadonlyArray<ResolversTypes['OpenQuestion']>, ParentType, ContextType>;
  questionnaire?: Resolver<ResolversTypes['Questionnaire'], ParentType, ContextType>;
  derivedAnswers?: Resolver<ReadonlyArray<ResolversTypes['DerivedAnswer']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['PlanRefusal']>, ParentType, ContextType>;
  materials?: Resolver<ReadonlyArray<ResolversTypes['Material']>, ParentType, ContextType>;
  account?: Resolver<ReadonlyArray<ResolversTypes['AccountRow']>, ParentType, ContextType>;
  reduction?: Resolver<ResolversTypes['Reduction'], ParentType, ContextType>;
  form?: Resolver<ResolversTypes['Form'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['Step']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  licences?: Resolver<ReadonlyArray<ResolversTypes['UsedLicence']>, ParentType, ContextType>;
  criticalPath?: Resolver<ResolversTypes['CriticalPath'], ParentType, ContextType>;
  optimal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lowerBound?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['PlanWarning']>, ParentType, ContextType>;
};

export type OpenQuestionResolvers<ContextType = any, ParentType extends ResolversParentTypes['OpenQuestion'] = ResolversParentTypes['OpenQuestion']> = {
  question?: Resolver<ResolversTypes['Question'], ParentType, ContextType>;
  mostMaterials?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fewestMaterials?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onlyForm?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  knownBy?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  answeredBy?: Resolver<ReadonlyArray<ResolversTypes['OneFormField']>, ParentType, ContextType>;
};

export type DerivedAnswerResolvers<ContextType = any, ParentType extends ResolversParentTypes['DerivedAnswer'] = ResolversParentTypes['DerivedAnswer']> = {
  question?: Resolver<ResolversTypes['Question'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type QuestionnaireResolvers<ContextType = any, ParentType extends ResolversParentTypes['Questionnaire'] = ResolversParentTypes['Questionnaire']> = {
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  asked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  told?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  derived?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlanRefusalResolvers<ContextType = any, ParentType extends ResolversParentTypes['PlanRefusal'] = ResolversParentTypes['PlanRefusal']> = {
  matter?: Resolver<ResolversTypes['Matter'], ParentType, ContextType>;
  condition?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['PartyRole']>, ParentType, ContextType>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  who?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<PlanRefusalWhoArgs, 'language'>>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PlanRefusalReasonArgs, 'language'>>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  alternative?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<PlanRefusalAlternativeArgs, 'language'>>;
  alternativeMatter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
  dependsOn?: Resolver<ReadonlyArray<ResolversTypes['Question']>, ParentType, ContextType>;
};

export type MaterialResolvers<ContextType = any, ParentType extends ResolversParentTypes['Material'] = ResolversParentTypes['Material']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  documentType?: Resolver<ResolversTypes['DocumentType'], ParentType, ContextType>;
  subjects?: Resolver<ReadonlyArray<ResolversTypes['PartyRole']>, ParentType, ContextType>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  party?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  spec?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  photo?: Resolver<Maybe<ResolversTypes['PhotoFacts']>, ParentType, ContextType>;
  apart?: Resolver<ReadonlyArray<ResolversTypes['ApartMaterial']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MaterialTitleArgs, 'language'>>;
  showOriginal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  handIn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  copies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minimumTrust?: Resolver<ResolversTypes['TrustGrade'], ParentType, ContextType>;
  maximumAgeDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  deferrable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dueInWorkingDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  neededBy?: Resolver<ReadonlyArray<ResolversTypes['AccountRow']>, ParentType, ContextType>;
  dependsOn?: Resolver<ReadonlyArray<ResolversTypes['Question']>, ParentType, ContextType>;
  alternatives?: Resolver<ReadonlyArray<ResolversTypes['DocumentType']>, ParentType, ContextType>;
};

export type ApartMaterialResolvers<ContextType = any, ParentType extends ResolversParentTypes['ApartMaterial'] = ResolversParentTypes['ApartMaterial']> = {
  material?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ApartMaterialReasonArgs, 'language'>>;
};

export type UsedLicenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['UsedLicence'] = ResolversParentTypes['UsedLicence']> = {
  licence?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  documentType?: Resolver<ResolversTypes['DocumentType'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  party?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  spec?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<UsedLicenceTitleArgs, 'language'>>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['AccountRow']>, ParentType, ContextType>;
};

export type AccountRowResolvers<ContextType = any, ParentType extends ResolversParentTypes['AccountRow'] = ResolversParentTypes['AccountRow']> = {
  matter?: Resolver<ResolversTypes['Matter'], ParentType, ContextType>;
  requirement?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AccountRowNameArgs, 'language'>>;
  party?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  fate?: Resolver<ResolversTypes['Fate'], ParentType, ContextType>;
  material?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  dependsOn?: Resolver<ReadonlyArray<ResolversTypes['Question']>, ParentType, ContextType>;
  producedBy?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AccountRowReasonArgs, 'language'>>;
  basis?: Resolver<Maybe<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
};

export type ReductionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Reduction'] = ResolversParentTypes['Reduction']> = {
  before?: Resolver<ResolversTypes['Tally'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['Tally'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kept?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  merged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  produced?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shared?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  generated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  committed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deferred?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waived?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notApplicable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notEntitled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TallyResolvers<ContextType = any, ParentType extends ResolversParentTypes['Tally'] = ResolversParentTypes['Tally']> = {
  departments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  matters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  forms?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  materials?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  visits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  workingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FormResolvers<ContextType = any, ParentType extends ResolversParentTypes['Form'] = ResolversParentTypes['Form']> = {
  schema?: Resolver<ResolversTypes['JSON'], ParentType, ContextType, RequireFields<FormSchemaArgs, 'language'>>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['OneFormField']>, ParentType, ContextType>;
  replaces?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OneFormFieldResolvers<ContextType = any, ParentType extends ResolversParentTypes['OneFormField'] = ResolversParentTypes['OneFormField']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  party?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<OneFormFieldTitleArgs, 'language'>>;
  hint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<OneFormFieldHintArgs, 'language'>>;
  group?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<OneFormFieldGroupArgs, 'language'>>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  receivedBy?: Resolver<ReadonlyArray<ResolversTypes['Matter']>, ParentType, ContextType>;
  prefilledFrom?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  fixedBy?: Resolver<Maybe<ResolversTypes['Question']>, ParentType, ContextType>;
  sensitive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type StepResolvers<ContextType = any, ParentType extends ResolversParentTypes['Step'] = ResolversParentTypes['Step']> = {
  matter?: Resolver<ResolversTypes['Matter'], ParentType, ContextType>;
  party?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  after?: Resolver<ReadonlyArray<ResolversTypes['Matter']>, ParentType, ContextType>;
  promised?: Resolver<Maybe<ResolversTypes['TimeLimit']>, ParentType, ContextType>;
  waits?: Resolver<ReadonlyArray<ResolversTypes['WaitingPeriod']>, ParentType, ContextType>;
  inPerson?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CriticalPathResolvers<ContextType = any, ParentType extends ResolversParentTypes['CriticalPath'] = ResolversParentTypes['CriticalPath']> = {
  workingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  matters?: Resolver<ReadonlyArray<ResolversTypes['Matter']>, ParentType, ContextType>;
};

export type PlanWarningResolvers<ContextType = any, ParentType extends ResolversParentTypes['PlanWarning'] = ResolversParentTypes['PlanWarning']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PlanWarningMessageArgs, 'language'>>;
  matters?: Resolver<ReadonlyArray<ResolversTypes['Matter']>, ParentType, ContextType>;
};

export type SubmitLifeEventPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['SubmitLifeEventPayload'] = ResolversParentTypes['SubmitLifeEventPayload']> = {
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type SubmissionPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['SubmissionPayload'] = ResolversParentTypes['SubmissionPayload']> = {
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type FilingPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['FilingPayload'] = ResolversParentTypes['FilingPayload']> = {
  filing?: Resolver<Maybe<ResolversTypes['Filing']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type ErasurePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ErasurePayload'] = ResolversParentTypes['ErasurePayload']> = {
  erasure?: Resolver<Maybe<ResolversTypes['Erasure']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type EvidenceRequestPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvidenceRequestPayload'] = ResolversParentTypes['EvidenceRequestPayload']> = {
  request?: Resolver<Maybe<ResolversTypes['EvidenceRequest']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type EvidenceRequestResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvidenceRequest'] = ResolversParentTypes['EvidenceRequest']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  handOverText?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<EvidenceRequestHandOverTextArgs, 'language'>>;
  consents?: Resolver<ReadonlyArray<ResolversTypes['SourceConsent']>, ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['EvidenceItem']>, ParentType, ContextType>;
  answers?: Resolver<ReadonlyArray<ResolversTypes['ToldAnswer']>, ParentType, ContextType>;
  form?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  sourcesToRefuse?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
};

export type ToldAnswerResolvers<ContextType = any, ParentType extends ResolversParentTypes['ToldAnswer'] = ResolversParentTypes['ToldAnswer']> = {
  question?: Resolver<ResolversTypes['Question'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  toldBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ToldFieldResolvers<ContextType = any, ParentType extends ResolversParentTypes['ToldField'] = ResolversParentTypes['ToldField']> = {
  party?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type EvidenceItemResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvidenceItem'] = ResolversParentTypes['EvidenceItem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  documentType?: Resolver<ResolversTypes['DocumentType'], ParentType, ContextType>;
  material?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<EvidenceItemTitleArgs, 'language'>>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  matters?: Resolver<ReadonlyArray<ResolversTypes['Matter']>, ParentType, ContextType>;
  requirements?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['PreviewOutcome'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<EvidenceItemMessageArgs, 'language'>>;
  document?: Resolver<Maybe<ResolversTypes['EvidenceDocument']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['Question']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['ToldField']>, ParentType, ContextType>;
  accepted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EvidenceDocumentResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvidenceDocument'] = ResolversParentTypes['EvidenceDocument']> = {
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  trust?: Resolver<ResolversTypes['TrustGrade'], ParentType, ContextType>;
  issuedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CreateUploadPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['CreateUploadPayload'] = ResolversParentTypes['CreateUploadPayload']> = {
  upload?: Resolver<Maybe<ResolversTypes['Upload']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type UploadResolvers<ContextType = any, ParentType extends ResolversParentTypes['Upload'] = ResolversParentTypes['Upload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SubmissionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Submission'] = ResolversParentTypes['Submission'], FederationReferenceType extends FederationReferenceTypes['Submission'] = FederationReferenceTypes['Submission']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Submission']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  receiptNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SubmissionState'], ParentType, ContextType>;
  lifeEvent?: Resolver<ResolversTypes['LifeEvent'], ParentType, ContextType>;
  planId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  filings?: Resolver<ReadonlyArray<ResolversTypes['Filing']>, ParentType, ContextType>;
  correction?: Resolver<Maybe<ResolversTypes['CorrectionNotice']>, ParentType, ContextType>;
  timeline?: Resolver<ReadonlyArray<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
  results?: Resolver<ReadonlyArray<ResolversTypes['IssuedResult']>, ParentType, ContextType>;
  unverified?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UnverifiedFact']>>, ParentType, ContextType>;
  accesses?: Resolver<Maybe<ResolversTypes['AccessConnection']>, ParentType, ContextType, RequireFields<SubmissionAccessesArgs, 'first'>>;
  consents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SourceConsent']>>, ParentType, ContextType>;
  proof?: Resolver<Maybe<ResolversTypes['SubmissionProof']>, ParentType, ContextType>;
  erasure?: Resolver<Maybe<ResolversTypes['Erasure']>, ParentType, ContextType>;
};

export type SourceConsentResolvers<ContextType = any, ParentType extends ResolversParentTypes['SourceConsent'] = ResolversParentTypes['SourceConsent']> = {
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  textVersion?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SourceConsentTextArgs, 'language'>>;
  requirements?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ErasureResolvers<ContextType = any, ParentType extends ResolversParentTypes['Erasure'] = ResolversParentTypes['Erasure']> = {
  cause?: Resolver<ResolversTypes['ErasureCause'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parts?: Resolver<ReadonlyArray<ResolversTypes['ErasedPart']>, ParentType, ContextType>;
  kept?: Resolver<ReadonlyArray<ResolversTypes['KeptByLaw']>, ParentType, ContextType>;
};

export type ErasedPartResolvers<ContextType = any, ParentType extends ResolversParentTypes['ErasedPart'] = ResolversParentTypes['ErasedPart']> = {
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  filing?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ErasureOutcome'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  files?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type KeptByLawResolvers<ContextType = any, ParentType extends ResolversParentTypes['KeptByLaw'] = ResolversParentTypes['KeptByLaw']> = {
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<KeptByLawWhatArgs, 'language'>>;
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<KeptByLawBasisArgs, 'language'>>;
};

export type AccessResolvers<ContextType = any, ParentType extends ResolversParentTypes['Access'] = ResolversParentTypes['Access']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AccessKind'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
};

export type UnverifiedFactResolvers<ContextType = any, ParentType extends ResolversParentTypes['UnverifiedFact'] = ResolversParentTypes['UnverifiedFact']> = {
  fact?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  party?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<UnverifiedFactMessageArgs, 'language'>>;
};

export type FilingResolvers<ContextType = any, ParentType extends ResolversParentTypes['Filing'] = ResolversParentTypes['Filing'], FederationReferenceType extends FederationReferenceTypes['Filing'] = FederationReferenceTypes['Filing']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Filing']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  submission?: Resolver<ResolversTypes['Submission'], ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['Matter'], ParentType, ContextType>;
  party?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['FilingState'], ParentType, ContextType>;
  waitingFor?: Resolver<ReadonlyArray<ResolversTypes['Matter']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<FilingMessageArgs, 'language'>>;
  refusalReason?: Resolver<Maybe<ResolversTypes['RefusalReason']>, ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  correctionDueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  beginsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  results?: Resolver<ReadonlyArray<ResolversTypes['IssuedResult']>, ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  form?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  files?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SuppliedFile']>>, ParentType, ContextType>;
};

export type SubmissionProofResolvers<ContextType = any, ParentType extends ResolversParentTypes['SubmissionProof'] = ResolversParentTypes['SubmissionProof']> = {
  brokenAt?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  entries?: Resolver<ReadonlyArray<ResolversTypes['SubmissionProofEntry']>, ParentType, ContextType>;
};

export type SubmissionProofEntryResolvers<ContextType = any, ParentType extends ResolversParentTypes['SubmissionProofEntry'] = ResolversParentTypes['SubmissionProofEntry']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SubmissionProofKind'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  contentDigest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signature?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signatureHolds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = any, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PaymentItemArgs, 'language'>>;
  amountFen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  payer?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['PaymentChannel'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PaymentState'], ParentType, ContextType>;
  payUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paidAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  receiptNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refundedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refundedFen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  surplus?: Resolver<ReadonlyArray<ResolversTypes['SurplusPayment']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['PaymentEvent']>, ParentType, ContextType>;
};

export type SurplusPaymentResolvers<ContextType = any, ParentType extends ResolversParentTypes['SurplusPayment'] = ResolversParentTypes['SurplusPayment']> = {
  amountFen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  receiptNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paidAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refundedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PaymentEventResolvers<ContextType = any, ParentType extends ResolversParentTypes['PaymentEvent'] = ResolversParentTypes['PaymentEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PaymentState'], ParentType, ContextType>;
  saidFen?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  saidCurrency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SuppliedFileResolvers<ContextType = any, ParentType extends ResolversParentTypes['SuppliedFile'] = ResolversParentTypes['SuppliedFile']> = {
  upload?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  material?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  download?: Resolver<Maybe<ResolversTypes['Download']>, ParentType, ContextType>;
};

export type DownloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['Download'] = ResolversParentTypes['Download']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type IssuedResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['IssuedResult'] = ResolversParentTypes['IssuedResult']> = {
  documentType?: Resolver<ResolversTypes['DocumentType'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  party?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  spec?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CorrectionNoticeResolvers<ContextType = any, ParentType extends ResolversParentTypes['CorrectionNotice'] = ResolversParentTypes['CorrectionNotice']> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type TimelineEntryResolvers<ContextType = any, ParentType extends ResolversParentTypes['TimelineEntry'] = ResolversParentTypes['TimelineEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
  party?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  event?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<TimelineEntryMessageArgs, 'language'>>;
};

export type PersonalRecordResolvers<ContextType = any, ParentType extends ResolversParentTypes['PersonalRecord'] = ResolversParentTypes['PersonalRecord']> = {
  kind?: Resolver<ResolversTypes['PersonalRecordKind'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  submission?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type SubmissionConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SubmissionConnection'] = ResolversParentTypes['SubmissionConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Submission']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccessConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['AccessConnection'] = ResolversParentTypes['AccessConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Access']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PersonalRecordConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['PersonalRecordConnection'] = ResolversParentTypes['PersonalRecordConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PersonalRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FilingConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['FilingConnection'] = ResolversParentTypes['FilingConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Filing']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FilingFiguresResolvers<ContextType = any, ParentType extends ResolversParentTypes['FilingFigures'] = ResolversParentTypes['FilingFigures']> = {
  lodged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  corrected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  faulty?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnderWayResolvers<ContextType = any, ParentType extends ResolversParentTypes['UnderWay'] = ResolversParentTypes['UnderWay']> = {
  lifeEvent?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  matters?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  people?: Resolver<ReadonlyArray<ResolversTypes['UnderWayPerson']>, ParentType, ContextType>;
};

export type UnderWayPersonResolvers<ContextType = any, ParentType extends ResolversParentTypes['UnderWayPerson'] = ResolversParentTypes['UnderWayPerson']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  identityNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bornOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type TakenUploadResolvers<ContextType = any, ParentType extends ResolversParentTypes['TakenUpload'] = ResolversParentTypes['TakenUpload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubmissionPartsResolvers<ContextType = any, ParentType extends ResolversParentTypes['SubmissionParts'] = ResolversParentTypes['SubmissionParts']> = {
  lifeEvent?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  filings?: Resolver<ReadonlyArray<ResolversTypes['SubmissionPart']>, ParentType, ContextType>;
};

export type SubmissionPartResolvers<ContextType = any, ParentType extends ResolversParentTypes['SubmissionPart'] = ResolversParentTypes['SubmissionPart']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['FilingState'], ParentType, ContextType>;
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

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export interface PartyRoleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PartyRole'], any> {
  name: 'PartyRole';
}

export type DepartmentResolvers<ContextType = any, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DocumentTypeResolvers<ContextType = any, ParentType extends ResolversParentTypes['DocumentType'] = ResolversParentTypes['DocumentType']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QuestionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Question'] = ResolversParentTypes['Question']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RefusalReasonResolvers<ContextType = any, ParentType extends ResolversParentTypes['RefusalReason'] = ResolversParentTypes['RefusalReason']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LedgerKeyResolvers<ContextType = any, ParentType extends ResolversParentTypes['LedgerKey'] = ResolversParentTypes['LedgerKey']> = {
  part?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sm2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = any, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TimeLimitResolvers<ContextType = any, ParentType extends ResolversParentTypes['TimeLimit'] = ResolversParentTypes['TimeLimit']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['TimeUnit'], ParentType, ContextType>;
};

export type SpecialProcedureResolvers<ContextType = any, ParentType extends ResolversParentTypes['SpecialProcedure'] = ResolversParentTypes['SpecialProcedure']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SpecialProcedureTitleArgs, 'language'>>;
  titles?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['TimeLimit'], ParentType, ContextType>;
  stopsClock?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type WaitingPeriodResolvers<ContextType = any, ParentType extends ResolversParentTypes['WaitingPeriod'] = ResolversParentTypes['WaitingPeriod']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<WaitingPeriodTitleArgs, 'language'>>;
  titles?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['TimeLimit'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['WaitStart'], ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
};

export type LegalBasisResolvers<ContextType = any, ParentType extends ResolversParentTypes['LegalBasis'] = ResolversParentTypes['LegalBasis']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AcceptanceConditionResolvers<ContextType = any, ParentType extends ResolversParentTypes['AcceptanceCondition'] = ResolversParentTypes['AcceptanceCondition']> = {
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

export type BenefitAmountResolvers<ContextType = any, ParentType extends ResolversParentTypes['BenefitAmount'] = ResolversParentTypes['BenefitAmount']> = {
  condition?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  amountFen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  per?: Resolver<ResolversTypes['BenefitPeriod'], ParentType, ContextType>;
};

export type MatterPaymentResolvers<ContextType = any, ParentType extends ResolversParentTypes['MatterPayment'] = ResolversParentTypes['MatterPayment']> = {
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

export type CorrectionPeriodResolvers<ContextType = any, ParentType extends ResolversParentTypes['CorrectionPeriod'] = ResolversParentTypes['CorrectionPeriod']> = {
  limit?: Resolver<ResolversTypes['TimeLimit'], ParentType, ContextType>;
  deemedWithdrawn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
};

export type MatterResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['MatterResult'] = ResolversParentTypes['MatterResult']> = {
  documentType?: Resolver<ResolversTypes['DocumentType'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  spec?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validity?: Resolver<Maybe<ResolversTypes['ResultValidity']>, ParentType, ContextType>;
};

export type RequirementResolvers<ContextType = any, ParentType extends ResolversParentTypes['Requirement'] = ResolversParentTypes['Requirement']> = {
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

export type PhotoFactsResolvers<ContextType = any, ParentType extends ResolversParentTypes['PhotoFacts'] = ResolversParentTypes['PhotoFacts']> = {
  width?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
  background?: Resolver<Maybe<ResolversTypes['PhotoBackground']>, ParentType, ContextType>;
  kib?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
  printWidthMm?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
  printHeightMm?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
};

export type FormFieldResolvers<ContextType = any, ParentType extends ResolversParentTypes['FormField'] = ResolversParentTypes['FormField']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FormFieldTitleArgs, 'language'>>;
  titles?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sensitive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  schema?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type ProblemResolvers<ContextType = any, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ProblemMessageArgs, 'language'>>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  material?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type LocalizedTextResolvers<ContextType = any, ParentType extends ResolversParentTypes['LocalizedText'] = ResolversParentTypes['LocalizedText']> = {
  zh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  en?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResultValidityResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResultValidity'] = ResolversParentTypes['ResultValidity']> = {
  duration?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ResultValidityUntilArgs, 'language'>>;
  untils?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
};

export type ExemptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Exemption'] = ResolversParentTypes['Exemption']> = {
  sources?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Source']>>, ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
};

export type DeferralResolvers<ContextType = any, ParentType extends ResolversParentTypes['Deferral'] = ResolversParentTypes['Deferral']> = {
  workingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  consequence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<DeferralConsequenceArgs, 'language'>>;
  consequences?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
};

export type CommitmentResolvers<ContextType = any, ParentType extends ResolversParentTypes['Commitment'] = ResolversParentTypes['Commitment']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CommitmentTextArgs, 'language'>>;
  texts?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  consequence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CommitmentConsequenceArgs, 'language'>>;
  consequences?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
};

export type EvidenceOptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvidenceOption'] = ResolversParentTypes['EvidenceOption']> = {
  condition?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  uses?: Resolver<ReadonlyArray<ResolversTypes['EvidenceUse']>, ParentType, ContextType>;
};

export type WholeRangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['WholeRange'] = ResolversParentTypes['WholeRange']> = {
  least?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  most?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EvidenceUseResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvidenceUse'] = ResolversParentTypes['EvidenceUse']> = {
  documentType?: Resolver<ResolversTypes['DocumentType'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  spec?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  use?: Resolver<ResolversTypes['UseKind'], ParentType, ContextType>;
  copies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minimumTrust?: Resolver<ResolversTypes['TrustGrade'], ParentType, ContextType>;
  maximumAgeDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  photo?: Resolver<Maybe<ResolversTypes['PhotoFacts']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = any> = {
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  LifeEvent?: LifeEventResolvers<ContextType>;
  Matter?: MatterResolvers<ContextType>;
  Plan?: PlanResolvers<ContextType>;
  OpenQuestion?: OpenQuestionResolvers<ContextType>;
  DerivedAnswer?: DerivedAnswerResolvers<ContextType>;
  Questionnaire?: QuestionnaireResolvers<ContextType>;
  PlanRefusal?: PlanRefusalResolvers<ContextType>;
  Material?: MaterialResolvers<ContextType>;
  ApartMaterial?: ApartMaterialResolvers<ContextType>;
  UsedLicence?: UsedLicenceResolvers<ContextType>;
  AccountRow?: AccountRowResolvers<ContextType>;
  Reduction?: ReductionResolvers<ContextType>;
  Tally?: TallyResolvers<ContextType>;
  Form?: FormResolvers<ContextType>;
  OneFormField?: OneFormFieldResolvers<ContextType>;
  Step?: StepResolvers<ContextType>;
  CriticalPath?: CriticalPathResolvers<ContextType>;
  PlanWarning?: PlanWarningResolvers<ContextType>;
  SubmitLifeEventPayload?: SubmitLifeEventPayloadResolvers<ContextType>;
  SubmissionPayload?: SubmissionPayloadResolvers<ContextType>;
  FilingPayload?: FilingPayloadResolvers<ContextType>;
  ErasurePayload?: ErasurePayloadResolvers<ContextType>;
  EvidenceRequestPayload?: EvidenceRequestPayloadResolvers<ContextType>;
  EvidenceRequest?: EvidenceRequestResolvers<ContextType>;
  ToldAnswer?: ToldAnswerResolvers<ContextType>;
  ToldField?: ToldFieldResolvers<ContextType>;
  EvidenceItem?: EvidenceItemResolvers<ContextType>;
  EvidenceDocument?: EvidenceDocumentResolvers<ContextType>;
  CreateUploadPayload?: CreateUploadPayloadResolvers<ContextType>;
  Upload?: UploadResolvers<ContextType>;
  Submission?: SubmissionResolvers<ContextType>;
  SourceConsent?: SourceConsentResolvers<ContextType>;
  Erasure?: ErasureResolvers<ContextType>;
  ErasedPart?: ErasedPartResolvers<ContextType>;
  KeptByLaw?: KeptByLawResolvers<ContextType>;
  Access?: AccessResolvers<ContextType>;
  UnverifiedFact?: UnverifiedFactResolvers<ContextType>;
  Filing?: FilingResolvers<ContextType>;
  SubmissionProof?: SubmissionProofResolvers<ContextType>;
  SubmissionProofEntry?: SubmissionProofEntryResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  SurplusPayment?: SurplusPaymentResolvers<ContextType>;
  PaymentEvent?: PaymentEventResolvers<ContextType>;
  SuppliedFile?: SuppliedFileResolvers<ContextType>;
  Download?: DownloadResolvers<ContextType>;
  IssuedResult?: IssuedResultResolvers<ContextType>;
  CorrectionNotice?: CorrectionNoticeResolvers<ContextType>;
  TimelineEntry?: TimelineEntryResolvers<ContextType>;
  PersonalRecord?: PersonalRecordResolvers<ContextType>;
  SubmissionConnection?: SubmissionConnectionResolvers<ContextType>;
  AccessConnection?: AccessConnectionResolvers<ContextType>;
  PersonalRecordConnection?: PersonalRecordConnectionResolvers<ContextType>;
  FilingConnection?: FilingConnectionResolvers<ContextType>;
  FilingFigures?: FilingFiguresResolvers<ContextType>;
  UnderWay?: UnderWayResolvers<ContextType>;
  UnderWayPerson?: UnderWayPersonResolvers<ContextType>;
  TakenUpload?: TakenUploadResolvers<ContextType>;
  SubmissionParts?: SubmissionPartsResolvers<ContextType>;
  SubmissionPart?: SubmissionPartResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  RegionCode?: GraphQLScalarType;
  PartyRole?: GraphQLScalarType;
  Department?: DepartmentResolvers<ContextType>;
  DocumentType?: DocumentTypeResolvers<ContextType>;
  Question?: QuestionResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  RefusalReason?: RefusalReasonResolvers<ContextType>;
  LedgerKey?: LedgerKeyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
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
  PhotoFacts?: PhotoFactsResolvers<ContextType>;
  FormField?: FormFieldResolvers<ContextType>;
  Problem?: ProblemResolvers<ContextType>;
  LocalizedText?: LocalizedTextResolvers<ContextType>;
  ResultValidity?: ResultValidityResolvers<ContextType>;
  Exemption?: ExemptionResolvers<ContextType>;
  Deferral?: DeferralResolvers<ContextType>;
  Commitment?: CommitmentResolvers<ContextType>;
  EvidenceOption?: EvidenceOptionResolvers<ContextType>;
  WholeRange?: WholeRangeResolvers<ContextType>;
  EvidenceUse?: EvidenceUseResolvers<ContextType>;
};


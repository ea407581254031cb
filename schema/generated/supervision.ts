// Generated from the SDL by "npm run compose": a change here is lost at the next.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Delegation as DelegationParent, Readiness as ReadinessParent, DelegatedMonth as DelegatedMonthParent, Department as DepartmentParent, Problem as ProblemParent, Matter as MatterParent, AvailabilityAudit as AvailabilityAuditParent, AvailabilityItem as AvailabilityItemParent, AvailabilityReason as AvailabilityReasonParent, Issue as IssueParent, IssueEvent as IssueEventParent, IssueOwner as IssueOwnerParent, ObservedPaper as ObservedPaperParent, Walkthrough as WalkthroughParent, LedgerRow as LedgerRowParent, Submission as SubmissionParent, LifeEvent as LifeEventParent, FilingReview as FilingReviewParent, Review as ReviewParent, ReviewedAs as ReviewedAsParent, ReviewFollowUp as ReviewFollowUpParent, ReviewReason as ReviewReasonParent, ReviewGrade as ReviewGradeParent, Context } from '../../subgraphs/supervision/parents.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
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
  _FieldSet: { input: string; output: string; }
};

export type Query = {
  /** What an authority has online on a day and what not (网上办理率), by default today; null: nothing is published of it. */
  readonly availability: Maybe<AvailabilityAudit>;
  /** Powers that are handed down (权力下放), the earliest first; of a department those that it hands down or takes over. */
  readonly delegationBoard: DelegationConnection;
  /** How a matter is handed down; null: it is not. */
  readonly delegation: Maybe<Delegation>;
  /** Staff: one issue of the ledger; null for who may not see it, as for none. */
  readonly issue: Maybe<Issue>;
  /** Staff: the ledger (问题台账), the earliest due first. All of it with the scope `audit`, what walks and corrections opened with `walk`, their department's with `issues`. */
  readonly issueLedger: IssueConnection;
  /** Staff, scope `audit`: a month (YYYY-MM) of the ledger (月度通报). */
  readonly ledgerReport: LedgerReport;
  /** Staff, scopes `walk` or `audit`: walks through a matter, the latest first (走流程记录). */
  readonly walkthroughs: WalkthroughConnection;
  /** Staff, scopes `walk` or `audit`: what of a matter is asked for and not published; null: there is no such matter (清单偏差). */
  readonly driftReport: Maybe<DriftReport>;
  /** Reasons that a review may give (评价原因). */
  readonly reviewReasons: ReadonlyArray<ReviewReason>;
  /** Everything that is held of reviews of an account, for the person whose it is. */
  readonly reviewsData: ReviewDataConnection;
  /** Of these matters, those that are handed down and activated, for whoever files with departments. */
  readonly activatedDelegations: ReadonlyArray<ActivatedDelegation>;
};


export type QueryAvailabilityArgs = {
  authority: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryDelegationBoardArgs = {
  department?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDelegationArgs = {
  matter: Scalars['ID']['input'];
};


export type QueryIssueArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIssueLedgerArgs = {
  filter?: InputMaybe<IssueFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLedgerReportArgs = {
  month: Scalars['String']['input'];
};


export type QueryWalkthroughsArgs = {
  matter: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDriftReportArgs = {
  matter: Scalars['ID']['input'];
};


export type QueryReviewsDataArgs = {
  account: Scalars['String']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryActivatedDelegationsArgs = {
  matters: ReadonlyArray<Scalars['ID']['input']>;
};

export type Mutation = {
  /** A paper that a clerk asked for in a filing though no row names it: asked for in so many filings, an issue opens. True: one is open for it. */
  readonly supervisionHearAsked: Scalars['Boolean']['output'];
  /**
   * Staff of either department, scope `delegations`: show that whoever takes a power over is ready (就绪证明): how many were trained or posted, windows, systems, and
   * what shows it. What is shown later of the same stands in its place, and both stay written down.
   */
  readonly recordReadiness: DelegationPayload;
  /** Staff of whoever hands it down, scope `delegations`: let it begin on its day (确认启用). Refused until all of training, staff, windows and system is shown. */
  readonly activateDelegation: DelegationPayload;
  /**
   * Staff appointed to it, scope `walk`: what they met when they walked a matter as a user (走流程). Each paper that was asked for and that no row names opens an issue with
   * an owner, a section, a measure and a last day, unless it is open already.
   */
  readonly recordWalkthrough: WalkthroughPayload;
  /** Staff of whoever has it (`issues`), or of the office of supervision (`audit`): to whom it belongs and what is to be done (交办). */
  readonly assignIssue: IssuePayload;
  /** Staff of whoever has it: more working days (延期), with a reason and a notice; never beyond the most of its kind. */
  readonly extendIssue: IssuePayload;
  /** Staff of whoever has it: say that it is mended (整改完成). Refused while no later revision of the catalogue answers it. */
  readonly answerIssue: IssuePayload;
  /** Staff of the office of supervision (`audit`): whether it is mended (核查销号). If so it is closed, where what is published still answers it; if not it is theirs. */
  readonly checkIssue: IssuePayload;
  /**
   * The applicant's review of a finished filing of theirs (评价): one for each. A bad one (不满意及以下) says why by a code, and opens an issue with a last day, of which no member
   * of the staff is told who wrote it.
   */
  readonly reviewFiling: ReviewPayload;
  /** The applicant's word on how their bad review was followed up (回访确认). */
  readonly confirmFollowUp: ReviewPayload;
  /** Takes out what reviews of a submission tell of persons; answers how many. */
  readonly reviewsErase: Scalars['Int']['output'];
};


export type MutationSupervisionHearAskedArgs = {
  paper: AskedPaperInput;
};


export type MutationRecordReadinessArgs = {
  input: RecordReadinessInput;
};


export type MutationActivateDelegationArgs = {
  input: ActivateDelegationInput;
};


export type MutationRecordWalkthroughArgs = {
  input: RecordWalkthroughInput;
};


export type MutationAssignIssueArgs = {
  input: AssignIssueInput;
};


export type MutationExtendIssueArgs = {
  input: ExtendIssueInput;
};


export type MutationAnswerIssueArgs = {
  input: AnswerIssueInput;
};


export type MutationCheckIssueArgs = {
  input: CheckIssueInput;
};


export type MutationReviewFilingArgs = {
  input: ReviewFilingInput;
};


export type MutationConfirmFollowUpArgs = {
  input: ConfirmFollowUpInput;
};


export type MutationReviewsEraseArgs = {
  submission: Scalars['ID']['input'];
};

export type Matter = {
  readonly code: Scalars['ID']['output'];
  /** Whether it can be done online today (网上可办情况); null: nobody publishes that of it. */
  readonly availability: Maybe<AvailabilityItem>;
  /** What applicants said of its filings (满意度). */
  readonly rating: Maybe<Rating>;
};

/** What an authority has online and what not (网上办理率), counted from what is published item by item. */
export type AvailabilityAudit = {
  readonly authority: Department;
  readonly asOf: Scalars['Date']['output'];
  /** All items (业务总数). */
  readonly total: Scalars['Int']['output'];
  /** Need not be online, by law (依法豁免). */
  readonly exempt: ReadonlyArray<AvailabilityItem>;
  /** Those that are not exempt: of them `online` and `rate` are a share (应上线数). */
  readonly countable: Scalars['Int']['output'];
  readonly online: Scalars['Int']['output'];
  /** Not online, among them what is exempted by nothing but a word (未上线). */
  readonly offline: ReadonlyArray<AvailabilityItem>;
  /** Offline items by reason, the most frequent first (未上线原因). */
  readonly offlineByReason: ReadonlyArray<AvailabilityReason>;
  /** Percent of the countable, to a tenth; null where none is countable (网上办理率). */
  readonly rate: Maybe<Scalars['Float']['output']>;
};

/** Something that an authority does for people (业务模块). */
export type AvailabilityItem = {
  /** Within its authority. */
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly state: AvailabilityState;
  /** Null: it is no matter of the catalogue. */
  readonly matter: Maybe<Matter>;
  /** Why it is exempt or offline (原因); null: it is online, or nobody says why not. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** Since when it is online, or should have been; null: nobody says. */
  readonly since: Maybe<Scalars['Date']['output']>;
  /** The day by which it is promised (承诺上线日). */
  readonly promised: Maybe<Scalars['Date']['output']>;
  /** It is offline, and that day is over (逾期未上线). */
  readonly overdue: Scalars['Boolean']['output'];
  /** By which law it is exempt (豁免依据); null: by none, and then it is not. */
  readonly legalBasis: Maybe<LegalBasis>;
};


/** Something that an authority does for people (业务模块). */
export type AvailabilityItemNameArgs = {
  language?: InputMaybe<Language>;
};


/** Something that an authority does for people (业务模块). */
export type AvailabilityItemReasonArgs = {
  language?: InputMaybe<Language>;
};

/** 已上线, 未上线, 依法豁免. */
export type AvailabilityState =
  | 'ONLINE'
  | 'OFFLINE'
  | 'EXEMPT';

/** Items that are offline for one reason (未上线原因); null: nobody says why. */
export type AvailabilityReason = {
  readonly reason: Maybe<Scalars['String']['output']>;
  readonly count: Scalars['Int']['output'];
};


/** Items that are offline for one reason (未上线原因); null: nobody says why. */
export type AvailabilityReasonReasonArgs = {
  language?: InputMaybe<Language>;
};

export type Department = {
  readonly code: Scalars['ID']['output'];
  /** Powers that it hands down or takes over (下放与承接事项). */
  readonly delegations: Maybe<DelegationConnection>;
  /** What applicants said of filings with it (满意度). */
  readonly rating: Maybe<Rating>;
};


export type DepartmentDelegationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A power that one department hands down to another (权力下放). */
export type Delegation = {
  readonly matter: Matter;
  /** Who hands it down, and looks after it (下放部门). */
  readonly from: Department;
  /** Who takes it over (承接部门). */
  readonly to: Department;
  readonly effectiveOn: Scalars['Date']['output'];
  readonly legalBasis: LegalBasis;
  readonly status: DelegationStatus;
  /** When whoever hands it down said that the other is ready; null: nobody did. */
  readonly activatedOn: Maybe<Scalars['Date']['output']>;
  /** From this day on what is lodged goes to `to`; null: to `from`, for it is not activated (起始日). */
  readonly beginsOn: Maybe<Scalars['Date']['output']>;
  /** What is shown, of each kind the latest (就绪情况). */
  readonly readiness: ReadonlyArray<Readiness>;
  /** What is not shown yet (未就绪). */
  readonly missing: ReadonlyArray<ReadinessKind>;
  /** What came of the filings of its first month, for whoever handed it down has to look; null: it has not begun (首月质量). */
  readonly firstMonth: Maybe<DelegatedMonth>;
};

/** 未到生效日, 已到生效日而未就绪, 已确认启用, 已承接. NOT_READY: what is lodged stays with whoever owns it. */
export type DelegationStatus =
  | 'PLANNED'
  | 'NOT_READY'
  | 'ACTIVATED'
  | 'IN_FORCE';

/** 人员培训, 人员到位, 窗口设置, 系统开通. */
export type ReadinessKind =
  | 'TRAINING'
  | 'STAFF'
  | 'WINDOWS'
  | 'SYSTEM';

/** That whoever takes a power over has something (就绪情况). */
export type Readiness = {
  readonly kind: ReadinessKind;
  /** People trained or posted, windows, systems. */
  readonly count: Scalars['Int']['output'];
  /** What shows it; for staff, null for others (证明材料). */
  readonly evidence: Maybe<Scalars['String']['output']>;
  readonly on: Scalars['Date']['output'];
  /** Who recorded it. */
  readonly by: Department;
};

/** Filings that were lodged in a power's first month (首月办件). */
export type DelegatedMonth = {
  readonly from: Scalars['Date']['output'];
  /** The day after its last. */
  readonly until: Scalars['Date']['output'];
  readonly lodged: Scalars['Int']['output'];
  /** Of those lodged: approved or refused. */
  readonly decided: Scalars['Int']['output'];
  /** Of the decided. */
  readonly refused: Scalars['Int']['output'];
  /** Of the decided: something had to be put right first (经补正). */
  readonly corrected: Scalars['Int']['output'];
  /** Of the decided: refused or corrected. */
  readonly faulty: Scalars['Int']['output'];
  /** Percent `faulty` of `decided`, to a tenth; null of none (差错率). */
  readonly errorRate: Maybe<Scalars['Float']['output']>;
};

/** A page of powers that are handed down; both counts are of all of them. */
export type DelegationConnection = {
  readonly nodes: ReadonlyArray<Delegation>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
  readonly inForce: Scalars['Int']['output'];
  readonly notReady: Scalars['Int']['output'];
};

/** Either a delegation or what is wrong. */
export type DelegationPayload = {
  readonly delegation: Maybe<Delegation>;
  readonly problems: ReadonlyArray<Problem>;
};

export type ActivatedDelegation = {
  readonly matter: Scalars['ID']['output'];
  readonly to: Scalars['ID']['output'];
  readonly effectiveOn: Scalars['Date']['output'];
  readonly activatedOn: Scalars['Date']['output'];
};

/** `count`: at least 1. `on`: by default today, and no day to come. */
export type RecordReadinessInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: Scalars['ID']['input'];
  readonly readiness: ReadinessKind;
  readonly count: Scalars['Int']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly evidence: Scalars['String']['input'];
  /** Maximum (上限): 10 characters (字符). */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
};

/** Nothing is activated that is not ready. */
export type ActivateDelegationInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: Scalars['ID']['input'];
};

/** An issue of the ledger (问题台账), seen to its end by the clock of every case. */
export type Issue = {
  readonly id: Scalars['ID']['output'];
  readonly origin: IssueOrigin;
  /** What it is, in words. */
  readonly kind: Scalars['String']['output'];
  readonly matter: Matter;
  /** The department that it is about. */
  readonly about: Department;
  /** What was asked for in fact; null: it is about no paper. */
  readonly paper: Maybe<ObservedPaper>;
  readonly status: IssueStatus;
  /** Never empty (责任单位). */
  readonly owner: IssueOwner;
  /** Who in the department (责任科室). */
  readonly section: Scalars['String']['output'];
  /** What is to be done (整改措施). */
  readonly measure: Scalars['String']['output'];
  /** Last day, in working days from the day on which it was opened (整改时限). */
  readonly dueOn: Scalars['Date']['output'];
  /** Open, and past its last day (逾期). */
  readonly overdue: Scalars['Boolean']['output'];
  readonly openedAt: Scalars['DateTime']['output'];
  /** The revision of the catalogue that stood when it was opened. */
  readonly revision: Scalars['Int']['output'];
  /** The later revision that answers it; null: none does yet, and without one it is not closed (整改版次). */
  readonly answeredRevision: Maybe<Scalars['Int']['output']>;
  readonly closedAt: Maybe<Scalars['DateTime']['output']>;
  readonly closedBy: Maybe<IssueEnd>;
  /** The review that it follows up; null: it is about none. */
  readonly review: Maybe<ReviewedAs>;
  readonly history: ReadonlyArray<IssueEvent>;
};


/** An issue of the ledger (问题台账), seen to its end by the clock of every case. */
export type IssueKindArgs = {
  language?: InputMaybe<Language>;
};


/** An issue of the ledger (问题台账), seen to its end by the clock of every case. */
export type IssueSectionArgs = {
  language?: InputMaybe<Language>;
};


/** An issue of the ledger (问题台账), seen to its end by the clock of every case. */
export type IssueMeasureArgs = {
  language?: InputMaybe<Language>;
};

/** 走流程发现, 补正要求反映, 差评. */
export type IssueOrigin =
  | 'WALKTHROUGH'
  | 'CORRECTIONS'
  | 'REVIEW';

/** 办理中, 中止, 已答复待核查, 已销号. */
export type IssueStatus =
  | 'IN_HAND'
  | 'PAUSED'
  | 'ANSWERED'
  | 'CLOSED';

/** By the word of whoever it is for, or by a check of the office of supervision. */
export type IssueEnd =
  | 'WORD'
  | 'CHECK';

/** A department, or the office of supervision: exactly one is not null (责任单位). */
export type IssueOwner = {
  readonly department: Maybe<Department>;
  readonly unit: Maybe<Scalars['String']['output']>;
};


/** A department, or the office of supervision: exactly one is not null (责任单位). */
export type IssueOwnerUnitArgs = {
  language?: InputMaybe<Language>;
};

/** Something that happened to an issue (办理过程). */
export type IssueEvent = {
  readonly kind: IssueEventKind;
  readonly at: Scalars['DateTime']['output'];
  /** The reason, or what was said; null: nothing was, or it was erased. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** What happened to an issue (办理环节). */
export type IssueEventKind =
  | 'OPENED'
  | 'RECURRED'
  | 'CLASSIFIED'
  | 'ASSIGNED'
  | 'PAUSED'
  | 'RESUMED'
  | 'EXTENDED'
  | 'ESCALATED'
  | 'TELEPHONED'
  | 'ANSWERED'
  | 'WORD'
  | 'JOINED'
  | 'MERGED'
  | 'CHECKED';

/** A paper that was asked for in fact: of a known type, or by what it was called (实际索要的材料). */
export type ObservedPaper = {
  readonly documentType: Maybe<DocumentType>;
  readonly name: Maybe<Scalars['String']['output']>;
};

/** A walk through a matter as a user (走流程). */
export type Walkthrough = {
  readonly id: Scalars['ID']['output'];
  readonly matter: Matter;
  readonly walkedOn: Scalars['Date']['output'];
  readonly steps: Scalars['Int']['output'];
  readonly minutes: Scalars['Int']['output'];
  readonly metres: Scalars['Int']['output'];
  readonly papers: ReadonlyArray<ObservedPaper>;
  readonly note: Maybe<Scalars['String']['output']>;
  /** Opened for papers that no row names, or open already. */
  readonly issues: ReadonlyArray<Issue>;
};

/** What is asked for against what is published (清单与实际的偏差). */
export type DriftReport = {
  /** Since which revision the matter is published so. */
  readonly revision: Scalars['Int']['output'];
  /** Walks through it. */
  readonly walks: Scalars['Int']['output'];
  /** Papers that walks were asked for and no row names now. */
  readonly drift: ReadonlyArray<DriftPaper>;
};

/** A paper that is asked for and that no row names (清单外材料). */
export type DriftPaper = {
  readonly paper: ObservedPaper;
  /** Of all walks, those that were asked for it. */
  readonly walks: Scalars['Int']['output'];
  /** Filings in which clerks asked for it, of those in as many days as the catalogue looks back (补正要求次数). */
  readonly filings: Scalars['Int']['output'];
};

/** A month of the ledger (月度通报); `open` and `overdue` are as it stood at its end. */
export type LedgerReport = {
  readonly month: Scalars['String']['output'];
  readonly walkthroughs: Scalars['Int']['output'];
  /** Who walked, each once. */
  readonly walkers: Scalars['Int']['output'];
  /** Matters that were walked, each once. */
  readonly matters: Scalars['Int']['output'];
  readonly opened: Scalars['Int']['output'];
  readonly closed: Scalars['Int']['output'];
  readonly open: Scalars['Int']['output'];
  readonly overdue: Scalars['Int']['output'];
  readonly byDepartment: ReadonlyArray<LedgerRow>;
};

/** Issues about one department (各部门情况). */
export type LedgerRow = {
  readonly department: Department;
  readonly opened: Scalars['Int']['output'];
  readonly closed: Scalars['Int']['output'];
  readonly open: Scalars['Int']['output'];
  readonly overdue: Scalars['Int']['output'];
};

export type IssueConnection = {
  readonly nodes: ReadonlyArray<Issue>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type WalkthroughConnection = {
  readonly nodes: ReadonlyArray<Walkthrough>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type IssuePayload = {
  readonly issue: Maybe<Issue>;
  readonly problems: ReadonlyArray<Problem>;
};

export type WalkthroughPayload = {
  readonly walkthrough: Maybe<Walkthrough>;
  readonly problems: ReadonlyArray<Problem>;
};

/** What of the ledger is asked for; what is absent is any. `department`: whom it is about, or who has it. */
export type IssueFilter = {
  readonly status?: InputMaybe<IssueFilterStatus>;
  /** Maximum (上限): 200 characters (字符). */
  readonly department?: InputMaybe<Scalars['ID']['input']>;
  /** Maximum (上限): 200 characters (字符). */
  readonly matter?: InputMaybe<Scalars['ID']['input']>;
  readonly origin?: InputMaybe<IssueOrigin>;
};

/** 未销号, 逾期, 已销号. */
export type IssueFilterStatus =
  | 'OPEN'
  | 'OVERDUE'
  | 'CLOSED';

/** `steps`: at least 1; `minutes`, `metres`: at least 0. `walkedOn`: no day to come. */
export type RecordWalkthroughInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: Scalars['ID']['input'];
  /** Maximum (上限): 10 characters (字符). */
  readonly walkedOn: Scalars['Date']['input'];
  readonly steps: Scalars['Int']['input'];
  readonly minutes: Scalars['Int']['input'];
  readonly metres: Scalars['Int']['input'];
  /** Maximum (上限): 100 items (项). */
  readonly papers: ReadonlyArray<ObservedPaperInput>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** Exactly one of both: a type of document by its code, or what it was called. */
export type ObservedPaperInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly documentType?: InputMaybe<Scalars['ID']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

/** `department`: by default whoever has it. */
export type AssignIssueInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly issue: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly department?: InputMaybe<Scalars['ID']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly section: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly measure: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly reason: Scalars['String']['input'];
};

/** `notified`: the office of supervision is told with it. Without that no limit grows. */
export type ExtendIssueInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly issue: Scalars['ID']['input'];
  readonly workingDays: Scalars['Int']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly reason: Scalars['String']['input'];
  readonly notified: Scalars['Boolean']['input'];
};

/** What was done. Refused while what is published does not answer the issue. */
export type AnswerIssueInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly issue: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly text: Scalars['String']['input'];
};

export type CheckIssueInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly issue: Scalars['ID']['input'];
  readonly holds: Scalars['Boolean']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly text: Scalars['String']['input'];
};

export type Submission = {
  readonly id: Scalars['ID']['output'];
  /** Its finished filings, each asking for one review until it is given (好差评); null for anyone but the applicant. */
  readonly reviews: Maybe<ReadonlyArray<FilingReview>>;
};

export type LifeEvent = {
  readonly code: Scalars['ID']['output'];
  readonly region: Scalars['RegionCode']['output'];
  /** What applicants said of its filings in this region (满意度). */
  readonly rating: Maybe<Rating>;
};

/** A finished filing, and what its applicant said of it (一次一评). */
export type FilingReview = {
  readonly filing: Scalars['ID']['output'];
  readonly matter: Matter;
  /** Nobody has yet: `reviewFiling` takes one. */
  readonly mayReview: Scalars['Boolean']['output'];
  readonly review: Maybe<Review>;
};

/** What an applicant said of a filing, for themselves (评价). */
export type Review = {
  readonly grade: ReviewGrade;
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
  readonly text: Maybe<Scalars['String']['output']>;
  readonly at: Scalars['DateTime']['output'];
  /** Of a bad one never null (差评回访). */
  readonly followUp: Maybe<ReviewFollowUp>;
};


/** What an applicant said of a filing, for themselves (评价). */
export type ReviewReasonsArgs = {
  language?: InputMaybe<Language>;
};

/** How a bad review is followed up (差评回访). */
export type ReviewFollowUp = {
  readonly status: IssueStatus;
  readonly dueOn: Scalars['Date']['output'];
  /** What was done; null: nobody has said yet. */
  readonly answer: Maybe<Scalars['String']['output']>;
};

/** 非常不满意, 不满意, 基本满意, 满意, 非常满意. */
export type ReviewGrade =
  | 'VERY_BAD'
  | 'BAD'
  | 'FAIR'
  | 'GOOD'
  | 'VERY_GOOD';

/** A reason for a grade, as the catalogue has it (评价原因). */
export type ReviewReason = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
};


/** A reason for a grade, as the catalogue has it (评价原因). */
export type ReviewReasonNameArgs = {
  language?: InputMaybe<Language>;
};

/** A review as staff see it: neither who wrote it nor of which filing it is (匿名评价). */
export type ReviewedAs = {
  readonly grade: ReviewGrade;
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
  readonly text: Maybe<Scalars['String']['output']>;
};


/** A review as staff see it: neither who wrote it nor of which filing it is (匿名评价). */
export type ReviewedAsReasonsArgs = {
  language?: InputMaybe<Language>;
};

/** What applicants said, each share with what it is a share of (满意度). */
export type Rating = {
  readonly reviewed: Scalars['Int']['output'];
  /** Of the reviewed: 基本满意 and better. */
  readonly satisfied: Scalars['Int']['output'];
  /** Of the reviewed: 不满意 and worse. */
  readonly bad: Scalars['Int']['output'];
  /** Of the bad: followed up to the end (已整改). */
  readonly followedUp: Scalars['Int']['output'];
  /** Percent `satisfied` of `reviewed`, to a tenth; null of none. */
  readonly rate: Maybe<Scalars['Float']['output']>;
  readonly byGrade: ReadonlyArray<GradeCount>;
};

/** How many reviews gave a grade (各等级数量). */
export type GradeCount = {
  readonly grade: ReviewGrade;
  readonly count: Scalars['Int']['output'];
};

/** Either the reviews of the submission or what is wrong. */
export type ReviewPayload = {
  readonly reviews: Maybe<ReadonlyArray<FilingReview>>;
  readonly problems: ReadonlyArray<Problem>;
};

export type ReviewDataConnection = {
  readonly nodes: ReadonlyArray<Scalars['JSON']['output']>;
  readonly endCursor: Maybe<Scalars['String']['output']>;
  readonly totalCount: Scalars['Int']['output'];
};

/** `reasons`: codes of `reviewReasons`; a bad grade takes one at least. */
export type ReviewFilingInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly submission: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly filing: Scalars['ID']['input'];
  readonly grade: ReviewGrade;
  /** Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly reasons?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** `accepted` false: it is looked at anew, by the office of supervision. */
export type ConfirmFollowUpInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly submission: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly filing: Scalars['ID']['input'];
  readonly accepted: Scalars['Boolean']['input'];
};

export type AskedPaperInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly filing: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly department: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly documentType: Scalars['ID']['input'];
};

/** Language of a text (语言). */
export type Language =
  | 'ZH'
  | 'EN';

export type DocumentType = {
  readonly code: Scalars['ID']['output'];
};

/** One page of a list (分页). */
export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** A law, regulation or document (设定依据). */
export type LegalBasis = {
  readonly title: Scalars['String']['output'];
  readonly article: Maybe<Scalars['String']['output']>;
  readonly documentNumber: Maybe<Scalars['String']['output']>;
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
  Issue: Issue;
  Submission: Submission;
  LifeEvent: LifeEvent;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Matter:
    ( { __typename: 'Matter' }
    & GraphQLRecursivePick<FederationTypes['Matter'], {"code":true}> );
  Department:
    ( { __typename: 'Department' }
    & GraphQLRecursivePick<FederationTypes['Department'], {"code":true}> );
  Issue:
    ( { __typename: 'Issue' }
    & GraphQLRecursivePick<FederationTypes['Issue'], {"id":true}> );
  Submission:
    ( { __typename: 'Submission' }
    & GraphQLRecursivePick<FederationTypes['Submission'], {"id":true}> );
  LifeEvent:
    ( { __typename: 'LifeEvent' }
    & GraphQLRecursivePick<FederationTypes['LifeEvent'], {"code":true,"region":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Matter: ResolverTypeWrapper<MatterParent>;
  AvailabilityAudit: ResolverTypeWrapper<AvailabilityAuditParent>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AvailabilityItem: ResolverTypeWrapper<AvailabilityItemParent>;
  AvailabilityState: AvailabilityState;
  AvailabilityReason: ResolverTypeWrapper<AvailabilityReasonParent>;
  Department: ResolverTypeWrapper<DepartmentParent>;
  Delegation: ResolverTypeWrapper<DelegationParent>;
  DelegationStatus: DelegationStatus;
  ReadinessKind: ReadinessKind;
  Readiness: ResolverTypeWrapper<ReadinessParent>;
  DelegatedMonth: ResolverTypeWrapper<DelegatedMonthParent>;
  DelegationConnection: ResolverTypeWrapper<Omit<DelegationConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Delegation']> }>;
  DelegationPayload: ResolverTypeWrapper<Omit<DelegationPayload, 'delegation' | 'problems'> & { delegation?: Maybe<ResolversTypes['Delegation']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  ActivatedDelegation: ResolverTypeWrapper<ActivatedDelegation>;
  RecordReadinessInput: RecordReadinessInput;
  ActivateDelegationInput: ActivateDelegationInput;
  Issue: ResolverTypeWrapper<IssueParent>;
  IssueOrigin: IssueOrigin;
  IssueStatus: IssueStatus;
  IssueEnd: IssueEnd;
  IssueOwner: ResolverTypeWrapper<IssueOwnerParent>;
  IssueEvent: ResolverTypeWrapper<IssueEventParent>;
  IssueEventKind: IssueEventKind;
  ObservedPaper: ResolverTypeWrapper<ObservedPaperParent>;
  Walkthrough: ResolverTypeWrapper<WalkthroughParent>;
  DriftReport: ResolverTypeWrapper<Omit<DriftReport, 'drift'> & { drift: ReadonlyArray<ResolversTypes['DriftPaper']> }>;
  DriftPaper: ResolverTypeWrapper<Omit<DriftPaper, 'paper'> & { paper: ResolversTypes['ObservedPaper'] }>;
  LedgerReport: ResolverTypeWrapper<Omit<LedgerReport, 'byDepartment'> & { byDepartment: ReadonlyArray<ResolversTypes['LedgerRow']> }>;
  LedgerRow: ResolverTypeWrapper<LedgerRowParent>;
  IssueConnection: ResolverTypeWrapper<Omit<IssueConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Issue']> }>;
  WalkthroughConnection: ResolverTypeWrapper<Omit<WalkthroughConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Walkthrough']> }>;
  IssuePayload: ResolverTypeWrapper<Omit<IssuePayload, 'issue' | 'problems'> & { issue?: Maybe<ResolversTypes['Issue']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  WalkthroughPayload: ResolverTypeWrapper<Omit<WalkthroughPayload, 'walkthrough' | 'problems'> & { walkthrough?: Maybe<ResolversTypes['Walkthrough']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  IssueFilter: IssueFilter;
  IssueFilterStatus: IssueFilterStatus;
  RecordWalkthroughInput: RecordWalkthroughInput;
  ObservedPaperInput: ObservedPaperInput;
  AssignIssueInput: AssignIssueInput;
  ExtendIssueInput: ExtendIssueInput;
  AnswerIssueInput: AnswerIssueInput;
  CheckIssueInput: CheckIssueInput;
  Submission: ResolverTypeWrapper<SubmissionParent>;
  LifeEvent: ResolverTypeWrapper<LifeEventParent>;
  FilingReview: ResolverTypeWrapper<FilingReviewParent>;
  Review: ResolverTypeWrapper<ReviewParent>;
  ReviewFollowUp: ResolverTypeWrapper<ReviewFollowUpParent>;
  ReviewGrade: ResolverTypeWrapper<ReviewGradeParent>;
  ReviewReason: ResolverTypeWrapper<ReviewReasonParent>;
  ReviewedAs: ResolverTypeWrapper<ReviewedAsParent>;
  Rating: ResolverTypeWrapper<Omit<Rating, 'byGrade'> & { byGrade: ReadonlyArray<ResolversTypes['GradeCount']> }>;
  GradeCount: ResolverTypeWrapper<Omit<GradeCount, 'grade'> & { grade: ResolversTypes['ReviewGrade'] }>;
  ReviewPayload: ResolverTypeWrapper<Omit<ReviewPayload, 'reviews' | 'problems'> & { reviews?: Maybe<ReadonlyArray<ResolversTypes['FilingReview']>>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  ReviewDataConnection: ResolverTypeWrapper<ReviewDataConnection>;
  ReviewFilingInput: ReviewFilingInput;
  ConfirmFollowUpInput: ConfirmFollowUpInput;
  AskedPaperInput: AskedPaperInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  Language: Language;
  DocumentType: ResolverTypeWrapper<DocumentType>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  LegalBasis: ResolverTypeWrapper<LegalBasis>;
  Problem: ResolverTypeWrapper<ProblemParent>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  Mutation: Record<PropertyKey, never>;
  Boolean: Scalars['Boolean']['output'];
  Matter: MatterParent;
  AvailabilityAudit: AvailabilityAuditParent;
  Float: Scalars['Float']['output'];
  AvailabilityItem: AvailabilityItemParent;
  AvailabilityReason: AvailabilityReasonParent;
  Department: DepartmentParent;
  Delegation: DelegationParent;
  Readiness: ReadinessParent;
  DelegatedMonth: DelegatedMonthParent;
  DelegationConnection: Omit<DelegationConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Delegation']> };
  DelegationPayload: Omit<DelegationPayload, 'delegation' | 'problems'> & { delegation?: Maybe<ResolversParentTypes['Delegation']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  ActivatedDelegation: ActivatedDelegation;
  RecordReadinessInput: RecordReadinessInput;
  ActivateDelegationInput: ActivateDelegationInput;
  Issue: IssueParent;
  IssueOwner: IssueOwnerParent;
  IssueEvent: IssueEventParent;
  ObservedPaper: ObservedPaperParent;
  Walkthrough: WalkthroughParent;
  DriftReport: Omit<DriftReport, 'drift'> & { drift: ReadonlyArray<ResolversParentTypes['DriftPaper']> };
  DriftPaper: Omit<DriftPaper, 'paper'> & { paper: ResolversParentTypes['ObservedPaper'] };
  LedgerReport: Omit<LedgerReport, 'byDepartment'> & { byDepartment: ReadonlyArray<ResolversParentTypes['LedgerRow']> };
  LedgerRow: LedgerRowParent;
  IssueConnection: Omit<IssueConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Issue']> };
  WalkthroughConnection: Omit<WalkthroughConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Walkthrough']> };
  IssuePayload: Omit<IssuePayload, 'issue' | 'problems'> & { issue?: Maybe<ResolversParentTypes['Issue']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  WalkthroughPayload: Omit<WalkthroughPayload, 'walkthrough' | 'problems'> & { walkthrough?: Maybe<ResolversParentTypes['Walkthrough']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  IssueFilter: IssueFilter;
  RecordWalkthroughInput: RecordWalkthroughInput;
  ObservedPaperInput: ObservedPaperInput;
  AssignIssueInput: AssignIssueInput;
  ExtendIssueInput: ExtendIssueInput;
  AnswerIssueInput: AnswerIssueInput;
  CheckIssueInput: CheckIssueInput;
  Submission: SubmissionParent;
  LifeEvent: LifeEventParent;
  FilingReview: FilingReviewParent;
  Review: ReviewParent;
  ReviewFollowUp: ReviewFollowUpParent;
  ReviewReason: ReviewReasonParent;
  ReviewedAs: ReviewedAsParent;
  Rating: Omit<Rating, 'byGrade'> & { byGrade: ReadonlyArray<ResolversParentTypes['GradeCount']> };
  GradeCount: GradeCount;
  ReviewPayload: Omit<ReviewPayload, 'reviews' | 'problems'> & { reviews?: Maybe<ReadonlyArray<ResolversParentTypes['FilingReview']>>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  ReviewDataConnection: ReviewDataConnection;
  ReviewFilingInput: ReviewFilingInput;
  ConfirmFollowUpInput: ConfirmFollowUpInput;
  AskedPaperInput: AskedPaperInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  JSON: Scalars['JSON']['output'];
  RegionCode: Scalars['RegionCode']['output'];
  DocumentType: DocumentType;
  PageInfo: PageInfo;
  LegalBasis: LegalBasis;
  Problem: ProblemParent;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  availability?: Resolver<Maybe<ResolversTypes['AvailabilityAudit']>, ParentType, ContextType, RequireFields<QueryAvailabilityArgs, 'authority'>>;
  delegationBoard?: Resolver<ResolversTypes['DelegationConnection'], ParentType, ContextType, RequireFields<QueryDelegationBoardArgs, 'first'>>;
  delegation?: Resolver<Maybe<ResolversTypes['Delegation']>, ParentType, ContextType, RequireFields<QueryDelegationArgs, 'matter'>>;
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType, RequireFields<QueryIssueArgs, 'id'>>;
  issueLedger?: Resolver<ResolversTypes['IssueConnection'], ParentType, ContextType, RequireFields<QueryIssueLedgerArgs, 'first'>>;
  ledgerReport?: Resolver<ResolversTypes['LedgerReport'], ParentType, ContextType, RequireFields<QueryLedgerReportArgs, 'month'>>;
  walkthroughs?: Resolver<ResolversTypes['WalkthroughConnection'], ParentType, ContextType, RequireFields<QueryWalkthroughsArgs, 'matter' | 'first'>>;
  driftReport?: Resolver<Maybe<ResolversTypes['DriftReport']>, ParentType, ContextType, RequireFields<QueryDriftReportArgs, 'matter'>>;
  reviewReasons?: Resolver<ReadonlyArray<ResolversTypes['ReviewReason']>, ParentType, ContextType>;
  reviewsData?: Resolver<ResolversTypes['ReviewDataConnection'], ParentType, ContextType, RequireFields<QueryReviewsDataArgs, 'account' | 'first'>>;
  activatedDelegations?: Resolver<ReadonlyArray<ResolversTypes['ActivatedDelegation']>, ParentType, ContextType, RequireFields<QueryActivatedDelegationsArgs, 'matters'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  supervisionHearAsked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationSupervisionHearAskedArgs, 'paper'>>;
  recordReadiness?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationRecordReadinessArgs, 'input'>>;
  activateDelegation?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationActivateDelegationArgs, 'input'>>;
  recordWalkthrough?: Resolver<ResolversTypes['WalkthroughPayload'], ParentType, ContextType, RequireFields<MutationRecordWalkthroughArgs, 'input'>>;
  assignIssue?: Resolver<ResolversTypes['IssuePayload'], ParentType, ContextType, RequireFields<MutationAssignIssueArgs, 'input'>>;
  extendIssue?: Resolver<ResolversTypes['IssuePayload'], ParentType, ContextType, RequireFields<MutationExtendIssueArgs, 'input'>>;
  answerIssue?: Resolver<ResolversTypes['IssuePayload'], ParentType, ContextType, RequireFields<MutationAnswerIssueArgs, 'input'>>;
  checkIssue?: Resolver<ResolversTypes['IssuePayload'], ParentType, ContextType, RequireFields<MutationCheckIssueArgs, 'input'>>;
  reviewFiling?: Resolver<ResolversTypes['ReviewPayload'], ParentType, ContextType, RequireFields<MutationReviewFilingArgs, 'input'>>;
  confirmFollowUp?: Resolver<ResolversTypes['ReviewPayload'], ParentType, ContextType, RequireFields<MutationConfirmFollowUpArgs, 'input'>>;
  reviewsErase?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<MutationReviewsEraseArgs, 'submission'>>;
};

export type MatterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Matter'] = ResolversParentTypes['Matter'], FederationReferenceType extends FederationReferenceTypes['Matter'] = FederationReferenceTypes['Matter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Matter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  availability?: Resolver<Maybe<ResolversTypes['AvailabilityItem']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
};

export type AvailabilityAuditResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityAudit'] = ResolversParentTypes['AvailabilityAudit']> = {
  authority?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exempt?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityItem']>, ParentType, ContextType>;
  countable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  online?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  offline?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityItem']>, ParentType, ContextType>;
  offlineByReason?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityReason']>, ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type AvailabilityItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityItem'] = ResolversParentTypes['AvailabilityItem']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AvailabilityItemNameArgs, 'language'>>;
  state?: Resolver<ResolversTypes['AvailabilityState'], ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<AvailabilityItemReasonArgs, 'language'>>;
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  promised?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
};

export type AvailabilityReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityReason'] = ResolversParentTypes['AvailabilityReason']> = {
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<AvailabilityReasonReasonArgs, 'language'>>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department'], FederationReferenceType extends FederationReferenceTypes['Department'] = FederationReferenceTypes['Department']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Department']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  delegations?: Resolver<Maybe<ResolversTypes['DelegationConnection']>, ParentType, ContextType, RequireFields<DepartmentDelegationsArgs, 'first'>>;
  rating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
};

export type DelegationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Delegation'] = ResolversParentTypes['Delegation']> = {
  matter?: Resolver<ResolversTypes['Matter'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  effectiveOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DelegationStatus'], ParentType, ContextType>;
  activatedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  beginsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  readiness?: Resolver<ReadonlyArray<ResolversTypes['Readiness']>, ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['ReadinessKind']>, ParentType, ContextType>;
  firstMonth?: Resolver<Maybe<ResolversTypes['DelegatedMonth']>, ParentType, ContextType>;
};

export type ReadinessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Readiness'] = ResolversParentTypes['Readiness']> = {
  kind?: Resolver<ResolversTypes['ReadinessKind'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
};

export type DelegatedMonthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DelegatedMonth'] = ResolversParentTypes['DelegatedMonth']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lodged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  corrected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  faulty?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errorRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type DelegationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DelegationConnection'] = ResolversParentTypes['DelegationConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Delegation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notReady?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DelegationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DelegationPayload'] = ResolversParentTypes['DelegationPayload']> = {
  delegation?: Resolver<Maybe<ResolversTypes['Delegation']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type ActivatedDelegationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivatedDelegation'] = ResolversParentTypes['ActivatedDelegation']> = {
  matter?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  effectiveOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  activatedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type IssueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Issue'] = ResolversParentTypes['Issue'], FederationReferenceType extends FederationReferenceTypes['Issue'] = FederationReferenceTypes['Issue']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Issue']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['IssueOrigin'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<IssueKindArgs, 'language'>>;
  matter?: Resolver<ResolversTypes['Matter'], ParentType, ContextType>;
  about?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  paper?: Resolver<Maybe<ResolversTypes['ObservedPaper']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['IssueStatus'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['IssueOwner'], ParentType, ContextType>;
  section?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<IssueSectionArgs, 'language'>>;
  measure?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<IssueMeasureArgs, 'language'>>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answeredRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedBy?: Resolver<Maybe<ResolversTypes['IssueEnd']>, ParentType, ContextType>;
  review?: Resolver<Maybe<ResolversTypes['ReviewedAs']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['IssueEvent']>, ParentType, ContextType>;
};

export type IssueOwnerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueOwner'] = ResolversParentTypes['IssueOwner']> = {
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<IssueOwnerUnitArgs, 'language'>>;
};

export type IssueEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueEvent'] = ResolversParentTypes['IssueEvent']> = {
  kind?: Resolver<ResolversTypes['IssueEventKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ObservedPaperResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ObservedPaper'] = ResolversParentTypes['ObservedPaper']> = {
  documentType?: Resolver<Maybe<ResolversTypes['DocumentType']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WalkthroughResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Walkthrough'] = ResolversParentTypes['Walkthrough']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['Matter'], ParentType, ContextType>;
  walkedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  steps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  metres?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  papers?: Resolver<ReadonlyArray<ResolversTypes['ObservedPaper']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issues?: Resolver<ReadonlyArray<ResolversTypes['Issue']>, ParentType, ContextType>;
};

export type DriftReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DriftReport'] = ResolversParentTypes['DriftReport']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  walks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  drift?: Resolver<ReadonlyArray<ResolversTypes['DriftPaper']>, ParentType, ContextType>;
};

export type DriftPaperResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DriftPaper'] = ResolversParentTypes['DriftPaper']> = {
  paper?: Resolver<ResolversTypes['ObservedPaper'], ParentType, ContextType>;
  walks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  filings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LedgerReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerReport'] = ResolversParentTypes['LedgerReport']> = {
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  walkthroughs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  walkers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  matters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  closed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byDepartment?: Resolver<ReadonlyArray<ResolversTypes['LedgerRow']>, ParentType, ContextType>;
};

export type LedgerRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerRow'] = ResolversParentTypes['LedgerRow']> = {
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  closed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IssueConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueConnection'] = ResolversParentTypes['IssueConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Issue']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WalkthroughConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WalkthroughConnection'] = ResolversParentTypes['WalkthroughConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Walkthrough']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IssuePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssuePayload'] = ResolversParentTypes['IssuePayload']> = {
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type WalkthroughPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WalkthroughPayload'] = ResolversParentTypes['WalkthroughPayload']> = {
  walkthrough?: Resolver<Maybe<ResolversTypes['Walkthrough']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type SubmissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Submission'] = ResolversParentTypes['Submission'], FederationReferenceType extends FederationReferenceTypes['Submission'] = FederationReferenceTypes['Submission']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Submission']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reviews?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FilingReview']>>, ParentType, ContextType>;
};

export type LifeEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LifeEvent'] = ResolversParentTypes['LifeEvent'], FederationReferenceType extends FederationReferenceTypes['LifeEvent'] = FederationReferenceTypes['LifeEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LifeEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
};

export type FilingReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilingReview'] = ResolversParentTypes['FilingReview']> = {
  filing?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['Matter'], ParentType, ContextType>;
  mayReview?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review']> = {
  grade?: Resolver<ResolversTypes['ReviewGrade'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ReviewReasonsArgs, 'language'>>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  followUp?: Resolver<Maybe<ResolversTypes['ReviewFollowUp']>, ParentType, ContextType>;
};

export type ReviewFollowUpResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewFollowUp'] = ResolversParentTypes['ReviewFollowUp']> = {
  status?: Resolver<ResolversTypes['IssueStatus'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReviewGradeResolvers = EnumResolverSignature<{ VERY_BAD?: any, BAD?: any, FAIR?: any, GOOD?: any, VERY_GOOD?: any }, ResolversTypes['ReviewGrade']>;

export type ReviewReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewReason'] = ResolversParentTypes['ReviewReason']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ReviewReasonNameArgs, 'language'>>;
};

export type ReviewedAsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewedAs'] = ResolversParentTypes['ReviewedAs']> = {
  grade?: Resolver<ResolversTypes['ReviewGrade'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ReviewedAsReasonsArgs, 'language'>>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RatingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Rating'] = ResolversParentTypes['Rating']> = {
  reviewed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  satisfied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bad?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  followedUp?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  byGrade?: Resolver<ReadonlyArray<ResolversTypes['GradeCount']>, ParentType, ContextType>;
};

export type GradeCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GradeCount'] = ResolversParentTypes['GradeCount']> = {
  grade?: Resolver<ResolversTypes['ReviewGrade'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReviewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewPayload'] = ResolversParentTypes['ReviewPayload']> = {
  reviews?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FilingReview']>>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type ReviewDataConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewDataConnection'] = ResolversParentTypes['ReviewDataConnection']> = {
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

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type DocumentTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentType'] = ResolversParentTypes['DocumentType']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LegalBasisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LegalBasis'] = ResolversParentTypes['LegalBasis']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  AvailabilityAudit?: AvailabilityAuditResolvers<ContextType>;
  AvailabilityItem?: AvailabilityItemResolvers<ContextType>;
  AvailabilityReason?: AvailabilityReasonResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  Delegation?: DelegationResolvers<ContextType>;
  Readiness?: ReadinessResolvers<ContextType>;
  DelegatedMonth?: DelegatedMonthResolvers<ContextType>;
  DelegationConnection?: DelegationConnectionResolvers<ContextType>;
  DelegationPayload?: DelegationPayloadResolvers<ContextType>;
  ActivatedDelegation?: ActivatedDelegationResolvers<ContextType>;
  Issue?: IssueResolvers<ContextType>;
  IssueOwner?: IssueOwnerResolvers<ContextType>;
  IssueEvent?: IssueEventResolvers<ContextType>;
  ObservedPaper?: ObservedPaperResolvers<ContextType>;
  Walkthrough?: WalkthroughResolvers<ContextType>;
  DriftReport?: DriftReportResolvers<ContextType>;
  DriftPaper?: DriftPaperResolvers<ContextType>;
  LedgerReport?: LedgerReportResolvers<ContextType>;
  LedgerRow?: LedgerRowResolvers<ContextType>;
  IssueConnection?: IssueConnectionResolvers<ContextType>;
  WalkthroughConnection?: WalkthroughConnectionResolvers<ContextType>;
  IssuePayload?: IssuePayloadResolvers<ContextType>;
  WalkthroughPayload?: WalkthroughPayloadResolvers<ContextType>;
  Submission?: SubmissionResolvers<ContextType>;
  LifeEvent?: LifeEventResolvers<ContextType>;
  FilingReview?: FilingReviewResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  ReviewFollowUp?: ReviewFollowUpResolvers<ContextType>;
  ReviewGrade?: ReviewGradeResolvers;
  ReviewReason?: ReviewReasonResolvers<ContextType>;
  ReviewedAs?: ReviewedAsResolvers<ContextType>;
  Rating?: RatingResolvers<ContextType>;
  GradeCount?: GradeCountResolvers<ContextType>;
  ReviewPayload?: ReviewPayloadResolvers<ContextType>;
  ReviewDataConnection?: ReviewDataConnectionResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  RegionCode?: GraphQLScalarType;
  DocumentType?: DocumentTypeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  LegalBasis?: LegalBasisResolvers<ContextType>;
  Problem?: ProblemResolvers<ContextType>;
};


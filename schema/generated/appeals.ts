// Generated from the SDL by "npm run compose": a change here is lost at the next.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Appeal as AppealParent, AppealKind as AppealKindParent, AppealClass as AppealClassParent, AppealHandler as AppealHandlerParent, AppealUnit as AppealUnitParent, AppealAnswer as AppealAnswerParent, AppealEscalation as AppealEscalationParent, AppealReason as AppealReasonParent, AppealCertificate as AppealCertificateParent, AppealEvent as AppealEventParent, TrackedAppeal as TrackedAppealParent, AppealSource as AppealSourceParent, AppealPlatform as AppealPlatformParent, AppealPhoto as AppealPhotoParent, AppealPhotoLink as AppealPhotoLinkParent, LikeClass as LikeClassParent, LikeClassEvent as LikeClassEventParent, CatalogueChange as CatalogueChangeParent, SuggestedLikeClass as SuggestedLikeClassParent, AlikeAppeal as AlikeAppealParent, IntakePoint as IntakePointParent, IntakePlace as IntakePlaceParent, TrackedAppealEvent as TrackedAppealEventParent, Submission as SubmissionParent, Problem as ProblemParent, Context } from '../../subgraphs/appeals/parents.ts';
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
  /** 12-digit administrative division code (行政区划代码, GB/T 2260 extended), e.g. 330381000000 瑞安市. */
  RegionCode: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

export type Query = {
  /** One appeal (诉求): the applicant's own, or one that the caller's department or unit has, or whose kind it looks after. Null for anyone else, as for none. */
  readonly appeal: Maybe<Appeal>;
  /** The caller's own appeals, newest first (我的诉求). */
  readonly appeals: AppealConnection;
  /** How an appeal stands, for whoever holds its tracking code (查询码), and nothing that anybody wrote but, where it came in without an account, the answer; null: no appeal has this code. */
  readonly trackAppeal: Maybe<TrackedAppeal>;
  /** What a code on a wall, a window or a stop says already of whoever scans it (扫码提), however it was typed; null: no such code hangs anywhere. */
  readonly intakePoint: Maybe<IntakePoint>;
  /** Staff: the open appeals that their department or units have, the earliest due first (待办诉求). */
  readonly appealsToHandle: AppealConnection;
  /** Kinds of appeals with their classes and limits (诉求类型). */
  readonly appealKinds: ReadonlyArray<AppealKind>;
  /** How appeals of a kind that came in from one day to another were handled (办理情况), each share with what it is a share of. At most 366 days. */
  readonly appealFigures: AppealFigures;
  /** How content those were from whom appeals came in from one day to another (满意度): every share with what it is a share of. At most 366 days. */
  readonly appealSatisfaction: AppealSatisfaction;
  /** A platform, with its own token: answers that it has yet to be told and to acknowledge (待回告的答复), in the order in which they were given. */
  readonly platformNotices: AppealNoticeConnection;
  /** The key by which this part signs what happens to appeals (签名公钥): what Appeal.proof shows can be checked by anybody. */
  readonly appealLedgerKey: LedgerKey;
  /** Staff of a department: open appeals that its refusals and another department's led to, the earliest due first (涉及本部门的诉求). */
  readonly appealsConcerningDepartment: AppealConnection;
  /**
   * For staff of a unit that looks after the kind: open appeals that may have one cause (同类诉求建议), about the same matter or department and refused for the same
   * reason or in words that are alike; the largest class first.
   */
  readonly appealClassesSuggested: ReadonlyArray<SuggestedLikeClass>;
  /** A class of like appeals (同类诉求), for staff of a unit that looks after its kind; null for others, as for none. */
  readonly likeClass: Maybe<LikeClass>;
  /** Classes of like appeals of the kinds that the caller's units look after, the newest first. */
  readonly likeClasses: ReadonlyArray<LikeClass>;
  /** Everything that is held of appeals of an account, for the person whose it is. */
  readonly appealsData: AppealDataConnection;
};


export type QueryAppealArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAppealsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryTrackAppealArgs = {
  code: Scalars['String']['input'];
};


export type QueryIntakePointArgs = {
  code: Scalars['String']['input'];
};


export type QueryAppealsToHandleArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAppealFiguresArgs = {
  kind: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryAppealSatisfactionArgs = {
  kind?: InputMaybe<Scalars['ID']['input']>;
  department?: InputMaybe<Scalars['ID']['input']>;
  platform?: InputMaybe<Scalars['ID']['input']>;
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryPlatformNoticesArgs = {
  platform: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAppealsConcerningDepartmentArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAppealClassesSuggestedArgs = {
  kind: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryLikeClassArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLikeClassesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryAppealsDataArgs = {
  account: Scalars['String']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /**
   * Say what cannot be done, or complain (提出诉求): about a filing of one's own, a matter or a department. It has an owner and a last day at once. The same
   * words again about the same are the same appeal while it is open.
   */
  readonly openAppeal: OpenAppealPayload;
  /**
   * Say what cannot be done, or complain, by a code on a wall, a window or a stop (扫码提): it says the place and what it is about. No account is needed; then the
   * tracking code is the only key to it, and an answer is heard by it alone. So many in an hour come in by one code, and of one caller.
   */
  readonly openAppealAt: OpenAppealAtPayload;
  /**
   * The applicant's word on an answer (确认或异议): only this, or a check by somebody who had no part in it, closes an appeal. Where several said the same, the word
   * of each is needed.
   */
  readonly confirmAppeal: AppealPayload;
  /** The same of whoever came in without an account, by their tracking code. */
  readonly confirmTrackedAppeal: TrackedAppealPayload;
  /** Staff: say its class (分类), by which its limit counts from the day of receipt. A longer one needs a reason and a notice to the applicant. */
  readonly classifyAppeal: AppealPayload;
  /** Staff: give it to a department or a unit (转办); never, where its kind forbids that, to whom it is about. */
  readonly assignAppeal: AppealPayload;
  /** Staff: its clock stands from today (中止计时), because something is awaited that is nobody's work here. */
  readonly pauseAppeal: AppealPayload;
  /** Staff: its clock runs on (恢复计时); the working days between are added. */
  readonly resumeAppeal: AppealPayload;
  /** Staff: more working days (延期), with a reason and a notice to the applicant; never beyond the most of its kind. */
  readonly extendAppeal: AppealPayload;
  /** Staff: put it before several at one table (提级): who they are, and on which day they meet. */
  readonly escalateAppeal: AppealPayload;
  /** Staff: what was said on the telephone (电话告知). It is written down for the applicant to see, and ends nothing. */
  readonly telephoneAppeal: AppealPayload;
  /** Staff: answer it (答复): solved, advised, or refused with the law that says so and what else is possible. */
  readonly answerAppeal: AppealPayload;
  /** Staff: two say the same (并案): `other` is seen to its end with `appeal`, and whoever said it is told the answer of that. Both are of one kind and about the same department. */
  readonly mergeAppeals: AppealPayload;
  /** Staff: two do not say the same (不是同一件), and nobody is asked again. */
  readonly appealsNotSame: AppealPayload;
  /**
   * A platform delivers what it was told (平台转来诉求), in batches, each once by its number: with the token of that platform (scope `platform:<code>`). What says the same as an open appeal
   * about the same is one more source of it.
   */
  readonly deliverAppeals: DeliverAppealsPayload;
  /** A platform has received answers (平台回执), with what its people say of them; of each once. */
  readonly acknowledgeAppealNotices: AcknowledgeNoticesPayload;
  /** Staff: the same answer to several at once (批量答复): each as `answerAppeal` would; of what is wrong with one the path says which. */
  readonly answerAppeals: AnswerAppealsPayload;
  /**
   * Show what it looks like (随手拍): of the applicant before, of the staff who have it after. Of a kind that asks for photographs an answer that it is done needs
   * one that is another file than what was shown before.
   */
  readonly photographAppeal: AppealPayload;
  /** Staff of a unit that had no part in it: whether the answer holds (核查). If so it is closed; if not it is looked at anew, higher up. */
  readonly checkAppeal: AppealPayload;
  /**
   * Staff of a department whose refusal it is about: a certificate that it issued for the case, lodged with every department concerned (出具证明并抄送): they see it
   * at the submission that is named.
   */
  readonly lodgeCertificate: AppealPayload;
  /** A case for refusals that exclude each other; answers its id, also where it is open already. Null: the catalogue has no kind for them. */
  readonly appealsOpenForRefusals: Maybe<Scalars['ID']['output']>;
  /** Staff of a unit that looks after their kind: appeals have one cause (归为同类): a new class, or more of one. */
  readonly linkAppealClass: LikeClassPayload;
  /** Staff: what is to be changed in the catalogue so that the cause is gone (提出目录修改): a change with an id, which whoever keeps the catalogue makes. */
  readonly proposeAppealClassChange: LikeClassPayload;
  /** Staff: the class is done (销号): only where a revision published since the proposal holds the change, which is looked up in what was published. */
  readonly closeAppealClass: LikeClassPayload;
  /** Takes out what closed appeals about a submission tell of persons; answers how many. */
  readonly appealsErase: Scalars['Int']['output'];
};


export type MutationOpenAppealArgs = {
  input: OpenAppealInput;
};


export type MutationOpenAppealAtArgs = {
  input: OpenAppealAtInput;
};


export type MutationConfirmAppealArgs = {
  input: ConfirmAppealInput;
};


export type MutationConfirmTrackedAppealArgs = {
  input: ConfirmTrackedAppealInput;
};


export type MutationClassifyAppealArgs = {
  input: ClassifyAppealInput;
};


export type MutationAssignAppealArgs = {
  input: AssignAppealInput;
};


export type MutationPauseAppealArgs = {
  input: AppealReasonInput;
};


export type MutationResumeAppealArgs = {
  input: AppealStepInput;
};


export type MutationExtendAppealArgs = {
  input: ExtendAppealInput;
};


export type MutationEscalateAppealArgs = {
  input: EscalateAppealInput;
};


export type MutationTelephoneAppealArgs = {
  input: AppealReasonInput;
};


export type MutationAnswerAppealArgs = {
  input: AnswerAppealInput;
};


export type MutationMergeAppealsArgs = {
  input: MergeAppealsInput;
};


export type MutationAppealsNotSameArgs = {
  input: MergeAppealsInput;
};


export type MutationDeliverAppealsArgs = {
  input: DeliverAppealsInput;
};


export type MutationAcknowledgeAppealNoticesArgs = {
  input: AcknowledgeNoticesInput;
};


export type MutationAnswerAppealsArgs = {
  input: AnswerAppealsInput;
};


export type MutationPhotographAppealArgs = {
  input: PhotographAppealInput;
};


export type MutationCheckAppealArgs = {
  input: CheckAppealInput;
};


export type MutationLodgeCertificateArgs = {
  input: LodgeCertificateInput;
};


export type MutationAppealsOpenForRefusalsArgs = {
  input: ExcludingRefusalsInput;
};


export type MutationLinkAppealClassArgs = {
  input: LinkAppealClassInput;
};


export type MutationProposeAppealClassChangeArgs = {
  input: ProposeAppealClassChangeInput;
};


export type MutationCloseAppealClassArgs = {
  input: CloseAppealClassInput;
};


export type MutationAppealsEraseArgs = {
  submission: Scalars['ID']['input'];
};

export type Submission = {
  readonly id: Scalars['ID']['output'];
  /** Appeals about it (相关诉求); null for anyone but the applicant. */
  readonly appeals: Maybe<ReadonlyArray<Appeal>>;
  /** Certificates that were lodged for it in an appeal; for the applicant and the departments concerned, null for others (随附证明). */
  readonly certificates: Maybe<ReadonlyArray<AppealCertificate>>;
};

/** Something that cannot be done, or a complaint, seen to its end (诉求). */
export type Appeal = {
  readonly id: Scalars['ID']['output'];
  readonly kind: AppealKind;
  readonly status: AppealStatus;
  /** What the applicant wrote; null once it was erased. */
  readonly text: Maybe<Scalars['String']['output']>;
  /** Who has it (承办单位): never nobody. */
  readonly owner: AppealHandler;
  /** The department it is about (被反映部门). */
  readonly about: Maybe<Department>;
  /** Where it is about, as the code says by which it came in (地点); null: nowhere in particular, or that place is no longer in the catalogue. */
  readonly place: Maybe<IntakePlace>;
  /** Where exactly, as whoever opened it said (定位); for them and staff alone. */
  readonly location: Maybe<GeoLocation>;
  /** How many said the same (来源数): each is told the answer. */
  readonly sourceCount: Scalars['Int']['output'];
  /** Who said the same, in order (来源); of others than oneself for staff alone. */
  readonly sources: ReadonlyArray<AppealSource>;
  /** For staff: open ones that nearly say the same (疑似相同), the most alike first; of those nobody has said that they are not the same. */
  readonly alike: ReadonlyArray<AlikeAppeal>;
  /** Its class of like appeals (同类诉求), for staff of a unit that looks after its kind; null: none. */
  readonly likeClass: Maybe<LikeClass>;
  /** The one that it is seen to its end with, as both say the same (并入); null: it is on its own. */
  readonly mergedInto: Maybe<Appeal>;
  readonly matter: Maybe<Matter>;
  readonly submission: Maybe<Submission>;
  /** Its class (类别). */
  readonly class: AppealClass;
  readonly openedAt: Scalars['DateTime']['output'];
  /** Last day by its limit in working days (办理期限); while its clock stands, as counted so far. */
  readonly dueOn: Scalars['Date']['output'];
  /** Its last day is over, and its clock runs (已超期). */
  readonly overdue: Scalars['Boolean']['output'];
  /** Years that the calendar lacks and over which the last day was counted: there it is a guess. */
  readonly yearsNotCovered: ReadonlyArray<Scalars['Int']['output']>;
  /** The latest answer (答复). */
  readonly answer: Maybe<AppealAnswer>;
  /** What two departments refuse by, where that excludes each other and the appeal was opened for it (互相排斥的理由). */
  readonly reasons: ReadonlyArray<AppealReason>;
  /** Certificates that were lodged in it (证明). */
  readonly certificates: ReadonlyArray<AppealCertificate>;
  /** Those it was put before (提级); null: nobody yet. */
  readonly escalation: Maybe<AppealEscalation>;
  /** How often the applicant or a check did not accept an answer (异议次数). */
  readonly disputes: Scalars['Int']['output'];
  /** By whose word it was closed; null: it is open. */
  readonly closedBy: Maybe<AppealClosing>;
  /** How content the applicant was, 1 to 5 (满意度). */
  readonly grade: Maybe<Scalars['Int']['output']>;
  /** Everything that happened, in order (办理过程). */
  readonly history: ReadonlyArray<AppealEvent>;
  /** For the applicant alone: whoever is given it can see how the appeal stands (查询码). */
  readonly trackingCode: Maybe<Scalars['String']['output']>;
  /** What it looked like before, and looks like since (前后照片); of others who said the same not what they sent. */
  readonly photos: ReadonlyArray<AppealPhoto>;
  /** What makes sure that nothing that happened was changed (存证): the digest of each event holds all before it, and is signed. */
  readonly proof: AppealProof;
};


/** Something that cannot be done, or a complaint, seen to its end (诉求). */
export type AppealSourcesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Something that cannot be done, or a complaint, seen to its end (诉求). */
export type AppealAlikeArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Before (反映时) or after (办理后). */
export type AppealPhotoStage =
  | 'BEFORE'
  | 'AFTER';

/** A photograph of what an appeal is about (照片). */
export type AppealPhoto = {
  readonly stage: AppealPhotoStage;
  readonly at: Scalars['DateTime']['output'];
  /** A link for one download by the caller, who sends their own token with it; each is made anew (下载地址，仅限本人使用一次). */
  readonly download: Maybe<AppealPhotoLink>;
};

/** For one GET until it expires; relative to the gateway (一次性下载). */
export type AppealPhotoLink = {
  readonly url: Scalars['String']['output'];
  readonly expiresAt: Scalars['DateTime']['output'];
};

/** What makes sure that the events of an appeal are as they were (存证). */
export type AppealProof = {
  /** Each event follows from those before it as it was written. */
  readonly chainHolds: Scalars['Boolean']['output'];
  readonly entries: ReadonlyArray<AppealProofEntry>;
};

/** One event of an appeal, as it was written (存证条目). */
export type AppealProofEntry = {
  /** From 1; as in `history`. */
  readonly number: Scalars['Int']['output'];
  readonly at: Scalars['DateTime']['output'];
  readonly kind: AppealEventKind;
  /** SHA-256 over the event and the digest before it, in hexadecimal. */
  readonly digest: Scalars['String']['output'];
  /** Ed25519, in base64url, over the text `ledger of <part>`, a line feed and the digest; null: of a release that did not sign. */
  readonly signature: Maybe<Scalars['String']['output']>;
  /** Whether it is this part's signature of it; null: there is none. */
  readonly signatureHolds: Maybe<Scalars['Boolean']['output']>;
};

/** Appeals that may have one cause (同类诉求建议). */
export type SuggestedLikeClass = {
  readonly matter: Maybe<Matter>;
  readonly about: Maybe<Department>;
  readonly appeals: ReadonlyArray<Appeal>;
};

/** How a class of like appeals stands (同类诉求状态): 归类, 已提出目录修改, 目录已修改. */
export type LikeClassStatus =
  | 'OPEN'
  | 'PROPOSED'
  | 'CLOSED';

/** Appeals with one cause, and what is changed so that it comes no more (同类诉求). */
export type LikeClass = {
  readonly id: Scalars['ID']['output'];
  readonly kind: AppealKind;
  readonly status: LikeClassStatus;
  readonly openedAt: Scalars['DateTime']['output'];
  /** The first first. */
  readonly appeals: ReadonlyArray<Appeal>;
  /** Null: none was proposed yet. */
  readonly change: Maybe<CatalogueChange>;
  /** The revision of the catalogue that stood when it was proposed. */
  readonly proposedAtRevision: Maybe<Scalars['Int']['output']>;
  /** The revision that holds it; null: none does yet, or nobody has closed the class. */
  readonly closedByRevision: Maybe<Scalars['Int']['output']>;
  readonly history: ReadonlyArray<LikeClassEvent>;
};


/** Appeals with one cause, and what is changed so that it comes no more (同类诉求). */
export type LikeClassAppealsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A change of what the catalogue says of a matter (目录修改). */
export type CatalogueChange = {
  readonly id: Scalars['ID']['output'];
  readonly matter: Matter;
  /** Names of members of what is published; an element of a list by its code, or by its place from 0. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** What is to stand there; null: nothing any more. */
  readonly value: Maybe<Scalars['JSON']['output']>;
};

/** What happened to a class: 并入, 提议拆出, 了结. */
export type LikeClassEventKind =
  | 'LINKED'
  | 'PROPOSED'
  | 'CLOSED';

/** Something that happened to a class, with whoever did it (办理记录). */
export type LikeClassEvent = {
  readonly kind: LikeClassEventKind;
  readonly at: Scalars['DateTime']['output'];
  readonly by: AppealHandler;
  readonly text: Maybe<Scalars['String']['output']>;
  readonly digest: Scalars['String']['output'];
  readonly signature: Maybe<Scalars['String']['output']>;
};

export type LikeClassPayload = {
  readonly class: Maybe<LikeClass>;
  readonly problems: ReadonlyArray<Problem>;
};

/** A code on a wall, a window or a stop (扫码提的码). */
export type IntakePoint = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly place: IntakePlace;
  /** Kind of the appeals that come in by it. */
  readonly kind: AppealKind;
  /** The matter that they are about; null: none in particular. */
  readonly matter: Maybe<Matter>;
  /** The department that they are about; null: none in particular. */
  readonly department: Maybe<Department>;
};


/** A code on a wall, a window or a stop (扫码提的码). */
export type IntakePointNameArgs = {
  language?: InputMaybe<Language>;
};

/** Where codes hang (地点). */
export type IntakePlace = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly region: Scalars['RegionCode']['output'];
  /** In degrees, WGS 84 (经纬度); null: nobody has said. */
  readonly location: Maybe<GeoLocation>;
};


/** Where codes hang (地点). */
export type IntakePlaceNameArgs = {
  language?: InputMaybe<Language>;
};

/** A place on the map, in degrees, WGS 84 (经纬度). */
export type GeoLocation = {
  readonly latitude: Scalars['Float']['output'];
  readonly longitude: Scalars['Float']['output'];
};

/** By what an appeal came in (来源类型): 账号, 扫码, 平台. */
export type AppealSourceKind =
  | 'ACCOUNT'
  | 'POINT'
  | 'PLATFORM';

/** Somebody or something by which an appeal came in (来源). */
export type AppealSource = {
  readonly id: Scalars['ID']['output'];
  readonly kind: AppealSourceKind;
  readonly at: Scalars['DateTime']['output'];
  /** Null: by none. */
  readonly platform: Maybe<AppealPlatform>;
  /** Null: by none. */
  readonly point: Maybe<IntakePoint>;
};

/** A platform that delivers appeals (平台). */
export type AppealPlatform = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
};


/** A platform that delivers appeals (平台). */
export type AppealPlatformNameArgs = {
  language?: InputMaybe<Language>;
};

/** Another that nearly says the same (疑似相同). `alikeness`: 0 to 1, the share of neighbouring characters that both have. */
export type AlikeAppeal = {
  readonly appeal: Appeal;
  readonly alikeness: Scalars['Float']['output'];
};

/** What becomes of one that is delivered (转来结果): 新立, 并入同样的一件, 已转来过. */
export type DeliveryOutcome =
  | 'OPENED'
  | 'JOINED'
  | 'KNOWN';

/** What became of one appeal that a platform delivered (转来的诉求). */
export type DeliveredAppeal = {
  readonly number: Scalars['String']['output'];
  /** Null: it was refused. */
  readonly outcome: Maybe<DeliveryOutcome>;
  /** For whom it was told of: whoever holds it sees how it stands, and its answer (查询码). */
  readonly trackingCode: Maybe<Scalars['String']['output']>;
  readonly problems: ReadonlyArray<Problem>;
};

export type DeliverAppealsPayload = {
  readonly delivered: ReadonlyArray<DeliveredAppeal>;
  readonly problems: ReadonlyArray<Problem>;
};

/** An answer that a source of a platform has yet to be told (待回告的答复). */
export type AppealNotice = {
  readonly id: Scalars['ID']['output'];
  /** The platform's own. */
  readonly number: Maybe<Scalars['String']['output']>;
  readonly at: Scalars['DateTime']['output'];
  readonly answer: AppealAnswer;
};

export type AppealNoticeConnection = {
  readonly nodes: ReadonlyArray<AppealNotice>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type AnswerAppealsPayload = {
  readonly answered: Scalars['Int']['output'];
  readonly problems: ReadonlyArray<Problem>;
};

export type AcknowledgeNoticesPayload = {
  readonly acknowledged: Scalars['Int']['output'];
  readonly problems: ReadonlyArray<Problem>;
};

/** How content those were from whom appeals came in (满意度). */
export type AppealSatisfaction = {
  /** Came in, those that say the same once (诉求件数). */
  readonly appeals: Scalars['Int']['output'];
  /** From whom they came in (来源数). */
  readonly sources: Scalars['Int']['output'];
  /** Of the sources: were given an answer (已答复). */
  readonly answered: Scalars['Int']['output'];
  /** Of those answered: have received it (已送达). */
  readonly received: Scalars['Int']['output'];
  /** Of those answered: graded it (已评价). */
  readonly rated: Scalars['Int']['output'];
  /** Of those rated: 4 or 5, by what each said last (满意). */
  readonly satisfied: Scalars['Int']['output'];
};

/** How an appeal stands (诉求状态): 办理中, 中止计时, 已答复待确认, 已办结. */
export type AppealStatus =
  | 'IN_HAND'
  | 'PAUSED'
  | 'ANSWERED'
  | 'CLOSED';

/** By what an appeal was closed (办结方式): 申请人确认, 独立核查, 并入另一件. */
export type AppealClosing =
  | 'WORD'
  | 'CHECK'
  | 'MERGE';

/** What came of an appeal (办理结果): 已解决, 已解答, 不予办理. */
export type AppealOutcome =
  | 'SOLVED'
  | 'ADVISED'
  | 'REFUSED';

/** What happened to an appeal (办理动作). */
export type AppealEventKind =
  | 'OPENED'
  | 'RECURRED'
  | 'CLASSIFIED'
  | 'ASSIGNED'
  | 'PAUSED'
  | 'RESUMED'
  | 'EXTENDED'
  | 'ESCALATED'
  | 'TELEPHONED'
  | 'LODGED'
  | 'ANSWERED'
  | 'WORD'
  | 'PHOTOGRAPHED'
  | 'JOINED'
  | 'MERGED'
  | 'CHECKED';

/** A kind of appeal (诉求类型). */
export type AppealKind = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly classes: ReadonlyArray<AppealClass>;
  /** Whether it is opened with a photograph, and done by showing another (是否须附照片). */
  readonly photos: Scalars['Boolean']['output'];
  /** The most working days, extensions included (最长办理期限). */
  readonly mostWorkingDays: Scalars['Int']['output'];
};


/** A kind of appeal (诉求类型). */
export type AppealKindNameArgs = {
  language?: InputMaybe<Language>;
};

/** A class of appeals with its limit (类别). */
export type AppealClass = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** From the day after receipt (办理时限). */
  readonly workingDays: Scalars['Int']['output'];
};


/** A class of appeals with its limit (类别). */
export type AppealClassNameArgs = {
  language?: InputMaybe<Language>;
};

/** A department, or a unit beside the departments (承办单位): exactly one of both is not null. */
export type AppealHandler = {
  readonly department: Maybe<Department>;
  readonly unit: Maybe<AppealUnit>;
};

/** A unit beside the departments (承办单位): a station, a joint committee. */
export type AppealUnit = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
};


/** A unit beside the departments (承办单位): a station, a joint committee. */
export type AppealUnitNameArgs = {
  language?: InputMaybe<Language>;
};

/** An answer to an appeal (答复). */
export type AppealAnswer = {
  readonly outcome: AppealOutcome;
  readonly text: Scalars['String']['output'];
  /** Of a refusal never null (依据). */
  readonly legalBasis: Maybe<Scalars['String']['output']>;
  /** What else is possible (替代途径). */
  readonly alternatives: ReadonlyArray<Scalars['String']['output']>;
  readonly by: AppealHandler;
  readonly on: Scalars['Date']['output'];
};

/** A reason for which a department refuses (不予办理理由). */
export type AppealReason = {
  readonly code: Scalars['ID']['output'];
  readonly matter: Matter;
  readonly department: Department;
  readonly text: Scalars['String']['output'];
  readonly legalBasis: Scalars['String']['output'];
  /** It was refused for this (已不予办理); else it would be, by its rule. */
  readonly refused: Scalars['Boolean']['output'];
};


/** A reason for which a department refuses (不予办理理由). */
export type AppealReasonTextArgs = {
  language?: InputMaybe<Language>;
};

/** A certificate that a department issued for a case (证明). */
export type AppealCertificate = {
  /** What it certifies (证明内容); null, as its number, once it was erased. */
  readonly title: Maybe<Scalars['String']['output']>;
  readonly number: Maybe<Scalars['String']['output']>;
  /** The submission that it is for. */
  readonly submission: Submission;
  readonly by: AppealHandler;
  readonly at: Scalars['DateTime']['output'];
};

/** Those an appeal was put before, and when they meet (提级). */
export type AppealEscalation = {
  readonly to: AppealHandler;
  readonly members: ReadonlyArray<Scalars['String']['output']>;
  readonly meetsOn: Scalars['Date']['output'];
};

/** Something that happened to an appeal (办理过程). */
export type AppealEvent = {
  readonly kind: AppealEventKind;
  readonly at: Scalars['DateTime']['output'];
  /** For whom it was done; null: by the applicant. */
  readonly by: Maybe<AppealHandler>;
  /** The reason, or what was said; null: nothing was, or it was erased. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** How an appeal stands, without what anybody wrote (办理状态). */
export type TrackedAppeal = {
  readonly kind: AppealKind;
  readonly status: AppealStatus;
  readonly owner: AppealHandler;
  readonly place: Maybe<IntakePlace>;
  readonly dueOn: Scalars['Date']['output'];
  readonly overdue: Scalars['Boolean']['output'];
  /** Where it came in without an account; else null, for the applicant is told it. */
  readonly answer: Maybe<AppealAnswer>;
  readonly events: ReadonlyArray<TrackedAppealEvent>;
};

/** Something that happened to an appeal, as whoever holds its tracking code is told it (办理进度). */
export type TrackedAppealEvent = {
  readonly kind: AppealEventKind;
  readonly at: Scalars['DateTime']['output'];
};

/** How appeals were handled (办理情况). */
export type AppealFigures = {
  /** Came in (受理). */
  readonly received: Scalars['Int']['output'];
  /** Of those received: answered with advice on the day they came in (当场解答). */
  readonly answeredOnTheSpot: Scalars['Int']['output'];
  /** Of those received: solved (办成). */
  readonly solved: Scalars['Int']['output'];
  /** Of those received: refused with law and alternatives (不予办理). */
  readonly refused: Scalars['Int']['output'];
  /** Of those received: open, and past their last day (超期未办结). */
  readonly overdue: Scalars['Int']['output'];
  /** Of those received: the applicant graded the answer (已评价). */
  readonly graded: Scalars['Int']['output'];
  /** Of those graded: 4 or 5 (满意). */
  readonly satisfied: Scalars['Int']['output'];
};

export type AppealConnection = {
  readonly nodes: ReadonlyArray<Appeal>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type AppealPayload = {
  readonly appeal: Maybe<Appeal>;
  readonly problems: ReadonlyArray<Problem>;
};

export type OpenAppealPayload = {
  readonly appeal: Maybe<Appeal>;
  readonly problems: ReadonlyArray<Problem>;
};

export type OpenAppealAtPayload = {
  /** Told here alone, to whoever opened it and whoever sends the same again under the same key: write it down (查询码). */
  readonly trackingCode: Maybe<Scalars['String']['output']>;
  readonly appeal: Maybe<TrackedAppeal>;
  readonly problems: ReadonlyArray<Problem>;
};

export type TrackedAppealPayload = {
  readonly appeal: Maybe<TrackedAppeal>;
  readonly problems: ReadonlyArray<Problem>;
};

export type AppealDataConnection = {
  readonly nodes: ReadonlyArray<Scalars['JSON']['output']>;
  readonly endCursor: Maybe<Scalars['String']['output']>;
  readonly totalCount: Scalars['Int']['output'];
};

export type OpenAppealInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Code of the kind (诉求类型). Maximum (上限): 200 characters (字符). */
  readonly kind: Scalars['ID']['input'];
  /** What cannot be done, or what is complained of. Maximum (上限): 1000 characters (字符). */
  readonly text: Scalars['String']['input'];
  /** The caller's own submission that it is about. Maximum (上限): 200 characters (字符). */
  readonly submission?: InputMaybe<Scalars['ID']['input']>;
  /** The matter that it is about: of the submission, where one is named. Maximum (上限): 200 characters (字符). */
  readonly matter?: InputMaybe<Scalars['ID']['input']>;
  /** The department that it is about, where no matter says so. Maximum (上限): 200 characters (字符). */
  readonly department?: InputMaybe<Scalars['ID']['input']>;
  /** What it looks like: uploads of the caller's own that have arrived (照片). Maximum (上限): 9 items (项), 200 characters (字符). */
  readonly photos?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Where exactly, in degrees, WGS 84 (定位). */
  readonly location?: InputMaybe<GeoLocationInput>;
};

export type OpenAppealAtInput = {
  /** Of whoever has no account at least 16 characters of chance: who has the key and the words is given the tracking code again. Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** As it is printed (码). Maximum (上限): 1000 characters (字符). */
  readonly point: Scalars['String']['input'];
  /** What cannot be done, or what is complained of. Maximum (上限): 500 characters (字符). */
  readonly text: Scalars['String']['input'];
  /** Where exactly, in degrees, WGS 84. */
  readonly location?: InputMaybe<GeoLocationInput>;
  /** What it looks like: uploads of the caller's own that have arrived; without an account there are none (照片). Maximum (上限): 9 items (项), 200 characters (字符). */
  readonly photos?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

export type GeoLocationInput = {
  readonly latitude: Scalars['Float']['input'];
  readonly longitude: Scalars['Float']['input'];
};

export type ConfirmTrackedAppealInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly trackingCode: Scalars['String']['input'];
  /** True: that will do. False: it is looked at anew, higher up. */
  readonly accepted: Scalars['Boolean']['input'];
  /** 1 very bad to 5 very good (满意度). */
  readonly grade?: InputMaybe<Scalars['Int']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** `appeal` is kept. */
export type MergeAppealsInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly other: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly reason: Scalars['String']['input'];
};

export type DeliverAppealsInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly platform: Scalars['ID']['input'];
  /** Maximum (上限): 200 items (项). */
  readonly appeals: ReadonlyArray<DeliveredAppealInput>;
};

export type DeliveredAppealInput = {
  /** The platform's own: the same again is the same appeal. Maximum (上限): 100 characters (字符). */
  readonly number: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly kind: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly text: Scalars['String']['input'];
  /** The matter that it is about. Maximum (上限): 200 characters (字符). */
  readonly matter?: InputMaybe<Scalars['ID']['input']>;
  /** The department that it is about, where no matter says so. Maximum (上限): 200 characters (字符). */
  readonly department?: InputMaybe<Scalars['ID']['input']>;
  /** Where it is about, as places are named in the catalogue (地点). Maximum (上限): 200 characters (字符). */
  readonly place?: InputMaybe<Scalars['ID']['input']>;
};

export type AcknowledgeNoticesInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly platform: Scalars['ID']['input'];
  /** Maximum (上限): 200 items (项). */
  readonly receipts: ReadonlyArray<NoticeReceiptInput>;
};

export type NoticeReceiptInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly notice: Scalars['ID']['input'];
  /** What whoever it was for says of the answer; null: they have not been asked, or have not answered. */
  readonly accepted?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 very bad to 5 very good (满意度); only with `accepted`. */
  readonly grade?: InputMaybe<Scalars['Int']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

export type AppealStepInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: Scalars['ID']['input'];
};

export type AppealReasonInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly reason: Scalars['String']['input'];
};

export type ConfirmAppealInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: Scalars['ID']['input'];
  /** True: that will do, and it is closed. False: it is looked at anew, higher up. */
  readonly accepted: Scalars['Boolean']['input'];
  /** 1 very bad to 5 very good (满意度). */
  readonly grade?: InputMaybe<Scalars['Int']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** `notified`: the applicant is told with it. Without that no limit grows. */
export type ClassifyAppealInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly class: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  readonly notified?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Exactly one of `department` and `unit`. */
export type AssignAppealInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly department?: InputMaybe<Scalars['ID']['input']>;
  /** Maximum (上限): 200 characters (字符). */
  readonly unit?: InputMaybe<Scalars['ID']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly reason: Scalars['String']['input'];
};

export type ExtendAppealInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: Scalars['ID']['input'];
  readonly workingDays: Scalars['Int']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly reason: Scalars['String']['input'];
  readonly notified: Scalars['Boolean']['input'];
};

export type EscalateAppealInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly unit: Scalars['ID']['input'];
  /** Who sits at the table, each by name of their office. Maximum (上限): 100 items (项), 1000 characters (字符). */
  readonly members: ReadonlyArray<Scalars['String']['input']>;
  /** Maximum (上限): 10 characters (字符). */
  readonly meetsOn: Scalars['Date']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly reason: Scalars['String']['input'];
};

export type AnswerAppealInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: Scalars['ID']['input'];
  readonly outcome: AppealOutcome;
  /** Maximum (上限): 1000 characters (字符). */
  readonly text: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly legalBasis?: InputMaybe<Scalars['String']['input']>;
  /** Maximum (上限): 100 items (项), 1000 characters (字符). */
  readonly alternatives?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type LodgeCertificateInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: Scalars['ID']['input'];
  /** What it certifies. Maximum (上限): 1000 characters (字符). */
  readonly title: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly number: Scalars['String']['input'];
  /** The applicant's submission that it is for: the one that the appeal is about, or one after it. Maximum (上限): 200 characters (字符). */
  readonly submission: Scalars['ID']['input'];
};

export type ExcludingRefusalsInput = {
  /** Maximum (上限): 1000 characters (字符). */
  readonly account: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly submission: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: Scalars['ID']['input'];
  /** Of the refusal: the same again is the same case. Maximum (上限): 200 characters (字符). */
  readonly key: Scalars['ID']['input'];
  /** What it is about: of one account there is one open case about it. Maximum (上限): 200 characters (字符). */
  readonly topic: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly featureZh: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly featureEn: Scalars['String']['input'];
  /** Maximum (上限): 100 items (项). */
  readonly reasons: ReadonlyArray<ExcludingReasonInput>;
};

export type ExcludingReasonInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly department: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly code: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly zh: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly en: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly legalBasis: Scalars['String']['input'];
  readonly refused: Scalars['Boolean']['input'];
};

export type PhotographAppealInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: Scalars['ID']['input'];
  /** Maximum (上限): 9 items (项), 200 characters (字符). */
  readonly photos: ReadonlyArray<Scalars['ID']['input']>;
};

export type LinkAppealClassInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Null: a new one, of two or more. Maximum (上限): 200 characters (字符). */
  readonly class?: InputMaybe<Scalars['ID']['input']>;
  /** Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly appeals: ReadonlyArray<Scalars['ID']['input']>;
  /** What they have in common. Maximum (上限): 1000 characters (字符). */
  readonly reason: Scalars['String']['input'];
};

export type ProposeAppealClassChangeInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly class: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: Scalars['ID']['input'];
  /** Maximum (上限): 12 items (项), 200 characters (字符). */
  readonly path: ReadonlyArray<Scalars['String']['input']>;
  /** Maximum (上限): 20000 characters (字符), 500 values (值), 8 levels (层). */
  readonly value?: InputMaybe<Scalars['JSON']['input']>;
  /** Why that takes the cause away. Maximum (上限): 1000 characters (字符). */
  readonly reason: Scalars['String']['input'];
};

export type CloseAppealClassInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly class: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly text: Scalars['String']['input'];
};

export type AnswerAppealsInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly appeals: ReadonlyArray<Scalars['ID']['input']>;
  readonly outcome: AppealOutcome;
  /** Maximum (上限): 1000 characters (字符). */
  readonly text: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly legalBasis?: InputMaybe<Scalars['String']['input']>;
  /** Maximum (上限): 100 items (项), 1000 characters (字符). */
  readonly alternatives?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type CheckAppealInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: Scalars['ID']['input'];
  readonly holds: Scalars['Boolean']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly text: Scalars['String']['input'];
};

/** Language of a text (语言). */
export type Language =
  | 'ZH'
  | 'EN';

export type Matter = {
  readonly code: Scalars['ID']['output'];
};

export type Department = {
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
  Submission: Submission;
  Appeal: Appeal;
  Matter: Matter;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Submission:
    ( { __typename: 'Submission' }
    & GraphQLRecursivePick<FederationTypes['Submission'], {"id":true}> );
  Appeal:
    ( { __typename: 'Appeal' }
    & GraphQLRecursivePick<FederationTypes['Appeal'], {"id":true}> );
  Matter:
    ( { __typename: 'Matter' }
    & GraphQLRecursivePick<FederationTypes['Matter'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Submission: ResolverTypeWrapper<SubmissionParent>;
  Appeal: ResolverTypeWrapper<AppealParent>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AppealPhotoStage: AppealPhotoStage;
  AppealPhoto: ResolverTypeWrapper<AppealPhotoParent>;
  AppealPhotoLink: ResolverTypeWrapper<AppealPhotoLinkParent>;
  AppealProof: ResolverTypeWrapper<AppealProof>;
  AppealProofEntry: ResolverTypeWrapper<AppealProofEntry>;
  SuggestedLikeClass: ResolverTypeWrapper<SuggestedLikeClassParent>;
  LikeClassStatus: LikeClassStatus;
  LikeClass: ResolverTypeWrapper<LikeClassParent>;
  CatalogueChange: ResolverTypeWrapper<CatalogueChangeParent>;
  LikeClassEventKind: LikeClassEventKind;
  LikeClassEvent: ResolverTypeWrapper<LikeClassEventParent>;
  LikeClassPayload: ResolverTypeWrapper<Omit<LikeClassPayload, 'class' | 'problems'> & { class?: Maybe<ResolversTypes['LikeClass']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  IntakePoint: ResolverTypeWrapper<IntakePointParent>;
  IntakePlace: ResolverTypeWrapper<IntakePlaceParent>;
  GeoLocation: ResolverTypeWrapper<GeoLocation>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AppealSourceKind: AppealSourceKind;
  AppealSource: ResolverTypeWrapper<AppealSourceParent>;
  AppealPlatform: ResolverTypeWrapper<AppealPlatformParent>;
  AlikeAppeal: ResolverTypeWrapper<AlikeAppealParent>;
  DeliveryOutcome: DeliveryOutcome;
  DeliveredAppeal: ResolverTypeWrapper<Omit<DeliveredAppeal, 'problems'> & { problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  DeliverAppealsPayload: ResolverTypeWrapper<Omit<DeliverAppealsPayload, 'delivered' | 'problems'> & { delivered: ReadonlyArray<ResolversTypes['DeliveredAppeal']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  AppealNotice: ResolverTypeWrapper<Omit<AppealNotice, 'answer'> & { answer: ResolversTypes['AppealAnswer'] }>;
  AppealNoticeConnection: ResolverTypeWrapper<Omit<AppealNoticeConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['AppealNotice']> }>;
  AnswerAppealsPayload: ResolverTypeWrapper<Omit<AnswerAppealsPayload, 'problems'> & { problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  AcknowledgeNoticesPayload: ResolverTypeWrapper<Omit<AcknowledgeNoticesPayload, 'problems'> & { problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  AppealSatisfaction: ResolverTypeWrapper<AppealSatisfaction>;
  AppealStatus: AppealStatus;
  AppealClosing: AppealClosing;
  AppealOutcome: AppealOutcome;
  AppealEventKind: AppealEventKind;
  AppealKind: ResolverTypeWrapper<AppealKindParent>;
  AppealClass: ResolverTypeWrapper<AppealClassParent>;
  AppealHandler: ResolverTypeWrapper<AppealHandlerParent>;
  AppealUnit: ResolverTypeWrapper<AppealUnitParent>;
  AppealAnswer: ResolverTypeWrapper<AppealAnswerParent>;
  AppealReason: ResolverTypeWrapper<AppealReasonParent>;
  AppealCertificate: ResolverTypeWrapper<AppealCertificateParent>;
  AppealEscalation: ResolverTypeWrapper<AppealEscalationParent>;
  AppealEvent: ResolverTypeWrapper<AppealEventParent>;
  TrackedAppeal: ResolverTypeWrapper<TrackedAppealParent>;
  TrackedAppealEvent: ResolverTypeWrapper<TrackedAppealEventParent>;
  AppealFigures: ResolverTypeWrapper<AppealFigures>;
  AppealConnection: ResolverTypeWrapper<Omit<AppealConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Appeal']> }>;
  AppealPayload: ResolverTypeWrapper<Omit<AppealPayload, 'appeal' | 'problems'> & { appeal?: Maybe<ResolversTypes['Appeal']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  OpenAppealPayload: ResolverTypeWrapper<Omit<OpenAppealPayload, 'appeal' | 'problems'> & { appeal?: Maybe<ResolversTypes['Appeal']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  OpenAppealAtPayload: ResolverTypeWrapper<Omit<OpenAppealAtPayload, 'appeal' | 'problems'> & { appeal?: Maybe<ResolversTypes['TrackedAppeal']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  TrackedAppealPayload: ResolverTypeWrapper<Omit<TrackedAppealPayload, 'appeal' | 'problems'> & { appeal?: Maybe<ResolversTypes['TrackedAppeal']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  AppealDataConnection: ResolverTypeWrapper<AppealDataConnection>;
  OpenAppealInput: OpenAppealInput;
  OpenAppealAtInput: OpenAppealAtInput;
  GeoLocationInput: GeoLocationInput;
  ConfirmTrackedAppealInput: ConfirmTrackedAppealInput;
  MergeAppealsInput: MergeAppealsInput;
  DeliverAppealsInput: DeliverAppealsInput;
  DeliveredAppealInput: DeliveredAppealInput;
  AcknowledgeNoticesInput: AcknowledgeNoticesInput;
  NoticeReceiptInput: NoticeReceiptInput;
  AppealStepInput: AppealStepInput;
  AppealReasonInput: AppealReasonInput;
  ConfirmAppealInput: ConfirmAppealInput;
  ClassifyAppealInput: ClassifyAppealInput;
  AssignAppealInput: AssignAppealInput;
  ExtendAppealInput: ExtendAppealInput;
  EscalateAppealInput: EscalateAppealInput;
  AnswerAppealInput: AnswerAppealInput;
  LodgeCertificateInput: LodgeCertificateInput;
  ExcludingRefusalsInput: ExcludingRefusalsInput;
  ExcludingReasonInput: ExcludingReasonInput;
  PhotographAppealInput: PhotographAppealInput;
  LinkAppealClassInput: LinkAppealClassInput;
  ProposeAppealClassChangeInput: ProposeAppealClassChangeInput;
  CloseAppealClassInput: CloseAppealClassInput;
  AnswerAppealsInput: AnswerAppealsInput;
  CheckAppealInput: CheckAppealInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  Language: Language;
  Matter: ResolverTypeWrapper<Matter>;
  Department: ResolverTypeWrapper<Department>;
  LedgerKey: ResolverTypeWrapper<LedgerKey>;
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
  Submission: SubmissionParent;
  Appeal: AppealParent;
  Boolean: Scalars['Boolean']['output'];
  AppealPhoto: AppealPhotoParent;
  AppealPhotoLink: AppealPhotoLinkParent;
  AppealProof: AppealProof;
  AppealProofEntry: AppealProofEntry;
  SuggestedLikeClass: SuggestedLikeClassParent;
  LikeClass: LikeClassParent;
  CatalogueChange: CatalogueChangeParent;
  LikeClassEvent: LikeClassEventParent;
  LikeClassPayload: Omit<LikeClassPayload, 'class' | 'problems'> & { class?: Maybe<ResolversParentTypes['LikeClass']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  IntakePoint: IntakePointParent;
  IntakePlace: IntakePlaceParent;
  GeoLocation: GeoLocation;
  Float: Scalars['Float']['output'];
  AppealSource: AppealSourceParent;
  AppealPlatform: AppealPlatformParent;
  AlikeAppeal: AlikeAppealParent;
  DeliveredAppeal: Omit<DeliveredAppeal, 'problems'> & { problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  DeliverAppealsPayload: Omit<DeliverAppealsPayload, 'delivered' | 'problems'> & { delivered: ReadonlyArray<ResolversParentTypes['DeliveredAppeal']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  AppealNotice: Omit<AppealNotice, 'answer'> & { answer: ResolversParentTypes['AppealAnswer'] };
  AppealNoticeConnection: Omit<AppealNoticeConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['AppealNotice']> };
  AnswerAppealsPayload: Omit<AnswerAppealsPayload, 'problems'> & { problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  AcknowledgeNoticesPayload: Omit<AcknowledgeNoticesPayload, 'problems'> & { problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  AppealSatisfaction: AppealSatisfaction;
  AppealKind: AppealKindParent;
  AppealClass: AppealClassParent;
  AppealHandler: AppealHandlerParent;
  AppealUnit: AppealUnitParent;
  AppealAnswer: AppealAnswerParent;
  AppealReason: AppealReasonParent;
  AppealCertificate: AppealCertificateParent;
  AppealEscalation: AppealEscalationParent;
  AppealEvent: AppealEventParent;
  TrackedAppeal: TrackedAppealParent;
  TrackedAppealEvent: TrackedAppealEventParent;
  AppealFigures: AppealFigures;
  AppealConnection: Omit<AppealConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Appeal']> };
  AppealPayload: Omit<AppealPayload, 'appeal' | 'problems'> & { appeal?: Maybe<ResolversParentTypes['Appeal']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  OpenAppealPayload: Omit<OpenAppealPayload, 'appeal' | 'problems'> & { appeal?: Maybe<ResolversParentTypes['Appeal']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  OpenAppealAtPayload: Omit<OpenAppealAtPayload, 'appeal' | 'problems'> & { appeal?: Maybe<ResolversParentTypes['TrackedAppeal']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  TrackedAppealPayload: Omit<TrackedAppealPayload, 'appeal' | 'problems'> & { appeal?: Maybe<ResolversParentTypes['TrackedAppeal']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  AppealDataConnection: AppealDataConnection;
  OpenAppealInput: OpenAppealInput;
  OpenAppealAtInput: OpenAppealAtInput;
  GeoLocationInput: GeoLocationInput;
  ConfirmTrackedAppealInput: ConfirmTrackedAppealInput;
  MergeAppealsInput: MergeAppealsInput;
  DeliverAppealsInput: DeliverAppealsInput;
  DeliveredAppealInput: DeliveredAppealInput;
  AcknowledgeNoticesInput: AcknowledgeNoticesInput;
  NoticeReceiptInput: NoticeReceiptInput;
  AppealStepInput: AppealStepInput;
  AppealReasonInput: AppealReasonInput;
  ConfirmAppealInput: ConfirmAppealInput;
  ClassifyAppealInput: ClassifyAppealInput;
  AssignAppealInput: AssignAppealInput;
  ExtendAppealInput: ExtendAppealInput;
  EscalateAppealInput: EscalateAppealInput;
  AnswerAppealInput: AnswerAppealInput;
  LodgeCertificateInput: LodgeCertificateInput;
  ExcludingRefusalsInput: ExcludingRefusalsInput;
  ExcludingReasonInput: ExcludingReasonInput;
  PhotographAppealInput: PhotographAppealInput;
  LinkAppealClassInput: LinkAppealClassInput;
  ProposeAppealClassChangeInput: ProposeAppealClassChangeInput;
  CloseAppealClassInput: CloseAppealClassInput;
  AnswerAppealsInput: AnswerAppealsInput;
  CheckAppealInput: CheckAppealInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  JSON: Scalars['JSON']['output'];
  RegionCode: Scalars['RegionCode']['output'];
  Matter: Matter | FederationReferenceTypes['Matter'];
  Department: Department;
  LedgerKey: LedgerKey;
  PageInfo: PageInfo;
  Problem: ProblemParent;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  appeal?: Resolver<Maybe<ResolversTypes['Appeal']>, ParentType, ContextType, RequireFields<QueryAppealArgs, 'id'>>;
  appeals?: Resolver<ResolversTypes['AppealConnection'], ParentType, ContextType, RequireFields<QueryAppealsArgs, 'first'>>;
  trackAppeal?: Resolver<Maybe<ResolversTypes['TrackedAppeal']>, ParentType, ContextType, RequireFields<QueryTrackAppealArgs, 'code'>>;
  intakePoint?: Resolver<Maybe<ResolversTypes['IntakePoint']>, ParentType, ContextType, RequireFields<QueryIntakePointArgs, 'code'>>;
  appealsToHandle?: Resolver<ResolversTypes['AppealConnection'], ParentType, ContextType, RequireFields<QueryAppealsToHandleArgs, 'first'>>;
  appealKinds?: Resolver<ReadonlyArray<ResolversTypes['AppealKind']>, ParentType, ContextType>;
  appealFigures?: Resolver<ResolversTypes['AppealFigures'], ParentType, ContextType, RequireFields<QueryAppealFiguresArgs, 'kind' | 'from' | 'to'>>;
  appealSatisfaction?: Resolver<ResolversTypes['AppealSatisfaction'], ParentType, ContextType, RequireFields<QueryAppealSatisfactionArgs, 'from' | 'to'>>;
  platformNotices?: Resolver<ResolversTypes['AppealNoticeConnection'], ParentType, ContextType, RequireFields<QueryPlatformNoticesArgs, 'platform' | 'first'>>;
  appealLedgerKey?: Resolver<ResolversTypes['LedgerKey'], ParentType, ContextType>;
  appealsConcerningDepartment?: Resolver<ResolversTypes['AppealConnection'], ParentType, ContextType, RequireFields<QueryAppealsConcerningDepartmentArgs, 'first'>>;
  appealClassesSuggested?: Resolver<ReadonlyArray<ResolversTypes['SuggestedLikeClass']>, ParentType, ContextType, RequireFields<QueryAppealClassesSuggestedArgs, 'kind' | 'first'>>;
  likeClass?: Resolver<Maybe<ResolversTypes['LikeClass']>, ParentType, ContextType, RequireFields<QueryLikeClassArgs, 'id'>>;
  likeClasses?: Resolver<ReadonlyArray<ResolversTypes['LikeClass']>, ParentType, ContextType, RequireFields<QueryLikeClassesArgs, 'first'>>;
  appealsData?: Resolver<ResolversTypes['AppealDataConnection'], ParentType, ContextType, RequireFields<QueryAppealsDataArgs, 'account' | 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  openAppeal?: Resolver<ResolversTypes['OpenAppealPayload'], ParentType, ContextType, RequireFields<MutationOpenAppealArgs, 'input'>>;
  openAppealAt?: Resolver<ResolversTypes['OpenAppealAtPayload'], ParentType, ContextType, RequireFields<MutationOpenAppealAtArgs, 'input'>>;
  confirmAppeal?: Resolver<ResolversTypes['AppealPayload'], ParentType, ContextType, RequireFields<MutationConfirmAppealArgs, 'input'>>;
  confirmTrackedAppeal?: Resolver<ResolversTypes['TrackedAppealPayload'], ParentType, ContextType, RequireFields<MutationConfirmTrackedAppealArgs, 'input'>>;
  classifyAppeal?: Resolver<ResolversTypes['AppealPayload'], ParentType, ContextType, RequireFields<MutationClassifyAppealArgs, 'input'>>;
  assignAppeal?: Resolver<ResolversTypes['AppealPayload'], ParentType, ContextType, RequireFields<MutationAssignAppealArgs, 'input'>>;
  pauseAppeal?: Resolver<ResolversTypes['AppealPayload'], ParentType, ContextType, RequireFields<MutationPauseAppealArgs, 'input'>>;
  resumeAppeal?: Resolver<ResolversTypes['AppealPayload'], ParentType, ContextType, RequireFields<MutationResumeAppealArgs, 'input'>>;
  extendAppeal?: Resolver<ResolversTypes['AppealPayload'], ParentType, ContextType, RequireFields<MutationExtendAppealArgs, 'input'>>;
  escalateAppeal?: Resolver<ResolversTypes['AppealPayload'], ParentType, ContextType, RequireFields<MutationEscalateAppealArgs, 'input'>>;
  telephoneAppeal?: Resolver<ResolversTypes['AppealPayload'], ParentType, ContextType, RequireFields<MutationTelephoneAppealArgs, 'input'>>;
  answerAppeal?: Resolver<ResolversTypes['AppealPayload'], ParentType, ContextType, RequireFields<MutationAnswerAppealArgs, 'input'>>;
  mergeAppeals?: Resolver<ResolversTypes['AppealPayload'], ParentType, ContextType, RequireFields<MutationMergeAppealsArgs, 'input'>>;
  appealsNotSame?: Resolver<ResolversTypes['AppealPayload'], ParentType, ContextType, RequireFields<MutationAppealsNotSameArgs, 'input'>>;
  deliverAppeals?: Resolver<ResolversTypes['DeliverAppealsPayload'], ParentType, ContextType, RequireFields<MutationDeliverAppealsArgs, 'input'>>;
  acknowledgeAppealNotices?: Resolver<ResolversTypes['AcknowledgeNoticesPayload'], ParentType, ContextType, RequireFields<MutationAcknowledgeAppealNoticesArgs, 'input'>>;
  answerAppeals?: Resolver<ResolversTypes['AnswerAppealsPayload'], ParentType, ContextType, RequireFields<MutationAnswerAppealsArgs, 'input'>>;
  photographAppeal?: Resolver<ResolversTypes['AppealPayload'], ParentType, ContextType, RequireFields<MutationPhotographAppealArgs, 'input'>>;
  checkAppeal?: Resolver<ResolversTypes['AppealPayload'], ParentType, ContextType, RequireFields<MutationCheckAppealArgs, 'input'>>;
  lodgeCertificate?: Resolver<ResolversTypes['AppealPayload'], ParentType, ContextType, RequireFields<MutationLodgeCertificateArgs, 'input'>>;
  appealsOpenForRefusals?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType, RequireFields<MutationAppealsOpenForRefusalsArgs, 'input'>>;
  linkAppealClass?: Resolver<ResolversTypes['LikeClassPayload'], ParentType, ContextType, RequireFields<MutationLinkAppealClassArgs, 'input'>>;
  proposeAppealClassChange?: Resolver<ResolversTypes['LikeClassPayload'], ParentType, ContextType, RequireFields<MutationProposeAppealClassChangeArgs, 'input'>>;
  closeAppealClass?: Resolver<ResolversTypes['LikeClassPayload'], ParentType, ContextType, RequireFields<MutationCloseAppealClassArgs, 'input'>>;
  appealsErase?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<MutationAppealsEraseArgs, 'submission'>>;
};

export type SubmissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Submission'] = ResolversParentTypes['Submission'], FederationReferenceType extends FederationReferenceTypes['Submission'] = FederationReferenceTypes['Submission']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Submission']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  appeals?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Appeal']>>, ParentType, ContextType>;
  certificates?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AppealCertificate']>>, ParentType, ContextType>;
};

export type AppealResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Appeal'] = ResolversParentTypes['Appeal'], FederationReferenceType extends FederationReferenceTypes['Appeal'] = FederationReferenceTypes['Appeal']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Appeal']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AppealKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AppealStatus'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['AppealHandler'], ParentType, ContextType>;
  about?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['IntakePlace']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['GeoLocation']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['AppealSource']>, ParentType, ContextType, RequireFields<AppealSourcesArgs, 'first'>>;
  alike?: Resolver<ReadonlyArray<ResolversTypes['AlikeAppeal']>, ParentType, ContextType, RequireFields<AppealAlikeArgs, 'first'>>;
  likeClass?: Resolver<Maybe<ResolversTypes['LikeClass']>, ParentType, ContextType>;
  mergedInto?: Resolver<Maybe<ResolversTypes['Appeal']>, ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType>;
  class?: Resolver<ResolversTypes['AppealClass'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  yearsNotCovered?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['AppealAnswer']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['AppealReason']>, ParentType, ContextType>;
  certificates?: Resolver<ReadonlyArray<ResolversTypes['AppealCertificate']>, ParentType, ContextType>;
  escalation?: Resolver<Maybe<ResolversTypes['AppealEscalation']>, ParentType, ContextType>;
  disputes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  closedBy?: Resolver<Maybe<ResolversTypes['AppealClosing']>, ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['AppealEvent']>, ParentType, ContextType>;
  trackingCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  photos?: Resolver<ReadonlyArray<ResolversTypes['AppealPhoto']>, ParentType, ContextType>;
  proof?: Resolver<ResolversTypes['AppealProof'], ParentType, ContextType>;
};

export type AppealPhotoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealPhoto'] = ResolversParentTypes['AppealPhoto']> = {
  stage?: Resolver<ResolversTypes['AppealPhotoStage'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  download?: Resolver<Maybe<ResolversTypes['AppealPhotoLink']>, ParentType, ContextType>;
};

export type AppealPhotoLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealPhotoLink'] = ResolversParentTypes['AppealPhotoLink']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AppealProofResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealProof'] = ResolversParentTypes['AppealProof']> = {
  chainHolds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  entries?: Resolver<ReadonlyArray<ResolversTypes['AppealProofEntry']>, ParentType, ContextType>;
};

export type AppealProofEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealProofEntry'] = ResolversParentTypes['AppealProofEntry']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AppealEventKind'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signature?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signatureHolds?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type SuggestedLikeClassResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SuggestedLikeClass'] = ResolversParentTypes['SuggestedLikeClass']> = {
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
  about?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  appeals?: Resolver<ReadonlyArray<ResolversTypes['Appeal']>, ParentType, ContextType>;
};

export type LikeClassResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LikeClass'] = ResolversParentTypes['LikeClass']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AppealKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LikeClassStatus'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  appeals?: Resolver<ReadonlyArray<ResolversTypes['Appeal']>, ParentType, ContextType, RequireFields<LikeClassAppealsArgs, 'first'>>;
  change?: Resolver<Maybe<ResolversTypes['CatalogueChange']>, ParentType, ContextType>;
  proposedAtRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  closedByRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['LikeClassEvent']>, ParentType, ContextType>;
};

export type CatalogueChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogueChange'] = ResolversParentTypes['CatalogueChange']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['Matter'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type LikeClassEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LikeClassEvent'] = ResolversParentTypes['LikeClassEvent']> = {
  kind?: Resolver<ResolversTypes['LikeClassEventKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['AppealHandler'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signature?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LikeClassPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LikeClassPayload'] = ResolversParentTypes['LikeClassPayload']> = {
  class?: Resolver<Maybe<ResolversTypes['LikeClass']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type IntakePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntakePoint'] = ResolversParentTypes['IntakePoint']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<IntakePointNameArgs, 'language'>>;
  place?: Resolver<ResolversTypes['IntakePlace'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AppealKind'], ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
};

export type IntakePlaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntakePlace'] = ResolversParentTypes['IntakePlace']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<IntakePlaceNameArgs, 'language'>>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['GeoLocation']>, ParentType, ContextType>;
};

export type GeoLocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GeoLocation'] = ResolversParentTypes['GeoLocation']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type AppealSourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealSource'] = ResolversParentTypes['AppealSource']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AppealSourceKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['AppealPlatform']>, ParentType, ContextType>;
  point?: Resolver<Maybe<ResolversTypes['IntakePoint']>, ParentType, ContextType>;
};

export type AppealPlatformResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealPlatform'] = ResolversParentTypes['AppealPlatform']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AppealPlatformNameArgs, 'language'>>;
};

export type AlikeAppealResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlikeAppeal'] = ResolversParentTypes['AlikeAppeal']> = {
  appeal?: Resolver<ResolversTypes['Appeal'], ParentType, ContextType>;
  alikeness?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type DeliveredAppealResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveredAppeal'] = ResolversParentTypes['DeliveredAppeal']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['DeliveryOutcome']>, ParentType, ContextType>;
  trackingCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type DeliverAppealsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliverAppealsPayload'] = ResolversParentTypes['DeliverAppealsPayload']> = {
  delivered?: Resolver<ReadonlyArray<ResolversTypes['DeliveredAppeal']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type AppealNoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealNotice'] = ResolversParentTypes['AppealNotice']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  answer?: Resolver<ResolversTypes['AppealAnswer'], ParentType, ContextType>;
};

export type AppealNoticeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealNoticeConnection'] = ResolversParentTypes['AppealNoticeConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AppealNotice']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AnswerAppealsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnswerAppealsPayload'] = ResolversParentTypes['AnswerAppealsPayload']> = {
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type AcknowledgeNoticesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcknowledgeNoticesPayload'] = ResolversParentTypes['AcknowledgeNoticesPayload']> = {
  acknowledged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type AppealSatisfactionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealSatisfaction'] = ResolversParentTypes['AppealSatisfaction']> = {
  appeals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sources?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  satisfied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppealKindResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealKind'] = ResolversParentTypes['AppealKind']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AppealKindNameArgs, 'language'>>;
  classes?: Resolver<ReadonlyArray<ResolversTypes['AppealClass']>, ParentType, ContextType>;
  photos?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mostWorkingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppealClassResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealClass'] = ResolversParentTypes['AppealClass']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AppealClassNameArgs, 'language'>>;
  workingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppealHandlerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealHandler'] = ResolversParentTypes['AppealHandler']> = {
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['AppealUnit']>, ParentType, ContextType>;
};

export type AppealUnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealUnit'] = ResolversParentTypes['AppealUnit']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AppealUnitNameArgs, 'language'>>;
};

export type AppealAnswerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealAnswer'] = ResolversParentTypes['AppealAnswer']> = {
  outcome?: Resolver<ResolversTypes['AppealOutcome'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  alternatives?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<ResolversTypes['AppealHandler'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type AppealReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealReason'] = ResolversParentTypes['AppealReason']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['Matter'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AppealReasonTextArgs, 'language'>>;
  legalBasis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AppealCertificateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealCertificate'] = ResolversParentTypes['AppealCertificate']> = {
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  submission?: Resolver<ResolversTypes['Submission'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['AppealHandler'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AppealEscalationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealEscalation'] = ResolversParentTypes['AppealEscalation']> = {
  to?: Resolver<ResolversTypes['AppealHandler'], ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  meetsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type AppealEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealEvent'] = ResolversParentTypes['AppealEvent']> = {
  kind?: Resolver<ResolversTypes['AppealEventKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['AppealHandler']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TrackedAppealResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrackedAppeal'] = ResolversParentTypes['TrackedAppeal']> = {
  kind?: Resolver<ResolversTypes['AppealKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AppealStatus'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['AppealHandler'], ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['IntakePlace']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['AppealAnswer']>, ParentType, ContextType>;
  events?: Resolver<ReadonlyArray<ResolversTypes['TrackedAppealEvent']>, ParentType, ContextType>;
};

export type TrackedAppealEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrackedAppealEvent'] = ResolversParentTypes['TrackedAppealEvent']> = {
  kind?: Resolver<ResolversTypes['AppealEventKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AppealFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealFigures'] = ResolversParentTypes['AppealFigures']> = {
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answeredOnTheSpot?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  solved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  graded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  satisfied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppealConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealConnection'] = ResolversParentTypes['AppealConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Appeal']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppealPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealPayload'] = ResolversParentTypes['AppealPayload']> = {
  appeal?: Resolver<Maybe<ResolversTypes['Appeal']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type OpenAppealPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenAppealPayload'] = ResolversParentTypes['OpenAppealPayload']> = {
  appeal?: Resolver<Maybe<ResolversTypes['Appeal']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type OpenAppealAtPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenAppealAtPayload'] = ResolversParentTypes['OpenAppealAtPayload']> = {
  trackingCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  appeal?: Resolver<Maybe<ResolversTypes['TrackedAppeal']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type TrackedAppealPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrackedAppealPayload'] = ResolversParentTypes['TrackedAppealPayload']> = {
  appeal?: Resolver<Maybe<ResolversTypes['TrackedAppeal']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type AppealDataConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppealDataConnection'] = ResolversParentTypes['AppealDataConnection']> = {
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

export type MatterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Matter'] = ResolversParentTypes['Matter'], FederationReferenceType extends FederationReferenceTypes['Matter'] = FederationReferenceTypes['Matter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Matter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LedgerKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerKey'] = ResolversParentTypes['LedgerKey']> = {
  part?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sm2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

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
  Submission?: SubmissionResolvers<ContextType>;
  Appeal?: AppealResolvers<ContextType>;
  AppealPhoto?: AppealPhotoResolvers<ContextType>;
  AppealPhotoLink?: AppealPhotoLinkResolvers<ContextType>;
  AppealProof?: AppealProofResolvers<ContextType>;
  AppealProofEntry?: AppealProofEntryResolvers<ContextType>;
  SuggestedLikeClass?: SuggestedLikeClassResolvers<ContextType>;
  LikeClass?: LikeClassResolvers<ContextType>;
  CatalogueChange?: CatalogueChangeResolvers<ContextType>;
  LikeClassEvent?: LikeClassEventResolvers<ContextType>;
  LikeClassPayload?: LikeClassPayloadResolvers<ContextType>;
  IntakePoint?: IntakePointResolvers<ContextType>;
  IntakePlace?: IntakePlaceResolvers<ContextType>;
  GeoLocation?: GeoLocationResolvers<ContextType>;
  AppealSource?: AppealSourceResolvers<ContextType>;
  AppealPlatform?: AppealPlatformResolvers<ContextType>;
  AlikeAppeal?: AlikeAppealResolvers<ContextType>;
  DeliveredAppeal?: DeliveredAppealResolvers<ContextType>;
  DeliverAppealsPayload?: DeliverAppealsPayloadResolvers<ContextType>;
  AppealNotice?: AppealNoticeResolvers<ContextType>;
  AppealNoticeConnection?: AppealNoticeConnectionResolvers<ContextType>;
  AnswerAppealsPayload?: AnswerAppealsPayloadResolvers<ContextType>;
  AcknowledgeNoticesPayload?: AcknowledgeNoticesPayloadResolvers<ContextType>;
  AppealSatisfaction?: AppealSatisfactionResolvers<ContextType>;
  AppealKind?: AppealKindResolvers<ContextType>;
  AppealClass?: AppealClassResolvers<ContextType>;
  AppealHandler?: AppealHandlerResolvers<ContextType>;
  AppealUnit?: AppealUnitResolvers<ContextType>;
  AppealAnswer?: AppealAnswerResolvers<ContextType>;
  AppealReason?: AppealReasonResolvers<ContextType>;
  AppealCertificate?: AppealCertificateResolvers<ContextType>;
  AppealEscalation?: AppealEscalationResolvers<ContextType>;
  AppealEvent?: AppealEventResolvers<ContextType>;
  TrackedAppeal?: TrackedAppealResolvers<ContextType>;
  TrackedAppealEvent?: TrackedAppealEventResolvers<ContextType>;
  AppealFigures?: AppealFiguresResolvers<ContextType>;
  AppealConnection?: AppealConnectionResolvers<ContextType>;
  AppealPayload?: AppealPayloadResolvers<ContextType>;
  OpenAppealPayload?: OpenAppealPayloadResolvers<ContextType>;
  OpenAppealAtPayload?: OpenAppealAtPayloadResolvers<ContextType>;
  TrackedAppealPayload?: TrackedAppealPayloadResolvers<ContextType>;
  AppealDataConnection?: AppealDataConnectionResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  RegionCode?: GraphQLScalarType;
  Matter?: MatterResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  LedgerKey?: LedgerKeyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Problem?: ProblemResolvers<ContextType>;
};


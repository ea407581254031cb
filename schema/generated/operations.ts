// Generated from the SDL by "npm run compose": a change here is lost at the next.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What the citizen says to what they were shown, item by item; what is not named stays undecided. */
export type AcceptEvidenceInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 100 items (项). */
  readonly items: ReadonlyArray<EvidenceDecisionInput>;
  /** Maximum (上限): 200 characters (字符). */
  readonly request: string;
};

/** Nothing is activated that is not ready. */
export type ActivateDelegationInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: string;
};

/** How an agent stands (代办人状态): 待核准, 可代办, 超量停用待核查, 不准代办. */
export type AgentStatus =
  | 'ADMITTED'
  | 'BARRED'
  | 'BLOCKED'
  | 'PENDING';

export type AnswerAppealInput = {
  /** Maximum (上限): 100 items (项), 1000 characters (字符). */
  readonly alternatives?: ReadonlyArray<string> | null | undefined;
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: string;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 1000 characters (字符). */
  readonly legalBasis?: string | null | undefined;
  readonly outcome: AppealOutcome;
  /** Maximum (上限): 1000 characters (字符). */
  readonly text: string;
};

/** An answer to a question. */
export type AnswerInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly question: string;
  /** Id of the request for evidence whose source told it (来源查得): the citizen was not asked. Submitted, it is held against what was accepted there. Maximum (上限): 200 characters (字符). */
  readonly toldBy?: string | null | undefined;
  /** Maximum (上限): 1000 characters (字符), 20 values (值), 2 levels (层). */
  readonly value: unknown;
};

/** What happened to an appeal (办理动作). */
export type AppealEventKind =
  | 'ANSWERED'
  | 'ASSIGNED'
  | 'CHECKED'
  | 'CLASSIFIED'
  | 'ESCALATED'
  | 'EXTENDED'
  | 'JOINED'
  | 'LODGED'
  | 'MERGED'
  | 'OPENED'
  | 'PAUSED'
  | 'PHOTOGRAPHED'
  | 'RECURRED'
  | 'RESUMED'
  | 'TELEPHONED'
  | 'WORD';

/** What came of an appeal (办理结果): 已解决, 已解答, 不予办理. */
export type AppealOutcome =
  | 'ADVISED'
  | 'REFUSED'
  | 'SOLVED';

/** Before (反映时) or after (办理后). */
export type AppealPhotoStage =
  | 'AFTER'
  | 'BEFORE';

/** By what an appeal came in (来源类型): 账号, 扫码, 平台. */
export type AppealSourceKind =
  | 'ACCOUNT'
  | 'PLATFORM'
  | 'POINT';

/** How an appeal stands (诉求状态): 办理中, 中止计时, 已答复待确认, 已办结. */
export type AppealStatus =
  | 'ANSWERED'
  | 'CLOSED'
  | 'IN_HAND'
  | 'PAUSED';

/** How a number stands (号状态): 已预约, 候办, 已叫号, 已办理, 已取消, 爽约, 未办离开. */
export type AppointmentStatus =
  | 'BOOKED'
  | 'CALLED'
  | 'CANCELLED'
  | 'LEFT'
  | 'NO_SHOW'
  | 'SERVED'
  | 'WAITING';

export type AppointmentStepInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly appointment: string;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
};

export type BookAppointmentInput = {
  /** Left out: the first day on which a number is left. Maximum (上限): 10 characters (字符). */
  readonly date?: string | null | undefined;
  /** Beginning of a slot, 09:30; left out: the first at which a number is left. Maximum (上限): 1000 characters (字符). */
  readonly from?: string | null | undefined;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Matters of the queue: at a window mostly one, of a joint site visit all that it is for. Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly matters: ReadonlyArray<string>;
  /** Of an agent: the power by which they book. Maximum (上限): 200 characters (字符). */
  readonly power?: string | null | undefined;
  /** Maximum (上限): 200 characters (字符). */
  readonly queue: string;
  /** The caller's own submission that it is for. Maximum (上限): 200 characters (字符). */
  readonly submission?: string | null | undefined;
};

export type CallNextInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 200 characters (字符). */
  readonly queue: string;
  /** Maximum (上限): 1000 characters (字符). */
  readonly window: string;
};

export type CheckIssueInput = {
  readonly holds: boolean;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 200 characters (字符). */
  readonly issue: string;
  /** Maximum (上限): 1000 characters (字符). */
  readonly text: string;
};

/** Consent to one source (授权同意). */
export type ConsentInput = {
  readonly granted: boolean;
  /** Maximum (上限): 200 characters (字符). */
  readonly source: string;
};

/** One thing to correct; field is `party.code` of the one form. */
export type CorrectionInput = {
  /** A paper that is asked for and that no row of the matter names, by its standard type (清单外材料): asked for often, it is looked into. Maximum (上限): 200 characters (字符). */
  readonly documentType?: string | null | undefined;
  /** Maximum (上限): 200 characters (字符). */
  readonly field?: string | null | undefined;
  /** Maximum (上限): 200 characters (字符). */
  readonly material?: string | null | undefined;
  /** Maximum (上限): 1000 characters (字符). */
  readonly message: string;
};

/** Decision of a department's staff. */
export type DecideFilingInput = {
  /** Of ACCEPT, where the matter demands a payment and does not say how much: in fen (分). */
  readonly amountFen?: number | null | undefined;
  /** Maximum (上限): 100 items (项). */
  readonly corrections?: ReadonlyArray<CorrectionInput> | null | undefined;
  readonly decision: FilingDecision;
  /** Maximum (上限): 200 characters (字符). */
  readonly filing: string;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 1000 characters (字符). */
  readonly reason?: string | null | undefined;
  /** Of REFUSE, where it is one of the matter's `refusalReasons`: its code (不予办理理由). Maximum (上限): 200 characters (字符). */
  readonly refusalReason?: string | null | undefined;
  /** Maximum (上限): 100 items (项). */
  readonly results?: ReadonlyArray<ResultInput> | null | undefined;
};

export type DeclineOfferInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 200 characters (字符). */
  readonly offer: string;
};

/** 未到生效日, 已到生效日而未就绪, 已确认启用, 已承接. NOT_READY: what is lodged stays with whoever owns it. */
export type DelegationStatus =
  | 'ACTIVATED'
  | 'IN_FORCE'
  | 'NOT_READY'
  | 'PLANNED';

export type DeliverAppealsInput = {
  /** Maximum (上限): 200 items (项). */
  readonly appeals: ReadonlyArray<DeliveredAppealInput>;
  /** Maximum (上限): 200 characters (字符). */
  readonly platform: string;
};

export type DeliveredAppealInput = {
  /** The department that it is about, where no matter says so. Maximum (上限): 200 characters (字符). */
  readonly department?: string | null | undefined;
  /** Maximum (上限): 200 characters (字符). */
  readonly kind: string;
  /** The matter that it is about. Maximum (上限): 200 characters (字符). */
  readonly matter?: string | null | undefined;
  /** The platform's own: the same again is the same appeal. Maximum (上限): 100 characters (字符). */
  readonly number: string;
  /** Where it is about, as places are named in the catalogue (地点). Maximum (上限): 200 characters (字符). */
  readonly place?: string | null | undefined;
  /** Maximum (上限): 1000 characters (字符). */
  readonly text: string;
};

/** What becomes of one that is delivered (转来结果): 新立, 并入同样的一件, 已转来过. */
export type DeliveryOutcome =
  | 'JOINED'
  | 'KNOWN'
  | 'OPENED';

/** In which field something stands for something else: 药品, 材料. */
export type EquivalenceScope =
  | 'DOCUMENT_TYPE'
  | 'DRUG';

/** Accepted, or disputed (确认, 异议). Only of what was found. */
export type EvidenceDecisionInput = {
  readonly accepted: boolean;
  /** Maximum (上限): 200 characters (字符). */
  readonly item: string;
};

/** What is supplied for one material of the plan: an upload, an e-licence, the promise to bring the original, or `later` (容缺后补) where the material is `deferrable`. */
export type EvidenceInput = {
  readonly bringToCounter?: boolean | null | undefined;
  readonly later?: boolean | null | undefined;
  /**
   * A licence of the caller's own vault (证照库), which is looked up: it has to be of the type and the person, hold on the day its matter starts, and be of the
   * grade and age that the material asks. A document that is handed in takes none. Maximum (上限): 200 characters (字符).
   */
  readonly licence?: string | null | undefined;
  /** In place of `licence`: one for each person of a material that each of a group has (父母双方的身份证). Maximum (上限): 20 items (项), 200 characters (字符). */
  readonly licences?: ReadonlyArray<string> | null | undefined;
  /** Maximum (上限): 200 characters (字符). */
  readonly material: string;
  /** Maximum (上限): 200 characters (字符). */
  readonly upload?: string | null | undefined;
};

/** A field of the form that is filled in before the plan is made (已填内容). Answers and fields have to agree; submitted, the form need not repeat it. */
export type FactInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly field: string;
  /** Maximum (上限): 200 characters (字符). */
  readonly party: string;
  /** Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly value: unknown;
};

/** Where something is known of somebody: 登录身份, 本人证照库, 数据来源. */
export type FactPlace =
  | 'IDENTITY'
  | 'SOURCE'
  | 'VAULT';

/** What became of a row: 需提交, 已合并, 事中产生, 数据共享, 表单生成, 告知承诺, 容缺后补, 免提交, 不适用, 不予受理. WAIVED: were it needed, nobody is asked for it; NOT_APPLICABLE: not needed; NOT_ENTITLED: its matter is refused. */
export type Fate =
  | 'COMMITTED'
  | 'DEFERRED'
  | 'GENERATED'
  | 'KEPT'
  | 'MERGED'
  | 'NOT_APPLICABLE'
  | 'NOT_ENTITLED'
  | 'PRODUCED'
  | 'SHARED'
  | 'WAIVED';

/** 受理, 要求补正, 准予, 不予. */
export type FilingDecision =
  | 'ACCEPT'
  | 'APPROVE'
  | 'REFUSE'
  | 'REQUEST_CORRECTION';

/** 待办理, 已提交, 已受理, 待缴费, 待补正, 准予, 不予, 已撤回. */
export type FilingState =
  | 'ACCEPTED'
  | 'APPROVED'
  | 'AWAITING_PAYMENT'
  | 'NEEDS_CORRECTION'
  | 'REFUSED'
  | 'SUBMITTED'
  | 'WAITING'
  | 'WITHDRAWN';

export type GeoLocationInput = {
  readonly latitude: number;
  readonly longitude: number;
};

export type GrantPowerInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly agent: string;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly matters: ReadonlyArray<string>;
  /** What the agent may do (授权内容). Maximum (上限): 1000 characters (字符). */
  readonly text: string;
  /** Maximum (上限): 10 characters (字符). */
  readonly validTo: string;
};

/** A document the citizen already has in a vault or wallet. */
export type HeldDocumentInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly documentType: string;
  /** Maximum (上限): 10 characters (字符). */
  readonly issuedOn?: string | null | undefined;
  /**
   * A licence of the caller's own vault (证照库): naming it is consent to have it looked up for this event. Its grade and dates are then the vault's, what is
   * said here of them counts for nothing, and nobody has to look at it; a submission is refused where it is not what is said of it. Maximum (上限): 200 characters (字符).
   */
  readonly licence?: string | null | undefined;
  /** Maximum (上限): 200 characters (字符). */
  readonly party?: string | null | undefined;
  /** Maximum (上限): 1000 characters (字符). */
  readonly spec?: string | null | undefined;
  /** Maximum (上限): 64 characters (字符). */
  readonly subject: string;
  /** Of no account: a grade comes from the source or the licence, and without one it is D. On submission staff look at what is said to be held. */
  readonly trust?: TrustGrade | null | undefined;
};

/** Kind of alert: 放号少于办理能力, 无号办理, 插队办理, 代办超量. */
export type IntegrityAlertKind =
  | 'AGENT_ABOVE_NUMBER'
  | 'CAPACITY_GAP'
  | 'OUT_OF_ORDER'
  | 'WITHOUT_NUMBER';

/** By the word of whoever it is for, or by a check of the office of supervision. */
export type IssueEnd =
  | 'CHECK'
  | 'WORD';

/** What happened to an issue (办理环节). */
export type IssueEventKind =
  | 'ANSWERED'
  | 'ASSIGNED'
  | 'CHECKED'
  | 'CLASSIFIED'
  | 'ESCALATED'
  | 'EXTENDED'
  | 'JOINED'
  | 'MERGED'
  | 'OPENED'
  | 'PAUSED'
  | 'RECURRED'
  | 'RESUMED'
  | 'TELEPHONED'
  | 'WORD';

/** What of the ledger is asked for; what is absent is any. `department`: whom it is about, or who has it. */
export type IssueFilter = {
  /** Maximum (上限): 200 characters (字符). */
  readonly department?: string | null | undefined;
  /** Maximum (上限): 200 characters (字符). */
  readonly matter?: string | null | undefined;
  readonly origin?: IssueOrigin | null | undefined;
  readonly status?: IssueFilterStatus | null | undefined;
};

/** 未销号, 逾期, 已销号. */
export type IssueFilterStatus =
  | 'CLOSED'
  | 'OPEN'
  | 'OVERDUE';

export type IssueLicenceInput = {
  /** What it says. Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly data?: unknown;
  /** Maximum (上限): 200 characters (字符). */
  readonly documentType: string;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 1000 characters (字符). */
  readonly identityNumber: string;
  /** That of the caller's token. Maximum (上限): 200 characters (字符). */
  readonly institution: string;
  /** To whom: found in their vault by their number once they sign in. Maximum (上限): 1000 characters (字符). */
  readonly name: string;
  /** As printed. Maximum (上限): 1000 characters (字符). */
  readonly number: string;
};

/** 走流程发现, 补正要求反映, 差评. */
export type IssueOrigin =
  | 'CORRECTIONS'
  | 'REVIEW'
  | 'WALKTHROUGH';

/** 办理中, 中止, 已答复待核查, 已销号. */
export type IssueStatus =
  | 'ANSWERED'
  | 'CLOSED'
  | 'IN_HAND'
  | 'PAUSED';

export type IssueTicketInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly exemption?: string | null | undefined;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly matters: ReadonlyArray<string>;
  readonly person: PersonInput;
  /** Maximum (上限): 200 characters (字符). */
  readonly queue: string;
};

/** Whether a licence holds (证照状态): 有效, 已过期, 已使用. */
export type LicenceStatus =
  | 'CONSUMED'
  | 'EXPIRED'
  | 'VALID';

/** What happened to a class: 并入, 提议拆出, 了结. */
export type LikeClassEventKind =
  | 'CLOSED'
  | 'LINKED'
  | 'PROPOSED';

/** How a class of like appeals stands (同类诉求状态): 归类, 已提出目录修改, 目录已修改. */
export type LikeClassStatus =
  | 'CLOSED'
  | 'OPEN'
  | 'PROPOSED';

export type LocalizedInput = {
  /** Maximum (上限): 1000 characters (字符). */
  readonly en: string;
  /** Maximum (上限): 1000 characters (字符). */
  readonly zh: string;
};

export type LodgeCertificateInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: string;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 1000 characters (字符). */
  readonly number: string;
  /** The applicant's submission that it is for: the one that the appeal is about, or one after it. Maximum (上限): 200 characters (字符). */
  readonly submission: string;
  /** What it certifies. Maximum (上限): 1000 characters (字符). */
  readonly title: string;
};

/** Exactly one of both: a type of document by its code, or what it was called. */
export type ObservedPaperInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly documentType?: string | null | undefined;
  /** Maximum (上限): 1000 characters (字符). */
  readonly name?: string | null | undefined;
};

/** `source`: of a SOURCE which one. */
export type OfferPlaceInput = {
  readonly place: FactPlace;
  /** Maximum (上限): 200 characters (字符). */
  readonly source?: string | null | undefined;
};

export type OfferPlacesInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 100 items (项). */
  readonly places: ReadonlyArray<OfferPlaceInput>;
};

export type OpenAppealAtInput = {
  /** Of whoever has no account at least 16 characters of chance: who has the key and the words is given the tracking code again. Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Where exactly, in degrees, WGS 84. */
  readonly location?: GeoLocationInput | null | undefined;
  /** What it looks like: uploads of the caller's own that have arrived; without an account there are none (照片). Maximum (上限): 9 items (项), 200 characters (字符). */
  readonly photos?: ReadonlyArray<string> | null | undefined;
  /** As it is printed (码). Maximum (上限): 1000 characters (字符). */
  readonly point: string;
  /** What cannot be done, or what is complained of. Maximum (上限): 500 characters (字符). */
  readonly text: string;
};

export type OpenAppealInput = {
  /** The department that it is about, where no matter says so. Maximum (上限): 200 characters (字符). */
  readonly department?: string | null | undefined;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Code of the kind (诉求类型). Maximum (上限): 200 characters (字符). */
  readonly kind: string;
  /** Where exactly, in degrees, WGS 84 (定位). */
  readonly location?: GeoLocationInput | null | undefined;
  /** The matter that it is about: of the submission, where one is named. Maximum (上限): 200 characters (字符). */
  readonly matter?: string | null | undefined;
  /** What it looks like: uploads of the caller's own that have arrived (照片). Maximum (上限): 9 items (项), 200 characters (字符). */
  readonly photos?: ReadonlyArray<string> | null | undefined;
  /** The caller's own submission that it is about. Maximum (上限): 200 characters (字符). */
  readonly submission?: string | null | undefined;
  /** What cannot be done, or what is complained of. Maximum (上限): 1000 characters (字符). */
  readonly text: string;
};

/** Binds a role to a person or thing; repeat a role for several children, heirs … */
export type PartyInput = {
  /** 1 to 64 Latin letters, digits, `-` or `_`, beginning with a letter or a digit; not the code of a role that the party does not have. Maximum (上限): 200 characters (字符). */
  readonly id: string;
  /** What titles call the party (姓名或名称): up to 100 visible characters. Nothing is planned from it, and it outdates no plan; without it a title says the role. Maximum (上限): 100 characters (字符). */
  readonly name?: string | null | undefined;
  /** Maximum (上限): 10 items (项), 64 characters (字符). */
  readonly roles: ReadonlyArray<string>;
};

/** DUE 正在通知缴费系统, DEMANDED 待缴费, FAILED 缴费未成功（可重新缴费）, PAID 已缴费, EXPIRED 逾期未缴, CANCELLED 无需缴费, REFUNDING 退款中, REFUNDED 已退款. */
export type PaymentState =
  | 'CANCELLED'
  | 'DEMANDED'
  | 'DUE'
  | 'EXPIRED'
  | 'FAILED'
  | 'PAID'
  | 'REFUNDED'
  | 'REFUNDING';

/** As their identity card says. */
export type PersonInput = {
  /** Maximum (上限): 1000 characters (字符). */
  readonly identityNumber: string;
  /** Maximum (上限): 1000 characters (字符). */
  readonly name: string;
};

export type PhotographAppealInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly appeal: string;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 9 items (项), 200 characters (字符). */
  readonly photos: ReadonlyArray<string>;
};

/**
 * 已查到, 未查到, 信息不一致, 不予提供, 不能使用, 暂不能答复, 未同意查询, 属于他人.
 * UNFIT: too old, expired or of too low a grade; LATER: ask again by a new request; OF_ANOTHER: shown to nobody, its department fetches it.
 */
export type PreviewOutcome =
  | 'FOUND'
  | 'LATER'
  | 'NOT_ASKED'
  | 'NOT_FOUND'
  | 'NOT_MATCHED'
  | 'OF_ANOTHER'
  | 'REFUSED'
  | 'UNFIT';

/** How sure a row is: from a source, made to fit what a source says in sum, background knowledge (有据, 推定, 常识). */
export type Provenance =
  | 'BACKGROUND'
  | 'RECONSTRUCTED'
  | 'SOURCED';

/** Kind of answer (题型). Several of a set is one BOOLEAN each. */
export type QuestionKind =
  | 'BOOLEAN'
  | 'CHOICE'
  | 'DATE'
  | 'NUMBER';

/** Where somebody is served (办理方式): 窗口, 上门勘查. */
export type QueueKind =
  | 'SITE_VISIT'
  | 'WINDOW';

/** 人员培训, 人员到位, 窗口设置, 系统开通. */
export type ReadinessKind =
  | 'STAFF'
  | 'SYSTEM'
  | 'TRAINING'
  | 'WINDOWS';

/** `count`: at least 1. `on`: by default today, and no day to come. */
export type RecordReadinessInput = {
  readonly count: number;
  /** Maximum (上限): 1000 characters (字符). */
  readonly evidence: string;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: string;
  /** Maximum (上限): 10 characters (字符). */
  readonly on?: string | null | undefined;
  readonly readiness: ReadinessKind;
};

/** `steps`: at least 1; `minutes`, `metres`: at least 0. `walkedOn`: no day to come. */
export type RecordWalkthroughInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: string;
  readonly metres: number;
  readonly minutes: number;
  /** Maximum (上限): 1000 characters (字符). */
  readonly note?: string | null | undefined;
  /** Maximum (上限): 100 items (项). */
  readonly papers: ReadonlyArray<ObservedPaperInput>;
  readonly steps: number;
  /** Maximum (上限): 10 characters (字符). */
  readonly walkedOn: string;
};

export type RegisterAgentInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 1000 characters (字符). */
  readonly name: string;
  /** Maximum (上限): 1000 characters (字符). */
  readonly organisation?: string | null | undefined;
};

/** Kind of remedy: 行政复议, 行政诉讼, 民事诉讼, 投诉. */
export type RemedyKind =
  | 'CIVIL_ACTION'
  | 'COMPLAINT'
  | 'LITIGATION'
  | 'RECONSIDERATION';

/** What is looked at (预览): while questions are open of which sources know answers, these; then documents. `refusedSources`: those that the plan was made with; `form`: as much as is known of who the parties are. */
export type RequestEvidenceInput = {
  /** Maximum (上限): 200 items (项). */
  readonly answers?: ReadonlyArray<AnswerInput>;
  /** Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly commitments?: ReadonlyArray<string>;
  /** A source that requires consent and is not granted is not asked. Maximum (上限): 100 items (项). */
  readonly consents?: ReadonlyArray<ConsentInput>;
  /** Maximum (上限): 200 items (项). */
  readonly facts?: ReadonlyArray<FactInput>;
  /** Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly form: unknown;
  /** Maximum (上限): 100 items (项). */
  readonly held?: ReadonlyArray<HeldDocumentInput>;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 200 characters (字符). */
  readonly lifeEvent: string;
  /** Maximum (上限): 20 items (项). */
  readonly parties?: ReadonlyArray<PartyInput>;
  /** Maximum (上限): 200 characters (字符). */
  readonly planId: string;
  /** Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly refusedSources?: ReadonlyArray<string>;
  /** Maximum (上限): 12 characters (字符). */
  readonly region: string;
};

/** One result issued (办理结果). */
export type ResultInput = {
  /** Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly data?: unknown;
  /** Maximum (上限): 200 characters (字符). */
  readonly documentType: string;
  /** Maximum (上限): 1000 characters (字符). */
  readonly number: string;
  /** Maximum (上限): 200 characters (字符). */
  readonly party?: string | null | undefined;
  /** Maximum (上限): 1000 characters (字符). */
  readonly spec?: string | null | undefined;
  /** Maximum (上限): 64 characters (字符). */
  readonly subject: string;
};

/** `reasons`: codes of `reviewReasons`; a bad grade takes one at least. */
export type ReviewFilingInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly filing: string;
  readonly grade: ReviewGrade;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly reasons?: ReadonlyArray<string> | null | undefined;
  /** Maximum (上限): 200 characters (字符). */
  readonly submission: string;
  /** Maximum (上限): 1000 characters (字符). */
  readonly text?: string | null | undefined;
};

/** 非常不满意, 不满意, 基本满意, 满意, 非常满意. */
export type ReviewGrade =
  | 'BAD'
  | 'FAIR'
  | 'GOOD'
  | 'VERY_BAD'
  | 'VERY_GOOD';

/** Exactly one of `appointment` and `person`: the number that is served, or who is served without one. */
export type ServeInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly appointment?: string | null | undefined;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Of who is served without a number. Maximum (上限): 200 characters (字符). */
  readonly matter?: string | null | undefined;
  readonly person?: PersonInput | null | undefined;
  /** Maximum (上限): 200 characters (字符). */
  readonly queue: string;
  /** Maximum (上限): 1000 characters (字符). */
  readonly window: string;
};

export type SetQuotaInput = {
  /** Maximum (上限): 10 characters (字符). */
  readonly date: string;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  readonly offered: number;
  /** Maximum (上限): 200 characters (字符). */
  readonly queue: string;
  readonly reason?: LocalizedInput | null | undefined;
};

/** Something that is known of whoever asks (情形): of the institution, say, not of a person. */
export type SituationAnswerInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly question: string;
  /** Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly value: unknown;
};

/** 收件, 部门回执, 部门决定, 数据来源答复, 缴费结果, 补正, 撤回, 撤回同意, 自动提起诉求. */
export type SubmissionProofKind =
  | 'CONSENT_WITHDRAWN'
  | 'DECIDED'
  | 'HARD_CASE_OPENED'
  | 'PAYMENT_ANSWERED'
  | 'PROVIDED'
  | 'RECEIPT'
  | 'SUBMITTED'
  | 'SUPPLEMENTED'
  | 'WITHDRAWN';

/** 已收件, 办理中, 待补正, 部分办结, 已办结, 不予办理, 已撤回. */
export type SubmissionState =
  | 'COMPLETED'
  | 'IN_PROGRESS'
  | 'NEEDS_CORRECTION'
  | 'PARTLY_COMPLETED'
  | 'RECEIVED'
  | 'REFUSED'
  | 'WITHDRAWN';

/** One submission for a whole event (联办申请). */
export type SubmitLifeEventInput = {
  /** Maximum (上限): 200 items (项). */
  readonly answers?: ReadonlyArray<AnswerInput>;
  /** Maximum (上限): 100 items (项), 200 characters (字符). */
  readonly commitments?: ReadonlyArray<string>;
  /** One for every source the plan draws on that requires consent; those not granted are the `refusedSources` the plan was made with. Maximum (上限): 100 items (项). */
  readonly consents?: ReadonlyArray<ConsentInput>;
  /** Maximum (上限): 200 items (项). */
  readonly evidence: ReadonlyArray<EvidenceInput>;
  /** What was looked at and accepted before: it goes to the filings whose rows it meets without its source being asked again. What serves no more, or was not looked at, is fetched. Maximum (上限): 200 characters (字符). */
  readonly evidenceRequest?: string | null | undefined;
  /** Those that the plan was made with. Maximum (上限): 200 items (项). */
  readonly facts?: ReadonlyArray<FactInput>;
  /** Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly form: unknown;
  /** Maximum (上限): 100 items (项). */
  readonly held?: ReadonlyArray<HeldDocumentInput>;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** Maximum (上限): 200 characters (字符). */
  readonly lifeEvent: string;
  /** Maximum (上限): 20 items (项). */
  readonly parties?: ReadonlyArray<PartyInput>;
  /** Maximum (上限): 200 characters (字符). */
  readonly planId: string;
  /** Maximum (上限): 12 characters (字符). */
  readonly region: string;
};

/** Unit of a time limit: 工作日, 自然日, 小时, 分钟. */
export type TimeUnit =
  | 'HOUR'
  | 'MINUTE'
  | 'NATURAL_DAY'
  | 'WORKING_DAY';

/** Trust grade of licence data (国办函〔2016〕108号): A issued by the authority … D made by the user. */
export type TrustGrade =
  | 'A'
  | 'B'
  | 'C'
  | 'D';

export type UseUpLicenceInput = {
  /** Maximum (上限): 1000 characters (字符). */
  readonly code: string;
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: string;
  /** That of the caller's token. Maximum (上限): 200 characters (字符). */
  readonly institution: string;
};

/** From when a wait counts (起算): 自联办开始之日, 自前序事项办结. */
export type WaitStart =
  | 'BEGINNING'
  | 'PREVIOUS';

export type AcceptEvidenceMutationVariables = Exact<{
  input: AcceptEvidenceInput;
}>;


export type AcceptEvidenceMutation = { readonly acceptEvidence: { readonly request: { readonly id: string, readonly expiresAt: string, readonly items: ReadonlyArray<{ readonly id: string, readonly material: string, readonly outcome: PreviewOutcome, readonly accepted: boolean | null, readonly source: { readonly code: string }, readonly document: { readonly number: string | null } | null }>, readonly sourcesToRefuse: ReadonlyArray<{ readonly code: string }> } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ActivateDelegationMutationVariables = Exact<{
  input: ActivateDelegationInput;
}>;


export type ActivateDelegationMutation = { readonly activateDelegation: { readonly delegation: { readonly status: DelegationStatus, readonly activatedOn: string | null, readonly beginsOn: string | null } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type AdoptionQueryVariables = Exact<{
  documentType?: string;
  month?: string;
}>;


export type AdoptionQuery = { readonly adoption: { readonly institutions: number, readonly idle: number, readonly issued: number, readonly shared: number, readonly rows: ReadonlyArray<{ readonly rank: number, readonly issued: number, readonly shared: number, readonly idle: boolean, readonly institution: { readonly code: string, readonly name: string, readonly department: { readonly code: string } } }> } };

export type AgentsToReviewQueryVariables = Exact<{ [key: string]: never; }>;


export type AgentsToReviewQuery = { readonly agentsToReview: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly organisation: string | null, readonly status: AgentStatus, readonly thisWeek: number, readonly mostPerWeek: number }> } };

export type AgreeToOffersMutationVariables = Exact<{
  input?: OfferPlacesInput;
}>;


export type AgreeToOffersMutation = { readonly agreeToOffers: { readonly consents: ReadonlyArray<{ readonly place: FactPlace, readonly text: string, readonly agreedAt: string | null, readonly lastDay: string | null, readonly source: { readonly code: string } | null }> | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type AlikeAppealsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type AlikeAppealsQuery = { readonly appealsToHandle: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly text: string | null, readonly sourceCount: number, readonly sources: ReadonlyArray<{ readonly kind: AppealSourceKind, readonly platform: { readonly name: string } | null, readonly point: { readonly name: string } | null }>, readonly alike: ReadonlyArray<{ readonly alikeness: number, readonly appeal: { readonly id: string, readonly text: string | null } }> }> } };

export type AnswerAppealMutationVariables = Exact<{
  input: AnswerAppealInput;
}>;


export type AnswerAppealMutation = { readonly answerAppeal: { readonly appeal: { readonly id: string, readonly status: AppealStatus, readonly answer: { readonly outcome: AppealOutcome, readonly text: string, readonly on: string } | null } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type AppealsToHandleQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type AppealsToHandleQuery = { readonly appealsToHandle: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly text: string | null, readonly status: AppealStatus, readonly dueOn: string, readonly overdue: boolean, readonly kind: { readonly name: string, readonly classes: ReadonlyArray<{ readonly code: string, readonly workingDays: number }> }, readonly about: { readonly code: string, readonly name: string } | null, readonly class: { readonly code: string }, readonly history: ReadonlyArray<{ readonly kind: AppealEventKind, readonly at: string, readonly text: string | null }> }> } };

export type AppealsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AppealsQuery = { readonly appealKinds: ReadonlyArray<{ readonly code: string, readonly name: string, readonly mostWorkingDays: number, readonly classes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly workingDays: number }> }>, readonly appeals: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: AppealStatus, readonly text: string | null, readonly trackingCode: string | null, readonly openedAt: string, readonly dueOn: string, readonly overdue: boolean, readonly kind: { readonly name: string }, readonly owner: { readonly department: { readonly name: string } | null, readonly unit: { readonly name: string } | null }, readonly about: { readonly name: string } | null, readonly matter:
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
       | null, readonly class: { readonly name: string, readonly workingDays: number }, readonly answer: { readonly outcome: AppealOutcome, readonly text: string, readonly legalBasis: string | null, readonly alternatives: ReadonlyArray<string> } | null, readonly history: ReadonlyArray<{ readonly kind: AppealEventKind, readonly at: string, readonly text: string | null, readonly by: { readonly department: { readonly name: string } | null, readonly unit: { readonly name: string } | null } | null }> }> } };

export type AppointmentsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AppointmentsQuery = { readonly appointments: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: number, readonly date: string, readonly from: string | null, readonly to: string | null, readonly status: AppointmentStatus, readonly ahead: number | null, readonly window: string | null, readonly name: string | null, readonly queue: { readonly name: string, readonly hall: string, readonly address: string }, readonly matters: ReadonlyArray<
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
      >, readonly departments: ReadonlyArray<{ readonly name: string }>, readonly agent: { readonly name: string, readonly organisation: string | null } | null }> }, readonly powers: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly validFrom: string, readonly validTo: string, readonly revoked: boolean, readonly agent: { readonly name: string }, readonly matters: ReadonlyArray<
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
      > }> } };

export type AvailabilityQueryVariables = Exact<{
  authority: string;
  asOf?: string | null | undefined;
}>;


export type AvailabilityQuery = { readonly availability: { readonly asOf: string, readonly total: number, readonly countable: number, readonly online: number, readonly rate: number | null, readonly authority: { readonly name: string }, readonly exempt: ReadonlyArray<{ readonly name: string, readonly reason: string | null, readonly legalBasis: { readonly title: string } | null }>, readonly offline: ReadonlyArray<{ readonly name: string, readonly reason: string | null, readonly since: string | null, readonly promised: string | null, readonly overdue: boolean, readonly matter:
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
       | null }>, readonly offlineByReason: ReadonlyArray<{ readonly reason: string | null, readonly count: number }> } | null };

export type BookAppointmentMutationVariables = Exact<{
  input?: BookAppointmentInput | null | undefined;
}>;


export type BookAppointmentMutation = { readonly bookAppointment: { readonly appointment: { readonly id: string, readonly number: number, readonly date: string, readonly from: string | null, readonly to: string | null, readonly status: AppointmentStatus, readonly queue: { readonly name: string, readonly hall: string, readonly address: string }, readonly matters: ReadonlyArray<
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
      >, readonly departments: ReadonlyArray<{ readonly name: string }> } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CallNextMutationVariables = Exact<{
  input?: CallNextInput | null | undefined;
}>;


export type CallNextMutation = { readonly callNext: { readonly appointment: { readonly id: string, readonly number: number, readonly name: string | null, readonly status: AppointmentStatus, readonly window: string | null } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CancelAppointmentMutationVariables = Exact<{
  input: AppointmentStepInput;
}>;


export type CancelAppointmentMutation = { readonly cancelAppointment: { readonly appointment: { readonly id: string, readonly status: AppointmentStatus } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CheckIssueMutationVariables = Exact<{
  input: CheckIssueInput;
}>;


export type CheckIssueMutation = { readonly checkIssue: { readonly issue: { readonly status: IssueStatus, readonly closedBy: IssueEnd | null, readonly answeredRevision: number | null } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type DeclineOfferMutationVariables = Exact<{
  input: DeclineOfferInput;
}>;


export type DeclineOfferMutation = { readonly declineOffer: { readonly declined: string | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type DelegationsQueryVariables = Exact<{
  department?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type DelegationsQuery = { readonly delegationBoard: { readonly totalCount: number, readonly inForce: number, readonly notReady: number, readonly nodes: ReadonlyArray<{ readonly effectiveOn: string, readonly status: DelegationStatus, readonly missing: ReadonlyArray<ReadinessKind>, readonly matter:
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
      , readonly from: { readonly name: string }, readonly to: { readonly name: string }, readonly readiness: ReadonlyArray<{ readonly kind: ReadinessKind, readonly count: number, readonly on: string, readonly evidence: string | null }>, readonly firstMonth: { readonly from: string, readonly until: string, readonly lodged: number, readonly decided: number, readonly refused: number, readonly corrected: number, readonly errorRate: number | null } | null }> } };

export type DeliverAppealsMutationVariables = Exact<{
  input?: DeliverAppealsInput | null | undefined;
}>;


export type DeliverAppealsMutation = { readonly deliverAppeals: { readonly delivered: ReadonlyArray<{ readonly number: string, readonly outcome: DeliveryOutcome | null, readonly trackingCode: string | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> }> } };

export type EquivalentsQueryVariables = Exact<{
  scope?: EquivalenceScope;
  of?: string;
  asOf?: string | null | undefined;
  situation?: ReadonlyArray<SituationAnswerInput> | SituationAnswerInput | null | undefined;
}>;


export type EquivalentsQuery = { readonly equivalents: ReadonlyArray<{ readonly code: string, readonly approvedBy: string, readonly approvedOn: string, readonly validFrom: string, readonly lastDay: string | null, readonly provenance: Provenance, readonly from: { readonly code: string, readonly name: string | null, readonly documentType: { readonly name: string } | null }, readonly to: { readonly code: string, readonly name: string | null, readonly documentType: { readonly name: string } | null }, readonly dependsOn: ReadonlyArray<{ readonly code: string, readonly text: string }>, readonly legalBasis: { readonly title: string, readonly article: string | null, readonly documentNumber: string | null } }> | null };

export type GrantPowerMutationVariables = Exact<{
  input: GrantPowerInput;
}>;


export type GrantPowerMutation = { readonly grantPower: { readonly power: { readonly id: string, readonly principal: string | null, readonly validFrom: string, readonly validTo: string, readonly text: string | null, readonly agent: { readonly name: string }, readonly matters: ReadonlyArray<
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
      > } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type IntakePointQueryVariables = Exact<{
  code?: string | null | undefined;
}>;


export type IntakePointQuery = { readonly intakePoint: { readonly code: string, readonly name: string, readonly place: { readonly code: string, readonly name: string, readonly region: string, readonly location: { readonly latitude: number, readonly longitude: number } | null }, readonly kind: { readonly code: string, readonly name: string }, readonly matter:
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
     | null, readonly department: { readonly code: string, readonly name: string } | null } | null };

export type IntegrityAlertsQueryVariables = Exact<{
  from?: string | null | undefined;
  to?: string | null | undefined;
  kind?: IntegrityAlertKind | null | undefined;
  first?: number | null | undefined;
}>;


export type IntegrityAlertsQuery = { readonly integrityAlerts: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: IntegrityAlertKind, readonly date: string, readonly at: string | null, readonly capacity: number | null, readonly offered: number | null, readonly gap: number | null, readonly gapReason: string | null, readonly operator: string | null, readonly number: number | null, readonly passedOver: number | null, readonly queue: { readonly code: string, readonly name: string, readonly department: { readonly name: string } } | null, readonly beneficiary: { readonly name: string, readonly identityNumber: string } | null, readonly matter:
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
       | null, readonly agent: { readonly name: string, readonly organisation: string | null, readonly status: AgentStatus } | null }> } };

export type IssueLedgerQueryVariables = Exact<{
  filter?: IssueFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type IssueLedgerQuery = { readonly issueLedger: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly section: string, readonly measure: string, readonly status: IssueStatus, readonly dueOn: string, readonly overdue: boolean, readonly revision: number, readonly answeredRevision: number | null, readonly matter:
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
      , readonly paper: { readonly name: string | null, readonly documentType: { readonly name: string } | null } | null, readonly owner: { readonly unit: string | null, readonly department: { readonly name: string } | null }, readonly history: ReadonlyArray<{ readonly kind: IssueEventKind, readonly at: string, readonly text: string | null }> }> } };

export type IssueLicenceMutationVariables = Exact<{
  input?: IssueLicenceInput;
}>;


export type IssueLicenceMutation = { readonly issueLicence: { readonly licence: string | null, readonly verificationCode: string | null, readonly expiresOn: string | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type IssueTicketMutationVariables = Exact<{
  input?: IssueTicketInput | null | undefined;
}>;


export type IssueTicketMutation = { readonly issueTicket: { readonly appointment: { readonly id: string, readonly number: number, readonly status: AppointmentStatus, readonly ahead: number | null } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type LedgerReportQueryVariables = Exact<{
  month: string;
}>;


export type LedgerReportQuery = { readonly ledgerReport: { readonly walkthroughs: number, readonly walkers: number, readonly matters: number, readonly opened: number, readonly closed: number, readonly open: number, readonly overdue: number, readonly byDepartment: ReadonlyArray<{ readonly opened: number, readonly closed: number, readonly open: number, readonly overdue: number, readonly department: { readonly name: string } }> } };

export type LicencesQueryVariables = Exact<{
  documentType?: string | null | undefined;
}>;


export type LicencesQuery = { readonly licences: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly spec: string | null, readonly number: string, readonly subject: string, readonly holder: string | null, readonly issuedOn: string, readonly expiresOn: string | null, readonly trust: TrustGrade, readonly consumable: boolean, readonly status: LicenceStatus, readonly verificationCode: string, readonly documentType: { readonly code: string, readonly name: string }, readonly issuer: { readonly code: string, readonly name: string }, readonly matter:
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
       | null }> } };

export type LifeEventQueryVariables = Exact<{
  code: string;
  region: string;
}>;


export type LifeEventQuery = { readonly lifeEvent: { readonly code: string, readonly title: string, readonly matters: ReadonlyArray<
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
      | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string } }
    >, readonly questions: ReadonlyArray<{ readonly code: string, readonly kind: QuestionKind, readonly text: string, readonly condition: unknown, readonly options: ReadonlyArray<{ readonly code: string, readonly text: string }> }> } | null };

export type LodgeCertificateMutationVariables = Exact<{
  input: LodgeCertificateInput;
}>;


export type LodgeCertificateMutation = { readonly lodgeCertificate: { readonly appeal: { readonly id: string, readonly reasons: ReadonlyArray<{ readonly code: string, readonly text: string, readonly refused: boolean, readonly department: { readonly code: string } }>, readonly certificates: ReadonlyArray<{ readonly title: string | null, readonly number: string | null, readonly at: string }> } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type OffersQueryVariables = Exact<{
  region?: string;
  first?: number | null | undefined;
}>;


export type OffersQuery = { readonly offerConsents: ReadonlyArray<{ readonly place: FactPlace, readonly text: string, readonly agreedAt: string | null, readonly lastDay: string | null, readonly source: { readonly code: string, readonly name: string } | null, readonly policies: ReadonlyArray<{ readonly code: string, readonly name: string }> }>, readonly proactiveOffers: { readonly totalCount: number, readonly notAnswering: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly nodes: ReadonlyArray<{ readonly id: string, readonly why: string, readonly about: string | null, readonly lastDay: string | null, readonly policy: { readonly code: string, readonly name: string, readonly benefit: string, readonly amountFen: number | null, readonly legalBasis: { readonly title: string, readonly article: string | null, readonly documentNumber: string | null } }, readonly because: ReadonlyArray<{ readonly value: unknown, readonly question: { readonly code: string, readonly text: string }, readonly knownBy: { readonly place: FactPlace, readonly documentType: { readonly name: string } | null, readonly source: { readonly name: string } | null }, readonly licence: { readonly id: string, readonly issuedOn: string, readonly issuer: { readonly name: string } } | null }>, readonly event: { readonly code: string, readonly region: string, readonly title: string } | null, readonly matter:
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
       | null, readonly answers: ReadonlyArray<{ readonly question: string, readonly value: unknown }>, readonly parties: ReadonlyArray<{ readonly id: string, readonly roles: ReadonlyArray<string>, readonly name: string | null }>, readonly facts: ReadonlyArray<{ readonly party: string, readonly field: string, readonly value: unknown }> }> } };

export type OpenAppealAtMutationVariables = Exact<{
  input?: OpenAppealAtInput | null | undefined;
}>;


export type OpenAppealAtMutation = { readonly openAppealAt: { readonly trackingCode: string | null, readonly appeal: { readonly status: AppealStatus, readonly dueOn: string, readonly place: { readonly name: string } | null, readonly owner: { readonly department: { readonly name: string } | null, readonly unit: { readonly name: string } | null } } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type OpenAppealMutationVariables = Exact<{
  input?: OpenAppealInput | null | undefined;
}>;


export type OpenAppealMutation = { readonly openAppeal: { readonly appeal: { readonly id: string, readonly trackingCode: string | null, readonly status: AppealStatus, readonly dueOn: string, readonly owner: { readonly department: { readonly name: string } | null, readonly unit: { readonly name: string } | null } } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type PhotographAppealMutationVariables = Exact<{
  input: PhotographAppealInput;
}>;


export type PhotographAppealMutation = { readonly photographAppeal: { readonly appeal: { readonly id: string, readonly status: AppealStatus, readonly photos: ReadonlyArray<{ readonly stage: AppealPhotoStage, readonly at: string, readonly download: { readonly url: string, readonly expiresAt: string } | null }> } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type PlanQueryVariables = Exact<{
  code: string;
  region: string;
  answers?: ReadonlyArray<AnswerInput> | AnswerInput | null | undefined;
  parties?: ReadonlyArray<PartyInput> | PartyInput | null | undefined;
  refusedSources?: ReadonlyArray<string> | string | null | undefined;
  facts?: ReadonlyArray<FactInput> | FactInput | null | undefined;
}>;


export type PlanQuery = { readonly lifeEvent: { readonly plan: { readonly id: string, readonly complete: boolean, readonly optimal: boolean, readonly lowerBound: number, readonly missing: ReadonlyArray<
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
      >, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }>, readonly refusals: ReadonlyArray<{ readonly who: string | null, readonly reason: string, readonly alternative: string | null, readonly matter:
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
        , readonly legalBasis: { readonly title: string, readonly article: string | null }, readonly alternativeMatter:
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
         | null }>, readonly openQuestions: ReadonlyArray<{ readonly mostMaterials: number, readonly fewestMaterials: number, readonly onlyForm: boolean, readonly question: { readonly code: string, readonly text: string, readonly mayBeUnknown: boolean, readonly group: { readonly code: string, readonly title: string } | null }, readonly knownBy: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly answeredBy: ReadonlyArray<{ readonly party: string, readonly code: string, readonly title: string }> }>, readonly questionnaire: { readonly open: number, readonly asked: number, readonly told: number, readonly derived: number }, readonly derivedAnswers: ReadonlyArray<{ readonly value: unknown, readonly question: { readonly code: string, readonly text: string } }>, readonly materials: ReadonlyArray<{ readonly id: string, readonly title: string, readonly parties: ReadonlyArray<string>, readonly copies: number, readonly showOriginal: boolean, readonly handIn: boolean, readonly documentType: { readonly code: string }, readonly neededBy: ReadonlyArray<{ readonly name: string, readonly matter:
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
            | { readonly code: string }
           }> }>, readonly account: ReadonlyArray<{ readonly name: string, readonly party: string | null, readonly fate: Fate, readonly reason: string, readonly matter:
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
        , readonly basis: { readonly title: string, readonly article: string | null } | null, readonly source: { readonly code: string, readonly name: string, readonly requiresConsent: boolean } | null, readonly producedBy:
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
         | null }>, readonly reduction: { readonly rows: number, readonly kept: number, readonly merged: number, readonly produced: number, readonly shared: number, readonly generated: number, readonly committed: number, readonly deferred: number, readonly waived: number, readonly notApplicable: number, readonly notEntitled: number, readonly before: { readonly departments: number, readonly matters: number, readonly forms: number, readonly materials: number, readonly visits: number, readonly workingDays: number }, readonly after: { readonly departments: number, readonly matters: number, readonly forms: number, readonly materials: number, readonly visits: number, readonly workingDays: number } }, readonly form: { readonly schema: unknown, readonly replaces: ReadonlyArray<string> }, readonly steps: ReadonlyArray<{ readonly stage: number, readonly party: string | null, readonly inPerson: boolean, readonly matter:
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
          | { readonly code: string, readonly title: string }
        , readonly after: ReadonlyArray<
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
        >, readonly waits: ReadonlyArray<{ readonly title: string, readonly since: WaitStart, readonly limit: { readonly amount: number, readonly unit: TimeUnit } }> }>, readonly sources: ReadonlyArray<{ readonly code: string, readonly name: string, readonly requiresConsent: boolean }>, readonly criticalPath: { readonly workingDays: number, readonly matters: ReadonlyArray<
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
          | { readonly title: string }
        > }, readonly warnings: ReadonlyArray<{ readonly code: string, readonly message: string }> } | null } | null };

export type PlatformNoticesQueryVariables = Exact<{
  platform?: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PlatformNoticesQuery = { readonly platformNotices: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: string | null, readonly at: string, readonly answer: { readonly outcome: AppealOutcome, readonly text: string, readonly legalBasis: string | null, readonly alternatives: ReadonlyArray<string>, readonly on: string } }> } };

export type PoliciesQueryVariables = Exact<{
  region?: string;
  first?: number | null | undefined;
}>;


export type PoliciesQuery = { readonly policies: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly benefit: string, readonly amountFen: number | null, readonly validFrom: string, readonly lastDay: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null, readonly documentNumber: string | null }, readonly facts: ReadonlyArray<{ readonly question: { readonly code: string, readonly text: string }, readonly knownBy: ReadonlyArray<{ readonly place: FactPlace, readonly documentType: { readonly name: string } | null, readonly source: { readonly name: string } | null }> }>, readonly event: { readonly code: string, readonly title: string } | null, readonly matter:
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
       | null }> } };

export type ProgressQueryVariables = Exact<{
  id: string;
}>;


export type ProgressQuery = { readonly submission: { readonly id: string, readonly state: SubmissionState, readonly dueOn: string, readonly filings: ReadonlyArray<{ readonly id: string, readonly state: FilingState, readonly dueOn: string | null, readonly matter:
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
       }>, readonly timeline: ReadonlyArray<{ readonly at: string, readonly event: string, readonly matter:
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
       | null }> } | null };

export type ProofQueryVariables = Exact<{
  id: string;
}>;


export type ProofQuery = { readonly submissionLedgerKey: { readonly part: string, readonly x: string, readonly sm2: string | null }, readonly submission: { readonly id: string, readonly proof: { readonly brokenAt: number | null, readonly entries: ReadonlyArray<{ readonly number: number, readonly at: string, readonly kind: SubmissionProofKind, readonly body: unknown, readonly contentDigest: string, readonly digest: string, readonly signature: string, readonly signatureHolds: boolean }> } | null } | null };

export type RatingsQueryVariables = Exact<{
  event: string;
  region: string;
  matter: string;
}>;


export type RatingsQuery = { readonly lifeEvent: { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly bad: number, readonly followedUp: number, readonly rate: number | null, readonly byGrade: ReadonlyArray<{ readonly grade: ReviewGrade, readonly count: number }> } | null } | null, readonly matter:
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
    | { readonly title: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null, readonly department: { readonly name: string, readonly rating: { readonly reviewed: number, readonly satisfied: number, readonly rate: number | null } | null } }
   | null, readonly reviewReasons: ReadonlyArray<{ readonly code: string, readonly name: string }> };

export type RecordReadinessMutationVariables = Exact<{
  input: RecordReadinessInput;
}>;


export type RecordReadinessMutation = { readonly recordReadiness: { readonly delegation: { readonly status: DelegationStatus, readonly missing: ReadonlyArray<ReadinessKind>, readonly readiness: ReadonlyArray<{ readonly kind: ReadinessKind, readonly count: number, readonly on: string, readonly evidence: string | null }> } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RecordWalkthroughMutationVariables = Exact<{
  input: RecordWalkthroughInput;
}>;


export type RecordWalkthroughMutation = { readonly recordWalkthrough: { readonly walkthrough: { readonly id: string, readonly papers: ReadonlyArray<{ readonly name: string | null, readonly documentType: { readonly name: string } | null }>, readonly issues: ReadonlyArray<{ readonly id: string, readonly section: string, readonly measure: string, readonly dueOn: string, readonly owner: { readonly unit: string | null, readonly department: { readonly name: string } | null } }> } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RefuseFilingMutationVariables = Exact<{
  input: DecideFilingInput;
}>;


export type RefuseFilingMutation = { readonly decideFiling: { readonly filing: { readonly id: string, readonly state: FilingState, readonly refusalReason: { readonly code: string, readonly name: string, readonly legalBasis: { readonly title: string, readonly article: string | null }, readonly demands: { readonly name: string, readonly present: boolean } | null } | null } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RegisterAgentMutationVariables = Exact<{
  input?: RegisterAgentInput | null | undefined;
}>;


export type RegisterAgentMutation = { readonly registerAgent: { readonly agent: { readonly id: string, readonly name: string, readonly status: AgentStatus, readonly thisWeek: number, readonly mostPerWeek: number } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RequestEvidenceMutationVariables = Exact<{
  input: RequestEvidenceInput;
}>;


export type RequestEvidenceMutation = { readonly requestEvidence: { readonly request: { readonly id: string, readonly expiresAt: string, readonly handOverText: string, readonly items: ReadonlyArray<{ readonly id: string, readonly material: string, readonly title: string, readonly outcome: PreviewOutcome, readonly message: string, readonly accepted: boolean | null, readonly source: { readonly code: string }, readonly matters: ReadonlyArray<
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
          | { readonly code: string }
        >, readonly document: { readonly number: string | null, readonly data: unknown, readonly trust: TrustGrade, readonly issuedOn: string | null, readonly expiresOn: string | null } | null }>, readonly sourcesToRefuse: ReadonlyArray<{ readonly code: string }> } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly material: string | null }> } };

export type ReviewFilingMutationVariables = Exact<{
  input: ReviewFilingInput;
}>;


export type ReviewFilingMutation = { readonly reviewFiling: { readonly reviews: ReadonlyArray<{ readonly filing: string, readonly mayReview: boolean, readonly matter:
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
        | { readonly title: string }
      , readonly review: { readonly grade: ReviewGrade, readonly reasons: ReadonlyArray<string>, readonly text: string | null, readonly followUp: { readonly status: IssueStatus, readonly dueOn: string, readonly answer: string | null } | null } | null }> | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ServeMutationVariables = Exact<{
  input?: ServeInput | null | undefined;
}>;


export type ServeMutation = { readonly serve: { readonly alert: IntegrityAlertKind | null, readonly appointment: { readonly id: string, readonly number: number, readonly status: AppointmentStatus } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SetQuotaMutationVariables = Exact<{
  input: SetQuotaInput;
}>;


export type SetQuotaMutation = { readonly setQuota: { readonly quota: { readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly given: number } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SlotsQueryVariables = Exact<{
  matter?: string | null | undefined;
  department?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type SlotsQuery = { readonly matter:
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
    | { readonly code: string, readonly title: string, readonly department: { readonly code: string, readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null, readonly queues: ReadonlyArray<{ readonly given: number, readonly queue: { readonly name: string } }> } | null }, readonly slots: ReadonlyArray<{ readonly date: string, readonly from: string, readonly to: string, readonly left: number, readonly queue: { readonly code: string, readonly name: string, readonly hall: string, readonly address: string } }> | null }
   | null, readonly serviceQueues: ReadonlyArray<{ readonly code: string, readonly name: string, readonly kind: QueueKind, readonly department: { readonly name: string, readonly quota: { readonly date: string, readonly capacity: number, readonly offered: number, readonly gap: number, readonly gapReason: string | null } | null }, readonly matters: ReadonlyArray<
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
    >, readonly release: { readonly daysAhead: number, readonly waves: ReadonlyArray<{ readonly at: string, readonly percent: number }> }, readonly noShow: { readonly count: number, readonly withinDays: number, readonly barredDays: number } }> };

export type SubmissionQueryVariables = Exact<{
  id: string;
}>;


export type SubmissionQuery = { readonly submission: { readonly id: string, readonly receiptNumber: string, readonly state: SubmissionState, readonly dueOn: string, readonly filings: ReadonlyArray<{ readonly id: string, readonly state: FilingState, readonly party: string | null, readonly message: string | null, readonly attempts: number, readonly matter:
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
        | { readonly code: string, readonly title: string, readonly remedies: ReadonlyArray<{ readonly kind: RemedyKind, readonly to: string, readonly within: string | null, readonly legalBasis: { readonly title: string, readonly article: string | null } }> | null }
      , readonly payment: { readonly id: string, readonly item: string, readonly amountFen: number, readonly dueOn: string, readonly state: PaymentState, readonly payUrl: string | null, readonly receiptNumber: string | null } | null }>, readonly correction: { readonly dueOn: string, readonly items: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly material: string | null }> } | null, readonly timeline: ReadonlyArray<{ readonly at: string, readonly event: string, readonly message: string }>, readonly results: ReadonlyArray<{ readonly party: string | null, readonly spec: string | null, readonly number: string, readonly issuedAt: string, readonly expiresOn: string | null, readonly documentType: { readonly code: string, readonly name: string } }> } | null };

export type SubmitMutationVariables = Exact<{
  input: SubmitLifeEventInput;
}>;


export type SubmitMutation = { readonly submitLifeEvent: { readonly submission: { readonly id: string, readonly receiptNumber: string, readonly state: SubmissionState } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly material: string | null }> } };

export type SuggestedClassesQueryVariables = Exact<{
  kind?: string;
}>;


export type SuggestedClassesQuery = { readonly appealClassesSuggested: ReadonlyArray<{ readonly matter:
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
      | { readonly code: string, readonly title: string }
     | null, readonly about: { readonly name: string } | null, readonly appeals: ReadonlyArray<{ readonly id: string, readonly text: string | null, readonly openedAt: string }> }>, readonly likeClasses: ReadonlyArray<{ readonly id: string, readonly status: LikeClassStatus, readonly proposedAtRevision: number | null, readonly closedByRevision: number | null, readonly change: { readonly id: string, readonly path: ReadonlyArray<string>, readonly value: unknown, readonly matter:
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
        | { readonly code: string, readonly title: string }
       } | null, readonly history: ReadonlyArray<{ readonly kind: LikeClassEventKind, readonly at: string, readonly text: string | null }> }> };

export type TrackAppealQueryVariables = Exact<{
  code: string;
}>;


export type TrackAppealQuery = { readonly trackAppeal: { readonly status: AppealStatus, readonly dueOn: string, readonly overdue: boolean, readonly kind: { readonly name: string }, readonly owner: { readonly department: { readonly name: string } | null, readonly unit: { readonly name: string } | null }, readonly place: { readonly name: string } | null, readonly answer: { readonly outcome: AppealOutcome, readonly text: string, readonly legalBasis: string | null, readonly alternatives: ReadonlyArray<string>, readonly on: string } | null, readonly events: ReadonlyArray<{ readonly kind: AppealEventKind, readonly at: string }> } | null };

export type UseUpLicenceMutationVariables = Exact<{
  input: UseUpLicenceInput;
}>;


export type UseUpLicenceMutation = { readonly useUpLicence: { readonly licence: { readonly number: string, readonly holder: string | null, readonly issuedOn: string, readonly expiresOn: string | null, readonly status: LicenceStatus, readonly documentType: { readonly name: string }, readonly institution: { readonly name: string } | null } | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type WholeStoryQueryVariables = Exact<{
  id: string;
}>;


export type WholeStoryQuery = { readonly submission: { readonly id: string, readonly receiptNumber: string, readonly state: SubmissionState, readonly receivedAt: string, readonly lifeEvent: { readonly code: string, readonly region: string }, readonly filings: ReadonlyArray<{ readonly id: string, readonly state: FilingState, readonly matter:
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
        | { readonly code: string }
       }>, readonly licences: ReadonlyArray<{ readonly id: string, readonly status: LicenceStatus, readonly issuedOn: string, readonly expiresOn: string | null, readonly documentType: { readonly code: string } }> | null, readonly appeals: ReadonlyArray<{ readonly id: string, readonly status: AppealStatus, readonly openedAt: string, readonly dueOn: string, readonly owner: { readonly department: { readonly code: string } | null, readonly unit: { readonly code: string } | null } }> | null, readonly appointments: ReadonlyArray<{ readonly id: string, readonly status: AppointmentStatus, readonly date: string, readonly from: string | null, readonly number: number }> | null } | null };

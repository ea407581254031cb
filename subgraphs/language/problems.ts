// Generated from schema/problems.yaml by "npm run compose": change it there.

/** Names of the slots in each refusal's sentence. */
interface Slots {
  'BAD_REQUEST.UNREADABLE': never;
  'NOT_FOUND': never;
  'GRAPHQL_VALIDATION_FAILED': never;
  'UPLOADS_OPEN': 'most';
  'SUBMISSIONS_OPEN': 'most';
  'PROBLEMS_MORE': 'count';
  'INPUT_NOT_TEXT.TYPE': 'place';
  'INPUT_NOT_TEXT.CHARACTERS': 'place';
  'INPUT_TOO_LARGE.ITEMS': 'given' | 'most' | 'place';
  'INPUT_TOO_LARGE.CHARACTERS': 'given' | 'most' | 'place';
  'INPUT_TOO_LARGE.JSON': 'characters' | 'depth' | 'most' | 'place';
  'PLAN_NOT_MADE.BUDGET': never;
  'PLAN_NOT_MADE.TURN': never;
  'SUBMISSIONS_BUSY': 'seconds';
  'STORE_UNAVAILABLE': never;
  'INTERNAL_SERVER_ERROR': never;
  'BAD_REQUEST': never;
  'UNAUTHENTICATED': never;
  'UNAUTHENTICATED.INWARD': never;
  'FORBIDDEN.SERVICE': never;
  'FORBIDDEN.SCOPE': 'purpose';
  'FORBIDDEN.OWN_APPEALS': never;
  'FORBIDDEN.HANDLE_APPEALS': never;
  'FORBIDDEN.OWN_OFFERS': never;
  'OFFERS_UNAVAILABLE': never;
  'OFFER_PLACE_UNKNOWN': never;
  'OFFER_NOT_FOUND': never;
  'OFFERS_TOO_MUCH_SAID': never;
  'SUBMISSIONS_UNAVAILABLE': never;
  'SUBMISSIONS_UNAVAILABLE.FIGURES': never;
  'DELEGATION_NOT_FOUND': never;
  'DELEGATION_NOT_YOURS': never;
  'DELEGATION_NOT_READY': 'missing';
  'DELEGATION_ACTIVE': never;
  'READINESS_WITHOUT_EVIDENCE': never;
  'ISSUE_NOT_FOUND': never;
  'ISSUE_NOT_YOURS': never;
  'ISSUE_OWNER_UNKNOWN': never;
  'ISSUE_MEASURE_MISSING': never;
  'ISSUE_NOT_PUBLISHED': never;
  'WALKTHROUGH_INVALID': never;
  'PAPER_UNKNOWN.TYPE': never;
  'PAPER_UNKNOWN': never;
  'FORBIDDEN.REVIEW': never;
  'REVIEW_OF_NO_FILING': never;
  'REVIEW_TOO_EARLY': never;
  'REVIEWED_ALREADY': never;
  'REVIEW_REASON_MISSING': never;
  'REVIEW_REASON_UNKNOWN': never;
  'SUPERVISION_TOO_LONG': never;
  'APPEAL_NOT_FOUND': never;
  'APPEAL_NOT_YOURS': never;
  'APPEAL_POINT_UNKNOWN': never;
  'APPEAL_POINT_BUSY': never;
  'APPEAL_KEY_TOO_SHORT': 'least';
  'APPEAL_LOCATION_INVALID': never;
  'APPEAL_PLATFORM_UNKNOWN': never;
  'APPEAL_NUMBER_REUSED': never;
  'APPEAL_PLACE_UNKNOWN': never;
  'APPEAL_NOTICE_UNKNOWN': never;
  'LIKE_CLASS_NOT_FOUND': never;
  'LIKE_CLASS_OTHER': never;
  'LIKE_CLASS_CLOSED': never;
  'LIKE_CLASS_NOT_PROPOSED': never;
  'CATALOGUE_MATTER_UNKNOWN': never;
  'CATALOGUE_CHANGE_HOLDS': never;
  'CATALOGUE_CHANGE_NOT_PUBLISHED': never;
  'APPEALS_DIFFER': never;
  'APPEALS_NOT_SAME': never;
  'APPEAL_PHOTO_MISSING': never;
  'APPEAL_PHOTO_UNFIT': never;
  'CASE_AFTER_PHOTO_MISSING': never;
  'CASE_AFTER_PHOTO_SAME': never;
  'APPEAL_WORD_SAID': never;
  'APPEAL_OF_CITIZENS': never;
  'APPEAL_TEXT_MISSING': never;
  'APPEAL_KIND_UNKNOWN': 'kinds';
  'APPEAL_HANDLER_UNKNOWN': never;
  'APPEAL_GRADE_INVALID': never;
  'APPEAL_TOO_LONG': never;
  'APPEALS_OPEN': 'most';
  'APPEAL_FIGURES_TOO_LONG': 'most';
  'CASE_ALREADY_CLOSED': never;
  'CASE_CLASS_UNKNOWN': never;
  'CASE_LIMIT_EXCEEDED': never;
  'CASE_REASON_MISSING': never;
  'CASE_NOTICE_MISSING': never;
  'CASE_OWNER_CONCERNED': never;
  'CASE_NOT_IN_HAND': never;
  'CASE_NOT_PAUSED': never;
  'CASE_ESCALATION_INCOMPLETE': never;
  'CASE_REFUSAL_INCOMPLETE': never;
  'CASE_NOT_ANSWERED': never;
  'CASE_CHECK_NOT_INDEPENDENT': never;
  'INVALID_PAGE': 'most';
  'REFUSAL_REASON_UNKNOWN': 'reasons';
  'REFUSAL_REASON_WITHOUT_REFUSAL': never;
  'INVALID_CATALOGUE_REVISION': 'header';
  'INVALID_CATALOGUE_DATE': 'header';
  'NO_CATALOGUE_YET': 'day';
  'UNKNOWN_REGION': 'region';
  'CATALOGUE_UNAVAILABLE': never;
  'FORBIDDEN.DECIDE': never;
  'FILING_UNDER_WAY': never;
  'FILING_NOT_FOUND': never;
  'FORBIDDEN.OWN_APPOINTMENTS': never;
  'QUEUE_UNKNOWN': 'queue';
  'QUEUE_NOT_YOURS': never;
  'QUEUE_TAKES_NOT': never;
  'QUEUE_CLOSED': never;
  'SLOT_UNKNOWN': never;
  'NO_NUMBER_LEFT': never;
  'LIVE_NUMBER_EXISTS': never;
  'LIVE_NUMBERS_TOO_MANY': 'most';
  'NO_SHOWS_BARRED': 'until';
  'REAL_NAME_REQUIRED': never;
  'POWER_REQUIRED': never;
  'POWER_NOT_VALID': never;
  'POWER_UNKNOWN': never;
  'POWER_TERM': 'most';
  'POWERS_TOO_MANY': 'most';
  'AGENT_ROLE_REQUIRED': never;
  'AGENT_REGISTERED': never;
  'AGENT_UNKNOWN': never;
  'AGENT_NOT_ADMITTED': never;
  'AGENT_ABOVE_NUMBER': never;
  'APPOINTMENT_NOT_FOUND': never;
  'APPOINTMENT_OVER': never;
  'APPOINTMENT_TOO_LATE': never;
  'APPOINTMENT_NOT_TODAY': never;
  'NO_SHOW_TOO_EARLY': 'from';
  'EXEMPTION_UNKNOWN': never;
  'TEXT_MISSING': never;
  'SERVE_WHOM': never;
  'QUOTA_INVALID': 'least' | 'most';
  'QUOTA_REASON_MISSING': never;
  'QUOTA_DAY_OVER': never;
  'APPOINTMENT_PERIOD_TOO_LONG': 'most';
  'MATTER_NOT_FOUND': 'matter';
  'REGISTER_INVALID': 'at' | 'file';
  'SYSTEM_INVALID': 'at' | 'department' | 'file';
  'DEPARTMENT_SYSTEM_OUT': never;
  'RELAY_FILE_BROKEN': never;
  'RELAY_FILE_FOREIGN': never;
  'RELAY_FILE_OLD': never;
  'RELAY_ANSWER_INVALID': never;
  'RELAY_ANSWER_OVERTAKEN': never;
  'RELAY_ANSWER_WITHDRAWN': never;
  'REJECTED': never;
  'DECIDED_ELSEWHERE': never;
  'FILING_ID_REUSED': never;
  'PAYMENT_NOT_MADE': never;
  'PAYMENT_AMOUNT': never;
  'PAYMENT_NOT_DEMANDED': never;
  'NOTHING_TO_RETRY': never;
  'FILING_ALREADY_DECIDED': never;
  'UNKNOWN_DECISION': never;
  'PARTY_ID_INVALID': 'most';
  'PARTY_ID_INVALID.ROLE': 'party';
  'PARTY_NAME_INVALID': 'most';
  'PARTY_TWICE': 'party';
  'UNKNOWN_ROLE': 'roles';
  'UNKNOWN_DOCUMENT_TYPE': 'documentType';
  'INVALID_DATE': 'date';
  'INVALID_DATE.DAY': 'date';
  'INVALID_DATE.MONTH': 'month';
  'INVALID_ANSWER.SITUATION': 'question';
  'FACT_INVALID': 'field';
  'FACT_TWICE': 'field';
  'UNKNOWN_QUESTION': 'question';
  'INVALID_ANSWER.BOOLEAN': 'question';
  'INVALID_ANSWER.CHOICE': 'options' | 'question';
  'INVALID_ANSWER.NUMBER': 'question';
  'INVALID_ANSWER.DATE': 'question';
  'CONTRADICTORY_ANSWERS.TWICE': 'question';
  'CONTRADICTORY_ANSWERS.EXCLUDED': 'others' | 'question';
  'PRODUCTION_CYCLE': 'matters';
  'TAKEN_TWICE': 'material' | 'matters';
  'FIELD_CONFLICT': 'field' | 'one' | 'other';
  'NO_MATTER': never;
  'NO_MATTER.NOT_ENTITLED': 'matters';
  'PROMISE_SHORTER_THAN_PATH': 'path' | 'promised';
  'RESULT_EXPIRES_BEFORE_USE': 'date' | 'made' | 'material' | 'needed';
  'CALENDAR_NOT_PUBLISHED': 'years';
  'EXCLUSIVE_MATTERS_TOGETHER': 'matters';
  'EXCLUSIVE_MATTERS_TOGETHER.CHOOSE': 'law' | 'matters' | 'reason';
  'NONE_OF_GROUP': 'matters';
  'FORBIDDEN.APPLICANT': never;
  'FORBIDDEN.OWN_DATA': never;
  'FORBIDDEN.OWN_LICENCES': never;
  'LICENCE_NOT_FOUND': never;
  'LICENCE_OF_OTHER_TYPE': 'material';
  'LICENCE_OF_ANOTHER': 'material';
  'LICENCE_EXPIRED': 'expiresOn' | 'material' | 'neededOn';
  'LICENCE_TOO_OLD': 'days' | 'issuedOn' | 'material' | 'neededOn';
  'LICENCE_GRADE_TOO_LOW': 'material' | 'needed' | 'trust';
  'INSTITUTION_NOT_YOURS': never;
  'INSTITUTION_ISSUES_NO_SUCH': never;
  'INSTITUTION_TAKES_NO_SUCH': never;
  'LICENCE_OF_NOBODY': never;
  'LICENCE_SAYS_NOTHING': never;
  'LICENCE_CODE_UNKNOWN': never;
  'LICENCE_EXPIRED.OVER': never;
  'LICENCE_CONSUMED.USED': never;
  'ADOPTION_MONTH_INVALID': never;
  'LICENCE_CONSUMED': 'material';
  'LICENCE_NOT_HANDED_IN': 'material';
  'LICENCES_UNAVAILABLE': never;
  'LICENCES_UNAVAILABLE.PLAN': never;
  'FORBIDDEN.OWN_FILINGS': never;
  'IDEMPOTENCY_KEY_REQUIRED': 'most';
  'IDEMPOTENCY_KEY_REUSED': never;
  'LIFE_EVENT_NOT_OFFERED': never;
  'DEPARTMENT_UNAVAILABLE': 'departments';
  'QUESTION_OPEN': 'question';
  'PLAN_OUTDATED': never;
  'CONSENT_MISSING': 'source';
  'EVIDENCE_REQUESTS_OPEN': 'most';
  'EVIDENCE_REQUEST_NOT_FOUND': never;
  'EVIDENCE_ITEM_UNKNOWN': never;
  'EVIDENCE_PERSON_UNVERIFIED': never;
  'EVIDENCE_FOR_OTHER_EVENT': never;
  'EVIDENCE_OF_ANOTHER': 'material';
  'ANSWER_NOT_TOLD': never;
  'EVIDENCE_DISPUTED': 'material' | 'source';
  'EVIDENCE_MISSING': 'material';
  'EVIDENCE_TWICE': 'material';
  'EVIDENCE_AMBIGUOUS': 'material';
  'NOT_DEFERRABLE': 'material';
  'UNKNOWN_MATERIAL': never;
  'UPLOAD_NOT_FOUND': never;
  'UPLOAD_OF_OTHER_TYPE': 'material' | 'types';
  'PHOTO_UNFIT.PIXELS': 'height' | 'material' | 'width';
  'PHOTO_UNFIT.FILE': 'kib' | 'material';
  'FIELD_MISSING': 'field';
  'FIELD_UNKNOWN': 'field';
  'FIELD_CONTRADICTED': 'field' | 'reason';
  'FIELD_INVALID': 'field' | 'reason';
  'IDENTITY_NUMBER_INVALID': 'field';
  'CREDIT_CODE_INVALID': 'field';
  'SAME_FILE': never;
  'NOT_ASKED_FOR': never;
  'PERSON_DIFFERS': never;
  'PERSON_NAME_DIFFERS': never;
  'PERSON_TWICE': 'one' | 'other';
  'ALREADY_SUBMITTED': 'receiptNumber';
  'SUBMISSION_NOT_FOUND': never;
  'NOTHING_TO_CORRECT': never;
  'CORRECTION_REQUESTED': never;
  'CONSENT_NOT_GIVEN': never;
  'ERASURE_UNDER_WAY': never;
  'ERASURE_PAYMENT_OPEN': never;
  'PAYMENT_NOT_SIGNED': never;
  'PAYMENT_UNKNOWN': never;
  'PAYMENT_DOES_NOT_MATCH': never;
  'ERASURE_NOT_TOLD': never;
  'ALREADY_ENDED': never;
  'RECEIPT_INVALID': never;
  'RECEIPT_INVALID.UNPAID': never;
  'RECEIPT_INVALID.DEMAND': never;
  'RECEIPT_INVALID.RESULT': 'place';
  'RECEIPT_INVALID.PARTY': 'documentType';
  'RECEIPT_INVALID.NUMBER': 'documentType';
  'RECEIPT_INVALID.TWICE': 'documentType';
  'RECEIPT_INVALID.MISSING': 'documentType';
  'UPLOAD_TYPE': 'types';
  'UPLOAD_SIZE': 'megabytes';
  'UPLOAD_HASH': never;
  'UPLOAD_TICKET_UNKNOWN': never;
  'UPLOAD_REPEATED': never;
  'UPLOAD_DIFFERS': never;
  'UPLOAD_OFFSET': 'offset';
  'UPLOAD_TAKEN_OVER': never;
  'UPLOAD_PIECE_UNKNOWN': never;
  'UPLOAD_PIECE_SHORT': 'least';
  'UPLOAD_PIECES': 'most';
  'UPLOAD_CONTENT': never;
  'UPLOAD_DAMAGED': never;
  'UPLOAD_LOCKED': never;
  'UPLOAD_ACTIVE': never;
  'UPLOAD_PIXELS': 'pixels' | 'side';
  'UPLOAD_PAGES': 'pages';
  'UPLOAD_UNPACKED': 'megabytes';
  'UPLOAD_NOT_LOOKED_AT': never;
  'UPLOAD_INFECTED': never;
  'DOWNLOAD_UNKNOWN': never;
  'DOWNLOAD_ENDED': never;
  'DOWNLOAD_USED': never;
  'DOWNLOAD_OF_ANOTHER': never;
  'FILE_WAITS': never;
  'FILE_GONE': never;
}

/** A code; after a point, which of its sentences. */
export type ProblemId = keyof Slots;
export type ProblemCode =
  | 'ADOPTION_MONTH_INVALID'
  | 'AGENT_ABOVE_NUMBER'
  | 'AGENT_NOT_ADMITTED'
  | 'AGENT_REGISTERED'
  | 'AGENT_ROLE_REQUIRED'
  | 'AGENT_UNKNOWN'
  | 'ALREADY_ENDED'
  | 'ALREADY_SUBMITTED'
  | 'ANSWER_NOT_TOLD'
  | 'APPEALS_DIFFER'
  | 'APPEALS_NOT_SAME'
  | 'APPEALS_OPEN'
  | 'APPEAL_FIGURES_TOO_LONG'
  | 'APPEAL_GRADE_INVALID'
  | 'APPEAL_HANDLER_UNKNOWN'
  | 'APPEAL_KEY_TOO_SHORT'
  | 'APPEAL_KIND_UNKNOWN'
  | 'APPEAL_LOCATION_INVALID'
  | 'APPEAL_NOTICE_UNKNOWN'
  | 'APPEAL_NOT_FOUND'
  | 'APPEAL_NOT_YOURS'
  | 'APPEAL_NUMBER_REUSED'
  | 'APPEAL_OF_CITIZENS'
  | 'APPEAL_PHOTO_MISSING'
  | 'APPEAL_PHOTO_UNFIT'
  | 'APPEAL_PLACE_UNKNOWN'
  | 'APPEAL_PLATFORM_UNKNOWN'
  | 'APPEAL_POINT_BUSY'
  | 'APPEAL_POINT_UNKNOWN'
  | 'APPEAL_TEXT_MISSING'
  | 'APPEAL_TOO_LONG'
  | 'APPEAL_WORD_SAID'
  | 'APPOINTMENT_NOT_FOUND'
  | 'APPOINTMENT_NOT_TODAY'
  | 'APPOINTMENT_OVER'
  | 'APPOINTMENT_PERIOD_TOO_LONG'
  | 'APPOINTMENT_TOO_LATE'
  | 'BAD_REQUEST'
  | 'CALENDAR_NOT_PUBLISHED'
  | 'CASE_AFTER_PHOTO_MISSING'
  | 'CASE_AFTER_PHOTO_SAME'
  | 'CASE_ALREADY_CLOSED'
  | 'CASE_CHECK_NOT_INDEPENDENT'
  | 'CASE_CLASS_UNKNOWN'
  | 'CASE_ESCALATION_INCOMPLETE'
  | 'CASE_LIMIT_EXCEEDED'
  | 'CASE_NOTICE_MISSING'
  | 'CASE_NOT_ANSWERED'
  | 'CASE_NOT_IN_HAND'
  | 'CASE_NOT_PAUSED'
  | 'CASE_OWNER_CONCERNED'
  | 'CASE_REASON_MISSING'
  | 'CASE_REFUSAL_INCOMPLETE'
  | 'CATALOGUE_CHANGE_HOLDS'
  | 'CATALOGUE_CHANGE_NOT_PUBLISHED'
  | 'CATALOGUE_MATTER_UNKNOWN'
  | 'CATALOGUE_UNAVAILABLE'
  | 'CONSENT_MISSING'
  | 'CONSENT_NOT_GIVEN'
  | 'CONTRADICTORY_ANSWERS'
  | 'CORRECTION_REQUESTED'
  | 'CREDIT_CODE_INVALID'
  | 'DECIDED_ELSEWHERE'
  | 'DELEGATION_ACTIVE'
  | 'DELEGATION_NOT_FOUND'
  | 'DELEGATION_NOT_READY'
  | 'DELEGATION_NOT_YOURS'
  | 'DEPARTMENT_SYSTEM_OUT'
  | 'DEPARTMENT_UNAVAILABLE'
  | 'DOWNLOAD_ENDED'
  | 'DOWNLOAD_OF_ANOTHER'
  | 'DOWNLOAD_UNKNOWN'
  | 'DOWNLOAD_USED'
  | 'ERASURE_NOT_TOLD'
  | 'ERASURE_PAYMENT_OPEN'
  | 'ERASURE_UNDER_WAY'
  | 'EVIDENCE_AMBIGUOUS'
  | 'EVIDENCE_DISPUTED'
  | 'EVIDENCE_FOR_OTHER_EVENT'
  | 'EVIDENCE_ITEM_UNKNOWN'
  | 'EVIDENCE_MISSING'
  | 'EVIDENCE_OF_ANOTHER'
  | 'EVIDENCE_PERSON_UNVERIFIED'
  | 'EVIDENCE_REQUESTS_OPEN'
  | 'EVIDENCE_REQUEST_NOT_FOUND'
  | 'EVIDENCE_TWICE'
  | 'EXCLUSIVE_MATTERS_TOGETHER'
  | 'EXEMPTION_UNKNOWN'
  | 'FACT_INVALID'
  | 'FACT_TWICE'
  | 'FIELD_CONFLICT'
  | 'FIELD_CONTRADICTED'
  | 'FIELD_INVALID'
  | 'FIELD_MISSING'
  | 'FIELD_UNKNOWN'
  | 'FILE_GONE'
  | 'FILE_WAITS'
  | 'FILING_ALREADY_DECIDED'
  | 'FILING_ID_REUSED'
  | 'FILING_NOT_FOUND'
  | 'FILING_UNDER_WAY'
  | 'FORBIDDEN'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'IDEMPOTENCY_KEY_REQUIRED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IDENTITY_NUMBER_INVALID'
  | 'INPUT_NOT_TEXT'
  | 'INPUT_TOO_LARGE'
  | 'INSTITUTION_ISSUES_NO_SUCH'
  | 'INSTITUTION_NOT_YOURS'
  | 'INSTITUTION_TAKES_NO_SUCH'
  | 'INTERNAL_SERVER_ERROR'
  | 'INVALID_ANSWER'
  | 'INVALID_CATALOGUE_DATE'
  | 'INVALID_CATALOGUE_REVISION'
  | 'INVALID_DATE'
  | 'INVALID_PAGE'
  | 'ISSUE_MEASURE_MISSING'
  | 'ISSUE_NOT_FOUND'
  | 'ISSUE_NOT_PUBLISHED'
  | 'ISSUE_NOT_YOURS'
  | 'ISSUE_OWNER_UNKNOWN'
  | 'LICENCES_UNAVAILABLE'
  | 'LICENCE_CODE_UNKNOWN'
  | 'LICENCE_CONSUMED'
  | 'LICENCE_EXPIRED'
  | 'LICENCE_GRADE_TOO_LOW'
  | 'LICENCE_NOT_FOUND'
  | 'LICENCE_NOT_HANDED_IN'
  | 'LICENCE_OF_ANOTHER'
  | 'LICENCE_OF_NOBODY'
  | 'LICENCE_OF_OTHER_TYPE'
  | 'LICENCE_SAYS_NOTHING'
  | 'LICENCE_TOO_OLD'
  | 'LIFE_EVENT_NOT_OFFERED'
  | 'LIKE_CLASS_CLOSED'
  | 'LIKE_CLASS_NOT_FOUND'
  | 'LIKE_CLASS_NOT_PROPOSED'
  | 'LIKE_CLASS_OTHER'
  | 'LIVE_NUMBERS_TOO_MANY'
  | 'LIVE_NUMBER_EXISTS'
  | 'MATTER_NOT_FOUND'
  | 'NONE_OF_GROUP'
  | 'NOTHING_TO_CORRECT'
  | 'NOTHING_TO_RETRY'
  | 'NOT_ASKED_FOR'
  | 'NOT_DEFERRABLE'
  | 'NOT_FOUND'
  | 'NO_CATALOGUE_YET'
  | 'NO_MATTER'
  | 'NO_NUMBER_LEFT'
  | 'NO_SHOWS_BARRED'
  | 'NO_SHOW_TOO_EARLY'
  | 'OFFERS_TOO_MUCH_SAID'
  | 'OFFERS_UNAVAILABLE'
  | 'OFFER_NOT_FOUND'
  | 'OFFER_PLACE_UNKNOWN'
  | 'PAPER_UNKNOWN'
  | 'PARTY_ID_INVALID'
  | 'PARTY_NAME_INVALID'
  | 'PARTY_TWICE'
  | 'PAYMENT_AMOUNT'
  | 'PAYMENT_DOES_NOT_MATCH'
  | 'PAYMENT_NOT_DEMANDED'
  | 'PAYMENT_NOT_MADE'
  | 'PAYMENT_NOT_SIGNED'
  | 'PAYMENT_UNKNOWN'
  | 'PERSON_DIFFERS'
  | 'PERSON_NAME_DIFFERS'
  | 'PERSON_TWICE'
  | 'PHOTO_UNFIT'
  | 'PLAN_NOT_MADE'
  | 'PLAN_OUTDATED'
  | 'POWERS_TOO_MANY'
  | 'POWER_NOT_VALID'
  | 'POWER_REQUIRED'
  | 'POWER_TERM'
  | 'POWER_UNKNOWN'
  | 'PROBLEMS_MORE'
  | 'PRODUCTION_CYCLE'
  | 'PROMISE_SHORTER_THAN_PATH'
  | 'QUESTION_OPEN'
  | 'QUEUE_CLOSED'
  | 'QUEUE_NOT_YOURS'
  | 'QUEUE_TAKES_NOT'
  | 'QUEUE_UNKNOWN'
  | 'QUOTA_DAY_OVER'
  | 'QUOTA_INVALID'
  | 'QUOTA_REASON_MISSING'
  | 'READINESS_WITHOUT_EVIDENCE'
  | 'REAL_NAME_REQUIRED'
  | 'RECEIPT_INVALID'
  | 'REFUSAL_REASON_UNKNOWN'
  | 'REFUSAL_REASON_WITHOUT_REFUSAL'
  | 'REGISTER_INVALID'
  | 'REJECTED'
  | 'RELAY_ANSWER_INVALID'
  | 'RELAY_ANSWER_OVERTAKEN'
  | 'RELAY_ANSWER_WITHDRAWN'
  | 'RELAY_FILE_BROKEN'
  | 'RELAY_FILE_FOREIGN'
  | 'RELAY_FILE_OLD'
  | 'RESULT_EXPIRES_BEFORE_USE'
  | 'REVIEWED_ALREADY'
  | 'REVIEW_OF_NO_FILING'
  | 'REVIEW_REASON_MISSING'
  | 'REVIEW_REASON_UNKNOWN'
  | 'REVIEW_TOO_EARLY'
  | 'SAME_FILE'
  | 'SERVE_WHOM'
  | 'SLOT_UNKNOWN'
  | 'STORE_UNAVAILABLE'
  | 'SUBMISSIONS_BUSY'
  | 'SUBMISSIONS_OPEN'
  | 'SUBMISSIONS_UNAVAILABLE'
  | 'SUBMISSION_NOT_FOUND'
  | 'SUPERVISION_TOO_LONG'
  | 'SYSTEM_INVALID'
  | 'TAKEN_TWICE'
  | 'TEXT_MISSING'
  | 'UNAUTHENTICATED'
  | 'UNKNOWN_DECISION'
  | 'UNKNOWN_DOCUMENT_TYPE'
  | 'UNKNOWN_MATERIAL'
  | 'UNKNOWN_QUESTION'
  | 'UNKNOWN_REGION'
  | 'UNKNOWN_ROLE'
  | 'UPLOADS_OPEN'
  | 'UPLOAD_ACTIVE'
  | 'UPLOAD_CONTENT'
  | 'UPLOAD_DAMAGED'
  | 'UPLOAD_DIFFERS'
  | 'UPLOAD_HASH'
  | 'UPLOAD_INFECTED'
  | 'UPLOAD_LOCKED'
  | 'UPLOAD_NOT_FOUND'
  | 'UPLOAD_NOT_LOOKED_AT'
  | 'UPLOAD_OFFSET'
  | 'UPLOAD_OF_OTHER_TYPE'
  | 'UPLOAD_PAGES'
  | 'UPLOAD_PIECES'
  | 'UPLOAD_PIECE_SHORT'
  | 'UPLOAD_PIECE_UNKNOWN'
  | 'UPLOAD_PIXELS'
  | 'UPLOAD_REPEATED'
  | 'UPLOAD_SIZE'
  | 'UPLOAD_TAKEN_OVER'
  | 'UPLOAD_TICKET_UNKNOWN'
  | 'UPLOAD_TYPE'
  | 'UPLOAD_UNPACKED'
  | 'WALKTHROUGH_INVALID';

interface Text {
  readonly zh: string;
  readonly en: string;
}
type Word = string | number | Text;
/** What fills a slot: a text in every language is told in each; a list is told with the language's own comma. */
export type Filling = Word | ReadonlyArray<Word>;
/** None, or one object with a filling for every slot of the sentence. */
export type Fillings<Id extends ProblemId> = [Slots[Id]] extends [never]
  ? readonly []
  : readonly [slots: Readonly<Record<Slots[Id], Filling>>];

const texts: Readonly<Record<ProblemId, Text>> = {
  'BAD_REQUEST.UNREADABLE': {
    zh: "请求无法识别。请核对请求的格式与大小。",
    en: "The request cannot be read. Check its format and its size.",
  },
  'NOT_FOUND': {
    zh: "没有此内容，或您无权查看。请核对地址，并以其本人身份登录。",
    en: "There is no such thing, or it is not yours to see. Check the address, and sign in as the person it belongs to.",
  },
  'GRAPHQL_VALIDATION_FAILED': {
    zh: "操作与公开的结构不符。请对照接口文档修改。",
    en: "The operation does not fit the schema. Compare it with the published one.",
  },
  'UPLOADS_OPEN': {
    zh: "尚有 {most} 个上传地址未使用。请先使用，或等待其失效（30 分钟）。",
    en: "{most} places to upload are not used yet. Use them, or wait until they end (30 minutes).",
  },
  'SUBMISSIONS_OPEN': {
    zh: "您尚有 {most} 个联办件未办结。请等待其中一些办结，或撤回不再需要的。",
    en: "{most} of your submissions have not ended. Wait until some have, or withdraw those that are no longer needed.",
  },
  'PROBLEMS_MORE': {
    zh: "另有 {count} 个问题未列出。请先改正已列出的问题。",
    en: "{count} more problems are not listed. Mend those that are listed first.",
  },
  'INPUT_NOT_TEXT.TYPE': {
    zh: "{place} 不是文本。请以字符串发送。",
    en: "{place} is no text. Send a string.",
  },
  'INPUT_NOT_TEXT.CHARACTERS': {
    zh: "{place} 含有空字符（NUL）或不完整的字符。请去掉这些字符后重试。",
    en: "{place} holds NUL or half of a character. Send it without them.",
  },
  'INPUT_TOO_LARGE.ITEMS': {
    zh: "{place} 有 {given} 项，至多 {most} 项。请减少后重试。",
    en: "{place} has {given} items, at most {most} are taken. Send fewer.",
  },
  'INPUT_TOO_LARGE.CHARACTERS': {
    zh: "{place} 有 {given} 个字符，至多 {most} 个。请缩短后重试。",
    en: "{place} has {given} characters, at most {most} are taken. Send less.",
  },
  'INPUT_TOO_LARGE.JSON': {
    zh: "{place} 超过 {most} 个值、{depth} 层或 {characters} 个字符。请减少后重试。",
    en: "{place} holds more than {most} values, {depth} levels or {characters} characters. Send less.",
  },
  'PLAN_NOT_MADE.BUDGET': {
    zh: "该方案在规定的时间或内存内未能算出。请先回答更多问题或减少当事人后重试。",
    en: "This plan takes more time or memory than one may. Answer more questions first, or name fewer parties.",
  },
  'PLAN_NOT_MADE.TURN': {
    zh: "等待规划的方案过多。请稍后重试，并减少一次请求中的方案。",
    en: "Too many plans wait to be made. Try again later, with fewer plans in one request.",
  },
  'SUBMISSIONS_BUSY': {
    zh: "此刻提交过多，本次提交尚未开始办理，没有留下任何内容。请在 {seconds} 秒后用同一幂等键重新提交。",
    en: "Too many submit at this moment; nothing of this submission was begun or kept. Send it again in {seconds} s, with the same idempotency key.",
  },
  'STORE_UNAVAILABLE': {
    zh: "数据库暂时无法使用，刚才的操作可能已经生效，也可能没有。请稍后重试；提交类操作请使用同一幂等键。",
    en: "The database cannot be used for now; what was asked for may or may not have been done. Try again later, and send again what changes something with the same idempotency key.",
  },
  'INTERNAL_SERVER_ERROR': {
    zh: "内部错误。请稍后重试。",
    en: "Something went wrong inside. Try again later.",
  },
  'BAD_REQUEST': {
    zh: "请求体不是所需的格式。请发送 JSON，其中 query 为字符串。",
    en: "The body is not what is wanted. Send JSON with \"query\" as a string.",
  },
  'UNAUTHENTICATED': {
    zh: "尚未登录。请先登录。",
    en: "Nobody is signed in. Sign in first.",
  },
  'UNAUTHENTICATED.INWARD': {
    zh: "内部身份无效或已过期。请经由网关访问。",
    en: "The inward identity is not valid, or it has expired. Come through the gateway.",
  },
  'FORBIDDEN.SERVICE': {
    zh: "此操作仅供内部服务调用。请使用公开的接口。",
    en: "Only the services of the graph may do this. Use the public schema.",
  },
  'FORBIDDEN.SCOPE': {
    zh: "您的账号没有“{purpose}”的权限。请以具有该权限的工作人员身份登录，或请管理员授权。",
    en: "Your account may not do this: {purpose}. Sign in as staff who may, or ask the administrator for the right.",
  },
  'FORBIDDEN.OWN_APPEALS': {
    zh: "只有本人可以查看自己的诉求。请以申请人本人身份登录。",
    en: "Only who opened them may see their appeals. Sign in as the applicant.",
  },
  'FORBIDDEN.HANDLE_APPEALS': {
    zh: "只有工作人员可以查看待办诉求。请以工作人员身份登录。",
    en: "Only staff may see the appeals that are to be handled. Sign in as staff.",
  },
  'FORBIDDEN.OWN_OFFERS': {
    zh: "只有本人可以查看推送给自己的政策。请以本人身份登录。",
    en: "What is offered to people only they may see. Sign in as yourself.",
  },
  'OFFERS_UNAVAILABLE': {
    zh: "暂时无法查到您已有的证照和正在办理的事项，因此不推送政策。请稍后再试。",
    en: "It cannot be told for now what you have already, so nothing is offered. Try again later.",
  },
  'OFFER_PLACE_UNKNOWN': {
    zh: "没有写明在何处查看，或者没有政策查看那里。请使用 offerConsents 所列之处；只有数据来源带有 source。",
    en: "It is not said where it may be looked, or no policy looks there. Use what offerConsents lists; a SOURCE alone has a source.",
  },
  'OFFER_NOT_FOUND': {
    zh: "没有这项推送。请使用 proactiveOffers 所给的编号。",
    en: "There is no such offer. Use an id that proactiveOffers gave.",
  },
  'OFFERS_TOO_MUCH_SAID': {
    zh: "您同意、撤回和谢绝的次数已达上限。请先删除推送记录，再重新开始。",
    en: "You agreed, took back and refused as often as can be. Have what is held of that erased, and begin anew.",
  },
  'SUBMISSIONS_UNAVAILABLE': {
    zh: "暂时无法查到您的联办件，诉求尚未提交。请稍后以同一幂等键重试。",
    en: "Your submission cannot be looked up for now; the appeal was not opened. Try again later with the same idempotency key.",
  },
  'SUBMISSIONS_UNAVAILABLE.FIGURES': {
    zh: "暂时无法查到办件情况。请稍后重试。",
    en: "Filings cannot be looked up for now. Try again later.",
  },
  'DELEGATION_NOT_FOUND': {
    zh: "目录中没有这项下放事项。请核对事项编码。",
    en: "The catalogue hands no such matter down. Look at the code of the matter.",
  },
  'DELEGATION_NOT_YOURS': {
    zh: "您所在的部门不能这样做：就绪情况由下放或承接部门记录，启用由下放部门确认。请由相应部门的工作人员办理。",
    en: "Your department may not do this: either of both shows that the other is ready, and whoever hands a power down activates it. Leave it to staff of that department.",
  },
  'DELEGATION_NOT_READY': {
    zh: "承接尚未就绪，缺少证明：{missing}。请先记录所缺各项的就绪证明，再确认启用。",
    en: "Whoever takes it over is not ready; nothing shows {missing}. Record evidence of what is missing, then activate it.",
  },
  'DELEGATION_ACTIVE': {
    zh: "这项下放已确认启用。无需再次确认。",
    en: "This power is activated already. Nothing is left to do.",
  },
  'READINESS_WITHOUT_EVIDENCE': {
    zh: "就绪情况须写明数量、证明材料和不晚于今天的日期。请补充数量（至少为一）、证明材料和日期。",
    en: "Readiness takes a count, what shows it, and a day that is not to come. Give a count of at least one, the evidence and the day.",
  },
  'ISSUE_NOT_FOUND': {
    zh: "没有这个问题，或者您无权查看。请核对编号；监督人员、走流程人员和责任单位负责人可以看到它。",
    en: "There is no such issue, or it is not for you. Look at the id, or leave it to who supervises and to whoever has it.",
  },
  'ISSUE_NOT_YOURS': {
    zh: "这个问题不由您办理。整改由责任单位负责人办理，核查由监督人员办理。",
    en: "This issue is not yours. Whoever has it mends it, and the office of supervision checks that.",
  },
  'ISSUE_OWNER_UNKNOWN': {
    zh: "没有这个部门。请写登记册中的部门编码。",
    en: "There is no such department. Use the code of a department of the registry.",
  },
  'ISSUE_MEASURE_MISSING': {
    zh: "交办须写明责任科室和整改措施。请写明两项。",
    en: "It has to be said which section has it and what is to be done. Give both.",
  },
  'ISSUE_NOT_PUBLISHED': {
    zh: "立案后公布的目录尚未解决这个问题。请先发布更正后的事项目录，再答复或销号。",
    en: "Nothing that was published after it was opened answers this issue. Publish the catalogue as it is mended, then answer or close it.",
  },
  'WALKTHROUGH_INVALID': {
    zh: "走流程记录须有近一年内且不晚于今天的日期、至少一个环节，时间和距离不能为负。请改正这些数字。",
    en: "A walk has a day of the last year that is not to come, one step at least, and no time or distance below zero. Correct these figures.",
  },
  'PAPER_UNKNOWN.TYPE': {
    zh: "目录中没有这种材料。请核对材料编码；目录中没有的，不填编码，只写明需要什么。",
    en: "The catalogue has no such type of document. Look at its code; where it has none, leave the code out and say in words what is needed.",
  },
  'PAPER_UNKNOWN': {
    zh: "每份材料须写目录中的材料编码，或写出它的名称，二者择一。请核对材料编码，或只写名称。",
    en: "Each paper is a document type of the catalogue, or a name, and not both. Look at the code, or write the name alone.",
  },
  'FORBIDDEN.REVIEW': {
    zh: "只有申请人本人可以评价。请以申请人本人身份登录。",
    en: "Only applicants review. Sign in as the applicant.",
  },
  'REVIEW_OF_NO_FILING': {
    zh: "您没有这个办件，或没有对它的差评。请核对联办件和办件编号。",
    en: "You have no such filing, or no bad review of it. Look at the ids of the submission and of the filing.",
  },
  'REVIEW_TOO_EARLY': {
    zh: "这个办件还没有办结，暂不能评价。请在办结后评价。",
    en: "This filing is not finished yet. Review it once it is.",
  },
  'REVIEWED_ALREADY': {
    zh: "这个办件已经评价过。每个办件评价一次；如仍有问题，请提出诉求。",
    en: "This filing has been reviewed. Each is reviewed once; open an appeal if something is still wrong.",
  },
  'REVIEW_REASON_MISSING': {
    zh: "差评须选择至少一个原因。请选择原因，以便核实整改。",
    en: "A bad grade takes a reason. Choose one, so that it can be mended.",
  },
  'REVIEW_REASON_UNKNOWN': {
    zh: "没有这个评价原因。请使用 reviewReasons 列出的编码。",
    en: "There is no such reason. Use the codes of reviewReasons.",
  },
  'SUPERVISION_TOO_LONG': {
    zh: "这一项上的记录过多，不能再增加。请核对是否重复提交；确需增加的，请联系管理员。",
    en: "Too much is written down of this already. Look whether it was sent again and again; otherwise ask the administrator.",
  },
  'APPEAL_NOT_FOUND': {
    zh: "没有这件诉求，或者您无权办理。请核对编号；只有申请人、承办单位和负责此类诉求的单位可以看到它。",
    en: "There is no such appeal, or it is not for you. Look at the id: only the applicant, whoever has it and the units that look after its kind see it.",
  },
  'APPEAL_NOT_YOURS': {
    zh: "这件诉求由其他单位承办。请由承办单位办理，或先转办。",
    en: "Another department or unit has this appeal. Let them do it, or have it assigned to yours first.",
  },
  'APPEAL_POINT_UNKNOWN': {
    zh: "没有这个码，或者它已经停用。请重新扫码，或者核对码下印的编号。",
    en: "There is no such code, or it is no longer in use. Scan it again, or look at what is printed below it.",
  },
  'APPEAL_POINT_BUSY': {
    zh: "这个码或这台设备一小时内提交的诉求太多。请稍后再试，或者登录后提交。",
    en: "Too much came in by this code, or from this device, within the hour. Try again later, or sign in.",
  },
  'APPEAL_KEY_TOO_SHORT': {
    zh: "未登录提交时，幂等键太短，别人可能猜到。请使用至少{least}个字符的随机幂等键。",
    en: "Without an account the idempotency key is so short that somebody else may guess it. Use a random one of at least {least} characters.",
  },
  'APPEAL_LOCATION_INVALID': {
    zh: "经纬度不在地球上。请按 WGS 84 填写度数：纬度不超过 90，经度不超过 180。",
    en: "The location lies nowhere on Earth. Give degrees by WGS 84: latitude up to 90, longitude up to 180.",
  },
  'APPEAL_PLATFORM_UNKNOWN': {
    zh: "没有这个平台。请使用目录中登记的平台编码；新平台先行登记。",
    en: "There is no such platform. Use the code of a platform of the catalogue; a new one is entered there first.",
  },
  'APPEAL_NUMBER_REUSED': {
    zh: "这个编号已经用于另一件诉求。同一编号请发送同样的内容；另一件诉求请用另一个编号。",
    en: "This number stands for another appeal. Send the same under the same number, and another appeal under another.",
  },
  'APPEAL_PLACE_UNKNOWN': {
    zh: "目录中没有这个地点。请使用目录中的地点编码，或者不写地点。",
    en: "The catalogue has no such place. Use the code of a place of the catalogue, or leave it out.",
  },
  'APPEAL_NOTICE_UNKNOWN': {
    zh: "没有这条待回告的答复，或者它不是这个平台的。请使用查询待回告答复时得到的编号。",
    en: "There is no such notice, or it is not for this platform. Use the ids that the query of notices tells.",
  },
  'LIKE_CLASS_NOT_FOUND': {
    zh: "没有这个同类诉求，或者不由您的单位负责。请核对编号；只有负责此类诉求的单位可以办理。",
    en: "There is no such class of like appeals, or another unit looks after it. Look at the id; only units that look after its kind may.",
  },
  'LIKE_CLASS_OTHER': {
    zh: "这些诉求类型不同、已归入别的同类，或者不足两件。请选择同一类型、尚未归入别类的两件以上诉求。",
    en: "The appeals are of different kinds, one is in another class, or there are fewer than two. Name two or more of one kind that are in no other class.",
  },
  'LIKE_CLASS_CLOSED': {
    zh: "这个同类诉求已经销号。又有同样的诉求时，请另立一类。",
    en: "The class is closed. Where it comes again, begin another.",
  },
  'LIKE_CLASS_NOT_PROPOSED': {
    zh: "还没有提出目录修改。请先提出修改，待其公布后再销号。",
    en: "No change was proposed yet. Propose one, and close the class once it is published.",
  },
  'CATALOGUE_MATTER_UNKNOWN': {
    zh: "已公布的目录中没有这个事项。请核对事项编码。",
    en: "What is published has no such matter. Look at the code of the matter.",
  },
  'CATALOGUE_CHANGE_HOLDS': {
    zh: "已公布的目录在这一处正是这样。请写明还没有改的那一处，或者核对路径。",
    en: "What is published is so already at this place. Name a place that is still otherwise, or look at the path.",
  },
  'CATALOGUE_CHANGE_NOT_PUBLISHED': {
    zh: "提出修改以后，还没有公布包含它的目录版本。请等目录按此修改并公布后再销号。",
    en: "No revision published since holds the change. Close the class once the catalogue was changed so and published.",
  },
  'APPEALS_DIFFER': {
    zh: "两件诉求的类型或被反映部门不同，或者是同一件。只能并案类型和被反映部门都相同的两件诉求。",
    en: "The two are of different kinds or about different departments, or are one. Merge two of one kind that are about the same department.",
  },
  'APPEALS_NOT_SAME': {
    zh: "已有人认定这两件诉求不是同一件。请分别办理。",
    en: "Somebody has said that these two are not the same. Handle each on its own.",
  },
  'APPEAL_PHOTO_MISSING': {
    zh: "这类诉求须附现场照片。请登录后上传照片，再提交。",
    en: "This kind of appeal is opened with a photograph. Sign in, upload one and send it again.",
  },
  'APPEAL_PHOTO_UNFIT': {
    zh: "照片不是本人上传的图片，或者尚未收到、未通过扫描，或者已作为别的材料。请上传 JPEG 或 PNG 图片，待收到后再使用其编号。",
    en: "A photograph is no picture that the caller uploaded, has not arrived, was not found clean, or is evidence of something else. Upload a JPEG or PNG, and use its id once it has arrived.",
  },
  'CASE_AFTER_PHOTO_MISSING': {
    zh: "没有办理后的照片。请先提交办理后的现场照片，再答复。",
    en: "There is no photograph of it since. Show what it looks like now, then answer.",
  },
  'CASE_AFTER_PHOTO_SAME': {
    zh: "办理后的照片与反映时的照片是同一个文件，或者是已被否定的那一张。请拍摄办理后的现场照片。",
    en: "The photograph since is the file that was shown before, or the one that was disputed. Take one of what it looks like now.",
  },
  'APPEAL_WORD_SAID': {
    zh: "您已经对这次答复表过态。请等待其他反映人表态，或者等待新的答复。",
    en: "You have said your word on this answer. Others who said the same have yet to say theirs; wait for them, or for another answer.",
  },
  'APPEAL_OF_CITIZENS': {
    zh: "诉求由申请人本人提出。请以申请人身份登录后提交。",
    en: "An appeal is opened by the person whose it is. Sign in as the applicant.",
  },
  'APPEAL_TEXT_MISSING': {
    zh: "没有写明诉求内容。请写明什么事办不成，或者对什么不满意。",
    en: "The appeal says nothing. Write what cannot be done, or what is complained of.",
  },
  'APPEAL_KIND_UNKNOWN': {
    zh: "没有这种诉求类型。请使用以下类型之一：{kinds}。",
    en: "There is no such kind of appeal. Use one of: {kinds}.",
  },
  'APPEAL_HANDLER_UNKNOWN': {
    zh: "没有这个部门或单位，或者部门与事项不符，或者同时写了两者。请写一个部门或一个单位的编码；写了事项时不必写部门。",
    en: "There is no such department or unit, it is not that of the matter, or both were named. Name one department or one unit by its code; with a matter no department is needed.",
  },
  'APPEAL_GRADE_INVALID': {
    zh: "满意度须为1至5。请填写1（非常不满意）至5（非常满意）。",
    en: "A grade is from 1 to 5. Send 1 (very bad) to 5 (very good).",
  },
  'APPEAL_TOO_LONG': {
    zh: "这件诉求的办理步骤过多。请答复后办结，另有诉求请重新提出。",
    en: "Too much has happened to this appeal. Answer and close it; what is new is a new appeal.",
  },
  'APPEALS_OPEN': {
    zh: "您有{most}件诉求尚未办结，暂时不能再提出。请等待其中一件办结，或在已有诉求中补充说明。",
    en: "You have {most} open appeals, which is the most. Wait until one of them is closed.",
  },
  'APPEAL_FIGURES_TOO_LONG': {
    zh: "统计区间无效，或超过{most}天。请使起始日期不晚于截止日期，并缩短区间。",
    en: "The days are in the wrong order, or more than {most}. Let the first be no later than the last, and ask for fewer.",
  },
  'CASE_ALREADY_CLOSED': {
    zh: "这件诉求已办结。如仍有问题，请重新提出。",
    en: "This appeal is closed. If something is still wrong, open another.",
  },
  'CASE_CLASS_UNKNOWN': {
    zh: "没有这个类别。请使用该诉求类型列出的类别。",
    en: "There is no such class. Use one of the classes of its kind.",
  },
  'CASE_LIMIT_EXCEEDED': {
    zh: "办理期限超过此类诉求的最长期限，或延期不足1个工作日。请缩短延期，在期限内办结；办不成的应如实说明并给出依据和替代途径。",
    en: "That is more working days than its kind allows, or less than one. Ask for fewer and answer in time: what cannot be done is refused with its law and alternatives.",
  },
  'CASE_REASON_MISSING': {
    zh: "没有写明理由或内容。请写明理由。",
    en: "The reason, or what is said, is missing. Say it.",
  },
  'CASE_NOTICE_MISSING': {
    zh: "延长期限须同时告知申请人。请确认已告知申请人（notified）。",
    en: "A longer limit needs a notice to the applicant. Confirm that the applicant is told (notified).",
  },
  'CASE_OWNER_CONCERNED': {
    zh: "被投诉的部门不得承办对自己的投诉。请转给其他部门或单位。",
    en: "Whom a complaint is about never handles it. Give it to another department or unit.",
  },
  'CASE_NOT_IN_HAND': {
    zh: "这件诉求不在办理中。已中止的请先恢复计时；已答复的请等待申请人确认或核查。",
    en: "This appeal is not in hand. Resume it where its clock stands; where it was answered wait for the word of the applicant, or a check.",
  },
  'CASE_NOT_PAUSED': {
    zh: "这件诉求没有中止计时。无须恢复。",
    en: "The clock of this appeal runs. There is nothing to resume.",
  },
  'CASE_ESCALATION_INCOMPLETE': {
    zh: "提级须写明参加人员（每人一次）和会议日期。请写明参加人员，并写今天起一年内的日期。",
    en: "It has to be said who sits at the table, each once, and on which day that is still to come. Name the members, and a day from today on, within a year.",
  },
  'CASE_REFUSAL_INCOMPLETE': {
    zh: "不予办理须写明依据和替代途径。请写明法律依据，以及申请人还可以怎么办。",
    en: "A refusal needs the law that says so and what else is possible. Give its legal basis and at least one alternative.",
  },
  'CASE_NOT_ANSWERED': {
    zh: "这件诉求还没有答复，或答复已有结论。请等待答复后再确认或核查。",
    en: "This appeal has no answer to say anything of. Wait until it is answered.",
  },
  'CASE_CHECK_NOT_INDEPENDENT': {
    zh: "核查须由没有参与办理的单位进行。请由负责此类诉求的其他单位核查。",
    en: "A check is made by a unit that had no part in it. Let another unit that looks after its kind do it.",
  },
  'INVALID_PAGE': {
    zh: "分页参数不正确。first 应在 0 至 {most} 之间，after 应为上一页的 endCursor。",
    en: "The page asked for cannot be. Send 0 to {most} as \"first\", and the endCursor of the page before as \"after\".",
  },
  'REFUSAL_REASON_UNKNOWN': {
    zh: "该事项没有这一不予办理理由。请使用以下理由之一（可能为空）：{reasons}；其他理由请写在 reason 中。",
    en: "The matter cannot be refused for this reason. Use one of these, if there are any: {reasons}. Say another in \"reason\".",
  },
  'REFUSAL_REASON_WITHOUT_REFUSAL': {
    zh: "不予办理理由只能在不予办理时填写。请去掉该理由，或改为不予办理。",
    en: "A reason for refusal stands at a refusal alone. Leave it out, or refuse.",
  },
  'INVALID_CATALOGUE_REVISION': {
    zh: "请求头 {header} 不正确。请发送正整数。",
    en: "The header {header} cannot be read. Send a whole number.",
  },
  'INVALID_CATALOGUE_DATE': {
    zh: "请求头 {header} 不正确。请发送日期，如 2026-01-31。",
    en: "The header {header} cannot be read. Send a date such as 2026-01-31.",
  },
  'NO_CATALOGUE_YET': {
    zh: "{day} 尚未发布任何目录。请选择首次发布之后的日期。",
    en: "No catalogue was published yet on {day}. Choose a day since the first publication.",
  },
  'UNKNOWN_REGION': {
    zh: "没有行政区划“{region}”。请使用十二位编码，如 330381000000。",
    en: "There is no region \"{region}\". Use a 12-digit code such as 330381000000.",
  },
  'CATALOGUE_UNAVAILABLE': {
    zh: "事项目录暂时没有答复。请稍后重试。",
    en: "The catalogue did not answer. Try again later.",
  },
  'FORBIDDEN.DECIDE': {
    zh: "只有本部门工作人员可以作出决定。请以本部门工作人员身份登录。",
    en: "Only this department's staff may decide. Sign in as one of them.",
  },
  'FILING_UNDER_WAY': {
    zh: "此办件尚未办结，不能删除个人信息。请在办结或撤回后再删除。",
    en: "This filing is under way and is not erased. Erase it once it is settled or withdrawn.",
  },
  'FILING_NOT_FOUND': {
    zh: "本部门没有此办件。请核对办件编号。",
    en: "This department has no such filing. Check the id of the filing.",
  },
  'FORBIDDEN.OWN_APPOINTMENTS': {
    zh: "只有本人可以查看自己的预约。请以本人或代办人身份登录。",
    en: "Numbers are shown to the person whose they are. Sign in as that person, or as their agent.",
  },
  'QUEUE_UNKNOWN': {
    zh: "没有排队队列 {queue}。请从 serviceQueues 中选择。",
    en: "There is no queue {queue}. Choose one of serviceQueues.",
  },
  'QUEUE_NOT_YOURS': {
    zh: "这个队列由其他部门负责。请由负责部门的工作人员操作。",
    en: "Another department runs this queue. Let staff of that department do it.",
  },
  'QUEUE_TAKES_NOT': {
    zh: "这个队列不办理所选的事项。请按事项查看可预约时段后再选。",
    en: "This queue does not take all of these matters. Look for the slots of the matter and choose one of them.",
  },
  'QUEUE_CLOSED': {
    zh: "今天的办理时间已过，或今天不开放。请预约其他日期。",
    en: "It is closed today, or over for today. Book another day.",
  },
  'SLOT_UNKNOWN': {
    zh: "这一天没有这个时段。请从可预约时段中选择。",
    en: "There is no such time on that day. Choose one of the slots.",
  },
  'NO_NUMBER_LEFT': {
    zh: "这个时段的号已取完，或尚未放出。请选择其他时段，或在下一放号时刻再试；取消的号也在那时重新放出。",
    en: "No number of that time is left, or none is given out yet. Choose another time, or try again with the next release: numbers that were given back are given out then as well.",
  },
  'LIVE_NUMBER_EXISTS': {
    zh: "您就这一事项已有一个有效的号。请使用原来的号，或先取消它。",
    en: "There is a number already for this person and matter. Use it, or give it back first.",
  },
  'LIVE_NUMBERS_TOO_MANY': {
    zh: "同一个人最多同时持有 {most} 个事项的号。请先办完或取消其中一些。",
    en: "One person has numbers for at most {most} matters at once. Use some of them, or give some back, first.",
  },
  'NO_SHOWS_BARRED': {
    zh: "因多次预约后未到，{until} 起才能再次预约。在此之前可到现场取号。",
    en: "After several times booked and not come, something can be booked again from {until}. Until then numbers are given on the spot.",
  },
  'REAL_NAME_REQUIRED': {
    zh: "预约须实名，登录信息没有身份证号码。请用实名账号登录，或到现场取号。",
    en: "Numbers are booked by who somebody is, and your sign-in does not say your identity number. Sign in with an account that does, or take a number on the spot.",
  },
  'POWER_REQUIRED': {
    zh: "为他人预约须有其书面委托。请先由本人出具委托书，再按委托书预约。",
    en: "Nobody books for another without their written power. Let that person give one, and book by it.",
  },
  'POWER_NOT_VALID': {
    zh: "委托书已撤销、不在有效期内、不是给您的，或不包括所选事项。请由委托人另行出具委托书。",
    en: "The power was revoked, does not hold today, is not yours, or does not name these matters. Let whoever gave it give another.",
  },
  'POWER_UNKNOWN': {
    zh: "您没有出具过这份委托书。请在自己的委托书中选择。",
    en: "You gave no such power. Choose one of your own.",
  },
  'POWER_TERM': {
    zh: "委托书的期限须从今天起、不超过 {most} 天。请改正截止日期。",
    en: "A power ends today or later, and within {most} days. Correct the last day.",
  },
  'POWERS_TOO_MANY': {
    zh: "同时有效的委托书最多 {most} 份。请先撤销其中一些。",
    en: "At most {most} powers hold at once. Revoke some of them first.",
  },
  'AGENT_ROLE_REQUIRED': {
    zh: "只有代办人可以登记为代办人、凭委托书预约。请以代办人身份登录。",
    en: "Agents alone are registered, and book by a power. Sign in as an agent.",
  },
  'AGENT_REGISTERED': {
    zh: "您已登记为代办人。无须再次登记。",
    en: "You are registered as an agent already. There is nothing to do.",
  },
  'AGENT_UNKNOWN': {
    zh: "没有这个代办人，或其不准代办。请核对代办人编号。",
    en: "There is no such agent, or they may not act for others. Check the id of the agent.",
  },
  'AGENT_NOT_ADMITTED': {
    zh: "代办登记尚未核准，或不准代办。请等待服务站负责人核准。",
    en: "The registration as an agent is not admitted. Wait until the head of a station has looked at it.",
  },
  'AGENT_ABOVE_NUMBER': {
    zh: "本周代办数超过上限，已停用，待核查。请联系服务站负责人核查；本人可以自行预约。",
    en: "Above the number that an agent books in a week: nothing more can be booked until somebody has looked. Ask the head of a station to look; each person can still book themselves.",
  },
  'APPOINTMENT_NOT_FOUND': {
    zh: "没有这个号，或与您无关。请核对编号。",
    en: "There is no such number, or none of yours. Check its id.",
  },
  'APPOINTMENT_OVER': {
    zh: "这个号已办理、已叫号、已取消或已过期。请查看它的状态。",
    en: "This number was called, used, given back, or is over. Look at its status.",
  },
  'APPOINTMENT_TOO_LATE': {
    zh: "预约的时段已经开始，不能再取消。请前来办理，或到现场另行取号。",
    en: "Its time has begun: it can no longer be given back. Come, or take another number on the spot.",
  },
  'APPOINTMENT_NOT_TODAY': {
    zh: "这个号不是今天的。请在预约当天签到。",
    en: "This number is not of today. Check in on its day.",
  },
  'NO_SHOW_TOO_EARLY': {
    zh: "{from} 之前不能记为爽约。请再等候。",
    en: "It is no no-show before {from}. Wait longer.",
  },
  'EXEMPTION_UNKNOWN': {
    zh: "没有这种优先情形。请从目录所列的优先情形中选择。",
    en: "There is no such reason to be called first. Choose one that the catalogue names.",
  },
  'TEXT_MISSING': {
    zh: "有一处没有写明内容。请补充。",
    en: "Something that has to be said is not. Say it.",
  },
  'SERVE_WHOM': {
    zh: "须写明办理的号；没有号的，须写明办理的是谁、什么事项。请二者择一填写。",
    en: "It has to say which number is served; without one, who is served and for which matter. Say exactly one of both.",
  },
  'QUOTA_INVALID': {
    zh: "放号数须在已取的 {least} 个与可办理的 {most} 件之间。请改正放号数。",
    en: "Between {least} that were given and {most} that can be served have to be offered. Correct the number.",
  },
  'QUOTA_REASON_MISSING': {
    zh: "放号少于办理能力，须向公众说明理由。请填写理由。",
    en: "Fewer are offered than can be served: the public is told why. Say why.",
  },
  'QUOTA_DAY_OVER': {
    zh: "这一天已过，或太远。请选择今天起一年之内的日期。",
    en: "That day is over, or too far away. Choose a day from today, within a year.",
  },
  'APPOINTMENT_PERIOD_TOO_LONG': {
    zh: "起止日期颠倒，或超过 {most} 天。请缩短期间。",
    en: "The days are reversed, or more than {most}. Ask for fewer days.",
  },
  'MATTER_NOT_FOUND': {
    zh: "本部门没有事项 {matter}。请核对事项编码。",
    en: "This department has no matter {matter}. Check the code of the matter.",
  },
  'REGISTER_INVALID': {
    zh: "登记数据文件 {file} 无法读取，有误之处：{at}。请改正该文件，再启动本部门。",
    en: "The register {file} cannot be read, at {at}. Correct it and start the department again.",
  },
  'SYSTEM_INVALID': {
    zh: "部门 {department} 的业务系统设置 {file} 缺失或有误：{at}。请改正该文件，再启动本部门。",
    en: "The settings {file} of the system of department {department} are missing or wrong, at {at}. Correct the file and start the department again.",
  },
  'DEPARTMENT_SYSTEM_OUT': {
    zh: "该部门的业务系统没有答复。请稍后再试，将自动重试。",
    en: "The department's own system did not answer. Wait, it is asked again.",
  },
  'RELAY_FILE_BROKEN': {
    zh: "文件已损坏、被改动，或者不是为本系统封装的；其中内容一概未采纳。请让部门重新导出，再次导入。",
    en: "The file is damaged, was altered, or is not sealed for this installation; nothing in it is taken. Have the department write it again, and import that.",
  },
  'RELAY_FILE_FOREIGN': {
    zh: "文件不是由该部门为本系统签署的；其中内容一概未采纳。请核对文件来自哪个部门；部门更换密钥的，请先更新 theirs 所指的文件。",
    en: "The file is not signed by this department for this installation; nothing in it is taken. See whose file it is; where the department has a new key, add it to the file that \"theirs\" names.",
  },
  'RELAY_FILE_OLD': {
    zh: "文件签署于三十天以前，或者签署时间在将来；其中内容一概未采纳。请让部门重新导出并签署；签署时间在将来的，请核对双方时钟。",
    en: "The file was signed more than thirty days ago, or in the future; nothing in it is taken. Have the department write and sign it again; compare the clocks where it is of the future.",
  },
  'RELAY_ANSWER_INVALID': {
    zh: "此行无法识别，或者答复的不是发给该部门的此办件。请部门按约定的格式更正后重新导出。",
    en: "The line cannot be read, or answers nothing that this department was given of the filing. Have the department correct it and write it again.",
  },
  'RELAY_ANSWER_OVERTAKEN': {
    zh: "此行答复的内容之后，办件又有补正、缴费等新情况，或者已有更新的答复。请部门看过最新内容后再答复。",
    en: "Since what this line answers, more was sent of the filing, or a newer answer was taken. The department looks at what came last, and answers that.",
  },
  'RELAY_ANSWER_WITHDRAWN': {
    zh: "此办件已由申请人撤回。请部门停止办理；已出具结果的，请与申请人联系。",
    en: "The applicant has taken this filing back. The department stops; where it has issued something, it gets in touch with the applicant.",
  },
  'REJECTED': {
    zh: "该部门的业务系统没有收下此办件，也没有说明原因。请联系该部门系统的维护单位。",
    en: "The department's own system did not take this filing, and does not say why. Tell the owner of that system.",
  },
  'DECIDED_ELSEWHERE': {
    zh: "该部门在自己的业务系统中办理。请在该系统中作出决定，结果会自动取回。",
    en: "This department decides in a system of its own. Decide there, what comes of it is fetched.",
  },
  'FILING_ID_REUSED': {
    zh: "此办件编号已用于另一内容。请为新的办件使用新的编号。",
    en: "This filing id was used with another content. Use a new id for a new filing.",
  },
  'PAYMENT_NOT_MADE': {
    zh: "该事项须先缴费，尚未缴清。请先受理并通知缴费，缴清后再准予。",
    en: "The matter demands a payment that has not been made. Accept the filing, which demands it, and approve once it is paid.",
  },
  'PAYMENT_AMOUNT': {
    zh: "缴费金额与事项规定不符，或未填写。事项未规定金额的，受理时请填写金额（分）；已规定的，请勿填写其他金额。",
    en: "The amount is missing, or not what the matter says. Accept with an amount in fen where the matter has none, and with none where it has.",
  },
  'PAYMENT_NOT_DEMANDED': {
    zh: "部门没有要求此项缴费，或金额不符。请核对缴费记录。",
    en: "The department did not demand this payment, or another amount. Look at the record of the payment.",
  },
  'NOTHING_TO_RETRY': {
    zh: "此办件没有等待重新递交的内容。等待其他事项、待补正或已办结的办件无需重试。",
    en: "Nothing of this filing waits to be sent again. One that waits for others, for corrections, or that is decided needs no retry.",
  },
  'FILING_ALREADY_DECIDED': {
    zh: "此办件已办结。不能再作决定。",
    en: "This filing is decided. Nothing more can be decided.",
  },
  'UNKNOWN_DECISION': {
    zh: "没有这种决定。请使用接口文档所列的决定。",
    en: "There is no such decision. Send one that the schema names.",
  },
  'PARTY_ID_INVALID': {
    zh: "当事人编号不合规。请使用 1 至 {most} 个拉丁字母、数字、“-”或“_”，以字母或数字开头。",
    en: "The id of a party is not allowed. Use 1 to {most} Latin letters, digits, \"-\" or \"_\", beginning with a letter or a digit.",
  },
  'PARTY_ID_INVALID.ROLE': {
    zh: "当事人编号“{party}”是另一角色的代码。请改用其他编号。",
    en: "Party id \"{party}\" is the code of another role. Use another id.",
  },
  'PARTY_NAME_INVALID': {
    zh: "当事人姓名或名称不合规。请填写 1 至 {most} 个可见字符，不含换行和控制字符。",
    en: "The name of a party is not allowed. Use 1 to {most} visible characters, without line breaks or control characters.",
  },
  'PARTY_TWICE': {
    zh: "当事人编号“{party}”重复。请为每人使用不同编号。",
    en: "Party id \"{party}\" is given twice. Use one id for each.",
  },
  'UNKNOWN_ROLE': {
    zh: "没有角色“{roles}”。请改用事项目录中的角色。",
    en: "There is no role {roles}. Use a role of the catalogue.",
  },
  'UNKNOWN_DOCUMENT_TYPE': {
    zh: "本事件不涉及材料“{documentType}”。请将它从 held 中删去。",
    en: "No matter of this event knows the document type {documentType}. Leave it out of \"held\".",
  },
  'INVALID_DATE': {
    zh: "出证日期“{date}”不存在。请填写存在的日期，如 2026-01-31。",
    en: "The date of issue \"{date}\" does not exist. Give a date that exists, such as 2026-01-31.",
  },
  'INVALID_DATE.DAY': {
    zh: "日期“{date}”不存在。请填写存在的日期，如 2026-01-31。",
    en: "The day \"{date}\" does not exist. Give a day that exists, such as 2026-01-31.",
  },
  'INVALID_DATE.MONTH': {
    zh: "没有“{month}”这个月份。请写年和月，如 2026-11。",
    en: "There is no month \"{month}\". Say year and month, such as 2026-11.",
  },
  'INVALID_ANSWER.SITUATION': {
    zh: "没有问题“{question}”，或者它不能这样回答。请使用 dependsOn 所列的问题及其答案。",
    en: "There is no question {question}, or it cannot be answered like that. Use the questions that dependsOn names, and their answers.",
  },
  'FACT_INVALID': {
    zh: "“{field}”填写的内容不符合要求，未能采用。请更正，或留待表单填写。",
    en: "What is told of \"{field}\" cannot be, so it is left out. Correct it, or leave it to the form.",
  },
  'FACT_TWICE': {
    zh: "“{field}”在 facts 中有两个不同的值。请只保留一个。",
    en: "\"{field}\" has two different values among the facts. Send one of them.",
  },
  'UNKNOWN_QUESTION': {
    zh: "没有问题“{question}”。请改用 questions 中的编号。",
    en: "There is no question {question}. Use a code of the event's questions.",
  },
  'INVALID_ANSWER.BOOLEAN': {
    zh: "问题“{question}”的回答不正确。请回答“是”或“否”。",
    en: "The answer to \"{question}\" cannot be. Answer yes or no.",
  },
  'INVALID_ANSWER.CHOICE': {
    zh: "问题“{question}”的回答不正确。请从 {options} 中选择。",
    en: "The answer to \"{question}\" cannot be. Choose one of {options}.",
  },
  'INVALID_ANSWER.NUMBER': {
    zh: "问题“{question}”的回答不正确。请回答数字。",
    en: "The answer to \"{question}\" cannot be. Answer with a number.",
  },
  'INVALID_ANSWER.DATE': {
    zh: "问题“{question}”的回答不正确。请回答存在的日期，如 2026-01-31。",
    en: "The answer to \"{question}\" cannot be. Answer with a date that exists, such as 2026-01-31.",
  },
  'CONTRADICTORY_ANSWERS.TWICE': {
    zh: "问题“{question}”有两个不同的回答。请只保留一个。",
    en: "The question \"{question}\" is answered in two ways. Keep one.",
  },
  'CONTRADICTORY_ANSWERS.EXCLUDED': {
    zh: "“{question}”的回答与“{others}”的回答矛盾。请修改其中之一。",
    en: "The answer to \"{question}\" contradicts the answer to \"{others}\". Change one of them.",
  },
  'PRODUCTION_CYCLE': {
    zh: "事项互相等待：{matters}。请事项目录维护人员修改。",
    en: "Matters wait for each other: {matters}. The catalogue must be mended.",
  },
  'TAKEN_TWICE': {
    zh: "{material}被两个事项收走：{matters}。请事项目录维护人员修改。",
    en: "{material} is taken away by two matters: {matters}. The catalogue must be mended.",
  },
  'FIELD_CONFLICT': {
    zh: "“{one}”与“{other}”对字段“{field}”的要求互相冲突。请事项目录维护人员修改。",
    en: "\"{one}\" and \"{other}\" want the field \"{field}\" in ways that exclude each other. The catalogue must be mended.",
  },
  'NO_MATTER': {
    zh: "按您的回答没有要办理的事项，不能提交。请至少选择一项要办理的，修改相应的回答。",
    en: "By your answers no matter is to be done, and there is nothing to submit. Choose at least one, and change the answer about it.",
  },
  'NO_MATTER.NOT_ENTITLED': {
    zh: "不符合受理条件，没有可以办理的事项：{matters}。请查看所列原因、依据和其他途径；回答有误的，请改正。",
    en: "No matter can be done, for want of entitlement: {matters}. Read the reasons, their legal basis and what else is possible; where an answer is wrong, correct it.",
  },
  'PROMISE_SHORTER_THAN_PATH': {
    zh: "公布时限{promised}个工作日短于关键路径{path}个工作日。请以后者安排。",
    en: "The published {promised} working days are shorter than the critical path of {path}. Count on the latter.",
  },
  'RESULT_EXPIRES_BEFORE_USE': {
    zh: "“{made}”办出的{material}只在{date}前有效，“{needed}”开始办理时已经过期。请延长其有效期或调整办理顺序；申请人到期前应申请延续。",
    en: "What \"{made}\" issues, {material}, holds until {date} and has expired when \"{needed}\" begins. Let it hold longer or change the order of work; have it renewed before it expires.",
  },
  'CALENDAR_NOT_PUBLISHED': {
    zh: "{years}年的节假日安排尚未收录，工作日按周一至周五估算。请事项目录维护人员补充。",
    en: "Holidays of {years} are not in the catalogue, and working days of those years are counted Monday to Friday. The catalogue should be completed.",
  },
  'EXCLUSIVE_MATTERS_TOGETHER': {
    zh: "只应办理其一的事项同时适用：{matters}。请核对您的回答；无误的，请事项目录维护人员修改。",
    en: "Matters of which only one should be done hold at once: {matters}. Check your answers; where they are right, the catalogue must be mended.",
  },
  'EXCLUSIVE_MATTERS_TOGETHER.CHOOSE': {
    zh: "以下事项只能选办其一：{matters}。{reason}依据：{law}。请选定一项，并修改其余事项的回答。",
    en: "Only one of these can be applied for: {matters}. {reason} Basis: {law}. Choose one, and change the answers about the others.",
  },
  'NONE_OF_GROUP': {
    zh: "应办理其一的事项均不能办理：{matters}。请查看不予受理的原因和其他途径，并核对您的回答。",
    en: "One of these must be done, and none can be: {matters}. Read why they are refused and what else is possible, and check your answers.",
  },
  'FORBIDDEN.APPLICANT': {
    zh: "只有申请人可以提交。请以申请人身份提交。",
    en: "Only an applicant may submit. Sign in as the applicant.",
  },
  'FORBIDDEN.OWN_DATA': {
    zh: "只有本人可以查阅、复制自己的个人信息。请以申请人身份登录。",
    en: "Only a citizen is told what is held of them. Sign in as the applicant.",
  },
  'FORBIDDEN.OWN_LICENCES': {
    zh: "只有本人可以查看、移出自己的证照。请以申请人身份登录。",
    en: "Only a citizen has a vault of licences. Sign in as the applicant.",
  },
  'LICENCE_NOT_FOUND': {
    zh: "没有这份证照，或不属于您。请从您的证照库中选择，或改用上传、到窗口提交。",
    en: "There is no such licence, or it is not yours. Choose one of your own licences, upload the document, or bring it to the counter.",
  },
  'LICENCE_OF_OTHER_TYPE': {
    zh: "所选证照不是“{material}”。请选择同一种材料的证照，或改用上传、到窗口提交。",
    en: "The licence chosen is no “{material}”. Choose a licence of this kind, upload the document, or bring it to the counter.",
  },
  'LICENCE_OF_ANOTHER': {
    zh: "“{material}”所需的是另一人的证照，所选证照的持证人与表单不符。请核对姓名和证件号码，或选择本人的证照。",
    en: "The licence chosen for “{material}” is about somebody else than the form says. Compare name and identity number, or choose the licence of the person whom it is needed of.",
  },
  'LICENCE_EXPIRED': {
    zh: "用于“{material}”的证照有效期至 {expiresOn}，而 {neededOn} 仍须有效。请先换领，或改用仍然有效的材料。",
    en: "The licence for “{material}” holds until {expiresOn}, and must still hold on {neededOn}. Have it renewed first, or use a document that still holds.",
  },
  'LICENCE_TOO_OLD': {
    zh: "用于“{material}”的证照颁发于 {issuedOn}，至 {neededOn} 已超过 {days} 天。请使用较新的材料。",
    en: "The licence for “{material}” was issued on {issuedOn}, more than {days} days before {neededOn}. Use a newer document.",
  },
  'LICENCE_GRADE_TOO_LOW': {
    zh: "用于“{material}”的证照可信等级为 {trust}，至少需要 {needed}。请上传或到窗口出示原件，由工作人员核验。",
    en: "The licence for “{material}” is of grade {trust}, and {needed} is needed. Bring the original to the counter, or upload it for staff to check.",
  },
  'INSTITUTION_NOT_YOURS': {
    zh: "没有这个机构，或者您的令牌不是该机构的。请以该机构工作人员的身份登录。",
    en: "There is no such institution, or your token is not of it. Sign in as its staff.",
  },
  'INSTITUTION_ISSUES_NO_SUCH': {
    zh: "该机构不能颁发这种证照。请核对材料类型；可颁发的种类由目录维护人员写明。",
    en: "The institution issues no such document. Look at the document type; the catalogue says what it may issue.",
  },
  'INSTITUTION_TAKES_NO_SUCH': {
    zh: "该机构不能核销这份证照。请本人到可以核销的机构使用。",
    en: "The institution does not take this licence in. Let its holder use it where it is taken in.",
  },
  'LICENCE_OF_NOBODY': {
    zh: "公民身份号码不正确。请核对号码。",
    en: "This is no identity number that can be. Look at the number.",
  },
  'LICENCE_SAYS_NOTHING': {
    zh: "没有写明持证人姓名或证照号码。请补充。",
    en: "The name of the holder or the number is missing. Fill it in.",
  },
  'LICENCE_CODE_UNKNOWN': {
    zh: "没有证照使用这个核验码。请核对核验码；伪造的证照没有核验码可查。",
    en: "No licence has this verification code. Look at the code; a forged licence has none that is found.",
  },
  'LICENCE_EXPIRED.OVER': {
    zh: "这份证照已过有效期。请到颁发机构重新开具。",
    en: "The last day of this licence is over. Have another one issued.",
  },
  'LICENCE_CONSUMED.USED': {
    zh: "这份证照只能使用一次，且已经使用。请到颁发机构重新开具。",
    en: "This licence can be used once, and was used. Have another one issued.",
  },
  'ADOPTION_MONTH_INVALID': {
    zh: "没有这个月份。请写年和月，如 2026-11。",
    en: "There is no such month. Say year and month, such as 2026-11.",
  },
  'LICENCE_CONSUMED': {
    zh: "用于“{material}”的证照只能使用一次，且已经使用。请申请新的，或改用其他材料。",
    en: "The licence for “{material}” can be used once, and was used. Apply for a new one, or use another document.",
  },
  'LICENCE_NOT_HANDED_IN': {
    zh: "“{material}”需交出原件，电子证照不能代替。请将原件交到窗口。",
    en: "The original of “{material}” is handed in, and an electronic licence cannot take its place. Bring the original to the counter.",
  },
  'LICENCES_UNAVAILABLE': {
    zh: "证照库暂时无法查询，所选证照未能核验；您填写的内容没有丢失。请稍后再次提交，或改用上传、到窗口提交。",
    en: "The vault does not answer, and the licences chosen could not be looked up. Nothing that you entered is lost. Submit again in a while, upload the documents, or bring them to the counter.",
  },
  'LICENCES_UNAVAILABLE.PLAN': {
    zh: "证照库暂时无法查询，清单没有计入您已有的证照。请稍后重新生成清单，或自行提交所列材料。",
    en: "The vault does not answer, and the list does not take in the licences that you have. Have the list made again in a while, or supply what it names.",
  },
  'FORBIDDEN.OWN_FILINGS': {
    zh: "只能查看本部门的办件。请以该部门工作人员身份登录。",
    en: "You may see your own department's filings only. Sign in as staff of that department.",
  },
  'IDEMPOTENCY_KEY_REQUIRED': {
    zh: "缺少幂等键，或幂等键过长、含有不可见字符。请提供 1 至 {most} 个可见字符的幂等键，重试时保持不变。",
    en: "The idempotency key is missing, too long, or holds characters that cannot be seen. Send one of 1 to {most} visible characters, the same on every retry.",
  },
  'IDEMPOTENCY_KEY_REUSED': {
    zh: "此幂等键已用于另一内容。请为新的请求使用新的键。",
    en: "This idempotency key was used with another content. Use a new key for a new request.",
  },
  'LIFE_EVENT_NOT_OFFERED': {
    zh: "该地区没有开办此“一件事”。请核对编码与行政区划。",
    en: "This event is not offered in this region. Check its code and the region.",
  },
  'DEPARTMENT_UNAVAILABLE': {
    zh: "{departments}暂时没有答复；您填写的内容没有丢失，也没有提交。请稍后再提交。",
    en: "{departments} did not answer; nothing was submitted and nothing is half done. Submit again later.",
  },
  'QUESTION_OPEN': {
    zh: "“{question}”尚未回答。请先回答。",
    en: "\"{question}\" is not answered. Answer it first.",
  },
  'PLAN_OUTDATED': {
    zh: "方案已变化。请用相同的回答重新获取方案，核对后再提交。",
    en: "The plan has changed. Ask for it again with the same answers, look at it, and submit that.",
  },
  'CONSENT_MISSING': {
    zh: "尚未对数据来源“{source}”作出授权。请作出授权，或拒绝该数据来源后重新获取方案。",
    en: "The source \"{source}\" lacks consent. Consent to it, or refuse it and plan again.",
  },
  'EVIDENCE_REQUESTS_OPEN': {
    zh: "您尚有 {most} 次材料预览未使用。请使用其中一次提交申请，或等其过期。",
    en: "{most} of your looks at evidence are not used yet. Submit with one of them, or wait until they expire.",
  },
  'EVIDENCE_REQUEST_NOT_FOUND': {
    zh: "没有此次材料预览，或已过期、已使用、不属于您。请重新预览，或不经预览直接提交。",
    en: "There is no such look at evidence, or it has expired, was used, or is not yours. Look again, or submit without having looked.",
  },
  'EVIDENCE_ITEM_UNKNOWN': {
    zh: "没有查到此项材料，或同一项写了两次。请只对结果为 FOUND 的各项表示一次意见。",
    en: "No such item was found, or it is named twice. Decide once, on items whose outcome is FOUND.",
  },
  'EVIDENCE_PERSON_UNVERIFIED': {
    zh: "尚未核实您就是申请人，不能预览材料。请填写申请人的姓名和证件号码并实名登录，或直接提交，由受理部门调取。",
    en: "That you are the applicant is not verified, so that nothing can be looked at. Fill in the applicant's name and number and sign in under them, or submit and have the departments fetch it.",
  },
  'EVIDENCE_FOR_OTHER_EVENT': {
    zh: "预览的材料是为另一件事或另一地区查询的。请为本次申请重新预览，或不带 evidenceRequest 提交。",
    en: "What was looked at is for another life event or region. Look again for this one, or submit without evidenceRequest.",
  },
  'EVIDENCE_OF_ANOTHER': {
    zh: "预览的“{material}”与表单所填的人不一致。请核对表单，或重新预览。",
    en: "\"{material}\" was looked at for somebody other than the form tells. Look at the form, or look at the evidence again.",
  },
  'ANSWER_NOT_TOLD': {
    zh: "该答案并非 toldBy 所指的查询查得并经确认的答案。请由申请人自行作答（不带 toldBy），或重新查询并确认。",
    en: "The answer is none that the request named in toldBy found and the citizen accepted. Let the citizen answer it, without toldBy, or request it anew and accept it.",
  },
  'EVIDENCE_DISPUTED': {
    zh: "您对“{material}”有异议，方案仍要从“{source}”调取。请拒绝该数据来源后重新获取方案，或确认该材料。",
    en: "You disputed \"{material}\", and the plan still takes it from \"{source}\". Refuse that source and plan again, or accept the document.",
  },
  'EVIDENCE_MISSING': {
    zh: "还缺少“{material}”。请上传、选择电子证照或现场出示。",
    en: "\"{material}\" is missing. Upload it, use an e-licence, or bring it to the counter.",
  },
  'EVIDENCE_TWICE': {
    zh: "“{material}”提供了两次。请只保留一次。",
    en: "\"{material}\" is supplied twice. Keep one.",
  },
  'EVIDENCE_AMBIGUOUS': {
    zh: "“{material}”没有提供方式，或不止一种。请选择且只选择一种：upload、licence、bringToCounter 或 later。",
    en: "\"{material}\" is supplied in no way, or in more than one. Use exactly one: upload, licence, bringToCounter or later.",
  },
  'NOT_DEFERRABLE': {
    zh: "“{material}”不能容缺后补。请现在提供。",
    en: "\"{material}\" may not follow later. Supply it now.",
  },
  'UNKNOWN_MATERIAL': {
    zh: "方案中没有这份材料。请使用 plan.materials 中的 id。",
    en: "The plan has no such material. Use an id of plan.materials.",
  },
  'UPLOAD_NOT_FOUND': {
    zh: "此材料的上传文件不存在、尚未上传完成或尚未通过安全扫描。请先上传文件；已上传的，请稍后重试，仍不行则重新上传。",
    en: "The upload for this material does not exist, has not arrived, or has not been found clean yet. Upload the file first. If you have, try again later, and then upload it anew.",
  },
  'UPLOAD_OF_OTHER_TYPE': {
    zh: "“{material}”不收此格式的文件，可收 {types}。请换一种格式重新上传。",
    en: "“{material}” is not taken as such a file, but as {types}. Upload it anew in one of these.",
  },
  'PHOTO_UNFIT.PIXELS': {
    zh: "上传的照片是{width}×{height}像素，不是“{material}”要求的宽和高。请按要求的宽和高重新制作照片后上传。",
    en: "The photograph uploaded is {width} by {height} pixels, which is not what “{material}” asks for. Have it made in the width and height asked for, and upload that.",
  },
  'PHOTO_UNFIT.FILE': {
    zh: "上传的照片文件是{kib} KB，不在“{material}”要求的大小之内。请按要求的文件大小另存照片后上传。",
    en: "The file of the photograph uploaded is {kib} KB, which is not within what “{material}” asks for. Save it again in the size asked for, and upload that.",
  },
  'FIELD_MISSING': {
    zh: "“{field}”尚未填写。请填写。",
    en: "\"{field}\" is not filled in. Fill it in.",
  },
  'FIELD_UNKNOWN': {
    zh: "表单中没有“{field}”。请删去。",
    en: "The form has no \"{field}\". Leave it out.",
  },
  'FIELD_CONTRADICTED': {
    zh: "“{field}”有矛盾：{reason}。请核对后更正其中一处。",
    en: "\"{field}\" is contradicted: {reason}. Correct one or the other.",
  },
  'FIELD_INVALID': {
    zh: "“{field}”的内容不符合要求（{reason}）。请检查格式。",
    en: "The content of \"{field}\" does not hold ({reason}). Check its format.",
  },
  'IDENTITY_NUMBER_INVALID': {
    zh: "“{field}”不是有效的身份证件号码。请按证件核对全部 18 位，包括出生日期和末位校验码。",
    en: "\"{field}\" is no identity number that can be. Compare all 18 characters with the document, with the date of birth and the last one, which checks the others.",
  },
  'CREDIT_CODE_INVALID': {
    zh: "“{field}”不是有效的统一社会信用代码。请按营业执照核对全部 18 位，包括末位校验码。",
    en: "\"{field}\" is no unified social credit code that can be. Compare all 18 characters with the licence, with the last one, which checks the others.",
  },
  'SAME_FILE': {
    zh: "同一文件或电子证照已用于另一份材料。请为每份材料分别提供。",
    en: "The same file or e-licence is supplied for another material. Supply each material's own.",
  },
  'NOT_ASKED_FOR': {
    zh: "补正通知没有要求更改此项。请只补正通知所列内容；其他更改请撤回后重新提交。",
    en: "The correction notice does not ask for this. Send what it lists alone; for other changes withdraw and submit anew.",
  },
  'PERSON_DIFFERS': {
    zh: "申请人的身份证件号码与登录人不一致。请由申请人本人登录办理，或将登录人填为代办人。",
    en: "The identity number of the applicant is not that of the person who signed in. Have the applicant sign in, or name the person who did as agent.",
  },
  'PERSON_NAME_DIFFERS': {
    zh: "姓名与登录人实名信息不一致。请填写实名认证的姓名。",
    en: "The name is not the verified name of the person who signed in. Fill in the verified name.",
  },
  'PERSON_TWICE': {
    zh: "“{one}”和“{other}”是同一人。请核对号码、姓名和出生日期；同一人只填一次。",
    en: "\"{one}\" and \"{other}\" are one person. Check numbers, names and dates of birth, and name one person once.",
  },
  'ALREADY_SUBMITTED': {
    zh: "您已为此人提交同一事项，回执号 {receiptNumber}，正在办理。请查看该申请；需要重新提交的，请先撤回。",
    en: "You have submitted the same for this person under number {receiptNumber}, and it is under way. Look at that submission; to submit anew, withdraw it first.",
  },
  'SUBMISSION_NOT_FOUND': {
    zh: "没有此联办件，或它不属于您。请核对编号，并以申请人身份登录。",
    en: "There is no such submission, or it is not yours. Check its id, and sign in as its applicant.",
  },
  'NOTHING_TO_CORRECT': {
    zh: "目前没有需要补正的内容。部门提出补正要求后再补正。",
    en: "There is nothing to correct at present. Wait until a department asks for it.",
  },
  'CORRECTION_REQUESTED': {
    zh: "部门要求补正。请按部门的说明补正。",
    en: "A department asks for a correction. Correct what it names.",
  },
  'CONSENT_NOT_GIVEN': {
    zh: "此联办件没有对该数据来源的有效同意。请核对已同意的数据来源；已撤回的无须再撤。",
    en: "No consent to this source stands for this submission. Look up the source in its consents. What is withdrawn stays withdrawn.",
  },
  'ERASURE_UNDER_WAY': {
    zh: "此联办件仍在办理，其个人信息尚不能删除。请先撤回此件或等待办结，再申请删除。",
    en: "This submission is under way, and what it tells of persons is still needed. Take it back first, or wait for its end, and ask again.",
  },
  'ERASURE_PAYMENT_OPEN': {
    zh: "有缴费尚未结清或退款尚未到账，个人信息尚不能删除。请在缴费期限过后一周或退款完成后再申请。",
    en: "A payment may still come or has to go back. Ask again a week after it was due, or once the money went back.",
  },
  'PAYMENT_NOT_SIGNED': {
    zh: "缴费通知的签名无效，或不是刚刚签发的。请用约定的密钥签名后立即发送。",
    en: "The word is not signed with the key agreed on, or not just now. Sign it with that key and send it at once.",
  },
  'PAYMENT_UNKNOWN': {
    zh: "没有这笔缴费，或没有这样的操作。请核对缴费编号。",
    en: "There is no such payment, or nothing of the kind can be done with it. Look at its id.",
  },
  'PAYMENT_DOES_NOT_MATCH': {
    zh: "金额、币种、时间或票据号与应缴的不符，未予采纳；已告知工作人员。请核对该笔缴费。",
    en: "Amount, currency, time or receipt is not that of the demand, and does not count. Staff are told. Look into the payment.",
  },
  'ERASURE_NOT_TOLD': {
    zh: "有部门尚未收到撤回通知，个人信息尚不能删除。请稍后再申请；撤回通知会自动重发。",
    en: "A department has not heard yet that the submission was taken back. Ask again later. It is told again by itself.",
  },
  'ALREADY_ENDED': {
    zh: "此联办件已办结，不能撤回。如有异议，请联系办理部门。",
    en: "This submission has ended and cannot be taken back. If you object to it, turn to the department.",
  },
  'RECEIPT_INVALID': {
    zh: "部门的回执无法识别。请联系该部门系统的维护单位。",
    en: "The department's receipt cannot be read. Tell the owner of that department's system.",
  },
  'RECEIPT_INVALID.UNPAID': {
    zh: "该事项须先缴费，尚未缴清，办结未被采纳。请缴清后重新办理。",
    en: "The matter demands a payment that has not been made. Staff of the department decide again once it is paid.",
  },
  'RECEIPT_INVALID.DEMAND': {
    zh: "部门要求的缴费与公布的项目或金额不符，未通知缴费。请部门工作人员核对后重新办理。",
    en: "What the department demands is not what is published of the matter. Staff of the department correct it and decide again.",
  },
  'RECEIPT_INVALID.RESULT': {
    zh: "部门出具的第 {place} 份结果不是该事项为该对象出具的，办结未被采纳。请部门工作人员核对后重新办理。",
    en: "Of what the department issued, number {place} is nothing that the matter issues for that role. Staff of the department correct it and decide again.",
  },
  'RECEIPT_INVALID.PARTY': {
    zh: "部门为办件以外的人出具了“{documentType}”，办结未被采纳。请部门工作人员核对后重新办理。",
    en: "The department issued \"{documentType}\" for somebody whom the filing is not about. Staff of the department correct it and decide again.",
  },
  'RECEIPT_INVALID.NUMBER': {
    zh: "“{documentType}”的号码或出具时间不成立，办结未被采纳。请部门工作人员核对后重新办理。",
    en: "The number of \"{documentType}\" or the time of its issue cannot be. Staff of the department correct it and decide again.",
  },
  'RECEIPT_INVALID.TWICE': {
    zh: "“{documentType}”为同一人出具了两次，办结未被采纳。请部门工作人员核对后重新办理。",
    en: "\"{documentType}\" was issued twice for one party. Staff of the department correct it and decide again.",
  },
  'RECEIPT_INVALID.MISSING': {
    zh: "缺少后续事项需要的“{documentType}”，办结未被采纳。请部门工作人员核对后重新办理。",
    en: "\"{documentType}\", which a later matter needs, was not issued. Staff of the department correct it and decide again.",
  },
  'UPLOAD_TYPE': {
    zh: "不接受这种文件。请上传 {types}。",
    en: "Files of this type are not taken. Upload one of {types}.",
  },
  'UPLOAD_SIZE': {
    zh: "文件为空，或超过 {megabytes} MB。请上传不为空且不超过 {megabytes} MB 的文件。",
    en: "The file is empty, or larger than {megabytes} MB. Upload one that has at least one byte and at most {megabytes} MB.",
  },
  'UPLOAD_HASH': {
    zh: "sha256 不正确。请发送 64 位小写十六进制。",
    en: "The member \"sha256\" cannot be. Send 64 lower-case hexadecimal digits.",
  },
  'UPLOAD_TICKET_UNKNOWN': {
    zh: "上传地址无效或已过期。请重新调用 createUpload。",
    en: "This place does not exist, or it has expired. Ask for another by createUpload.",
  },
  'UPLOAD_REPEATED': {
    zh: "此文件已上传。无需再次上传。",
    en: "This file has arrived before. You need not send it again.",
  },
  'UPLOAD_DIFFERS': {
    zh: "文件与声明的大小或 sha256 不符。请上传所声明的文件，或重新调用 createUpload。",
    en: "The file is not of the size or sha256 announced. Send the file announced, or announce this one by createUpload.",
  },
  'UPLOAD_OFFSET': {
    zh: "文件已收到 {offset} 字节，所发内容不从此处开始。请从第 {offset} 字节处继续发送（Upload-Offset）。",
    en: "{offset} bytes of the file stand, and what was sent does not begin there. Go on from there (Upload-Offset: {offset}).",
  },
  'UPLOAD_TAKEN_OVER': {
    zh: "同一上传地址之后又有请求，此请求已被取代。若仍要由此继续，请以 HEAD 查询已收到多少，再从该处续传。",
    en: "Somebody asked for this place later, and goes on in place of this request. If it is you who should, ask by HEAD how much stands, and go on from there.",
  },
  'UPLOAD_PIECE_UNKNOWN': {
    zh: "续传请求缺少 Content-Type: application/partial-upload、Upload-Offset 或 Upload-Complete，或其值无法识别。请注明类型、起始字节（如 Upload-Offset: 262144）以及是否为最后一段（?1 或 ?0）。",
    en: "What continues a file lacks Content-Type: application/partial-upload, Upload-Offset or Upload-Complete, or one of them cannot be read. Say the type, where it begins (as Upload-Offset: 262144), and whether it is the last (?1 or ?0).",
  },
  'UPLOAD_PIECE_SHORT': {
    zh: "后面还有内容的一段不足 {least} 字节。请一次至少发送 {least} 字节，或将余下的全部发送（Upload-Complete: ?1）。",
    en: "A piece that others follow is of less than {least} bytes. Send at least {least} bytes at once, or all that is left (Upload-Complete: ?1).",
  },
  'UPLOAD_PIECES': {
    zh: "此文件已分段过多（至多 {most} 段）。请将余下的一次发送，或重新调用 createUpload。",
    en: "The file has come in too many pieces (at most {most}). Send all that is left at once, or announce it anew by createUpload.",
  },
  'UPLOAD_CONTENT': {
    zh: "文件内容不是所声明的类型，或同时是另一种文件。请上传未经改名的原文件，或重新扫描、拍照。",
    en: "The content is not of the type announced, or is of another as well. Upload the file as it was made, under its own type, or scan or photograph the document anew.",
  },
  'UPLOAD_DAMAGED': {
    zh: "文件已损坏或不完整。请打开原文件确认内容，重新保存后上传。",
    en: "The file is damaged or not whole. Open it to see that all is there, save it anew, and upload that.",
  },
  'UPLOAD_LOCKED': {
    zh: "文件设有密码。请取消密码后上传。",
    en: "The file wants a password. Save it without one, and upload that.",
  },
  'UPLOAD_ACTIVE': {
    zh: "文件带有脚本、附件或会自动执行的内容。请打印为不带这些内容的 PDF，或重新扫描后上传。",
    en: "The file has scripts, attachments or something that runs by itself. Print it to a PDF without them, or scan the document, and upload that.",
  },
  'UPLOAD_PIXELS': {
    zh: "图片过大：至多 {side} 像素宽或高，共 {pixels} 像素。请缩小图片后上传。",
    en: "The picture is too large: at most {side} pixels wide or high, and {pixels} in all. Make it smaller, and upload that.",
  },
  'UPLOAD_PAGES': {
    zh: "文档超过 {pages} 页。请拆分为几份后上传。",
    en: "The document has more than {pages} pages. Upload it in parts.",
  },
  'UPLOAD_UNPACKED': {
    zh: "文件解压后过大（至多 {megabytes} MB），或内含部分过多。请重新保存或扫描后上传。",
    en: "The file unpacks to too much (at most {megabytes} MB), or into too many parts. Save it anew or scan the document, and upload that.",
  },
  'UPLOAD_NOT_LOOKED_AT': {
    zh: "文件未能在限定的时间内检查完。请重新保存或扫描后上传。",
    en: "The file could not be looked through in the time there is. Save it anew or scan the document, and upload that.",
  },
  'UPLOAD_INFECTED': {
    zh: "文件带有病毒，未予保存。请检查您的设备，并重新扫描或拍照后上传。",
    en: "The file carries malware and was not kept. Have your device checked, and scan or photograph the document anew.",
  },
  'DOWNLOAD_UNKNOWN': {
    zh: "下载地址无效。请重新查询该文件的 download，并原样使用其 url。",
    en: "This is no link to a file. Ask for the file's `download` anew, and use its `url` as it is.",
  },
  'DOWNLOAD_ENDED': {
    zh: "下载地址已过期。请重新查询该文件的 download。",
    en: "This link has expired. Ask for the file's `download` anew.",
  },
  'DOWNLOAD_USED': {
    zh: "下载地址已使用过，每个地址只能使用一次。请重新查询该文件的 download。",
    en: "This link was used before, and opens once. Ask for the file's `download` anew.",
  },
  'DOWNLOAD_OF_ANOTHER': {
    zh: "下载地址不是给您的。请以查询该地址的账号登录后下载；部门系统下载时不要附带个人令牌。",
    en: "This link is for somebody else. Send the token of who asked for it; a department's server sends none.",
  },
  'FILE_WAITS': {
    zh: "文件尚未完成病毒扫描。请稍后再试。",
    en: "The file has not been scanned yet. Try again later.",
  },
  'FILE_GONE': {
    zh: "文件已不再保存，或不再是该事项的材料。如仍需要，请要求申请人重新提供。",
    en: "The file is not kept any more, or is no evidence of this filing any more. Ask the applicant for it again where it is needed.",
  },
};

const statuses: Readonly<Partial<Record<ProblemId | ProblemCode, number>>> = {
  'BAD_REQUEST.UNREADABLE': 400,
  'NOT_FOUND': 404,
  'GRAPHQL_VALIDATION_FAILED': 400,
  'STORE_UNAVAILABLE': 503,
  'INTERNAL_SERVER_ERROR': 500,
  'BAD_REQUEST': 400,
  'PAYMENT_NOT_SIGNED': 401,
  'PAYMENT_UNKNOWN': 404,
  'PAYMENT_DOES_NOT_MATCH': 422,
  'UPLOAD_TICKET_UNKNOWN': 404,
  'UPLOAD_REPEATED': 409,
  'UPLOAD_DIFFERS': 422,
  'UPLOAD_OFFSET': 409,
  'UPLOAD_TAKEN_OVER': 409,
  'UPLOAD_PIECE_UNKNOWN': 400,
  'UPLOAD_PIECE_SHORT': 400,
  'UPLOAD_PIECES': 409,
  'UPLOAD_CONTENT': 422,
  'UPLOAD_DAMAGED': 422,
  'UPLOAD_LOCKED': 422,
  'UPLOAD_ACTIVE': 422,
  'UPLOAD_PIXELS': 422,
  'UPLOAD_PAGES': 422,
  'UPLOAD_UNPACKED': 422,
  'UPLOAD_NOT_LOOKED_AT': 422,
  'UPLOAD_INFECTED': 422,
  'DOWNLOAD_UNKNOWN': 404,
  'DOWNLOAD_ENDED': 410,
  'DOWNLOAD_USED': 410,
  'DOWNLOAD_OF_ANOTHER': 403,
  'FILE_WAITS': 409,
  'FILE_GONE': 404,
};

const commas: Text = { zh: '、', en: ', ' };

/** The code that a refusal is told under. */
export function problemCode(id: ProblemId): ProblemCode {
  return id.split('.', 1)[0] as ProblemCode;
}

/** HTTP status of a response that is nothing but this refusal; undefined: it stands inside an answer. */
export function problemStatus(id: ProblemId | ProblemCode): number | undefined {
  return statuses[id];
}

/** What is the matter and what to do, in every language. */
export function problemText<Id extends ProblemId>(id: Id, ...[slots]: Fillings<Id>): Text {
  const given = slots as Readonly<Record<string, Filling>> | undefined;
  const fill = (language: keyof Text): string =>
    texts[id][language].replace(/\{(\w+)\}/g, (_slot, name: string) => told(given?.[name] ?? '', language));
  return { zh: fill('zh'), en: fill('en') };
}

/** Code and text together: what every refusal is made of. */
export function problem<Id extends ProblemId>(id: Id, ...slots: Fillings<Id>): { readonly code: ProblemCode; readonly message: Text } {
  return { code: problemCode(id), message: problemText(id, ...slots) };
}

function told(filling: Filling, language: keyof Text): string {
  if (typeof filling === 'string' || typeof filling === 'number') return String(filling);
  if (Array.isArray(filling)) return filling.map((each: Word) => told(each, language)).join(commas[language]);
  return (filling as Text)[language];
}

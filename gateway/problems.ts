// Generated from schema/problems.yaml by "npm run compose": change it there.

/** Names of the slots in each refusal's sentence. */
interface Slots {
  'BAD_REQUEST.BODY': never;
  'BAD_REQUEST.STRING': 'member';
  'BAD_REQUEST.OBJECT': 'member';
  'BAD_REQUEST.PARAMETERS': never;
  'BAD_REQUEST.ACCEPT': never;
  'BAD_REQUEST.PREFLIGHT': never;
  'BAD_REQUEST.LENGTH': never;
  'BAD_REQUEST.UNREADABLE': never;
  'UNAUTHENTICATED.TOKEN': never;
  'UNAUTHENTICATED.CLAIM': 'claim';
  'SECOND_FACTOR_REQUIRED': 'claim' | 'values';
  'TOKEN_NOT_CHECKED': never;
  'INVALID_CLIENT_KEY': never;
  'UNAUTHENTICATED.FIELD': never;
  'FORBIDDEN.FIELD': never;
  'NOT_FOUND': never;
  'MUTATION_OVER_GET': never;
  'BAD_USER_INPUT': never;
  'PERSISTED_QUERY_NOT_FOUND': never;
  'PERSISTED_QUERY_HASH_MISMATCH': never;
  'PERSISTED_OPERATION_REQUIRED': never;
  'GRAPHQL_PARSE_FAILED': 'reason';
  'GRAPHQL_VALIDATION_FAILED': never;
  'OPERATION_RESOLUTION_FAILURE': never;
  'DEFER_NOT_OFFERED': 'directive';
  'SUBSCRIPTION_NOT_OFFERED': never;
  'OPERATION_TOO_LARGE': 'limit' | 'most';
  'OPERATION_TOO_COSTLY': 'maximum' | 'points';
  'OPERATION_NOT_PLANNED': never;
  'OPERATION_NOT_PLANNED.DIFFICULTY': 'difficulty' | 'most';
  'CONFLICTING_REQUIREMENTS': never;
  'RATE_LIMITED': never;
  'OVERLOADED': never;
  'SUBGRAPH_UNAVAILABLE': 'subgraph';
  'SUBGRAPH_TIMEOUT': 'subgraph';
  'SUBGRAPH_INVALID_RESPONSE': 'subgraph';
  'SUBGRAPH_RESPONSE_TOO_LARGE': 'subgraph';
  'SUBGRAPH_REFUSED': 'subgraph';
  'SUBGRAPH_BUSY': 'subgraph';
  'INVALID_SUBGRAPH_RESPONSE': 'reason';
  'UNUSABLE_SUPERGRAPH.FILE': 'file' | 'reason';
  'UNUSABLE_SUPERGRAPH.FORM': 'reason';
  'UNUSABLE_SUPERGRAPH.PLANNER': 'reason';
  'UNUSABLE_SUPERGRAPH.FIELDS': 'count' | 'reasons';
  'UNUSABLE_SUPERGRAPH.ADDRESSES': 'subgraphs';
  'STREAM_ENDED.STOPPING': never;
  'STREAM_ENDED.DAY': never;
  'TOO_MANY_AT_ONCE': 'most';
  'INTERNAL_SERVER_ERROR': never;
  'INTERNAL_SERVER_ERROR.SUBGRAPH': 'subgraph';
  'UPLOAD_TAKEN_OVER': never;
}

/** A code; after a point, which of its sentences. */
export type ProblemId = keyof Slots;
export type ProblemCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'CONFLICTING_REQUIREMENTS'
  | 'DEFER_NOT_OFFERED'
  | 'FORBIDDEN'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'INTERNAL_SERVER_ERROR'
  | 'INVALID_CLIENT_KEY'
  | 'INVALID_SUBGRAPH_RESPONSE'
  | 'MUTATION_OVER_GET'
  | 'NOT_FOUND'
  | 'OPERATION_NOT_PLANNED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'OPERATION_TOO_COSTLY'
  | 'OPERATION_TOO_LARGE'
  | 'OVERLOADED'
  | 'PERSISTED_OPERATION_REQUIRED'
  | 'PERSISTED_QUERY_HASH_MISMATCH'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'RATE_LIMITED'
  | 'SECOND_FACTOR_REQUIRED'
  | 'STREAM_ENDED'
  | 'SUBGRAPH_BUSY'
  | 'SUBGRAPH_INVALID_RESPONSE'
  | 'SUBGRAPH_REFUSED'
  | 'SUBGRAPH_RESPONSE_TOO_LARGE'
  | 'SUBGRAPH_TIMEOUT'
  | 'SUBGRAPH_UNAVAILABLE'
  | 'SUBSCRIPTION_NOT_OFFERED'
  | 'TOKEN_NOT_CHECKED'
  | 'TOO_MANY_AT_ONCE'
  | 'UNAUTHENTICATED'
  | 'UNUSABLE_SUPERGRAPH'
  | 'UPLOAD_TAKEN_OVER';

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
  'BAD_REQUEST.BODY': {
    zh: "请求体不是 JSON 对象。请以 JSON 对象发送 query、variables 等成员。",
    en: "The body is not a JSON object. Send \"query\", \"variables\" and the like as members of one JSON object.",
  },
  'BAD_REQUEST.STRING': {
    zh: "请求成员 {member} 缺失或不是字符串。请以字符串发送。",
    en: "The member \"{member}\" is missing or no string. Send a string.",
  },
  'BAD_REQUEST.OBJECT': {
    zh: "请求成员 {member} 不是对象。请以 JSON 对象发送。",
    en: "The member \"{member}\" is no object. Send a JSON object.",
  },
  'BAD_REQUEST.PARAMETERS': {
    zh: "参数 variables 或 extensions 不是 JSON。请以 JSON 发送。",
    en: "The parameter \"variables\" or \"extensions\" is not JSON. Send it as JSON.",
  },
  'BAD_REQUEST.ACCEPT': {
    zh: "答复只有 JSON 一种格式。请在 accept 中接受 application/json。",
    en: "Answers are JSON alone. Let accept name application/json.",
  },
  'BAD_REQUEST.PREFLIGHT': {
    zh: "以 GET 发送的查询文本缺少请求头 graphql-require-preflight。请加上此请求头，或改用已登记操作的编号。",
    en: "A query sent by GET lacks the header graphql-require-preflight. Add this header, or send the id of a registered operation.",
  },
  'BAD_REQUEST.LENGTH': {
    zh: "请求体超过允许的长度。请缩小内容；上传文件时，请只发送所声明的文件。",
    en: "The body is longer than it may be. Send less; of a file, send the one announced and nothing after it.",
  },
  'BAD_REQUEST.UNREADABLE': {
    zh: "请求无法识别。请核对请求的格式与大小。",
    en: "The request cannot be read. Check its format and its size.",
  },
  'UNAUTHENTICATED.TOKEN': {
    zh: "令牌无效或已过期。请重新登录。",
    en: "The token is not valid, or it has expired. Sign in again.",
  },
  'UNAUTHENTICATED.CLAIM': {
    zh: "令牌缺少声明 {claim}，无法确定持有人身份。请让签发方在令牌中写入 sub、kind（CITIZEN 或 STAFF）；工作人员另须有 department。",
    en: "The token lacks the claim {claim}, so nobody can tell whose it is. Have the issuer write sub and kind (CITIZEN or STAFF) into it, and department for staff.",
  },
  'SECOND_FACTOR_REQUIRED': {
    zh: "工作人员须以第二种方式验证身份；令牌的声明 {claim} 中没有以下任何一项：{values}。请用第二种方式（如动态口令或密钥）重新登录。",
    en: "Staff have to prove who they are in a second way; the token's claim {claim} says none of: {values}. Sign in again with the second factor, such as a one-time password or a security key.",
  },
  'TOKEN_NOT_CHECKED': {
    zh: "令牌的签发方暂时无法联系，无法确认令牌是否有效。不必重新登录；请稍后再试。",
    en: "The issuer of the token cannot be reached now, so nobody can tell whether it holds. There is no need to sign in again; try again in a moment.",
  },
  'INVALID_CLIENT_KEY': {
    zh: "客户端密钥无效。请核对请求头 client-key。",
    en: "The client key is not valid. Check the header client-key.",
  },
  'UNAUTHENTICATED.FIELD': {
    zh: "此内容需要登录。请先登录。",
    en: "This is for people who have signed in. Sign in first.",
  },
  'FORBIDDEN.FIELD': {
    zh: "您无权查看此内容。如确有需要，请联系管理员授权。",
    en: "You may not see this. If you need to, ask the administrator for the right.",
  },
  'NOT_FOUND': {
    zh: "没有此内容，或您无权查看。请核对地址，并以其本人身份登录。",
    en: "There is no such thing, or it is not yours to see. Check the address, and sign in as the person it belongs to.",
  },
  'MUTATION_OVER_GET': {
    zh: "变更操作不能用 GET 发送。请使用 POST。",
    en: "A mutation cannot be sent by GET. Send it by POST.",
  },
  'BAD_USER_INPUT': {
    zh: "变量与操作声明的类型不符。请按声明的类型发送变量。",
    en: "The variables do not fit the types that the operation declares. Send them as declared.",
  },
  'PERSISTED_QUERY_NOT_FOUND': {
    zh: "没有此编号的查询。请连同全文再发一次。",
    en: "PersistedQueryNotFound: no operation is known by this id. Send it once more with its text.",
  },
  'PERSISTED_QUERY_HASH_MISMATCH': {
    zh: "编号与全文不符。请以全文的 SHA-256 为编号。",
    en: "The id is not the hash of the text. Send the SHA-256 of the text as its id.",
  },
  'PERSISTED_OPERATION_REQUIRED': {
    zh: "此处只接受已登记的操作。请发送已登记操作的编号。",
    en: "Only registered operations are taken here. Send the id of a registered operation.",
  },
  'GRAPHQL_PARSE_FAILED': {
    zh: "查询文本有语法错误：{reason}请在所指位置修改。",
    en: "The text of the operation cannot be read: {reason} Mend the text at the place named.",
  },
  'GRAPHQL_VALIDATION_FAILED': {
    zh: "操作与公开的结构不符。请对照接口文档修改。",
    en: "The operation does not fit the schema. Compare it with the published one.",
  },
  'OPERATION_RESOLUTION_FAILURE': {
    zh: "文本中有多个操作，或没有所指的操作。请用 operationName 指明要执行的操作。",
    en: "The text holds several operations, or not the one named. Name the operation to run in operationName.",
  },
  'DEFER_NOT_OFFERED': {
    zh: "不支持 @{directive}。请分成几次查询。",
    en: "@{directive} is not offered. Ask in several operations.",
  },
  'SUBSCRIPTION_NOT_OFFERED': {
    zh: "不支持订阅。请使用事件流接口。",
    en: "Subscriptions are not offered. Use the event streams.",
  },
  'OPERATION_TOO_LARGE': {
    zh: "查询过大（{limit} 超过 {most}）。请拆分后重试。",
    en: "The operation is too large ({limit} over {most}). Ask in parts.",
  },
  'OPERATION_TOO_COSTLY': {
    zh: "查询代价 {points} 超过上限 {maximum}。请减少层级或分页。",
    en: "The operation costs {points}, more than {maximum}. Ask for fewer levels or shorter pages.",
  },
  'OPERATION_NOT_PLANNED': {
    zh: "此操作无法规划。请简化后重试。",
    en: "This operation cannot be planned. Ask for less.",
  },
  'OPERATION_NOT_PLANNED.DIFFICULTY': {
    zh: "此操作过于复杂（{difficulty} 超过 {most}），不予规划。请减少所选的字段、类型或层级后重试。",
    en: "This operation is too hard to plan ({difficulty} over {most}). Ask for fewer fields, types or levels at once.",
  },
  'CONFLICTING_REQUIREMENTS': {
    zh: "一次变更中所选字段的依赖参数互相冲突。请分开提交。",
    en: "Fields of this mutation depend on one field with different arguments. Send them apart.",
  },
  'RATE_LIMITED': {
    zh: "请求过于频繁。请稍后重试。",
    en: "Too many requests. Try again later.",
  },
  'OVERLOADED': {
    zh: "服务繁忙。请稍后重试。",
    en: "The service is busy. Try again later.",
  },
  'SUBGRAPH_UNAVAILABLE': {
    zh: "{subgraph}暂时无法连接。请稍后重试。",
    en: "{subgraph} cannot be reached. Try again later.",
  },
  'SUBGRAPH_TIMEOUT': {
    zh: "{subgraph}未能在时限内答复。请稍后重试。",
    en: "{subgraph} did not answer in time. Try again later.",
  },
  'SUBGRAPH_INVALID_RESPONSE': {
    zh: "{subgraph}的答复无法识别。请稍后重试。",
    en: "{subgraph} gave an answer that cannot be read. Try again later.",
  },
  'SUBGRAPH_RESPONSE_TOO_LARGE': {
    zh: "{subgraph}的答复过大。请缩小查询范围。",
    en: "{subgraph} gave an answer that is too large. Ask for less.",
  },
  'SUBGRAPH_REFUSED': {
    zh: "{subgraph}拒绝了请求。请核对权限与凭证。",
    en: "{subgraph} refused the request. Check what you may ask and your credentials.",
  },
  'SUBGRAPH_BUSY': {
    zh: "{subgraph}正忙。请稍后重试。",
    en: "{subgraph} is busy. Try again later.",
  },
  'INVALID_SUBGRAPH_RESPONSE': {
    zh: "子图的答复与结构不符：{reason}请联系该子图的维护单位。",
    en: "A subgraph gave an answer that does not fit the schema: {reason} Tell the owner of that subgraph.",
  },
  'UNUSABLE_SUPERGRAPH.FILE': {
    zh: "无法读取超图文件 {file}（{reason}）。请检查路径与权限。",
    en: "The supergraph {file} cannot be read ({reason}). Check its path and who may read it.",
  },
  'UNUSABLE_SUPERGRAPH.FORM': {
    zh: "该文件不是本网关可用的超图：{reason}请用 Federation 2 重新组合，且不使用所述功能。",
    en: "This is no supergraph that the gateway can serve: {reason} Compose it by Federation 2, without the features that are named.",
  },
  'UNUSABLE_SUPERGRAPH.PLANNER': {
    zh: "对此超图无法规划任何操作：{reason}请重新组合各子图；每个根类型须有子图负责。",
    en: "No operation can be planned over the supergraph: {reason} Compose it again; some subgraph must own each root type.",
  },
  'UNUSABLE_SUPERGRAPH.FIELDS': {
    zh: "超图中有 {count} 个字段无法到达：{reasons}请为其类型声明可解析的键，或由可到达的子图提供该字段。",
    en: "{count} fields of the supergraph cannot be reached: {reasons} Give their types a key that resolves, or let a subgraph that is reached answer them.",
  },
  'UNUSABLE_SUPERGRAPH.ADDRESSES': {
    zh: "超图未给出子图 {subgraphs} 的地址（http 或 https）。请组合时写明，或在设置中给出子图的 url。",
    en: "The supergraph says no address (http or https) of {subgraphs}. Compose it with one, or set the subgraph's url.",
  },
  'STREAM_ENDED.STOPPING': {
    zh: "服务正在停止，事件流到此结束。请稍候重新连接，并附上 Last-Event-ID。",
    en: "The server is stopping, and this event stream ends. Connect again in a moment, with Last-Event-ID.",
  },
  'STREAM_ENDED.DAY': {
    zh: "事件流已持续一天，到此结束。请重新连接，并附上 Last-Event-ID。",
    en: "The event stream was open for a day, and ends. Connect again, with Last-Event-ID.",
  },
  'TOO_MANY_AT_ONCE': {
    zh: "同时进行的请求或事件流过多（至多 {most}）。请等待其中一些结束后重试。",
    en: "Too many requests or event streams at once (at most {most}). Wait until some of them have ended.",
  },
  'INTERNAL_SERVER_ERROR': {
    zh: "内部错误。请稍后重试。",
    en: "Something went wrong inside. Try again later.",
  },
  'INTERNAL_SERVER_ERROR.SUBGRAPH': {
    zh: "{subgraph}内部出错。请稍后重试。",
    en: "Something went wrong inside {subgraph}. Try again later.",
  },
  'UPLOAD_TAKEN_OVER': {
    zh: "同一上传地址之后又有请求，此请求已被取代。若仍要由此继续，请以 HEAD 查询已收到多少，再从该处续传。",
    en: "Somebody asked for this place later, and goes on in place of this request. If it is you who should, ask by HEAD how much stands, and go on from there.",
  },
};

const statuses: Readonly<Partial<Record<ProblemId | ProblemCode, number>>> = {
  'BAD_REQUEST.BODY': 400,
  'BAD_REQUEST.STRING': 400,
  'BAD_REQUEST.OBJECT': 400,
  'BAD_REQUEST.PARAMETERS': 400,
  'BAD_REQUEST.ACCEPT': 406,
  'BAD_REQUEST.PREFLIGHT': 400,
  'BAD_REQUEST.LENGTH': 413,
  'BAD_REQUEST.UNREADABLE': 400,
  'UNAUTHENTICATED.TOKEN': 401,
  'UNAUTHENTICATED.CLAIM': 401,
  'SECOND_FACTOR_REQUIRED': 401,
  'TOKEN_NOT_CHECKED': 503,
  'INVALID_CLIENT_KEY': 401,
  'NOT_FOUND': 404,
  'MUTATION_OVER_GET': 405,
  'BAD_USER_INPUT': 400,
  'PERSISTED_QUERY_NOT_FOUND': 200,
  'PERSISTED_QUERY_HASH_MISMATCH': 400,
  'PERSISTED_OPERATION_REQUIRED': 400,
  'GRAPHQL_PARSE_FAILED': 400,
  'GRAPHQL_VALIDATION_FAILED': 400,
  'OPERATION_RESOLUTION_FAILURE': 400,
  'DEFER_NOT_OFFERED': 400,
  'SUBSCRIPTION_NOT_OFFERED': 400,
  'OPERATION_TOO_LARGE': 400,
  'OPERATION_TOO_COSTLY': 400,
  'OPERATION_NOT_PLANNED': 400,
  'OPERATION_NOT_PLANNED.DIFFICULTY': 400,
  'CONFLICTING_REQUIREMENTS': 400,
  'RATE_LIMITED': 429,
  'OVERLOADED': 503,
  'TOO_MANY_AT_ONCE': 429,
  'INTERNAL_SERVER_ERROR': 500,
  'UPLOAD_TAKEN_OVER': 409,
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

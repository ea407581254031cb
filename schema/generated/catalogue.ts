// Generated from the SDL by "npm run compose": a change here is lost at the next.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { LifeEvent as LifeEventParent, Matter as MatterParent, DepartmentMatter as DepartmentMatterParent, Department as DepartmentParent, DocumentType as DocumentTypeParent, Source as SourceParent, RefusalReason as RefusalReasonParent, RefusalDemand as RefusalDemandParent, Question as QuestionParent, QuestionOption as QuestionOptionParent, QuestionGroup as QuestionGroupParent, Context } from '../../subgraphs/catalogue/parents.ts';
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
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** 12-digit administrative division code (行政区划代码, GB/T 2260 extended), e.g. 330381000000 瑞安市. */
  RegionCode: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

export type Query = {
  /** Events offered in a region, its own or inherited from the county's city and province (一件事); search by name, pinyin and initials. */
  readonly lifeEvents: LifeEventConnection;
  /** One event as offered in a region; null where it is not offered. */
  readonly lifeEvent: Maybe<LifeEvent>;
  /** One matter by its implementation code (实施编码). A code once published resolves for ever. */
  readonly matter: Maybe<Matter>;
  /**
   * Matters of a region (办理项): its own, and those of the city and the province that it has not otherwise, which keep their own codes
   * and `region` unless an event is done with them here. Each is found by its name, its pinyin and its initials.
   */
  readonly matters: MatterConnection;
  /** Every department of the graph (部门). */
  readonly departments: ReadonlyArray<Department>;
  /** One normalised document type (标准材料). */
  readonly documentType: Maybe<DocumentType>;
  /** The published revision of the catalogue; the gateway pins it for a whole request. */
  readonly catalogueRevision: Scalars['ID']['output'];
};


export type QueryLifeEventsArgs = {
  region: Scalars['RegionCode']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLifeEventArgs = {
  code: Scalars['ID']['input'];
  region: Scalars['RegionCode']['input'];
};


export type QueryMatterArgs = {
  code: Scalars['ID']['input'];
};


export type QueryMattersArgs = {
  region: Scalars['RegionCode']['input'];
  department?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDocumentTypeArgs = {
  code: Scalars['ID']['input'];
};

/** A life event (一件事): several matters of several departments, done as one. */
export type LifeEvent = {
  readonly code: Scalars['ID']['output'];
  /** The region asked for, also where the event is inherited from the city or the province (行政区划). */
  readonly region: Scalars['RegionCode']['output'];
  /** Its name (名称). */
  readonly title: Scalars['String']['output'];
  /** Whom it is for: a person or an enterprise (服务对象). */
  readonly audience: Audience;
  /** Days the authority publishes for the whole event (公布时限); compare plan.criticalPath. */
  readonly promisedDays: Maybe<Scalars['Int']['output']>;
  /** The department that leads (牵头部门); null: nobody says. */
  readonly lead: Maybe<Department>;
  /** The other departments of its matters (配合部门). */
  readonly partners: ReadonlyArray<Department>;
  /** Where it may be lodged (通办范围); null: nobody says. */
  readonly lodging: Maybe<Lodging>;
  /** On what basis it is otherwise here than in the region above, from which the rest is taken over (地方规定依据); null: it is as it is there. */
  readonly regionalBasis: Maybe<LegalBasis>;
  /** What decides the situation (情形问题). */
  readonly questions: ReadonlyArray<Question>;
  /** The matters done together (联办事项). */
  readonly matters: ReadonlyArray<Matter>;
  /** Lets the plan see which matters did not answer. */
  readonly matterCodes: ReadonlyArray<Scalars['ID']['output']>;
  /** Everything the catalogue knows that the plan needs, in one value (see PlanningBasis). */
  readonly planningBasis: Scalars['JSON']['output'];
};


/** A life event (一件事): several matters of several departments, done as one. */
export type LifeEventTitleArgs = {
  language?: InputMaybe<Language>;
};

/** Within what area any counter takes an event in (通办范围). */
export type Lodging = {
  readonly scope: LodgingScope;
  /** That province, city or county (通办地区); null: the whole country. */
  readonly region: Maybe<Scalars['RegionCode']['output']>;
};

/** Extent of the area: 全国通办, 全省通办, 全市通办, 全县（区）通办. */
export type LodgingScope =
  | 'NATION'
  | 'PROVINCE'
  | 'CITY'
  | 'COUNTY';

/** Whom an event is for (服务对象). */
export type Audience =
  | 'PERSON'
  | 'ENTERPRISE';

/** A question that decides the situation (情形问题). Unanswered is unknown, not false. */
export type Question = {
  readonly code: Scalars['ID']['output'];
  /** Its wording (题目). */
  readonly text: Scalars['String']['output'];
  readonly kind: QuestionKind;
  /** The answers to choose from (选项); of a BOOLEAN `true` and `false`; none of a NUMBER or DATE. */
  readonly options: ReadonlyArray<QuestionOption>;
  /** Asked only where this holds (前提); null: always. */
  readonly condition: Maybe<Scalars['JSON']['output']>;
  /** Whether `UNKNOWN` is an answer (不清楚): then the list holds what may be needed, and nobody is asked again. */
  readonly mayBeUnknown: Scalars['Boolean']['output'];
  /** Questions that are asked together (题组); null: on its own. */
  readonly group: Maybe<QuestionGroup>;
};


/** A question that decides the situation (情形问题). Unanswered is unknown, not false. */
export type QuestionTextArgs = {
  language?: InputMaybe<Language>;
};

/** Questions that are asked together (题组). */
export type QuestionGroup = {
  readonly code: Scalars['ID']['output'];
  readonly title: Scalars['String']['output'];
};


/** Questions that are asked together (题组). */
export type QuestionGroupTitleArgs = {
  language?: InputMaybe<Language>;
};

/** Kind of answer (题型). Several of a set is one BOOLEAN each. */
export type QuestionKind =
  | 'BOOLEAN'
  | 'CHOICE'
  | 'NUMBER'
  | 'DATE';

/** One answer to choose (选项). */
export type QuestionOption = {
  readonly code: Scalars['ID']['output'];
  readonly text: Scalars['String']['output'];
};


/** One answer to choose (选项). */
export type QuestionOptionTextArgs = {
  language?: InputMaybe<Language>;
};

/** A matter at its finest grain (办理项, 最小颗粒) as one authority handles it in one region. `code` is the implementation code (实施编码), opaque. */
export type Matter = {
  readonly code: Scalars['ID']['output'];
  /** Code in the basic directory (基本编码). */
  readonly catalogCode: Scalars['ID']['output'];
  /** Its name in the basic directory (基本目录): it has a name while its department is out. */
  readonly title: Scalars['String']['output'];
  /** The department that owns it (实施主体). */
  readonly department: Department;
  readonly region: Scalars['RegionCode']['output'];
  /** For what it may be refused, by code (不予办理理由); a refusal may have other reasons. */
  readonly refusalReasons: ReadonlyArray<RefusalReason>;
};


/** A matter at its finest grain (办理项, 最小颗粒) as one authority handles it in one region. `code` is the implementation code (实施编码), opaque. */
export type MatterTitleArgs = {
  language?: InputMaybe<Language>;
};

/** A reason for which matters may be refused (不予办理理由). */
export type RefusalReason = {
  readonly code: Scalars['ID']['output'];
  /** As the applicant is told. */
  readonly name: Scalars['String']['output'];
  readonly legalBasis: LegalBasis;
  /** What it wants to be there, or not to be: a reason of another department that wants the opposite excludes it. Null: neither. */
  readonly demands: Maybe<RefusalDemand>;
};


/** A reason for which matters may be refused (不予办理理由). */
export type RefusalReasonNameArgs = {
  language?: InputMaybe<Language>;
};

/** A feature of an application, wanted or forbidden (要求或禁止的特征). */
export type RefusalDemand = {
  readonly feature: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly present: Scalars['Boolean']['output'];
};


/** A feature of an application, wanted or forbidden (要求或禁止的特征). */
export type RefusalDemandNameArgs = {
  language?: InputMaybe<Language>;
};

/** A matter of a department (部门). */
export type DepartmentMatter = Matter & {
  readonly code: Scalars['ID']['output'];
  /** Code in the basic directory (基本编码). */
  readonly catalogCode: Scalars['ID']['output'];
  /** Its name in the basic directory (基本目录): it has a name while its department is out. */
  readonly title: Scalars['String']['output'];
  /** The department that owns it (实施主体). */
  readonly department: Department;
  readonly region: Scalars['RegionCode']['output'];
  /** For what it may be refused, by code (不予办理理由); a refusal may have other reasons. */
  readonly refusalReasons: ReadonlyArray<RefusalReason>;
};


/** A matter of a department (部门). */
export type DepartmentMatterTitleArgs = {
  language?: InputMaybe<Language>;
};

/** A government department or other provider (部门). */
export type Department = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
};


/** A government department or other provider (部门). */
export type DepartmentNameArgs = {
  language?: InputMaybe<Language>;
};

/** A normalised kind of document (标准材料), known province-wide by its code. Names are aliases of it, never its identity. */
export type DocumentType = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** Other names in use, curated and reviewed (别名). */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** Code in the e-licence directory (电子证照目录编码, GB/T 36902). */
  readonly licenceCode: Maybe<Scalars['String']['output']>;
  readonly holding: Holding;
  /** What can supply it without the citizen (数据共享). */
  readonly sources: ReadonlyArray<Source>;
  /** Media types that an upload of it may have (上传格式, RFC 6838); another is refused with UPLOAD_OF_OTHER_TYPE. */
  readonly contentTypes: ReadonlyArray<Scalars['String']['output']>;
  /** What every photograph of the type is, to which rows may add (照片要求); null: nothing is said. */
  readonly photo: Maybe<PhotoFacts>;
};


/** A normalised kind of document (标准材料), known province-wide by its code. Names are aliases of it, never its identity. */
export type DocumentTypeNameArgs = {
  language?: InputMaybe<Language>;
};

/** Asked of a group of people: EACH has one of their own (居民身份证), or they hold one JOINTly (结婚证). */
export type Holding =
  | 'EACH'
  | 'JOINT';

/** A department or system that can supply a document without the citizen (共享来源). */
export type Source = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly method: ExemptionMethod;
  /** The person must agree first (授权同意). */
  readonly requiresConsent: Scalars['Boolean']['output'];
  /** Whose system is asked (数据提供部门); null where nothing is fetched. */
  readonly provider: Maybe<Department>;
};


/** A department or system that can supply a document without the citizen (共享来源). */
export type SourceNameArgs = {
  language?: InputMaybe<Language>;
};

/** How a document is spared (免提交方式). */
export type ExemptionMethod =
  | 'GENERATED_FORM'
  | 'BOUND_LICENCE'
  | 'DATA_VERIFICATION'
  | 'PERSONAL_VAULT'
  | 'PRODUCED_IN_EVENT'
  | 'COMMITMENT';

/** A page of events. */
export type LifeEventConnection = {
  readonly nodes: ReadonlyArray<LifeEvent>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** A page of matters. */
export type MatterConnection = {
  readonly nodes: ReadonlyArray<Matter>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
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

/** A law, regulation or document (设定依据). */
export type LegalBasis = {
  readonly title: Scalars['String']['output'];
  readonly article: Maybe<Scalars['String']['output']>;
  readonly documentNumber: Maybe<Scalars['String']['output']>;
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
  LifeEvent: LifeEvent;
  Question: Question;
  Matter: Matter;
  RefusalReason: RefusalReason;
  DepartmentMatter: DepartmentMatter;
  Department: Department;
  DocumentType: DocumentType;
  Source: Source;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  LifeEvent:
    ( { __typename: 'LifeEvent' }
    & GraphQLRecursivePick<FederationTypes['LifeEvent'], {"code":true,"region":true}> );
  Question:
    ( { __typename: 'Question' }
    & GraphQLRecursivePick<FederationTypes['Question'], {"code":true}> );
  Matter:
    ( { __typename: 'Matter' }
    & GraphQLRecursivePick<FederationTypes['Matter'], {"code":true}> );
  RefusalReason:
    ( { __typename: 'RefusalReason' }
    & GraphQLRecursivePick<FederationTypes['RefusalReason'], {"code":true}> );
  DepartmentMatter:
    ( { __typename: 'DepartmentMatter' }
    & GraphQLRecursivePick<FederationTypes['DepartmentMatter'], {"code":true}> );
  Department:
    ( { __typename: 'Department' }
    & GraphQLRecursivePick<FederationTypes['Department'], {"code":true}> );
  DocumentType:
    ( { __typename: 'DocumentType' }
    & GraphQLRecursivePick<FederationTypes['DocumentType'], {"code":true}> );
  Source:
    ( { __typename: 'Source' }
    & GraphQLRecursivePick<FederationTypes['Source'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  LifeEvent: ResolverTypeWrapper<LifeEventParent>;
  Lodging: ResolverTypeWrapper<Lodging>;
  LodgingScope: LodgingScope;
  Audience: Audience;
  Question: ResolverTypeWrapper<QuestionParent>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  QuestionGroup: ResolverTypeWrapper<QuestionGroupParent>;
  QuestionKind: QuestionKind;
  QuestionOption: ResolverTypeWrapper<QuestionOptionParent>;
  Matter: ResolverTypeWrapper<MatterParent>;
  RefusalReason: ResolverTypeWrapper<RefusalReasonParent>;
  RefusalDemand: ResolverTypeWrapper<RefusalDemandParent>;
  DepartmentMatter: ResolverTypeWrapper<DepartmentMatterParent>;
  Department: ResolverTypeWrapper<DepartmentParent>;
  DocumentType: ResolverTypeWrapper<DocumentTypeParent>;
  Holding: Holding;
  Source: ResolverTypeWrapper<SourceParent>;
  ExemptionMethod: ExemptionMethod;
  LifeEventConnection: ResolverTypeWrapper<Omit<LifeEventConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['LifeEvent']> }>;
  MatterConnection: ResolverTypeWrapper<Omit<MatterConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Matter']> }>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  Language: Language;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  LegalBasis: ResolverTypeWrapper<LegalBasis>;
  PhotoFacts: ResolverTypeWrapper<PhotoFacts>;
  WholeRange: ResolverTypeWrapper<WholeRange>;
  PhotoBackground: PhotoBackground;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  LifeEvent: LifeEventParent;
  Lodging: Lodging;
  Question: QuestionParent;
  Boolean: Scalars['Boolean']['output'];
  QuestionGroup: QuestionGroupParent;
  QuestionOption: QuestionOptionParent;
  Matter: MatterParent;
  RefusalReason: RefusalReasonParent;
  RefusalDemand: RefusalDemandParent;
  DepartmentMatter: DepartmentMatterParent;
  Department: DepartmentParent;
  DocumentType: DocumentTypeParent;
  Source: SourceParent;
  LifeEventConnection: Omit<LifeEventConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['LifeEvent']> };
  MatterConnection: Omit<MatterConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Matter']> };
  JSON: Scalars['JSON']['output'];
  RegionCode: Scalars['RegionCode']['output'];
  PageInfo: PageInfo;
  LegalBasis: LegalBasis;
  PhotoFacts: PhotoFacts;
  WholeRange: WholeRange;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  lifeEvents?: Resolver<ResolversTypes['LifeEventConnection'], ParentType, ContextType, RequireFields<QueryLifeEventsArgs, 'region' | 'first'>>;
  lifeEvent?: Resolver<Maybe<ResolversTypes['LifeEvent']>, ParentType, ContextType, RequireFields<QueryLifeEventArgs, 'code' | 'region'>>;
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType, RequireFields<QueryMatterArgs, 'code'>>;
  matters?: Resolver<ResolversTypes['MatterConnection'], ParentType, ContextType, RequireFields<QueryMattersArgs, 'region' | 'first'>>;
  departments?: Resolver<ReadonlyArray<ResolversTypes['Department']>, ParentType, ContextType>;
  documentType?: Resolver<Maybe<ResolversTypes['DocumentType']>, ParentType, ContextType, RequireFields<QueryDocumentTypeArgs, 'code'>>;
  catalogueRevision?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LifeEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LifeEvent'] = ResolversParentTypes['LifeEvent'], FederationReferenceType extends FederationReferenceTypes['LifeEvent'] = FederationReferenceTypes['LifeEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LifeEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<LifeEventTitleArgs, 'language'>>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  promisedDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lead?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  partners?: Resolver<ReadonlyArray<ResolversTypes['Department']>, ParentType, ContextType>;
  lodging?: Resolver<Maybe<ResolversTypes['Lodging']>, ParentType, ContextType>;
  regionalBasis?: Resolver<Maybe<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  questions?: Resolver<ReadonlyArray<ResolversTypes['Question']>, ParentType, ContextType>;
  matters?: Resolver<ReadonlyArray<ResolversTypes['Matter']>, ParentType, ContextType>;
  matterCodes?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  planningBasis?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type LodgingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lodging'] = ResolversParentTypes['Lodging']> = {
  scope?: Resolver<ResolversTypes['LodgingScope'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['RegionCode']>, ParentType, ContextType>;
};

export type QuestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Question'] = ResolversParentTypes['Question'], FederationReferenceType extends FederationReferenceTypes['Question'] = FederationReferenceTypes['Question']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Question']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<QuestionTextArgs, 'language'>>;
  kind?: Resolver<ResolversTypes['QuestionKind'], ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['QuestionOption']>, ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  mayBeUnknown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['QuestionGroup']>, ParentType, ContextType>;
};

export type QuestionGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionGroup'] = ResolversParentTypes['QuestionGroup']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<QuestionGroupTitleArgs, 'language'>>;
};

export type QuestionOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionOption'] = ResolversParentTypes['QuestionOption']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<QuestionOptionTextArgs, 'language'>>;
};

export type MatterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Matter'] = ResolversParentTypes['Matter'], FederationReferenceType extends FederationReferenceTypes['Matter'] = FederationReferenceTypes['Matter']> = {
  __resolveType: TypeResolveFn<'DepartmentMatter', ParentType, ContextType>;
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Matter']> | FederationReferenceType, FederationReferenceType, ContextType>;
};

export type RefusalReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefusalReason'] = ResolversParentTypes['RefusalReason'], FederationReferenceType extends FederationReferenceTypes['RefusalReason'] = FederationReferenceTypes['RefusalReason']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RefusalReason']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RefusalReasonNameArgs, 'language'>>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  demands?: Resolver<Maybe<ResolversTypes['RefusalDemand']>, ParentType, ContextType>;
};

export type RefusalDemandResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefusalDemand'] = ResolversParentTypes['RefusalDemand']> = {
  feature?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RefusalDemandNameArgs, 'language'>>;
  present?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DepartmentMatterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DepartmentMatter'] = ResolversParentTypes['DepartmentMatter'], FederationReferenceType extends FederationReferenceTypes['DepartmentMatter'] = FederationReferenceTypes['DepartmentMatter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DepartmentMatter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  catalogCode?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<DepartmentMatterTitleArgs, 'language'>>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  refusalReasons?: Resolver<ReadonlyArray<ResolversTypes['RefusalReason']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department'], FederationReferenceType extends FederationReferenceTypes['Department'] = FederationReferenceTypes['Department']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Department']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<DepartmentNameArgs, 'language'>>;
};

export type DocumentTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentType'] = ResolversParentTypes['DocumentType'], FederationReferenceType extends FederationReferenceTypes['DocumentType'] = FederationReferenceTypes['DocumentType']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DocumentType']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<DocumentTypeNameArgs, 'language'>>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  licenceCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holding?: Resolver<ResolversTypes['Holding'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  contentTypes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  photo?: Resolver<Maybe<ResolversTypes['PhotoFacts']>, ParentType, ContextType>;
};

export type SourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source'], FederationReferenceType extends FederationReferenceTypes['Source'] = FederationReferenceTypes['Source']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Source']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SourceNameArgs, 'language'>>;
  method?: Resolver<ResolversTypes['ExemptionMethod'], ParentType, ContextType>;
  requiresConsent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
};

export type LifeEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LifeEventConnection'] = ResolversParentTypes['LifeEventConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LifeEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MatterConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterConnection'] = ResolversParentTypes['MatterConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Matter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LegalBasisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LegalBasis'] = ResolversParentTypes['LegalBasis']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PhotoFactsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoFacts'] = ResolversParentTypes['PhotoFacts']> = {
  width?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
  background?: Resolver<Maybe<ResolversTypes['PhotoBackground']>, ParentType, ContextType>;
  kib?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
  printWidthMm?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
  printHeightMm?: Resolver<Maybe<ResolversTypes['WholeRange']>, ParentType, ContextType>;
};

export type WholeRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WholeRange'] = ResolversParentTypes['WholeRange']> = {
  least?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  most?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>;
  LifeEvent?: LifeEventResolvers<ContextType>;
  Lodging?: LodgingResolvers<ContextType>;
  Question?: QuestionResolvers<ContextType>;
  QuestionGroup?: QuestionGroupResolvers<ContextType>;
  QuestionOption?: QuestionOptionResolvers<ContextType>;
  Matter?: MatterResolvers<ContextType>;
  RefusalReason?: RefusalReasonResolvers<ContextType>;
  RefusalDemand?: RefusalDemandResolvers<ContextType>;
  DepartmentMatter?: DepartmentMatterResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  DocumentType?: DocumentTypeResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  LifeEventConnection?: LifeEventConnectionResolvers<ContextType>;
  MatterConnection?: MatterConnectionResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  RegionCode?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  LegalBasis?: LegalBasisResolvers<ContextType>;
  PhotoFacts?: PhotoFactsResolvers<ContextType>;
  WholeRange?: WholeRangeResolvers<ContextType>;
};


// Generated from the SDL by "npm run compose": a change here is lost at the next.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Institution as InstitutionParent, Licence as LicenceParent, VerifiedLicence as VerifiedLicenceParent, HeldLicence as HeldLicenceParent, LicenceHolder as LicenceHolderParent, Submission as SubmissionParent, Problem as ProblemParent, Context } from '../../subgraphs/licences/parents.ts';
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
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** Whose document (当事人角色): CHILD MOTHER FATHER PARENTS GUARDIAN APPLICANT AGENT DECEASED HEIR LEGAL_REPRESENTATIVE ENTERPRISE PREMISES … Extensible by catalogue data. */
  PartyRole: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

export type Query = {
  /** One of the caller's own licences; null for anyone else's, as for none (我的证照). */
  readonly licence: Maybe<Licence>;
  /** The caller's own licences, newest first (我的证照库); of one document type where it is named. */
  readonly licences: LicenceConnection;
  /**
   * Whether there is a licence with this verification code (核验码), and whether it holds today. Anyone who holds the code may ask, and is told no more than
   * is printed on it, names and numbers masked; null: no licence has this code.
   */
  readonly verifyLicence: Maybe<VerifiedLicence>;
  /**
   * How the institutions that may issue documents of a type did so in a month (月度通报), such as `2026-11`: those who issued most first, those who issued none flagged. Anybody:
   * it tells of no person.
   */
  readonly adoption: AdoptionReport;
  /** Licences as whoever takes them in has to judge them, in the order asked for; null for what the account does not hold, as for none. */
  readonly licencesOf: ReadonlyArray<Maybe<HeldLicence>>;
  /** Of these types, those that are not used up and have not ended before a day, the newest first and no more than `first`. */
  readonly licencesUsable: ReadonlyArray<HeldLicence>;
  /** Everything that is held of licences of an account, for the person who has it. */
  readonly licencesData: LicenceDataConnection;
};


export type QueryLicenceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLicencesArgs = {
  documentType?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryVerifyLicenceArgs = {
  code: Scalars['String']['input'];
};


export type QueryAdoptionArgs = {
  documentType: Scalars['ID']['input'];
  month: Scalars['String']['input'];
};


export type QueryLicencesOfArgs = {
  account: Scalars['String']['input'];
  identityNumber?: InputMaybe<Scalars['String']['input']>;
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryLicencesUsableArgs = {
  account: Scalars['String']['input'];
  identityNumber?: InputMaybe<Scalars['String']['input']>;
  documentTypes: ReadonlyArray<Scalars['ID']['input']>;
  on: Scalars['Date']['input'];
  first: Scalars['Int']['input'];
};


export type QueryLicencesDataArgs = {
  account: Scalars['String']['input'];
  identityNumber?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /** Take a licence out of one's vault for good (移出证照库). The authority's own record stays as it is. */
  readonly removeLicence: RemoveLicencePayload;
  /**
   * Staff of an institution: issue a licence to a person, whose vault it is in at once (颁发，如电子处方). How long it holds the catalogue says. Whoever is given its
   * verification code can have it used up.
   */
  readonly issueLicence: IssueLicencePayload;
  /**
   * Staff of an institution that takes such licences in, a pharmacy say: use one up by its verification code (核销). Exactly once, however many try at once; the same
   * key again answers the same. What is printed on it is told, and nothing else.
   */
  readonly useUpLicence: UseUpLicencePayload;
  /** Puts what was issued into the vault, each id once; answers the ids. */
  readonly licencesIssue: ReadonlyArray<Scalars['ID']['output']>;
  /**
   * Uses licences up for one purpose, all or none. Answers those that cannot be: used up for another purpose, or not of this account. The same purpose again
   * changes nothing.
   */
  readonly licencesRedeem: ReadonlyArray<Scalars['ID']['output']>;
  /** What was used up for a purpose that came to nothing can be used again; answers how many. */
  readonly licencesGiveBack: Scalars['Int']['output'];
  /** Takes out what a submission put into the vault; answers how many. */
  readonly licencesErase: Scalars['Int']['output'];
};


export type MutationRemoveLicenceArgs = {
  id: Scalars['ID']['input'];
};


export type MutationIssueLicenceArgs = {
  input: IssueLicenceInput;
};


export type MutationUseUpLicenceArgs = {
  input: UseUpLicenceInput;
};


export type MutationLicencesIssueArgs = {
  licences: ReadonlyArray<IssuedLicenceInput>;
};


export type MutationLicencesRedeemArgs = {
  account: Scalars['String']['input'];
  identityNumber?: InputMaybe<Scalars['String']['input']>;
  ids: ReadonlyArray<Scalars['ID']['input']>;
  purpose: Scalars['ID']['input'];
};


export type MutationLicencesGiveBackArgs = {
  purpose: Scalars['ID']['input'];
};


export type MutationLicencesEraseArgs = {
  submission: Scalars['ID']['input'];
};

export type Submission = {
  readonly id: Scalars['ID']['output'];
  /** What its filings issued into the applicant's vault (办理结果证照); null for anyone but the applicant. */
  readonly licences: Maybe<ReadonlyArray<Licence>>;
};

/** An electronic licence (电子证照): a result of a filing, in the vault of who applied. Its metadata are those of GB/T 36903. */
export type Licence = {
  /** Identifier (电子证照标识, GB/T 36904): names this licence and nothing else, and says nothing by itself. */
  readonly id: Scalars['ID']['output'];
  readonly documentType: DocumentType;
  /** Number of the licence (证照号码), as printed; masked where it tells who somebody is. */
  readonly number: Scalars['String']['output'];
  /** Whose it is (持证主体). */
  readonly subject: Scalars['PartyRole']['output'];
  /** Name of whom it is about (持证主体名称); null where the form tells none. */
  readonly holder: Maybe<Scalars['String']['output']>;
  /** Variant (规格). */
  readonly spec: Maybe<Scalars['String']['output']>;
  /** Who issued it (颁发部门); of an institution's, the department that it is under. */
  readonly issuer: Department;
  /** The institution that issued it (颁发机构); null: a department did. */
  readonly institution: Maybe<Institution>;
  /** The matter whose result it is (事项); null: an institution issued it. */
  readonly matter: Maybe<Matter>;
  /** The submission that it was issued in (联办件); null: an institution issued it. */
  readonly submission: Maybe<Submission>;
  /** Day of issue (颁发日期). */
  readonly issuedOn: Scalars['Date']['output'];
  /** Last day on which it holds (有效期至); null: no end is set. */
  readonly expiresOn: Maybe<Scalars['Date']['output']>;
  /** How far it can be relied on (可信等级). */
  readonly trust: TrustGrade;
  /** Used up by being used once (一次性证照). */
  readonly consumable: Scalars['Boolean']['output'];
  readonly status: LicenceStatus;
  /** Its verification code (核验码): whoever is given it can have the licence verified. */
  readonly verificationCode: Scalars['String']['output'];
};

/** Whether a licence holds (证照状态): 有效, 已过期, 已使用. */
export type LicenceStatus =
  | 'VALID'
  | 'EXPIRED'
  | 'CONSUMED';

/** What a verification tells (核验结果): no more than is printed on the licence. */
export type VerifiedLicence = {
  readonly documentType: DocumentType;
  /** Masked (证照号码). */
  readonly number: Scalars['String']['output'];
  /** Masked (持证主体名称). */
  readonly holder: Maybe<Scalars['String']['output']>;
  readonly issuer: Department;
  /** The institution that issued it; null: a department did. */
  readonly institution: Maybe<Institution>;
  readonly issuedOn: Scalars['Date']['output'];
  readonly expiresOn: Maybe<Scalars['Date']['output']>;
  readonly status: LicenceStatus;
};

/** An institution that issues licences or takes them in (机构): a hospital, a pharmacy. */
export type Institution = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** That it is under (主管部门). */
  readonly department: Department;
};


/** An institution that issues licences or takes them in (机构): a hospital, a pharmacy. */
export type InstitutionNameArgs = {
  language?: InputMaybe<Language>;
};

/** How institutions issued documents of a type in a month (月度通报). */
export type AdoptionReport = {
  readonly documentType: DocumentType;
  readonly month: Scalars['String']['output'];
  /** May issue (定点机构). */
  readonly institutions: Scalars['Int']['output'];
  /** Of those: issued none (未开具). */
  readonly idle: Scalars['Int']['output'];
  /** Issued, by all (开具). */
  readonly issued: Scalars['Int']['output'];
  /** Of those issued: another institution used them up (流转). */
  readonly shared: Scalars['Int']['output'];
  readonly rows: ReadonlyArray<Adoption>;
};

/** What an institution issued, and what of it others used up (应用情况). */
export type Adoption = {
  readonly institution: Institution;
  readonly rank: Scalars['Int']['output'];
  readonly issued: Scalars['Int']['output'];
  readonly shared: Scalars['Int']['output'];
  /** It may issue, and issued none (未开具). */
  readonly idle: Scalars['Boolean']['output'];
};

/** `verificationCode`: for the person alone, and whoever they give it to. */
export type IssueLicencePayload = {
  readonly licence: Maybe<Scalars['ID']['output']>;
  readonly verificationCode: Maybe<Scalars['String']['output']>;
  readonly expiresOn: Maybe<Scalars['Date']['output']>;
  readonly problems: ReadonlyArray<Problem>;
};

export type UseUpLicencePayload = {
  readonly licence: Maybe<VerifiedLicence>;
  readonly problems: ReadonlyArray<Problem>;
};

export type IssueLicenceInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** That of the caller's token. Maximum (上限): 200 characters (字符). */
  readonly institution: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly documentType: Scalars['ID']['input'];
  /** To whom: found in their vault by their number once they sign in. Maximum (上限): 1000 characters (字符). */
  readonly name: Scalars['String']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly identityNumber: Scalars['String']['input'];
  /** As printed. Maximum (上限): 1000 characters (字符). */
  readonly number: Scalars['String']['input'];
  /** What it says. Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly data?: InputMaybe<Scalars['JSON']['input']>;
};

export type UseUpLicenceInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** That of the caller's token. Maximum (上限): 200 characters (字符). */
  readonly institution: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly code: Scalars['String']['input'];
};

export type LicenceConnection = {
  readonly nodes: ReadonlyArray<Licence>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** `removed`: the id of what was taken out; null where a problem tells why not. */
export type RemoveLicencePayload = {
  readonly removed: Maybe<Scalars['ID']['output']>;
  readonly problems: ReadonlyArray<Problem>;
};

/** Whom a licence is about, as the form tells. */
export type LicenceHolder = {
  readonly name: Maybe<Scalars['String']['output']>;
  readonly identityNumber: Maybe<Scalars['String']['output']>;
  readonly bornOn: Maybe<Scalars['Date']['output']>;
};

export type HeldLicence = {
  readonly id: Scalars['ID']['output'];
  readonly documentType: Scalars['ID']['output'];
  readonly subject: Scalars['PartyRole']['output'];
  readonly spec: Maybe<Scalars['String']['output']>;
  readonly number: Scalars['String']['output'];
  readonly data: Maybe<Scalars['JSON']['output']>;
  readonly holder: LicenceHolder;
  readonly issuer: Scalars['ID']['output'];
  /** The matter whose result it is; null: of none. */
  readonly matter: Maybe<Scalars['ID']['output']>;
  readonly issuedOn: Scalars['Date']['output'];
  readonly expiresOn: Maybe<Scalars['Date']['output']>;
  readonly trust: TrustGrade;
  readonly consumable: Scalars['Boolean']['output'];
  /** What it was used up for; null: it was not. */
  readonly purpose: Maybe<Scalars['ID']['output']>;
};

export type LicenceDataConnection = {
  readonly nodes: ReadonlyArray<Scalars['JSON']['output']>;
  readonly endCursor: Maybe<Scalars['String']['output']>;
  readonly totalCount: Scalars['Int']['output'];
};

export type LicenceHolderInput = {
  /** Maximum (上限): 1000 characters (字符). */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly identityNumber?: InputMaybe<Scalars['String']['input']>;
  /** Maximum (上限): 10 characters (字符). */
  readonly bornOn?: InputMaybe<Scalars['Date']['input']>;
};

export type IssuedLicenceInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly id: Scalars['ID']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly account: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly submission: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly filing: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly issuer: Scalars['ID']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly documentType: Scalars['ID']['input'];
  /** Maximum (上限): 64 characters (字符). */
  readonly subject: Scalars['PartyRole']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly spec?: InputMaybe<Scalars['String']['input']>;
  /** Maximum (上限): 1000 characters (字符). */
  readonly number: Scalars['String']['input'];
  /** Whether its number tells who somebody is. */
  readonly personal: Scalars['Boolean']['input'];
  /** Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly data?: InputMaybe<Scalars['JSON']['input']>;
  readonly holder: LicenceHolderInput;
  readonly trust: TrustGrade;
  readonly consumable: Scalars['Boolean']['input'];
  /** Maximum (上限): 10 characters (字符). */
  readonly issuedOn: Scalars['Date']['input'];
  /** Maximum (上限): 10 characters (字符). */
  readonly expiresOn?: InputMaybe<Scalars['Date']['input']>;
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

export type DocumentType = {
  readonly code: Scalars['ID']['output'];
};

/** One page of a list (分页). */
export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** Trust grade of licence data (国办函〔2016〕108号): A issued by the authority … D made by the user. */
export type TrustGrade =
  | 'A'
  | 'B'
  | 'C'
  | 'D';

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
  Licence: Licence;
  Matter: Matter;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Submission:
    ( { __typename: 'Submission' }
    & GraphQLRecursivePick<FederationTypes['Submission'], {"id":true}> );
  Licence:
    ( { __typename: 'Licence' }
    & GraphQLRecursivePick<FederationTypes['Licence'], {"id":true}> );
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
  Licence: ResolverTypeWrapper<LicenceParent>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  LicenceStatus: LicenceStatus;
  VerifiedLicence: ResolverTypeWrapper<VerifiedLicenceParent>;
  Institution: ResolverTypeWrapper<InstitutionParent>;
  AdoptionReport: ResolverTypeWrapper<Omit<AdoptionReport, 'rows'> & { rows: ReadonlyArray<ResolversTypes['Adoption']> }>;
  Adoption: ResolverTypeWrapper<Omit<Adoption, 'institution'> & { institution: ResolversTypes['Institution'] }>;
  IssueLicencePayload: ResolverTypeWrapper<Omit<IssueLicencePayload, 'problems'> & { problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  UseUpLicencePayload: ResolverTypeWrapper<Omit<UseUpLicencePayload, 'licence' | 'problems'> & { licence?: Maybe<ResolversTypes['VerifiedLicence']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  IssueLicenceInput: IssueLicenceInput;
  UseUpLicenceInput: UseUpLicenceInput;
  LicenceConnection: ResolverTypeWrapper<Omit<LicenceConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Licence']> }>;
  RemoveLicencePayload: ResolverTypeWrapper<Omit<RemoveLicencePayload, 'problems'> & { problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  LicenceHolder: ResolverTypeWrapper<LicenceHolderParent>;
  HeldLicence: ResolverTypeWrapper<HeldLicenceParent>;
  LicenceDataConnection: ResolverTypeWrapper<LicenceDataConnection>;
  LicenceHolderInput: LicenceHolderInput;
  IssuedLicenceInput: IssuedLicenceInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  PartyRole: ResolverTypeWrapper<Scalars['PartyRole']['output']>;
  Language: Language;
  Matter: ResolverTypeWrapper<Matter>;
  Department: ResolverTypeWrapper<Department>;
  DocumentType: ResolverTypeWrapper<DocumentType>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  TrustGrade: TrustGrade;
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
  Licence: LicenceParent;
  Boolean: Scalars['Boolean']['output'];
  VerifiedLicence: VerifiedLicenceParent;
  Institution: InstitutionParent;
  AdoptionReport: Omit<AdoptionReport, 'rows'> & { rows: ReadonlyArray<ResolversParentTypes['Adoption']> };
  Adoption: Omit<Adoption, 'institution'> & { institution: ResolversParentTypes['Institution'] };
  IssueLicencePayload: Omit<IssueLicencePayload, 'problems'> & { problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  UseUpLicencePayload: Omit<UseUpLicencePayload, 'licence' | 'problems'> & { licence?: Maybe<ResolversParentTypes['VerifiedLicence']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  IssueLicenceInput: IssueLicenceInput;
  UseUpLicenceInput: UseUpLicenceInput;
  LicenceConnection: Omit<LicenceConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Licence']> };
  RemoveLicencePayload: Omit<RemoveLicencePayload, 'problems'> & { problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  LicenceHolder: LicenceHolderParent;
  HeldLicence: HeldLicenceParent;
  LicenceDataConnection: LicenceDataConnection;
  LicenceHolderInput: LicenceHolderInput;
  IssuedLicenceInput: IssuedLicenceInput;
  Date: Scalars['Date']['output'];
  JSON: Scalars['JSON']['output'];
  PartyRole: Scalars['PartyRole']['output'];
  Matter: Matter | FederationReferenceTypes['Matter'];
  Department: Department;
  DocumentType: DocumentType;
  PageInfo: PageInfo;
  Problem: ProblemParent;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  licence?: Resolver<Maybe<ResolversTypes['Licence']>, ParentType, ContextType, RequireFields<QueryLicenceArgs, 'id'>>;
  licences?: Resolver<ResolversTypes['LicenceConnection'], ParentType, ContextType, RequireFields<QueryLicencesArgs, 'first'>>;
  verifyLicence?: Resolver<Maybe<ResolversTypes['VerifiedLicence']>, ParentType, ContextType, RequireFields<QueryVerifyLicenceArgs, 'code'>>;
  adoption?: Resolver<ResolversTypes['AdoptionReport'], ParentType, ContextType, RequireFields<QueryAdoptionArgs, 'documentType' | 'month'>>;
  licencesOf?: Resolver<ReadonlyArray<Maybe<ResolversTypes['HeldLicence']>>, ParentType, ContextType, RequireFields<QueryLicencesOfArgs, 'account' | 'ids'>>;
  licencesUsable?: Resolver<ReadonlyArray<ResolversTypes['HeldLicence']>, ParentType, ContextType, RequireFields<QueryLicencesUsableArgs, 'account' | 'documentTypes' | 'on' | 'first'>>;
  licencesData?: Resolver<ResolversTypes['LicenceDataConnection'], ParentType, ContextType, RequireFields<QueryLicencesDataArgs, 'account' | 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  removeLicence?: Resolver<ResolversTypes['RemoveLicencePayload'], ParentType, ContextType, RequireFields<MutationRemoveLicenceArgs, 'id'>>;
  issueLicence?: Resolver<ResolversTypes['IssueLicencePayload'], ParentType, ContextType, RequireFields<MutationIssueLicenceArgs, 'input'>>;
  useUpLicence?: Resolver<ResolversTypes['UseUpLicencePayload'], ParentType, ContextType, RequireFields<MutationUseUpLicenceArgs, 'input'>>;
  licencesIssue?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType, RequireFields<MutationLicencesIssueArgs, 'licences'>>;
  licencesRedeem?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType, RequireFields<MutationLicencesRedeemArgs, 'account' | 'ids' | 'purpose'>>;
  licencesGiveBack?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<MutationLicencesGiveBackArgs, 'purpose'>>;
  licencesErase?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<MutationLicencesEraseArgs, 'submission'>>;
};

export type SubmissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Submission'] = ResolversParentTypes['Submission'], FederationReferenceType extends FederationReferenceTypes['Submission'] = FederationReferenceTypes['Submission']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Submission']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  licences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Licence']>>, ParentType, ContextType>;
};

export type LicenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Licence'] = ResolversParentTypes['Licence'], FederationReferenceType extends FederationReferenceTypes['Licence'] = FederationReferenceTypes['Licence']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Licence']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  documentType?: Resolver<ResolversTypes['DocumentType'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  spec?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  institution?: Resolver<Maybe<ResolversTypes['Institution']>, ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  trust?: Resolver<ResolversTypes['TrustGrade'], ParentType, ContextType>;
  consumable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LicenceStatus'], ParentType, ContextType>;
  verificationCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type VerifiedLicenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifiedLicence'] = ResolversParentTypes['VerifiedLicence']> = {
  documentType?: Resolver<ResolversTypes['DocumentType'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  institution?: Resolver<Maybe<ResolversTypes['Institution']>, ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LicenceStatus'], ParentType, ContextType>;
};

export type InstitutionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Institution'] = ResolversParentTypes['Institution']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<InstitutionNameArgs, 'language'>>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
};

export type AdoptionReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdoptionReport'] = ResolversParentTypes['AdoptionReport']> = {
  documentType?: Resolver<ResolversTypes['DocumentType'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  institutions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  idle?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  issued?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shared?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['Adoption']>, ParentType, ContextType>;
};

export type AdoptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Adoption'] = ResolversParentTypes['Adoption']> = {
  institution?: Resolver<ResolversTypes['Institution'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  issued?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shared?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  idle?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type IssueLicencePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueLicencePayload'] = ResolversParentTypes['IssueLicencePayload']> = {
  licence?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  verificationCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type UseUpLicencePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UseUpLicencePayload'] = ResolversParentTypes['UseUpLicencePayload']> = {
  licence?: Resolver<Maybe<ResolversTypes['VerifiedLicence']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type LicenceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LicenceConnection'] = ResolversParentTypes['LicenceConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Licence']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RemoveLicencePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveLicencePayload'] = ResolversParentTypes['RemoveLicencePayload']> = {
  removed?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type LicenceHolderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LicenceHolder'] = ResolversParentTypes['LicenceHolder']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  identityNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bornOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type HeldLicenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeldLicence'] = ResolversParentTypes['HeldLicence']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  documentType?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  spec?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  holder?: Resolver<ResolversTypes['LicenceHolder'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  trust?: Resolver<ResolversTypes['TrustGrade'], ParentType, ContextType>;
  consumable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type LicenceDataConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LicenceDataConnection'] = ResolversParentTypes['LicenceDataConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['JSON']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface PartyRoleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PartyRole'], any> {
  name: 'PartyRole';
}

export type MatterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Matter'] = ResolversParentTypes['Matter'], FederationReferenceType extends FederationReferenceTypes['Matter'] = FederationReferenceTypes['Matter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Matter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DocumentTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentType'] = ResolversParentTypes['DocumentType']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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
  Licence?: LicenceResolvers<ContextType>;
  VerifiedLicence?: VerifiedLicenceResolvers<ContextType>;
  Institution?: InstitutionResolvers<ContextType>;
  AdoptionReport?: AdoptionReportResolvers<ContextType>;
  Adoption?: AdoptionResolvers<ContextType>;
  IssueLicencePayload?: IssueLicencePayloadResolvers<ContextType>;
  UseUpLicencePayload?: UseUpLicencePayloadResolvers<ContextType>;
  LicenceConnection?: LicenceConnectionResolvers<ContextType>;
  RemoveLicencePayload?: RemoveLicencePayloadResolvers<ContextType>;
  LicenceHolder?: LicenceHolderResolvers<ContextType>;
  HeldLicence?: HeldLicenceResolvers<ContextType>;
  LicenceDataConnection?: LicenceDataConnectionResolvers<ContextType>;
  Date?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  PartyRole?: GraphQLScalarType;
  Matter?: MatterResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  DocumentType?: DocumentTypeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Problem?: ProblemResolvers<ContextType>;
};


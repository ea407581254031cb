// Generated from schema/problems.yaml by "npm run compose": change it there.

/** Names of the slots in each refusal's sentence. */
interface Slots {
  'RELAY_UNKNOWN': 'department' | 'known';
  'PAYMENT_SETTING': never;
  'PAYMENT_PROVIDER_MISSING': never;
  'PAYMENT_KEY_SETTING': 'least';
  'SCANNER_SETTING': never;
  'DATABASE_URL_MISSING': never;
  'KEYS_MISSING': 'file';
  'INNER_TLS_SETTING': never;
  'INNER_TLS_MISSING': 'host';
  'ROOT_SECRET_GIVEN': never;
  'DATA_KEY_CLOSED': 'key' | 'schema' | 'wrapper';
  'INTROSPECTION_SETTING': never;
  'SECOND_FACTOR_SETTING': never;
  'KEY_WRAPPER_SETTING': 'reason';
  'KEYS_DATABASE_MISSING': never;
  'SEALED_CLOSED': 'closed' | 'part';
  'KEYS_RETIRE_EARLY': 'minutes' | 'part';
  'KEYS_IN_USE': 'keys' | 'part';
  'SECRET_DIFFERS': never;
  'TLS_SETTING': never;
  'ORIGINS_SETTING': never;
  'OPEN_TO_OTHERS': 'host';
  'DRIVER_NOT_MENDED': never;
  'ISSUER_MISSING': never;
  'ALREADY_THERE': 'path';
  'TOKENS_MISSING': 'file';
  'SECRET_FILE_SETTING': 'name';
  'DATABASE_NOT_PREPARED': 'schemas';
  'DATABASE_NOT_PREPARED.CATALOGUE': never;
  'SECRET_MISSING': never;
  'RETENTION_SETTING': 'kinds';
  'RETENTION_ILLEGAL': 'basis' | 'kind' | 'maximum' | 'minimum' | 'months';
  'RATE_SETTING': never;
  'RATE_STORE_SETTING': never;
  'GATEWAY_SETTINGS': 'faults' | 'file';
  'PERSISTED_MODE_SETTING': 'modes';
  'CLIENT_KEYS_SETTING': never;
  'GATEWAY_SILENT': 'address' | 'reason';
  'APART_ROLE': never;
  'NUMBER_SETTING': 'least' | 'most' | 'name';
  'STOP_SETTING': 'drain' | 'stop';
  'NODE_ENV_SETTING': 'mode';
  'SETTING_EMPTY': 'name';
  'PORT_SETTING': 'name';
  'HOST_SETTING': 'host' | 'name' | 'reason';
  'SUITE_SETTING': never;
  'SUITE_KEYS_MISSING': never;
  'STORAGE_SETTING': never;
  'WEBHOOKS_SETTING': never;
  'TRACING_SETTING': never;
  'GATEWAY_URL_SETTING': never;
  'ISSUER_SETTING': never;
  'SECRET_SHORT': never;
  'DATABASE_URL_SETTING': never;
  'CATALOGUE_FOLDER': 'folder';
  'CATALOGUE_FOLDER_EMPTY': 'folder';
  'PUBLICATION_UNSIGNED': never;
  'PUBLICATION_UNAPPROVED': 'proposal';
  'PUBLICATION_DAY': 'day' | 'today';
  'PROPOSAL_UNKNOWN': 'proposal';
  'PROPOSAL_DONE': 'proposal';
  'PUBLICATION_UNKNOWN': 'revision';
  'SYSTEMS_SETTING': never;
  'REGISTERS_SETTING': never;
  'CATALOGUE_INVALID': 'findings';
  'FOLDER_IN_USE': 'folder' | 'owner';
  'FOLDER_LOST': 'folder';
  'FOLDER_NOT_WRITABLE': 'path' | 'reason';
  'PORT_TAKEN': 'port';
  'DATABASE_UNREACHABLE': 'reason';
  'DATABASE_RIGHTS_MISSING': never;
  'NO_EMBEDDED_DATABASE': 'platform';
  'DATABASE_DAMAGED': 'folder';
  'DATABASE_NOT_STARTED': 'folder' | 'log' | 'reason';
  'CHECK_NOT_RUN': 'reason';
  'CHECK_INPUT': 'input' | 'reason';
  'UNKNOWN_FINDING': 'code';
  'UNKNOWN_SUBGRAPH': 'known' | 'subgraph';
}

/** A code; after a point, which of its sentences. */
export type ProblemId = keyof Slots;
export type ProblemCode =
  | 'ALREADY_THERE'
  | 'APART_ROLE'
  | 'CATALOGUE_FOLDER'
  | 'CATALOGUE_FOLDER_EMPTY'
  | 'CATALOGUE_INVALID'
  | 'CHECK_INPUT'
  | 'CHECK_NOT_RUN'
  | 'CLIENT_KEYS_SETTING'
  | 'DATABASE_DAMAGED'
  | 'DATABASE_NOT_PREPARED'
  | 'DATABASE_NOT_STARTED'
  | 'DATABASE_RIGHTS_MISSING'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_URL_MISSING'
  | 'DATABASE_URL_SETTING'
  | 'DATA_KEY_CLOSED'
  | 'DRIVER_NOT_MENDED'
  | 'FOLDER_IN_USE'
  | 'FOLDER_LOST'
  | 'FOLDER_NOT_WRITABLE'
  | 'GATEWAY_SETTINGS'
  | 'GATEWAY_SILENT'
  | 'GATEWAY_URL_SETTING'
  | 'HOST_SETTING'
  | 'INNER_TLS_MISSING'
  | 'INNER_TLS_SETTING'
  | 'INTROSPECTION_SETTING'
  | 'ISSUER_MISSING'
  | 'ISSUER_SETTING'
  | 'KEYS_DATABASE_MISSING'
  | 'KEYS_IN_USE'
  | 'KEYS_MISSING'
  | 'KEYS_RETIRE_EARLY'
  | 'KEY_WRAPPER_SETTING'
  | 'NODE_ENV_SETTING'
  | 'NO_EMBEDDED_DATABASE'
  | 'NUMBER_SETTING'
  | 'OPEN_TO_OTHERS'
  | 'ORIGINS_SETTING'
  | 'PAYMENT_KEY_SETTING'
  | 'PAYMENT_PROVIDER_MISSING'
  | 'PAYMENT_SETTING'
  | 'PERSISTED_MODE_SETTING'
  | 'PORT_SETTING'
  | 'PORT_TAKEN'
  | 'PROPOSAL_DONE'
  | 'PROPOSAL_UNKNOWN'
  | 'PUBLICATION_DAY'
  | 'PUBLICATION_UNAPPROVED'
  | 'PUBLICATION_UNKNOWN'
  | 'PUBLICATION_UNSIGNED'
  | 'RATE_SETTING'
  | 'RATE_STORE_SETTING'
  | 'REGISTERS_SETTING'
  | 'RELAY_UNKNOWN'
  | 'RETENTION_ILLEGAL'
  | 'RETENTION_SETTING'
  | 'ROOT_SECRET_GIVEN'
  | 'SCANNER_SETTING'
  | 'SEALED_CLOSED'
  | 'SECOND_FACTOR_SETTING'
  | 'SECRET_DIFFERS'
  | 'SECRET_FILE_SETTING'
  | 'SECRET_MISSING'
  | 'SECRET_SHORT'
  | 'SETTING_EMPTY'
  | 'STOP_SETTING'
  | 'STORAGE_SETTING'
  | 'SUITE_KEYS_MISSING'
  | 'SUITE_SETTING'
  | 'SYSTEMS_SETTING'
  | 'TLS_SETTING'
  | 'TOKENS_MISSING'
  | 'TRACING_SETTING'
  | 'UNKNOWN_FINDING'
  | 'UNKNOWN_SUBGRAPH'
  | 'WEBHOOKS_SETTING';

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
  'RELAY_UNKNOWN': {
    zh: "部门 {department} 不是以转递方式连接的（现有：{known}）。请核对部门代码，或者在 schema/subgraphs.yaml 中为其写明 system RELAY。",
    en: "The department {department} is not reached by relay (there are {known}). Check its code, or say \"RELAY\" as its system in schema/subgraphs.yaml.",
  },
  'PAYMENT_SETTING': {
    zh: "PAYMENT_PROVIDER 不是已知的缴费系统。请写缴费系统的 https 地址，或 sandbox（演练，由人缴费）、sandbox-at-once（演练，自动缴清）。",
    en: "PAYMENT_PROVIDER names no provider of payments. Write its https address, or sandbox (a rehearsal, where somebody pays) or sandbox-at-once (where each demand is paid as it is made).",
  },
  'PAYMENT_PROVIDER_MISSING': {
    zh: "生产环境没有指定缴费系统。请设置 PAYMENT_PROVIDER 为缴费系统的地址并设置 PAYMENT_KEY；仅作演练时可明确写 sandbox，不会收取任何款项。",
    en: "In production nobody is named who collects payments. Set PAYMENT_PROVIDER to the address of yours, and PAYMENT_KEY. For a rehearsal say sandbox, which moves no money.",
  },
  'PAYMENT_KEY_SETTING': {
    zh: "PAYMENT_KEY 不是可读取的密钥文件，或不足 {least} 字节。请写与缴费系统共用的密钥文件路径。",
    en: "PAYMENT_KEY is no file that can be read, or shorter than {least} bytes. Write the path of the key that you share with the provider.",
  },
  'SCANNER_SETTING': {
    zh: "CLAMD_ADDRESS 不是地址。请写成“主机:端口”，或本机套接字的绝对路径。",
    en: "CLAMD_ADDRESS is no address. Write a host and a port with a colon between, or the absolute path of a socket.",
  },
  'DATABASE_URL_MISSING': {
    zh: "内置数据库只属于一个进程。导入数据，请设置 DATABASE_URL。",
    en: "The embedded database belongs to one process. Set DATABASE_URL to import.",
  },
  'KEYS_MISSING': {
    zh: "{file} 不存在，或不是某一部分的密钥文件。请运行 npm run import，将该部分的文件复制到其机器，并以 KEYS_DIR 指明所在文件夹。",
    en: "{file} is not there, or it holds no keys of a part. Run \"npm run import\", copy the part's file to its machine, and name its folder by KEYS_DIR.",
  },
  'INNER_TLS_SETTING': {
    zh: "INNER_TLS_CA、INNER_TLS_CERT、INNER_TLS_KEY 不是一套证书、密钥及其签发机构。请将三者都设为可读取的 PEM 文件，证书与密钥相配。",
    en: "INNER_TLS_CA, INNER_TLS_CERT and INNER_TLS_KEY are not an authority, a certificate and its key. Set all three to PEM files that can be read, a certificate together with its own key.",
  },
  'INNER_TLS_MISSING': {
    zh: "生产模式下，内部地址 {host} 可被其他机器访问，却没有双向 TLS。请设置 INNER_TLS_CA、INNER_TLS_CERT、INNER_TLS_KEY，或将 INNER_HOST 设为本机回环地址。",
    en: "In production the inner address {host} is open to other machines, and without mutual TLS. Set INNER_TLS_CA, INNER_TLS_CERT and INNER_TLS_KEY, or INNER_HOST to a loopback address.",
  },
  'ROOT_SECRET_GIVEN': {
    zh: "分开运行的部分只应持有自己的密钥文件，不应得到根密钥或管理员的数据库地址。请取消设置 YIJIANSHI_SECRET、YIJIANSHI_SECRET_FILE、DATABASE_URL 与 DATABASE_URL_FILE。",
    en: "A part run apart holds a file of its own keys, and neither the root secret nor an administrator's database address. Unset YIJIANSHI_SECRET, YIJIANSHI_SECRET_FILE, DATABASE_URL and DATABASE_URL_FILE.",
  },
  'DATA_KEY_CLOSED': {
    zh: "数据库模式 {schema} 的数据密钥 {key} 由 {wrapper} 封装，本进程的密钥打不开它，未作任何改动。请把该部分自己的密钥文件（由原来的根密钥导入生成）放回 KEYS_DIR，或恢复当时封装它的 KEY_WRAPPER。",
    en: "Data key {key} of the schema {schema} was wrapped by \"{wrapper}\", which none of this process's keys opens; nothing was altered. Put the part's own file back into KEYS_DIR, as the import with its own secret writes it, or set the KEY_WRAPPER that wrapped it.",
  },
  'INTROSPECTION_SETTING': {
    zh: "令牌内省（RFC 7662）的设置不完整、密钥文件读不出，或其地址既非 https 也非本机。请同时设置地址、客户端标识和保存其密钥的文件：OIDC_INTROSPECTION_URL、OIDC_INTROSPECTION_CLIENT、OIDC_INTROSPECTION_SECRET_FILE。",
    en: "The settings of token introspection (RFC 7662) are not whole, the secret's file cannot be read, or the address is neither https nor of this machine. Set all of the address, the client's id and a file with its secret (OIDC_INTROSPECTION_URL, OIDC_INTROSPECTION_CLIENT, OIDC_INTROSPECTION_SECRET_FILE).",
  },
  'SECOND_FACTOR_SETTING': {
    zh: "STAFF_SECOND_FACTOR 无法识别。请设为声明及其取值，如 amr=mfa,hwk 或 acr=https://issuer.example/two-factors。",
    en: "STAFF_SECOND_FACTOR is not understood. Set it to a claim and its values, such as amr=mfa,hwk or acr=https://issuer.example/two-factors.",
  },
  'KEY_WRAPPER_SETTING': {
    zh: "KEY_WRAPPER 所指的程序未能工作：{reason}请设为一个程序的绝对路径，它能回答 id、wrap CONTEXT 与 unwrap CONTEXT；请看它自己的错误输出。",
    en: "The program of KEY_WRAPPER does not work: {reason} Set it to the absolute path of a program that answers \"id\", \"wrap CONTEXT\" and \"unwrap CONTEXT\", and look at what that says on standard error.",
  },
  'KEYS_DATABASE_MISSING': {
    zh: "没有设置 DATABASE_URL，数据文件夹中的内置数据库也没有在运行。请设置 DATABASE_URL，或在产品运行时执行；各部分分开运行时请加 --apart。",
    en: "There is no DATABASE_URL, and the embedded database of the data folder is not running. Set DATABASE_URL, or run this while the product runs; on a machine of some parts add --apart.",
  },
  'SEALED_CLOSED': {
    zh: "{part} 有打不开的加密数据，已原样保留：{closed}。请从备份恢复这些行或文件，然后再执行一次 rotate。",
    en: "{part} keeps sealed data that does not open, and that stays as it is: {closed}. Restore these rows or files from a backup, and run rotate again.",
  },
  'KEYS_RETIRE_EARLY': {
    zh: "{part} 的最新密钥启用时间不够长，旧密钥未停用。请在 {minutes} 分钟后再执行。",
    en: "The newest key of {part} has not sealed for long enough; no key was retired. Run this again in {minutes} minutes.",
  },
  'KEYS_IN_USE': {
    zh: "{part} 仍有数据由旧密钥（数量）加密：{keys}；未停用任何密钥。请先执行 npm run keys -- rotate。",
    en: "{part} keeps data sealed by older keys (how much): {keys}; no key was retired. Run \"npm run keys -- rotate\" first.",
  },
  'SECRET_DIFFERS': {
    zh: "此数据库（或其服务器上的角色）是用另一个密钥准备的，未作任何改动。请设置原来的 YIJIANSHI_SECRET（或恢复数据文件夹中的 secret 文件），或另用一台数据库服务器。",
    en: "This database, or its server's roles, were prepared with another secret; nothing was altered. Set the YIJIANSHI_SECRET it was prepared with, or put its data folder's file \"secret\" back, or take another database server.",
  },
  'TLS_SETTING': {
    zh: "证书或私钥文件无法读取，或两者不匹配。请检查 TLS_CERT 与 TLS_KEY（或配置文件中的 tls）。",
    en: "The certificate or its key cannot be read, or they do not belong together. Check TLS_CERT and TLS_KEY, or `tls` in the configuration file.",
  },
  'ORIGINS_SETTING': {
    zh: "CORS_ORIGINS 中有不是来源的内容。请以逗号分隔写出来源，例如 https://app.example.gov.cn。",
    en: "CORS_ORIGINS holds something that is no origin. Write origins with commas between, such as https://app.example.gov.cn.",
  },
  'OPEN_TO_OTHERS': {
    zh: "警告：开发模式在 {host} 上监听，其他机器也能访问，而开发令牌人人可用。请改用 127.0.0.1，或设置 NODE_ENV=production。",
    en: "Warning: development listens on {host}, where other machines reach it, and its tokens let anybody in. Listen on 127.0.0.1, or set NODE_ENV=production.",
  },
  'DRIVER_NOT_MENDED': {
    zh: "警告：安装时未给 PostgreSQL 驱动打上补丁，数据库断开连接时进程可能退出。请在允许安装脚本的情况下运行 npm install，或运行 npx patch-package --patch-dir .patches。",
    en: "Warning: the PostgreSQL driver was not mended when it was installed; a database that breaks off a connection may end this process. Run npm install with the project's own install script allowed, or npx patch-package --patch-dir .patches.",
  },
  'ISSUER_MISSING': {
    zh: "生产模式不接受开发令牌。请设置 OIDC_ISSUER、OIDC_AUDIENCE、OIDC_JWKS_URL。",
    en: "Production takes no development tokens. Set OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL.",
  },
  'ALREADY_THERE': {
    zh: "{path} 已存在。请换一个名称。",
    en: "{path} exists. Choose another name.",
  },
  'TOKENS_MISSING': {
    zh: "找不到开发令牌文件 {file}。请先运行 npm start，并以 --data 指明其数据文件夹。",
    en: "There are no development tokens in {file}. Run \"npm start\" first, and name its data folder by --data.",
  },
  'SECRET_FILE_SETTING': {
    zh: "{name} 指向的文件无法读取。请写一个可读文件的路径，文件中只有该值。",
    en: "The file that {name} names cannot be read. Write the path of a readable file that holds the value and nothing else.",
  },
  'DATABASE_NOT_PREPARED': {
    zh: "数据库尚未升级到本版本：{schemas}。生产模式启动时不改动数据库。请先运行 npm run import（或构建后的 scripts/import.js）。",
    en: "The database has not been brought to this version: {schemas}. A start in production alters nothing. Run npm run import first (of the build, scripts/import.js).",
  },
  'DATABASE_NOT_PREPARED.CATALOGUE': {
    zh: "数据库中尚未发布任何目录。生产模式启动时不发布。请先运行 npm run import（或构建后的 scripts/import.js）。",
    en: "No catalogue has been published in the database. A start in production publishes nothing. Run npm run import first (of the build, scripts/import.js).",
  },
  'SECRET_MISSING': {
    zh: "生产模式没有可用的密钥。请设置 YIJIANSHI_SECRET，至少 32 个字符，导入与各副本相同。",
    en: "Production has no secret to work with. Set YIJIANSHI_SECRET to at least 32 characters, the same for the import and for every replica.",
  },
  'RETENTION_SETTING': {
    zh: "RETENTION 无法识别。请写作 content=24,accesses=60，即各类数据的保存月数；种类有 {kinds}。",
    en: "RETENTION wants months by kind. Write it as content=24,accesses=60. Kinds are {kinds}.",
  },
  'RETENTION_ILLEGAL': {
    zh: "RETENTION 中 {kind}={months} 不合法（{basis}）。请设为 {minimum} 至 {maximum} 个月。",
    en: "RETENTION says {kind}={months}, which the law does not allow ({basis}). Say {minimum} to {maximum} months.",
  },
  'RATE_SETTING': {
    zh: "RATE 无法识别。请写作 1000/60：每个调用方每 60 秒 1000 点，两者都至少为 1。",
    en: "RATE wants points and seconds, one or more of each. Write it as 1000/60: a thousand points a minute for each caller.",
  },
  'RATE_STORE_SETTING': {
    zh: "RATE_STORE 无法使用。请设为 postgres:// 地址，并同时设置 RATE；每个网关各自计数时不要设置。",
    en: "RATE_STORE cannot be used. Set the postgres:// address of a database, and RATE beside it, or leave it out where each gateway counts by itself.",
  },
  'GATEWAY_SETTINGS': {
    zh: "网关设置文件 {file} 有误：{faults}。请按 schema/gateway.schema.json 修改。",
    en: "The gateway's settings in {file} are not right: {faults}. schema/gateway.schema.json says what may stand there.",
  },
  'PERSISTED_MODE_SETTING': {
    zh: "PERSISTED_MODE 无法识别，或没有设置 PERSISTED_MANIFEST。请使用 {modes} 之一，并设置 PERSISTED_MANIFEST。",
    en: "PERSISTED_MODE is unknown, or it wants PERSISTED_MANIFEST. Use one of {modes} and set PERSISTED_MANIFEST.",
  },
  'CLIENT_KEYS_SETTING': {
    zh: "CLIENT_KEYS 所指的文件无法识别。请写作 JSON 列表，每项有 id、sha256、scopes。",
    en: "CLIENT_KEYS wants a JSON file. Write a list of objects with \"id\", \"sha256\" and \"scopes\".",
  },
  'GATEWAY_SILENT': {
    zh: "网关 {address} 没有应答（{reason}）。请先启动它，或写出它的地址。",
    en: "The gateway at {address} did not answer ({reason}). Start it, or name its address.",
  },
  'APART_ROLE': {
    zh: "start-apart 启动所有部分，没有 --role。请去掉 --role；只启动一个部分请用 npm start -- --role。",
    en: "start-apart starts every part and takes no --role. Leave --role out, or start one part by \"npm start -- --role\".",
  },
  'NUMBER_SETTING': {
    zh: "{name} 不是 {least} 至 {most} 之间的整数。请改为此范围内的整数。",
    en: "{name} wants a whole number from {least} to {most}. Write digits alone.",
  },
  'STOP_SETTING': {
    zh: "STOP_MS（{stop}）不大于 DRAIN_MS（{drain}）：进程尚未排空即被结束。请调大 STOP_MS，或调小 DRAIN_MS。",
    en: "STOP_MS ({stop}) is not above DRAIN_MS ({drain}), so that a process is ended before it has drained. Raise STOP_MS, or lower DRAIN_MS.",
  },
  'NODE_ENV_SETTING': {
    zh: "NODE_ENV 无法识别（{mode}）。请设为 production；开发时设为 development，或不设置。",
    en: "NODE_ENV is not understood ({mode}). Set it to production, or for development to \"development\" or not at all.",
  },
  'SETTING_EMPTY': {
    zh: "{name} 已设置，却是空的。请写上它的值，或不要设置。",
    en: "{name} is set, to nothing. Give it a value, or do not set it.",
  },
  'PORT_SETTING': {
    zh: "{name} 不是端口。请写 0 至 65535 之间的整数。",
    en: "{name} is no port. Write a whole number from 0 to 65535.",
  },
  'HOST_SETTING': {
    zh: "{name} 所指的地址（{host}）无法监听（{reason}）。请写本机的地址，例如 127.0.0.1 或 0.0.0.0；小于 1024 的端口需要相应权限。",
    en: "The address of {name} ({host}) cannot be listened on ({reason}). Write an address of this machine, such as 127.0.0.1 or 0.0.0.0; ports below 1024 want the right to them.",
  },
  'SUITE_SETTING': {
    zh: "CRYPTO_SUITE 不是已知的密码套件。请设为 SM（国密 SM2、SM3、SM4）或 INTERNATIONAL，或不设置。",
    en: "CRYPTO_SUITE names no suite. Set it to SM (SM2, SM3, SM4) or INTERNATIONAL, or not at all.",
  },
  'SUITE_KEYS_MISSING': {
    zh: "CRYPTO_SUITE 设为 SM，但该部分的密钥文件由更早的版本生成，其中没有国密密钥。请用本版本运行 npm run import，并将该部分的文件重新复制到其机器。",
    en: "CRYPTO_SUITE is SM, and the part's file of keys, which an earlier release wrote, has none of that suite. Run \"npm run import\" of this release, and copy the part's file to its machine again.",
  },
  'STORAGE_SETTING': {
    zh: "UPLOADS_ENDPOINT、UPLOADS_BUCKET、UPLOADS_REGION 或 UPLOADS_KEY_FILE 无法使用。请设为 https 地址、存储桶名、区域，以及含 accessKeyId 与 secretAccessKey 的 JSON 文件；文件存于数据目录时都不要设置。",
    en: "UPLOADS_ENDPOINT, UPLOADS_BUCKET, UPLOADS_REGION or UPLOADS_KEY_FILE cannot be used. Set an https address, a bucket's name, a region, and a JSON file with accessKeyId and secretAccessKey, or none of them where files are kept in the data folder.",
  },
  'WEBHOOKS_SETTING': {
    zh: "WEBHOOKS 不是可用的文件。请写成 JSON 数组，每个程序一项：client、url（https）、secrets（一至两个 whsec_ 密钥），内网地址另加 private: true。",
    en: "WEBHOOKS is not a file that can be used. Write a JSON array with one entry for each program: client, url (https), secrets (one or two, each whsec_ and Base64), and private: true for an address in a network of your own.",
  },
  'TRACING_SETTING': {
    zh: "OTEL_EXPORTER_OTLP_ENDPOINT 或 OTEL_TRACES_SAMPLER_ARG 无法使用。请分别设为收集器的 http 或 https 地址、0 到 1 之间的数。",
    en: "OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_TRACES_SAMPLER_ARG cannot be used. Set the http or https address of a collector, and a number from 0 to 1.",
  },
  'GATEWAY_URL_SETTING': {
    zh: "GATEWAY_URL 不是地址。请写网关的内部地址，例如 http://127.0.0.1:4001。",
    en: "GATEWAY_URL is no address. Write the gateway's inner address, such as http://127.0.0.1:4001.",
  },
  'ISSUER_SETTING': {
    zh: "OIDC_ISSUER、OIDC_AUDIENCE、OIDC_JWKS_URL 三者不全，或 OIDC_JWKS_URL 不是 http(s) 地址。请同时设置三者；不用自己的签发者时一个也不要设置。",
    en: "OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL are not all there, or OIDC_JWKS_URL is no http(s) address. Set all three, or none of them where you have no issuer of your own.",
  },
  'SECRET_SHORT': {
    zh: "YIJIANSHI_SECRET 太短。请设为至少 32 个字符，或不要设置。",
    en: "YIJIANSHI_SECRET is too short. Set it to at least 32 characters, or leave it unset.",
  },
  'DATABASE_URL_SETTING': {
    zh: "DATABASE_URL（或 DATABASE_URL_FILE 的内容）不是 PostgreSQL 的地址。请写作 postgres://用户:密码@主机:5432/数据库，特殊字符用百分号编码。",
    en: "DATABASE_URL, or what DATABASE_URL_FILE holds, is no address of a PostgreSQL. Write postgres://user:password@host:5432/database, with special characters percent-encoded.",
  },
  'CATALOGUE_FOLDER': {
    zh: "目录文件夹 {folder} 不存在。请写出已有的文件夹；本次未发布任何内容。",
    en: "The catalogue folder {folder} is not there. Name one that is; nothing was published.",
  },
  'CATALOGUE_FOLDER_EMPTY': {
    zh: "文件夹 {folder} 中没有目录文件。请写出与本仓库同样布局的文件夹；本次未发布任何内容。",
    en: "There are no catalogue files in {folder}. Name a folder laid out like this repository; nothing was published.",
  },
  'PUBLICATION_UNSIGNED': {
    zh: "发布须写明由谁发布、为什么。请写明 --author 和 --reason。",
    en: "A publication says who publishes it and why. Give --author and --reason.",
  },
  'PUBLICATION_UNAPPROVED': {
    zh: "设置要求由另一人批准后才能发布。请先 propose，由另一人 approve，再 publish --proposal {proposal}。",
    en: "The settings ask for the approval of somebody else. Propose it, have another than its author approve it, then publish --proposal {proposal}.",
  },
  'PUBLICATION_DAY': {
    zh: "--from {day} 不是今天或以后的日期。请写如 2027-01-31 的日期，今天为 {today}；已过去的日子不能再改。",
    en: "--from {day} is no day from today on. Give a date such as 2027-01-31; today is {today}, and days that are over are not changed.",
  },
  'PROPOSAL_UNKNOWN': {
    zh: "没有第 {proposal} 号发布建议。请从 npm run catalogue -- proposals 列出的建议中选择。",
    en: "There is no proposal {proposal}. Choose one that \"npm run catalogue -- proposals\" lists.",
  },
  'PROPOSAL_DONE': {
    zh: "第 {proposal} 号发布建议已批准或已发布。每份建议只批准、发布一次；如有改动，请另行提出。",
    en: "Proposal {proposal} was approved or published before. Each is approved once and published once; propose again what is changed.",
  },
  'PUBLICATION_UNKNOWN': {
    zh: "没有第 {revision} 版，或没有保存它的文件。请从 npm run catalogue -- history 列出的版本中选择。",
    en: "There is no revision {revision}, or its files were not kept. Choose one that \"npm run catalogue -- history\" lists.",
  },
  'SYSTEMS_SETTING': {
    zh: "SYSTEMS_DIR 所指的文件夹不存在。请设为已有的文件夹，其中每个有自己业务系统的部门有 <部门>/system.yaml；没有则不要设置。",
    en: "The folder that SYSTEMS_DIR names is not there. Name a folder that is, with <department>/system.yaml of each department with a system of its own, or leave it unset.",
  },
  'REGISTERS_SETTING': {
    zh: "REGISTERS_DIR 所指的文件夹不存在。请设为已有的文件夹，其中每个部门有 <部门>/registers/*.yaml；没有登记簿则不要设置。",
    en: "The folder that REGISTERS_DIR names is not there. Name a folder that is, with <department>/registers/*.yaml of each department, or leave it unset.",
  },
  'CATALOGUE_INVALID': {
    zh: "事项目录有 {findings} 处错误。请运行 npm run check。",
    en: "The catalogue has {findings} findings and cannot be published. Run \"npm run check\".",
  },
  'FOLDER_IN_USE': {
    zh: "数据目录 {folder} 正被进程 {owner} 使用。请用 --data 指定另一目录。",
    en: "The folder {folder} is in use by process {owner}. Name another with --data.",
  },
  'FOLDER_LOST': {
    zh: "数据目录 {folder} 已被另一进程接管，本进程停止。请确认只有一个进程使用此目录，再重新启动。",
    en: "The folder {folder} was taken over by another process, so this one stops. See that one process alone uses this folder, and start again.",
  },
  'FOLDER_NOT_WRITABLE': {
    zh: "{path} 不可写（{reason}）。请用指定它的 --data（DATA_DIR）、KEYS_DIR 或命令参数指定另一文件夹。",
    en: "{path} cannot be written ({reason}). Name another folder by what named this one, --data (DATA_DIR), KEYS_DIR or the command's own argument.",
  },
  'PORT_TAKEN': {
    zh: "端口 {port} 已被占用。请用设定它的 PORT（--port）、INNER_PORT 或 METRICS_PORT 指定另一端口。",
    en: "The port {port} is taken. Name another by what named this one, PORT (--port), INNER_PORT or METRICS_PORT.",
  },
  'DATABASE_UNREACHABLE': {
    zh: "无法使用数据库（{reason}）。请检查数据库服务器与 DATABASE_URL；分开运行的部分，地址在 KEYS_DIR 中其密钥文件的 database 处。",
    en: "The database cannot be reached, or not used ({reason}). Check its server and DATABASE_URL; of a part run apart the address is \"database\" in its file in KEYS_DIR.",
  },
  'DATABASE_RIGHTS_MISSING': {
    zh: "数据库账号无权创建角色或模式。请由管理员授予 CREATEROLE 与数据库的 CREATE 权限，或先执行以下语句。",
    en: "The database role may not create roles or schemas. Grant it CREATEROLE and CREATE on the database, or run once as administrator what follows.",
  },
  'NO_EMBEDDED_DATABASE': {
    zh: "本平台（{platform}）没有内置数据库。请将 DATABASE_URL 设为 PostgreSQL 14 或更高版本。",
    en: "There is no embedded PostgreSQL for {platform}. Set DATABASE_URL to a PostgreSQL 14 or later.",
  },
  'DATABASE_DAMAGED': {
    zh: "数据库目录 {folder} 已损坏：其中没有 PG_VERSION。请从备份恢复，或用 --data 指定另一目录。",
    en: "The database in {folder} is damaged: it holds no PG_VERSION. Restore it, or name another folder with --data.",
  },
  'DATABASE_NOT_STARTED': {
    zh: "{folder} 中的数据库没有启动（{reason}）。请查看日志 {log}。",
    en: "The database in {folder} did not start ({reason}). See {log}.",
  },
  'CHECK_NOT_RUN': {
    zh: "检查无法运行：{reason}请按所述原因处理后重试。",
    en: "The check could not run: {reason} Mend that and try again.",
  },
  'CHECK_INPUT': {
    zh: "无法读写“{input}”：{reason}请写出可用的路径，并按所述原因修改其内容。",
    en: "\"{input}\" cannot be read or written: {reason} Name a path that can be, and mend what stands there.",
  },
  'UNKNOWN_FINDING': {
    zh: "没有编码“{code}”。不带编码运行 explain 可列出全部。",
    en: "There is no code \"{code}\". Run \"explain\" without a code to list them all.",
  },
  'UNKNOWN_SUBGRAPH': {
    zh: "此处没有子图“{subgraph}”。请使用 {known} 之一。",
    en: "There is no subgraph \"{subgraph}\" to run here. Use one of {known}.",
  },
};

const statuses: Readonly<Partial<Record<ProblemId | ProblemCode, number>>> = {

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
